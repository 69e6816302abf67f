"""What stands in the way of a command is told in one line that says what to do."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import eventlet
import psycopg
import pytest
from sqlalchemy import make_url

from services.intake.storage.work import IntakeWork
from services.intake.use_cases import people
from services.shared.actor import SERVICE
from services.shared.contracts.intake import AddCustomer
from services.shared.kit.config import Config, hide_password
from services.shared.kit.database import database_of
from services.shared.kit.migration_state import newest
from tests.cli.command import process, run
from tests.databases import close_databases, fresh_postgres_database
from tests.servers import Given, Postgres, RabbitMQ, free_port

NOBODY_LISTENS = "127.0.0.1:1"
EVERY_COMMAND_THAT_NEEDS_TABLES = [
    ("gateway", ["account", "list"]),
    ("gateway", ["account", "password", "anouk", "--password", "een-lang-wachtwoord"]),
    ("gateway", ["token", "list"]),
    ("intake", ["events", "lag"]),
    ("intake", ["events", "parked"]),
    ("routing", ["events", "retry", "routing"]),
    ("routing", ["events", "drop", "routing", "1", "--yes"]),
    ("reporting", ["rebuild", "reporting"]),
    ("catalog", ["demo"]),
    ("catalog", ["run", "catalog", "intake", "routing", "reporting", "gateway"]),
]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Config]:
    """The settings of an empty folder."""
    config = Config(data=tmp_path / "data", port=free_port())
    yield config
    close_databases(config)


@pytest.mark.parametrize(
    ("environ", "line"),
    [
        ({"BALIE_FLAVOUR": "x"}, "BALIE_FLAVOUR is not a setting of Balie. `balie config` lists the settings."),
        ({"BALIE_PORT": "80000"}, "BALIE_PORT: '80000' cannot be used: give a port from 0 to 65535."),
        ({"BALIE_WORKERS": "0"}, "BALIE_WORKERS: '0' cannot be used: give a whole number of at least 1."),
        ({"BALIE_LANGUAGE": "fr"}, "BALIE_LANGUAGE: 'fr' cannot be used: give one of: nl, en."),
        ({"BALIE_ZONE": "Delft"}, "BALIE_ZONE: 'Delft' cannot be used: give an IANA time zone, as Europe/Amsterdam."),
        (
            {"BALIE_DATABASE_URL": "mysql://desk:geheim@db/balie"},
            "BALIE_DATABASE_URL: the given value cannot be used: give sqlite or "
            "postgresql://user:password@host:5432/name.",
        ),
        (
            {"BALIE_BROKER_URL": "amqp://guest:guest@localhost"},
            "BALIE_DATABASE_URL is sqlite while BALIE_BROKER_URL names a broker: SQLite belongs to one process. "
            "Give postgresql://… as well, or leave BALIE_BROKER_URL out.",
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_wrong_setting_is_refused(environ: dict[str, str], line: str) -> None:
    told = run("config", **environ)
    assert (told.code, told.refusal) == (1, line)


def test_a_number_that_is_none_names_its_setting() -> None:
    assert run("config", BALIE_PORT="eighty").refusal.startswith("BALIE_PORT: 'eighty' cannot be used: ")


@pytest.mark.parametrize("words", [["up"], ["migrate"]], ids=" ".join)
def test_a_data_folder_under_a_file_cannot_be_made(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    data = tmp_path / "file" / "data"
    told = run(*words, BALIE_DATA=str(data), BALIE_PORT="0").refusal
    assert told.startswith("BALIE_DATA: ")
    assert f"{data}" in told
    assert "(Not a directory). Give a folder that this user may write to" in told


def test_a_data_folder_that_is_a_file_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    assert run("migrate", BALIE_DATA=str(tmp_path / "data")).refusal == (
        f"BALIE_DATA: the folder {tmp_path / 'data'} cannot be made (File exists). Give a folder that this user may "
        "write to."
    )
    told = run("up", "--data", str(tmp_path / "data"))
    assert told.refusal == (
        f"Invalid value for '--data': Directory '{tmp_path / 'data'}' is a file. See `balie up --help`."
    )


def test_a_database_file_that_is_none_is_named(folder: Config) -> None:
    folder.data.mkdir()
    (folder.data / "catalog.sqlite").write_text("This is no database, whatever its name says. " * 20)
    assert run("migrate", config=folder).refusal == (
        f"The database file {folder.data}/catalog.sqlite cannot be used (file is not a database). Give a folder that "
        "this user may write to, with BALIE_DATA."
    )


def test_a_secret_that_cannot_be_kept_is_named_before_anything_starts(folder: Config) -> None:
    (folder.data / "secret").mkdir(parents=True)
    assert run("up", config=folder).refusal == (
        f"BALIE_DATA: the secret cannot be kept in {folder.data}/secret (Is a directory). Give a folder that this "
        "user may write to, or set BALIE_SECRET."
    )


@pytest.mark.parametrize(("service", "words"), EVERY_COMMAND_THAT_NEEDS_TABLES, ids=lambda value: " ".join(value))
def test_what_is_not_migrated_is_told(service: str, words: list[str], folder: Config) -> None:
    assert run(*words, config=folder).refusal == (
        f"There is no data of Balie in the folder {folder.data}. Give its folder with BALIE_DATA, or run "
        "`balie migrate` to begin there."
    )
    assert not list(folder.data.glob("*.sqlite"))


@pytest.mark.parametrize(("service", "words"), EVERY_COMMAND_THAT_NEEDS_TABLES, ids=lambda value: " ".join(value))
def test_a_database_of_another_release_is_told(service: str, words: list[str], folder: Config) -> None:
    folder.data.mkdir(parents=True, exist_ok=True)
    (folder.data / f"{service}.sqlite").touch()
    assert run(*words, config=folder).refusal == (
        f"The database of {service} is at migration none, this release needs {newest(service)}. Run `balie migrate` "
        "first."
    )


def test_postgresql_that_is_not_migrated_is_told(postgres: Postgres | Given) -> None:
    with fresh_postgres_database(postgres.url) as url:
        config = Config(database_url=url)
        try:
            told = run("account", "list", config=config).refusal
        finally:
            close_databases(config)
    assert told == ("The database of gateway is at migration none, this release needs 0003. Run `balie migrate` first.")


@pytest.mark.parametrize("words", [["up"], ["migrate"], ["events", "lag"], ["demo"]], ids=" ".join)
def test_postgresql_that_is_not_there_is_told(words: list[str], tmp_path: Path) -> None:
    url = f"postgresql://desk:geheim@{NOBODY_LISTENS}/balie"
    told = run(*words, BALIE_DATABASE_URL=url, BALIE_DATA=str(tmp_path), BALIE_PORT="0").refusal
    assert told == (
        f"The database at postgresql://desk:***@{NOBODY_LISTENS}/balie cannot be used (Connection refused). Start it, "
        "or give another BALIE_DATABASE_URL."
    )


def test_a_database_that_postgresql_does_not_have_is_told(postgres: Postgres | Given) -> None:
    url = f"{postgres.url.rpartition('/')[0]}/no_such_desk"
    assert '(database "no_such_desk" does not exist). Start it, or' in run("migrate", BALIE_DATABASE_URL=url).refusal


def test_a_wrong_password_of_postgresql_is_told() -> None:
    with postgresql_that_says("28P01", 'password authentication failed for user "desk"') as address:
        told = run("migrate", BALIE_DATABASE_URL=f"postgresql://desk:geheim@{address}/balie").refusal
    assert told == (
        f"The database at postgresql://desk:***@{address}/balie cannot be used (password authentication failed for "
        'user "desk"). Start it, or give another BALIE_DATABASE_URL.'
    )


@contextmanager
def postgresql_that_says(code: str, message: str) -> Iterator[str]:
    """An address where PostgreSQL's own refusal comes back; the server of the tests itself lets everybody in."""
    parts = (b"SFATAL", b"VFATAL", b"C" + code.encode(), b"M" + message.encode(), b"")
    refusal = b"".join(part + b"\0" for part in parts)

    def answer(caller: socket.socket, address: object) -> None:
        encryption_is_asked_for = int.from_bytes(caller.recv(8)[4:], "big") in (80877103, 80877104)
        if encryption_is_asked_for:
            caller.sendall(b"N")
            caller.recv(1024)
        caller.sendall(b"E" + (len(refusal) + 4).to_bytes(4, "big") + refusal)
        caller.close()

    listening = eventlet.listen(("127.0.0.1", 0))
    serving = eventlet.spawn(eventlet.serve, listening, answer)
    try:
        yield f"127.0.0.1:{listening.getsockname()[1]}"
    finally:
        serving.kill()
        listening.close()


@pytest.mark.parametrize("words", [["run", "intake"], ["up"]], ids=" ".join)
def test_a_broker_that_is_not_there_is_told(words: list[str], tmp_path: Path) -> None:
    told = run(
        *words,
        BALIE_BROKER_URL=f"amqp://guest:geheim@{NOBODY_LISTENS}//",
        BALIE_DATABASE_URL=f"postgresql://desk@{NOBODY_LISTENS}/balie",
        BALIE_DATA=str(tmp_path),
        BALIE_PORT="0",
    ).refusal
    assert told.startswith(f"The broker at amqp://guest:***@{NOBODY_LISTENS}// does not answer (")
    assert told.endswith("). Start it, or give another BALIE_BROKER_URL.")


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        ("guest:guest", "guest:geheim", "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN."),
        ("guest:guest", "nobody:geheim", "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN."),
        (None, "nowhere", "NOT_ALLOWED - vhost nowhere not found"),
    ],
    ids=["password", "user", "virtual_host"],
)
def test_what_the_broker_refuses_is_told_at_once(
    right: str | None, wrong: str, reason: str, rabbitmq: RabbitMQ | Given, tmp_path: Path
) -> None:
    url = rabbitmq.url.replace(right, wrong) if right else rabbitmq.url.rstrip("/") + f"/{wrong}"
    environ = {"BALIE_BROKER_URL": url, "BALIE_DATABASE_URL": f"postgresql://{NOBODY_LISTENS}/balie"}
    with process(tmp_path, "run", "intake", **environ) as command:
        told = command.ended()
    assert told.code == 1
    assert told.refusal.startswith(f"The broker at {hide_password(url)} refuses this user ({reason}")
    assert told.refusal.endswith("). Give a user, a password and a virtual host that it knows, with BALIE_BROKER_URL.")
    assert "geheim" not in told.refusal


def test_one_service_needs_a_broker_that_others_can_reach(folder: Config) -> None:
    assert run("run", "intake", config=folder).refusal == (
        "BALIE_BROKER_URL is embedded://, which reaches this process only. Give amqp://…, or run all services "
        "together with `balie up`."
    )


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        with process(tmp_path / "log", "up", "--port", str(port), "--data", str(tmp_path / "data")) as command:
            told = command.ended()
    assert (told.code, told.refusal) == (
        1,
        f"Port {port} of 127.0.0.1 is in use. Give another one with BALIE_PORT or --port.",
    )


def test_an_address_that_is_not_ours_is_told(folder: Config) -> None:
    told = run("up", config=folder, BALIE_HOST="192.0.2.1").refusal
    assert told.startswith(f"Balie cannot listen on 192.0.2.1 port {folder.port} (")
    assert told.endswith("). Give another BALIE_HOST or BALIE_PORT.")


def test_demo_data_is_for_an_empty_desk(config: Config) -> None:
    with IntakeWork.begin(database_of(config, "intake"), SERVICE) as work:
        people.add_organisation(work, code="GEM", name="Gemeente Rijnstede")
        people.add_customer(work, **AddCustomer().load({"code": "K1", "name": "Bo", "organisation": "GEM"}))
    assert run("demo", config=config).refusal == "This desk has data already; demo data is for an empty one."


@pytest.mark.parametrize("config", ["postgresql"], indirect=True)
def test_a_user_that_may_not_read_the_tables_is_told(config: Config) -> None:
    url = make_url(config.database_url).set(username="stranger").render_as_string(hide_password=False)
    with psycopg.connect(config.database_url, autocommit=True) as admin:
        admin.execute("CREATE ROLE stranger LOGIN")
        try:
            told = run("account", "list", config=replace(config, database_url=url)).refusal
        finally:
            close_databases(replace(config, database_url=url))
            admin.execute("DROP ROLE stranger")
    assert told == (
        f"The user of {url} may not read the tables of gateway (permission denied for schema gateway). Give a user "
        "that may, with BALIE_DATABASE_URL."
    )
