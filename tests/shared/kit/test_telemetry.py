"""Log lines carry the correlation id, and show no more than they should."""

import errno
import io
import json
import logging
import sys

import eventlet
import pytest
import structlog

from services.shared.kit import telemetry
from services.shared.kit.config import Config


@pytest.fixture
def screen(capsys):
    """Answers what went to standard error; afterwards logging is as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in telemetry.LIBRARIES_THAT_TALK_TOO_MUCH}
    levels["nameko.containers"] = logging.getLogger("nameko.containers").level
    yield lambda: capsys.readouterr().err
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


def lines(screen):
    return [json.loads(line) for line in screen().splitlines()]


def check_the_password(password):
    raise ValueError("not this one")


def fail(log):
    try:
        check_the_password("hunter" + "2")
    except ValueError:
        log.exception("login.failed", account="anouk")


def test_a_json_line_carries_the_correlation_id(screen):
    telemetry.set_up(Config(log_format="json"))
    telemetry.bind(correlation_id="c-1", service="intake")

    telemetry.log("test").info("notification.registered", number="M26-000042")

    (line,) = lines(screen)
    moment = line.pop("timestamp")
    assert moment.endswith("Z")
    assert line == {
        "event": "notification.registered",
        "number": "M26-000042",
        "correlation_id": "c-1",
        "service": "intake",
        "level": "info",
    }


def test_a_librarys_line_carries_it_too(screen):
    telemetry.set_up(Config(log_format="json"))
    telemetry.bind(correlation_id="c-1")

    logging.getLogger("some.library").warning("the %s is away", "broker", extra={"host": "mq"})

    (line,) = lines(screen)
    del line["timestamp"]
    assert line == {"event": "the broker is away", "host": "mq", "correlation_id": "c-1", "level": "warning"}


def test_what_is_not_known_is_not_on_the_line(screen):
    telemetry.set_up(Config(log_format="json"))
    telemetry.bind(correlation_id=None, service="intake")

    telemetry.log("test").info("hello")

    (line,) = lines(screen)
    assert "correlation_id" not in line
    assert line["service"] == "intake"


def test_the_next_message_has_nothing_of_the_one_before(screen):
    telemetry.set_up(Config(log_format="json"))
    telemetry.bind(correlation_id="c-1", service="intake")
    telemetry.unbind_all()

    telemetry.log("test").info("hello")

    (line,) = lines(screen)
    assert set(line) == {"event", "level", "timestamp"}


def test_messages_that_are_handled_at_the_same_time_keep_their_own(screen):
    telemetry.set_up(Config(log_format="json"))

    def handle(correlation_id):
        telemetry.bind(correlation_id=correlation_id)
        eventlet.sleep(0)
        telemetry.log("test").info(f"of {correlation_id}")
        telemetry.unbind_all()

    for greenlet in [eventlet.spawn(handle, f"c-{number}") for number in range(3)]:
        greenlet.wait()

    assert {(line["event"], line["correlation_id"]) for line in lines(screen)} == {
        ("of c-0", "c-0"),
        ("of c-1", "c-1"),
        ("of c-2", "c-2"),
    }


def test_a_line_for_people_carries_the_correlation_id(screen):
    telemetry.set_up(Config(log_format="console"))
    telemetry.bind(correlation_id="c-1")

    telemetry.log("test").info("notification.registered", number="M26-000042")

    (line,) = screen().splitlines()
    assert "notification.registered" in line
    assert "correlation_id=c-1" in line
    assert "number=M26-000042" in line
    assert "\x1b" not in line


@pytest.mark.parametrize("log_format", ["console", "json"])
def test_a_traceback_shows_where_but_no_values(screen, log_format):
    telemetry.set_up(Config(log_format=log_format))

    fail(telemetry.log("test"))
    try:
        check_the_password("hunter" + "2")
    except ValueError:
        logging.getLogger("some.library").exception("it failed")

    told = screen()
    assert told.count("check_the_password") >= 2
    assert "not this one" in told
    assert "hunter2" not in told


def test_a_json_traceback_is_one_line(screen):
    telemetry.set_up(Config(log_format="json"))

    fail(telemetry.log("test"))

    (line,) = lines(screen)
    (failure,) = line["exception"]
    assert (failure["exc_type"], failure["exc_value"]) == ("ValueError", "not this one")
    assert [frame["name"] for frame in failure["frames"]] == ["fail", "check_the_password"]


@pytest.mark.parametrize(("level", "shown"), [("debug", "diwe"), ("info", "iwe"), ("warning", "we"), ("error", "e")])
def test_only_the_level_that_was_asked_for_is_logged(screen, level, shown):
    telemetry.set_up(Config(log_format="json", log_level=level))
    for name in ("debug", "info", "warning", "error"):
        getattr(telemetry.log("test"), name)(f"ours {name}")
        getattr(logging.getLogger("some.library"), name)(f"theirs {name}")

    assert [line["level"][0] for line in lines(screen)] == [letter for letter in shown for _ in range(2)]


def test_libraries_that_talk_too_much_only_warn(screen):
    telemetry.set_up(Config(log_format="json", log_level="debug"))

    for name in telemetry.LIBRARIES_THAT_TALK_TOO_MUCH:
        logging.getLogger(f"{name}.part").info("so this happened")
        logging.getLogger(f"{name}.part").warning("mind this")

    assert [line["event"] for line in lines(screen)] == ["mind this"] * len(telemetry.LIBRARIES_THAT_TALK_TOO_MUCH)


def test_setting_up_twice_logs_once(screen):
    telemetry.set_up(Config(log_format="json"))
    telemetry.set_up(Config(log_format="json"))

    logging.getLogger("some.library").warning("once")

    assert len(lines(screen)) == 1


def test_a_line_with_strange_values_is_still_a_line(screen):
    telemetry.set_up(Config(log_format="json"))

    telemetry.log("test").info("strange\nline", value=object, text="\x1b[31m\ud800")

    (line,) = lines(screen)
    assert line["event"] == "strange\nline"


def test_a_line_that_cannot_be_written_stops_no_work(screen, monkeypatch):
    class FullDisk(io.StringIO):
        def write(self, text=""):
            raise OSError(errno.ENOSPC, "No space left on device")

        def flush(self):
            self.write()

    monkeypatch.setattr(sys, "stderr", FullDisk())
    telemetry.set_up(Config(log_format="json"))
    monkeypatch.undo()

    telemetry.log("test").info("notification.registered", number="M26-000042")

    assert screen() == ""
