"""Every setting: read from the environment, and refused in one clear line."""

from dataclasses import fields
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from services.shared.kit.config import Config, WrongSetting, hide_password, settings, variable

POSTGRES = "postgresql://balie:hunter2@db:5432/balie"


def refusal(**environ):
    with pytest.raises(WrongSetting) as wrong:
        Config.from_environment({f"BALIE_{name}": value for name, value in environ.items()})
    return str(wrong.value)


def test_without_settings_everything_runs_in_one_process():
    config = Config.from_environment({"HOME": "/root", "PORT": "1"})

    assert config == Config()
    assert {field.name: getattr(config, field.name) for field in fields(Config)} == {
        "broker_url": "embedded://",
        "database_url": "sqlite",
        "data": Path("data"),
        "host": "127.0.0.1",
        "port": 8000,
        "secret": "",
        "secure_cookies": False,
        "zone": "Europe/Amsterdam",
        "language": "nl",
        "log_format": "console",
        "log_level": "info",
        "rpc_timeout": 5.0,
        "workers": 10,
        "relay_interval": 1.0,
        "follow_interval": 5.0,
        "retry_pause": 5.0,
        "heartbeat": "",
    }
    assert config.embedded
    assert config.tz == ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("broker_url", "embedded://", "embedded://"),
        ("database_url", "sqlite", "sqlite"),
        ("database_url", POSTGRES, POSTGRES),
        ("database_url", "postgresql+psycopg://balie@db/balie", "postgresql+psycopg://balie@db/balie"),
        ("data", "/srv/balie", Path("/srv/balie")),
        ("data", "~/balie", Path.home() / "balie"),
        ("host", "0.0.0.0", "0.0.0.0"),
        ("port", "9010", 9010),
        ("port", "0", 0),
        ("port", "65535", 65535),
        ("secret", "geheim", "geheim"),
        ("secure_cookies", "yes", True),
        ("secure_cookies", "no", False),
        ("zone", "Pacific/Auckland", "Pacific/Auckland"),
        ("language", "en", "en"),
        ("log_format", "json", "json"),
        ("log_level", "debug", "debug"),
        ("rpc_timeout", "0.5", 0.5),
        ("workers", "1", 1),
        ("relay_interval", "2", 2.0),
        ("follow_interval", "60", 60.0),
        ("retry_pause", "0.1", 0.1),
    ],
)
def test_a_setting_is_read(name, value, expected):
    config = Config.from_environment({variable(name): value})

    assert getattr(config, name) == expected
    assert type(getattr(config, name)) is type(expected)
    assert config == Config(**{name: expected})


@pytest.mark.parametrize("url", ["amqp://guest:guest@mq:5672/", "amqps://guest:guest@mq/"])
def test_a_broker_is_read_together_with_its_database(url):
    config = Config.from_environment({"BALIE_BROKER_URL": url, "BALIE_DATABASE_URL": POSTGRES})

    assert (config.broker_url, config.database_url) == (url, POSTGRES)
    assert not config.embedded


NUMBER_ABOVE_0 = "give a number above 0"
BROKER = "give embedded:// or amqp://user:password@host:5672/vhost"
DATABASE = "give sqlite or postgresql://user:password@host:5432/name"


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("PORT", "65536", "give a port from 0 to 65535"),
        ("PORT", "-1", "give a port from 0 to 65535"),
        ("PORT", "http", "give a port from 0 to 65535"),
        ("PORT", "", "give a port from 0 to 65535"),
        ("SECURE_COOKIES", "true", "give one of: yes, no"),
        ("ZONE", "Amsterdam", "give an IANA time zone, as Europe/Amsterdam"),
        ("ZONE", "../../etc/passwd", "give an IANA time zone, as Europe/Amsterdam"),
        ("LANGUAGE", "de", "give one of: nl, en"),
        ("LOG_FORMAT", "xml", "give one of: console, json"),
        ("LOG_LEVEL", "INFO", "give one of: debug, info, warning, error"),
        ("WORKERS", "0", "give a whole number of at least 1"),
        ("WORKERS", "2.5", "give a whole number of at least 1"),
        ("DATA", "~nobody-of-this-name/balie", "give a folder"),
        *(
            (name, value, NUMBER_ABOVE_0)
            for name in ("RPC_TIMEOUT", "RELAY_INTERVAL", "FOLLOW_INTERVAL", "RETRY_PAUSE")
            for value in ("0", "-1", "soon", "nan", "inf", "")
        ),
    ],
)
def test_a_wrong_setting_is_refused_with_what_to_give_instead(name, value, advice):
    assert refusal(**{name: value}) == f"BALIE_{name}: {value!r} cannot be used: {advice}."


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("BROKER_URL", "redis://:hunter2@mq", BROKER),
        ("BROKER_URL", "embedded", BROKER),
        ("BROKER_URL", "", BROKER),
        ("BROKER_URL", "amqp://guest:hunter2@[mq", BROKER),
        ("BROKER_URL", "amqp://guest:hunter2@mq:port/", BROKER),
        ("DATABASE_URL", "mysql://balie:hunter2@db/balie", DATABASE),
        ("DATABASE_URL", "sqlite:///hunter2", DATABASE),
        ("DATABASE_URL", "postgresql:hunter2", DATABASE),
        ("DATABASE_URL", "postgresql://balie:hunter2@db:port/balie", DATABASE),
        ("DATABASE_URL", "postgresql://balie:hunter2@[db/balie", DATABASE),
        ("DATABASE_URL", "", DATABASE),
    ],
)
def test_a_wrong_address_is_refused_without_its_password(name, value, advice):
    told = refusal(**{name: value})

    assert told == f"BALIE_{name}: the given value cannot be used: {advice}."
    assert "hunter2" not in told


def test_a_setting_nobody_knows_is_refused():
    assert refusal(DATABSE_URL="sqlite") == (
        "BALIE_DATABSE_URL is not a setting of Balie. `balie config` lists the settings."
    )


def test_settings_of_the_tests_are_not_ours():
    assert Config.from_environment({"BALIE_TEST_BROKER_URL": "amqp://"}) == Config()


def test_sqlite_belongs_to_one_process():
    assert refusal(BROKER_URL="amqp://guest:hunter2@mq/") == (
        "BALIE_DATABASE_URL is sqlite while BALIE_BROKER_URL names a broker: SQLite belongs to one process. "
        "Give postgresql://… as well, or leave BALIE_BROKER_URL out."
    )


def test_postgresql_goes_with_the_broker_in_this_process_too():
    assert Config.from_environment({"BALIE_DATABASE_URL": POSTGRES}).embedded


def test_every_setting_is_listed_with_its_value_and_meaning():
    rows = settings(Config(port=9010, secure_cookies=True, data=Path("/srv")))

    assert [row["variable"] for row in rows] == [variable(field.name) for field in fields(Config)]
    assert all(row["meaning"].endswith((".", "…")) for row in rows)
    shown = {row["variable"]: (row["value"], row["default"]) for row in rows}
    assert shown["BALIE_PORT"] == ("9010", "8000")
    assert shown["BALIE_SECURE_COOKIES"] == ("yes", "no")
    assert shown["BALIE_DATA"] == ("/srv", "data")
    assert shown["BALIE_SECRET"] == ("", "")


def test_no_password_is_listed():
    config = Config(broker_url="amqp://guest:hunter2@mq:5672/", database_url=POSTGRES, secret="hunter2")

    rows = {row["variable"]: row["value"] for row in settings(config)}

    assert rows["BALIE_BROKER_URL"] == "amqp://guest:***@mq:5672/"
    assert rows["BALIE_DATABASE_URL"] == "postgresql://balie:***@db:5432/balie"
    assert rows["BALIE_SECRET"] == "***"
    assert "hunter2" not in str(rows)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("embedded://", "embedded://"),
        ("sqlite", "sqlite"),
        ("amqp://mq:5672/", "amqp://mq:5672/"),
        ("amqp://guest@mq/", "amqp://guest@mq/"),
        ("amqp://guest:hunter2@mq/", "amqp://guest:***@mq/"),
        ("amqp://:hunter2@mq/", "amqp://:***@mq/"),
        ("amqp://guest:hunt@er2@mq/", "amqp://guest:***@mq/"),
        ("amqp://guest:hunt/er2@mq/", "amqp://guest:***@mq/"),
        ("amqp://guest:hunt:er2@mq/", "amqp://guest:***@mq/"),
        (
            "postgresql://db/balie?user=balie&password=hunter2&sslmode=require",
            "postgresql://db/balie?user=balie&password=***&sslmode=require",
        ),
    ],
)
def test_a_password_is_hidden_and_nothing_else(url, shown):
    assert hide_password(url) == shown
