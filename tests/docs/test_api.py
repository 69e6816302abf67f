"""What the page about the API shows can be done as it stands, and every operation is on it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import eventlet.tpool
from werkzeug.routing import Rule

from services.gateway.api.blueprint import ROOT
from services.gateway.app import create_app
from services.gateway.problems import CODES, STATUS, TITLES
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from tests.desk import AGENT, Desk
from tests.docs.pages import code, page, rows, section, words

API = page("api.md")
EXAMPLES = [block for block in code(section(API, "## Signing in"), "sh") if block.startswith("curl")]


def curl(example: str, desk: Desk, token: str) -> Any:
    """Run an example as a reader would."""
    # In a thread of its own, for the desk it asks runs in this process.
    done = eventlet.tpool.execute(
        subprocess.run,
        ["sh", "-c", example],
        env={"BALIE": desk.url, "TOKEN": token, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_examples_do_what_they_say(desk: Desk) -> None:
    desk.add_accounts()
    api = desk.api(AGENT)
    token = str(api.session.headers["Authorization"]).removeprefix("Bearer ")
    look, register = EXAMPLES
    assert curl(look, desk, token) == {"items": [], "next": None}
    registered = curl(register, desk, token)
    assert (registered["kind"], registered["level"], registered["status"]) == ("malfunction", "call", "at_desk")
    assert curl(register, desk, token)["number"] == registered["number"]
    (row,) = curl(look, desk, token)["items"]
    assert row["number"] == registered["number"]
    other = curl(register.replace("flickers", "is out"), desk, token)
    assert (other["status"], other["code"]) == (409, "idempotency_key_reused")
    refused = curl(look, desk, "balie_made_up")
    assert (refused["status"], refused["code"]) == (401, "not_signed_in")


def test_the_problem_that_is_shown_is_the_one_that_comes(desk: Desk) -> None:
    desk.add_accounts()
    (shown,) = (json.loads(block) for block in code(section(API, "## Refusals"), "json"))
    came = desk.api(AGENT).post("/notifications", {"kind": "wish", "channel": "phone", "customer": "K0001"})
    assert came.headers["Content-Type"] == "application/problem+json"
    assert came.json() == shown | {"correlation_id": came.headers["X-Correlation-Id"]}


def test_every_operation_is_there_and_none_besides(tmp_path: Path) -> None:
    config = Config(data=tmp_path)
    database = Database(config, "gateway")
    app = create_app(config, database)
    database.close()
    ours = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith(f"{ROOT}/")]
    served = {
        f"{method} {_shown(rule)}"
        for rule in ours
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if not rule.rule.endswith("openapi.json")
    }
    told = [words(row[0])[0] for row in rows(section(API, "## Operations"))]
    assert len(told) == len(set(told))
    assert set(told) == served


def _shown(rule: Rule) -> str:
    """A rule as it is shown to people: `/notifications/{number}`."""
    return re.sub(r"<(?:[^:>]+:)?([^>]+)>", r"{\1}", rule.rule.removeprefix(ROOT))


def test_every_code_is_that_of_its_status() -> None:
    table = {int(row[0]): row[1] for row in rows(section(API, "## Refusals"))}
    assert set(table) == set(TITLES)
    for status, shown in table.items():
        known = {refusal.code for refusal, its in STATUS.items() if its == status} | {CODES.get(status)}
        if words(shown) and status != 500:
            assert words(shown)[0] in known
