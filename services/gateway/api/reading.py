"""Reading what a program sends: strictly, so that a typo never passes for consent.

What comes out is plain JSON again, in the form the contract gives it (trimmed, one Unicode form),
because that is what goes over the bus, where the service reads it by the same contract.
"""

from __future__ import annotations

import json
import math
from functools import cache
from typing import Any, NoReturn

import orjson
from flask import Request as HttpRequest
from flask import current_app
from marshmallow import RAISE, Schema, fields, missing
from webargs.flaskparser import FlaskParser, is_json_request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from services.gateway.limits import LARGEST_BODY
from services.shared.contracts.base import one, plain
from services.shared.errors import Invalid

CANNOT_BE_KEPT = "This contains something that cannot be kept."
UNUSABLE = "Some of what was sent cannot be used; see the errors per field."


class StrictParser(FlaskParser):
    """Reads query and body by a contract; the contract itself raises Invalid."""

    DEFAULT_UNKNOWN_BY_LOCATION = {"json": RAISE, "query": RAISE}

    def load_json(self, req: HttpRequest, schema: Schema) -> Any:
        return body_of(req)

    def load_query(self, req: HttpRequest, schema: Schema) -> Any:
        return query_of(req.args, schema)

    def parse(self, argmap: Any, req: Any = None, **kwargs: Any) -> Any:
        schema = one(argmap) if isinstance(argmap, type) else argmap
        read = super().parse(schema, req, **kwargs)
        # A file does not go over the bus.
        return read if kwargs.get("location") == "files" else sendable(schema, read)


# webargs finds the loader of a location by the name of a method.
StrictParser.__location_map__ = {**FlaskParser.__location_map__, "query": "load_query", "json": "load_json"}


def body_of(req: HttpRequest) -> Any:
    """The JSON that was sent; marshmallow's `missing` when nothing was."""
    chunked = req.headers.get("Transfer-Encoding", "").lower() == "chunked"
    if not (req.content_length or chunked):
        return missing
    if not is_json_request(req):
        raise UnsupportedMediaType
    body = req.get_data()
    # werkzeug cuts a body without a length off at the limit, instead of refusing it.
    if chunked and len(body) >= LARGEST_BODY:
        raise RequestEntityTooLarge
    if not body:
        return missing
    try:
        return json.loads(body.decode(), parse_constant=_not_json, parse_float=_finite)
    except UnicodeDecodeError:
        raise BadRequest("The body is not UTF-8.") from None
    except ValueError as wrong:
        raise BadRequest(f"The body is not JSON: {wrong}") from None
    except RecursionError:
        raise BadRequest("The body is nested too deeply.") from None


def _not_json(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number in JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:20]} is too large a number")
    return number


def query_of(args: MultiDict[str, str], schema: Schema) -> dict[str, Any]:
    """The query as the contract reads it: a list repeated or comma separated, an empty one as if left out."""
    known = {field.data_key or name: field for name, field in schema.fields.items()}
    told: dict[str, Any] = {}
    twice: dict[str, list[str]] = {}
    for name, values in args.lists():
        given = [value for value in values if value]
        if isinstance(known.get(name), fields.List):
            told[name] = [part for value in given for part in value.split(",") if part]
        elif len(values) > 1:
            twice[name] = ["Give this once."]
        elif given or name not in known:
            told[name] = values[0]
    if twice:
        raise Invalid(UNUSABLE, twice)
    return told


def sendable(schema: Schema, loaded: Any) -> Any:
    """What was read, as plain JSON for the bus; raises Invalid for what JSON on the bus cannot carry."""
    told = plain(schema, loaded)
    wrong = {} if _fits(told) else {name: [CANNOT_BE_KEPT] for name, value in told.items() if not _fits(value)}
    if wrong:
        raise Invalid(UNUSABLE, wrong)
    return told


def _fits(value: Any) -> bool:
    # Half a character, a number over 64 bits, or hundreds of levels; only a field that takes anything has it.
    try:
        orjson.dumps(value)
    except orjson.JSONEncodeError:
        return False
    return True


def refuse_unasked(asked: HttpRequest) -> None:
    """Refuse a query or a body where the operation takes none."""
    taken = _taken(current_app.view_functions.get(asked.endpoint or ""))
    errors: dict[str, Any] = {}
    if "query" not in taken and asked.query_string:
        errors |= {name: ["Unknown field."] for name in asked.args}
    if not taken & {"json", "files"}:
        body = body_of(asked)
        if isinstance(body, dict):
            errors |= {name: ["Unknown field."] for name in body}
        elif body is not missing:
            errors["_schema"] = ["Invalid input type."]
    if errors:
        raise Invalid(UNUSABLE, errors)


@cache
def _taken(view: Any) -> frozenset[str]:
    """Where an operation's documented arguments come from."""
    documented = getattr(view, "_apidoc", {}).get("arguments", {}).get("parameters", [])
    return frozenset(parameter["in"] for parameter in documented)
