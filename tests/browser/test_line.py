"""The whole line by hand: a customer, the desk, a specialist and a manager, each in their own window.

Once in Dutch and once in English, and without JavaScript, which nobody should need.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

WORDS = {
    "nl": {
        "door": "Er is iets kapot",
        "step": "Stap 2 van 4",
        "sent": "Dank u wel",
        "take": "In behandeling nemen",
        "accept": "Accepteren",
        "start": "Beginnen",
        "complete": "Afronden",
        "ready": "Gereed",
        "close": "Afmelden",
        "closed": "Afgemeld",
        "median": "mediaan",
        "answered": "Op de begane grond.",
    },
    "en": {
        "door": "Something is broken",
        "step": "Step 2 of 4",
        "sent": "Thank you",
        "take": "Take",
        "accept": "Accept",
        "start": "Start",
        "complete": "Complete",
        "ready": "Ready",
        "close": "Close",
        "closed": "Closed",
        "median": "median",
        "answered": "On the ground floor.",
    },
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_whole_line_by_hand(visit: Visit, language: str) -> None:
    words = WORDS[language]
    customer = visit("marieke", language=language, width=390, scripts=False)
    number = _report(customer, words)
    customer.goto(f"/notifications/{number}")

    agent = visit("anouk", language=language, scripts=False)
    agent.goto(f"/notifications/{number}")
    agent.get_by_role("button", name=words["take"], exact=True).click()
    agent.click("#do-ask summary")
    agent.fill("#f-ask-question", "Welke lamp precies?")
    agent.click("#do-ask button")

    customer.reload()
    customer.fill("#f-answer-text", "Die bij het raam.")
    customer.click("section.strong button")

    agent.reload()
    agent.click("#do-forward summary")
    agent.fill("#f-forward-remark", "Ladder mee.")
    agent.click("#do-forward button")
    expect(agent.locator("#do-forward")).to_have_count(0)
    order = _reload_until(agent, lambda: agent.locator(".facts-list a.number").count() == 1).locator(
        ".facts-list a.number"
    )
    work_order = order.inner_text()

    specialist = visit("tom", language=language, width=390, scripts=False)
    specialist.goto(f"/work-orders/{work_order}")
    specialist.get_by_role("button", name=words["accept"]).click()
    specialist.get_by_role("button", name=words["start"]).click()
    specialist.fill("#f-solution", "Ledbuis vervangen.")
    specialist.get_by_role("button", name=words["complete"]).click()

    _reload_until(customer, lambda: words["ready"] in customer.locator(".head").inner_text())
    expect(customer.locator(".timeline")).to_contain_text("Ledbuis vervangen.")
    expect(customer.locator(".timeline")).not_to_contain_text("Ladder mee.")

    agent.goto(f"/notifications/{number}")
    agent.get_by_role("button", name=words["close"], exact=True).click()
    expect(agent.locator(".head")).to_contain_text(words["closed"])

    customer.reload()
    customer.check("#f-rate-score-1")
    customer.fill("#f-rate-comment", "Snel!")
    customer.locator("section[aria-labelledby=rating] button").click()
    expect(customer.locator(".timeline")).to_contain_text("Snel!")
    expect(customer.locator("section[aria-labelledby=rating]")).to_have_count(0)

    manager = visit("hans", language=language, scripts=False)
    expect(manager.locator("main")).to_contain_text(words["median"])
    expect(manager.locator("main img")).to_have_count(1)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_desk_registers_and_answers_at_the_counter_in_one_go(visit: Visit, language: str) -> None:
    words = WORDS[language]
    agent = visit("anouk", language=language, scripts=False)
    agent.goto("/desk/register")
    agent.check("input[value=counter]")
    agent.fill("#f-customer_q", "marieke")
    agent.press("#f-customer_q", "Enter")
    agent.locator("input[name=customer]").first.check()
    agent.check("input[name=kind][value=information]")
    agent.fill("#f-summary", "Waar is de kantine?")
    agent.fill("#f-answer", words["answered"])
    agent.click("button[value=register_and_answer]")
    expect(agent.locator(".head")).to_contain_text("Waar is de kantine?")
    expect(agent.locator(".head")).to_contain_text(words["ready"])
    expect(agent.locator(".timeline")).to_contain_text(words["answered"])


def test_what_was_typed_stays_when_something_is_wrong(visit: Visit) -> None:
    customer = visit("marieke", scripts=False)
    customer.locator(".door").first.click()
    customer.fill("#f-description", "Sinds gisteren.")
    customer.click("main button.primary")
    expect(customer.locator("#f-summary")).to_have_attribute("aria-invalid", "true")
    expect(customer.locator("#f-description")).to_have_value("Sinds gisteren.")
    assert customer.title().startswith("Fout: ")


def test_the_desk_registers_with_the_keyboard_alone(visit: Visit) -> None:
    agent = visit("anouk")
    agent.goto("/desk/register")
    expect(agent.locator("#f-customer_q")).to_be_focused()
    agent.keyboard.type("marieke")
    agent.keyboard.press("Enter")
    hit = agent.locator("input[name=customer]")
    expect(hit).to_be_focused()
    expect(hit).to_be_checked()
    agent.focus("#f-location_q")
    agent.keyboard.type("2e verdieping")
    agent.keyboard.press("Enter")
    expect(agent.locator("input[name=location]").first).to_be_focused()


def test_html_is_only_text(visit: Visit) -> None:
    agent = visit("anouk")
    agent.goto("/desk/register")
    agent.check("input[value=phone]")
    agent.fill("#f-customer_q", "marieke")
    agent.press("#f-customer_q", "Enter")
    agent.locator("input[name=customer]").first.check()
    agent.check("input[name=kind][value=wish]")
    agent.fill("#f-summary", "<img src=x onerror=document.title='hacked'>")
    agent.fill("#f-description", "<script>document.title='hacked'</script>")
    agent.click("button[value=register]")
    expect(agent.locator("h1")).to_have_text("<img src=x onerror=document.title='hacked'>")
    assert "hacked" not in agent.title().replace("onerror=document.title='hacked'", "")


def _report(customer: Page, words: dict[str, str]) -> str:
    """Report a broken lamp in four steps; answers its number."""
    customer.get_by_role("link", name=words["door"]).click()
    customer.fill("#f-summary", "Lamp boven mijn bureau knippert")
    customer.fill("#f-description", "Sinds gisteren.")
    customer.click("main button.primary")
    assert words["step"] in customer.title()
    customer.fill("#f-location_query", "2e verdieping")
    customer.press("#f-location_query", "Enter")
    customer.locator("input[name=location]").first.check()
    customer.fill("#f-item_query", "lamp")
    customer.click("button[value=find_item]")
    customer.locator("input[name=catalogue_item]").first.check()
    customer.click("main button.primary")
    for choice in customer.locator("#questions fieldset").all():
        choice.locator("input").first.check()
    for text in customer.locator("#questions input[type=text]").all():
        text.fill("2")
    customer.click("main button.primary")
    customer.click("main button.primary")
    customer.click("main button.primary")
    expect(customer.locator("h1")).to_contain_text(words["sent"])
    return customer.locator(".receipt-number").inner_text()


def _reload_until(page: Page, condition: Callable[[], bool]) -> Page:
    """Reload the page until what happens elsewhere has reached it."""
    for _ in range(100):
        # A button pressed just before may still be changing the page, which then cannot be reloaded.
        page.wait_for_load_state("load")
        page.reload()
        if condition():
            return page
    raise AssertionError(f"{page.url} never showed it: {page.locator('main').inner_text()}")
