"""Log lines people and machines can read, each with the correlation id of what it followed from."""

from __future__ import annotations

import json
import logging
import sys
from contextlib import suppress
from typing import Any, TextIO, cast

import orjson
import structlog

from services.shared.kit.config import Config

LIBRARIES_THAT_TALK_TOO_MUCH = ("nameko", "amqp", "kombu", "alembic", "eventlet", "werkzeug")


# A traceback with local variables would write what people typed, passwords too, into the log.
_without_locals = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)


def _json(line: Any, default: Any = None, **_: Any) -> str:
    try:
        return orjson.dumps(line, default=default).decode()
    except TypeError:
        # Half a character, a key that is no text, a number of hundreds of digits: rare, but still a line.
        return json.dumps(line, default=default)


def log(name: str) -> Any:
    """A logger; call it with the event's name and fields: `log.info("relay.waits", service="intake")`."""
    return structlog.get_logger(name)


def set_up(config: Config) -> None:
    """Send Balie's and the libraries' log lines to standard error, as lines for people or as JSON."""
    # What no line shows need not be found out for each; threads and tasks are slow to ask under eventlet.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging.logAsyncioTasks = False  # type: ignore[attr-defined]  # since Python 3.12
    logging._srcfile = None  # as "Optimization" in Python's logging guide says
    level = logging.getLevelNamesMapping()[config.log_level.upper()]
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    render: list[Any] = _as_json() if config.log_format == "json" else [_for_people()]
    structlog.configure(
        # Ours go out at once; by way of the standard library, as others' do, a line takes twice as long.
        processors=[*shared, *render],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(cast(TextIO, _Screen(sys.stderr))),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *render],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for library in LIBRARIES_THAT_TALK_TOO_MUCH:
        logging.getLogger(library).setLevel(max(level, logging.WARNING))
    # nameko warns of every consumer it ends when a service stops, which is as it should be.
    logging.getLogger("nameko.containers").setLevel(logging.ERROR)


class _Screen:
    """Where lines go. One that cannot be written, on a full disk for one, is lost, and no work with it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, line: str) -> None:
        with suppress(OSError, ValueError):
            self._stream.write(line)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._stream.flush()


def _as_json() -> list[Any]:
    return [structlog.processors.ExceptionRenderer(_without_locals), structlog.processors.JSONRenderer(_json)]


def _for_people() -> Any:
    colors = sys.stderr.isatty()
    return structlog.dev.ConsoleRenderer(colors=colors, exception_formatter=structlog.dev.plain_traceback)


def bind(**fields: Any) -> None:
    """Put fields on every log line that follows in this greenlet."""
    structlog.contextvars.bind_contextvars(**{key: value for key, value in fields.items() if value is not None})


def unbind_all() -> None:
    """Forget the fields of the message that was handled."""
    structlog.contextvars.clear_contextvars()
