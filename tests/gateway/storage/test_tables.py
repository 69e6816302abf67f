"""The migrations make exactly the tables the code knows, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from services.gateway.storage.tables import Base
from services.shared.kit.database import Database
from tests.gateway.builders import both_databases

pytestmark = both_databases


def test_the_migrations_make_the_tables(database: Database) -> None:
    with database.engine.connect() as connection:
        options = {
            "include_schemas": True,
            "version_table_schema": "gateway",
            "include_name": lambda name, kind, parents: name == "gateway" if kind == "schema" else True,
        }
        found = compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata)
    assert found == []
