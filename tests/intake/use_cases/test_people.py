"""Keeping who the desk serves, and where: by managers and administrators, under codes that stay."""

from __future__ import annotations

from services.intake.storage.work import IntakeWork
from services.intake.use_cases import people
from services.shared.errors import Forbidden, Invalid
from services.shared.kit.config import Config
from tests.desk import ADMIN, AGENT, CUSTOMER, MANAGER, SPECIALIST
from tests.intake.builders import intake, lay_the_ground, looking, refusal_of


def test_only_managers_and_administrators_keep_people_and_places(config: Config) -> None:
    lay_the_ground(config)
    for actor in (CUSTOMER, AGENT, SPECIALIST):
        for add in (
            lambda work: people.add_organisation(work, "BIB", "Bibliotheek"),
            lambda work: people.add_customer(work, "K0003", "Kees Kok", "GEM", None, None),
            lambda work: people.add_location(work, "BIB", "Bibliotheek", None),
        ):
            assert isinstance(refusal_of(config, actor, add), Forbidden)
    with intake(config, MANAGER) as work:
        people.add_organisation(work, "BIB", "Bibliotheek")
    with looking(config) as work:
        assert work.customers.organisation("BIB").name == "Bibliotheek"


def test_what_something_belongs_to_must_exist(config: Config) -> None:
    lay_the_ground(config)
    customer = refusal_of(config, ADMIN, lambda work: people.add_customer(work, "K0003", "Kees Kok", "BIB", None, None))
    assert isinstance(customer, Invalid)
    assert customer.errors == {"organisation": ["There is no organisation BIB."]}
    location = refusal_of(config, ADMIN, lambda work: people.add_location(work, "BIB-1", "Leeszaal", "BIB"))
    assert isinstance(location, Invalid)
    assert location.errors == {"within": ["There is no location BIB."]}


def test_the_same_code_again_changes_what_is_known(config: Config) -> None:
    lay_the_ground(config)
    with intake(config, ADMIN) as work:
        people.add_customer(work, "K0001", "Marieke de Groot", "GEM", None, "026 765 43 21")
        people.add_location(work, "SH", "Oude stadhuis", None)
    with looking(config) as work:
        assert [found.name for found in work.customers.find("groot", 5)] == ["Marieke de Groot"]
        assert work.customers.find("berg", 5) == []
        # A room is found under the building's new name too.
        assert work.locations.named({"SH-2-14"})["SH-2-14"].path == "Oude stadhuis › Vergaderzaal De Brug"
        assert [found.code for found in work.locations.find("oude brug", 5)] == ["SH-2-14"]


def test_a_place_is_not_part_of_itself(config: Config) -> None:
    lay_the_ground(config)

    def turn_inside_out(work: IntakeWork) -> None:
        people.add_location(work, "SH", "Stadhuis", "SH-2-14")

    for refusal in (
        refusal_of(config, ADMIN, lambda work: people.add_location(work, "SH", "Stadhuis", "SH")),
        refusal_of(config, ADMIN, turn_inside_out),
    ):
        assert isinstance(refusal, Invalid)
        assert refusal.errors == {"within": ["Location SH cannot be part of itself."]}


def test_a_path_that_would_not_fit_is_refused(config: Config) -> None:
    with intake(config, ADMIN) as work:
        for level in range(1, 4):
            people.add_location(work, f"N{level}", "n" * 120, f"N{level - 1}" if level > 1 else None)
    refusal = refusal_of(config, ADMIN, lambda work: people.add_location(work, "N4", "n" * 120, "N3"))
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"name": ["The names from the building down have more than 400 characters."]}
