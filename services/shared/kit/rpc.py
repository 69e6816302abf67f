"""The methods that other services may call: nameko's, with nothing internal in an answer.

nameko hands the caller whatever exception a service raised, and needs four steps at the broker per
message. Here refusals cross as themselves, all else becomes a correlation id, and replies go over one
open channel (`kit/publisher.py`). On the wire nothing differs from nameko's own RPC, so plain nameko
services and clients fit in. The other end is `kit/calling.py`.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import lru_cache, partial
from inspect import signature
from logging import Filter, LogRecord, getLogger
from typing import Any

import kombu.serialization
from eventlet.support.greenlets import GreenletExit
from nameko import rpc as nameko_rpc
from nameko.constants import HEADER_PREFIX
from nameko.containers import WorkerContext
from nameko.exceptions import (
    BadRequest,
    ContainerBeingKilled,
    IncorrectSignature,
    MalformedRequest,
    get_module_path,
    serialize,
)

from services.shared.errors import CROSSES_RPC, DeskError, Unavailable, Unexpected
from services.shared.kit.calling import rpc_timeout
from services.shared.kit.consumer import SteadyConsumer
from services.shared.kit.ids import new_id
from services.shared.kit.publisher import BrokerDown, publisher

CONTEXT = f"{HEADER_PREFIX}."

_log = getLogger(__name__)


class _Requests(nameko_rpc.RpcConsumer):
    """The requests of one service, and the replies to them."""

    consumer_cls = SteadyConsumer
    _leaving = False

    def setup(self) -> None:
        super().setup()
        self._methods: dict[str, Any] = {}

    def start(self) -> None:
        self._thread = self.container.spawn_managed_thread(self.consumer.run, identifier="requests")
        self.consumer.wait_until_consumer_ready()

    def get_provider_for_method(self, routing_key: str) -> Any:
        """The method that was called; nameko makes the name of each anew for each call."""
        if routing_key not in self._methods:
            self._methods[routing_key] = super().get_provider_for_method(routing_key)
        return self._methods[routing_key]

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
                    timeout=rpc_timeout(),
                )
        except BrokerDown as down:
            _log.warning("A reply was lost: %s", down)
        self.consumer.ack_message(message)


class Rpc(nameko_rpc.Rpc):
    """A method that other services may call; a `DeskError` is an answer, anything else is our fault."""

    rpc_consumer = _Requests()
    tells_failures = True

    def __init__(self, expected_exceptions: Any = DeskError, **kwargs: Any) -> None:
        super().__init__(expected_exceptions=expected_exceptions, **kwargs)

    def check_signature(self, args: Any, kwargs: Any) -> None:
        """nameko's check, with what it looks up each time looked up once."""
        if not isinstance(kwargs, dict):
            raise IncorrectSignature(f"kwargs must be an object, not {type(kwargs).__name__}")
        try:
            _bind(self.container.service_cls, self.method_name, len(args), tuple(kwargs))
        except TypeError as wrong:
            raise IncorrectSignature(str(wrong)) from None

    def handle_message(self, body: Any, message: Any) -> None:
        _correlation_id(message)
        if not isinstance(body, dict) or not isinstance(body.get("args"), list) or "kwargs" not in body:
            raise MalformedRequest("Message missing `args` or `kwargs`")
        if not getattr(self.container, "has_room", False):
            # nameko has a thread wait for room, because the broker must go on hearing from this one.
            super().handle_message(body, message)
            return
        args, kwargs = body["args"], body["kwargs"]
        self.check_signature(args, kwargs)
        context = {key.removeprefix(CONTEXT): value for key, value in message.headers.items()}
        handle_result = partial(self.handle_result, message)
        try:
            self.container.spawn_worker(self, args, kwargs, context_data=context, handle_result=handle_result)
        except ContainerBeingKilled:
            self.rpc_consumer.consumer.requeue_message(message)

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


@lru_cache(maxsize=1000)
def _bind(service: type, method: str, arguments: int, names: tuple[str, ...]) -> None:
    """Raises TypeError when a method cannot be called with so many arguments and these names; looked up once if so."""
    signature(getattr(service, method)).bind(None, *[None] * arguments, **dict.fromkeys(names))


def _correlation_id(message: Any) -> str:
    """The correlation id of a request, made up when the caller gave none."""
    headers = message.headers
    return str(headers.get("nameko.correlation_id") or headers.setdefault("nameko.correlation_id", new_id()))


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
    """Silences what nameko logs about the ordinary."""

    def filter(self, record: LogRecord) -> bool:
        # A consumer's thread is always killed at a stop: it looks only once a second whether it should end.
        return not ("killing" in str(record.msg) and "managed thread" in str(record.msg))


getLogger("nameko.containers").addFilter(_ContainerLog())
