"""A team, and the one rule that brings work to it: category to team."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from services.shared.errors import Refused


@dataclass(frozen=True)
class Team:
    """A group of specialists; `fallback` gets what no rule sends elsewhere."""

    code: str
    name: dict[str, str]
    categories: tuple[str, ...] = ()
    fallback: bool = False


def team_for(teams: Iterable[Team], asked: str | None, category: str | None) -> Team:
    """The team the desk asked for, else the one that serves the category, else the fallback team.

    Raises Refused when there is none of these.
    """
    known = sorted(teams, key=lambda team: team.code)
    for fits in (
        lambda team: team.code == asked,
        lambda team: category is not None and category in team.categories,
        lambda team: team.fallback,
    ):
        for team in known:
            if fits(team):
                return team
    raise Refused("no_team_for_this_work", f"No team serves category {category}, and there is no fallback team.")
