"""The demo desk as `balie demo` makes it: everything told, nothing parked, and nothing that could not have happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Table, func, select

from services.catalog.storage.tables import ItemRow
from services.demo import accounts, desk_time, teller
from services.demo.content.pictures import PICTURES
from services.demo.content.rhythm import DAYS, DESK_CLOSES, DESK_DAYS, DESK_OPENS, NOTIFICATIONS
from services.demo.plan import Planner
from services.demo.pump import SERVICES
from services.gateway.domain.file import Purpose
from services.gateway.storage.tables import FileRow
from services.gateway.use_cases.accounts import list_accounts
from services.intake.storage.tables import NotificationRow, TimelineRow
from services.reporting import use_cases as reporting
from services.reporting.domain.period import Period
from services.reporting.storage.work import ReportingWork
from services.routing.storage.tables import WorkOrderRow
from services.shared.actor import ROLES
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.follower import followed_by
from services.shared.kit.journal import last_position
from services.shared.kit.relay import CURSOR, cursor_position
from services.shared.vocabulary import Status
from tests.conftest import migrated_config

ZONE = ZoneInfo("Europe/Amsterdam")
A_WORKDAY = datetime(2026, 3, 11, 14, 30, tzinfo=ZONE)
MOMENTS = [
    A_WORKDAY,
    datetime(2026, 3, 16, 8, 5, tzinfo=ZONE),
    datetime(2026, 7, 3, 17, 20, tzinfo=ZONE),
    datetime(2026, 11, 22, 23, 55, tzinfo=ZONE),
]
# What customers do, they do at any hour.
BY_CUSTOMERS = {"registered", "answered", "reopened", "rated"}


@dataclass(frozen=True)
class Made:
    """A desk with demo data, and how many notifications its teller said there are."""

    config: Config
    told: int
    each: list[int]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """The demo of one moment, made once for all tests here, because it takes a while."""
    with _demo(request, request.param, tmp_path_factory.mktemp("demo"), A_WORKDAY) as made:
        yield made


@contextmanager
def _demo(request: pytest.FixtureRequest, dialect: str, folder: Path, moment: datetime) -> Iterator[Made]:
    with migrated_config(request, dialect, folder) as config, pytest.MonkeyPatch.context() as patch:
        patch.setattr(teller, "now", lambda: moment)
        assert teller.is_empty(config)
        teller.lay_the_ground(config)
        assert not teller.is_empty(config)
        accounts.make(config)
        each: list[int] = []
        told = teller.tell_stories(config, on_each=lambda: each.append(1))
        yield Made(config, told, each)


def rows(made: Made, table: Any, *columns: Any) -> list[Any]:
    service = table.__table__.schema
    with database_of(made.config, service).reading() as session:
        return list(session.execute(select(*columns)))


def count(made: Made, service: str, table: Table) -> int:
    with database_of(made.config, service).reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_exactly_three_hundred_notifications_are_told(made: Made) -> None:
    assert (made.told, len(made.each)) == (NOTIFICATIONS, NOTIFICATIONS)
    assert NOTIFICATIONS == 300
    assert count(made, "intake", NotificationRow.__table__) == 300  # type: ignore[arg-type]  # a mapped class's table


def test_items_have_pictures_that_are_kept_as_a_keeper_sends_them(made: Made) -> None:
    shown = {code: definition["picture"] for code, definition in rows(made, ItemRow, ItemRow.code, ItemRow.definition)}
    files = rows(made, FileRow, FileRow.id, FileRow.belongs_to, FileRow.purpose, FileRow.content_type, FileRow.size)
    assert {file.belongs_to: file.id for file in files} == {code: id for code, id in shown.items() if id}
    assert {file.belongs_to for file in files} == set(PICTURES)
    assert {(file.purpose, file.content_type) for file in files} == {(Purpose.ITEM, "image/png")}
    assert max(file.size for file in files) <= 8 * 1024


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_nothing_is_parked_and_everyone_has_heard_everything(service: Any, made: Made) -> None:
    tables = service.work.tables
    assert count(made, service.name, tables.parked) == 0
    ends = {}
    for each in SERVICES:
        with database_of(made.config, each.name).reading() as session:
            ends[each.name] = last_position(session, each.work.tables.journal)
    with database_of(made.config, service.name).reading() as session:
        assert cursor_position(session, tables, CURSOR) == ends[service.name]
        assert session.scalar(select(func.count()).where(tables.journal.c.position.is_(None))) == 0
        followed = {source: cursor_position(session, tables, source) for source in followed_by(service)}
    assert followed == {source: ends[source] for source in followed}


def test_the_factsheet_of_the_last_ninety_days_has_them_all(made: Made) -> None:
    last = A_WORKDAY.date()
    with ReportingWork.look(database_of(made.config, "reporting")) as work:
        sheet = reporting.factsheet(work, Period(last - timedelta(days=DAYS - 1), last, ZONE))
    statuses = Counter(status for (status,) in rows(made, NotificationRow, NotificationRow.status))
    still_open = sum(statuses[str(status)] for status in Status if status.open)
    assert sheet["received"] == 300
    assert sum(kind["count"] for kind in sheet["received_per_kind"]) == 300
    assert sum(step["click"] + step["call"] + step["face"] for step in sheet["received_over_time"]) == 300
    assert all(kind["count"] for kind in sheet["received_per_kind"])
    assert all(level["count"] for level in sheet["received_per_level"])
    assert (sheet["open"], sheet["cancelled"]) == (still_open, statuses["cancelled"])
    assert 0 < sheet["solved_at_desk"] < sheet["ready"]
    assert 0 < sheet["ratings"] < sheet["ready"]
    assert 1 <= sheet["average_rating"] <= 5


def test_every_status_occurs(made: Made) -> None:
    seen = {status for (status,) in rows(made, NotificationRow, NotificationRow.status)}
    assert seen == {str(status) for status in Status}


def test_no_timeline_goes_back_in_time_or_into_the_future(made: Made) -> None:
    steps = rows(made, TimelineRow, TimelineRow.notification, TimelineRow.at, TimelineRow.id)
    assert len({number for number, _, _ in steps}) == 300
    by_notification: dict[str, list[datetime]] = {}
    for number, at, _ in sorted(steps, key=lambda step: step[2]):
        by_notification.setdefault(number, []).append(at)
    assert [number for number, moments in by_notification.items() if moments != sorted(moments)] == []
    assert max(at for _, at, _ in steps) <= A_WORKDAY
    assert min(at for _, at, _ in steps) > A_WORKDAY - timedelta(days=DAYS)


def test_what_the_desk_and_the_specialists_do_is_done_in_desk_hours(made: Made) -> None:
    steps = rows(made, TimelineRow, TimelineRow.what, TimelineRow.at)
    done = [(what, at.astimezone(ZONE)) for what, at in steps if what not in BY_CUSTOMERS]
    assert len(done) > 300
    assert [step for step in done if not _in_desk_hours(step[1])] == []
    orders = rows(made, WorkOrderRow, WorkOrderRow.accepted_at, WorkOrderRow.started_at, WorkOrderRow.completed_at)
    moments = [at.astimezone(ZONE) for order in orders for at in order if at]
    assert moments
    assert [at for at in moments if not _in_desk_hours(at)] == []


def test_every_role_has_one_account(made: Made) -> None:
    kept = list_accounts(database_of(made.config, "gateway"))
    assert Counter(account.roles[0] for account in kept) == dict.fromkeys(ROLES, 1)
    assert {account.name for account in kept} == {account.name for account in accounts.ACCOUNTS}
    accounts.make(made.config)
    assert list_accounts(database_of(made.config, "gateway")) == kept


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_the_same_seed_and_moment_give_the_same_plan(moment: datetime) -> None:
    first, again = Planner(teller.SEED, moment).plan(NOTIFICATIONS), Planner(teller.SEED, moment).plan(NOTIFICATIONS)
    assert first == again
    assert len(first) == NOTIFICATIONS
    assert first != Planner(teller.SEED + 1, moment).plan(NOTIFICATIONS)


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_a_plan_is_of_the_last_ninety_days_oldest_first(moment: datetime) -> None:
    moments = [planned.registered_at for planned in Planner(teller.SEED, moment).plan(NOTIFICATIONS)]
    assert moments == sorted(moments)
    assert moments[-1] < moment
    assert moments[0] > moment - timedelta(days=DAYS)


def test_a_step_that_takes_longer_than_the_day_goes_on_the_next_one() -> None:
    friday = datetime(2026, 3, 6, 17, 0, tzinfo=ZONE)
    assert desk_time.after(friday, 20) == datetime(2026, 3, 6, 17, 20, tzinfo=ZONE)
    assert desk_time.after(friday, 45) == datetime(2026, 3, 9, 7, 45, tzinfo=ZONE)
    assert desk_time.after(friday + timedelta(days=1), 0) == datetime(2026, 3, 9, 7, 30, tzinfo=ZONE)


def _in_desk_hours(at: datetime) -> bool:
    hour = at.hour + at.minute / 60 + at.second / 3600
    return at.weekday() in DESK_DAYS and DESK_OPENS <= hour <= DESK_CLOSES
