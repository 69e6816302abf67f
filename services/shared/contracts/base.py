"""What all contracts have in common: how a request is refused, how text is read."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode
from enum import Enum
from functools import cache
from typing import Any, NoReturn, TypeVar

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields, missing, validate

from services.shared.contracts.quick import QuickSchema
from services.shared.errors import Invalid

AnySchema = TypeVar("AnySchema", bound=Schema)
ALREADY_PLAIN = frozenset({str, int, bool, float, type(None)})
SHAPE = re.compile(r"[._-]*[^\W_][\w.-]*")
# Text that is as it should be already: visible ASCII, with blanks only within.
NEAT = re.compile(r"[!-~](?:[ -~]*[!-~])?")


@cache
def one(schema: type[AnySchema]) -> AnySchema:
    """The one instance of a schema that all share: marshmallow takes longer to make one than to use it."""
    return schema()


def plain(schema: Schema, told: dict[str, Any]) -> dict[str, Any]:
    """Values in Python's types as plain JSON by their names in the contract, as `dump` gives them but sooner."""
    written: dict[str, Any] = {}
    for name, field in schema.dump_fields.items():
        value = told.get(field.attribute or name, missing)
        if type(value) in ALREADY_PLAIN:
            written[field.data_key or name] = value
        elif isinstance(value, Enum):
            written[field.data_key or name] = value.value
        elif value is not missing:
            written[field.data_key or name] = field.serialize(name, told)
    return written


class Request(QuickSchema):
    """Something asked of a service; a field it does not know is refused, so a typo never passes for consent."""

    class Meta:
        unknown = RAISE

    @classmethod
    def read(cls, asked: Any) -> dict[str, Any]:
        """What was asked, checked and in Python's types; raises Invalid."""
        return dict(one(cls).load(asked))

    def handle_error(self, error: ValidationError, data: Any, **kwargs: Any) -> NoReturn:
        """Turn marshmallow's error into the one refusal callers know."""
        messages = error.normalized_messages()  # type: ignore[no-untyped-call]  # marshmallow left it untyped
        raise Invalid("Some of what was sent cannot be used; see the errors per field.", messages) from error


class View(Schema):
    """Something a service answers."""

    class Meta:
        unknown = EXCLUDE

    @classmethod
    def show(cls, value: Any) -> dict[str, Any]:
        """A value in the form that goes out."""
        return dict(one(cls).dump(value))


class Told(QuickSchema):
    """The data of an event; a listener skips fields it does not know, at any depth, so a contract can grow."""

    class Meta:
        unknown = EXCLUDE

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        _skip_unknown(self)

    @classmethod
    def read(cls, data: Any) -> dict[str, Any]:
        """What was told, in Python's types; raises ValidationError."""
        return dict(one(cls).load(data))

    @classmethod
    def written(cls, told: dict[str, Any]) -> dict[str, Any]:
        """The data of an event as it is kept; raises ValidationError when the contract is not kept."""
        schema = one(cls)
        data = plain(schema, told)
        schema.load(data)
        return data


def _skip_unknown(schema: Schema) -> None:
    """Let a schema and all within it skip what they do not know, also what is refused in a request."""
    schema.unknown = EXCLUDE
    for field in schema.fields.values():
        nested = field.inner if isinstance(field, fields.List) else field
        if isinstance(nested, fields.Nested):
            _skip_unknown(nested.schema)


class Text(fields.String):
    """Text a person typed: trimmed, in one Unicode form, not empty, not longer than `longest`.

    Characters a database or a screen cannot keep (NUL, lone surrogates, control characters) are
    refused; HTML is ordinary text.
    """

    default_error_messages = {
        "blank": "Fill this in.",
        "too_long": "Use at most {longest} characters; this has {length}.",
        "unreadable": "This contains a character that cannot be kept: {name}.",
    }

    def __init__(self, longest: int, *, blank: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest = longest
        self.blank = blank
        # flask-smorest reads validators to describe the field; `_deserialize` gives the clearer message first.
        self.validators = [*self.validators, validate.Length(min=0 if blank else 1, max=longest)]

    def at_once(self, value: Any) -> Any:
        """The text itself when it is sure that it is as it should be already; else marshmallow's `missing`."""
        neat = type(value) is str and len(value) <= self.longest and NEAT.fullmatch(value)
        return value if neat and len(self.validators) == 1 else missing

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        assert isinstance(text, str)
        # However it is written, it has too many: of four characters at most one is made. It is not read any further.
        if len(text) > 4 * self.longest and (length := len(text.strip())) > 4 * self.longest:
            raise self.make_error("too_long", longest=self.longest, length=length)
        # Most text is printable from one end to the other, which Python sees at once.
        for character in "" if text.isprintable() else text:
            if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\r\t":
                raise self.make_error("unreadable", name=f"U+{ord(character):04X}")
        text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()
        if not text and not self.blank:
            raise self.make_error("blank")
        if len(text) > self.longest:
            raise self.make_error("too_long", longest=self.longest, length=len(text))
        return text

    def _validate(self, value: Any) -> None:
        # The length has been looked at.
        if len(self.validators) > 1:
            super()._validate(value)


class Code(Text):
    """A short name that programs use: letters, digits, `.`, `_` and `-`, at most 40 characters."""

    default_error_messages = {"shape": "Use letters, digits, '.', '_' and '-' only."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(40, **kwargs)

    def at_once(self, value: Any) -> Any:
        return missing if type(value) is str and not SHAPE.fullmatch(value) else super().at_once(value)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        code = super()._deserialize(value, attr, data, **kwargs)
        if not SHAPE.fullmatch(code):
            raise self.make_error("shape")
        return code


class Several(fields.List[Any]):
    """A list that is refused unread when it has more than it may: to read ten thousand rows takes seconds."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        if isinstance(value, list):
            for validator in self.validators:
                if isinstance(validator, validate.Length):
                    validator(value)
        return super()._deserialize(value, attr, data, **kwargs)


class Base64(fields.Field[bytes]):
    """Bytes, written as base64."""

    default_error_messages = {"invalid": "This is not base64."}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bytes:
        try:
            return b64decode(value, validate=True)
        except (ValueError, TypeError):
            raise self.make_error("invalid") from None


class LocalText(QuickSchema):
    """The same text in both languages of the screens: `{"nl": …, "en": …}`."""

    class Meta:
        unknown = RAISE

    nl = Text(200, required=True)
    en = Text(200, required=True)


class LocalProse(LocalText):
    """Sentences in both languages of the screens."""

    nl = Text(4000, required=True)
    en = Text(4000, required=True)


class InWords(QuickSchema):
    """What was asked or answered, in both languages of the screens; it is as long as whoever said it made it."""

    nl = fields.String(required=True)
    en = fields.String(required=True)


class Page(Request):
    """Which part of a list: at most `limit` rows after the row named `after` (the `next` of the page before)."""

    limit = fields.Integer(load_default=50, validate=validate.Range(min=1, max=200), strict=False)
    after = Text(60, load_default=None, allow_none=True)


class Search(Request):
    """Words to look for; every word must occur. At most `limit` rows come back, best known first."""

    q = Text(200, blank=True, load_default="")
    limit = fields.Integer(load_default=20, validate=validate.Range(min=1, max=100))
