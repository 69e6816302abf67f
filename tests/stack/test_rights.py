"""Each service gets by with the rights of deploy/rights.py, and has no others."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
import requests
from amqp import Message
from amqp.exceptions import AccessRefused, NotFound
from kombu import Connection, Consumer, Exchange, Queue
from nameko.standalone.rpc import ClusterRpcClient
from psycopg.errors import InsufficientPrivilege

from services.cli.house import followers, service_class, tellers
from services.shared.kit import migrations
from services.shared.kit.calling import ServiceRpc
from services.shared.kit.config import hide_password
from services.shared.kit.database import Database, database_of
from tests.cli.command import HOUSE, environment, process, run
from tests.databases import BELLS
from tests.desk import AGENT, CUSTOMER, MANAGER, SERVICES, SPECIALIST, Desk, until
from tests.servers import free_port
from tests.stack.conftest import PASSWORDS, Stack, rights

As = Callable[[str], "psycopg.Connection[tuple[object, ...]]"]
SOMEBODY_ELSES = [
    (one, other, table)
    for one in SERVICES
    for other, table in {
        "catalog": "item",
        "intake": "notification",
        "routing": "work_order",
        "reporting": "cursor",
        "gateway": "account",
    }.items()
    if one != other
]


def test_the_rights_are_of_the_services_there_are_and_of_what_they_do() -> None:
    told = {one.name: (one.tells, one.follows, one.answers, set(one.asks)) for one in rights.SERVICES}
    assert told == {
        name: (
            name in tellers(),
            followers().get(name, ()),
            hasattr(service_class(name), "journal_after"),
            {one.target for one in vars(service_class(name)).values() if isinstance(one, ServiceRpc)},
        )
        for name in SERVICES
    }


def test_the_line_is_walked_by_five_services_with_rights_of_their_own(stacked_desk: Desk) -> None:
    customer, agent, specialist, manager = (stacked_desk.api(who) for who in (CUSTOMER, AGENT, SPECIALIST, MANAGER))
    registered = customer.post(
        "/notifications",
        {"kind": "malfunction", "channel": "portal", "summary": "Lamp uit", "catalogue_item": "lamp-kapot"}
        | {"location": "SH-2-14", "answers": {"aantal": 1}},
    )
    assert registered.status_code == 201
    number = registered.json()["number"]
    assert agent.post(f"/notifications/{number}/take").status_code == 200
    assert agent.post(f"/notifications/{number}/forward").json()["status"] == "forwarded"
    order = until(lambda: specialist.get("/work-orders").json()["items"])[0]["number"]
    for step, body in (("accept", None), ("start", None), ("complete", {"solution": "Nieuwe lamp."})):
        assert specialist.post(f"/work-orders/{order}/{step}", body).status_code == 200
    until(lambda: customer.get(f"/notifications/{number}").json()["status"] == "ready")
    assert agent.post(f"/notifications/{number}/close").json()["status"] == "closed"
    # The day on the wall of the desk, which is not always that of UTC.
    day = datetime.fromisoformat(registered.json()["registered_at"]).astimezone(stacked_desk.config.tz).date()
    until(lambda: manager.get("/reports/factsheet", **{"from": str(day), "to": str(day)}).json()["forwarded"] == 1)


@pytest.mark.parametrize(("source", "service"), BELLS)
def test_a_follower_hears_the_bell_that_it_may_not_make(
    stack: Stack, stacked_desk: Desk, source: str, service: str
) -> None:
    def is_heard() -> bool:
        with suppress(NotFound), Connection(stack.broker.url) as connection, connection.channel() as channel:
            return bool(channel.queue_declare(f"bell-{source}--{service}", passive=True).consumer_count)
        return False

    until(is_heard)


def test_the_owner_mends_and_rebuilds(stack: Stack, stacked_desk: Desk) -> None:
    config = stack.config("owner")
    assert run("events", "lag", config=config).code == 0
    assert run("rebuild", "reporting", config=config).out.splitlines()[-1] == "reporting is rebuilt."


def test_giving_the_rights_again_changes_nothing(stack: Stack, stacked_desk: Desk) -> None:
    stack.give_rights()
    assert requests.get(f"{stacked_desk.url}/health/ready", timeout=10).status_code == 200


@pytest.mark.parametrize(("one", "other", "table"), SOMEBODY_ELSES, ids=lambda word: word)
def test_a_service_reads_no_table_of_another(as_role: As, one: str, other: str, table: str) -> None:
    with pytest.raises(InsufficientPrivilege):
        as_role(one).execute(f"SELECT count(*) FROM {other}.{table}")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE SCHEMA mine",
        "CREATE TABLE public.mine (id int)",
        "CREATE TABLE intake.mine (id int)",
        "CREATE TEMPORARY TABLE mine (id int)",
        "ALTER TABLE intake.notification ADD COLUMN mine int",
        "TRUNCATE intake.notification",
        "DROP TABLE intake.notification",
        "CREATE ROLE mine",
        "CREATE DATABASE mine",
        "INSERT INTO intake.alembic_version VALUES ('9999')",
        "UPDATE intake.alembic_version SET version_num = '9999'",
        "DELETE FROM intake.alembic_version",
    ],
)
def test_a_service_changes_no_tables(as_role: As, statement: str) -> None:
    with pytest.raises(InsufficientPrivilege):
        as_role("intake").execute(statement)


def test_a_service_changes_no_migration_when_an_older_backup_was_restored(stack: Stack, tmp_path: Path) -> None:
    another, older = replace(stack, name=f"{stack.name}_restored"), str(tmp_path / "older.backup")
    config = another.config("owner")
    try:
        another.give_rights()
        reporting = Database(config, "reporting")
        with reporting.transaction() as session:
            migrations.upgrade(session.connection(), "reporting", to="0001")
        reporting.close()
        others = [name for name in SERVICES if name != "reporting"]
        for words in (["migrate", *others], ["backup", older], ["migrate"], ["restore", older, "--replace"]):
            assert run(*words, config=config).code == 0
            for service in SERVICES:
                database_of(config, service).close()
        with psycopg.connect(another.database_url("reporting"), autocommit=True) as role:
            assert role.execute("SELECT version_num FROM reporting.alembic_version").fetchall() == [("0003",)]
            with pytest.raises(InsufficientPrivilege):
                role.execute("UPDATE reporting.alembic_version SET version_num = '9999'")
    finally:
        another.forget()


def test_a_table_of_a_later_migration_is_the_services_too(as_role: As) -> None:
    as_role("owner").execute("CREATE TABLE intake.later (id serial PRIMARY KEY, word text)")
    as_role("intake").execute("INSERT INTO intake.later (word) VALUES ('here')")
    assert as_role("intake").execute("SELECT word FROM intake.later").fetchall() == [("here",)]
    with pytest.raises(InsufficientPrivilege):
        as_role("routing").execute("SELECT word FROM intake.later")


@contextmanager
def channel_of(stack: Stack, service: str) -> Iterator[Any]:
    with Connection(stack.broker_url(service)) as connection, connection.channel() as channel:
        yield channel


RPC = Exchange("nameko-rpc", type="topic", durable=True)


def read_requests_of_routing(channel: Any) -> None:
    with Consumer(channel, [Queue("rpc-routing", no_declare=True)], callbacks=[print]):
        pass


def read_bells_of_routing(channel: Any) -> None:
    channel.basic_get("bell-intake--routing")


def listen_in_on_requests(channel: Any) -> None:
    Queue("rpc-intake", RPC, routing_key="routing.*", durable=True)(channel).declare()


def listen_in_on_everything(channel: Any) -> None:
    Queue(f"rpc.reply-intake-{uuid.uuid4()}", RPC, routing_key="#", auto_delete=True)(channel).declare()


def listen_in_on_replies_of_the_gateway(channel: Any) -> None:
    Queue(f"rpc.reply-gateway-{uuid.uuid4()}", RPC, routing_key=str(uuid.uuid4()), auto_delete=True)(channel).declare()


def tell_events_of_routing(channel: Any) -> None:
    channel.basic_publish_confirm(Message(b"{}"), exchange="routing.events", routing_key="work_order_made")


def ask_what_it_need_not(channel: Any) -> None:
    channel.basic_publish_confirm(Message(b"{}"), exchange=RPC.name, routing_key="routing.define_team")


def make_a_queue_of_its_own(channel: Any) -> None:
    Queue("anything")(channel).declare()


def empty_the_queue_of_routing(channel: Any) -> None:
    channel.queue_purge("rpc-routing")


def remove_the_queue_of_routing(channel: Any) -> None:
    channel.queue_delete("rpc-routing")


def remove_the_bell_of_routing(channel: Any) -> None:
    channel.exchange_delete("routing.bell")


@pytest.mark.parametrize(
    "deed",
    [
        read_requests_of_routing,
        read_bells_of_routing,
        listen_in_on_requests,
        listen_in_on_everything,
        listen_in_on_replies_of_the_gateway,
        tell_events_of_routing,
        ask_what_it_need_not,
        make_a_queue_of_its_own,
        empty_the_queue_of_routing,
        remove_the_queue_of_routing,
        remove_the_bell_of_routing,
    ],
)
def test_at_the_broker_intake_may_not(stack: Stack, stacked_desk: Desk, deed: Callable[[Any], None]) -> None:
    with channel_of(stack, "intake") as channel, pytest.raises(AccessRefused):
        deed(channel)


INTAKE = next(one for one in rights.SERVICES if one.name == "intake")


@pytest.mark.parametrize(
    ("service", "given", "missed"),
    [
        ("intake", replace(INTAKE, answers=False), "queue 'rpc-intake'"),
        ("intake", replace(INTAKE, follows=()), "queue 'bell-"),
        ("gateway", INTAKE, "queue 'rpc.reply-gateway-"),
    ],
    ids=["requests", "bells", "replies"],
)
def test_a_service_without_a_right_that_it_needs_ends_its_start_in_one_line(
    stack: Stack, tmp_path: Path, service: str, given: Any, missed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rights, "SERVICES", (given,))
    rights.give_broker_rights(stack.broker.management_url, "guest", PASSWORDS, "few")
    url = stack.broker.url_of("few_intake", PASSWORDS["intake"])
    config = replace(stack.config(service), broker_url=url, port=free_port())
    with process(tmp_path, "run", service, **environment(config)) as command:
        told = command.ended()
    assert told.code == 1
    # What it tried meanwhile may have been refused too, which is a line in the log; the last line says how it ended.
    refusal = told.err.splitlines()[-1]
    assert refusal.startswith(
        f"Error: The broker at {hide_password(url)} refuses what this service needs (ACCESS_REFUSED - "
    )
    assert missed in refusal
    assert refusal.endswith("Give a user with the rights that deploy/rights.py gives, with BALIE_BROKER_URL.")
    assert "Traceback" not in told.err


def test_a_service_that_is_refused_later_says_so_once_and_goes_on_trying(stack: Stack, tmp_path: Path) -> None:
    refused = "The message broker refuses this user ((0, 0): (403) ACCESS_REFUSED - Login was refused"
    with process(tmp_path, "run", "catalog", **environment(stack.config("catalog"))) as catalog:
        until(lambda: "services.ready" in catalog.err, seconds=60)
        stack.give_rights(catalog=uuid.uuid4().hex)
        stack.broker.end_connections_of(stack.user("catalog"))
        until(lambda: refused in catalog.err)
        stack.give_rights()
        config = stack.config("owner")
        with ClusterRpcClient(uri=config.broker_url, timeout=10) as bus:
            assert bus.catalog.ping() == {"database": True}
        assert catalog.err.count(refused) == 1
        assert catalog.stop().code == 0


def test_a_changed_password_counts_from_the_next_time(stack: Stack, stacked_desk: Desk) -> None:
    another = uuid.uuid4().hex
    stack.give_rights(reporting=another)
    with pytest.raises(AccessRefused), Connection(stack.broker_url("reporting")) as connection:
        connection.connect()
    with Connection(stack.broker.url_of(stack.user("reporting"), another)) as connection:
        connection.connect()
    stack.give_rights()


@pytest.mark.parametrize(
    "unfit", ["", "short", "slash/slash/slash/slash", "at@at@at@at@at@at@at", "per%cent%per%cent%"]
)
def test_a_password_that_does_not_fit_an_address_is_refused(unfit: str) -> None:
    told = {f"{name.upper()}_PASSWORD": given for name, given in PASSWORDS.items()}
    with pytest.raises(rights.Wrong) as refused:
        rights.main(told | {"INTAKE_PASSWORD": unfit})
    assert str(refused.value) == (
        "INTAKE_PASSWORD: give at least 16 letters, digits, and . _ ~ - only, because a password stands in an address. "
        "Make one with `openssl rand -hex 24`, and put it in .env."
    )


def test_as_a_program_it_fails_in_one_line() -> None:
    program = [sys.executable, HOUSE / "deploy" / "rights.py"]
    told = {f"{name.upper()}_PASSWORD": given for name, given in PASSWORDS.items()}
    ended = subprocess.run(program, env=told, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("Error: POSTGRES_URL is not set. ")
    assert ended.stderr.count("\n") == 1


def test_an_administrator_with_another_password_is_told_where_to_change_it(stack: Stack) -> None:
    with pytest.raises(rights.Wrong, match=r"RABBITMQ_PASSWORD counts only when the broker first starts"):
        rights.give_broker_rights(stack.broker.management_url, "wrong", PASSWORDS, stack.name)
