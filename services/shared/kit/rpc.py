"""RPC between our services: nameko's, with an end to every wait and nothing internal in an answer.

nameko waits for a reply for ever, hands the caller whatever exception a service raised, and needs
four steps at the broker per message. Here each call has a timeout, refusals cross as themselves,
all else becomes a correlation id, and messages go over one open channel (`kit/publisher.py`). On
the wire nothing differs from nameko's own RPC, so plain nameko services and clients fit in.
"""

from __future__ import annotations

import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from inspect import Signature, signature
from logging import Filter, LogRecord, getLogger
from time import monotonic
from typing import Any

import amqp
import kombu.serialization
from amqp.exceptions import NotFound as QueueNotFound
from eventlet.event import Event
from eventlet.hubs import get_hub
from eventlet.support.greenlets import GreenletExit
from nameko import config
from nameko import rpc as nameko_rpc
from nameko.amqp.consume import Consumer
from nameko.containers import WorkerContext
from nameko.exceptions import (
    BadRequest,
    IncorrectSignature,
    MalformedRequest,
    MethodNotFound,
    deserialize,
    deserialize_to_instance,
    get_module_path,
    serialize,
)
from nameko.extensions import DependencyProvider
from nameko.messaging import encode_to_headers

from services.shared.errors import CROSSES_RPC, DeskError, Invalid, Unavailable, Unexpected
from services.shared.kit.config import Config
from services.shared.kit.publisher import BrokerDown, publisher, read_ahead

__all__ = ["Call", "ServiceRpc", "SteadyConsumer", "rpc"]

_log = getLogger(__name__)

# py-amqp itself fails with an AttributeError when the connection goes away under it.
CONNECTION_GONE = (*amqp.Connection.connection_errors, *amqp.Connection.channel_errors, AttributeError)

for _error in CROSSES_RPC:
    deserialize_to_instance(_error)


def _settings() -> Config:
    settings: Config = config.get("BALIE") or Config()
    return settings


class SteadyConsumer(Consumer):
    """nameko's consumer, but it connects again within about a second, and says only once that it must.

    nameko's closes its connection at a stop, so that the broker gives what is still being done to
    somebody else, to be done again. This one can be told to take nothing more, and finish first.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._told = False
        self._connected: Any = None
        self._checked = 0.0
        self._consuming: list[Any] = []
        self._in_hand: set[int] = set()
        self._finished: Any = None

    def get_consumers(self, consumer_cls: Any, channel: Any) -> Any:
        # A connection that was lost while we finish took what was in hand with it, and there is nothing to open it for.
        if self._finished is not None:
            self.should_stop = True
            return []
        self._consuming = super().get_consumers(consumer_cls, channel)
        return self._consuming

    def on_consume_ready(self, connection: Any, *args: Any, **kwargs: Any) -> None:
        self._connected = connection
        super().on_consume_ready(connection, *args, **kwargs)

    def on_message(self, body: Any, message: Any) -> None:
        if self._finished is not None:
            # It was on its way when we stopped; another instance does it.
            self.requeue_message(message)
            return
        self._in_hand.add(id(message))
        super().on_message(body, message)

    def finish(self) -> None:
        """Take no more messages, and return when those in hand are done."""
        if self._finished is None:
            self._finished = Event()
            with suppress(*CONNECTION_GONE):
                self._cancel()
        if self._in_hand:
            self._finished.wait()
        self.stop()

    def _cancel(self) -> None:
        for consumer in self._consuming:
            for tag in consumer._active_tags.values():
                # The thread that reads from this connection hears that it is done; nobody else may wait for that.
                consumer.channel.basic_cancel(tag, nowait=True)

    def _done(self, message: Any) -> None:
        self._in_hand.discard(id(message))
        if self._finished is not None and not self._in_hand and not self._finished.ready():
            self._finished.send()

    def on_iteration(self) -> None:
        """Let the broker hear from us also while messages keep coming; kombu does that only in a quiet second."""
        if self._connected is not None and monotonic() - self._checked >= 1:
            self._checked = monotonic()
            self._connected.heartbeat_check()

    @contextmanager
    def establish_connection(self) -> Iterator[Any]:
        # kombu's own pauses grow to half a minute.
        with self.create_connection() as connection:
            connection.ensure_connection(
                self.on_connection_error, None, interval_start=0.1, interval_step=0.3, interval_max=1
            )
            read_ahead(connection)
            self._told = False
            yield connection

    def on_connection_error(self, exc: Exception, interval: float) -> None:
        if not self._told:
            _log.warning("The message broker does not answer (%s); trying again until it does.", exc)
        self._told = True

    # A message that cannot be answered for any more is delivered again. nameko knows only some of the ways in which a
    # connection can be gone, and the others would end the whole service.

    def ack_message(self, message: Any) -> None:
        with suppress(*CONNECTION_GONE):
            super().ack_message(message)
        self._done(message)

    def requeue_message(self, message: Any) -> None:
        with suppress(*CONNECTION_GONE):
            super().requeue_message(message)
        self._done(message)


class _Requests(nameko_rpc.RpcConsumer):
    """The requests of one service, and the replies to them."""

    consumer_cls = SteadyConsumer
    _leaving = False

    def start(self) -> None:
        self._thread = self.container.spawn_managed_thread(self.consumer.run, identifier="requests")
        self.consumer.wait_until_consumer_ready()

    def stop(self) -> None:
        """Finish the requests in hand and leave the broker, so that it knows that they are done."""
        self.consumer.finish()
        # Each method of the service says stop; a second kill would disturb the first one's farewell to the broker.
        if not self._leaving:
            self._leaving = True
            self._thread.kill()
        with suppress(GreenletExit):
            self._thread.wait()

    def handle_result(self, message: Any, result: Any, exc_info: Any) -> tuple[Any, Any]:
        """Reply to a request that did not get as far as a method."""
        called, error, correlation_id = message.delivery_info["routing_key"], exc_info[1], _correlation_id(message)
        if isinstance(error, BadRequest):
            _log.warning("A call of %s cannot be done: %s (correlation id %s)", called, error, correlation_id)
        else:
            _log.error("Unexpected error before %s (correlation id %s)", called, correlation_id, exc_info=exc_info)
            error = Unexpected(correlation_id)
        self.reply(message, None, error)
        return result, exc_info

    def reply(self, message: Any, result: Any, error: Exception | None) -> None:
        """Send the reply; without a broker it is lost, and the caller's timeout covers that."""
        reply_to, content_type = message.properties.get("reply_to"), message.properties.get("content_type")
        try:
            if reply_to:
                publisher().publish(
                    {"result": result, "error": None if error is None else _serialize(error)},
                    reply_to,
                    # A reply is written the same way as its request.
                    serializer=kombu.serialization.registry.type_to_name.get(content_type, "json"),
                    correlation_id=message.properties.get("correlation_id"),
                    timeout=_settings().rpc_timeout,
                )
        except BrokerDown as down:
            _log.warning("A reply was lost: %s", down)
        self.consumer.ack_message(message)


class Rpc(nameko_rpc.Rpc):
    """A method that other services may call; a `DeskError` is an answer, anything else is our fault."""

    rpc_consumer = _Requests()

    def __init__(self, expected_exceptions: Any = DeskError, **kwargs: Any) -> None:
        super().__init__(expected_exceptions=expected_exceptions, **kwargs)

    def check_signature(self, args: Any, kwargs: Any) -> None:
        """nameko's check, with what it looks up each time looked up once."""
        try:
            _signature(self.container.service_cls, self.method_name).bind(None, *args, **kwargs)
        except TypeError as wrong:
            raise IncorrectSignature(str(wrong)) from None

    def handle_message(self, body: Any, message: Any) -> None:
        _correlation_id(message)
        if not isinstance(body, dict) or not isinstance(body.get("args"), list):
            raise MalformedRequest("Message missing `args` or `kwargs`")
        super().handle_message(body, message)

    def handle_result(self, message: Any, worker_ctx: WorkerContext, result: Any, exc_info: Any) -> tuple[Any, Any]:
        """Reply; a result that cannot be sent is an unexpected error too."""
        correlation_id = worker_ctx.data["correlation_id"]
        error = self._told_to_caller(exc_info, correlation_id) if exc_info else None
        try:
            self.rpc_consumer.reply(message, result, error)
        except Exception:
            result, exc_info = None, sys.exc_info()
            self.rpc_consumer.reply(message, None, self._told_to_caller(exc_info, correlation_id))
        return result, exc_info

    def _told_to_caller(self, exc_info: Any, correlation_id: str) -> Exception:
        """The error to send; what is unexpected goes to the log, and only its correlation id to the caller."""
        error: Exception = exc_info[1]
        method = f"{self.container.service_name}.{self.method_name}"
        if isinstance(error, (self.expected_exceptions, DeskError)):
            if isinstance(error, Unavailable) and error.__cause__:
                # The caller hears that something is away; what exactly, and why, is for the log.
                _log.error("%s: %s (%s; correlation id %s)", method, error.message, error.__cause__, correlation_id)
            else:
                _log.info("%s refused: %r (correlation id %s)", method, error, correlation_id)
            return error
        if isinstance(error, Unexpected):
            # It happened in a service that this one asked, and that one's log has the stack trace.
            _log.error("Unexpected error in a service that %s asked (correlation id %s)", method, correlation_id)
            return error
        _log.error("Unexpected error in %s (correlation id %s)", method, correlation_id, exc_info=exc_info)
        return Unexpected(correlation_id)


rpc = Rpc.decorator


@cache
def _signature(service: type, method: str) -> Signature:
    return signature(getattr(service, method))


def _correlation_id(message: Any) -> str:
    """The correlation id of a request, made up when the caller gave none."""
    return str(message.headers.setdefault("nameko.correlation_id", uuid.uuid4().hex))


def _serialize(error: Exception) -> dict[str, Any]:
    """What nameko sends for an error; ours keep their arguments as they are, where nameko makes them text."""
    told: dict[str, Any] = serialize(error)
    for kind in type(error).__mro__:
        if kind in CROSSES_RPC:
            # A narrower error is told as the one that every caller knows.
            path = get_module_path(kind)
            return told | {"exc_type": kind.__name__, "exc_path": path, "exc_args": list(error.args)}
    return told


class _ContainerLog(Filter):
    """Silences what nameko logs about the ordinary; `Rpc` tells a failed call better."""

    def filter(self, record: LogRecord) -> bool:
        worker_ctx = record.args[0] if isinstance(record.args, tuple) and record.args else None
        if isinstance(worker_ctx, WorkerContext) and record.exc_info:
            return not isinstance(worker_ctx.entrypoint, Rpc)
        # A consumer's thread is always killed at a stop: it looks only once a second whether it should end.
        return not ("killing" in str(record.msg) and "managed thread" in str(record.msg))


class _ConsumerLog(Filter):
    """Takes the stack trace off each consumer's line about a lost broker; there are dozens, and all the same."""

    def filter(self, record: LogRecord) -> bool:
        record.exc_info = None
        return True


getLogger("nameko.containers").addFilter(_ContainerLog())
getLogger("kombu.mixins").addFilter(_ConsumerLog())


class Call:
    """A call that is under way; `result()` waits for its answer."""

    def __init__(self, target: str, method: str, timeout: float, pending: dict[str, Call]) -> None:
        self.correlation_id = uuid.uuid4().hex
        self.target, self._method, self._timeout, self._pending = target, method, timeout, pending
        self._answer: Any = Event()
        pending[self.correlation_id] = self
        # One timer ends the call whether or not anybody waits for its result.
        self._timer = get_hub().schedule_call_global(timeout, self._too_late)

    def answer(self, body: Any) -> None:
        """End the call with a reply, or with the error that took its place."""
        if self._pending.pop(self.correlation_id, None) is not None:
            self._timer.cancel()
            self._answer.send(body)

    def _too_late(self) -> None:
        self.answer(Unavailable(f"{self.target} does not answer within {self._timeout:g} seconds."))

    def result(self) -> Any:
        """The result of the method, or the error it ended with."""
        body = self._answer.wait()
        if isinstance(body, Exception):
            raise body
        if not body.get("error"):
            return body["result"]
        error = deserialize(body["error"])
        if isinstance(error, MethodNotFound):
            raise Invalid(f"{self.target} has no method {self._method}.")
        if isinstance(error, BadRequest):
            raise Invalid(f"{self.target}.{self._method} cannot be called with these arguments.")
        raise error


class _ReplyConsumer(SteadyConsumer):
    """Receives the replies to the calls of one service.

    The broker need not hear that a reply has arrived, which makes a quarter more calls per second.
    """

    def __init__(self, check_for_lost_replies: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, no_ack=True, **kwargs)
        self.check_for_lost_replies = check_for_lost_replies

    def get_consumers(self, consumer_cls: Any, channel: Any) -> Any:
        self.check_for_lost_replies(channel)
        return super().get_consumers(consumer_cls, channel)

    def on_message(self, body: Any, message: Any) -> None:
        for callback in self.callbacks:
            callback(body, message)


class _Replies(nameko_rpc.ReplyListener):
    """The calls of one service that wait for a reply."""

    consumer_cls = _ReplyConsumer

    def setup(self) -> None:
        super().setup()
        publisher().tell_returned(self.queue.routing_key, self)

    def await_ready(self, timeout: float) -> None:
        """Wait until replies can arrive; a service that starts may be asked something a moment before that."""
        if not self.consumer.ready.wait(timeout):
            raise Unavailable("The message broker does not answer.")

    def check_for_lost_replies(self, channel: Any) -> None:
        """After a reconnect: when the reply queue is gone, so are the replies."""
        if not self.pending:
            return
        try:
            with channel.connection.client.channel() as probe:
                self.queue.bind(probe).queue_declare(passive=True)
        except QueueNotFound:
            for call in list(self.pending.values()):
                call.answer(Unavailable("The message broker was away; the answer is lost."))

    def handle_message(self, body: Any, message: Any) -> None:
        call = self.pending.get(message.properties.get("correlation_id"))
        if call is not None:
            call.answer(body)

    def returned(self, correlation_id: str) -> None:
        """The broker has no queue for a request: there is no such service."""
        call = self.pending.get(correlation_id)
        if call is not None:
            call.answer(Unavailable(f"{call.target} is not there."))


class ServiceRpc(DependencyProvider):
    """Calls another service: `intake = ServiceRpc("intake")`, then `self.intake.register_notification(...)`."""

    replies = _Replies()

    def __init__(self, target: str, timeout: float | None = None) -> None:
        self.target = target
        self.timeout = timeout

    def get_dependency(self, worker_ctx: WorkerContext) -> Client:
        worker_ctx.data.setdefault("correlation_id", uuid.uuid4().hex)
        return Client(self.target, self.timeout or _settings().rpc_timeout, self.replies, worker_ctx.data)


class Client:
    """Another service; its attributes are its methods."""

    def __init__(self, target: str, timeout: float, replies: _Replies, context: dict[str, Any]) -> None:
        self._target, self._timeout, self._replies, self._context = target, timeout, replies, context

    def within(self, seconds: float) -> Client:
        """The same service, waited for so long at most."""
        return Client(self._target, seconds, self._replies, self._context)

    def with_context(self, **context: Any) -> Client:
        """The same service, told more about the call: `actor`, `language`, `idempotency_key`."""
        return Client(self._target, self._timeout, self._replies, {**self._context, **context})

    def __getattr__(self, method: str) -> Method:
        if method.startswith("_"):
            raise AttributeError(method)
        return Method(self, method)

    def _call(self, method: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Call:
        self._replies.await_ready(self._timeout)
        call = Call(self._target, method, self._timeout, self._replies.pending)
        try:
            publisher().publish(
                {"args": args, "kwargs": kwargs},
                f"{self._target}.{method}",
                timeout=self._timeout,
                headers=encode_to_headers(self._context),
                mandatory=True,
                reply_to=self._replies.queue.routing_key,
                correlation_id=call.correlation_id,
                # A request that waited for as long as its caller did would be done for nobody.
                expiration=str(max(1, int(self._timeout * 1000))),
            )
        except BrokerDown as down:
            _log.warning("A call of %s.%s was not sent: %s", self._target, method, down)
            call.answer(Unavailable("The message broker does not answer."))
        except BaseException:
            # Nothing was sent, so nothing will answer.
            call.answer(None)
            raise
        return call


class Method:
    """A method of another service: call it, or send it off with `call_async` and ask for its `result()` later."""

    def __init__(self, client: Client, name: str) -> None:
        self._client, self._name = client, name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.call_async(*args, **kwargs).result()

    def call_async(self, *args: Any, **kwargs: Any) -> Call:
        return self._client._call(self._name, args, kwargs)
