"""The checker: counts what the desk said it accepted against what is kept, once everything has settled."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import psycopg

from services.shared.kit.clock import now
from tests.desk import MANAGER, until
from tests.survival.house import SETTLES_WITHIN, House

TELLERS = ("catalog", "intake", "routing")
FOLLOWERS = {"intake": ("catalog", "routing"), "routing": ("intake",), "reporting": ("intake",)}


def assert_nothing_is_lost_or_doubled(house: House) -> None:
    """Each accepted notification is there once, with one work order if it was forwarded, and is counted once."""
    try:
        until(lambda: not unsettled(house), SETTLES_WITHIN)
    except AssertionError:
        raise AssertionError(f"after {SETTLES_WITHIN:g} s these still wait: {unsettled(house)}") from None
    found = mistakes(house)
    assert not found, "\n".join(found)


def unsettled(house: House) -> list[str]:
    """Who still has something to tell or to hear."""
    waiting = []
    ends = {}
    for teller in TELLERS:
        counted = f"SELECT coalesce(max(position), 0), count(*) - count(position) FROM {teller}.journal"
        ends[teller], unnumbered = _rows(house, counted)[0]
        if unnumbered or _cursor(house, teller, "relay") != ends[teller]:
            waiting.append(f"the relay of {teller}")
    for follower, sources in FOLLOWERS.items():
        waiting += [
            f"{follower} after {source}" for source in sources if _cursor(house, follower, source) != ends[source]
        ]
        if _rows(house, f"SELECT 1 FROM {follower}.parked LIMIT 1"):
            waiting.append(f"something parked in {follower}")
    return waiting


def journal_end(house: House, service: str) -> int:
    """The position of the last event that this service told."""
    return int(_rows(house, f"SELECT coalesce(max(position), 0) FROM {service}.journal")[0][0])


def mistakes(house: House) -> list[str]:
    """Everything that was lost, doubled or miscounted."""
    ledger = house.ledger
    accepted = list(ledger.accepted.values())
    kept = [number for (number,) in _rows(house, "SELECT number FROM intake.notification")]
    orders = [number for (number,) in _rows(house, "SELECT notification FROM routing.work_order")]
    facts = [number for (number,) in _rows(house, "SELECT number FROM reporting.notification_fact")]
    found = list(ledger.wrong)
    found += _differences("notifications that were accepted", accepted, "kept by intake", kept)
    found += _differences("notifications that were forwarded", ledger.forwarded, "given a work order", orders)
    found += _differences("notifications that were accepted", accepted, "known to reporting", facts)
    for teller in TELLERS:
        positions = [position for (position,) in _rows(house, f"SELECT position FROM {teller}.journal ORDER BY id")]
        if sorted(positions) != list(range(1, len(positions) + 1)):
            found.append(f"the journal of {teller} has holes or repeats: {positions}")
    return found + _factsheet(house, len(accepted), len(ledger.forwarded))


def _differences(these: str, expected: Any, those: str, found: Any) -> list[str]:
    lost, extra = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
    said = []
    if lost:
        said.append(f"{these} but not {those}: {sorted(lost.elements())}")
    if extra:
        said.append(f"{those} more often than they are {these}: {sorted(extra.elements())}")
    return said


def _factsheet(house: House, accepted: int, forwarded: int) -> list[str]:
    # A run may cross midnight, at any of the desk's hours.
    days = {"from": f"{now().date() - timedelta(days=2)}", "to": f"{now().date() + timedelta(days=1)}"}
    sheet = house.api(MANAGER.account).get("/reports/factsheet", **days)
    if sheet.status_code != 200:
        return [f"the factsheet was answered {sheet.status_code}: {sheet.text}"]
    counted = {name: sheet.json()[name] for name in ("received", "forwarded", "open")}
    wanted = {"received": accepted, "forwarded": forwarded, "open": accepted}
    return [] if counted == wanted else [f"the factsheet says {counted} where {wanted} is right"]


def _cursor(house: House, service: str, name: str) -> int:
    rows = _rows(house, f"SELECT position FROM {service}.cursor WHERE name = %(name)s", name=name)
    return int(rows[0][0]) if rows else 0


def _rows(house: House, statement: str, **values: Any) -> list[Any]:
    with psycopg.connect(house.config.database_url, autocommit=True) as connection:
        return connection.execute(statement, values).fetchall()
