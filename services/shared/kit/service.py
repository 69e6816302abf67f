"""What every business service has: transactions on behalf of the caller, the time, its journal on the bus."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, ClassVar

from nameko import config
from nameko.extensions import DependencyProvider
from nameko.timer import timer
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from services.shared.actor import Actor
from services.shared.errors import DeskError, Invalid, Unavailable
from services.shared.kit import telemetry
from services.shared.kit.clock import Clock
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.follower import followed_by
from services.shared.kit.health import health_of
from services.shared.kit.journal import events_after, last_position
from services.shared.kit.relay import Relay
from services.shared.kit.rpc import rpc
from services.shared.kit.work import UnitOfWork

LARGEST_BATCH = 1000
LONGEST_KEY = 200
# Control characters and halves of a pair; a database takes neither.
UNKEEPABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
LARGEST_POSITION = 2**63 - 1  # what the column holds
ANSWERS_ARE_KEPT = timedelta(days=7)


def settings() -> Config:
    """The settings this process was started with."""
    told: Config = config["BALIE"]
    return told


class Transaction(DependencyProvider):
    """Gives a service `with self.transaction() as work`: one transaction, for who asks; then nudges the relay.

    `self.transaction(one_statement=True)` as in `Database.transaction`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.relay = Relay()

    def get_dependency(self, worker_ctx: Any) -> Callable[..., AbstractContextManager[UnitOfWork]]:
        return partial(self._begin, worker_ctx.data)

    def worker_setup(self, worker_ctx: Any) -> None:
        telemetry.bind(correlation_id=worker_ctx.data.get("correlation_id"), service=self.container.service_name)

    def worker_teardown(self, worker_ctx: Any) -> None:
        telemetry.unbind_all()

    @contextmanager
    def _begin(self, told: dict[str, Any], *, one_statement: bool = False) -> Any:
        actor = Actor.from_header(told.get("actor"))
        cause = {"account": actor.account}
        if told.get("correlation_id"):
            cause["correlation_id"] = told["correlation_id"]
        key = _key(told.get("idempotency_key"))
        with _work(self).begin(_database(self), actor, cause, key, one_statement) as work:
            yield work
        if work.journal.told:
            self.relay.nudge()


class Reading(DependencyProvider):
    """Gives a service `with self.reading() as work`: a look that changes nothing, for who asks."""

    def get_dependency(self, worker_ctx: Any) -> Callable[[], AbstractContextManager[UnitOfWork]]:
        return partial(self._look, worker_ctx.data)

    def _look(self, told: dict[str, Any]) -> AbstractContextManager[UnitOfWork]:
        # Read here and not in `get_dependency`: what is raised there ends the whole service.
        return _work(self).look(
            _database(self), Actor.from_header(told.get("actor")), _key(told.get("idempotency_key"))
        )


class Language(DependencyProvider):
    """Gives a service `self.language()`: nl or en, the language of the person behind the call; None when not told."""

    def get_dependency(self, worker_ctx: Any) -> Callable[[], str | None]:
        told = worker_ctx.data.get("language")
        return lambda: told if told in ("nl", "en") else None


def _key(given: Any) -> str | None:
    """The caller's idempotency key; raises Invalid for what cannot be one."""
    if given is None or (isinstance(given, str) and 0 < len(given) <= LONGEST_KEY and not UNKEEPABLE.search(given)):
        return given
    message = f"An idempotency key is a text of 1 to {LONGEST_KEY} characters that can be kept."
    raise Invalid(message, {"idempotency_key": [message]})


def _work(provider: DependencyProvider) -> type[UnitOfWork]:
    work: type[UnitOfWork] = provider.container.service_cls.work
    return work


def _database(provider: DependencyProvider) -> Any:
    return database_of(settings(), provider.container.service_name)


class BusinessService:
    """The doors every business service has; a service names its own `work`."""

    name: ClassVar[str]
    work: ClassVar[type[UnitOfWork]]

    transaction = Transaction()
    reading = Reading()
    now = Clock()
    language = Language()

    def add_once(self, asked: Any, now: datetime, add: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        """What `add` answers, with all it writes in one statement; under a used key, what it answered the first time.

        `add` only adds: whether it may depends on nothing that another call could change meanwhile.
        """
        try:
            with self.transaction(one_statement=True) as work:
                return work.once(asked, now, lambda: add(work))
        except Unavailable:
            # It may be kept already, but perhaps not on the disk; a repeat of the key finds out.
            raise
        except (IntegrityError, DeskError):
            with self.reading() as work:
                first = work.first_answer(asked) if work.key else None
            if first is None:
                raise
            return first

    def today(self) -> date:
        """The day on the wall of the desk."""
        return self.now().astimezone(settings().tz).date()

    @rpc
    def ping(self) -> dict[str, bool]:
        """Say that this service is here and that its database answers."""
        with self.reading() as work:
            work.session.execute(select(1))
        return {"database": True}

    @rpc
    def health(self) -> dict[str, Any]:
        """How this service is: what waits to be told, to be heard and to be mended; see `kit/health.py`."""
        with self.reading() as work:
            return health_of(work.session, self.work.tables, followed_by(type(self)))

    @timer(interval=3600)
    def forget_old_answers(self) -> None:
        """Drop the answers that were kept for repeated requests, once nobody repeats them any more."""
        with self.transaction() as work:
            work.forget_answers_before(self.now() - ANSWERS_ARE_KEPT)

    @rpc
    def journal_after(self, position: int, limit: int = 500) -> list[dict[str, Any]]:
        """At most `limit` events after `position`, in order, as CloudEvents; this is how followers read."""
        # A whole number exactly: True is an int too, to Python but not to a database.
        whole = type(position) is int and type(limit) is int
        if not (whole and 0 <= position <= LARGEST_POSITION and limit >= 1):
            raise Invalid("Give a position from 0 and a limit from 1.")
        with self.reading() as work:
            events = events_after(
                work.session, self.work.tables.journal, self.name, position, min(limit, LARGEST_BATCH)
            )
        # What another service hears must not be taken back by a power cut.
        database_of(settings(), self.name).settle()
        return [event.to_envelope() for event in events]

    @rpc
    def journal_end(self) -> int:
        """The position of the last event; 0 when there is none."""
        with self.reading() as work:
            return last_position(work.session, self.work.tables.journal)
