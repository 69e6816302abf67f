"""How PostgreSQL goes about a search: by the index for a rare word, newest first for one that is everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from services.intake.domain.sight import Sight
from services.shared.kit.config import Config
from tests.conftest import migrated_config
from tests.intake.builders import intake, lay_the_ground, looking, registered

MANY = 5000
EVERYTHING = Sight(everything=True)
# Copies of the first notification, with a word of their own each and a heron in a few. ANALYZE samples more rows than
# these, so what PostgreSQL expects of a word is the same every time.
COPIES = """
    INSERT INTO intake.notification
    SELECT (n).* FROM (
        SELECT jsonb_populate_record(n, jsonb_build_object(
            'id', i, 'number', 'M26-' || lpad(i::text, 6, '0'),
            'words', 'lamp ' || md5(i::text) || CASE WHEN i % 1000 = 9 THEN ' blauwe reiger' ELSE '' END)) AS n
        FROM intake.notification n, generate_series(2, :many) i WHERE n.id = 1
    ) AS copies
"""


@pytest.fixture(scope="module")
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Config]:
    """Settings of a desk on PostgreSQL with many notifications, all about a lamp and a few about a heron."""
    folder: Path = tmp_path_factory.mktemp("many")
    with migrated_config(request, "postgresql", folder) as settings:
        lay_the_ground(settings)
        registered(settings)
        with intake(settings) as work:
            work.session.execute(text(COPIES), {"many": MANY})
            work.session.execute(text("SELECT gin_clean_pending_list('intake.ix_notification_words')"))
            work.session.execute(text("ANALYZE intake.notification"))
        yield settings


def searched(config: Config, words: str, limit: int = 50, **asked: Any) -> tuple[list[str], str, str]:
    """The numbers that a search finds, the statement it sent, and PostgreSQL's plan for that."""
    sent: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        sent.append((statement, parameters))

    with looking(config) as work:
        connection = work.session.connection()
        event.listen(connection, "before_cursor_execute", note)
        found, _ = work.notifications.page(EVERYTHING, {"q": words} | asked, None, limit)
        event.remove(connection, "before_cursor_execute", note)
        ((statement, parameters),) = sent
        plan = connection.exec_driver_sql(f"EXPLAIN {statement}", parameters).scalars()
        return [one.number for one in found], statement, "\n".join(plan)


def test_a_rare_word_is_looked_up_in_the_index(many: Config) -> None:
    for words in ("reiger", "REIGER blauwe", "reiger lamp eige"):
        numbers, _, plan = searched(many, words)
        assert numbers == [f"M26-00{thousands}009" for thousands in (4, 3, 2, 1, 0)]
        assert "Bitmap Index Scan on ix_notification_words" in plan, plan


def test_for_a_word_that_is_everywhere_only_the_newest_are_read(many: Config) -> None:
    numbers, _, plan = searched(many, "lamp", limit=3, kind="malfunction")
    assert numbers == ["M26-005000", "M26-004999", "M26-004998"]
    assert "Index Scan Backward using pk_notification" in plan
    assert "ix_notification_words" not in plan


def test_the_words_stand_in_the_statement_so_that_no_plan_is_kept_for_other_words(many: Config) -> None:
    _, statement, _ = searched(many, "reiger")
    assert "LIKE '%%reiger%%'" in statement
