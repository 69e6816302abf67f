"""Reading by a contract what its types alone show to be right; marshmallow takes three times as long for that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields, missing

# A field of these has no more to say of a value than its type.
SIMPLE = {fields.String: str, fields.Integer: int}

AtOnce = Callable[[Any], Any]


class QuickSchema(Schema):
    """A schema that reads what is right without marshmallow's steps around each field, and leaves the rest to those."""

    _prepared_for: Any = None

    def load(self, data: Any, **how: Any) -> Any:
        plainly = how.get("many") is None and how.get("partial") is None
        read = self._quickly(data, how.get("unknown") or self.unknown) if plainly else None
        return super().load(data, **how) if read is None else read

    def _quickly(self, data: Any, unknown: Any) -> dict[str, Any] | None:
        """What marshmallow would read; None when that is not sure, or when it would refuse it."""
        if self._prepared_for is not self.load_fields:
            self._prepare()
        if type(data) is not dict or not self._fields_alone:
            return None
        if unknown != EXCLUDE and not data.keys() <= self.load_fields.keys():
            return None
        read: dict[str, Any] = {}
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
                elif value is not None or not may_be_none:
                    right = at_once(value)
                    value = field.deserialize(value, name, data) if right is missing else right
                read[name] = value
        except ValidationError:
            return None
        return read

    def _prepare(self) -> None:
        # marshmallow copies a schema within another that takes only some of its fields, and then gives it those.
        self._prepared_for = self.load_fields
        renamed = any(field.attribute or field.data_key is not None for field in self.load_fields.values())
        # Whether nothing but its fields has a say in what is read, each under its own name.
        self._fields_alone = not (renamed or self.many or self.partial or any(self._hooks.values()))
        self._readers = [
            (name, field, bool(field.allow_none and not field.pre_load), _at_once(field))
            for name, field in self.load_fields.items()
        ]


def _at_once(field: fields.Field[Any]) -> AtOnce:
    """Gives a value as a field reads it, when its type alone shows that it is right; else marshmallow's `missing`."""
    kind = type(field)
    if not (field.pre_load or field.post_load):
        if "at_once" in vars(kind):
            return field.at_once  # type: ignore[attr-defined,no-any-return]
        if isinstance(field, fields.Enum) and kind is fields.Enum and field.by_value and not field.validators:
            members = {member.value: member for member in field.enum}
            return lambda value: members.get(value, missing) if type(value) is str else missing
        if (simple := SIMPLE.get(kind)) and not field.validators:
            return lambda value: value if type(value) is simple else missing
    return lambda value: missing
