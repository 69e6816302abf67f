"""A keeper makes an item, a customer finds and asks for it, and the desk sees all of it; and what scripts add."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.gateway.sent_files import a_photo

WORDS = {
    "nl": {
        "published": "is gepubliceerd als versie 1",
        "fix": "Vraag 1, Vraag in het Engels: Vul dit in.",
        "circle": "wachten op elkaar",
        "sent": "Dank u wel",
        "promise": "Binnen 3 werkdagen: uiterlijk",
        "approval": "Boven € 100,00 moet uw budgethouder eerst akkoord gaan",
        "size": "Groot",
        "version": "versie 1",
        "solved": "Ja, opgelost",
        "good": "Fijn om te horen",
        "step": "Stap 3 van 4",
    },
    "en": {
        "published": "is published as version 1",
        "fix": "Question 1, Question in English: Fill this in.",
        "circle": "wait for each other",
        "sent": "Thank you",
        "promise": "Within 3 working days: ",
        "approval": "Above €100.00 your budget holder must agree first",
        "size": "Large",
        "version": "version 1",
        "solved": "Yes, solved",
        "good": "Good to hear",
        "step": "Step 3 of 4",
    },
}
FERN = {
    "code": "kamervaren",
    "name.nl": "Kamervaren",
    "name.en": "Indoor fern",
    "description.nl": "Een varen voor op kantoor, met verzorging.",
    "description.en": "A fern for the office, looked after.",
    "keywords": "plantenbak\npotplant",
    "price.amount": "45",
    "price.unit.nl": "plant",
    "price.unit.en": "plant",
    "lead_time.amount": "3",
    "approval.amount": "100",
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_item_from_its_keeper_to_the_desk_without_scripts(visit: Visit, language: str) -> None:
    words, code = WORDS[language], f"kamervaren-{language}"
    keeper = visit("hans", language=language, scripts=False)
    _keep(keeper, code, words)

    customer = visit("marieke", language=language, width=390, scripts=False)
    # Somebody types it wrong, and finds it all the same.
    customer.goto("/")
    customer.fill("#q", "kamervarn" if language == "nl" else "indor fern")
    customer.click(".ask button")
    customer.locator(f"a[href^='/catalogue/item/{code}?']").click()
    expect(customer.locator("main")).to_contain_text(words["promise"])
    assert words["approval"] in customer.locator("main").inner_text().replace("\xa0", " ")
    customer.click("main a.button.primary")
    customer.click("main form button.primary")
    number = _ask(customer, words)

    agent = visit("anouk", language=language, scripts=False)
    agent.goto(f"/notifications/{number}")
    about = agent.locator("section[aria-labelledby=item]")
    expect(about).to_contain_text(words["version"])
    expect(about).to_contain_text(words["promise"])
    expect(about).to_contain_text(words["size"])
    expect(about).to_contain_text("Voor in de hal")
    picture = about.locator("a[href^='/files/'] img")
    expect(picture).to_have_js_property("complete", True)
    # Upright: the photo lay on its side.
    assert picture.evaluate("picture => [picture.naturalWidth, picture.naturalHeight]") == [40, 60]


def _keep(page: Page, code: str, words: dict[str, str]) -> None:
    """Make the item: three steps, an approval, and a question that is asked of some only."""
    page.goto("/keep/new")
    for name, value in (FERN | {"code": code}).items():
        page.fill(f'[name="{name}"]', value)
    page.select_option('[name="category"]', "WERKPLEK")
    page.select_option('[name="price.payer"]', "organisation")
    page.select_option('[name="approval.rule"]', "above_amount")
    _question(page, 0, "maat", "choice", "Welke maat?", "")
    page.fill('[name="questions.0.choices"]', "klein = Klein | Small\ngroot = Groot | Large")
    _question(page, 1, "waar", "text", "Waar komt hij?", "Where will it be?")
    page.locator("fieldset.one-part").nth(1).locator("details summary").nth(1).click()
    page.fill('[name="questions.1.when.question"]', "maat")
    page.fill('[name="questions.1.when.answers"]', "groot")
    _question(page, 2, "plek", "file", "Foto van de plek?", "Picture of the place?")
    for place, (step, after) in enumerate((("kopen", "nazorg"), ("brengen", "kopen"), ("nazorg", "brengen"))):
        page.click('button[value="add.steps"]')
        page.fill(f'[name="steps.{place}.code"]', step)
        page.select_option(f'[name="steps.{place}.team"]', "SERVICE")
        page.fill(f'[name="steps.{place}.title.nl"]', step.title())
        page.fill(f'[name="steps.{place}.title.en"]', step.title())
        page.fill(f'[name="steps.{place}.after"]', after)
    page.click('.sticky button[value="publish"]')
    expect(page.locator("#problems")).to_contain_text(words["fix"])
    page.fill('[name="questions.0.text.en"]', "Which size?")
    page.click('.sticky button[value="publish"]')
    expect(page.locator("#problems")).to_contain_text(words["circle"])
    page.fill('[name="steps.0.after"]', "")
    page.click('.sticky button[value="publish"]')
    expect(page.locator(".alert.done")).to_contain_text(words["published"])


def _question(page: Page, place: int, code: str, type: str, nl: str, en: str) -> None:
    page.click('button[value="add.questions"]')
    page.fill(f'[name="questions.{place}.code"]', code)
    page.select_option(f'[name="questions.{place}.type"]', type)
    page.fill(f'[name="questions.{place}.text.nl"]', nl)
    page.fill(f'[name="questions.{place}.text.en"]', en)
    if type == "choice":
        page.locator("fieldset.one-part").nth(place).locator("details summary").first.click()


def _ask(page: Page, words: dict[str, str]) -> str:
    """The three steps that are left; answers the number."""
    page.get_by_label(words["size"]).check()
    photo = {"name": "plek.jpg", "mimeType": "image/jpeg", "buffer": a_photo()}
    page.set_input_files('[name="sent.plek"]', photo)
    page.click("main .buttons button.primary")
    # The answer leads to one more question, which comes before anybody misses it.
    expect(page.locator("#problems")).to_have_count(0)
    page.fill('[name="answers.waar"]', "Voor in de hal")
    expect(page.locator(".upload .file-name")).to_have_text("plek.jpg")
    page.click("main .buttons button.primary")
    expect(page.locator(".step")).to_have_text(words["step"])
    page.click("main form button.primary")
    page.click("main form button.primary")
    expect(page.locator("h1")).to_contain_text(words["sent"])
    expect(page.locator(".notice")).to_contain_text(words["promise"])
    return page.locator(".receipt-number").inner_text()


def test_what_fits_comes_while_somebody_types_and_the_keyboard_goes_through_it(visit: Visit) -> None:
    page = visit("marieke")
    page.goto("/")
    page.fill("#q", "buraustoel")
    hits = page.locator("[data-found-here] a")
    expect(hits.first).to_have_text("Nieuwe bureaustoel")
    expect(page.get_by_role("status")).to_have_text(f"{hits.count()} gevonden")
    page.press("#q", "ArrowDown")
    expect(hits.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-found-here]")).to_be_hidden()
    page.fill("#q", "wifi voor bezoek")
    hits.first.click()
    page.go_back()
    expect(page.locator("#q")).to_have_value("wifi voor bezoek")
    page.locator("section[aria-labelledby=found] a").first.click()
    page.get_by_role("button", name="Ja, opgelost").click()
    expect(page.locator("#helped-title")).to_contain_text("Fijn om te horen")


def test_a_question_and_advice_come_with_the_answer_that_leads_to_them(visit: Visit) -> None:
    page = visit("marieke", width=390)
    page.goto("/report?item=onveilige-situatie")
    page.click("main form button.primary")
    depends, stop = page.locator("[data-question=afgezet]"), page.locator("[data-question=acuut] .stop")
    expect(depends).to_be_hidden()
    page.locator("[data-question=wat] input[value=vallen]").check()
    expect(depends).to_be_visible()
    page.locator("[data-question=acuut] input[value=ja]").check()
    expect(stop).to_contain_text("Bel direct 112.")
    page.locator("[data-question=acuut] input[value=nee]").check()
    expect(stop).to_be_hidden()


def test_the_preview_follows_what_the_keeper_types(visit: Visit) -> None:
    page = visit("hans")
    page.goto("/keep/item/onveilige-situatie")
    preview = page.locator("[data-preview-here]")
    page.fill('[name="questions.0.text.nl"]', "Is er brand?")
    expect(preview).to_contain_text("Is er brand?")
    expect(preview.locator("[data-question=afgezet]")).to_be_hidden()
    preview.locator("[data-question=wat] input[value=vallen]").check()
    expect(preview.locator("[data-question=afgezet]")).to_be_visible()
