"""Calling another service: every wait has an end, and a refusal arrives as itself.

nameko waits for a reply for ever. Here each call has a timeout, and fails at once when the broker says
that there is no such service, or has lost the reply. The other end is `kit/rpc.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from logging import getLogger
from typing import Any

from amqp.exceptions import NotFound as QueueNotFound
from eventlet.event import Event
from eventlet.hubs import get_hub
from nameko import config
from nameko import rpc as nameko_rpc
from nameko.containers import WorkerContext
from nameko.exceptions import BadRequest, MethodNotFound, deserialize, deserialize_to_instance
from nameko.extensions import DependencyProvider
from nameko.messaging import encode_to_headers

from services.shared.errors import CROSSES_RPC, Invalid, Unavailable
from services.shared.kit.config import Config
from services.shared.kit.consumer import SteadyConsumer
from services.shared.kit.ids import new_id
from services.shared.kit.publisher import BrokerDown, decoded, encode, publisher

# What our services write around a result, see `kit/rpc.py`.
RESULT, NO_ERROR = b'{"result":', b',"error":null}'

_log = getLogger(__name__)

for _error in CROSSES_RPC:
    deserialize_to_instance(_error)


def rpc_timeout() -> float:
    """The seconds within which a call ends, from the settings of this process."""
    settings: Config = config.get("BALIE") or Config()
    return settings.rpc_timeout


class Call:
    """A call that is under way; `result()` waits for its answer."""

    def __init__(self, target: str, method: str, timeout: float, pending: dict[str, Call]) -> None:
        self.correlation_id = new_id()
        self.target, self._method, self._timeout, self._pending = target, method, timeout, pending
        self._answer: Any = Event()
        pending[self.correlation_id] = self
        # One timer ends the call whether or not anybody waits for its result.
        self._timer = get_hub().schedule_call_global(timeout, self._too_late)

    def answer(self, reply: Any) -> None:
        """End the call with the message that replies to it, or with the error that took its place."""
        if self._pending.pop(self.correlation_id, None) is not None:
            self._timer.cancel()
            self._answer.send(reply)

    def _too_late(self) -> None:
        self.answer(Unavailable(f"{self.target} does not answer within {self._timeout:g} seconds."))

    def result(self) -> Any:
        """The result of the method, or the error it ended with."""
        body = decoded(self._reply())
        if not body.get("error"):
            return body["result"]
        error = deserialize(body["error"])
        if isinstance(error, MethodNotFound):
            raise Invalid(f"{self.target} has no method {self._method}.")
        if isinstance(error, BadRequest):
            raise Invalid(f"{self.target}.{self._method} cannot be called with these arguments.")
        raise error

    def as_json(self) -> bytes:
        """The result as JSON; most often as it came, neither read nor written again."""
        reply = self._reply()
        body = reply.body
        if isinstance(body, bytes) and body.startswith(RESULT) and body.endswith(NO_ERROR):
            return body[len(RESULT) : -len(NO_ERROR)]
        return encode(self.result())

    def _reply(self) -> Any:
        reply = self._answer.wait()
        if isinstance(reply, Exception):
            raise reply
        return reply


class _ReplyConsumer(SteadyConsumer):
    """Receives the replies to the calls of one service.

    The broker need not hear that a reply has arrived, which makes a quarter more calls per second.
    """

    def __init__(self, check_for_lost_replies: Any, *args: Any, **kwargs: Any) -> None:
        # Who waits for a reply reads it, so it is handed over as it came.
        super().__init__(*args, no_ack=True, on_message=self._hand_over, **kwargs)
        self.check_for_lost_replies = check_for_lost_replies

    def get_consumers(self, consumer_cls: Any, channel: Any) -> Any:
        with self.check_for_lost_replies(channel):
            return super().get_consumers(consumer_cls, channel)

    def _hand_over(self, message: Any) -> None:
        for callback in self.callbacks:
            callback(message)


class _Replies(nameko_rpc.ReplyListener):
    """The calls of one service that wait for a reply."""

    consumer_cls = _ReplyConsumer

    def setup(self) -> None:
        super().setup()
        publisher().tell_returned(self.queue.routing_key, self)

    def await_ready(self, timeout: float) -> None:
        """Wait until replies can arrive; a service that starts may be asked something a moment before that."""
        ready = self.consumer.ready
        if not (ready.is_set() or ready.wait(timeout)):
            raise Unavailable("The message broker does not answer.")

    @contextmanager
    def check_for_lost_replies(self, channel: Any) -> Iterator[None]:
        """Around the declaring of the reply queue: when it was gone, so are the replies to what was asked before."""
        gone = self._queue_is_gone(channel)
        try:
            yield
        finally:
            # Not as soon as the queue was missed: who asks between that and its return is answered to nowhere as well.
            if gone:
                for call in list(self.pending.values()):
                    call.answer(Unavailable("The message broker was away; the answer is lost."))

    def _queue_is_gone(self, channel: Any) -> bool:
        if not self.consumer.ready.is_set():
            # It was never there, and nobody can have asked anything yet.
            return False
        try:
            with channel.connection.client.channel() as probe:
                self.queue.bind(probe).queue_declare(passive=True)
        except QueueNotFound:
            return True
        return False

    def handle_message(self, message: Any) -> None:
        call = self.pending.get(message.properties.get("correlation_id"))
        if call is not None:
            call.answer(message)

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
        self._given = timeout

    def setup(self) -> None:
        self._timeout = self._given or rpc_timeout()

    def get_dependency(self, worker_ctx: WorkerContext) -> Client:
        if "correlation_id" not in worker_ctx.data:
            worker_ctx.data["correlation_id"] = new_id()
        return Client(self.target, self._timeout, self.replies, worker_ctx.data)


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

    def as_json(self, *args: Any, **kwargs: Any) -> bytes:
        """Call it, for its result as JSON."""
        return self.call_async(*args, **kwargs).as_json()

    def call_async(self, *args: Any, **kwargs: Any) -> Call:
        return self._client._call(self._name, args, kwargs)
