"""The two ways of saying no that only the front door knows; the others are in `services.shared.errors`."""

from services.shared.errors import DeskError


class NotSignedIn(DeskError):
    """Nobody, or nobody we know, is asking; `bad_token` when a token was shown that does not count."""

    code = "not_signed_in"

    def __init__(self, message: str, bad_token: bool = False) -> None:
        super().__init__(message, bad_token)

    @property
    def bad_token(self) -> bool:
        return bool(self.args[1])


class TooManyAttempts(DeskError):
    """Somebody guesses passwords; after `retry_after` seconds they may try again."""

    code = "too_many_attempts"

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message, retry_after)

    @property
    def retry_after(self) -> int:
        return int(self.args[1])
