"""A follower in a running service: it goes by the bell, and does without when the bell is lost."""

from dataclasses import replace

import pytest
from kombu import Connection, Producer
from structlog.testing import capture_logs

from services.shared.errors import Unavailable
from services.shared.kit import follower as follower_module
from services.shared.kit.database import database_of
from services.shared.kit.event_publisher import bell_exchange
from services.shared.kit.follower import Follower, follow
from services.shared.kit.parking import Parking
from services.shared.kit.relay import Relay
from services.shared.kit.run import running
from services.shared.kit.service import BusinessService
from tests.desk import until
from tests.shared.kit.probe import KIT, NOON, ProbeWork, cursor, make_tables, notes, number

NEVER = 600.0
BELL = "bell-probe--probe"


class Probe(BusinessService):
    """Hears its own journal: who read a note is noted down."""

    name = "probe"
    work = ProbeWork
    failing = set()

    @follow("probe")
    def on_note_read(self, work, event):
        if event.subject in self.failing:
            raise ValueError(event.subject)
        work.keep(event.subject, event.data["reader"])


@pytest.fixture
def settings(pair):
    """Settings with the probe's tables, in which nothing happens without a bell; nothing is left on the broker."""
    settings = replace(pair, follow_interval=NEVER, relay_interval=NEVER)
    make_tables(database_of(settings, "probe"))
    Probe.failing = set()
    with capture_logs():
        yield settings
    database_of(settings, "probe").close()
    with Connection(settings.broker_url) as connection, connection.channel() as channel:
        for queue in ("rpc-probe", BELL):
            channel.queue_delete(queue)


@pytest.fixture
def quick(settings):
    """The same settings, but every minute is a quiet one."""
    quick = replace(settings, follow_interval=0.1, retry_pause=0.05)
    yield quick
    database_of(quick, "probe").close()


@pytest.fixture
def database(settings):
    return database_of(settings, "probe")


def read(database, *subjects):
    """Tell that Anouk read the notes about these subjects."""
    with ProbeWork.begin(database) as work:
        for subject in subjects:
            work.journal.add("note_read", subject=subject, occurred_at=NOON, reader="anouk")


def extension(runner, kind):
    """The relay or follower in the running probe."""
    found = {one for container in runner.containers for one in container.extensions if isinstance(one, kind)}
    (one,) = found
    return one


def heard(database):
    return [subject for subject, _ in notes(database)]


def ring(settings, times=1):
    with Connection(settings.broker_url) as connection:
        for _ in range(times):
            Producer(connection.default_channel).publish(
                "", exchange=bell_exchange("probe"), declare=[bell_exchange("probe")], serializer="json"
            )


def bells(settings, purge=False):
    """How many bells wait to be heard; none does afterwards with `purge`."""
    with Connection(settings.broker_url) as connection, connection.channel() as channel:
        return channel.queue_purge(BELL) if purge else channel.queue_declare(BELL, passive=True).message_count


def at_rest(runner, database):
    """Wait until the follower has looked for the first time and waits for a bell."""
    follower = extension(runner, Follower)
    fetched = []
    fetch = follower.following.fetch
    follower.following.fetch = lambda position, limit: fetched.append(position) or fetch(position, limit)
    follower._ring()
    until(lambda: fetched)
    until(lambda: not follower.wake.ready())


def test_the_bell_brings_news_at_once(settings, database):
    with running([Probe], settings) as runner:
        at_rest(runner, database)
        read(database, "M1", "M2")
        extension(runner, Relay).nudge()

        until(lambda: heard(database) == ["M1", "M2"])

        until(lambda: cursor(database, "probe") == 2)
        until(lambda: bells(settings) == 0)


def test_a_follower_makes_the_bell_when_it_comes_first(settings):
    with Connection(settings.broker_url) as connection, connection.channel() as channel:
        bell_exchange("probe")(channel).declare()
        bell_exchange("probe")(channel).delete()
    with running([Probe], settings) as runner:
        until(extension(runner, Follower).consumer.ready.is_set)
    with Connection(settings.broker_url) as connection:
        Producer(connection.default_channel).publish("", exchange=bell_exchange("probe").name)
    assert bells(settings) == 1


def test_what_was_told_while_it_was_away_is_heard_at_the_start(settings, database):
    read(database, "M1", "M2")
    number(database)

    with running([Probe], settings):
        until(lambda: heard(database) == ["M1", "M2"])


def test_a_purged_queue_costs_nothing(settings, database):
    with running([Probe], settings):
        pass
    read(database, "M1")
    number(database)
    ring(settings)
    assert bells(settings) == 1
    bells(settings, purge=True)
    assert bells(settings) == 0

    with running([Probe], settings):
        until(lambda: heard(database) == ["M1"])


def test_a_lost_bell_is_made_up_for_in_a_quiet_minute(quick, database):
    with running([Probe], quick):
        read(database, "M1")
        number(database)

        until(lambda: heard(database) == ["M1"])

        read(database, "M2")
        number(database)
        until(lambda: heard(database) == ["M1", "M2"])


def test_a_bell_without_news_does_no_harm(settings, database):
    with running([Probe], settings) as runner:
        at_rest(runner, database)
        ring(settings, times=3)
        until(lambda: bells(settings) == 0)
        read(database, "M1")
        number(database)
        ring(settings)

        until(lambda: heard(database) == ["M1"])


def test_bells_melt_together(settings):
    with running([Probe], settings):
        pass

    ring(settings, times=5)

    assert bells(settings) == 1


def test_two_instances_hear_each_event_once(settings, database):
    with running([Probe], settings) as one, running([Probe], settings) as two:
        subjects = [f"M{number}" for number in range(40)]
        for position, subject in enumerate(subjects):
            read(database, subject)
            extension((one, two)[position % 2], Relay).nudge()

        until(lambda: len(heard(database)) >= len(subjects))

    assert heard(database) == subjects


def test_the_other_instance_goes_on_when_one_stops(settings, database):
    with running([Probe], settings) as stays:
        with running([Probe], settings) as goes:
            read(database, "M1")
            extension(goes, Relay).nudge()
            until(lambda: heard(database) == ["M1"])
        read(database, "M2")
        extension(stays, Relay).nudge()

        until(lambda: heard(database) == ["M1", "M2"])


def test_a_parked_event_is_tried_again_by_itself(quick, database):
    Probe.failing = {"M1"}
    with running([Probe], quick):
        read(database, "M1", "M2", "M1")
        number(database)
        until(lambda: heard(database) == ["M2"])
        until(lambda: attempts(database) >= 2)
        Probe.failing = set()

        until(lambda: heard(database) == ["M2", "M1", "M1"])

    assert attempts(database) == 0


def attempts(database):
    """How often the first event that waits was tried."""
    with database.reading() as session:
        return max((row["attempts"] for row in Parking(session, KIT.parked).all()), default=0)


def test_a_producer_that_does_not_answer_is_asked_again(settings, database, monkeypatch):
    monkeypatch.setattr(follower_module, "PAUSE_AFTER_FAILURE", 0.05)
    with running([Probe], settings) as runner:
        at_rest(runner, database)
        follower = extension(runner, Follower)
        fetch, asked = follower.following.fetch, []

        def failing_twice(position, limit):
            asked.append(position)
            if len(asked) <= 2:
                raise Unavailable("probe does not answer within 5 seconds.")
            return fetch(position, limit)

        follower.following.fetch = failing_twice
        read(database, "M1")
        number(database)
        ring(settings)

        until(lambda: heard(database) == ["M1"])

    assert asked == [0, 0, 0]
