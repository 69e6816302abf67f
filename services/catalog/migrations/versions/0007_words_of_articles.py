"""What a keeper looks in for an article, in small letters without accents: SQLite knows no small letters beyond ASCII.

An article that a process of the previous release keeps meanwhile gets its words when it is kept the next time.
"""

import sqlalchemy as sa
from alembic import op

from services.shared.kit.search import words_of

revision = "0007"
down_revision = "0006"

ARTICLE = sa.table(
    "article",
    sa.column("code", sa.String),
    sa.column("definition", sa.JSON),
    sa.column("words", sa.Text),
    schema="catalog",
)


def upgrade() -> None:
    op.add_column("article", sa.Column("words", sa.Text(), nullable=False, server_default=""), schema="catalog")
    for code, definition in op.get_bind().execute(sa.select(ARTICLE.c.code, ARTICLE.c.definition)).all():
        texts = [definition.get(name, {}).get(language) for name in ("title", "summary") for language in ("nl", "en")]
        words = words_of(code, *texts, *definition.get("keywords", ()))
        op.execute(sa.update(ARTICLE).where(ARTICLE.c.code == code).values(words=words))
