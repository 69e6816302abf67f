"""Who may touch what: a PostgreSQL role and a RabbitMQ user per service, with only the rights it needs.

This page is the one place where rights are given. It is run before every start, by an administrator
of both servers; doing it again changes nothing, and applies a changed password or a further service.
Settings are environment variables:

POSTGRES_URL             The server and its administrator, as postgresql://postgres@postgres:5432/postgres
POSTGRES_PASSWORD        The administrator's password.
RABBITMQ_URL             The management API and its administrator, and the vhost: http://admin@rabbitmq:15672/%2F
RABBITMQ_PASSWORD        The administrator's password.
OWNER_PASSWORD           Of the owner of all tables, who migrates, backs up and mends.
<SERVICE>_PASSWORD       Of a service, at the database and at the broker.
NAME                     The name of the database, which is made when it is not there, and of the owner at both servers;
                         a service's name comes behind it, as balie_intake. Without: balie.
"""

from __future__ import annotations

import base64
import json
import os
import re
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

import psycopg
from psycopg import sql

UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
RPC = "nameko-rpc"
# Passwords stand in addresses (postgresql://user:password@host), where other characters mean something else.
FIT_FOR_AN_ADDRESS = re.compile(r"[A-Za-z0-9_.~-]{16,}")
HOW = "Make one with `openssl rand -hex 24`, and put it in .env."


class Wrong(Exception):
    """The rights cannot be given; the message says why and what to do."""


@dataclass(frozen=True)
class Service:
    """What one service does on the bus: whose journals it follows, whom it asks, whether it tells and answers."""

    name: str
    tells: bool = False
    answers: bool = True
    follows: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()

    def permissions(self) -> dict[str, str]:
        """The names of queues and exchanges it may make, write to and read from, as RabbitMQ's patterns."""
        queues = [rf"rpc\.reply-{self.name}-{UUID}"]
        queues += [f"rpc-{self.name}"] if self.answers else []
        queues += [rf"bell-{_any(self.follows)}--{self.name}"] if self.follows else []
        own = [rf"{self.name}\.(events|bell)"] if self.tells else []
        bells = [rf"{_any(self.follows)}\.bell"] if self.follows else []
        return {
            # Who may make something may remove it too, so a bell is made here and not by who hears it. The exchange of
            # all requests is made by whoever comes first, for that is how nameko does it.
            "configure": _whole([RPC, *queues, *own]),
            "write": _whole([RPC, *queues, *own]),
            "read": _whole([RPC, *queues, *bells]),
        }

    def topics(self) -> dict[str, str]:
        """Which requests it may send and receive; without this it could bind a queue to everybody's requests."""
        asked = [rf"{_any(self.asks)}\.[a-z_]+"] if self.asks else []
        asked += [rf"{_any(self.follows)}\.journal_(after|end)"] if self.follows else []
        return {
            "exchange": RPC,
            "write": _whole([UUID, *asked]),
            "read": _whole([UUID, *([rf"{self.name}\.\*"] if self.answers else [])]),
        }


SERVICES = (
    Service("catalog", tells=True),
    Service("intake", tells=True, follows=("catalog", "routing")),
    Service("routing", tells=True, follows=("intake",)),
    Service("reporting", follows=("catalog", "intake")),
    Service("gateway", answers=False, asks=("catalog", "intake", "routing", "reporting")),
)
# `balie rebuild` and other commands ask as nameko's standalone client does.
COMMANDS = Service("standalone_rpc_client", answers=False, asks=("catalog", "intake", "routing", "reporting"))


def _any(names: tuple[str, ...]) -> str:
    return f"({'|'.join(names)})"


def _whole(patterns: list[str]) -> str:
    return f"^({'|'.join(patterns)})$"


# PostgreSQL: `balie` owns the database and the schemas; a service may read and write rows of its own schema. At which
# migration that is, it may only read: a service that could write it could keep every service from starting.

EVERYBODY_OUT = """
ALTER DATABASE {database} OWNER TO {owner};
REVOKE ALL ON DATABASE {database} FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
"""
ITS_OWN_SCHEMA = """
GRANT CONNECT ON DATABASE {database} TO {role};
CREATE SCHEMA IF NOT EXISTS {schema};
ALTER SCHEMA {schema} OWNER TO {owner};
REVOKE ALL ON SCHEMA {schema} FROM PUBLIC;
SET LOCAL ROLE {owner};
CREATE TABLE IF NOT EXISTS {schema}.alembic_version (
    version_num varchar(32) CONSTRAINT alembic_version_pkc PRIMARY KEY
);
RESET ROLE;
GRANT USAGE ON SCHEMA {schema} TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role};
ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA {schema}
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role};
REVOKE INSERT, UPDATE, DELETE ON {schema}.alembic_version FROM {role};
ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA {schema} GRANT USAGE, SELECT ON SEQUENCES TO {role};
"""
NO_MORE_THAN_THAT = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"


def give_database_rights(url: str, password: str, passwords: Mapping[str, str], name: str = "balie") -> None:
    """Make the database, the owner's role and one role per service, or bring them to what is written here."""
    with _administrator(url, password) as server:
        _role(server, name, passwords["owner"])
        for service in SERVICES:
            _role(server, f"{name}_{service.name}", passwords[service.name])
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    with _administrator(url, password, dbname=name) as server, server.transaction():
        names = {"database": sql.Identifier(name), "owner": sql.Identifier(name)}
        server.execute(sql.SQL(EVERYBODY_OUT).format(**names))
        for service in SERVICES:
            own = {"role": sql.Identifier(f"{name}_{service.name}"), "schema": sql.Identifier(service.name)}
            server.execute(sql.SQL(ITS_OWN_SCHEMA).format(**names, **own))


def _administrator(url: str, password: str, **options: str) -> psycopg.Connection[tuple[object, ...]]:
    try:
        return psycopg.connect(url, password=password, autocommit=True, connect_timeout=10, **options)  # type: ignore[arg-type]
    except psycopg.OperationalError as away:
        raise Wrong(
            f"PostgreSQL at {url} does not let the administrator in: {str(away).strip()}. POSTGRES_PASSWORD counts "
            "only when the server first starts; later, change it there with ALTER ROLE … PASSWORD, and in .env."
        ) from None


def _role(server: psycopg.Connection[tuple[object, ...]], name: str, password: str) -> None:
    # Hashed here, so that the password itself is in no log of the server.
    hashed = server.pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256").decode()
    known = server.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    statement = f"{'ALTER' if known else 'CREATE'} ROLE {{}} LOGIN {NO_MORE_THAN_THAT} PASSWORD {{}}"
    server.execute(sql.SQL(statement).format(sql.Identifier(name), sql.Literal(hashed)))  # type: ignore[arg-type]


# RabbitMQ: over its management API, which is there in the image that has `management` in its name.


def give_broker_rights(url: str, password: str, passwords: Mapping[str, str], name: str = "balie") -> None:
    """Make the bells, one user per service and one for commands, or bring them to what is written here."""
    api = _Broker(url, password)
    api.give(name, passwords["owner"], COMMANDS)
    for source in sorted({source for service in SERVICES for source in service.follows}):
        api.make_bell(source)
    for service in SERVICES:
        api.give(f"{name}_{service.name}", passwords[service.name], service)


class _Broker:
    """RabbitMQ's management API."""

    def __init__(self, url: str, password: str) -> None:
        told = urlsplit(url)
        self.address = f"{told.scheme}://{told.hostname}:{told.port}/api"
        self.vhost = quote(unquote(told.path[1:]) or "/", safe="")
        self._proof = base64.b64encode(f"{told.username}:{password}".encode()).decode()

    def give(self, user: str, password: str, service: Service) -> None:
        """Let this user do what the service does, and nothing else."""
        self._put(f"users/{user}", {"password": password, "tags": ""})
        self._put(f"permissions/{self.vhost}/{user}", service.permissions())
        self._put(f"topic-permissions/{self.vhost}/{user}", service.topics())

    def make_bell(self, source: str) -> None:
        """Make the exchange by which followers hear that a service has told something."""
        self._put(f"exchanges/{self.vhost}/{source}.bell", {"type": "fanout", "durable": True})

    def _put(self, path: str, body: Mapping[str, object]) -> None:
        headers = {"Authorization": f"Basic {self._proof}", "Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.address}/{path}", json.dumps(body).encode(), headers, method="PUT")
        try:
            urllib.request.urlopen(request, timeout=10).close()
        except urllib.error.HTTPError as refused:
            if refused.code == 401:
                raise Wrong(
                    f"RabbitMQ at {self.address} does not let the administrator in. RABBITMQ_PASSWORD counts only when "
                    "the broker first starts; later, change it there with `rabbitmqctl change_password`, and in .env."
                ) from None
            raise Wrong(f"RabbitMQ at {self.address} refused {path}: {refused.read().decode()[:300]}") from None
        except OSError as away:
            raise Wrong(
                f"RabbitMQ's management API at {self.address} does not answer ({away}). It needs the plugin "
                "rabbitmq_management."
            ) from None


def passwords_from(environ: Mapping[str, str]) -> dict[str, str]:
    """The password of the owner and of each service; raises Wrong for those that cannot be used."""
    found = {name: environ.get(f"{name.upper()}_PASSWORD", "") for name in ("owner", *(one.name for one in SERVICES))}
    unfit = [f"{name.upper()}_PASSWORD" for name, given in found.items() if not FIT_FOR_AN_ADDRESS.fullmatch(given)]
    if unfit:
        raise Wrong(
            f"{', '.join(unfit)}: give at least 16 letters, digits, and . _ ~ - only, because a password stands in an "
            f"address. {HOW}"
        )
    return found


def main(environ: Mapping[str, str] = os.environ) -> None:
    """Give all rights, at both servers."""
    passwords = passwords_from(environ)
    try:
        database = (environ["POSTGRES_URL"], environ["POSTGRES_PASSWORD"])
        broker = (environ["RABBITMQ_URL"], environ["RABBITMQ_PASSWORD"])
    except KeyError as missing:
        raise Wrong(f"{missing.args[0]} is not set. What it means is at the beginning of {__file__}.") from None
    name = environ.get("NAME", "balie")
    give_database_rights(*database, passwords, name)
    give_broker_rights(*broker, passwords, name)


if __name__ == "__main__":
    try:
        main()
    except Wrong as wrong:
        sys.exit(f"Error: {wrong}")
    sys.stdout.write("Every service has its role at the database and its user at the broker.\n")
