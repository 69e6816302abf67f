"""Refusals in tests: a step that is refused must leave no trace."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from sqlalchemy import MetaData, select

from services.shared.errors import DeskError
from services.shared.kit.work import UnitOfWork

W = TypeVar("W", bound=UnitOfWork)


def all_rows(work: UnitOfWork, metadata: MetaData) -> dict[str, list[str]]:
    """All that a service keeps, table by table, but for what its relay and followers note of how far they are."""
    kept: dict[str, list[str]] = {}
    for table in metadata.sorted_tables:
        if table.name != "cursor":
            columns = [column for column in table.columns if (table.name, column.name) != ("journal", "position")]
            kept[table.name] = sorted(map(repr, work.session.execute(select(*columns))))
    return kept


def refusal_without_a_trace(
    begin: Callable[[], AbstractContextManager[W]], step: Callable[[W], object], everything: Callable[[], Any]
) -> DeskError:
    """Why this step cannot be taken; also asserts that nothing was kept or told."""
    before = everything()
    told: list[Any] = []
    try:
        with begin() as work:
            told = work.journal.told
            step(work)
    except DeskError as refusal:
        assert told == []
        assert everything() == before
        return refusal
    raise AssertionError("this was not refused")
