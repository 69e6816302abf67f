"""The upgrades of what is searched: what was kept before has its picture and price in a list, and its words."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from services.catalog import views
from services.catalog.use_cases.articles import publish_article
from services.shared.kit import migrations
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from tests.catalog.builders import FACTS, NOW, PRICED, an_article, catalog, lay_the_ground, looking, published
from tests.catalog.storage.test_search import TODAY
from tests.desk import CUSTOMER


@pytest.fixture
def at_0005(config: Config) -> Config:
    """A catalogue with an item and an article, from before facts and words were kept with what is searched."""
    lay_the_ground(config)
    published(config, **PRICED)
    with catalog(config) as work:
        publish_article(work, an_article(), NOW)
    with database_of(config, "catalog").transaction() as session:
        session.execute(text("ALTER TABLE catalog.entry DROP COLUMN facts"))
        session.execute(text("ALTER TABLE catalog.article DROP COLUMN words"))
        session.execute(text("ALTER TABLE catalog.item DROP COLUMN words"))
        session.execute(text("DROP INDEX catalog.ix_entry_shelf"))
        session.execute(text("UPDATE catalog.alembic_version SET version_num = '0005'"))
    return config


def test_what_could_be_found_has_its_picture_and_price(at_0005: Config) -> None:
    with database_of(at_0005, "catalog").transaction() as session:
        migrations.upgrade(session.connection(), "catalog", "head")
    entries = [{"kind": "article", "code": "lamp-vervangen"}, {"kind": "item", "code": "lamp-kapot"}]
    with looking(at_0005, CUSTOMER) as work:
        [article, item] = views.names(work, {"language": "nl", "entries": entries}, TODAY)["items"]
    assert {name: item[name] for name in FACTS} == FACTS
    assert article["picture"] is None
    with looking(at_0005) as work:
        for words in ("LAMP zelf", "peertje"):
            assert [one.code for one in work.articles.page(None, words, None, None, 9)[0]] == ["lamp-vervangen"]
        assert [one.code for one in work.items.page(None, None, "LAMP kap licht", None, 9)[0]] == ["lamp-kapot"]
