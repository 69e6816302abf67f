"""Lays the ground for a measurement, as a process of its own: organisation, accounts, tokens and what to ask.

Run as `python -m bench.ground FOLDER` with the settings of the Balie that is measured, which does not run yet.
"""

# ruff: noqa: E402
# The services' own code runs on green threads, so the standard library is made green first.
from services.shared.kit.green import make_green

make_green()

import json
import sys
from pathlib import Path

from bench import stories
from services.cli.house import SERVICES
from services.demo import accounts, teller
from services.gateway.use_cases.tokens import create_token
from services.shared.kit import migrations
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.database import database_of

BODIES = 1500


def lay_the_ground(config: Config, folder: Path) -> None:
    """Make everything a desk needs before its first notification, and write what will be asked of it."""
    for service in SERVICES:
        migrations.migrate(database_of(config, service))
    teller.lay_the_ground(config)
    accounts.make(config)
    gateway = database_of(config, "gateway")
    tokens = {
        one.roles[0]: create_token(gateway, account=one.name, name="bench", now=now()) for one in accounts.ACCOUNTS
    }
    customer = {"name": accounts.CUSTOMER_ACCOUNT, "password": accounts.PASSWORD}
    (folder / "customer.json").write_text(json.dumps(customer))
    (folder / "tokens.json").write_text(json.dumps(tokens))
    _write_requests(folder)


def _write_requests(folder: Path) -> None:
    moment = now()
    told = stories.planned(BODIES, moment)
    bodies = [stories.registration(one, moment) for one in told]
    (folder / "bodies").write_text("".join(json.dumps(body) + "\n" for body in bodies))
    forwarded = [(body, stories.forwarding(one)) for one, body in zip(told, bodies, strict=True)]
    (folder / "forwarded.json").write_text(json.dumps([pair for pair in forwarded if pair[1] is not None]))


if __name__ == "__main__":
    lay_the_ground(Config.from_environment(), Path(sys.argv[1]))
