"""A service that runs holds in memory what it needs, and not what only other commands and other services need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.command import HOUSE

ASK = """
import sys
from services.cli import main
from services.cli.house import service_class
main.commands[sys.argv[1]]
for name in sys.argv[2:]:
    service_class(name)
print(*sys.modules)
"""
FOR_OTHER_COMMANDS = ("alembic", "mako", "services.demo", "services.cli.backup", "services.shared.kit.archive")
FOR_THE_GATEWAY = ("flask", "jinja2", "wtforms", "argon2", "services.gateway.app", "services.gateway.use_cases")
BUSINESS = ("catalog", "intake", "routing", "reporting")


def held(command: str, *services: str) -> set[str]:
    """The modules that a process has imported once it can run these services."""
    words = [sys.executable, "-c", ASK, command, *services]
    return set(subprocess.run(words, cwd=HOUSE, check=True, capture_output=True, text=True).stdout.split())


@pytest.mark.parametrize(
    ("command", "services", "needed", "needless"),
    [
        ("run", BUSINESS, {"services.routing.service"}, {*FOR_OTHER_COMMANDS, *FOR_THE_GATEWAY}),
        ("run", ("gateway",), {"flask", "services.gateway.app"}, {*FOR_OTHER_COMMANDS, "services.intake"}),
        ("up", (*BUSINESS, "gateway"), {"services.demo", "flask"}, {"alembic", "mako", "services.shared.kit.archive"}),
    ],
    ids=["run business services", "run gateway", "up"],
)
def test_a_process_imports_no_more_than_it_needs(
    command: str, services: tuple[str, ...], needed: set[str], needless: set[str]
) -> None:
    modules = held(command, *services)
    assert needed <= modules
    assert modules & needless == set()
