"""The picture, price and lead time of an item beside its words, so that a list of what was found can show them."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("entry", sa.Column("facts", sa.Text()), schema="catalog")
    item = sa.table("item", sa.column("code"), sa.column("definition", sa.JSON()), schema="catalog")
    entry = sa.table("entry", *map(sa.column, ("kind", "code", "facts")), schema="catalog")
    found = sa.exists().where(entry.c.kind == "item", entry.c.code == item.c.code)
    rows = op.get_bind().execute(sa.select(item).where(found)).all()
    facts = [{"item": row.code, "kept": _written(row.definition)} for row in rows]
    if facts:
        mine = (entry.c.kind == "item") & (entry.c.code == sa.bindparam("item"))
        op.get_bind().execute(sa.update(entry).where(mine).values(facts=sa.bindparam("kept")), facts)


def _written(definition: dict[str, Any]) -> str:
    kept = {name: definition.get(name) for name in ("picture", "price", "lead_time", "kinds")}
    return json.dumps(kept, ensure_ascii=False)
