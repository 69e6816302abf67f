"""The request in hand, found once.

Flask's `request` and `g` look for it at each use, which for what runs around every request was a
seventh of all the gateway did.
"""

from __future__ import annotations

from typing import Any

from flask import Request, g, request


def current() -> tuple[Request, Any]:
    """The request that is being answered, and what is kept with it (Flask's `g`)."""
    return request._get_current_object(), g._get_current_object()  # type: ignore[attr-defined]
