"""Asking the services: what a page can do without, and what must happen only once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from flask import g

from services.gateway.portal.layout import one_time_token
from services.shared.errors import DeskError, Unavailable


def gently(method: Any, *arguments: Any) -> Callable[[], Any]:
    """Start a call whose answer the page can do without; None when it is refused or does not come.

    A page that shows a list of teams in a filter must not fall over when routing is down, nor a form
    when somebody looks for words that nothing can be looked for with.
    """
    try:
        reply = method.call_async(*arguments)
    except Unavailable:
        return lambda: None

    def answer() -> Any:
        try:
            return reply.result()
        except DeskError:
            return None

    return answer


def once(token: str, method: Any, *arguments: Any) -> Any:
    """Call a service so that the same token does the thing once, however often the form arrives."""
    with g.bus.once(usable(token) or one_time_token()):
        return method(*arguments)


def usable(token: str) -> str | None:
    """The token of a form, which comes back from the browser, so it may be anything; None when it is no token."""
    return token if re.fullmatch(r"[\w-]{16,64}", token, re.ASCII) else None
