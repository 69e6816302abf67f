"""The demo's content keeps its promises, and every service would take it as it is."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from services.demo.content import remarks, rhythm
from services.demo.content.articles import ARTICLES
from services.demo.content.asked import ASKED
from services.demo.content.catalogue import CATEGORIES, ITEMS, TEAMS
from services.demo.content.matching import comes_to, who_and_where
from services.demo.content.people import COLLEAGUES, CUSTOMERS, ORGANISATIONS
from services.demo.content.places import LOCATIONS, PlaceSort
from services.demo.content.stories import STORIES, Route, Story, Workdays
from services.shared.actor import ROLES
from services.shared.completeness import days_of
from services.shared.contracts.catalog import DefineCategory, PublishArticle, PublishItem
from services.shared.contracts.intake import (
    AddCustomer,
    AddLocation,
    AddNote,
    AddOrganisation,
    AnswerNotification,
    AskCustomer,
    ForwardNotification,
    RateNotification,
    Reason,
    RegisterNotification,
)
from services.shared.contracts.routing import CompleteWorkOrder, DefineTeam
from services.shared.kit.markdown import unusable
from services.shared.vocabulary import Channel, Kind

ITEM = {item["code"]: item for item in ITEMS}
TOLD_ON = date(2026, 3, 6)  # A Friday, so that working days have a weekend to step over.


def told(story: Story) -> str:
    """How a story is called when its test fails."""
    return f"{story.kind.value}: {story.summary}"


each_story = pytest.mark.parametrize("story", STORIES, ids=told)
each_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["code"])


def test_counts_are_as_promised() -> None:
    buildings = [place for place in LOCATIONS if place.sort is PlaceSort.BUILDING]
    counts = (len(buildings), len(ORGANISATIONS), len(CUSTOMERS), len(TEAMS), len(ITEMS))
    assert counts == (3, 5, 40, 4, 75)
    assert len(LOCATIONS) >= 60
    assert len(STORIES) >= 90
    assert (len(ARTICLES), len(ASKED)) == (41, 101)


@pytest.mark.parametrize(
    "codes",
    [
        [place.code for place in LOCATIONS],
        [organisation.code for organisation in ORGANISATIONS],
        [customer.code for customer in CUSTOMERS],
        [customer.email for customer in CUSTOMERS],
        [customer.phone for customer in CUSTOMERS],
        [colleague.account for colleague in COLLEAGUES],
        [category["code"] for category in CATEGORIES],
        [team["code"] for team in TEAMS],
        [one["code"] for one in (*ITEMS, *ARTICLES)],
        [(language, words) for language, words, _ in ASKED],
        [(story.summary, story.description) for story in STORIES],
    ],
)
def test_nothing_occurs_twice(codes: list[Any]) -> None:
    assert [code for code, count in Counter(codes).items() if count > 1] == []


def test_parents_come_before_children() -> None:
    seen: set[str | None] = {None}
    for place in LOCATIONS:
        assert place.within in seen, place.code
        seen.add(place.code)


def test_every_request_passes_its_contract() -> None:
    for place in LOCATIONS:
        assert AddLocation().load(place.request())["code"] == place.code
    for organisation in ORGANISATIONS:
        assert AddOrganisation().load(organisation.request())["code"] == organisation.code
    for customer in CUSTOMERS:
        assert AddCustomer().load(customer.request())["name"] == customer.name
    for category in CATEGORIES:
        assert DefineCategory().load(category) == {"internal_name": None, "norms": None, "within": None} | category
    for team in TEAMS:
        assert DefineTeam().load(team) == team


def test_people_belong_somewhere() -> None:
    organisations = {organisation.code: organisation for organisation in ORGANISATIONS}
    places = {place.code: place for place in LOCATIONS}
    for organisation in ORGANISATIONS:
        assert set(organisation.uses) <= set(places)
    for customer in CUSTOMERS:
        assert comes_to(organisations[customer.organisation], places[customer.workplace]), customer.name
        assert customer.email.endswith(".example")
        assert customer.phone.startswith("06-0000")
    assert {customer.organisation for customer in CUSTOMERS} == set(organisations)


def test_each_category_has_one_team_and_one_team_catches_the_rest() -> None:
    served = [category for team in TEAMS for category in team["categories"]]
    assert sorted(served) == sorted(category["code"] for category in CATEGORIES)
    assert [team["code"] for team in TEAMS if team["fallback"]] == ["SERVICE"]


def test_colleagues_fill_every_role_but_the_customers() -> None:
    assert {role for colleague in COLLEAGUES for role in colleague.roles} == set(ROLES) - {"customer"}
    assert {team for colleague in COLLEAGUES for team in colleague.teams} == {team["code"] for team in TEAMS}


@each_item
def test_item_passes_its_contract(item: dict[str, Any]) -> None:
    loaded = PublishItem().load(item)
    assert item["category"] in {category["code"] for category in CATEGORIES}
    assert len(loaded["keywords"]) == len(set(loaded["keywords"]))
    assert len(loaded["questions"]) <= 5


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["code"])
def test_article_passes_its_contract_and_leads_to_items_that_there_are(article: dict[str, Any]) -> None:
    loaded = PublishArticle().load(article)
    assert set(loaded["items"]) <= set(ITEM)
    assert len(loaded["keywords"]) == len(set(loaded["keywords"]))
    assert [unusable(text) for text in loaded["body"].values()] == [[], []]


def test_what_is_really_asked_has_an_answer_that_anyone_may_see() -> None:
    public = {article["code"] for article in ARTICLES if article["public"]}
    assert {code for _, _, code in ASKED} <= set(ITEM) | public


@each_item
def test_only_choices_have_choices(item: dict[str, Any]) -> None:
    for question in item["questions"]:
        codes = [choice["code"] for choice in question.get("choices", [])]
        assert (len(codes) >= 2) == (question["type"] in ("choice", "choices"))
        assert len(codes) == len(set(codes))


def accepts(question: dict[str, Any], answer: Any) -> bool:
    """Whether this is a usable answer to this question."""
    if question["type"] == "choice":
        return answer in [choice["code"] for choice in question["choices"]]
    if question["type"] == "number":
        return isinstance(answer, int) and question["lowest"] <= answer <= question["highest"]
    if question["type"] == "date":
        first, last = days_of(question, TOLD_ON)
        day = date.fromisoformat(answer)
        return day.weekday() < 5 and (first or day) <= day <= (last or day)
    return isinstance(answer, str) and answer.strip() != ""


@each_story
def test_story_answers_what_its_item_asks(story: Story) -> None:
    if story.item is None:
        assert story.answers == {}
        return
    item = ITEM[story.item]
    answers = story.answers_on(TOLD_ON)
    questions = {question["code"]: question for question in item["questions"]}
    assert story.kind in item["kinds"]
    assert set(answers) <= set(questions)
    assert {code for code, question in questions.items() if question.get("required", True)} <= set(answers)
    assert [code for code, answer in answers.items() if not accepts(questions[code], answer)] == []


@each_story
def test_story_can_be_registered_in_each_of_its_wordings(story: Story) -> None:
    for wording in (story, *story.also, *story.noted):
        request = {
            "kind": story.kind.value,
            "channel": "portal",
            "summary": wording.summary,
            "description": wording.description,
            "catalogue_item": story.item,
            "answers": story.answers_on(TOLD_ON),
            "impact": story.impact and story.impact.value,
            "urgency": story.urgency and story.urgency.value,
        }
        assert RegisterNotification().load(request)["summary"] == wording.summary


@each_story
def test_story_has_the_words_its_route_needs(story: Story) -> None:
    assert (story.cancel_reason is not None) == (story.route is Route.CANCEL)
    assert bool(story.outcomes) == (story.route is not Route.CANCEL)
    assert (story.question is not None) == (story.customer_answer is not None) == story.route.asks
    if story.route.asks:
        AskCustomer().load({"question": story.question})
        AnswerNotification().load({"text": story.customer_answer})
    for outcome in story.outcomes:
        if story.route.forwards:
            CompleteWorkOrder().load({"solution": outcome})
        else:
            AnswerNotification().load({"text": outcome})
    if story.cancel_reason:
        Reason().load({"reason": story.cancel_reason})
    ForwardNotification().load({"category": story.category, "remark": story.remark})
    for comment in (story.liked, story.disliked):
        RateNotification().load({"score": 3, "comment": comment})


@each_story
def test_story_that_is_forwarded_leads_to_a_team(story: Story) -> None:
    assert not (story.item and story.category), "An item has its category already."
    category = ITEM[story.item]["category"] if story.item else story.category
    if story.route.forwards or category is not None:
        assert category in {category["code"] for category in CATEGORIES}
    assert not story.remark or story.route.forwards


@each_story
def test_story_has_somebody_and_somewhere(story: Story) -> None:
    fitting = who_and_where(story)
    assert fitting
    organisations = {organisation.code: organisation for organisation in ORGANISATIONS}
    for customer, place in fitting:
        assert (place is None) == (not story.where and story.at is None)
        assert place is None or comes_to(organisations[customer.organisation], place)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_stories_enough(month: int) -> None:
    """All 300 can be told without repeating one too often, even if the whole period were this month."""
    stock: Counter[Kind] = Counter()
    for story in STORIES:
        if not story.months or month in story.months:
            stock[story.kind] += story.at_most
    weights = rhythm.KIND_WEIGHTS
    needed = {kind: rhythm.NOTIFICATIONS * weight / sum(weights.values()) for kind, weight in weights.items()}
    assert {kind: stock[kind] for kind in Kind if stock[kind] < needed[kind]} == {}


def test_working_days_step_over_the_weekend() -> None:
    assert Workdays(1).after(TOLD_ON) == date(2026, 3, 9)
    assert Workdays(-5).after(TOLD_ON) == date(2026, 2, 27)
    assert Workdays(0).after(TOLD_ON) == TOLD_ON


def test_rhythm_covers_the_week_and_keeps_the_weekend_quiet() -> None:
    assert set(rhythm.KIND_WEIGHTS) == set(Kind)
    assert set(rhythm.CHANNEL_WEIGHTS) <= set(Channel)
    assert set(rhythm.WEEKDAY_WEIGHTS) == set(range(7))
    weekend = sum(weight for day, weight in rhythm.WEEKDAY_WEIGHTS.items() if day not in rhythm.DESK_DAYS)
    assert 0 < weekend < sum(rhythm.WEEKDAY_WEIGHTS.values()) / 50
    afternoon = {hour for hour in rhythm.HOUR_WEIGHTS if hour >= 13}
    friday = sum(rhythm.FRIDAY_HOUR_WEIGHTS.get(hour, 0) for hour in afternoon)
    assert friday < sum(rhythm.HOUR_WEIGHTS[hour] for hour in afternoon) / 2


def test_remarks_pass_their_contracts() -> None:
    for comment in (*remarks.LIKED, *remarks.MIXED, *remarks.DISLIKED):
        assert RateNotification().load({"score": 4, "comment": comment})["comment"] == comment
    for reason in remarks.OBJECTIONS:
        assert Reason().load({"reason": reason})["reason"] == reason
    for text in (*remarks.NOTES, *remarks.NOTES_FOR_CUSTOMER):
        assert AddNote().load({"text": text})["text"] == text
