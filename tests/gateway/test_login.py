from collections.abc import Iterator

import pytest
from flask import Flask, g

from services.gateway.domain.account import Account
from services.gateway.login import role_needed, signed_in
from services.shared.errors import Forbidden

AGENT = Account("anna", "Anna Bakker", ("agent",))


@pytest.fixture(autouse=True)
def _request(app: Flask) -> Iterator[None]:
    with app.test_request_context("/desk?status=new"):
        g.account = None
        yield


def test_a_page_for_who_is_signed_in() -> None:
    page = signed_in(lambda: "the page")
    answer = page()
    assert (answer.status_code, answer.location) == (303, "/login?next=/desk?status%3Dnew")
    g.account = AGENT
    assert page() == "the page"


def test_a_form_sends_nobody_back_to_where_it_went(app: Flask) -> None:
    with app.test_request_context("/desk", method="POST"):
        g.account = None
        assert signed_in(lambda: "the page")().location == "/login"


def test_a_page_for_some_roles() -> None:
    page = role_needed("manager", "agent")(lambda: "the page")
    other = role_needed("manager")(lambda: "the page")
    assert page().location == "/login?next=/desk?status%3Dnew"
    g.account = AGENT
    assert page() == "the page"
    with pytest.raises(Forbidden):
        other()
