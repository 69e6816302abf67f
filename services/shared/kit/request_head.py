"""Reading the head of an HTTP request: strictly, and without the parser for mail.

The standard library reads headers as it reads those of a mail, which took an eighth of all that the
gateway did for a request, and lets pass what proxies and servers may understand differently. What is
out of the ordinary in the first line is still left to it; what is in the headers is refused.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from logging import getLogger
from typing import Any

from nameko.web.server import HttpOnlyProtocol

MOST_HEADERS = 100
ORDINARY = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+) (/[^ ]*) (HTTP/1\.[01])")
HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n\0]*?)[ \t]*\r?\n")
# A message may have each of these once only: a second one could make it end elsewhere, or come from somebody else.
ONCE = ("content-length", "transfer-encoding", "host", "authorization")

_log = getLogger(__name__)


class Headers(dict[str, str]):
    """The headers of a request by their name in small letters, as eventlet asks for them."""

    # eventlet would otherwise make up a content type for a request that has none.
    type = ""

    def __init__(self) -> None:
        super().__init__()
        self._headers: list[tuple[str, str]] = []

    def add(self, name: str, value: str) -> bool:
        """Keep one more header; says whether a request may have it."""
        key = name.lower()
        if (key in self and key in ONCE) or len(self._headers) == MOST_HEADERS:
            return False
        self._headers.append((name, value))
        self.setdefault(key, value)
        return True

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name.lower(), default)


class StrictProtocol(HttpOnlyProtocol):
    """One connection of a client, request after request."""

    def parse_request(self) -> bool:
        """Read the head of a request; says whether there is something to answer, after a refusal of what there is."""
        self.requestline = str(self.raw_requestline, "iso-8859-1").rstrip("\r\n")
        ordinary = ORDINARY.fullmatch(self.requestline)
        if ordinary is None:
            return bool(super().parse_request())
        self.command, path, self.request_version = ordinary.groups()
        # A path that begins with two slashes is the address of another host to who takes it for a link.
        self.path = "/" + path.lstrip("/") if path.startswith("//") else path
        self.headers = Headers()
        while (line := self.rfile.readline()) not in (b"\r\n", b"\n", b""):
            header = HEADER.fullmatch(str(line, "iso-8859-1"))
            if header is None or not self.headers.add(*header.groups()):
                self.close_connection = True
                self.send_error(HTTPStatus.BAD_REQUEST, "Bad header")
                return False
        connection = self.headers.get("connection", "").lower()
        self.close_connection = connection == "close" or (
            self.request_version == "HTTP/1.0" and connection != "keep-alive"
        )
        return True

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Nothing: who answers a request writes its line in the log."""

    def log_error(self, format: str, *args: Any) -> None:
        """Say what could not be read."""
        _log.info(f"A request that cannot be read: {format}", *args)
