"""Every page, file and heading that the documentation points at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.pages import HOUSE, PAGES, without_code

FILE = re.compile(
    r"(?:services|tests|docs|bench)/[\w./<>-]+|(?:Makefile|README\.md|CONTRIBUTING\.md|CHANGELOG\.md|pyproject\.toml)"
)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOUSE)))


def anchors(text: str) -> set[str]:
    """The addresses of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", without_code(text), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@each_page
def test_every_link_within_the_house_leads_somewhere(page: Path) -> None:
    wrong = []
    for target in re.findall(r"\]\(([^)\s]+)\)", without_code(page.read_text())):
        if re.match(r"https?://", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (anchor and anchor not in anchors(file.read_text())):
            wrong.append(target)
    assert wrong == []


@each_page
def test_every_file_that_is_mentioned_exists(page: Path) -> None:
    wrong = []
    for inline in re.findall(r"`([^`\n]+)`", without_code(page.read_text())):
        for path in FILE.findall(inline):
            # `tests/<service>/domain` stands for the one of every service.
            pattern = re.sub(r"<\w+>", "*", path).rstrip("./")
            if not list(HOUSE.glob(pattern)):
                wrong.append(path)
    assert wrong == []


@each_page
def test_no_page_names_a_path_of_one_machine(page: Path) -> None:
    assert re.findall(r"(?<![\w.])/(?:home|root|tmp|work|Users)/[\w./-]*", page.read_text()) == []
