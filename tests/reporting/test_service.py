"""The doors of reporting, in a real container: the factsheet in plain JSON, and periods that make no sense refused."""

from __future__ import annotations

from services.reporting.service import ReportingService
from services.shared.errors import Forbidden
from services.shared.kit.config import Config
from tests.desk import CUSTOMER, MANAGER, SPECIALIST
from tests.doors import assert_the_doors_every_service_has, house_of
from tests.reporting.builders import A_WEEK, heard


def test_the_doors_of_reporting(config: Config) -> None:
    heard(config, *A_WEEK)
    week = {"from": "2026-03-02", "to": "2026-03-08"}
    with house_of(ReportingService, config) as house, house.door(MANAGER) as manager:
        assert_the_doors_every_service_has(manager, told=0)
        sheet = manager.call("get_factsheet", week)
        assert {name: sheet[name] for name in ("from", "to", "received", "step", "average_rating")} == {
            "from": "2026-03-02",
            "to": "2026-03-08",
            "received": 6,
            "step": "day",
            "average_rating": 3.5,
        }
        assert sheet["received_over_time"][0] == {"starts": "2026-03-02", "click": 1, "call": 1, "face": 0}
        assert manager.call("get_factsheet", {"from": "1900-01-01", "to": "1909-12-31"})["received"] == 0

        for period, errors in (
            ({}, {"from": ["Missing data for required field."], "to": ["Missing data for required field."]}),
            (week | {"to": "2026-03-01"}, {"to": ["The period ends before it starts."]}),
            ({"from": "2016-01-01", "to": "2026-03-08"}, {"to": ["A period has at most ten years."]}),
            (week | {"from": "2 maart"}, {"from": ["Not a valid date."]}),
            (week | {"to": 20260308}, {"to": ["Not a valid date."]}),
            (week | {"kind": "wish"}, {"kind": ["Unknown field."]}),
            ({"from": "9999-12-01", "to": "9999-12-31"}, {"from": ["Give a year from 1900 to 2999."]}),
            ({"from": "0001-01-01", "to": "0001-01-02"}, {"from": ["Give a year from 1900 to 2999."]}),
            ({"from": "2999-12-01", "to": "3000-01-01"}, {"to": ["Give a year from 1900 to 2999."]}),
            (None, {"_schema": ["Invalid input type."]}),
        ):
            assert manager.errors("get_factsheet", period) == errors, period
        for actor in (CUSTOMER, SPECIALIST):
            with house.door(actor) as door:
                assert isinstance(door.refusal("get_factsheet", week), Forbidden)


def test_what_is_asked_most_and_what_became_of_suggestions(config: Config) -> None:
    with house_of(ReportingService, config) as house, house.door(MANAGER) as manager, house.door(CUSTOMER) as customer:
        assert customer.call("list_most_asked", {}) == {"items": []}
        limit = ["Must be greater than or equal to 1 and less than or equal to 40."]
        assert customer.errors("list_most_asked", {"limit": 0}) == {"limit": limit}
        week = {"from": "2026-03-02", "to": "2026-03-08"}
        assert manager.call("list_suggestions", week) == {"kept": 0, "corrected": 0, "pairs": []}
        assert isinstance(customer.refusal("list_suggestions", week), Forbidden)
