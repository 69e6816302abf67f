"""compose.yaml keeps to what it promises; what needs no Docker to be seen is seen here."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import pytest
import yaml

from services.cli.house import SERVICES
from services.cli.main import balie
from services.shared.kit.config import Config, variable
from tests.cli.command import HOUSE
from tests.stack.conftest import rights

TEXT = (HOUSE / "compose.yaml").read_text()
STACK: dict[str, dict[str, Any]] = yaml.safe_load(TEXT)["services"]
EXAMPLE = (HOUSE / ".env.example").read_text()
JOBS = ("rights", "migrate", "demo", "balie")
OURS = (*SERVICES, *JOBS)
VARIABLE = re.compile(r"\$\{([A-Z_]+)(:?[-?])([^}]*)\}")


def example() -> dict[str, tuple[str, bool]]:
    """Each variable of .env.example: its value, and whether it counts or is commented out."""
    found = re.findall(r"^(#?)([A-Z_]+)=(.*)$", EXAMPLE, flags=re.MULTILINE)
    return {name: (value, not comment) for comment, name, value in found}


def environment(service: str) -> dict[str, str]:
    return STACK[service].get("environment", {})


def test_every_service_of_the_house_is_there_and_runs_itself() -> None:
    assert {name: STACK[name]["command"] for name in SERVICES} == {name: ["run", name] for name in SERVICES}


@pytest.mark.parametrize("job", ["migrate", "demo", "balie"])
def test_every_job_is_a_command(job: str) -> None:
    words = [word for word in STACK[job]["command"] if not word.startswith("-")]
    assert all(word in balie.commands for word in words)
    options = {one for word in words for parameter in balie.commands[word].params for one in parameter.opts}
    assert {word for word in STACK[job]["command"] if word.startswith("-")} <= options | {"--help"}


def test_every_variable_is_explained_in_the_example() -> None:
    assert {name for name, _, _ in VARIABLE.findall(TEXT)} == set(example())


def test_every_secret_must_be_given_and_the_example_leaves_it_empty() -> None:
    needed = {name for name, how, _ in VARIABLE.findall(TEXT) if how == ":?"}
    assert needed == {name for name, (value, counts) in example().items() if counts and not value}
    secrets = {name for name in example() if name.endswith(("_PASSWORD", "_SECRET"))}
    assert needed == secrets
    assert {name for name, how, _ in VARIABLE.findall(TEXT) if how != ":?"} == set(example()) - secrets


def test_who_leaves_a_secret_out_is_told_how_to_make_one() -> None:
    told = {message for _, how, message in VARIABLE.findall(TEXT) if how == ":?"}
    assert told == {"set it in .env; make one with openssl rand -hex 24"}


def test_what_the_example_shows_for_the_rest_is_what_counts_without_it() -> None:
    defaults = {name: value for name, how, value in VARIABLE.findall(TEXT) if how == ":-"}
    assert {name for name in defaults if defaults[name] not in ("", example()[name][0])} == {"TRUSTED_PROXIES"}


def test_no_password_stands_in_the_file() -> None:
    for service in STACK:
        for name, value in environment(service).items():
            if "PASS" in name or "SECRET" in name:
                assert VARIABLE.fullmatch(value), f"{service}: {name}"
            if "URL" in name and "@" in value and "_PASSWORD" not in value:
                assert re.fullmatch(r"[a-z]+://[a-z]+@[a-z]+:.*", value), f"{service}: {name} names a user only"


@pytest.mark.parametrize("service", [*SERVICES, "migrate", "demo", "balie"])
def test_every_setting_is_one_of_balie(service: str) -> None:
    known = {variable(setting.name) for setting in fields(Config)}
    assert {name for name in environment(service) if name.startswith("BALIE_")} <= known
    told = {name: VARIABLE.sub(_filled_in, value) for name, value in environment(service).items()}
    assert not Config.from_environment(told).embedded


def _filled_in(found: re.Match[str]) -> str:
    name, how, default = found.groups()
    return default if how == ":-" else f"{name.lower()}.of-its-own"


@pytest.mark.parametrize("service", SERVICES)
def test_each_service_has_its_own_password_and_the_rights_job_has_the_same(service: str) -> None:
    own = f"{service.upper()}_PASSWORD"
    for setting in ("BALIE_BROKER_URL", "BALIE_DATABASE_URL"):
        value = environment(service)[setting]
        assert [name for name, _, _ in VARIABLE.findall(value)] == [own]
        assert f"//balie_{service}:" in value
    assert own in environment("rights")
    assert {one.name for one in rights.SERVICES} == set(SERVICES)


def test_only_the_proxy_is_reached_from_elsewhere() -> None:
    reached = {name: one["ports"] for name, one in STACK.items() if "ports" in one}
    grafana = reached.pop("grafana")
    assert list(reached) == ["proxy"]
    assert all(port.startswith("127.0.0.1:") for port in grafana)
    assert STACK["proxy"]["networks"] == ["front"]
    assert [name for name, one in STACK.items() if "front" in one["networks"]] == ["proxy", "gateway"]
    assert yaml.safe_load(TEXT)["networks"]["back"] == {"internal": True}


@pytest.mark.parametrize("service", list(STACK))
def test_every_container_is_kept_small_and_is_looked_after(service: str) -> None:
    told = STACK[service]
    assert re.fullmatch(r"\d+[MG]", told["deploy"]["resources"]["limits"]["memory"])
    assert "no-new-privileges:true" in told["security_opt"]
    assert "container_name" not in told
    if service in JOBS:
        assert (told["restart"], told["healthcheck"]) == ("no", {"disable": True})
        # It would win from `restart`, and compose would wait for ever for a job that fails.
        assert "restart_policy" not in told["deploy"]
    else:
        assert told["restart"] == "unless-stopped"
    if service in OURS:
        assert told["read_only"] is True
        assert told["init"] is True
        assert told["cap_drop"] == ["ALL"]


def test_a_service_starts_on_migrated_databases_and_may_finish_what_it_does() -> None:
    for service in SERVICES:
        assert STACK[service]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
        assert STACK[service]["depends_on"]["rabbitmq"] == {"condition": "service_healthy"}
        assert STACK[service]["stop_grace_period"] == "15s"


def test_one_image_is_built_once_for_all() -> None:
    assert [name for name in OURS if "build" in STACK[name]] == ["rights"]
    assert {(STACK[name]["image"], STACK[name]["pull_policy"]) for name in OURS} == {
        ("${BALIE_IMAGE:-balie}", "${BALIE_PULL:-never}")
    }


def test_the_proxy_shows_no_figures() -> None:
    caddyfile = (HOUSE / "deploy" / "proxy" / "Caddyfile").read_text()
    route = caddyfile[caddyfile.index("\troute {") :]
    assert route.index("@figures path /metrics /metrics/*") < route.index("reverse_proxy")


def test_the_image_is_made_of_what_the_builder_is_given() -> None:
    given = [line[1:] for line in (HOUSE / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    taken = re.findall(r"^COPY (?!--from)(.+) \S+$", (HOUSE / "Dockerfile").read_text(), flags=re.MULTILINE)
    assert sorted(given) == sorted({word for words in taken for word in words.split()})
    assert all((HOUSE / path).exists() for path in given)
