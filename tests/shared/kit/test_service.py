"""What every business service has: it is asked on behalf of someone, and others read its journal."""

import pytest
from kombu import Connection
from nameko.standalone.rpc import ClusterRpcClient

from services.shared.actor import SERVICE, Actor
from services.shared.contracts.event import Event
from services.shared.errors import Invalid, Unavailable
from services.shared.kit import service as service_module
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.journal_reader import journal_reader
from services.shared.kit.rpc import rpc
from services.shared.kit.run import running
from services.shared.kit.service import BusinessService
from tests.servers import free_port
from tests.shared.kit.probe import NOON, ProbeWork, journal, make_tables, notes, number, write

ANOUK = Actor("anouk", "Anouk Terpstra", ("agent",))


class Probe(BusinessService):
    name = "probe"
    work = ProbeWork

    @rpc
    def write_note(self, subject, text):
        """Write a note once, and say who did and whether the time was told."""

        def answer():
            work.write(subject, text)
            return {"by": work.actor.account, "key": work.key}

        with self.transaction() as work:
            return work.once([subject, text], self.now(), answer)

    @rpc
    def who_looks(self):
        with self.reading() as work:
            return work.actor.account


@pytest.fixture
def settings(pair):
    make_tables(database_of(pair, "probe"))
    with running([Probe], pair):
        yield pair
    database_of(pair, "probe").close()
    with Connection(pair.broker_url) as connection, connection.channel() as channel:
        channel.queue_delete("rpc-probe")


@pytest.fixture
def database(settings):
    return database_of(settings, "probe")


def ask(settings, method, *arguments, **context):
    with ClusterRpcClient(context_data=context, uri=settings.broker_url, timeout=10) as client:
        return client["probe"][method](*arguments)


def test_a_service_says_that_its_database_answers(settings):
    assert ask(settings, "ping") == {"database": True}


def test_a_service_works_on_behalf_of_who_asks(settings, database):
    told = {"actor": ANOUK.to_header(), "correlation_id": "c-1", "idempotency_key": "k-1"}

    assert ask(settings, "write_note", "M1", "a lamp", **told) == {"by": "anouk", "key": "k-1"}
    assert ask(settings, "write_note", "M1", "a lamp", **told) == {"by": "anouk", "key": "k-1"}
    assert ask(settings, "who_looks", actor=ANOUK.to_header()) == "anouk"

    assert notes(database) == [("M1", "a lamp")]
    assert [row.cause for row in journal(database)] == [{"account": "anouk", "correlation_id": "c-1"}]


def test_who_names_nobody_is_a_service(settings, database):
    assert ask(settings, "write_note", "M1", "a lamp") == {"by": SERVICE.account, "key": None}
    assert ask(settings, "who_looks") == SERVICE.account

    (row,) = journal(database)
    assert row.cause["account"] == SERVICE.account


def test_the_journal_is_read_in_order(settings, database):
    write(database, "M1", "M2", "M3")
    number(database)

    envelopes = ask(settings, "journal_after", 1)

    assert [Event.from_envelope(envelope).position for envelope in envelopes] == [2, 3]
    assert [envelope["subject"] for envelope in envelopes] == ["M2", "M3"]
    assert envelopes[0]["time"] == NOON.isoformat()
    assert [envelope["subject"] for envelope in ask(settings, "journal_after", 0, 1)] == ["M1"]
    assert ask(settings, "journal_after", 3) == []
    assert ask(settings, "journal_end") == 3


def test_nobody_reads_more_than_a_batch(settings, database, monkeypatch):
    monkeypatch.setattr(service_module, "LARGEST_BATCH", 3)
    write(database, "M1", "M2", "M3", "M4")
    number(database)

    assert [envelope["sequence"] for envelope in ask(settings, "journal_after", 0, 500)] == ["1", "2", "3"]
    assert [envelope["sequence"] for envelope in ask(settings, "journal_after", 3, 500)] == ["4"]


@pytest.mark.parametrize(
    ("position", "limit"), [(-1, 500), (0, 0), ("first", 500), (None, 1), (0, "all"), (1.5, 1), (10**30, 1)]
)
def test_a_wrong_place_in_the_journal_is_invalid(settings, position, limit):
    with pytest.raises(Invalid) as refusal:
        ask(settings, "journal_after", position, limit)

    assert refusal.value.args == ("Give a position from 0 and a limit from 1.", {})


def test_a_command_reads_the_journal_too(settings, database):
    write(database, "M1", "M2", "M3")
    number(database)

    with journal_reader(settings, "probe") as reader:
        assert [(event.position, event.subject) for event in reader.fetch(1, 500)] == [(2, "M2"), (3, "M3")]
        assert [event.position for event in reader.fetch(0, 1)] == [1]
        assert reader.last_position() == 3


def test_a_command_is_told_that_nobody_answers():
    broker = f"amqp://guest:hunter2@127.0.0.1:{free_port()}/"

    with (
        pytest.raises(Unavailable) as refusal,
        journal_reader(Config(broker_url=broker, database_url="postgresql://balie@db/balie"), "probe"),
    ):
        raise AssertionError

    assert refusal.value.message.startswith("The message broker does not answer (")
    assert "hunter2" not in refusal.value.message


def test_a_command_is_told_that_the_producer_does_not_answer(rabbitmq):
    config = Config(broker_url=rabbitmq.url, database_url="postgresql://balie@db/balie", rpc_timeout=0.2)

    with journal_reader(config, "nobody") as reader:
        for asking in (reader.last_position, lambda: reader.fetch(0, 1)):
            with pytest.raises(Unavailable) as refusal:
                asking()
            assert refusal.value.message.startswith("nobody does not answer (")


@pytest.mark.parametrize("method", [("who_looks",), ("write_note", "M1", "hello")], ids=lambda method: method[0])
@pytest.mark.parametrize("actor", ["not json", {"account": "anouk"}], ids=str)
def test_an_actor_that_cannot_be_read_is_refused_and_harms_nobody(settings, database, method, actor):
    with pytest.raises(Invalid, match="The actor of this call cannot be read"):
        ask(settings, *method, actor=actor)

    assert ask(settings, "who_looks", actor=ANOUK.to_header()) == "anouk"
    assert notes(database) == []


@pytest.mark.parametrize("key", ["", "x" * 201, {"a": 1}, 5, "a\0b", "a\ud800b"], ids=ascii)
def test_what_is_no_idempotency_key_is_refused(settings, database, key):
    with pytest.raises(Invalid) as refused:
        ask(settings, "write_note", "M1", "hello", idempotency_key=key)

    message = "An idempotency key is a text of 1 to 200 characters that can be kept."
    assert refused.value.errors == {"idempotency_key": [message]}
    assert notes(database) == []
