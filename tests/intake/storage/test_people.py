"""Customers and places as rows, found by any of their words."""

from __future__ import annotations

import pytest

from services.shared.errors import NotFound
from services.shared.kit.config import Config
from tests.intake.builders import lay_the_ground, looking


def test_customers_are_found_by_name_number_organisation_mail_or_phone(config: Config) -> None:
    lay_the_ground(config)
    with looking(config) as work:
        for q in ("marieke", "BERG den", "k0001", "marieke@rijnstede", "+31 26 123", "31261234567", "gemeente mari"):
            assert [found.code for found in work.customers.find(q, 5)] == ["K0001"], q
        assert [found.code for found in work.customers.find("rijnstede", 5)] == ["K0001", "K0002"]
        assert [found.code for found in work.customers.find("", 1)] == ["K0001"]
        assert work.customers.find("marieke bouazza", 5) == []


def test_places_are_found_by_any_part_of_their_path(config: Config) -> None:
    lay_the_ground(config)
    with looking(config) as work:
        for q in ("brug", "stadhuis brug", "sh-2-14"):
            assert [found.code for found in work.locations.find(q, 5)] == ["SH-2-14"], q
        assert [(found.code, found.path) for found in work.locations.find("stadhuis", 5)] == [
            ("SH", "Stadhuis"),
            ("SH-2-14", "Stadhuis › Vergaderzaal De Brug"),
        ]


def test_who_is_not_there_is_not_found(config: Config) -> None:
    with looking(config) as work:
        for code in ("K9999", "", "K\x00", 42, None, {}):
            with pytest.raises(NotFound):
                work.customers.get(code)  # type: ignore[arg-type]  # the bus may carry anything
        with pytest.raises(NotFound):
            work.customers.organisation("BIB")
