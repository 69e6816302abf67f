"""Numbers: one after the other, none twice, and one trip to PostgreSQL for all who wait for one."""

import eventlet
import pytest
from sqlalchemy import event

from services.shared.kit import numbering
from services.shared.kit.numbering import next_number
from tests.desk import until
from tests.shared.kit.probe import NOON, NUMBERS, NoteRow


def number(database, take=lambda: None):
    """Number one note and keep it."""
    with database.transaction() as session:
        given = next_number(session, NUMBERS, NoteRow.id)
        session.add(NoteRow(id=given, subject=str(given), text="", written_at=NOON))
        session.flush()
        take()
    return given


def test_numbers_count_from_one(database):
    assert [number(database) for _ in range(3)] == [1, 2, 3]


def test_of_many_at_once_none_has_the_number_of_another(database):
    numbers = [eventlet.spawn(number, database, lambda: eventlet.sleep(0)) for _ in range(12)]

    assert sorted(greenlet.wait() for greenlet in numbers) == list(range(1, 13))


def test_on_postgresql_nobody_waits_for_a_number(postgres_database):
    with postgres_database.transaction() as session:
        assert next_number(session, NUMBERS, NoteRow.id) == 1
        other = eventlet.spawn(number, postgres_database)
        until(lambda: other.dead, seconds=4)

    assert other.wait() == 2


def test_a_number_that_was_not_kept_is_not_given_to_another_on_postgresql(postgres_database):
    def failing():
        number(postgres_database, lambda: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        failing()

    assert number(postgres_database) == 2


def number_together(database, asked):
    """Number five notes; while the first waits for its answer the others come."""

    def ask(connection, cursor, statement, parameters, context, many):
        if "nextval" in statement:
            asked.append(parameters["how_many"])
            if len(asked) == 1:
                until(lambda: len(numbering._series[database][NUMBERS.name]._waiting) == 4)
            elif asked == [1, 4] and asked.fails:
                raise RuntimeError("no answer")

    event.listen(database.engine, "before_cursor_execute", ask)
    numbers = [eventlet.spawn(number, database) for _ in range(5)]
    got = []
    for greenlet in numbers:
        try:
            got.append(greenlet.wait())
        except RuntimeError as wrong:
            got.append(str(wrong))
    return got


class Asked(list):
    """How many numbers each statement asked the sequence for."""

    fails = False


def test_all_who_wait_for_a_number_are_asked_for_at_once(postgres_database):
    asked = Asked()

    got = number_together(postgres_database, asked)

    assert sorted(got) == [1, 2, 3, 4, 5]
    assert asked == [1, 4]


def test_when_asking_for_all_fails_each_of_them_asks_for_itself(postgres_database):
    asked = Asked()
    asked.fails = True

    got = number_together(postgres_database, asked)

    assert sorted(got, key=str) == [1, 2, 3, 4, "no answer"]
    assert asked == [1, 4, 1, 1, 1]


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_when_one_gives_up_the_others_get_a_number_each(postgres_database, gone):
    series = numbering._series.setdefault(postgres_database, {})
    numbers = [eventlet.spawn(number, postgres_database)]
    waits = eventlet.event.Event()

    def hold(connection, cursor, statement, parameters, context, many):
        if "nextval" in statement and not waits.ready():
            waits.send()
            until(lambda: len(series[NUMBERS.name]._waiting) == 2)
            numbers[gone].kill()

    event.listen(postgres_database.engine, "before_cursor_execute", hold)
    waits.wait()
    numbers += [eventlet.spawn(number, postgres_database) for _ in range(2)]

    got = [greenlet.wait() for n, greenlet in enumerate(numbers) if n != gone]

    assert len(set(got)) == 2
    assert all(isinstance(one, int) and one >= 1 for one in got)
