"""Starting and stopping: `balie up` for everything in one process, `balie run` for services next to others."""

from __future__ import annotations

import signal
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from services.shared.kit.config import Config
from tests.cli.command import Process, environment, process, run
from tests.conftest import migrated_config
from tests.databases import forget_queues
from tests.desk import until
from tests.servers import Given, RabbitMQ

PASSWORD = "een-lang-wachtwoord"
READY_WITHIN = 3.0
STARTS = 3  # A busy machine may hold up one start; the best of a few says what the program needs.


def get(address: str, token: str | None = None) -> requests.Response:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return requests.get(address, headers=headers, timeout=20)


def test_up_is_ready_within_three_seconds_and_stops_when_told(tmp_path: Path) -> None:
    seconds = []
    for start in range(STARTS):
        # An empty folder each time: making the databases is part of it.
        with process(tmp_path / f"log{start}", "up", "--port", "0", "--data", str(tmp_path / f"data{start}")) as up:
            took, address = up.ready()
            assert get(f"{address}/health/ready").status_code == 200
            stopped = up.stop()
        assert stopped.code == 0
        assert "Traceback" not in stopped.err
        seconds.append(took)
        if took <= READY_WITHIN:
            return
    pytest.fail(f"ready after {seconds} s")


def test_up_keeps_what_it_had_and_its_tokens_work(tmp_path: Path) -> None:
    data = {"BALIE_DATA": str(tmp_path / "data")}
    with process(tmp_path / "first", "up", "--port", "0", **data) as up:
        _, address = up.ready()
        added = run(
            "account", "add", "anouk", "--full-name", "Anouk", "--role", "agent", typed=f"{PASSWORD}\n" * 2, **data
        )
        assert (added.code, added.out.splitlines()[-1]) == (0, "Anouk may log in as anouk.")
        token = run("token", "create", "--account", "anouk", "--name", "test", **data)
        assert token.err == "Keep it safe: it is not shown again. Use it as `Authorization: Bearer <token>`.\n"
        key = token.out.strip()
        assert get(f"{address}/api/v1/notifications", key).json() == {"items": [], "next": None}
        assert up.stop(signal.SIGINT).code == 0

    with process(tmp_path / "second", "up", "--port", "0", **data) as up:
        _, address = up.ready()
        assert get(f"{address}/api/v1/teams", key).status_code == 200
        assert "never" not in run("token", "list", **data).out
        revoked = run("token", "revoke", "--account", "anouk", "--name", "test", **data)
        assert revoked.out == "Token test of anouk is revoked.\n"
        # A gateway remembers for two seconds whom it let in.
        until(lambda: get(f"{address}/api/v1/teams", key).status_code == 401)
        assert get(f"{address}/api/v1/teams", "balie_made_up").status_code == 401
        assert up.stop().code == 0


def test_up_with_demo_data_shows_the_accounts_and_fills_an_empty_desk_only(tmp_path: Path) -> None:
    data = {"BALIE_DATA": str(tmp_path / "data")}
    with process(tmp_path / "first", "up", "--demo", "--port", "0", **data) as up:
        _, address = up.ready()
        until(lambda: "The password of each demo account is welkom-bij-balie." in up.out)
        shown = [line.split()[0] for line in up.out.splitlines()[2:8]]
        assert shown == ["marieke", "anouk", "tom", "frederique", "hans", "beheer"]
        key = run("token", "create", "--account", "hans", "--name", "test", **data).out.strip()
        until(lambda: _numbers(address, key))
        assert up.stop(seconds=30).code == 0
    with process(tmp_path / "second", "up", "--demo", "--port", "0", **data) as up:
        _, address = up.ready()
        until(lambda: "The password of each demo account is welkom-bij-balie." in up.out)
        assert _numbers(address, key)
        stopped = up.stop(seconds=30)
    assert stopped.code == 0
    assert "Demo data" not in stopped.out
    assert "The demo data is incomplete: it was stopped halfway." in stopped.out


def test_services_run_next_to_each_other(
    request: pytest.FixtureRequest, rabbitmq: RabbitMQ | Given, tmp_path: Path
) -> None:
    with migrated_config(request, "postgresql", tmp_path) as alone, ExitStack() as stack:
        config: Config = replace(alone, broker_url=rabbitmq.url, log_format="json")
        told = environment(config)
        groups = [["catalog", "intake"], ["routing", "reporting"], ["gateway"]]
        running: list[Process] = [
            stack.enter_context(process(tmp_path / group[0], "run", *group, **told)) for group in groups
        ]
        for each in running:
            until(lambda each=each: '"event":"services.ready"' in each.err or each.process.poll() is not None, 60)  # type: ignore[misc]  # a bound default
        until(lambda: _ready(config.port))
        parts = get(f"http://127.0.0.1:{config.port}/health/ready").json()["parts"]
        assert parts == dict.fromkeys(("database", "broker", "intake", "catalog", "routing", "reporting"), "ok")
        for each in running:
            each.process.terminate()
        assert [each.ended().code for each in running] == [0, 0, 0]
    forget_queues(rabbitmq.url)


def _numbers(address: str, key: str) -> list[str]:
    """The numbers of the notifications on the first page."""
    return [one["number"] for one in get(f"{address}/api/v1/notifications", key).json()["items"]]


def _ready(port: int) -> bool:
    try:
        return get(f"http://127.0.0.1:{port}/health/ready").status_code == 200
    except requests.ConnectionError:
        return False
