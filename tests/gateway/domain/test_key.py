from datetime import UTC, datetime, timedelta

from services.gateway.domain.key import (
    fingerprint,
    new_session_key,
    new_token,
    session_is_over,
    token_is_over,
    use_should_be_noted,
)

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
A_BIT = timedelta(microseconds=1)


def test_keys_are_random_and_long_enough() -> None:
    assert len({new_session_key() for _ in range(100)}) == 100
    assert len(new_session_key()) == 43  # 256 bits in base64
    assert new_token().startswith("balie_")
    assert len(new_token()) == 49


def test_a_fingerprint_does_not_tell_the_key() -> None:
    assert fingerprint("key") == "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683"


def test_a_fingerprint_can_be_taken_of_anything_a_browser_sends() -> None:
    assert len(fingerprint("\ud800")) == 64


def test_a_session_is_over_after_twelve_hours_alone() -> None:
    seen = NOW - timedelta(hours=12)
    assert session_is_over(seen, seen, NOW)
    assert not session_is_over(seen, seen + A_BIT, NOW)


def test_a_session_is_over_after_seven_days_however_busy() -> None:
    started = NOW - timedelta(days=7)
    assert session_is_over(started, NOW, NOW)
    assert not session_is_over(started + A_BIT, NOW, NOW)


def test_a_token_is_over_when_its_moment_comes() -> None:
    assert token_is_over(NOW, NOW)
    assert not token_is_over(NOW + A_BIT, NOW)
    assert not token_is_over(None, NOW)


def test_a_use_is_noted_once_a_minute() -> None:
    assert use_should_be_noted(None, NOW)
    assert use_should_be_noted(NOW - timedelta(minutes=1), NOW)
    assert not use_should_be_noted(NOW - timedelta(seconds=59), NOW)
