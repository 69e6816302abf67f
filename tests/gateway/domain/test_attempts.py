from datetime import UTC, datetime, timedelta

import pytest

from services.gateway.domain.attempts import PER_ACCOUNT, WINDOW, neighbourhood, seconds_to_wait

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def failures(*minutes_ago: float) -> list[datetime]:
    return [NOW - timedelta(minutes=minutes) for minutes in minutes_ago]


def test_four_failures_are_allowed() -> None:
    assert seconds_to_wait(failures(1, 2, 3, 4), PER_ACCOUNT, NOW) == 0


def test_after_five_one_waits_until_the_first_of_them_is_forgotten() -> None:
    assert seconds_to_wait(failures(1, 2, 3, 4, 5), PER_ACCOUNT, NOW) == 10 * 60


def test_with_more_than_five_one_waits_until_four_are_left() -> None:
    assert seconds_to_wait(failures(1, 2, 3, 4, 5, 14), PER_ACCOUNT, NOW) == 10 * 60


def test_a_failure_is_forgotten_after_exactly_fifteen_minutes() -> None:
    five = failures(1, 2, 3, 4, 15)
    assert seconds_to_wait(five, PER_ACCOUNT, NOW) == 0
    assert seconds_to_wait(five, PER_ACCOUNT, NOW - timedelta(milliseconds=1)) == 1


def test_the_order_of_failures_does_not_matter() -> None:
    assert seconds_to_wait(failures(3, 5, 1, 4, 2), PER_ACCOUNT, NOW) == 10 * 60


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9", "2001:db8:1:2::"),
        ("unknown", "unknown"),
        ("x" * 90, "x" * 45),
    ],
)
def test_an_ipv6_caller_counts_with_all_addresses_they_have(address: str, counted: str) -> None:
    assert neighbourhood(address) == counted


def test_the_window_is_fifteen_minutes() -> None:
    assert timedelta(minutes=15) == WINDOW
