"""Every page, for whoever sees it: no axe violation, nothing wider than the screen, no error in the console.

`BALIE_TEST_SCREENSHOTS=folder` keeps a picture of each.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Visit
from tests.gateway.sent_files import a_picture

# Each page is loaded in two looks, and in each made as wide or as narrow as the other. Rules that axe knows depend on
# colours and on what is there, so it looks at the first width only.
WIDE, NARROW = 1280, 390
LOOKS = [
    pytest.param({"language": "nl", "width": WIDE, "dark": False}, id="nl-light"),
    pytest.param({"language": "en", "width": NARROW, "dark": True}, id="en-dark"),
]


@dataclass(frozen=True)
class Stop:
    """A page on somebody's way: a name for its picture, and an address or a link to follow."""

    name: str
    address: str = ""
    link: str = ""


WAYS = {
    None: [Stop("login", "/login")],
    "marieke": [
        Stop("home", "/"),
        Stop("home-search", "/?q=lamp"),
        Stop("home-nothing", "/?q=zeppelin"),
        Stop("catalogue", "/catalogue"),
        Stop("category", "/catalogue/WERKPLEK"),
        Stop("item", "/catalogue/item/afdelingsverhuizing"),
        Stop("item-with-answers", "/catalogue/item/te-warm-te-koud"),
        Stop("answer", "/catalogue/answer/te-koud"),
        Stop("answer-looked-for", "/catalogue/answer/te-koud?q=het is koud&rated=no"),
        Stop("report-what", "/report?kind=malfunction"),
        Stop("report-suggested", "/report?q=de lamp knippert"),
        Stop("my-notifications", "/notifications"),
        Stop("my-notification", link="main a[href*='/notifications/M']"),
        Stop("not-found", "/notifications/M26-999999"),
        Stop("forbidden", "/desk"),
    ],
    "anouk": [
        Stop("queue", "/desk"),
        Stop("queue-nothing", "/desk?q=zeppelin"),
        Stop("queue-all", "/desk?tab=all"),
        Stop("notification", link="main a.stretch"),
        Stop("register", "/desk/register"),
        Stop("register-caller", "/desk/register?customer_q=marieke"),
        Stop("register-answer", "/desk/register?answer_q=openingstijden&summary=de lamp knippert"),
    ],
    "tom": [
        Stop("work-orders", "/work-orders"),
        Stop("work-orders-all", "/work-orders?tab=all"),
        Stop("work-order", link="main a.stretch"),
    ],
    "hans": [
        Stop("keep", "/keep"),
        Stop("keep-item", "/keep/item/onveilige-situatie"),
        Stop("keep-new", "/keep/new"),
        Stop("keep-versions", "/keep/item/onveilige-situatie/versions"),
        Stop("keep-searches", "/keep/searches"),
        Stop("keep-articles", "/keep/articles"),
        Stop("keep-article", "/keep/articles/code/te-koud"),
        Stop("keep-article-new", "/keep/articles/new"),
        Stop("keep-article-versions", "/keep/articles/code/te-koud/versions"),
        Stop("keep-categories", "/keep/categories"),
        Stop("keep-category", "/keep/categories/code/AFVAL"),
        Stop("keep-category-new", "/keep/categories/new"),
        Stop("keep-synonyms", "/keep/synonyms"),
        Stop("keep-calendars", "/keep/calendars"),
        Stop("keep-calendar", "/keep/calendars/code/KANTOOR"),
        Stop("keep-calendar-new", "/keep/calendars/new"),
        Stop("keep-calendar-hours", "/keep/calendars/code/KANTOOR/hours"),
        Stop("keep-holidays", "/keep/calendars/code/KANTOOR/holidays?year=2030"),
        Stop("keep-service-levels", "/keep/service-levels"),
        Stop("keep-service-level", "/keep/service-levels/code/STANDAARD"),
        Stop("keep-service-level-new", "/keep/service-levels/new"),
        Stop("keep-suggestions", "/keep/suggestions"),
        Stop("keep-desk", "/keep/desk"),
        Stop("keep-exchange", "/keep/exchange"),
        Stop("factsheet", "/factsheet"),
        Stop("factsheet-year", "/factsheet?period=year"),
        Stop("factsheet-wrong", "/factsheet?from=2026-02-01&to=2026-01-01"),
    ],
    "frederique": [Stop("account-manager", "/"), Stop("account-manager-queue", "/desk?tab=all")],
    "beheer": [Stop("admin", "/"), Stop("admin-work-orders", "/work-orders?tab=all")],
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("account", WAYS, ids=lambda account: account or "nobody")
def test_every_page_is_sound(visit: Visit, account: str | None, look: dict[str, Any]) -> None:
    page = visit(account, **look)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if _is_ours(message.text) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for stop in WAYS[account]:
        _go(page, stop)
        expect(page.locator("html")).to_have_attribute("lang", str(look["language"]))
        expect(page.locator("h1")).to_have_count(1)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{stop.name}: {found.generate_report()}"
        for width in (NARROW, WIDE):
            page.set_viewport_size({"width": width, "height": 900})
            _keep_picture(page, stop, look | {"width": width})
            wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wider == 0, f"{stop.name} is {wider} px wider than a screen of {width}"
        page.set_viewport_size({"width": int(look["width"]), "height": 900})
    assert complaints == []


def test_the_four_steps_are_sound(visit: Visit) -> None:
    for look in ({"width": 1280}, {"width": 390, "dark": True, "language": "en"}):
        page = visit("marieke", **look)
        page.goto("/report?kind=malfunction")
        page.fill("#f-summary", "Brandmeldinstallatiecontroleapparatuurruimte is niet toegankelijk")
        page.click("main button.primary")
        for name in ("report-where", "report-contact", "report-check", "report-sent"):
            _keep_picture(page, Stop(name), look)
            found = Axe().run(page)
            assert found.violations_count == 0, f"{name}: {found.generate_report()}"
            if name != "report-sent":
                page.click("main form button.primary")


def test_a_refused_form_is_sound(visit: Visit) -> None:
    page = visit("anouk", width=390)
    page.goto("/desk/register")
    page.click("button[value=register]")
    _keep_picture(page, Stop("register-refused"), {"width": 390})
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_form_with_all_the_files_that_may_come_is_sound(visit: Visit) -> None:
    page = visit("anouk", width=390, language="en", dark=True)
    page.goto("/desk/register?catalogue_item=lekkage-dak")
    page.set_input_files("[name='sent.foto']", [picture("one.jpg"), picture("two.jpg")])
    page.click("button[value=show_questions]")
    _is_sound(page, "register-files")
    page.set_input_files("[name='sent.foto']", [picture("three.jpg")])
    page.click("button[value=show_questions]")
    expect(page.locator("[name='sent.foto']")).to_have_count(0)
    _is_sound(page, "register-files-full")


def test_what_becomes_of_a_file_and_of_what_is_over_is_sound(visit: Visit) -> None:
    """A keeper imports an item that is over and an article that is retired then; a customer has the addresses."""
    page = visit("hans", width=390, language="en", dark=True)
    whole = page.request.get("/keep/exchange/catalogue.json").json()
    former = whole["items"][0] | {"code": "over", "questions": [], "steps": [], "valid_to": "2020-01-01"}
    former["name"] = {"nl": "Faxapparaat", "en": "Fax machine"}
    article = whole["articles"][0] | {"code": "oud-antwoord", "public": True}
    whole["items"].append(former)
    whole["articles"].append(article)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "part=1" in request.url else None)
    for name, content, shown in (
        ("unreadable", b"{", ".alert.wrong"),
        ("wrong", json.dumps({"items": [former | {"category": "ZEPPELIN"}]}).encode(), "#x-wrong"),
        ("judged", json.dumps(whole).encode(), "#x-change"),
    ):
        page.goto("/keep/exchange")
        page.set_input_files("#f-file", {"name": "a.json", "mimeType": "application/json", "buffer": content})
        page.locator("main form[enctype] button").click()
        expect(page.locator(f".import {shown}")).to_be_visible()
        _is_sound(page, f"import-{name}")
    # A script looked in parts how far it was, and says what came of it to who cannot see it.
    assert asked
    expect(page.locator("[data-said]")).to_have_text("This would change 2 categories, items and articles")
    page.click("button[value=import]")
    expect(page.locator(".import .alert.done")).to_be_visible()
    _is_sound(page, "import-imported")
    page.goto("/keep/articles/code/oud-antwoord")
    page.click("button[value=retire]")
    expect(page.locator(".alert.done")).to_be_visible()
    customer = visit("marieke", width=390, language="en", dark=True)
    for address in ("/catalogue/item/over", "/catalogue/answer/oud-antwoord"):
        answer = customer.goto(address)
        assert answer is not None
        assert answer.status == 410
        _is_sound(customer, f"former-{address.split('/')[2]}")


def test_the_api_documentation_reads_without_any_other_server(visit: Visit) -> None:
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/api/docs")
    expect(page.locator("#operations-notifications-post_api_v1_notifications, .opblock-post").first).to_be_visible()
    here = page.url.split("/api/")[0]
    assert [url for url in asked if not url.startswith((here, "data:"))] == []


def picture(name: str) -> FilePayload:
    """A small picture to send."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": a_picture()}


def _is_sound(page: Page, name: str) -> None:
    """No axe violation on the page as it is, and nothing wider than the screen in either width."""
    found = Axe().run(page)
    assert found.violations_count == 0, f"{name}: {found.generate_report()}"
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        _keep_picture(page, Stop(name), {"width": width})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider == 0, f"{name} is {wider} px wider than a screen of {width}"


def _go(page: Page, stop: Stop) -> None:
    if stop.link:
        page.locator(stop.link).first.click()
    else:
        page.goto(stop.address)
    page.wait_for_load_state("load")


def _is_ours(message: str) -> bool:
    # The browser itself notes in the console that a page was answered with 403, 404 or 422.
    return "the server responded with a status of 4" not in message


def _keep_picture(page: Page, stop: Stop, look: dict[str, Any]) -> None:
    folder = os.environ.get("BALIE_TEST_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        name = "-".join([stop.name, *(str(value) for value in look.values())])
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)
