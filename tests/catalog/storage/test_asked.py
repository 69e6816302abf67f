"""What people really ask finds the right item or article first, what they say the right kind, on both databases."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from services.catalog.storage.candidates import Reader
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.finding import suggestion
from services.demo.content.asked import ASKED
from services.demo.content.said import SAID
from services.demo.teller import fill_catalogue
from services.shared.kit.database import database_of
from tests.catalog.builders import NOW
from tests.conftest import migrated_config
from tests.desk import CUSTOMER

TODAY = date(2026, 3, 2)
# Of a hundred.
AT_LEAST, KINDS_AT_LEAST = 90, 85


def test_at_least_nine_in_ten_are_right_first_and_both_databases_agree(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    first: dict[str, list[str]] = {}
    suggested: dict[str, list[Any]] = {}
    for dialect in ("sqlite", "postgresql"):
        with migrated_config(request, dialect, tmp_path / dialect) as config:
            database = database_of(config, "catalog")
            with CatalogWork.begin(database) as work:
                fill_catalogue(work, NOW)
            with CatalogWork.look(database, CUSTOMER) as work:
                first[dialect] = [
                    found[0].code if (found := work.search.find(words, Reader(CUSTOMER, language, TODAY), 5)) else ""
                    for language, words, _ in ASKED
                ]
                suggested[dialect] = [
                    (kind and kind.kind, item and item.code)
                    for kind, item in (suggestion(work, words, language, TODAY) for language, words, _ in SAID)
                ]
    right = sum(code == found for (_, _, code), found in zip(ASKED, first["sqlite"], strict=True))
    assert 100 * right >= AT_LEAST * len(ASKED)
    assert first["postgresql"] == first["sqlite"]
    known = sum(kind is found for (_, _, kind), (found, _) in zip(SAID, suggested["sqlite"], strict=True))
    assert len(SAID) >= 60
    assert 100 * known >= KINDS_AT_LEAST * len(SAID)
    assert suggested["postgresql"] == suggested["sqlite"]
