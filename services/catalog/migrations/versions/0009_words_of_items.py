"""What a keeper looks in for an item, as of an article, with the names of its draft.

An item that a process of the previous release keeps meanwhile gets its words when it is kept the next time.
"""

import sqlalchemy as sa
from alembic import op

from services.shared.kit.search import words_of

revision = "0009"
down_revision = "0008"

ITEM = sa.table(
    "item",
    sa.column("code", sa.String),
    sa.column("definition", sa.JSON),
    sa.column("draft", sa.JSON),
    sa.column("words", sa.Text),
    schema="catalog",
)


def upgrade() -> None:
    op.add_column("item", sa.Column("words", sa.Text(), nullable=False, server_default=""), schema="catalog")
    for code, *told in op.get_bind().execute(sa.select(ITEM.c.code, ITEM.c.definition, ITEM.c.draft)).all():
        texts = [text for one in told if one for text in (*one.get("name", {}).values(), *one.get("keywords", ()))]
        op.execute(sa.update(ITEM).where(ITEM.c.code == code).values(words=words_of(code, *dict.fromkeys(texts))))
