"""Migrations: from nothing to the newest, once, and to exactly the tables that the code knows."""

from importlib import import_module

import eventlet
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.schema import CreateSchema

from services.shared.errors import Unavailable
from services.shared.kit import migration_state, migrations
from services.shared.kit.config import Config, WrongSetting
from services.shared.kit.database import Database
from services.shared.kit.migration_state import NotMigrated
from services.shared.kit.taking import INDEX_OF_FTS5
from tests.databases import fresh_postgres_database
from tests.desk import SERVICES
from tests.servers import free_port

service = pytest.mark.parametrize("service", SERVICES)
ONLY_ON_POSTGRESQL = {"ix_notification_words", "ix_word_begin", "ix_word_like"}
# What PostgreSQL makes of the words of an entry by itself; SQLite has tables for that.
WORDS_ON_POSTGRESQL = {"named", "found"} | {
    f"ix_entry_{column}_{language}" for column in ("named", "found") for language in ("nl", "en")
}
OWN_NOTHING_BUT_THE_KIT = {"journal", "cursor", "parked", "answered"}


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request, tmp_path):
    """Settings of a database in which nothing is yet."""
    if request.param == "sqlite":
        yield Config(data=tmp_path / "data")
    else:
        with fresh_postgres_database(request.getfixturevalue("postgres").url) as url:
            yield Config(data=tmp_path / "data", database_url=url)


@pytest.fixture
def opened(empty):
    """Opens a service's database, and closes it afterwards."""
    databases = []

    def open_database(name):
        databases.append(Database(empty, name))
        return databases[-1]

    yield open_database
    for database in databases:
        database.close()


def models(name):
    return import_module(f"services.{name}.storage.tables").Base.metadata


def tables(database):
    return {name for name in inspect(database.engine).get_table_names(schema=database.service) if not by_itself(name)}


def by_itself(name):
    """Whether a database keeps a table by itself, as an index of words."""
    return INDEX_OF_FTS5.search(name) is not None


@service
def test_from_nothing_to_the_newest(opened, service):
    database = opened(service)
    assert migration_state.current(database) is None

    done = migrations.migrate(database)

    assert done == every_revision(service) != []
    assert migration_state.current(database) == migration_state.newest(service) == done[-1]
    migration_state.require(database)
    assert tables(database) == {table.name for table in models(service).tables.values()} | {"alembic_version"}


@service
def test_a_second_time_does_nothing(opened, service):
    database = opened(service)
    migrations.migrate(database)
    before = tables(database)

    assert migrations.migrate(database) == []

    assert tables(database) == before
    assert migration_state.current(database) == migration_state.newest(service)


@service
def test_what_was_kept_stays(opened, service):
    database = opened(service)
    migrations.migrate(database)
    table = next(iter(OWN_NOTHING_BUT_THE_KIT & tables(database)), None)
    if table is None:
        statement, kept = "SELECT count(*) FROM gateway.account", 0
    else:
        statement, kept = f"SELECT position FROM {service}.cursor WHERE name = 'relay'", 42
        with database.transaction() as session:
            session.execute(text(f"INSERT INTO {service}.cursor (name, position) VALUES ('relay', 42)"))

    migrations.migrate(database)

    with database.reading() as session:
        assert session.scalar(text(statement)) == kept


@service
def test_a_database_without_migrations_is_refused(opened, service):
    with pytest.raises(NotMigrated) as refusal:
        migration_state.require(opened(service))

    assert isinstance(refusal.value, WrongSetting)
    assert str(refusal.value) == (
        f"The database of {service} is at migration none, this release needs {migration_state.newest(service)}. "
        "Run `balie migrate` first."
    )


def test_a_database_of_a_newer_release_is_used_and_left_as_it_is(opened):
    database = opened("intake")
    migrations.migrate(database)
    with database.transaction() as session:
        session.execute(text("UPDATE intake.alembic_version SET version_num = '9999'"))

    migration_state.require(database)
    with pytest.raises(NotMigrated) as refusal:
        migrations.migrate(database)

    assert str(refusal.value) == (
        "The database of intake is at migration 9999, of a newer release; this one has "
        f"{migration_state.newest('intake')}. Use the newer release, or restore a backup that this one made into an "
        "empty database."
    )
    assert migration_state.current(database) == "9999"


def test_a_database_at_another_migration_is_refused(opened):
    database = opened("intake")
    migrations.migrate(database)
    with database.transaction() as session:
        session.execute(text("UPDATE intake.alembic_version SET version_num = '0000'"))

    with pytest.raises(NotMigrated) as refusal:
        migration_state.require(database)

    assert str(refusal.value) == (
        f"The database of intake is at migration 0000, this release needs {migration_state.newest('intake')}. "
        "Run `balie migrate` first."
    )


@service
def test_the_migrated_schema_is_the_one_the_code_knows(config, service):
    database = Database(config, service)

    def of_this_service(name, kind, parents):
        return name == service if kind == "schema" else not (kind == "table" and by_itself(name))

    def of_this_dialect(thing, name, kind, reflected, compare_to):
        return name not in WORDS_ON_POSTGRESQL and not (database.sqlite and name in ONLY_ON_POSTGRESQL)

    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_schemas": True,
                "include_name": of_this_service,
                "include_object": of_this_dialect,
                "version_table_schema": service,
            },
        )
        assert compare_metadata(context, models(service)) == []

    database.close()


@service
def test_the_migrated_schema_has_the_names_and_sequences_the_code_knows(opened, service):
    database, made = opened(service), models(service)
    with database.engine.begin() as connection:
        if not database.sqlite:
            connection.execute(CreateSchema(service))
            connection.execute(text("CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public"))
        made.create_all(connection)
    expected = constraints(database, service), sequences(database)
    with database.engine.begin() as connection:
        made.drop_all(connection)

    migrations.migrate(database)

    assert (constraints(database, service), sequences(database)) == expected


def sequences(database):
    return [] if database.sqlite else sorted(inspect(database.engine).get_sequence_names(schema=database.service))


def constraints(database, schema):
    """Table and name of every constraint in a schema."""
    inspector = inspect(database.engine)
    found = set()
    for table in inspector.get_table_names(schema=schema):
        if table == "alembic_version" or by_itself(table):
            continue
        named = [
            inspector.get_pk_constraint(table, schema=schema),
            *inspector.get_foreign_keys(table, schema=schema),
            *inspector.get_unique_constraints(table, schema=schema),
            *inspector.get_check_constraints(table, schema=schema),
        ]
        found |= {(table, constraint["name"]) for constraint in named}
        found |= {(table, index["name"]) for index in inspector.get_indexes(table, schema=schema)}
    return {one for one in found if one[1] not in WORDS_ON_POSTGRESQL}


@service
def test_two_at_once_run_them_once(opened, service):
    databases = [opened(service) for _ in range(3)]

    migrating = [eventlet.spawn(migrations.migrate, database) for database in databases]
    done = [greenlet.wait() for greenlet in migrating]

    assert sorted(done) == [[], [], every_revision(service)]
    migration_state.require(databases[0])


def every_revision(service):
    """The names of the migrations of a service, oldest first."""
    return [script.revision for script in reversed(list(migrations._scripts(service).walk_revisions()))]


@service
def test_a_file_is_named_after_its_migration(service):
    assert migration_state._known(service) == every_revision(service)


def test_a_failed_migration_leaves_nothing_behind(opened, monkeypatch):
    database = opened("catalog")

    def failing(schema):
        raise LookupError(schema)

    last = migrations._scripts("catalog").get_revision("head").module
    upgrade = last.upgrade
    monkeypatch.setattr(last, "upgrade", lambda: (upgrade(), failing("catalog")))

    with pytest.raises(LookupError):
        migrations.migrate(database)

    assert tables(database) == set()
    monkeypatch.undo()
    assert migrations.migrate(database) != []
    migration_state.require(database)


def test_a_migration_waits_only_briefly_for_a_table(postgres_config, monkeypatch):
    monkeypatch.setattr(migrations, "LOCK_TIMEOUT", "50ms")
    database, other = Database(postgres_config, "catalog"), Database(postgres_config, "catalog")

    with other.transaction() as session:
        session.execute(text("LOCK TABLE catalog.alembic_version"))
        with eventlet.Timeout(4), pytest.raises(Unavailable):
            migrations.migrate(database)

    database.close()
    other.close()


def test_a_second_instance_waits_as_long_as_the_first_takes(postgres, monkeypatch):
    monkeypatch.setattr(migrations, "LOCK_TIMEOUT", "50ms")
    with fresh_postgres_database(postgres.url) as url:
        one, two = (Database(Config(database_url=url, broker_url="amqp://"), "catalog") for _ in range(2))
        with one.transaction() as first:
            first.execute(text("SELECT pg_advisory_xact_lock(hashtext('catalog'))"))
            second = eventlet.spawn(migrations.migrate, two)
            first.execute(text("SELECT pg_sleep(0.3)"))
            assert not second.dead

        assert second.wait() == every_revision("catalog")
        one.close()
        two.close()


def test_the_brief_wait_is_for_migrations_only(postgres_config):
    database = Database(postgres_config, "catalog")
    with database.reading() as session:
        before = session.scalar(text("SHOW lock_timeout"))

    migrations.migrate(database)

    with database.reading() as session:
        assert session.scalar(text("SHOW lock_timeout")) == before
    database.close()


@pytest.mark.parametrize("use", [migration_state.current, migration_state.require, migrations.migrate])
def test_a_database_that_is_away_is_unavailable(use):
    url = f"postgresql://balie@127.0.0.1:{free_port()}/none"
    database = Database(Config(database_url=url, broker_url="amqp://", rpc_timeout=1), "intake")

    with pytest.raises(Unavailable) as refusal:
        use(database)

    assert refusal.value.args == ("The database of intake does not answer.", 5)
    database.close()
