"""How a house of real processes is opened: servers of its own, migrated, and everybody in place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

from services.shared.kit import migrations
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from tests.databases import close_databases
from tests.desk import SERVICES
from tests.servers import Postgres, RabbitMQ, folder_for_servers, free_port
from tests.survival.house import House


@contextmanager
def open_house() -> Iterator[House]:
    """A house on servers of its own: they are killed, so they are never ones that were given."""
    with ExitStack() as stack:
        folder = stack.enter_context(folder_for_servers("balie-survival-"))
        servers = []
        for kind in (RabbitMQ, Postgres):
            (folder / kind.__name__).mkdir()
            server = kind(folder / kind.__name__)
            stack.callback(server.stop)
            server.start()
            servers.append(server)
        broker, database = servers
        config = Config(
            broker_url=broker.url,
            database_url=database.url,
            data=folder / "data",
            port=free_port(),
            log_format="json",
            secret="for as long as this run lasts",
            relay_interval=0.5,
            follow_interval=1.0,
            retry_pause=0.2,
        )
        # Commands that tests run here open databases of their own.
        stack.callback(close_databases, config)
        for service in SERVICES:
            with closing(Database(config, service)) as one:
                migrations.migrate(one)
        house = House(config, broker, database, folder)
        stack.callback(house.close)
        house.open()
        yield house
