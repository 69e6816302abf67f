"""The unit of work: what a repeated request gets, and what a follower's work is the cause of."""

import eventlet
import pytest
from eventlet.event import Event as Signal
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from services.shared.actor import SERVICE, Actor
from services.shared.errors import Refused, Unavailable
from services.shared.kit.work import insert_once
from tests.desk import until
from tests.shared.kit.probe import KIT, NOON, ProbeWork, count, event, journal, notes, waiting_for_a_lock

ANOUK = Actor("anouk", "Anouk Terpstra", ("agent",))
TOM = Actor("tom", "Tom Brouwer", ("specialist",))


def ask(database, text="a lamp", actor=ANOUK, key="k-1"):
    """One request: write a note once; answers how it is answered."""
    with ProbeWork.begin(database, actor, key=key) as work:

        def answer():
            work.write("M1", text)
            return {"text": text, "notes": len(notes_in(work))}

        return work.once({"method": "write", "text": text}, NOON, answer)


def notes_in(work):
    return list(work.session.execute(select(KIT.journal.c.id)))


def test_a_repeat_is_given_the_first_answer(database):
    first = ask(database)
    other = ask(database, "another lamp", key="k-2")

    assert ask(database) == first == {"text": "a lamp", "notes": 1}
    assert other == {"text": "another lamp", "notes": 2}
    assert notes(database) == [("M1", "a lamp"), ("M1", "another lamp")]
    assert len(journal(database)) == 2


def test_the_order_of_the_fields_makes_no_other_request(database):
    with ProbeWork.begin(database, ANOUK, key="k-1") as work:
        first = work.once({"a": 1, "b": NOON}, NOON, lambda: {"number": 1})

    with ProbeWork.begin(database, ANOUK, key="k-1") as work:
        assert work.once({"b": NOON, "a": 1}, NOON, lambda: {"number": 2}) == first == {"number": 1}


def test_a_key_is_for_one_request(database):
    first = ask(database)

    with pytest.raises(Refused) as refusal:
        ask(database, "another lamp")

    assert refusal.value.args == (
        "idempotency_key_reused",
        "This Idempotency-Key was used for another request. Use a key of its own for each request.",
    )
    assert notes(database) == [("M1", "a lamp")]
    assert ask(database) == first


def test_a_key_is_the_accounts_own(database):
    ask(database)

    assert ask(database, "another lamp", TOM) == {"text": "another lamp", "notes": 2}
    assert ask(database)["text"] == "a lamp"


def test_without_a_key_everything_is_done_again(database):
    ask(database, key=None)
    ask(database, key=None)

    assert notes(database) == [("M1", "a lamp"), ("M1", "a lamp")]
    assert count(database, KIT.answered) == 0


def test_a_failed_attempt_leaves_the_key_free(database):
    def failing():
        with ProbeWork.begin(database, ANOUK, key="k-1") as work:
            work.once("broken", NOON, lambda: work.write("M1", None))

    with pytest.raises(DBAPIError):
        failing()

    assert count(database, KIT.answered) == 0
    assert ask(database) == {"text": "a lamp", "notes": 1}


def test_an_answer_is_kept_with_what_was_done(database):
    def failing():
        with ProbeWork.begin(database, ANOUK, key="k-1") as work:
            work.once("anything", NOON, lambda: {"done": True})
            raise LookupError

    with pytest.raises(LookupError):
        failing()

    assert count(database, KIT.answered) == 0


def test_a_repeat_waits_for_the_first_that_is_still_at_work(postgres_database):
    at_work, finish = Signal(), Signal()

    def first():
        with ProbeWork.begin(postgres_database, ANOUK, key="k-1") as work:

            def answer():
                work.write("M1", "once")
                at_work.send()
                finish.wait()
                return {"number": 1}

            return work.once("asked", NOON, answer)

    def repeat():
        with ProbeWork.begin(postgres_database, ANOUK, key="k-1") as work:
            return work.once("asked", NOON, lambda: {"number": 2})

    started = eventlet.spawn(first)
    at_work.wait()
    repeated = eventlet.spawn(repeat)
    until(lambda: waiting_for_a_lock(postgres_database) == 1)
    assert not repeated.dead
    finish.send()

    assert (started.wait(), repeated.wait()) == ({"number": 1}, {"number": 1})
    assert notes(postgres_database) == [("M1", "once")]


def test_a_repeat_does_it_when_the_first_fails_after_all(postgres_database):
    at_work, finish = Signal(), Signal()

    def first():
        with ProbeWork.begin(postgres_database, ANOUK, key="k-1") as work:

            def answer():
                at_work.send()
                finish.wait()
                raise LookupError

            work.once("asked", NOON, answer)

    failing = eventlet.spawn(first)
    at_work.wait()
    repeated = eventlet.spawn(ask, postgres_database)
    until(lambda: waiting_for_a_lock(postgres_database) == 1)
    finish.send()

    with pytest.raises(LookupError):
        failing.wait()
    assert repeated.wait() == {"text": "a lamp", "notes": 1}


def test_ten_at_once_do_it_once(database):
    answers = [eventlet.spawn(ask, database) for _ in range(10)]

    assert [answer.wait() for answer in answers] == [{"text": "a lamp", "notes": 1}] * 10
    assert notes(database) == [("M1", "a lamp")]


def test_a_row_is_inserted_once(database):
    with database.transaction() as session:
        assert insert_once(session, KIT.cursor, name="origin", position=1) is True
        assert insert_once(session, KIT.cursor, name="origin", position=2) is False
        assert session.scalar(select(KIT.cursor.c.position)) == 1


def test_work_that_only_looks_keeps_nothing(database):
    def looking():
        with ProbeWork.look(database, ANOUK) as work:
            assert work.actor == ANOUK
            work.keep("M1")

    # SQLite's own word for a connection that may only read is that of a database that cannot be written to.
    with pytest.raises(Unavailable if database.sqlite else DBAPIError):
        looking()

    assert notes(database) == []


def test_without_a_caller_the_service_itself_is_the_actor(database):
    with ProbeWork.begin(database) as work:
        assert (work.actor, work.key, work.journal.cause) == (SERVICE, None, {})


def test_what_follows_from_an_event_has_it_as_its_cause(database):
    with ProbeWork.begin(database, cause={"account": "anouk"}) as work:
        work.follow_from(event(1, cause={"correlation_id": "c-1", "account": "tom"}))
        work.write("M1")
        work.follow_from(event(2))
        work.write("M1")

    assert [row.cause for row in journal(database)] == [
        {"event": event(1).id, "correlation_id": "c-1"},
        {"event": event(2).id},
    ]
