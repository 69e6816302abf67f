"""Markdown as people write it, and as HTML that can do no harm."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

TAGS = {"p", "br", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr"}
TAGS |= {"h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td"}
SCHEMES = {"http", "https", "mailto", "tel"}


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    # Every link is read as one, so that an odd one is named instead of standing there as text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def html_of(text: str) -> str:
    """The HTML of a text; what is no plain text, list, table or link is left out."""
    links = {"a": {"href", "title"}, "ol": {"start"}}
    return nh3.clean(_parser().render(text), tags=TAGS, attributes=links, url_schemes=SCHEMES)


def text_of(text: str) -> str:
    """A text without its marks, as it reads in a message: lists with dashes or numbers, links with their address."""
    lines: list[str] = []
    numbers: list[int | None] = []
    cells: list[str] | None = None
    begin = ""
    for token in _parser().parse(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            numbers.append(int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
            lines += [] if numbers else [""]
            begin = "  " * len(numbers)
        elif token.type == "list_item_open":
            number = numbers[-1]
            begin = "  " * (len(numbers) - 1) + ("- " if number is None else f"{number}. ")
            numbers[-1] = None if number is None else number + 1
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            lines.append(" – ".join(cells or []))
            cells = None
        elif token.type == "table_close":
            lines.append("")
        elif token.type == "inline" and cells is not None:
            cells.append(_said(token.children or []))
        elif token.type in ("inline", "fence", "code_block"):
            lines += [begin + (_said(token.children) if token.children else token.content.rstrip())]
            lines += [] if numbers else [""]
            begin = "  " * len(numbers)
    return "\n".join(lines).strip()


def _said(tokens: list[Token]) -> str:
    said, address = "", ""
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrGet("href")).removeprefix("mailto:").removeprefix("tel:")
        elif token.type == "link_close":
            said += "" if address in said else f" ({address})"
        elif token.type in ("softbreak", "hardbreak"):
            said += " " if token.type == "softbreak" else "\n"
        else:
            said += token.content
    return said


def unusable(text: str) -> list[str]:
    """What a text holds that would be left out, so that whoever wrote it hears of it: HTML, pictures, odd links."""
    return list(dict.fromkeys(_unusable(_parser().parse(text))))


def _unusable(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("html_block", "html_inline"):
            yield f"HTML is not used here: {token.content.strip()[:40]}. Write Markdown."
        elif token.type == "heading_open" and token.tag not in TAGS:
            yield "A heading begins with ##, ### or ####."
        elif token.type == "image":
            yield "Pictures are not used here."
        elif token.type == "link_open" and not _is_kept(str(token.attrGet("href"))):
            yield f"This link leads nowhere that is allowed: {token.attrGet('href')}. Begin it with https://."
        yield from _unusable(token.children or [])


def _is_kept(address: str) -> bool:
    scheme, colon, _ = address.partition(":")
    return not colon or "/" in scheme or scheme.lower() in SCHEMES
