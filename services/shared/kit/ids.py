"""What calls and requests are known by."""

from os import urandom


def new_id() -> str:
    """32 hexadecimal digits that nobody else comes up with, at a third of the cost of a `uuid4`."""
    return urandom(16).hex()
