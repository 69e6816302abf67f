"""The services' figures on the page that Prometheus reads."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from services.shared.errors import Unavailable
from tests.gateway.builders import HEALTH, FakeBus

CONDITIONS = {
    "intake.health": HEALTH
    | {"unpublished": 3, "parked": 1, "following": {"catalog": 20, "routing": 5}, "journal": 90},
    "catalog.health": HEALTH | {"journal": 21},
    "routing.health": HEALTH | {"following": {"intake": 80}, "journal": 5},
    "reporting.health": HEALTH | {"following": {"intake": 90}},
}


def figures(client: FlaskClient) -> dict[str, float]:
    """The figures about services, without those of the requests."""
    page = client.get("/metrics")
    assert page.status_code == 200
    ours = [line.rpartition(" ") for line in page.text.splitlines() if line.startswith("balie_")]
    return {name: float(value) for name, _, value in ours if not name.startswith("balie_http_")}


def test_how_every_service_is(client: FlaskClient, bus: FakeBus) -> None:
    bus.answers |= CONDITIONS
    assert figures(client) == {
        'balie_up{service="intake"}': 1,
        'balie_up{service="catalog"}': 1,
        'balie_up{service="routing"}': 1,
        'balie_up{service="reporting"}': 1,
        'balie_unpublished_events{service="intake"}': 3,
        'balie_unpublished_events{service="catalog"}': 0,
        'balie_unpublished_events{service="routing"}': 0,
        'balie_unpublished_events{service="reporting"}': 0,
        'balie_parked_events{service="intake"}': 1,
        'balie_parked_events{service="catalog"}': 0,
        'balie_parked_events{service="routing"}': 0,
        'balie_parked_events{service="reporting"}': 0,
        'balie_follower_lag_events{service="intake",source="catalog"}': 1,
        'balie_follower_lag_events{service="intake",source="routing"}': 0,
        'balie_follower_lag_events{service="routing",source="intake"}': 10,
        'balie_follower_lag_events{service="reporting",source="intake"}': 0,
        'balie_follower_ahead_events{service="intake",source="catalog"}': 0,
        'balie_follower_ahead_events{service="intake",source="routing"}': 0,
        'balie_follower_ahead_events{service="routing",source="intake"}': 0,
        'balie_follower_ahead_events{service="reporting",source="intake"}': 0,
    }


def test_a_source_that_answered_a_moment_too_early_is_asked_again(client: FlaskClient, bus: FakeBus) -> None:
    ends = iter((90, 92))
    bus.answers |= CONDITIONS | {
        "intake.health": lambda: CONDITIONS["intake.health"] | {"journal": next(ends)},
        "reporting.health": HEALTH | {"following": {"intake": 91}},
    }
    told = figures(client)
    assert told['balie_follower_ahead_events{service="reporting",source="intake"}'] == 0
    assert told['balie_follower_lag_events{service="reporting",source="intake"}'] == 1
    assert told['balie_follower_lag_events{service="routing",source="intake"}'] == 12


def test_a_follower_that_is_ahead_is_not_one_that_is_done(client: FlaskClient, bus: FakeBus) -> None:
    bus.answers |= CONDITIONS | {"reporting.health": HEALTH | {"following": {"intake": 95}}}
    told = figures(client)
    assert told['balie_follower_ahead_events{service="reporting",source="intake"}'] == 5
    assert told['balie_follower_lag_events{service="reporting",source="intake"}'] == 0


def test_a_source_that_is_gone_when_it_is_asked_again_is_away(client: FlaskClient, bus: FakeBus) -> None:
    answers = iter((CONDITIONS["intake.health"],))

    def once() -> dict[str, object]:
        for answer in answers:
            return answer
        raise Unavailable("intake does not answer.")

    bus.answers |= CONDITIONS | {
        "intake.health": once,
        "reporting.health": HEALTH | {"following": {"intake": 95}},
    }
    told = figures(client)
    assert told['balie_up{service="intake"}'] == 0
    assert not [name for name in told if 'source="intake"' in name]


@pytest.mark.parametrize("error", [Unavailable("intake does not answer."), RuntimeError("secret")])
def test_a_service_that_is_away_has_no_figures_and_nobody_knows_its_journal(
    client: FlaskClient, bus: FakeBus, error: Exception
) -> None:
    bus.answers |= CONDITIONS | {"intake.health": error}
    told = figures(client)
    assert {name: value for name, value in told.items() if "intake" in name} == {'balie_up{service="intake"}': 0}
    assert told['balie_up{service="routing"}'] == 1
    assert not [name for name in told if "lag" in name]


def test_without_the_broker_nobody_is_asked(client: FlaskClient, bus: FakeBus, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("services.gateway.health._ask_broker", refused)
    services = ("intake", "catalog", "routing", "reporting")
    assert figures(client) == {f'balie_up{{service="{service}"}}': 0 for service in services}
    assert bus.said == []
