"""Copies notifications with everything that came of them: timeline, work orders, events and facts.

Columns that are not named here are copied as they are, and every moment is moved by as much as the
notification is, so a column that a migration adds is copied too. `tests/bench/test_seeding.py` holds
a copy against what the use cases made, table by table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, NamedTuple

import psycopg


class Copy(NamedTuple):
    """A copy to be made: of which notification, the how many-eth copy, and how much later."""

    original: str
    ordinal: int
    shift: timedelta


@dataclass(frozen=True)
class Copied:
    """A table whose rows are copied: how a row finds its copies, in which order they go in, and what differs in them.

    `c` is the copy of the notification, `w` that of the work order, and `t` the row itself.
    """

    table: str
    joins: str
    order: str
    differs: dict[str, str] = field(default_factory=dict)
    # A column that counts up by itself is left to do so.
    leaves: tuple[str, ...] = ()


# A moment as it stands in an event: with six digits of a second, or with none when it falls on a whole second.
ISO = """
    CREATE FUNCTION pg_temp.iso(moment timestamptz) RETURNS text STABLE LANGUAGE sql AS $$
        SELECT to_char(moment AT TIME ZONE 'UTC', CASE WHEN moment = date_trunc('second', moment)
            THEN 'YYYY-MM-DD"T"HH24:MI:SS' ELSE 'YYYY-MM-DD"T"HH24:MI:SS.US' END) || '+00:00'
    $$
"""
COPY_OF_NOTIFICATION = """
    CREATE TEMP TABLE copied AS
    SELECT original, ordinal, shift, id,
        {number} AS number
    FROM (
        SELECT a.original, a.ordinal, a.shift, n.registered_at + a.shift AS at,
            (SELECT max(id) FROM intake.notification)
                + row_number() OVER (ORDER BY n.registered_at + a.shift, a.ordinal) AS id
        FROM asked a JOIN intake.notification n ON n.number = a.original
    ) AS later
"""
COPY_OF_WORK_ORDER = """
    CREATE TEMP TABLE copied_work AS
    SELECT original, notification, ordinal, id,
        {number} AS number
    FROM (
        SELECT o.number AS original, c.number AS notification, c.ordinal, o.made_at + c.shift AS at,
            (SELECT max(id) FROM routing.work_order)
                + row_number() OVER (ORDER BY o.made_at + c.shift, c.ordinal, o.id) AS id
        FROM copied c JOIN routing.work_order o ON o.notification = c.original
    ) AS later
"""
NUMBER = (
    "'{letter}' || to_char(at AT TIME ZONE 'UTC', 'YY') || '-' || lpad(id::text, greatest(6, length(id::text)), '0')"
)

EVENT_ID = "md5({event} || '#' || c.ordinal)::uuid::text"
EVENT: dict[str, str] = {
    "event_id": EVENT_ID.format(event="t.event_id"),
    "cause": f"""CASE WHEN t.cause ->> 'event' IS NULL THEN t.cause::text ELSE
        replace(t.cause::text, t.cause ->> 'event', {EVENT_ID.format(event="(t.cause ->> 'event')")}) END""",
}
MOVED_DATA = "replace({data}, pg_temp.iso(t.occurred_at), pg_temp.iso(t.occurred_at + c.shift))"
IN_TIME = "t.occurred_at + c.shift, t.id, c.ordinal"
POSITION = f"{{last}} + row_number() OVER (ORDER BY {IN_TIME})"
OF_NOTIFICATION = "JOIN copied c ON c.original = t.{column}"
WITH_WORK = OF_NOTIFICATION + " JOIN copied_work w ON w.ordinal = c.ordinal AND w.original = t.number"

COPIED = (
    Copied(
        "intake.notification",
        OF_NOTIFICATION.format(column="number"),
        "c.id",
        {"id": "c.id", "number": "c.number", "words": "replace(t.words, lower(c.original), lower(c.number))"},
    ),
    Copied(
        "intake.timeline",
        OF_NOTIFICATION.format(column="notification")
        + " LEFT JOIN copied_work w ON w.ordinal = c.ordinal AND w.original = t.text",
        "t.at + c.shift, t.id",
        {"notification": "c.number", "text": "coalesce(w.number, t.text)"},
        leaves=("id",),
    ),
    Copied(
        "intake.work_order_copy",
        WITH_WORK.format(column="notification"),
        "w.id",
        {"number": "w.number", "notification": "c.number"},
    ),
    Copied(
        "intake.journal",
        OF_NOTIFICATION.format(column="subject"),
        IN_TIME,
        EVENT
        | {
            "position": POSITION,
            "subject": "c.number",
            "data": MOVED_DATA.format(data="replace(t.data::text, c.original, c.number)"),
        },
        leaves=("id",),
    ),
    Copied(
        "routing.work_order",
        WITH_WORK.format(column="notification"),
        "w.id",
        {"id": "w.id", "number": "w.number", "notification": "c.number"},
    ),
    Copied(
        "routing.journal",
        "JOIN copied_work w ON w.original = t.subject JOIN copied c ON c.ordinal = w.ordinal",
        IN_TIME,
        EVENT
        | {
            "position": POSITION,
            "subject": "w.number",
            "data": MOVED_DATA.format(
                data="replace(replace(t.data::text, w.original, w.number), c.original, c.number)"
            ),
        },
        leaves=("id",),
    ),
    Copied(
        "reporting.notification_fact",
        OF_NOTIFICATION.format(column="number"),
        "c.id",
        {"number": "c.number"},
    ),
)
# What is copied refers to copies made in the same breath, so the server need not look up each reference.
SETTINGS = (
    "SET LOCAL session_replication_role = replica",
    "SET LOCAL work_mem = '256MB'",
    "SET LOCAL jit = off",
)
# Everyone has heard all of it.
AFTERWARDS = (
    "SELECT setval('intake.notification_number', (SELECT max(id) FROM intake.notification))",
    "SELECT setval('routing.work_order_number', (SELECT max(id) FROM routing.work_order))",
    "UPDATE intake.cursor SET position = (SELECT max(position) FROM intake.journal) WHERE name = 'relay'",
    "UPDATE routing.cursor SET position = (SELECT max(position) FROM intake.journal) WHERE name = 'intake'",
    "UPDATE reporting.cursor SET position = (SELECT max(position) FROM intake.journal) WHERE name = 'intake'",
    "UPDATE routing.cursor SET position = (SELECT max(position) FROM routing.journal) WHERE name = 'relay'",
    "UPDATE intake.cursor SET position = (SELECT max(position) FROM routing.journal) WHERE name = 'routing'",
)


def copy_notifications(connection: psycopg.Connection[Any], copies: list[Copy]) -> None:
    """Make these copies; nothing else may write meanwhile."""
    with connection.transaction():
        for setting in SETTINGS:
            _run(connection, setting)
        connection.execute("CREATE TEMP TABLE asked (original text, ordinal int, shift interval)")
        with connection.cursor().copy("COPY asked FROM STDIN") as asked:
            for copy in copies:
                asked.write_row(copy)
        _run(connection, ISO)
        _run(connection, COPY_OF_NOTIFICATION.format(number=NUMBER.format(letter="M")))
        _run(connection, COPY_OF_WORK_ORDER.format(number=NUMBER.format(letter="W")))
        for table in ("asked", "copied", "copied_work"):
            _run(connection, f"ANALYZE {table}")
        for copied in COPIED:
            _run(connection, _statement(connection, copied))
        for statement in AFTERWARDS:
            _run(connection, statement)
    # As the server itself would have done in the course of the year.
    _run(connection, "VACUUM ANALYZE")
    # What was filled in a minute would otherwise be written to its files while the first load is measured.
    _run(connection, "CHECKPOINT")


def _statement(connection: psycopg.Connection[Any], copied: Copied) -> str:
    schema, _, name = copied.table.partition(".")
    rows = connection.execute(
        "SELECT column_name, data_type FROM information_schema.columns "
        "WHERE table_schema = %s AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [schema, name],
    )
    columns = {column: kind for column, kind in rows if column not in copied.leaves}
    last = f"(SELECT max(position) FROM {copied.table})"
    expressions = []
    for column, kind in columns.items():
        if column in copied.differs:
            told = copied.differs[column].replace("{last}", last)
            expressions.append(f"CAST({told} AS {kind})")
        elif kind == "timestamp with time zone":
            expressions.append(f't."{column}" + c.shift')
        else:
            expressions.append(f't."{column}"')
    names = ", ".join(f'"{column}"' for column in columns)
    selected = f"SELECT {', '.join(expressions)} FROM {copied.table} t {copied.joins} ORDER BY {copied.order}"
    return f"INSERT INTO {copied.table} ({names}) {selected}"


def _run(connection: psycopg.Connection[Any], statement: str) -> None:
    connection.execute(statement)
