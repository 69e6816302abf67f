"""Items as rows, found by any of their words."""

from __future__ import annotations

import pytest

from services.shared.errors import NotFound
from services.shared.kit.config import Config
from tests.catalog.builders import lay_the_ground, looking, published


def test_items_are_found_in_both_languages_by_name_description_keyword_and_code(config: Config) -> None:
    lay_the_ground(config)
    published(config)
    published(config, code="stoel", name={"nl": "Bureaustoel", "en": "Desk chair"}, keywords=["zitten"])
    with looking(config) as work:
        for q, codes in (
            ("lamp", ["lamp-kapot", "stoel"]),
            ("BROKEN", ["lamp-kapot"]),
            ("licht", ["lamp-kapot"]),
            ("lamp-kapot", ["lamp-kapot"]),
            ("chair zitten", ["stoel"]),
            ("", ["lamp-kapot", "stoel"]),
            ("%", []),
            ("chair licht", []),
        ):
            assert [item.code for item in work.items.find(q, 10)] == codes, q
        assert [item.code for item in work.items.find("", 1)] == ["lamp-kapot"]


def test_what_is_not_there_is_not_found(config: Config) -> None:
    with looking(config) as work:
        for code in ("stoel", "", "a\x00", "\ud800", 42, None, {}):
            with pytest.raises(NotFound):
                work.items.get(code)  # type: ignore[arg-type]  # the bus may carry anything
