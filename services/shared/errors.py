"""The ways Balie says no. Each crosses RPC as itself and has one HTTP status in the gateway's table."""

from typing import Any


class DeskError(Exception):
    """A refusal the caller can understand and act on.

    `code` is a stable word for programs, `message` a sentence for people. All arguments are plain
    values, because nameko carries an exception over RPC by its arguments.
    """

    code = "refused"

    @property
    def message(self) -> str:
        return str(self.args[0])


class Invalid(DeskError):
    """What was sent cannot be read or is incomplete: `errors` maps each field to its messages."""

    code = "invalid"

    def __init__(self, message: str, errors: dict[str, Any] | None = None) -> None:
        super().__init__(message, errors or {})

    @property
    def errors(self) -> dict[str, Any]:
        errors: dict[str, Any] = self.args[1]
        return errors


class NotFound(DeskError):
    """There is no such thing, or none that this caller may know of."""

    code = "not_found"

    def __init__(self, message: str) -> None:
        super().__init__(message)


class Refused(DeskError):
    """A business rule says no; `code` names the rule."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)

    @property
    def code(self) -> str:  # type: ignore[override]  # a class attribute on the other refusals
        return str(self.args[0])

    @property
    def message(self) -> str:
        return str(self.args[1])


class Forbidden(DeskError):
    """This caller may not do this, whoever else may."""

    code = "forbidden"

    def __init__(self, message: str) -> None:
        super().__init__(message)


class Unavailable(DeskError):
    """A service, the broker or a database does not answer; trying again after `retry_after` seconds may help."""

    code = "unavailable"

    def __init__(self, message: str, retry_after: int = 5) -> None:
        super().__init__(message, retry_after)

    @property
    def retry_after(self) -> int:
        return int(self.args[1])


class Unexpected(Exception):
    """Something went wrong that nobody foresaw; the log has it under this correlation id."""

    def __init__(self, correlation_id: str) -> None:
        super().__init__(correlation_id)

    @property
    def correlation_id(self) -> str:
        return str(self.args[0])


CROSSES_RPC = (Invalid, NotFound, Refused, Forbidden, Unavailable, Unexpected)
