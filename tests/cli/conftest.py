"""A command within this process sets up its log lines; here they are put back after each test.

What the services of a desk log meanwhile goes to pytest, for a command's own output is being looked at.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import structlog

from services.shared.kit import telemetry
from services.shared.kit.config import Config
from services.shared.kit.telemetry import LIBRARIES_THAT_TALK_TOO_MUCH


@pytest.fixture(autouse=True)
def _log_lines_as_they_were() -> Iterator[None]:
    root, handlers, level = logging.getLogger(), logging.getLogger().handlers[:], logging.getLogger().level
    levels = {name: logging.getLogger(name).level for name in (*LIBRARIES_THAT_TALK_TOO_MUCH, "nameko.containers")}
    telemetry.set_up(Config())
    root.handlers[:] = handlers
    yield
    root.handlers[:] = [handler for handler in root.handlers if handler in handlers] or handlers
    root.setLevel(level)
    for name, was in levels.items():
        logging.getLogger(name).setLevel(was)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()
