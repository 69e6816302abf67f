"""The envelope of an event is CloudEvents 1.0, and reads back as it was written."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.shared.contracts.event import Event

REGISTERED = Event(
    id="0d9b6d2e-7a8a-4d6c-9a49-0a2f6f6d1b11",
    source="intake",
    name="notification_registered",
    subject="M26-000042",
    occurred_at=datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=UTC),
    data={"number": "M26-000042", "summary": "Zoë's lamp"},
    position=7,
    cause={"correlation_id": "c-1"},
)
ENVELOPE = {
    "specversion": "1.0",
    "id": "0d9b6d2e-7a8a-4d6c-9a49-0a2f6f6d1b11",
    "source": "/balie/intake",
    "type": "balie.intake.notification_registered.v1",
    "subject": "M26-000042",
    "time": "2026-03-02T12:00:00.123456+00:00",
    "datacontenttype": "application/json",
    "sequence": "7",
    "correlationid": "c-1",
    "data": {"number": "M26-000042", "summary": "Zoë's lamp"},
}
NAMES = st.from_regex(r"[a-z][a-z_]{0,30}", fullmatch=True)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_an_event_travels_as_cloudevents():
    assert REGISTERED.to_envelope() == ENVELOPE


def test_an_event_that_follows_from_nothing_has_no_correlation_id():
    alone = replace(REGISTERED, cause={"account": "anouk"})

    assert alone.correlation_id is None
    assert alone.to_envelope() == {name: told for name, told in ENVELOPE.items() if name != "correlationid"}
    assert Event.from_envelope(alone.to_envelope()) == replace(alone, cause={})


def test_only_the_correlation_id_of_the_cause_travels():
    caused = replace(REGISTERED, cause={"correlation_id": "c-1", "account": "anouk", "event": "0"})

    assert caused.to_envelope() == ENVELOPE
    assert Event.from_envelope(ENVELOPE).cause == {"correlation_id": "c-1"}


def test_a_later_version_says_so():
    assert replace(REGISTERED, version=12).to_envelope()["type"] == "balie.intake.notification_registered.v12"
    assert Event.from_envelope(ENVELOPE | {"type": "balie.intake.notification_registered.v12"}).version == 12


@given(
    st.builds(
        Event,
        id=st.uuids().map(str),
        source=NAMES,
        name=NAMES,
        subject=st.text(),
        occurred_at=st.datetimes(timezones=st.just(UTC)),
        data=st.dictionaries(st.text(), JSON, max_size=3),
        position=st.integers(1, 2**62),
        version=st.integers(1, 99),
        cause=st.just({}) | st.fixed_dictionaries({"correlation_id": st.uuids().map(str)}),
    )
)
def test_an_event_reads_back_as_it_was_written(event):
    assert Event.from_envelope(json.loads(json.dumps(event.to_envelope()))) == event


def test_a_moment_of_another_zone_stays_the_same_moment():
    event = Event.from_envelope(ENVELOPE | {"time": "2026-03-02T14:00:00+02:00"})

    assert event.occurred_at == datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    assert event.occurred_at.utcoffset() == timedelta(hours=2)
    assert Event.from_envelope(ENVELOPE | {"time": "2026-03-02T12:00:00Z"}).occurred_at.tzinfo is not None
    kathmandu = replace(REGISTERED, occurred_at=datetime(2026, 3, 2, 17, 45, tzinfo=timezone(timedelta(minutes=345))))
    assert Event.from_envelope(kathmandu.to_envelope()) == kathmandu


def test_attributes_nobody_knows_are_skipped():
    assert Event.from_envelope(ENVELOPE | {"traceparent": "00-1", "dataschema": "x"}) == REGISTERED


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"specversion": "0.3"}, "not a CloudEvents 1.0 envelope: specversion is '0.3'"),
        ({"specversion": None}, "not a CloudEvents 1.0 envelope: specversion is None"),
        ({"type": "com.example.registered.v1"}, "not an event of Balie: 'com.example.registered.v1'"),
        ({"type": "balie.intake.registered"}, "not an event of Balie: 'balie.intake.registered'"),
        ({"type": "balie.intake.registered.1"}, "not an event of Balie: 'balie.intake.registered.1'"),
        ({"type": "balie.intake.registered.vx"}, "not an event of Balie: 'balie.intake.registered.vx'"),
        ({"type": "balie.intake.a.b.v1"}, "not an event of Balie: 'balie.intake.a.b.v1'"),
        ({"type": "balie...v1"}, "not an event of Balie: 'balie...v1'"),
        ({"type": None}, "not an event of Balie: None"),
        ({"time": "yesterday"}, "Invalid isoformat string: 'yesterday'"),
        ({"time": None}, "Invalid isoformat string: 'None'"),
        ({"time": "2026-03-02T12:00:00"}, "not an event of Balie: its time has no zone: '2026-03-02T12:00:00'"),
        ({"sequence": "first"}, "invalid literal for int() with base 10: 'first'"),
    ],
)
def test_what_is_no_event_of_balie_is_refused(change, message):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011  the message is compared below
        Event.from_envelope(ENVELOPE | change)

    assert str(refusal.value) == message


@pytest.mark.parametrize("attribute", ["id", "type", "subject", "time", "sequence", "data"])
def test_an_envelope_without_an_attribute_we_need_is_refused(attribute):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011  the message is compared below
        Event.from_envelope({name: told for name, told in ENVELOPE.items() if name != attribute})

    assert str(refusal.value) == f"not an event of Balie: it has no {attribute}"


def test_an_envelope_without_a_version_of_the_standard_is_refused():
    with pytest.raises(ValueError, match="specversion is None"):
        Event.from_envelope({})
