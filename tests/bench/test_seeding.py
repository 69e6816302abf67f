"""A copied notification is what the services' own use cases would have made, in every table of every service."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row

from bench.copying import COPIED, Copy, copy_notifications
from bench.seeding import COPIES_OF_AN_OPEN_ONE, DAYS_APART, WEEKS, copies, count_copies, tell
from services.demo import teller
from services.demo.pump import Pump
from services.intake.storage.work import IntakeWork
from services.intake.use_cases import registering
from services.reporting.storage.work import ReportingWork
from services.shared.actor import Actor
from services.shared.contracts.intake import RegisterNotification
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.relay import forget_cursor
from tests.conftest import migrated_config

TOLD = 40
LATER = timedelta(weeks=20, seconds=1234)
AGENT = Actor("anouk", "Anouk Terpstra", ("agent",))
# What stays as it is: who and what there is, and how far everyone has heard.
NOT_COPIED = {
    "intake.organisation",
    "intake.customer",
    "intake.location",
    "intake.category_copy",
    "intake.item_copy",
    "intake.calendar_copy",
    "intake.article_copy",
    "intake.desk",
    "intake.team_copy",
    "intake.cursor",
    "routing.team",
    "routing.cursor",
    "reporting.cursor",
    # Counted from the copied facts, and held against the journal below.
    "reporting.day_count",
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00")


@dataclass(frozen=True)
class Seeded:
    """A desk with notifications that were told, and a copy of each."""

    config: Config
    connection: psycopg.Connection[dict[str, Any]]

    def rows(self, query: str) -> list[dict[str, Any]]:
        return self.connection.execute(query).fetchall()


@pytest.fixture(scope="module")
def seeded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    with migrated_config(request, "postgresql", tmp_path_factory.mktemp("seeded")) as config:
        teller.lay_the_ground(config)
        tell(config, TOLD)
        with psycopg.connect(config.database_url, autocommit=True) as connection:
            told = connection.execute("SELECT number FROM intake.notification ORDER BY registered_at, id").fetchall()
            asked = [Copy(number, ordinal, LATER) for ordinal, (number,) in enumerate(told)]
            copy_notifications(connection, asked)
            count_copies(config, connection, {number for (number,) in told})
        with psycopg.connect(config.database_url, autocommit=True, row_factory=dict_row) as connection:
            yield Seeded(config, connection)


def of_whom(seeded: Seeded) -> dict[str, str]:
    """Each number of a notification or work order with the one it is a copy of, or itself."""
    found = {}
    for table, moment in (("intake.notification", "registered_at"), ("routing.work_order", "made_at")):
        numbers = [row["number"] for row in seeded.rows(f"SELECT number FROM {table} ORDER BY id")]
        half = len(numbers) // 2
        told, copied = numbers[:half], numbers[half:]
        in_time = sorted(told, key=lambda number: _moment(seeded, table, moment, number))
        found |= {number: number for number in told} | dict(zip(copied, in_time, strict=True))
    return found


def _moment(seeded: Seeded, table: str, column: str, number: str) -> tuple[datetime, str]:
    [row] = seeded.rows(f"SELECT {column} AS moment FROM {table} WHERE number = '{number}'")
    return row["moment"], number


class Undone:
    """Takes a copy back to what it is a copy of."""

    def __init__(self, seeded: Seeded) -> None:
        self.originals = of_whom(seeded)
        self.events = {
            row["event_id"]: f"{self.originals.get(row['subject'], row['subject'])} {row['name']} {row['rank']}"
            for service in ("intake", "routing")
            for row in seeded.rows(
                "SELECT event_id, subject, name, row_number() OVER (PARTITION BY subject, name ORDER BY position) "
                f"AS rank FROM {service}.journal"
            )
        }
        self.copied_events = {
            row["event_id"]
            for service in ("intake", "routing")
            for row in seeded.rows(f"SELECT event_id, subject FROM {service}.journal")
            if self.originals.get(row["subject"], row["subject"]) != row["subject"]
        }

    def is_copy(self, row: dict[str, Any]) -> bool:
        named = [row.get(column) for column in ("notification", "subject", "number")]
        return any(self.originals.get(name or "", name) != name for name in named)

    def value(self, value: Any, shift: timedelta) -> Any:
        """A value with every number, event and moment as it was told."""
        if isinstance(value, dict):
            # A promise is kept as it was made, so a copy of it is of the same moment.
            return {name: self.value(inner, shift) for name, inner in value.items() if name != "promise"}
        if isinstance(value, list):
            return [self.value(inner, shift) for inner in value]
        if isinstance(value, datetime):
            return value - shift
        if not isinstance(value, str):
            return value
        if MOMENT.fullmatch(value):
            assert datetime.fromisoformat(value).isoformat() == value
            return datetime.fromisoformat(value) - shift
        if value in self.events:
            return self.events[value] if (value in self.copied_events) == bool(shift) else f"not of its own: {value}"
        for number in re.findall(r"[MmWw]\d\d-\d{6,}", value) if shift else ():
            original = self.originals[number.upper()]
            # A copy that still names what it is a copy of is told apart from one that names itself.
            named = original if original != number.upper() else f"the told {original}"
            value = value.replace(number, named if number[0].isupper() else named.lower())
        return value


@pytest.fixture(scope="module")
def undone(seeded: Seeded) -> Undone:
    return Undone(seeded)


@pytest.mark.parametrize("copied", COPIED, ids=lambda copied: copied.table)
def test_a_copy_differs_in_number_and_time_only(seeded: Seeded, undone: Undone, copied: Any) -> None:
    columns = [column for column in ("notification", "subject", "number") if _has(seeded, copied.table, column)]
    order = "position" if copied.table.endswith("journal") else "id" if _has(seeded, copied.table, "id") else "number"
    rows: dict[bool, list[dict[str, Any]]] = {False: [], True: []}
    for row in seeded.rows(f"SELECT * FROM {copied.table} ORDER BY {order}"):
        if row.get("subject") in undone.originals or "subject" not in row:
            is_copy = undone.is_copy(row)
            plain = undone.value(row, LATER if is_copy else timedelta(0))
            # These say where a row stands among all others.
            rows[is_copy].append({c: v for c, v in plain.items() if c not in ("id", "position")})
    assert rows[False], f"nothing was told in {copied.table}"
    key = lambda row: [str(row[column]) for column in columns]  # noqa: E731  it is one expression, used twice
    assert sorted(rows[True], key=key) == sorted(rows[False], key=key)


def test_every_table_that_a_notification_leaves_something_in_is_copied(seeded: Seeded) -> None:
    tables = seeded.rows(
        "SELECT table_schema || '.' || table_name AS name FROM information_schema.tables "
        "WHERE table_schema IN ('intake', 'routing', 'reporting') AND table_name != 'alembic_version'"
    )
    filled = {row["name"] for row in tables if seeded.rows(f"SELECT 1 FROM {row['name']} LIMIT 1")}
    assert filled - NOT_COPIED == {copied.table for copied in COPIED}


@pytest.mark.parametrize("service", ["intake", "routing"])
def test_positions_have_no_gap(seeded: Seeded, service: str) -> None:
    positions = [row["position"] for row in seeded.rows(f"SELECT position FROM {service}.journal ORDER BY id")]
    assert sorted(positions) == list(range(1, len(positions) + 1))


@pytest.mark.parametrize(
    ("follower", "cursor", "source"),
    [
        ("intake", "relay", "intake"),
        ("routing", "relay", "routing"),
        ("routing", "intake", "intake"),
        ("reporting", "intake", "intake"),
        ("intake", "routing", "routing"),
    ],
)
def test_everyone_has_heard_everything(seeded: Seeded, follower: str, cursor: str, source: str) -> None:
    [end] = seeded.rows(f"SELECT max(position) AS position FROM {source}.journal")
    assert seeded.rows(f"SELECT position FROM {follower}.cursor WHERE name = '{cursor}'") == [end]


def test_facts_and_figures_are_those_that_the_journal_tells(seeded: Seeded) -> None:
    copied = everything_reported(seeded)
    with ReportingWork.begin(database_of(seeded.config, "reporting")) as work:
        work.facts.forget_all()
        forget_cursor(work.session, work.tables, "intake")
    Pump(seeded.config).until_quiet()
    assert everything_reported(seeded) == copied
    assert seeded.rows("SELECT * FROM reporting.parked") == []


def everything_reported(seeded: Seeded) -> list[list[dict[str, Any]]]:
    """All facts, and every figure that is not nothing."""
    facts = "SELECT * FROM reporting.notification_fact ORDER BY number"
    counts = "SELECT * FROM reporting.day_count WHERE count != 0 ORDER BY what, day, code"
    found = [seeded.rows(facts), seeded.rows(counts)]
    assert all(found)
    return found


def test_the_desk_goes_on_after_the_last_copy(seeded: Seeded) -> None:
    asked = RegisterNotification().load(
        {"kind": "malfunction", "channel": "phone", "summary": "Lamp kapot", "customer": "K0001"}
    )
    with IntakeWork.begin(database_of(seeded.config, "intake"), AGENT) as work:
        number = registering.register_notification(work, asked, now(), now().date()).number
    Pump(seeded.config).until_quiet()
    assert number.endswith(f"-{2 * TOLD + 1:06d}")
    assert seeded.rows(f"SELECT kind FROM reporting.notification_fact WHERE number = '{number}'") == [
        {"kind": "malfunction"}
    ]


def test_copies_are_spread_over_the_last_year_and_what_is_open_is_recent() -> None:
    ages = {"M25-000001": timedelta(weeks=60), "M25-000002": timedelta(weeks=53), "M25-000003": timedelta(weeks=53)}
    made = list(copies([(number, number != "M25-000002", age) for number, age in ages.items()], 1000))
    assert [copy.ordinal for copy in made] == list(range(1000))
    lie = [(copy.original, ages[copy.original] - copy.shift) for copy in made]
    still_open = [ago for original, ago in lie if original == "M25-000002"]
    assert len(still_open) == COPIES_OF_AN_OPEN_ONE
    assert {ago.days for ago in still_open} == set(range(DAYS_APART))
    for original in ("M25-000001", "M25-000003"):
        assert {ago.days // 7 for number, ago in lie if number == original} == set(range(WEEKS))


def _has(seeded: Seeded, table: str, column: str) -> bool:
    schema, _, name = table.partition(".")
    return bool(
        seeded.rows(
            "SELECT 1 FROM information_schema.columns "
            f"WHERE table_schema = '{schema}' AND table_name = '{name}' AND column_name = '{column}'"
        )
    )
