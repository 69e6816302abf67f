"""What a service says of itself, against what its tables hold."""

from __future__ import annotations

from typing import Any

import pytest

from services.shared.contracts.event import Event
from services.shared.kit.database import Database
from services.shared.kit.health import health_of
from services.shared.kit.parking import Parking
from services.shared.kit.relay import Relaying, move_cursor
from tests.shared.kit.probe import KIT, NOON, event, write


def said(database: Database) -> dict[str, Any]:
    with database.reading() as session:
        return health_of(session, KIT, ("origin", "elsewhere"))


def test_a_service_in_which_nothing_happened(database: Database) -> None:
    assert said(database) == {
        "database": True,
        "unpublished": 0,
        "parked": 0,
        "following": {"origin": 0, "elsewhere": 0},
        "journal": 0,
    }


def test_what_waits_for_the_relay_is_counted_numbered_or_not(database: Database) -> None:
    told: list[Event] = []
    relaying = Relaying(database, KIT, told.extend)
    write(database, "M1", "M2")
    assert (said(database)["unpublished"], said(database)["journal"]) == (2, 0)
    relaying.run()
    assert (said(database)["unpublished"], said(database)["journal"]) == (0, 2)

    def broker_away(batch: list[Event]) -> None:
        # Numbered, and then not published; and meanwhile another one comes.
        write(database, "M4")
        raise ConnectionError

    write(database, "M3")
    relaying.publish = broker_away
    with pytest.raises(ConnectionError):
        relaying.run()
    assert (said(database)["unpublished"], said(database)["journal"]) == (2, 3)


def test_what_is_parked_and_how_far_each_source_was_followed(database: Database) -> None:
    with database.transaction() as session:
        parking = Parking(session, KIT.parked)
        for position in (3, 4):
            parking.park(event(position), "ValueError()", 1, NOON, NOON)
        move_cursor(session, KIT, "origin", 7)
    assert said(database) == {
        "database": True,
        "unpublished": 0,
        "parked": 2,
        "following": {"origin": 7, "elsewhere": 0},
        "journal": 0,
    }
