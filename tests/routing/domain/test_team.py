"""To which team work goes."""

from __future__ import annotations

import pytest

from services.routing.domain.team import Team, team_for
from services.shared.errors import Refused
from tests.routing.builders import POETS, TECHNIEK


def test_the_team_the_desk_asked_for_goes_before_all_else() -> None:
    assert team_for([TECHNIEK, POETS], "POETS", "ELEKTRA") == POETS


def test_else_the_team_that_serves_the_category() -> None:
    assert team_for([POETS, TECHNIEK], None, "KLIMAAT") == TECHNIEK


def test_else_the_fallback_team() -> None:
    assert team_for([TECHNIEK, POETS], None, "CATERING") == POETS
    assert team_for([TECHNIEK, POETS], None, None) == POETS


def test_a_team_that_is_not_known_counts_as_not_asked_for() -> None:
    assert team_for([TECHNIEK, POETS], "VERHUIS", "ELEKTRA") == TECHNIEK
    assert team_for([TECHNIEK, POETS], "VERHUIS", None) == POETS


def test_of_two_teams_that_fit_the_first_by_code_gets_it_in_any_order() -> None:
    a, b = Team("A", {}, ("ELEKTRA",), fallback=True), Team("B", {}, ("ELEKTRA",), fallback=True)
    assert team_for([b, a], None, "ELEKTRA") == a
    assert team_for([b, a], None, "CATERING") == a


def test_no_category_is_served_by_no_team() -> None:
    with pytest.raises(Refused):
        team_for([Team("A", {}, ("ELEKTRA",))], None, None)


def test_without_a_team_that_fits_it_cannot_go_anywhere() -> None:
    with pytest.raises(Refused) as refused:
        team_for([TECHNIEK], "VERHUIS", "CATERING")
    assert refused.value.code == "no_team_for_this_work"
    assert refused.value.message == "No team serves category CATERING, and there is no fallback team."
