"""What is refused before anybody looks at it: too much, and what is not text."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from flask import Flask
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

from services.gateway.current import current

LARGEST_BODY = 1024 * 1024


def set_up(app: Flask) -> None:
    """Refuse bodies over 1 MiB, also those without a length, and addresses that are not UTF-8."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY

    @app.before_request
    def refuse_unreadable() -> None:
        asked, _ = current()
        if (asked.content_length or 0) > LARGEST_BODY:
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
