"""What a service's README lists under Answers, Tells and Hears is what its code does, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from services.catalog.service import CatalogService
from services.intake.service import IntakeService
from services.reporting.service import ReportingService
from services.routing.service import RoutingService
from services.shared.kit.follower import followed_by
from services.shared.kit.rpc import Rpc

SERVICES = (CatalogService, IntakeService, RoutingService, ReportingService)
ROOT = Path(__file__).parents[2] / "services"
SECTION = re.compile(r"^\*\*(Owns|Answers|Tells|Hears)\*\*(.*?)(?=^\*\*|^\||^## |\Z)", re.MULTILINE | re.DOTALL)


def sections(readme: str) -> dict[str, str]:
    """What stands under Owns, Answers, Tells and Hears."""
    return {name: text for name, text in SECTION.findall(readme)}


def named(text: str) -> set[str]:
    """Everything between backticks."""
    return set(re.findall(r"`(\w+)`", text))


def signatures(text: str) -> dict[str, list[str]]:
    """The methods between backticks and the names of what they take."""
    return {name: re.findall(r"\w+", given) for name, given in re.findall(r"`(\w+)\(([^)`]*)\)`", text)}


def sources(text: str) -> dict[str, set[str]]:
    """The events that are heard, per service."""
    heard = re.findall(r"^- from (\w+):(.*?)(?=^- |\Z)", text, re.MULTILINE | re.DOTALL)
    return {source: named(events) for source, events in heard}


def answers_of(service: Any) -> dict[str, list[str]]:
    """The methods others may call and what they take."""
    found = {}
    for name in dir(service):
        method = getattr(service, name)
        if any(isinstance(entrypoint, Rpc) for entrypoint in getattr(method, "nameko_entrypoints", ())):
            found[name] = [
                name for name in method.__code__.co_varnames[: method.__code__.co_argcount] if name != "self"
            ]
    return found


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_the_readme_lists_what_the_service_answers_tells_and_hears(service: Any) -> None:
    readme = (ROOT / service.name / "README.md").read_text()
    told = sections(readme)
    assert list(told) == ["Owns", "Answers", "Tells", "Hears"]
    assert signatures(told["Answers"]) == answers_of(service)
    assert named(told["Tells"]) == set(service.work.contracts)
    assert sources(told["Hears"]) == {source: set(events) for source, events in followed_by(service).items()}
    assert f"schema `{service.name}`" in told["Owns"]
    assert readme.startswith(f"# {service.name}\n")


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_every_file_the_readme_points_at_is_there(service: Any) -> None:
    room = ROOT / service.name
    pointed_at = re.findall(r"^\|[^|]*\|(.*)\|$", (room / "README.md").read_text(), re.MULTILINE)
    files = [file for row in pointed_at for file in re.findall(r"`([\w/.]+)`", row)]
    assert files
    assert [file for file in files if not (room / file).exists()] == []


def test_a_readme_that_says_something_else_is_noticed() -> None:
    readme = (
        "# x\n\n**Owns** it.\n\n**Answers**\n- `do(this)` a thing\n\n**Tells** nothing.\n\n**Hears**\n- from a: `b`\n"
    )
    told = sections(readme)
    assert signatures(told["Answers"]) == {"do": ["this"]} != {"do": ["that"]}
    assert (named(told["Tells"]), sources(told["Hears"])) == (set(), {"a": {"b"}})
