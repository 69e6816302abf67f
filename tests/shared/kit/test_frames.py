"""Messages to the broker: what is written is what py-amqp would write."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import amqp
import pytest
from kombu import Connection

from services.shared.kit import frames
from services.shared.kit.consumer import CONNECTION_GONE


@pytest.fixture
def channel(rabbitmq: Any) -> Iterator[Any]:
    with Connection(rabbitmq.url) as connection:
        connection.default_channel.auto_decode = False
        yield connection.default_channel


@pytest.fixture
def queue(channel: Any) -> str:
    name = f"frames-{uuid.uuid4().hex}"
    channel.queue_declare(name, exclusive=True)
    return name


@pytest.mark.parametrize("size", [0, 1, 131_064, 131_065, 500_000])
def test_a_message_arrives_as_it_was_sent(channel: amqp.Channel, queue: str, size: int) -> None:
    headers = {"nameko.call_id_stack": ["a", "b"], "nameko.actor": "é" * 300, "n": 1, "none": None, "sub": {"x": True}}
    properties = {
        "content_type": "application/json",
        "content_encoding": "utf-8",
        "delivery_mode": 1,
        "correlation_id": "c-1",
        "reply_to": "somewhere",
        "expiration": "5000",
    }

    frames.publish(channel, "", queue, b"x" * size, headers=headers, **properties)

    message = channel.basic_get(queue, no_ack=True)
    assert (message.body or b"") == b"x" * size
    assert message.properties.pop("application_headers") == headers
    assert message.properties == properties


def test_what_is_not_given_is_not_sent(channel: amqp.Channel, queue: str) -> None:
    kind = {"content_type": "a/b", "content_encoding": "utf-8", "delivery_mode": 2}

    frames.publish(channel, "", queue, b"x", headers={}, reply_to=None, **kind)

    assert channel.basic_get(queue, no_ack=True).properties == kind


def test_a_message_for_nobody_comes_back(channel: amqp.Channel) -> None:
    returned: list[str] = []
    channel.events["basic_return"].add(lambda exception, exchange, routing_key, message: returned.append(routing_key))
    kind = {"content_type": "a/b", "content_encoding": "utf-8", "delivery_mode": 1}

    frames.publish(channel, "amq.topic", "nobody", b"x", headers={}, mandatory=True, **kind)
    channel.connection.drain_events(timeout=10)

    assert returned == ["nobody"]


def test_a_message_that_is_acknowledged_is_done_with(channel: amqp.Channel, queue: str) -> None:
    frames.publish(channel, "", queue, b"x", headers={}, content_type="a/b", content_encoding="utf-8", delivery_mode=1)
    message = channel.message_to_python(channel.basic_get(queue))

    frames.acknowledge(message)

    # What was not acknowledged would come back.
    channel.basic_recover(requeue=True)
    assert channel.basic_get(queue) is None


def test_who_acknowledges_over_a_connection_that_is_gone_is_told(channel: amqp.Channel, queue: str) -> None:
    frames.publish(channel, "", queue, b"x", headers={}, content_type="a/b", content_encoding="utf-8", delivery_mode=1)
    message = channel.message_to_python(channel.basic_get(queue))
    channel.connection.collect()

    with pytest.raises(CONNECTION_GONE):
        frames.acknowledge(message)
