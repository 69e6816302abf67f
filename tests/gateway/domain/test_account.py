import pytest

from services.gateway.domain.account import Account, account_name, check_account_name, check_password, check_roles
from services.shared.actor import Actor
from services.shared.errors import Invalid


@pytest.mark.parametrize("name", ["a", "anna", "anna.bakker@example.nl", "0-1_2+3", "a" * 60])
def test_a_name_an_account_may_have(name: str) -> None:
    check_account_name(name)


@pytest.mark.parametrize("name", ["", " ", ".anna", "anna bakker", "Anna", "anna\x00", "anna\n", "ânna", "a" * 61])
def test_a_name_no_account_may_have(name: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_account_name(name)
    assert list(refusal.value.errors) == ["name"]


def test_capitals_and_spaces_around_a_name_do_not_matter() -> None:
    assert account_name("  Anna ") == "anna"


@pytest.mark.parametrize(
    ("password", "wrong"),
    [
        ("a" * 9, "Use at least 10 characters."),
        ("a" * 201, "Use at most 200 characters."),
        ("Anna.Bakker", "Use something else than the name of the account."),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused(password: str, wrong: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_password(password, "anna.bakker")
    assert refusal.value.errors == {"password": [wrong]}


@pytest.mark.parametrize("password", ["a" * 10, "a" * 200])
def test_a_password_of_ten_to_two_hundred_characters_will_do(password: str) -> None:
    check_password(password, "anna")


def test_an_account_needs_a_role() -> None:
    with pytest.raises(Invalid) as refusal:
        check_roles((), None)
    assert refusal.value.errors == {"roles": ["Give at least one role."]}


def test_a_customer_account_says_which_customer() -> None:
    with pytest.raises(Invalid) as refusal:
        check_roles(("customer",), None)
    assert refusal.value.errors == {"customer": ["Give the customer's code."]}


def test_an_account_travels_as_an_actor() -> None:
    account = Account("anna", "Anna Bakker", ("agent",), None, ("T-1",), "en")
    assert account.actor() == Actor("anna", "Anna Bakker", ("agent",), None, ("T-1",))
