"""The keeper's articles: found, shown as readers see them, published as they were seen, retired."""

from __future__ import annotations

from typing import Any

from services.shared.errors import Invalid, Refused
from tests.gateway.builders import FakeBus
from tests.gateway.portal.fields import filled_in, last
from tests.gateway.portal.reader import Reader

BOTH = {"nl": "Draai de lamp eruit.", "en": "Turn the lamp out."}
WRITTEN: dict[str, Any] = {
    "code": "lamp-vervangen",
    "title": {"nl": "Lamp vervangen", "en": "Replacing a lamp"},
    "summary": BOTH,
    "body": {"nl": "## Zo\n\nDraai **links**.", "en": "## How\n\nTurn *left*."},
    "keywords": ["peertje", "bulb"],
    "items": ["lamp-kapot"],
    "public": False,
    "review_on": "2026-02-01",
}
KEPT = WRITTEN | {
    "version": 3,
    "status": "published",
    "helped": 7,
    "did_not_help": 2,
    "changed_at": "2026-03-01T09:00:00+00:00",
    "changed_by": "Hans",
}
ADDRESS = "/keep/articles/code/lamp-vervangen"


def test_what_the_form_shows_is_what_it_publishes(hans: Reader, bus: FakeBus) -> None:
    bus.answers |= {"catalog.get_kept_article": KEPT, "catalog.publish_article": KEPT | {"version": 4}}
    hans.see(ADDRESS)
    assert "Helped 7 of 9 readers who said so" in hans.page
    hans.send(ADDRESS, **filled_in(hans), do="publish")
    assert last(bus, "publish_article") == (WRITTEN, KEPT["changed_at"])
    assert "lamp-vervangen is published as version 4." in hans.page


def test_an_empty_form_publishes_nothing_that_was_not_typed(hans: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.publish_article"] = Invalid("…", {"title": {"nl": ["Fill this in."]}})
    hans.see("/keep/articles/new")
    hans.send("/keep/articles/new", 422, **filled_in(hans), do="publish")
    sent, seen = last(bus, "publish_article")
    assert seen == ""
    assert {name for name, value in sent.items() if value not in ("", [], None, {"nl": "", "en": ""})} == {"public"}
    assert "Title in Dutch: Fill this in." in hans.page


def test_what_cannot_be_in_an_article_is_said_beside_the_text_and_nothing_typed_is_lost(
    hans: Reader, bus: FakeBus
) -> None:
    wrong = ["HTML is not used here: <script>. Write Markdown.", "Pictures are not used here."]
    bus.answers |= {
        "catalog.get_kept_article": KEPT,
        "catalog.publish_article": Invalid(
            "…", {"body.nl": wrong, "items": {"0": ["There is no catalogue item stoel."]}}
        ),
    }
    hans.client.set_cookie("language", "nl")
    hans.see(ADDRESS)
    typed = filled_in(hans) | {"body.nl": ["<script>alert(1)</script>"], "items": ["stoel"]}
    hans.send(ADDRESS, 422, **typed, do="publish")
    assert "Tekst in het Nederlands: HTML kan hier niet: <script>. Schrijf Markdown. Plaatjes kunnen hier niet." in (
        hans.page
    )
    assert 'href="#f-body-nl"' in hans.page
    assert 'href="#f-items"' in hans.page
    shown = filled_in(hans)
    assert {name: shown[name] for name in typed if name != "token"} == {
        name: value for name, value in typed.items() if name != "token"
    }


def test_a_keeper_who_was_overtaken_stays_overtaken_until_the_article_is_opened_again(
    hans: Reader, bus: FakeBus
) -> None:
    overtaken = Refused(
        "changed_meanwhile",
        "Somebody else changed lamp-vervangen meanwhile. Open it again in another window and make your change there.",
    )
    bus.answers |= {"catalog.get_kept_article": KEPT, "catalog.publish_article": overtaken}
    hans.see(ADDRESS)
    bus.answers["catalog.get_kept_article"] = KEPT | {"changed_at": "2026-03-02T09:00:00+00:00"}
    for _ in range(2):
        hans.send(ADDRESS, 409, **filled_in(hans), do="publish")
        assert "Somebody else changed lamp-vervangen meanwhile." in hans.page
        assert last(bus, "publish_article")[1] == KEPT["changed_at"]


def test_the_preview_is_what_a_reader_sees_and_names_what_would_be_left_out(hans: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.get_kept_article"] = KEPT
    hans.see(ADDRESS)
    typed = filled_in(hans) | {"body.en": ["## New\n\n**bold** <b>not</b>"]}
    whole = hans.send(ADDRESS, **typed, do="show")
    assert "<h2>New</h2>" in whole
    part = hans.send("/keep/articles/preview", **typed)
    assert "<html" not in part
    assert "<h2>New</h2>" in part
    assert "<strong>bold</strong> not" in part
    assert "HTML is not used here: <b>. Write Markdown." in part
    assert [said for said in bus.said if said.method == "publish_article"] == []


def test_articles_are_listed_by_state_and_found_by_words(hans: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.list_kept_articles"] = {"items": [KEPT], "next": "lamp-vervangen"}
    page = hans.see("/keep/articles?tab=overdue&q=lamp")
    assert last(bus, "list_kept_articles") == (
        {"after": None, "limit": 50, "q": "lamp", "status": "published", "overdue": True},
    )
    for shown in ("7 of 9", "For staff only", "1 February 2026", 'href="/keep/articles?q=lamp&tab=retired"'):
        assert shown in page
    assert 'href="/keep/articles?tab=overdue&q=lamp&after=lamp-vervangen"' in page
    bus.answers["catalog.list_kept_articles"] = {"items": [], "next": None}
    assert "No article has these words" in hans.see("/keep/articles?q=zeppelin")
    assert "Every article was looked at in time" in hans.see("/keep/articles?tab=overdue")


def test_an_article_is_retired_and_each_version_says_what_it_changed(hans: Reader, bus: FakeBus) -> None:
    at = {"published_at": "2026-03-02T12:00:00+00:00", "published_by": "Hans"}
    later = WRITTEN | {"keywords": ["led"]}
    bus.answers |= {
        "catalog.get_kept_article": KEPT,
        "catalog.list_article_versions": {
            "items": [{"version": 2, "definition": later, **at}, {"version": 1, "definition": WRITTEN, **at}]
        },
    }
    hans.see(ADDRESS)
    hans.send(ADDRESS, **filled_in(hans), do="retire")
    assert last(bus, "retire_article") == ("lamp-vervangen",)
    assert "lamp-vervangen is retired" in hans.page
    page = hans.see(f"{ADDRESS}/versions")
    assert "peertje, bulb" in page
    assert 'href="/keep/articles/code/lamp-vervangen"' in page
