"""What every part of the API has: who may come in, what is refused, and how that is described."""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import orjson
from flask import Response
from flask_smorest import Blueprint
from werkzeug.datastructures import Headers

from services.gateway.api.reading import UNUSABLE, StrictParser, refuse_unasked
from services.gateway.current import current
from services.gateway.refusals import NotSignedIn
from services.shared.errors import Invalid

ROOT = "/api/v1"
IDEMPOTENCY_KEY = "Idempotency-Key"
KEY = re.compile(r"[!-~]{1,200}")


class ApiBlueprint(Blueprint):
    """The operations of one business word."""

    ARGUMENTS_PARSER = StrictParser()

    def __init__(self, name: str, description: str, path: str | None = None) -> None:
        super().__init__(name, __name__, url_prefix=f"{ROOT}/{path or name}", description=description)
        self.before_request(let_in)

    def operation(self, rule: str, method: str = "GET") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Serve `method` at `rule`; the docstring describes it, and so do all the ways it may be refused."""
        statuses = [400, 401, 403, 422, 500, 503]
        statuses += [404] if "<" in rule else []
        statuses += [409, 413, 415] if method == "POST" else []

        def decorator(view: Callable[..., Any]) -> Callable[..., Any]:
            described = self.doc(operationId=view.__name__)(view)
            for status in statuses:
                described = self.alt_response(status, HTTPStatus(status).name)(described)
            # flask-smorest says it of a function around the view; what is only told of a view need not be called.
            view._apidoc = described._apidoc  # type: ignore[attr-defined]
            self.route(rule, methods=[method])(view)
            return view

        return decorator


def let_in() -> None:
    """Let in who is known, with a request that can be read as far as its operation takes one."""
    asked, kept = current()
    if asked.method == "OPTIONS":
        return
    if kept.account is None:
        raise NotSignedIn("Log in, or send `Authorization: Bearer` with a token.")
    refuse_unasked(asked)
    key = asked.headers.get(IDEMPOTENCY_KEY) if asked.method == "POST" else None
    if key is not None:
        if not KEY.fullmatch(key):
            raise Invalid(UNUSABLE, {IDEMPOTENCY_KEY: ["Use 1 to 200 visible ASCII characters."]})
        kept.bus.tell(idempotency_key=key)


class Answer(Response):
    """An answer with a body, whose headers are ASCII and as they should go out, so none is looked at again."""

    def get_wsgi_headers(self, environ: Any) -> Headers:
        return self.headers


def answer(view: dict[str, Any] | bytes, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A service's answer, which is in its contract's form already, and may be JSON already."""
    body = view if isinstance(view, bytes) else orjson.dumps(view)
    return Answer(body, status, headers, content_type="application/json")
