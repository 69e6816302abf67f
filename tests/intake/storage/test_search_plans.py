"""How PostgreSQL goes about a search: by the index for a rare word, newest first for one that is everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from services.intake.domain.sight import Sight
from services.intake.storage import searching
from services.shared.kit.config import Config
from tests.conftest import migrated_config
from tests.intake.builders import intake, lay_the_ground, looking, registered

MANY = 5000
EVERYTHING = Sight(everything=True)
# Copies of the first notification, with a word of their own each, a customer's name in every tenth, a heron in a
# few, and a storm in the newest.
COPIES = """
    INSERT INTO intake.notification
    SELECT (n).* FROM (
        SELECT jsonb_populate_record(n, jsonb_build_object(
            'id', i, 'number', 'M26-' || lpad(i::text, 6, '0'),
            'words', 'olielamp in de kast bij deur en raam 5%_/o''n ' || md5(i::text)
                || CASE WHEN i % 10 = 3 THEN ' soraya doerga' ELSE '' END
                || CASE WHEN i > :many - 20 THEN ' stormschade' ELSE '' END
                || CASE WHEN i % 1000 = 9 THEN ' blauwe reiger' ELSE '' END)) AS n
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


def searched(config: Config, words: str, limit: int = 50, **asked: Any) -> tuple[list[str], str]:
    """The numbers that a search finds, and PostgreSQL's plan for it."""
    sent: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        sent.append((statement, parameters))

    with looking(config) as work:
        connection = work.session.connection()
        event.listen(connection, "before_cursor_execute", note)
        found, _ = work.notifications.page(EVERYTHING, {"q": words} | asked, None, limit)
        event.remove(connection, "before_cursor_execute", note)
        statement, parameters = sent[-1]
        plan = connection.exec_driver_sql(f"EXPLAIN {statement}", parameters).scalars()
        return [one.number for one in found], "\n".join(plan)


@pytest.mark.parametrize("words", ["reiger", "REIGER blauwe", "reiger lamp eige"])
def test_a_rare_word_is_looked_up_in_the_index(many: Config, words: str) -> None:
    numbers, plan = searched(many, words)
    assert numbers == [f"M26-00{thousands}009" for thousands in (4, 3, 2, 1, 0)]
    assert "Bitmap Index Scan on ix_notification_words" in plan, plan


@pytest.mark.parametrize("words", ["lamp", "LAMP olie", "lamp olie kast deur raam 5%_/o'n"])
def test_for_a_word_that_is_everywhere_only_the_newest_are_read(many: Config, words: str) -> None:
    numbers, plan = searched(many, words, limit=3, kind="malfunction")
    assert numbers == ["M26-005000", "M26-004999", "M26-004998"]
    assert "Index Scan Backward using pk_notification" in plan, plan
    assert "ix_notification_words" not in plan


def test_words_that_often_go_together_are_not_taken_for_rare(many: Config) -> None:
    """PostgreSQL would multiply the shares of both words, and read all that have them by the index."""
    numbers, plan = searched(many, "soraya doerga")
    assert len(numbers) == 50
    assert "ix_notification_words" not in plan, plan


def test_words_of_the_newest_only_do_not_make_it_read_all_others(many: Config) -> None:
    numbers, plan = searched(many, "storm")
    assert numbers == [f"M26-{MANY - older:06d}" for older in range(20)]
    assert "Bitmap Index Scan on ix_notification_words" in plan, plan


def test_a_page_that_the_newest_do_not_fill_goes_on_beyond_them(many: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "AT_MOST", 1000)
    numbers, plan = searched(many, "soraya", limit=150)
    assert numbers == [f"M26-{number:06d}" for number in range(4993, 3493, -10)]
    assert "ix_notification_words" in plan, plan


def test_a_page_after_a_number_goes_on_there_for_rare_words_and_for_others(many: Config) -> None:
    with looking(many) as work:
        rare, _ = work.notifications.page(EVERYTHING, {"q": "reiger"}, "M26-003009", 50)
        common, following = work.notifications.page(EVERYTHING, {"q": "lamp"}, "M26-003009", 2)
    assert [one.number for one in rare] == ["M26-002009", "M26-001009", "M26-000009"]
    assert ([one.number for one in common], following) == (["M26-003008", "M26-003007"], "M26-003007")
