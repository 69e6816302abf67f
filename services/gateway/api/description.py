"""The OpenAPI description of the API."""

from __future__ import annotations

import json
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from flask import Flask, Response
from flask_smorest import Api
from flask_smorest.utils import prepare_response
from marshmallow import Schema, fields

from services.gateway.api.blueprint import ROOT
from services.gateway.api.paths import CONVERTERS
from services.gateway.identity import SESSION_COOKIE
from services.gateway.problems import TITLES
from services.shared.contracts.base import Code, Text, View

ABOUT = """\
What the desk does, for programs. Every answer carries `X-Correlation-Id`; a caller may give one.

Sign in with `Authorization: Bearer` and a token, or with the portal's session cookie; a write by cookie
also needs the header `X-CSRF-Token`. What an account may see or do depends on its roles.

A refusal is `application/problem+json` (RFC 9457) with a stable `code`, and `errors` per field where it is
about fields. An unknown field or query parameter is refused. A list goes on after `next`: give it as `after`.
"""
CONTROL = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"
OPTIONAL_TEXT = f"^[^{CONTROL}]*$"
FILLED_TEXT = rf"^[^{CONTROL}]*[^{CONTROL}\s][^{CONTROL}]*$"


class Problem(Schema):
    """Why something was refused (RFC 9457)."""

    type = fields.String(required=True, metadata={"format": "uri"})
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    code = fields.String(required=True, metadata={"description": "A stable word for programs."})
    instance = fields.String(required=True, metadata={"description": "The path that was asked for."})
    correlation_id = fields.String(required=True)
    errors = fields.Dict(keys=fields.String(), metadata={"description": "What is wrong, per field."})


class DescribedApi(Api):
    """flask-smorest's description, with our refusals; the application itself answers errors."""

    ERROR_SCHEMA = Problem
    _told: str | None = None

    @classmethod
    def of(cls, app: Flask) -> DescribedApi:
        """The API of this application."""
        app.config.update(
            API_TITLE="Balie",
            API_VERSION=_version(),
            OPENAPI_VERSION="3.1.0",
            OPENAPI_URL_PREFIX=ROOT,
            OPENAPI_JSON_PATH="openapi.json",
        )
        security: list[dict[str, list[str]]] = [{"token": []}, {"session": []}]
        api = cls(app, spec_kwargs={"info": {"description": ABOUT}, "security": security})
        api.spec.components.security_scheme(
            "token", {"type": "http", "scheme": "bearer", "description": "Made with `balie token create`."}
        )
        api.spec.components.security_scheme("session", {"type": "apiKey", "in": "cookie", "name": SESSION_COOKIE})
        for converter in CONVERTERS:
            api.register_converter(converter, lambda used: dict(used.described))
        api.ma_plugin.converter.add_attribute_function(describe_field)
        return api

    def describe(self) -> dict[str, Any]:
        """The description as OpenAPI 3.1."""
        told: dict[str, Any] = self.spec.to_dict()
        for path in told["paths"].values():
            for operation in path.values():
                for parameter in operation.get("parameters", []) if isinstance(operation, dict) else []:
                    if parameter["in"] == "query":
                        parameter["schema"] = without_null(parameter["schema"])
        # A service always answers all of a view; a field that is not known is null.
        for key, name in self.ma_plugin.converter.refs.items():
            if issubclass(key[0], View):
                view = told["components"]["schemas"][name]
                view["required"] = list(view["properties"])
        return told

    def _openapi_json(self) -> Response:
        if self._told is None:
            self._told = json.dumps(self.describe())
        return Response(self._told, mimetype="application/json")

    def _register_error_handlers(self) -> None:
        """Nothing: `problems` answers errors, of the API and of the portal."""

    def _register_responses(self) -> None:
        for status in HTTPStatus:
            response: dict[str, Any] = {"description": TITLES.get(status.value, status.phrase)}
            if status >= 400:
                response["schema"] = self.ERROR_SCHEMA
            if status == 401:
                response["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}}}
            if status == 503:
                response["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
            self._refusal(status.name, response)
        self._refusal("DEFAULT_ERROR", {"description": "Any other refusal", "schema": self.ERROR_SCHEMA})

    def _refusal(self, name: str, response: dict[str, Any]) -> None:
        prepare_response(response, self.spec, "application/problem+json")
        self.spec.components.response(name, response, lazy=True)


def describe_field(converter: Any, field: Any, **kwargs: Any) -> dict[str, Any]:
    """What the contracts' own kinds of field allow, which apispec does not know or leaves out."""
    if isinstance(field, Code):
        return {"pattern": r"^[\w.-]{1,40}$"}
    if isinstance(field, Text):
        return {"pattern": OPTIONAL_TEXT if field.blank else FILLED_TEXT}
    if isinstance(field, fields.Enum):
        return {"type": ["string", "null"] if field.allow_none else "string"}
    if isinstance(field, fields.Dict) and "additionalProperties" in field.metadata:
        return {"additionalProperties": field.metadata["additionalProperties"]}
    return {}


def without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a query parameter: a query has no word for null, one leaves the parameter out."""
    told = {key: value for key, value in schema.items() if key != "default" or value is not None}
    if isinstance(told.get("type"), list):
        told["type"] = next(kind for kind in told["type"] if kind != "null")
    if "enum" in told:
        told["enum"] = [value for value in told["enum"] if value is not None]
    return told


def _version() -> str:
    try:
        return version("balie")
    except PackageNotFoundError:
        # A checkout that was not installed.
        return "0"
