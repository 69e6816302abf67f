"""Reading by a contract what its types alone show to be right; marshmallow takes four times as long for that."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields, missing

# A field of these has no more to say of a value than its type.
SIMPLE = {fields.String: str, fields.Integer: int, fields.Boolean: bool}

AtOnce = Callable[[Any], Any]


class QuickSchema(Schema):
    """A schema that reads what is right without marshmallow's steps around each field, and leaves the rest to those."""

    def load(self, data: Any, **how: Any) -> Any:
        plainly = how.get("many") is None and how.get("partial") is None
        read = self._quickly(data, how.get("unknown") or self.unknown) if plainly else None
        return super().load(data, **how) if read is None else read

    def _quickly(self, data: Any, unknown: Any) -> dict[str, Any] | None:
        """What marshmallow would read; None when that is not sure, or when it would refuse it."""
        if type(data) is not dict or not self._fields_alone:
            return None
        read, known = {}, 0
        try:
            for name, field, may_be_none, at_once in self._readers:
                value = data.get(name, missing)
                if value is missing:
                    if field.required:
                        return None
                    default = field.load_default
                    value = default() if callable(default) else default
                    if value is missing:
                        continue
                else:
                    known += 1
                    if value is not None or not may_be_none:
                        right = at_once(value)
                        value = field.deserialize(value, name, data) if right is missing else right
                read[name] = value
        except ValidationError:
            return None
        return read if known == len(data) or unknown == EXCLUDE else None

    @cached_property
    def _fields_alone(self) -> bool:
        """Whether nothing but its fields has a say in what is read, each under its own name."""
        renamed = any(field.attribute or field.data_key is not None for field in self.load_fields.values())
        return not (renamed or self.many or self.partial or any(self._hooks.values()))

    @cached_property
    def _readers(self) -> list[tuple[str, fields.Field[Any], bool, AtOnce]]:
        return [
            (name, field, bool(field.allow_none and not field.pre_load), _at_once(field))
            for name, field in self.load_fields.items()
        ]


def _at_once(field: fields.Field[Any]) -> AtOnce:
    """Gives a value as a field reads it, when its type alone shows that it is right; else marshmallow's `missing`."""
    if hasattr(field, "at_once"):
        return field.at_once  # type: ignore[no-any-return]
    if not (field.validators or field.pre_load or field.post_load):
        if isinstance(field, fields.Enum) and field.by_value:
            members = {member.value: member for member in field.enum}
            return lambda value: members.get(value, missing) if type(value) is str else missing
        if kind := SIMPLE.get(type(field)):
            return lambda value: value if type(value) is kind else missing
    return lambda value: missing
