"""What is refused before anybody looks at it: too much, and what is not text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import unquote_to_bytes

from flask import Flask, Request, current_app
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

from services.gateway.current import current

MEGABYTE = 1024 * 1024
LARGEST_BODY = MEGABYTE
# Of a form with files: a few photos at once, as a telephone takes them.
LARGEST_WITH_FILES = 32 * MEGABYTE
# The form of an item with all the questions and steps it may have comes to some 1,000.
MOST_FIELDS = 4000
MULTIPART = "multipart/form-data"

View = TypeVar("View", bound=Callable[..., object])


def takes_files(view: View) -> View:
    """Let a form that is sent to this view hold files, when somebody is signed in."""
    view.takes_files = True  # type: ignore[attr-defined]  # a mark that wrappers of the view take over
    return view


def largest(asked: Request) -> int:
    """How many bytes the body of this request may have."""
    view = current_app.view_functions.get(asked.endpoint or "")
    return LARGEST_WITH_FILES if getattr(view, "takes_files", False) and asked.mimetype == MULTIPART else LARGEST_BODY


def allow_files(asked: Request) -> None:
    """Let who is signed in send as much as this view takes; nobody else's body is read so far."""
    asked.max_content_length = largest(asked)


def set_up(app: Flask) -> None:
    """Refuse bodies over 1 MiB, or 32 MiB with files, also those without a length, and addresses that are not UTF-8."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY
    app.config["MAX_FORM_PARTS"] = MOST_FIELDS

    @app.before_request
    def refuse_unreadable() -> None:
        asked, _ = current()
        if (asked.content_length or 0) > LARGEST_BODY and (asked.content_length or 0) > largest(asked):
            raise RequestEntityTooLarge
        path = asked.environ.get("PATH_INFO", "").encode("latin-1")
        query = unquote_to_bytes(asked.environ.get("QUERY_STRING", "").encode("latin-1"))
        try:
            path.decode()
            query.decode()
        except UnicodeDecodeError:
            # The page that says so would trip over it as well.
            asked.query_string = b""
            raise BadRequest("The address is not UTF-8.") from None
