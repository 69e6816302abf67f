"""Calls between services, on the in-process broker and on a real RabbitMQ."""

import logging
import os
import shutil
import socket
import time
from collections import namedtuple
from datetime import UTC, datetime
from decimal import Decimal

import eventlet
import pytest
from eventlet.event import Event
from eventlet.hubs import get_hub
from eventlet.queue import Queue
from kombu import Connection, Exchange, Producer
from kombu.utils import json as kombu_json
from nameko import config
from nameko import rpc as plain
from nameko.events import event_handler
from nameko.exceptions import IncorrectSignature, MethodNotFound, RemoteError
from nameko.extensions import DependencyProvider
from nameko.standalone.events import event_dispatcher
from nameko.standalone.rpc import ClusterRpcClient
from nameko.testing.services import dummy, entrypoint_hook

from services.shared.actor import Actor
from services.shared.errors import Forbidden, Invalid, NotFound, Refused, Unavailable, Unexpected
from services.shared.kit import consumer as consumer_module
from services.shared.kit import embedded, publisher
from services.shared.kit.calling import ServiceRpc
from services.shared.kit.config import Config
from services.shared.kit.consumer import SteadyConsumer
from services.shared.kit.container import LeanContainer
from services.shared.kit.rpc import _Requests, rpc
from tests.servers import STARTS_WITHIN

TIMEOUT = 2.0
ANSWERS_WITHIN = 15.0
EMBEDDED = "embedded://"
ADA = Actor(account="ada", name="Ada", roles=("agent",))


class Context(DependencyProvider):
    """What nameko knows about the call."""

    def get_dependency(self, worker_ctx):
        return worker_ctx.data


class TooLate(Refused):
    """A refusal that callers do not know as such."""


REFUSALS = {
    "invalid": Invalid("Give a place.", {"place": ["Missing."], "floor": {"number": [1, None]}}),
    "not_found": NotFound("There is no M26-000042."),
    "refused": Refused("aftercare_first", "Call the customer first."),
    "forbidden": Forbidden("This is not your team's."),
    "unavailable": Unavailable("The database is away.", 7),
}


class Greeter:
    name = "greeter"
    context = Context()
    gate = Event()
    met = []

    @rpc
    def hello(self, name, *, polite=False):
        return {"hello": f"{'dear ' * polite}{name}"}

    @rpc
    def refuse(self, which):
        raise REFUSALS[which]

    @rpc
    def refuse_narrowly(self):
        raise TooLate("too_late", "The window is closed.")

    @rpc(expected_exceptions=LookupError)
    def fail(self):
        raise ValueError("the password is hunter2")

    @rpc
    def answer_strangely(self):
        return object()

    @rpc
    def told(self):
        return {key: self.context.get(key) for key in ("correlation_id", "actor", "language", "idempotency_key")}

    @rpc
    def wait(self):
        return self.gate.wait()

    @rpc
    def meet(self, who):
        """Return when the other one is here too."""
        self.met.append(who)
        if len(self.met) == 2:
            self.gate.send("both are here")
        self.gate.wait()
        return who


class Caller:
    name = "caller"
    context = Context()
    greeter = ServiceRpc("greeter")
    hasty = ServiceRpc("greeter", timeout=0.2)
    patient = ServiceRpc("greeter", timeout=10 * STARTS_WITHIN)
    nobody = ServiceRpc("nobody")
    desk = ServiceRpc("desk")
    plain = ServiceRpc("plain")

    @dummy
    def call(self, service, method, *args, **kwargs):
        return getattr(getattr(self, service), method)(*args, **kwargs)

    @dummy
    def as_json(self, service, method, *args):
        return getattr(getattr(self, service), method).as_json(*args)

    @dummy
    def call_with(self, context, service, method):
        return getattr(getattr(self, service).with_context(**context), method)()

    @dummy
    def send(self, service, method, *args):
        return getattr(getattr(self, service), method).call_async(*args)

    @dummy
    def client(self, service):
        return getattr(self, service)


class Desk:
    name = "desk"
    greeter = ServiceRpc("greeter")

    @rpc
    def ask(self, method, *args):
        return getattr(self.greeter, method)(*args)


class Plain:
    name = "plain"

    @plain.rpc
    def add(self, a, b):
        return a + b

    @plain.rpc
    def fail(self):
        raise ValueError("plainly wrong")


class PlainCaller:
    name = "plain_caller"
    greeter = plain.ServiceRpc("greeter")

    @dummy
    def call(self, method, *args):
        return getattr(self.greeter, method)(*args)


class Listener:
    name = "listener"
    heard = Queue()

    @event_handler("intake", "notification_registered")
    def on_notification_registered(self, event):
        self.heard.put(event)


Running = namedtuple("Running", "call as_json call_with send client containers")


@pytest.fixture(params=["embedded", "rabbitmq"])
def broker_url(request):
    return EMBEDDED if request.param == "embedded" else request.getfixturevalue("rabbitmq").url


@pytest.fixture
def serve(broker_url):
    """Starts services on the broker, with one that calls them for the test."""
    containers = []
    Greeter.gate, Greeter.met = Event(), []

    def start(*services):
        for service in services:
            containers.append(LeanContainer(service))
            containers[-1].start()

        def doing(method):
            def do(*args, context=None, **kwargs):
                by_name = {container.service_name: container for container in containers}
                with entrypoint_hook(by_name["caller"], method, context_data=context, timeout=60) as hook:
                    return hook(*args, **kwargs)

            return do

        return Running(*(doing(method) for method in Running._fields[:-1]), containers)

    with config.patch({"AMQP_URI": broker_url, "BALIE": Config(rpc_timeout=TIMEOUT)}):
        yield start
        if not Greeter.gate.ready():
            Greeter.gate.send("released")
        for container in containers:
            container.stop()
        with Connection(broker_url) as connection:
            for container in containers:
                connection.default_channel.queue_delete(f"rpc-{container.service_name}")
        publisher.close_publishers()
        embedded.reset()


def replies(running):
    """Where the caller hears the replies to its calls."""
    (caller,) = (container for container in running.containers if container.service_name == "caller")
    (replies,) = {provider.replies for provider in caller.dependencies if isinstance(provider, ServiceRpc)}
    return replies


def pending(running):
    """The calls of the caller that wait for a reply."""
    return replies(running).pending


def until(condition, within=5.0):
    with eventlet.Timeout(within):
        while not condition():
            eventlet.sleep(0.01)


def seconds(since):
    return time.monotonic() - since


def test_round_trip(serve):
    running = serve(Greeter, Caller)

    assert running.call("greeter", "hello", "Ada") == {"hello": "Ada"}
    assert running.call("greeter", "hello", "Ada", polite=True) == {"hello": "dear Ada"}
    assert running.call("greeter", "hello", "Zoë €") == {"hello": "Zoë €"}
    assert pending(running) == {}


def test_a_result_may_be_handed_on_as_json(serve):
    running = serve(Greeter, Caller)

    assert running.as_json("greeter", "hello", "Ada") == b'{"hello":"Ada"}'
    with pytest.raises(Refused):
        running.as_json("greeter", "refuse", "refused")


@pytest.mark.parametrize("which", REFUSALS)
def test_refusals_cross_as_themselves(serve, which, caplog):
    running = serve(Greeter, Caller)
    caplog.set_level("INFO")

    with pytest.raises(type(REFUSALS[which])) as refusal:
        running.call("greeter", "refuse", which)

    assert type(refusal.value) is type(REFUSALS[which])
    assert refusal.value.args == REFUSALS[which].args
    assert refusal.value.code == REFUSALS[which].code
    # The caller's own worker fails as well, which is the test's doing; the refusal itself is one quiet line.
    (line,) = [record for record in caplog.records if "greeter.refuse" in record.getMessage()]
    assert (line.levelname, line.exc_info) == ("INFO", None)


def test_a_narrower_refusal_crosses_as_the_one_that_callers_know(serve):
    running = serve(Greeter, Caller)

    with pytest.raises(Refused) as refusal:
        running.call("greeter", "refuse_narrowly")

    assert type(refusal.value) is Refused
    assert refusal.value.args == ("too_late", "The window is closed.")


@pytest.mark.parametrize("method", ["fail", "answer_strangely"])
def test_an_unexpected_error_shows_only_its_correlation_id(serve, method, caplog):
    running = serve(Greeter, Caller)

    with pytest.raises(Unexpected) as error:
        running.call("greeter", method, context={"correlation_id": "c-1"})

    assert error.value.args == ("c-1",)
    (line,) = [record for record in caplog.records if f"greeter.{method}" in record.getMessage()]
    assert line.levelname == "ERROR"
    assert "c-1" in line.getMessage()
    assert line.exc_info is not None
    assert running.call("greeter", "hello", "Ada") == {"hello": "Ada"}


def test_an_unexpected_error_is_told_once_over_two_hops(serve, caplog):
    running = serve(Greeter, Desk, Caller)

    with pytest.raises(Unexpected) as error:
        running.call("desk", "ask", "fail", context={"correlation_id": "c-2"})

    assert error.value.args == ("c-2",)
    traces = [record for record in caplog.records if record.name == "services.shared.kit.rpc" and record.exc_info]
    assert [record.getMessage() for record in traces] == ["Unexpected error in greeter.fail (correlation id c-2)"]


def test_wrong_arguments_are_invalid(serve):
    running = serve(Greeter, Caller)

    with pytest.raises(Invalid) as refusal:
        running.call("greeter", "hello")

    assert refusal.value.args == ("greeter.hello cannot be called with these arguments.", {})


def test_an_unknown_method_is_invalid(serve):
    running = serve(Greeter, Caller)

    with pytest.raises(Invalid) as refusal:
        running.call("greeter", "goodbye")

    assert refusal.value.args == ("greeter has no method goodbye.", {})


@pytest.mark.parametrize("body", [[], "text", {"args": []}, {"args": "ab", "kwargs": {}}, {"args": [], "kwargs": []}])
def test_a_malformed_request_does_no_harm(serve, broker_url, body):
    running = serve(Greeter, Caller)

    with Connection(broker_url) as connection:
        Producer(connection.default_channel).publish(
            body, exchange=Exchange("nameko-rpc", type="topic"), routing_key="greeter.hello", serializer="json"
        )

    assert running.call("greeter", "hello", "Ada") == {"hello": "Ada"}


def test_an_unknown_service_is_unavailable_at_once(serve):
    running = serve(Greeter, Caller)
    running.call("greeter", "hello", "Ada")
    start = time.monotonic()

    with pytest.raises(Unavailable) as refusal:
        running.call("nobody", "hello")

    assert refusal.value.args == ("nobody is not there.", 5)
    assert seconds(start) < TIMEOUT / 4
    assert pending(running) == {}
    assert running.call("greeter", "hello", "Ada") == {"hello": "Ada"}


def test_no_answer_in_time_is_unavailable(serve):
    running = serve(Greeter, Caller)
    start = time.monotonic()

    with pytest.raises(Unavailable) as refusal:
        running.call("hasty", "wait")

    assert refusal.value.args == ("greeter does not answer within 0.2 seconds.", 5)
    assert 0.2 <= seconds(start) < 1
    assert pending(running) == {}


def test_an_answer_that_comes_too_late_is_ignored(serve):
    running = serve(Greeter, Caller)
    with pytest.raises(Unavailable):
        running.call("hasty", "wait")

    Greeter.gate.send("late")

    assert running.call("greeter", "wait") == "late"
    assert pending(running) == {}


def test_a_call_that_nobody_waits_for_is_forgotten_too(serve):
    running = serve(Greeter, Caller)

    call = running.send("hasty", "wait")

    assert list(pending(running)) == [call.correlation_id]
    until(lambda: pending(running) == {})
    with pytest.raises(Unavailable):
        call.result()


def test_arguments_that_cannot_be_sent_leave_nothing_pending(serve):
    running = serve(Greeter, Caller)

    with pytest.raises(Exception, match="not JSON serializable"):
        running.call("greeter", "hello", object())

    assert pending(running) == {}


def test_a_request_is_not_done_when_its_caller_has_given_up(serve, broker_url):
    """A service that was down does not find the requests of callers who were told that it was."""
    running = serve(Greeter, Caller)
    (greeter, _) = running.containers
    greeter.stop()
    with pytest.raises(Unavailable):
        running.call("hasty", "meet", "late")
    with Connection(broker_url) as connection:
        until(lambda: connection.default_channel.queue_declare("rpc-greeter", passive=True).message_count == 0)

    running.containers.append(LeanContainer(Greeter))
    running.containers[-1].start()

    assert running.call("greeter", "hello", "Ada") == {"hello": "Ada"}
    assert Greeter.met == []


def test_call_async_runs_calls_together(serve):
    running = serve(Greeter, Caller)

    calls = [running.send("greeter", "meet", who) for who in ("Ada", "Bob")]

    assert [call.result() for call in calls] == ["Ada", "Bob"]
    assert calls[0].result() == "Ada"
    assert pending(running) == {}


def test_call_async_refuses_in_its_result(serve):
    running = serve(Greeter, Caller)

    calls = [running.send("greeter", "refuse", "refused"), running.send("nobody", "hello")]

    with pytest.raises(Refused):
        calls[0].result()
    with pytest.raises(Unavailable):
        calls[1].result()


def test_who_asks_is_passed_on_over_two_hops(serve):
    running = serve(Greeter, Desk, Caller)
    context = {"correlation_id": "c-3", "actor": ADA.to_header(), "language": "en"}

    told = running.call("desk", "ask", "told", context=dict(context))

    assert told == context | {"idempotency_key": None}
    assert Actor.from_header(told["actor"]) == ADA


def test_a_call_without_correlation_id_gets_one(serve):
    running = serve(Greeter, Desk, Caller)

    first, second = (running.call("desk", "ask", "told")["correlation_id"] for _ in range(2))

    assert len(first) == len(second) == 32
    assert first != second


def test_one_call_can_be_told_more(serve):
    running = serve(Greeter, Caller)

    told = running.call_with({"idempotency_key": "k", "actor": ADA.to_header()}, "greeter", "told")

    assert (told["idempotency_key"], told["actor"]) == ("k", ADA.to_header())


def test_a_plain_nameko_service_can_call_us(serve):
    (container,) = serve(Greeter, Caller, PlainCaller).containers[-1:]

    with entrypoint_hook(container, "call", timeout=5) as call:
        assert call("hello", "Ada") == {"hello": "Ada"}
        with pytest.raises(Refused):
            call("refuse", "refused")
        with pytest.raises(IncorrectSignature):
            call("hello")
        with pytest.raises(MethodNotFound):
            call("goodbye")


def test_a_plain_nameko_client_can_call_us(serve):
    serve(Greeter)

    with ClusterRpcClient(timeout=5) as client:
        assert client.greeter.hello("Ada") == {"hello": "Ada"}
        with pytest.raises(plain.UnknownService):
            client.nobody.hello("Ada")


def test_we_can_call_a_plain_nameko_service(serve):
    running = serve(Plain, Caller)

    assert running.call("plain", "add", 1, 2) == 3
    with pytest.raises(RemoteError, match="plainly wrong"):
        running.call("plain", "fail")
    with pytest.raises(Invalid):
        running.call("plain", "add", 1)


def test_an_ordinary_event_handler_hears_an_event(serve):
    serve(Listener)

    event_dispatcher()("intake", "notification_registered", {"number": "M26-000042"})

    assert Listener.heard.get(timeout=5) == {"number": "M26-000042"}


def test_fifty_callers_at_once(serve):
    running = serve(Greeter, Caller)
    greeter = running.client("greeter")

    def ask(number):
        return [greeter.hello(f"{number}.{turn}") for turn in range(10)]

    asking = [eventlet.spawn(ask, number) for number in range(50)]

    for number, asked in enumerate(asking):
        assert asked.wait() == [{"hello": f"{number}.{turn}"} for turn in range(10)]
    assert pending(running) == {}


def test_a_publisher_that_closes_leaves_nobody_reading(serve):
    """A green thread that waits for a closed socket would meet the next one that gets the same number."""
    running = serve(Greeter, Caller)
    running.call("greeter", "hello", "Ada")

    publisher.close_publishers()

    for reader in get_hub().get_readers():
        os.fstat(reader.fileno)
    assert running.call("greeter", "hello", "Ada") == {"hello": "Ada"}


def test_large_messages(serve):
    running = serve(Greeter, Caller)
    name = "a" * 3_000_000

    calls = [running.send("greeter", "hello", name) for _ in range(4)]

    assert all(call.result() == {"hello": name} for call in calls)


@pytest.mark.parametrize(
    "value",
    [
        {"a": [1, 2.5, None, True, "é€", {}]},
        {"when": datetime(2026, 12, 3, 14, tzinfo=UTC), "price": Decimal("1.10")},
        {"__type__": "not one of kombu's"},
        [2**80, float("inf")],
    ],
)
def test_json_means_the_same_to_us_and_to_kombu(value):
    assert publisher.decode(kombu_json.dumps(value)) == kombu_json.loads(publisher.encode(value))
    assert publisher.decode(publisher.encode(value)) == kombu_json.loads(kombu_json.dumps(value))


@pytest.mark.parametrize("broker_url", ["embedded"], indirect=True)
class TestEmbedded:
    def test_round_trips_do_not_wait_for_a_poll(self, serve):
        running = serve(Greeter, Caller)
        running.call("greeter", "hello", "Ada")
        start = time.monotonic()

        for _ in range(100):
            running.call("greeter", "hello", "Ada")

        assert seconds(start) < 2

    def test_idle_services_cost_no_time(self, serve):
        serve(Greeter, Caller, Desk, Listener, PlainCaller)
        eventlet.sleep(0.1)
        start, used = time.monotonic(), time.process_time()

        eventlet.sleep(1)

        assert (time.process_time() - used) / seconds(start) < 0.05

    def test_everything_works_again_after_the_broker_forgot_everything(self, serve):
        running = serve(Greeter, Caller)
        lost = running.send("patient", "wait")

        embedded.reset()

        with eventlet.Timeout(ANSWERS_WITHIN), pytest.raises(Unavailable, match="the answer is lost"):
            lost.result()
        assert_answers_again(running, "greeter", "hello", "Ada")


def assert_answers_again(running, *call):
    """The call works again by itself, and no service had to be started again."""

    def answers():
        try:
            return running.send(*call).result() == {"hello": "Ada"}
        except Unavailable:
            return False

    until(answers, within=ANSWERS_WITHIN)
    assert not any(container._died.ready() for container in running.containers)
    until(lambda: pending(running) == {})


@pytest.mark.parametrize("broker_url", ["rabbitmq"], indirect=True)
class TestKilledBroker:
    @pytest.fixture
    def broker(self, rabbitmq):
        if not rabbitmq.may_be_killed:
            pytest.skip("BALIE_TEST_BROKER_URL names a broker that is not ours to kill.")
        return rabbitmq

    @pytest.mark.parametrize("loses_its_disk", [False, True])
    def test_callers_hear_it_in_time_and_all_works_again(self, serve, broker, loses_its_disk, caplog):
        caplog.set_level(logging.CRITICAL)
        running = serve(Greeter, Desk, Caller)
        assert running.call("desk", "ask", "hello", "Ada") == {"hello": "Ada"}
        waiting = running.send("greeter", "wait")
        start = time.monotonic()

        broker.kill()

        with pytest.raises(Unavailable):
            waiting.result()
        assert seconds(start) < TIMEOUT + 1
        # The method ends while there is nobody to tell; its service lives on.
        Greeter.gate.send("unheard")
        for _ in range(3):
            start = time.monotonic()
            with pytest.raises(Unavailable):
                running.call("greeter", "hello", "Ada")
            assert seconds(start) < TIMEOUT + 1
        if loses_its_disk:
            shutil.rmtree(broker.folder / "data")
        broker.start()
        assert_answers_again(running, "desk", "ask", "hello", "Ada")

    @pytest.mark.parametrize("connected", [True, False])
    def test_callers_of_a_broker_that_hangs_hear_it_in_time(self, serve, broker, connected):
        running = serve(Greeter, Caller)
        running.call("greeter", "hello", "Ada")
        if not connected:
            publisher.close_publishers()

        with broker.hanging():
            start = time.monotonic()
            with pytest.raises(Unavailable):
                running.call("greeter", "hello", "Ada")
            assert seconds(start) < TIMEOUT + 1

        assert_answers_again(running, "greeter", "hello", "Ada")

    def test_calls_whose_reply_queue_is_gone_end_at_once(self, serve, broker):
        running = serve(Greeter, Caller)
        lost = running.send("patient", "wait")

        broker.kill()
        shutil.rmtree(broker.folder / "data")
        broker.start()

        with eventlet.Timeout(ANSWERS_WITHIN), pytest.raises(Unavailable, match="the answer is lost"):
            lost.result()
        # Who asks now finds the reply queue gone or there, and in neither case waits for as long as it would.
        assert_answers_again(running, "patient", "hello", "Ada")


@pytest.mark.parametrize("broker_url", ["rabbitmq"], indirect=True)
class TestLostConnection:
    def test_a_call_that_is_answered_before_the_reply_queue_is_there_again_ends_at_once(
        self, serve, broker_url, monkeypatch
    ):
        running = serve(Greeter, Caller)
        (greeter, _), listening = running.containers, replies(running)
        declare, made = SteadyConsumer.get_consumers, []

        def declare_late(consumer, *args):
            if consumer is listening.consumer and not made:
                made.append(running.send("patient", "meet", "Ada"))
                until(lambda: Greeter.met == ["Ada"])
                Greeter.gate.send("unheard")
                until(lambda: not greeter._worker_threads)
            return declare(consumer, *args)

        monkeypatch.setattr(SteadyConsumer, "get_consumers", declare_late)
        with Connection(broker_url) as connection:
            connection.default_channel.queue_delete(listening.queue.name)

        until(lambda: made)
        with eventlet.Timeout(ANSWERS_WITHIN), pytest.raises(Unavailable, match="the answer is lost"):
            made[0].result()
        assert_answers_again(running, "patient", "hello", "Ada")

    def test_a_service_whose_acknowledgement_is_the_first_to_meet_it_hears_again(self, serve, monkeypatch):
        running = serve(Greeter, Caller)
        reply, lost = _Requests.reply, []

        def reply_and_lose(requests, message, *args):
            if not lost:
                lost.append(message.channel.connection.transport.sock)
                lost[0].shutdown(socket.SHUT_RDWR)
            reply(requests, message, *args)

        monkeypatch.setattr(_Requests, "reply", reply_and_lose)
        # The thread that reads from the connection itself answers, and acknowledges, a request for what is not there.
        with pytest.raises(Invalid):
            running.call("greeter", "goodbye")

        assert lost
        assert_answers_again(running, "greeter", "hello", "Ada")


def test_a_busy_consumer_lets_the_broker_hear_from_it(monkeypatch):
    moments = iter([100.0, 100.0, 100.4, 101.1, 101.1])
    monkeypatch.setattr(consumer_module, "monotonic", lambda: next(moments))
    beats = []
    consumer = SteadyConsumer(EMBEDDED)

    with Connection(EMBEDDED) as connection:
        monkeypatch.setattr(connection, "heartbeat_check", lambda: beats.append("beat"))
        consumer.on_consume_ready(connection, connection.default_channel, [])
        for _ in range(3):
            consumer.on_iteration()

    assert beats == ["beat", "beat"]
