"""What the portal's scripts add to pages that work without them: answers, and files that are too large."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.gateway.sent_files import a_picture


def test_an_answer_is_filled_in_and_stays_of_the_article_it_came_from(visit: Visit) -> None:
    page = visit("anouk")
    page.goto("/desk/register")
    page.fill("[name=answer_q]", "te koud op kantoor")
    hits, article = page.locator("[name=chosen_article]"), page.locator("[name=article]")
    expect(hits.nth(1)).to_be_visible()
    first, second = (hits.nth(place).input_value() for place in (0, 1))
    hits.first.check()
    expect(article).to_have_value(first)
    hits.nth(1).check()
    expect(article).to_have_value(second)
    page.fill("[name=answer]", "Mijn eigen antwoord")
    with page.expect_event("console", lambda said: said.text == "chosen"):
        hits.first.check()
        page.evaluate("console.log('chosen')")
    # What the agent wrote is theirs, and is not said to be another article.
    assert page.input_value("[name=answer]") == "Mijn eigen antwoord"
    expect(article).to_have_value(second)
    assert int(page.input_value("[name=version]")) > 0


def test_a_log_in_page_never_lands_inside_a_page(visit: Visit) -> None:
    agent, customer = visit("anouk"), visit("marieke")
    agent.goto("/desk/register")
    customer.goto("/")
    for page, field in ((agent, "[name=answer_q]"), (agent, "[name=summary]"), (customer, "#q")):
        page.context.clear_cookies()
        with page.expect_response(lambda response: "/login?" in response.url):
            page.fill(field, "te koud")
        # By the time of another answer the script has done with this one what it does.
        page.evaluate("fetch('/health/live').then((answer) => answer.text())")
        # What was typed is still there; the password is asked for when the form is sent.
        expect(page.locator("main [name=password]")).to_have_count(0)
        assert page.input_value(field) == "te koud"


def test_a_file_that_is_too_large_is_told_at_once(visit: Visit) -> None:
    page = visit("anouk")
    page.goto("/desk/register?catalogue_item=lekkage-dak")
    field, told = page.locator("[name='sent.foto']"), page.locator("[data-told]")
    field.evaluate("field => { field.dataset.largest = 10 }")
    small = {"name": "klein.jpg", "mimeType": "image/jpeg", "buffer": b"12345"}
    field.set_input_files([small, {"name": "groot.jpg", "mimeType": "image/jpeg", "buffer": a_picture()}])
    expect(told).to_have_text("groot.jpg is te groot: stuur hoogstens 10 MB.")
    assert field.input_value() == ""
    field.set_input_files([small])
    expect(told).to_have_text("")


def test_what_could_not_be_sent_comes_back_once(visit: Visit) -> None:
    page = visit("marieke")
    told, summary = page.locator("[data-told-unsent]"), page.locator("[name=summary]")

    def fill_in_and_send(address: str, words: str = "De lamp knippert") -> None:
        page.goto(address)
        page.fill("[name=summary]", words)
        page.check("[name=kind][value=malfunction]")
        page.click("main form .primary")

    page.route("**/report", lambda sent: sent.abort() if sent.request.method == "POST" else sent.continue_())
    fill_in_and_send("/report#kind")
    page.unroute("**/report")
    page.goto("/report?item=lekkage-dak")
    # What was said of one thing is nothing to say of another.
    expect(summary).to_have_value("Lekkage van dak of plafond")
    page.goto("/report")
    expect(summary).to_have_value("De lamp knippert")
    expect(page.locator("[name=kind][value=malfunction]")).to_be_checked()
    expect(told).to_have_text("Dit kon niet worden verstuurd. Wat u invulde staat hier weer, behalve bestanden.")
    page.reload()
    expect(summary).to_have_value("")
    # What is answered with a refusal was sent as well.
    fill_in_and_send("/report#kind", " ")
    expect(page.locator("main .field.wrong")).to_be_visible()
    expect(told).to_have_count(0)
    fill_in_and_send("/report#kind")
    expect(page).to_have_url(re.compile("/where$"))
    page.goto("/report")
    expect(summary).to_have_value("")
    page.context.set_offline(True)
    page.fill("[name=summary]", "De deur klemt")
    page.click("main form .primary")
    expect(told).to_contain_text("U hebt geen verbinding")
    expect(summary).to_have_value("De deur klemt")
