"""One database per service: transactions, turns, one at a time over all instances, and a database that is away."""

import ctypes
import fcntl
import os
import shutil
import socket
import struct
import termios
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import eventlet
import pytest
from eventlet.event import Event as Signal
from sqlalchemy import event, inspect, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from services.shared.errors import Unavailable
from services.shared.kit import database as database_module
from services.shared.kit.config import Config, WrongSetting
from services.shared.kit.database import Database, database_of
from tests.desk import until
from tests.servers import free_port
from tests.shared.kit.probe import KIT, NOON, NoteRow, kill_connections, make_tables, notes

SO_ATTACH_FILTER, BPF_RETURN = 26, 0x06  # Linux's own numbers, which Python has no names for.
AWAY = ("The database of probe does not answer.", 5)


def keep(session, subject="M1", written_at=NOON):
    session.add(NoteRow(subject=subject, text="", written_at=written_at))
    session.flush()


@pytest.fixture
def other(config, database):
    """The same database, as another instance of the service sees it."""
    other = Database(config, "probe")
    yield other
    other.close()


def test_a_transaction_is_kept_on_leaving(database, other):
    with database.transaction() as session:
        keep(session)

    assert notes(other) == [("M1", "")]


def test_nothing_is_kept_when_anything_is_raised(database):
    def failing():
        with database.transaction() as session:
            keep(session)
            raise LookupError("not this")

    with pytest.raises(LookupError, match="not this"):
        failing()

    assert notes(database) == []


def test_a_killed_greenlet_keeps_nothing_and_gives_its_turn_back(database):
    begun = Signal()

    def working():
        with database.transaction() as session:
            keep(session)
            begun.send()
            eventlet.sleep(60)

    worker = eventlet.spawn(working)
    begun.wait()
    worker.kill()

    with database.transaction() as session:
        keep(session, "M2")
    assert notes(database) == [("M2", "")]


def test_others_see_nothing_before_the_end(database, other):
    with database.transaction() as session:
        keep(session)
        assert notes(other) == []

    assert notes(other) == [("M1", "")]


def test_what_was_read_can_be_used_after_the_transaction(database):
    with database.transaction() as session:
        row = NoteRow(subject="M1", text="a lamp", written_at=NOON)
        session.add(row)

    assert (row.subject, row.written_at) == ("M1", NOON)


@pytest.mark.parametrize(
    "statement", ["INSERT INTO probe.note (subject, text) VALUES ('M1', '')", "DELETE FROM probe.note"]
)
def test_reading_changes_nothing(database, statement):
    with database.transaction() as session:
        keep(session, "M2")

    def reading():
        with database.reading() as session:
            session.execute(text(statement))

    # SQLite's own word for a connection that may only read is that of a database that cannot be written to.
    with pytest.raises(Unavailable if database.sqlite else DBAPIError) as refusal:
        reading()

    told = refusal.value.__cause__ if database.sqlite else refusal.value
    assert ("readonly database" if database.sqlite else "read-only transaction") in str(told)
    assert notes(database) == [("M2", "")]


def test_looking_and_writing_have_connections_of_their_own(database):
    with database.reading() as session:
        looking = session.connection().connection.dbapi_connection
    with database.transaction() as session:
        writing = session.connection().connection.dbapi_connection

    assert looking is not writing


def test_readers_do_not_wait_for_a_writer(database):
    with database.transaction() as session:
        keep(session)
        with eventlet.Timeout(2):
            assert notes(database) == []


def test_a_moment_without_a_zone_is_refused(database):
    def keeping():
        with database.transaction() as session:
            keep(session, written_at=datetime(2026, 3, 2, 12, 0))  # noqa: DTZ001  the naive moment is the point

    with pytest.raises(StatementError, match=r"a moment needs a time zone: datetime\.datetime\(2026, 3, 2, 12, 0\)"):
        keeping()

    assert notes(database) == []


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 3, 2, 12, 0, tzinfo=UTC),
        datetime(2026, 3, 2, 1, 30, 15, 123456, tzinfo=timezone(timedelta(hours=5, minutes=45))),
        datetime(1999, 12, 31, 23, 0, tzinfo=timezone(timedelta(hours=-9))),
    ],
)
def test_a_moment_comes_back_in_utc(database, moment):
    with database.transaction() as session:
        keep(session, written_at=moment)

    with database.reading() as session:
        kept = session.scalar(select(NoteRow.written_at))
        assert session.scalar(select(NoteRow.id).where(NoteRow.written_at == moment)) == 1
    assert kept == moment
    assert kept.utcoffset() == timedelta(0)


def test_no_moment_stays_no_moment(database):
    with database.transaction() as session:
        keep(session, written_at=None)

    with database.reading() as session:
        assert session.scalars(select(NoteRow.written_at)).all() == [None]


def test_foreign_tables_and_constraints_have_the_same_names_on_both(database):
    inspector = inspect(database.engine)

    assert set(inspector.get_table_names(schema="probe")) == {"note", "journal", "cursor", "parked", "answered"}
    assert {constraint["name"] for constraint in inspector.get_unique_constraints("journal", schema="probe")} == {
        "uq_journal_event_id",
        "uq_journal_position",
    }


def test_writers_queue_in_the_process(database):
    told = []

    def writing(name):
        with database.transaction() as session:
            told.append(f"{name} begins")
            keep(session, name)
            # Another greenlet runs here; on SQLite its BEGIN would hold the whole process until its busy wait ends.
            eventlet.sleep(0)
            eventlet.sleep(0.05)
            told.append(f"{name} ends")

    writers = [eventlet.spawn(writing, name) for name in ("one", "two", "three")]
    with eventlet.Timeout(4):
        for writer in writers:
            writer.wait()

    if database.sqlite:
        order = [line.split()[0] for line in told]
        assert [line.split()[1] for line in told] == ["begins", "ends"] * 3
        assert order[0::2] == order[1::2] == ["one", "two", "three"]
    assert sorted(subject for subject, _ in notes(database)) == ["one", "three", "two"]


def test_writers_of_two_instances_queue_on_sqlite(tmp_path):
    config = Config(data=tmp_path)
    one, two = Database(config, "probe"), Database(config, "probe")
    make_tables(one)
    begun = time.monotonic()

    def writing(database, subject):
        with database.transaction() as session:
            keep(session, subject)
            eventlet.sleep(0.02)

    writers = [eventlet.spawn(writing, database, "M1") for database in (one, two, one, two)]
    for writer in writers:
        writer.wait()

    assert len(notes(two)) == 4
    assert time.monotonic() - begun < 4  # SQLite's own busy wait would have taken five seconds.
    one.close()
    two.close()


def test_a_writer_that_waits_too_long_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setattr(database_module, "SECONDS_TO_WAIT_FOR_A_TURN", 0.05)
    database = Database(Config(data=tmp_path), "probe")
    make_tables(database)

    def waiting():
        with database.transaction() as session:
            keep(session, "M2")

    with database.transaction() as session:
        keep(session, "M1")
        with pytest.raises(Unavailable) as refusal:
            eventlet.spawn(waiting).wait()

    assert refusal.value.args == ("The database of probe is busy.", 5)
    assert notes(database) == [("M1", "")]
    database.close()


def test_one_at_a_time_over_all_instances(database, other):
    with database.exclusive("relay") as alone:
        with other.exclusive("relay") as second, database.exclusive("relay") as third:
            assert (alone, second, third) == (True, False, False)
        # Who was refused does not let the other's place go.
        with other.exclusive("relay") as again:
            assert again is False

    with other.exclusive("relay") as alone:
        assert alone is True


def test_different_purposes_do_not_meet(config, database):
    elsewhere = Database(config, "intake")

    with (
        database.exclusive("relay") as one,
        database.exclusive("tidying") as two,
        elsewhere.exclusive("relay") as three,
    ):
        assert (one, two, three) == (True, True, True)
    elsewhere.close()


def test_being_the_only_one_ends_with_an_exception(database, other):
    def failing():
        with database.exclusive("relay") as alone:
            assert alone
            raise LookupError

    with pytest.raises(LookupError):
        failing()

    with other.exclusive("relay") as alone:
        assert alone is True


def test_being_the_only_one_ends_with_the_connection(postgres_config):
    one, two = Database(postgres_config, "probe"), Database(postgres_config, "probe")

    def losing():
        with one.exclusive("relay") as alone:
            assert alone
            kill_connections(two)
            with two.exclusive("relay") as other:
                assert other is True

    with pytest.raises(Unavailable):
        losing()

    one.close()
    two.close()


def test_no_transaction_is_open_while_being_the_only_one(postgres_database):
    with postgres_database.exclusive("relay"), postgres_database.reading() as session:
        idle = (
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in trans%'"
        )
        assert session.scalar(text(idle)) == 0


def test_a_killed_connection_is_unavailable_and_the_next_one_works(postgres_config, postgres_database):
    killer = Database(postgres_config, "probe")

    def working():
        with postgres_database.transaction() as session:
            keep(session)
            assert kill_connections(killer) >= 1
            keep(session)

    with pytest.raises(Unavailable) as refusal:
        working()

    assert refusal.value.args == AWAY
    with postgres_database.transaction() as session:
        keep(session, "M2")
    assert notes(postgres_database) == [("M2", "")]
    killer.close()


@pytest.mark.parametrize("when", ["before_it_hears_of_a_statement", "while_it_works_on_one"])
def test_a_database_whose_machine_vanishes_is_unavailable(postgres_config, postgres_database, when):
    database = Database(replace(postgres_config, rpc_timeout=2.0), "probe")
    reached = Signal()

    def ask():
        with database.reading() as session:
            connection = session.connection().connection
            session.execute(text("SELECT 1"))
            if when == "before_it_hears_of_a_statement":
                hear_nothing_more(connection)
            reached.send(connection)
            session.execute(text("SELECT pg_sleep(600)"))

    asking = eventlet.spawn(ask)
    connection = reached.wait()
    if when == "while_it_works_on_one":
        until(lambda: working_on(postgres_database, "SELECT pg_sleep(600)") and everything_arrived(connection))
        hear_nothing_more(connection)

    with eventlet.Timeout(10), pytest.raises(Unavailable) as refusal:
        asking.wait()
    assert refusal.value.args == AWAY
    database.close()


def hear_nothing_more(connection):
    """Let the system throw away all that comes over a connection, acknowledgements too."""
    drop_all = ctypes.create_string_buffer(struct.pack("HBBI", BPF_RETURN, 0, 0, 0))
    program = struct.pack("HP", 1, ctypes.addressof(drop_all))
    with socket.socket(fileno=os.dup(connection.fileno())) as same:
        same.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, program)


def everything_arrived(connection):
    """Whether the other end has acknowledged all that was sent over a connection."""
    return not any(fcntl.ioctl(connection.fileno(), termios.TIOCOUTQ, bytes(4)))


def working_on(database, statement):
    with database.reading() as session:
        asked = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query = :statement"
        return session.scalar(text(asked), {"statement": statement})


def test_a_connection_killed_while_unused_is_not_noticed(postgres_config, postgres_database):
    killer = Database(postgres_config, "probe")
    postgres_database.check()
    assert kill_connections(killer) >= 1

    postgres_database.check()

    killer.close()


def test_a_disk_without_room_is_told_apart_from_a_database_that_is_away(database):
    if database.sqlite:
        fill = "PRAGMA probe.max_page_count = 1"
    else:
        fill = "DO $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$"

    def keep_too_much():
        with database.transaction() as session:
            session.execute(text(fill))
            session.add(NoteRow(subject="M1", text="x" * 100_000, written_at=NOON))

    with pytest.raises(Unavailable) as refusal:
        keep_too_much()
    assert refusal.value.args == ("The database of probe has no room left on its disk.", 5)
    assert notes(database) == []


def test_a_pool_that_is_used_up_is_unavailable(postgres_config):
    database = Database(
        Config(database_url=postgres_config.database_url, broker_url="amqp://", workers=1, rpc_timeout=0.1), "probe"
    )

    with database.reading() as one, database.reading() as two:
        one.execute(text("SELECT 1"))
        two.execute(text("SELECT 1"))
        with pytest.raises(Unavailable) as refusal:
            database.check()

    assert refusal.value.args == AWAY
    database.check()
    database.close()


def test_others_go_on_while_postgresql_works_on_a_query(postgres_database):
    ticks = []

    def beat():
        while True:
            ticks.append(time.monotonic())
            eventlet.sleep(0.01)

    heart = eventlet.spawn(beat)
    with postgres_database.reading() as session:
        session.execute(text("SELECT pg_sleep(0.5)"))
    heart.kill()

    assert len(ticks) > 15
    assert max(later - earlier for earlier, later in pairwise(ticks)) < 0.4


@pytest.mark.parametrize("way", ["transaction", "reading", "exclusive", "check"])
def test_a_database_that_is_not_there_is_unavailable(way):
    config = Config(
        database_url=f"postgresql://balie@127.0.0.1:{free_port()}/none", broker_url="amqp://", rpc_timeout=1
    )
    database = Database(config, "probe")

    def using():
        if way == "check":
            database.check()
        elif way == "exclusive":
            with database.exclusive("relay"):
                raise AssertionError
        else:
            with getattr(database, way)() as session:
                session.execute(text("SELECT 1"))

    with pytest.raises(Unavailable) as refusal:
        using()

    assert refusal.value.args == AWAY
    database.close()


def test_a_file_that_is_gone_is_unavailable(tmp_path):
    database = Database(Config(data=tmp_path / "data"), "probe")
    shutil.rmtree(tmp_path / "data")

    with pytest.raises(Unavailable) as refusal:
        database.check()

    assert refusal.value.args == AWAY
    database.close()


def test_a_mistake_of_ours_is_not_called_unavailable(database):
    def clashing():
        with database.transaction() as session:
            for _ in range(2):
                session.execute(KIT.cursor.insert().values(name="origin", position=1))

    with pytest.raises(IntegrityError):
        clashing()


def test_check_really_asks(database):
    asked = []
    event.listen(database._reading, "before_cursor_execute", lambda *told: asked.append(told[2]))

    database.check()

    assert asked[-1] == "SELECT 1"


def test_a_data_folder_that_cannot_be_made_is_a_wrong_setting(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(WrongSetting) as wrong:
        Database(Config(data=tmp_path / "file" / "data"), "probe")

    assert str(wrong.value) == (
        f"BALIE_DATA: the folder {tmp_path}/file/data cannot be made (Not a directory). Give a folder that this user "
        "may write to."
    )


def test_the_parts_of_a_service_share_one_database(config):
    assert database_of(config, "intake") is database_of(config, "intake")
    assert database_of(config, "intake") is not database_of(config, "routing")


def test_two_databases_of_one_process_do_not_wait_for_each_other(config, database):
    elsewhere = Database(config, "intake")

    with eventlet.Timeout(4), database.transaction() as session, elsewhere.transaction() as other:
        keep(session)
        other.execute(text("INSERT INTO intake.organisation (code, name) VALUES ('GEM', 'Gemeente')"))

    assert notes(database) == [("M1", "")]
    elsewhere.close()


def test_a_greenlet_that_waits_for_its_turn_holds_nobody_up(tmp_path):
    database = Database(Config(data=tmp_path), "probe")
    make_tables(database)
    held, finish, ticks = Signal(), Signal(), []

    def holding():
        with database.transaction() as session:
            keep(session)
            held.send()
            finish.wait()

    def waiting():
        with database.transaction() as session:
            keep(session, "M2")

    holder = eventlet.spawn(holding)
    held.wait()
    waiter = eventlet.spawn(waiting)
    until(lambda: ticks.append(1) or len(ticks) > 5, seconds=2)
    assert not waiter.dead
    finish.send()
    holder.wait()
    waiter.wait()

    assert notes(database) == [("M1", ""), ("M2", "")]
    database.close()


def test_a_mistake_in_our_own_sql_is_not_called_a_database_that_is_away(database):
    with pytest.raises(DBAPIError, match=r"nowhere"), database.reading() as session:
        session.execute(text("SELECT 1 FROM nowhere"))
