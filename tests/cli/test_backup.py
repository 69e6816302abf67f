"""One backup of all services, of one moment, that any desk can go on from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import eventlet
import pytest
from sqlalchemy import select

from services.gateway.domain.file import Purpose
from services.gateway.use_cases.files import content_of, keep_file
from services.intake.storage.tables import NotificationRow
from services.routing.storage.tables import WorkOrderRow
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from tests.cli.backups import backed_up, content, empty_config, forwarded, lines_of, restored, table
from tests.cli.command import environment, process, run
from tests.conftest import migrated_config
from tests.databases import close_databases, forget_queues
from tests.desk import AGENT, MANAGER, Desk, running_desk, until

DATABASES = ("sqlite", "postgresql")
# With bytes that are no text.
PDF = b"%PDF-1.7\n" + bytes(range(256))


@pytest.fixture(scope="module")
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A backup of the same small desk on each database."""
    found = {}
    for dialect in DATABASES:
        folder = tmp_path_factory.mktemp(dialect)
        with migrated_config(request, dialect, folder) as config:
            with running_desk(config) as desk:
                desk.lay_the_ground()
                desk.add_accounts()
                _with_a_file(config)
                for summary in ("Lamp uit", "Tab\tregel\neinde \\N", "Ünïcode ☂ 'citaat' \"dubbel\""):
                    forwarded(desk, summary)
                until(lambda desk=desk: _all_quiet(desk.config))  # type: ignore[misc]  # a bound default
            found[dialect] = backed_up(config, folder / "desk.backup", "--with-secret")
    return found


@pytest.mark.parametrize("to", DATABASES)
@pytest.mark.parametrize("of", DATABASES)
def test_a_desk_goes_on_from_a_backup_on_either_database(
    of: str, to: str, made: dict[str, Path], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    with empty_config(request, to, tmp_path) as config:
        told = restored(config, made[of])
        assert told.startswith(
            f"{sum(1 for line in lines_of(made[of]) if isinstance(line, list))} rows of 5 services of "
        )
        assert told.endswith(" UTC are back. Now start `balie up`.\n")
        again = backed_up(config, tmp_path / "again.backup", "--with-secret")
        assert content(again) == content(made[of])
        assert content_of(database_of(config, "gateway"), _file_in(again), small=False) == PDF
        assert lines_of(again)[0]["secret"] == lines_of(made[of])[0]["secret"]
        with running_desk(config) as desk:
            assert forwarded(desk).endswith("-000004")
            until(lambda: len(desk.call("routing", "list_work_orders", {})["items"]) == 4)
            assert {order["number"][-6:] for order in desk.call("routing", "list_work_orders", {})["items"]} == {
                "000001",
                "000002",
                "000003",
                "000004",
            }
            until(lambda: _all_quiet(config))
            until(lambda: _received(desk) == 4)


def test_what_is_made_after_a_restore_into_postgresql_gets_the_next_id_everywhere(
    made: dict[str, Path], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    with empty_config(request, "postgresql", tmp_path) as config:
        restored(config, made["sqlite"])
        asked = "SELECT sequencename, coalesce(last_value, 0) FROM pg_sequences WHERE schemaname = 'intake'"
        with database_of(config, "intake").reading() as session:
            found = {name: last for name, last in session.connection().exec_driver_sql(asked)}
        rows = {name: len(table(made["sqlite"], "intake", name)) for name in ("journal", "timeline", "parked")}
        assert found == {f"{name}_id_seq": count for name, count in rows.items()} | {"notification_number": 3}


def test_a_backup_under_load_is_of_one_moment(pair: Config, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    with running_desk(pair) as desk:
        desk.lay_the_ground()
        accepted: list[str] = []
        file = tmp_path / "busy.backup"
        busy = [eventlet.spawn(_keep_forwarding, desk, accepted, file) for _ in range(2)]
        until(lambda: len(accepted) >= 5)
        before = list(accepted)
        with process(tmp_path / "log", "backup", str(file), **environment(pair)) as command:
            ended = command.ended()
        assert (ended.code, ended.err) == (0, "")
        for each in busy:
            each.wait()
        until(lambda: _all_quiet(pair))
    kept = {row["number"] for row in table(file, "intake", "notification")}
    assert set(before) <= kept
    assert len(accepted) > len(before)
    _require_one_moment(file)
    close_databases(pair)
    if not pair.embedded:
        forget_queues(pair.broker_url)

    with empty_config(request, "sqlite" if pair.embedded else "postgresql", tmp_path) as empty:
        config = replace(empty, broker_url=pair.broker_url)
        restored(config, file)
        with running_desk(config) as desk:
            until(lambda: _all_quiet(config))
            ours = _numbers(config, "intake", NotificationRow.number)
            assert set(ours) == kept
            # A notification that was registered and not yet forwarded at that moment has no work order.
            told = [
                row["subject"] for row in table(file, "intake", "journal") if row["name"] == "notification_forwarded"
            ]
            assert sorted(_numbers(config, "routing", WorkOrderRow.notification)) == sorted(told)
            assert _received(desk) == len(kept)
            until(lambda: forwarded(desk) not in kept)
        close_databases(config)


def test_a_backup_goes_through_a_pipe(config: Config, tmp_path: Path) -> None:
    with process(tmp_path / "log", "backup", "-", **environment(config)) as command:
        ended = command.process.wait(60)
    assert (ended, command.err) == (0, "0 rows of 5 services are in the backup.\n")
    file = tmp_path / "log" / "out"
    close_databases(config)
    told = run("restore", "-", config=config, typed=file.read_bytes())
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("0 rows of 5 services of ")


def _with_a_file(config: Config) -> None:
    told = {"content": PDF, "name": "plan.pdf", "account": AGENT.account, "purpose": Purpose.ANSWER}
    keep_file(database_of(config, "gateway"), **told, pictures_only=False, now=datetime.now(UTC))


def _file_in(backup: Path) -> str:
    (row,) = table(backup, "gateway", "file")
    return str(row["id"])


def _keep_forwarding(desk: Desk, accepted: list[str], until_there: Path) -> None:
    while not until_there.exists():
        accepted.append(forwarded(desk))


def _require_one_moment(file: Path) -> None:
    """No cursor is ahead of the journal it reads, and what is derived is there when its cursor says so."""
    ends = {
        service: max((row["position"] or 0 for row in table(file, service, "journal")), default=0)
        for service in ("catalog", "intake", "routing")
    }
    for service in (*ends, "reporting"):
        for cursor in table(file, service, "cursor"):
            source = service if cursor["name"] == "relay" else cursor["name"]
            assert cursor["position"] <= ends[source], (service, cursor, ends)


def _all_quiet(config: Config) -> bool:
    """Nothing waits for anybody, by `balie events lag`."""
    return all(line.split()[-1] == "0" for line in run("events", "lag", config=config).out.splitlines()[1:])


def _numbers(config: Config, service: str, column: Any) -> list[str]:
    with database_of(config, service).reading() as session:
        return list(session.scalars(select(column)))


def _received(desk: Desk) -> int:
    today = datetime.now(desk.config.tz).date().isoformat()
    return int(desk.call("reporting", "get_factsheet", {"from": today, "to": today}, actor=MANAGER)["received"])
