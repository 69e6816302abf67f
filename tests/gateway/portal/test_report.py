"""What a customer meets in the four steps of a report: what is known is not asked again, and is told in words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.gateway.builders import FakeBus
from tests.gateway.portal.reader import Reader
from tests.gateway.portal.test_catalogue import CHOICES, ITEM, a_question

pytestmark = pytest.mark.usefixtures("accounts", "services")


@pytest.fixture(autouse=True)
def catalogue(bus: FakeBus, services: None) -> None:
    bus.answers["catalog.get_item"] = ITEM


def begun(carla: Reader) -> str:
    """The address of the second step."""
    carla.see("/report?item=dozen")
    carla.send("/report", item="dozen", kind="wish", summary="Verhuisdozen")
    return carla.at


def answers_shown(page: str) -> list[str]:
    """The answers to the questions of the item, on the last page."""
    (where,) = re.findall(r"<h2>Waar is het\?</h2>.*?</section>", page, re.DOTALL)
    told = re.findall(r'<dd>\s*<span class="text">(.*?)</span>', where)
    return told[1:]


def test_the_last_page_tells_answers_in_words(carla: Reader, bus: FakeBus) -> None:
    types = {"dag": "date", "tijd": "time", "maat": "number", "soort": "choices", "plek": "location"}
    questions = [a_question(code, type, choices=CHOICES) for code, type in types.items()]
    bus.answers["catalog.get_item"] = ITEM | {"questions": questions}
    typed: dict[str, Any] = {"answers.dag": "2026-12-03", "answers.tijd": "09:30:00", "answers.maat": "2.5"}
    typed |= {"answers.plek": "A-2", "choices.soort": ["", "klein", "groot"]}
    step = begun(carla)
    carla.send(step, catalogue_item="dozen", shown="dozen", do="next", asked=" ".join(types), **typed)
    words = ["3 december 2026", "09:30", "2,5", "Klein, Groot"]
    assert answers_shown(carla.see(step.replace("where", "check"))) == [*words, "A-2"]
    # Who knows the places calls them by their name.
    known = [{"code": code, "answer": "Stadhuis › Kamer 2" if code == "plek" else "in woorden"} for code in types]
    bus.answers["intake.check_request"] = {"answers": known}
    assert answers_shown(carla.see(carla.at)) == ["in woorden"] * 4 + ["Stadhuis › Kamer 2"]


def test_the_last_page_shows_what_cannot_be_used_as_it_was_typed(carla: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.get_item"] = ITEM | {"questions": [a_question("maat", "number")]}
    step = begun(carla)
    carla.send(step, 422, catalogue_item="dozen", shown="dozen", do="next", asked="maat", **{"answers.maat": "veel"})
    assert answers_shown(carla.see(step.replace("where", "check"))) == ["veel"]
