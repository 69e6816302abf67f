"""The fields of a keeper's form with what is filled in, as a browser would send them, and what was then asked."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from tests.gateway.builders import FakeBus
from tests.gateway.portal.reader import Reader


class Fields(HTMLParser):
    """The fields of the form."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.area = self.choosing = ""
        self.feed(page[page.index(' class="keep"') :])

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        told = dict(attrs)
        if tag == "textarea":
            self.area = told["name"]
            self.sent[self.area] = [""]
        elif tag == "select":
            self.choosing = told["name"]
        elif tag == "option" and (self.choosing not in self.sent or "selected" in told):
            self.sent[self.choosing] = [told["value"]]
        elif tag == "input" and (told.get("type") not in ("checkbox", "radio") or "checked" in told):
            self.sent.setdefault(told["name"], []).append(told.get("value") or "")

    def handle_data(self, data: str) -> None:
        if self.area:
            self.sent[self.area][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # A browser leaves the line break out that a textarea begins with.
            self.sent[self.area] = [self.sent[self.area][0].removeprefix("\n").replace("\n", "\r\n")]
            self.area = ""


def filled_in(reader: Reader) -> dict[str, list[str]]:
    """What the editor would send as it stands; what is tried out in the preview is nothing of the item."""
    sent = Fields(reader.raw).sent
    aside = ("csrf_token", "do", "asked", "answers.", "choices.")
    return {name: values for name, values in sent.items() if not name.startswith(aside)}


def last(bus: FakeBus, method: str) -> tuple[Any, ...]:
    """What the last call of this method said."""
    return [said for said in bus.said if said.method == method][-1].arguments
