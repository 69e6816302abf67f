"""What a part found later is put in the record of the last whole run, in the place of what that had of it."""

from __future__ import annotations

from typing import Any

from bench.report import with_part


def record(at: str, met: bool | None = True, **values: float) -> dict[str, Any]:
    """The record of a run that found these figures."""
    figures = [{"key": key, "value": value, "met": met} for key, value in values.items()]
    tables = ("cpu_ms_per_request", "share_of_others", "rounds")
    missed = [key for key in values if met is False]
    return {"machine": {"at": at}, "figures": figures, "missed": missed, "remarks": [f"seen at {at}"]} | {
        name: {key: f"{name} at {at}" for key in values} for name in tables
    }


def test_a_part_takes_the_place_of_its_own_figures_only() -> None:
    whole = record("monday", create=300.0, page=90.0)
    found = with_part(whole, record("friday", page=40.0, search=20.0), ["catalogue"])
    assert {one["key"]: one["value"] for one in found["figures"]} == {"create": 300.0, "page": 40.0, "search": 20.0}
    assert found["rounds"] == {
        "create": "rounds at monday",
        "page": "rounds at friday",
        "search": "rounds at friday",
    }
    assert found["machine"] == {"at": "monday"}
    assert found["apart"] == {"catalogue": {"at": "friday"}}
    assert found["remarks"] == ["seen at monday", "seen at friday"]


def test_what_was_missed_follows_the_figures() -> None:
    whole = record("monday", met=False, page=90.0)
    assert with_part(whole, record("friday", page=40.0), ["catalogue"])["missed"] == []
    assert with_part(whole, record("friday", met=False, page=99.0), ["catalogue"])["missed"] == ["page"]
