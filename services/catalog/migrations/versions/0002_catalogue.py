"""The whole catalogue: a tree of categories, drafts and versions of items, articles, and one search over both.

Whoever looks for something sees what each database keeps by itself of the rows in `entry` and `word`:
a tsvector and pieces of words on PostgreSQL, indexes of FTS5 on SQLite, which triggers hold in step.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from services.shared.kit.database import UtcDateTime
from services.shared.kit.journal import Serial

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _categories()
    _items()
    _articles()
    _calendars()
    _search()
    if op.get_bind().dialect.name == "postgresql":
        _index_on_postgresql()
    else:
        _index_on_sqlite()


def _categories() -> None:
    """Made anew, as SQLite cannot add a reference to a table that there is."""
    for table, foreign in (("item", ["fk_item_category"]), ("category", [])):
        op.rename_table(table, f"{table}_before", schema="catalog")
        if op.get_bind().dialect.name == "postgresql":
            for constraint in (*foreign, f"pk_{table}"):
                op.drop_constraint(constraint, f"{table}_before", schema="catalog")
    op.create_table(
        "category",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("internal_name", sa.JSON()),
        sa.Column("within", sa.String(length=40)),
        sa.Column("norms", sa.JSON()),
        sa.ForeignKeyConstraint(["within"], ["catalog.category.code"], name="fk_category_within"),
        sa.PrimaryKeyConstraint("code", name="pk_category"),
        schema="catalog",
    )
    op.execute("INSERT INTO catalog.category (code, name) SELECT code, name FROM catalog.category_before")


def _items() -> None:
    """What was published before becomes the first version that is kept."""
    op.create_table(
        "item",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("category", sa.String(length=40)),
        sa.Column("definition", sa.JSON()),
        sa.Column("draft", sa.JSON()),
        sa.Column("changed_at", UtcDateTime, nullable=False),
        sa.Column("changed_by", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["category"], ["catalog.category.code"], name="fk_item_category"),
        sa.PrimaryKeyConstraint("code", name="pk_item"),
        schema="catalog",
    )
    op.create_index("ix_item_category", "item", ["category"], schema="catalog")
    op.create_table(
        "version",
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("definition", sa.JSON(), nullable=False),
        sa.Column("published_at", UtcDateTime, nullable=False),
        sa.Column("published_by", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("kind", "code", "version", name="pk_version"),
        schema="catalog",
    )
    _keep_what_was_published()
    for table in ("item", "category"):
        op.drop_table(f"{table}_before", schema="catalog")


def _keep_what_was_published() -> None:
    before = sa.table(
        "item_before",
        *(sa.column(name, sa.JSON()) for name in ("name", "description", "kinds", "keywords", "questions")),
        *(sa.column(name) for name in ("code", "version", "category")),
        sa.column("published_at", UtcDateTime),
        schema="catalog",
    )
    items: list[dict[str, Any]] = []
    versions: list[dict[str, Any]] = []
    for row in op.get_bind().execute(sa.select(before)).mappings():
        questions = [dict(question, when=None, stop=None) for question in row["questions"]]
        definition = {name: row[name] for name in ("code", "name", "description", "category", "kinds", "keywords")}
        definition |= dict.fromkeys(("level", "price", "lead_time", "calendar", "service_level"))
        definition |= dict.fromkeys(("valid_from", "valid_to", "contact", "audience", "approval"))
        definition |= {"related": [], "steps": [], "questions": questions}
        kept = {"code": row["code"], "version": row["version"], "definition": definition}
        at = row["published_at"]
        items.append(
            kept | {"retired": False, "category": row["category"], "draft": None, "changed_at": at, "changed_by": ""}
        )
        versions.append(kept | {"kind": "item", "published_at": at, "published_by": ""})
    if items:
        op.bulk_insert(_rows("item", *items[0]), items)
        op.bulk_insert(_rows("version", *versions[0]), versions)


def _rows(name: str, *columns: str) -> sa.TableClause:
    types: dict[str, Any] = {"definition": sa.JSON(), "draft": sa.JSON(none_as_null=True), "changed_at": UtcDateTime}
    types["published_at"] = UtcDateTime
    return sa.table(name, *(sa.column(column, types.get(column)) for column in columns), schema="catalog")


def _articles() -> None:
    op.create_table(
        "article",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("definition", sa.JSON(), nullable=False),
        sa.Column("helped", sa.Integer(), nullable=False),
        sa.Column("did_not_help", sa.Integer(), nullable=False),
        sa.Column("changed_at", UtcDateTime, nullable=False),
        sa.Column("changed_by", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_article"),
        schema="catalog",
    )
    op.create_table(
        "article_item",
        sa.Column("article", sa.String(length=40), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["catalog.article.code"], name="fk_article_item_article"),
        sa.PrimaryKeyConstraint("article", "item", name="pk_article_item"),
        schema="catalog",
    )
    op.create_index("ix_article_item_item", "article_item", ["item"], schema="catalog")


def _calendars() -> None:
    for table in ("calendar", "service_level"):
        op.create_table(
            table,
            sa.Column("code", sa.String(length=40), nullable=False),
            sa.Column("is_default", sa.Boolean(), nullable=False),
            sa.Column("definition", sa.JSON(), nullable=False),
            sa.PrimaryKeyConstraint("code", name=f"pk_{table}"),
            schema="catalog",
        )


def _search() -> None:
    op.create_table(
        "entry",
        sa.Column("id", Serial, autoincrement=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("category", sa.String(length=40)),
        sa.Column("staff_only", sa.Boolean(), nullable=False),
        sa.Column("organisations", sa.Text()),
        sa.Column("buildings", sa.Text()),
        sa.Column("roles", sa.Text()),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_to", sa.Date()),
        sa.Column("title_words", sa.Text(), nullable=False),
        sa.Column("keyword_words", sa.Text(), nullable=False),
        sa.Column("other_words", sa.Text(), nullable=False),
        sa.UniqueConstraint("kind", "code", "language", name="uq_entry_kind_code_language"),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
        schema="catalog",
    )
    op.create_table(
        "word",
        sa.Column("word", sa.String(length=60), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("word", name="pk_word"),
        schema="catalog",
    )
    op.create_table(
        "synonym",
        sa.Column("word", sa.String(length=60), nullable=False),
        sa.Column("meaning", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("word", name="pk_synonym"),
        schema="catalog",
    )
    op.create_index("ix_synonym_meaning", "synonym", ["meaning"], schema="catalog")
    op.create_table(
        "missed_search",
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("last_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("words", "language", name="pk_missed_search"),
        schema="catalog",
    )


def _index_on_postgresql() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public")
    named = "setweight(to_tsvector('simple', title_words), 'A') || setweight(to_tsvector('simple', keyword_words), 'B')"
    whole = f"{named} || setweight(to_tsvector('simple', other_words), 'D')"
    # The words of a body are many, and to rank what has them takes long; mostly the title and keywords are enough.
    for column, words in (("named", named), ("found", whole)):
        op.execute(f"ALTER TABLE catalog.entry ADD COLUMN {column} tsvector GENERATED ALWAYS AS ({words}) STORED")
        op.execute(f"CREATE INDEX ix_entry_{column} ON catalog.entry USING gin ({column})")
    op.execute("CREATE INDEX ix_word_begin ON catalog.word (word varchar_pattern_ops)")
    op.execute("CREATE INDEX ix_word_like ON catalog.word USING gin (word public.gin_trgm_ops)")


def _index_on_sqlite() -> None:
    fields = ("title_words", "keyword_words", "other_words")
    _fts("entry", dict(zip(fields, fields, strict=True)), "id", "unicode61 remove_diacritics 0")
    # Its first and last letter count for more with a blank around a word, as pg_trgm has it.
    _fts("word", {"word": "' ' || {row}.word || ' '"}, "rowid", "trigram")


def _fts(table: str, fields: dict[str, str], key: str, tokenize: str) -> None:
    """An index of FTS5 that holds nothing but words, and the triggers that keep it in step with a table."""
    index, columns = f"{table}_index", ", ".join(fields)
    op.execute(f"CREATE VIRTUAL TABLE catalog.{index} USING fts5({columns}, content='', tokenize='{tokenize}')")

    def values(row: str) -> str:
        told = (field.format(row=row) if "{row}" in field else f"{row}.{field}" for field in fields.values())
        return ", ".join((f"{row}.{key}", *told))

    insert = f"INSERT INTO {index}(rowid, {columns}) VALUES ({values('new')});"
    delete = f"INSERT INTO {index}({index}, rowid, {columns}) VALUES ('delete', {values('old')});"
    # A word's uses change all the time, and that is nothing to the index.
    for event, steps in (("INSERT", insert), ("DELETE", delete), (f"UPDATE OF {columns}", delete + insert)):
        name = f"{index}_{event.split()[0].lower()}"
        op.execute(f"CREATE TRIGGER catalog.{name} AFTER {event} ON {table} BEGIN {steps} END")
