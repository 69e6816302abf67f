"""What an address may name: a number or a code that could exist; anything else is a 404 and asks no service."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError as Unfit
from werkzeug.routing import BaseConverter, ValidationError

from services.shared.contracts.base import Code


class NotificationNumber(BaseConverter):
    """The number of a notification, `M26-000042`."""

    name = "notification"
    regex = "M[0-9]{2}-[0-9]{6,9}"
    described = {"type": "string", "pattern": f"^{regex}$", "examples": ["M26-000042"]}


class WorkOrderNumber(BaseConverter):
    """The number of a work order, `W26-000042`."""

    name = "work_order"
    regex = "W[0-9]{2}-[0-9]{6,9}"
    described = {"type": "string", "pattern": f"^{regex}$", "examples": ["W26-000042"]}


class CodeInPath(BaseConverter):
    """A code as the contracts know it."""

    name = "code"
    regex = "[^/]{1,40}"
    described = {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,40}$", "examples": ["desk-chair"]}

    def to_python(self, value: str) -> str:
        try:
            code: str = Code().deserialize(value)
        except Unfit:
            raise ValidationError from None
        return code


class FileId(BaseConverter):
    """The id of a file, as the answer to sending it tells."""

    name = "file"
    regex = "[0-9a-f]{32}"
    described = {"type": "string", "pattern": f"^{regex}$"}


CONVERTERS: tuple[Any, ...] = (NotificationNumber, WorkOrderNumber, FileId, CodeInPath)
