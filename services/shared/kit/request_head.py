"""Reading the head of an HTTP request: strictly, and without the parser for mail.

The standard library reads headers as it reads those of a mail, which took an eighth of all that the
gateway did for a request, and lets pass what proxies and servers may understand differently: where
a request ends, for one. All that is refused here, and the connection closed.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from logging import getLogger
from typing import Any

from nameko.web.server import HttpOnlyProtocol

MOST_HEADERS = 100
FIRST_LINE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+) (/[^\x00-\x20\x7f]*) (HTTP/1\.[01])\r?\n")
# The blanks around a value are left to `strip`: a pattern tries them in every possible way when a line does not fit.
HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\r\n\0]*)\r?\n")
LENGTH = re.compile(r"[0-9]+")
# A request may have each of these once only: a second one could make it end elsewhere, or come from somebody else.
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

    def say_where_it_ends(self, version: str) -> bool:
        """Whether there is no doubt where the request ends."""
        length, encoding = self.get("content-length"), self.get("transfer-encoding")
        if encoding is not None:
            return length is None and version == "HTTP/1.1" and encoding.lower() == "chunked"
        return length is None or LENGTH.fullmatch(length) is not None

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name.lower(), default)


class StrictProtocol(HttpOnlyProtocol):
    """One connection of a client, request after request."""

    def parse_request(self) -> bool:
        """Read the head of a request; says whether there is something to answer, after a refusal of what there is."""
        line = str(self.raw_requestline, "iso-8859-1")
        self.requestline, self.command, self.request_version = line.rstrip("\r\n"), None, "HTTP/1.1"
        first = FIRST_LINE.fullmatch(line)
        if first is None:
            return self._refuse("Bad first line")
        self.command, path, self.request_version = first.groups()
        # A path that begins with two slashes is the address of another host to who takes it for a link.
        self.path = "/" + path.lstrip("/") if path.startswith("//") else path
        self.headers = Headers()
        while (raw := self.rfile.readline()) not in (b"\r\n", b"\n"):
            header = HEADER.fullmatch(str(raw, "iso-8859-1"))
            if header is None or not self.headers.add(header[1], header[2].strip(" \t")):
                return self._refuse("Bad header")
        if not self.headers.say_where_it_ends(self.request_version):
            return self._refuse("Bad length")
        connection = self.headers.get("connection", "").lower()
        self.close_connection = connection == "close" or (
            self.request_version == "HTTP/1.0" and connection != "keep-alive"
        )
        return True

    def _refuse(self, why: str) -> bool:
        self.close_connection = True
        self.send_error(HTTPStatus.BAD_REQUEST, why)
        return False

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Nothing: who answers a request writes its line in the log."""

    def log_error(self, format: str, *args: Any) -> None:
        """Say what could not be read."""
        _log.info(f"A request that cannot be read: {format}", *args)
