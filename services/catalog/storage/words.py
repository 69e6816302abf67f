"""The list of words that occur in what can be found, as each database looks in it: with few statements, made once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    JSON,
    REAL,
    ColumnElement,
    CompoundSelect,
    Select,
    Text,
    any_,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    text,
    true,
    union_all,
)
from sqlalchemy import literal_column as written
from sqlalchemy.orm import Session

from services.catalog.storage.tables import SynonymRow, WordRow
from services.shared.kit.made_once import MadeOnce

WORDS, SYNONYMS = WordRow.__table__, SynonymRow.__table__
MOST_ALIKE = 40
# Below pg_trgm's own, as two letters that changed places in a short word leave little that is alike.
ALIKE = 0.18
# Shorter pieces of a word are in no index, so they are looked for at the beginning only.
SHORTEST_PART = 4
AT_MOST: Any = written(str(MOST_ALIKE))
Uses = dict[str, int]
Same = dict[str, list[str]]
Found = dict[str, Uses]


class WordList:
    """Each word that occurs somewhere, with in how many entries."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.sqlite = session.get_bind().dialect.name == "sqlite"

    def known(self, words: Iterable[str]) -> tuple[Uses, Same]:
        """Those of these words that occur, and the words that mean the same as each of them."""
        statement = KNOWN_ON_SQLITE if self.sqlite else KNOWN_ON_POSTGRESQL
        return _known_of(statement.rows(self.session, {"words": sorted(words)}))

    def known_with_longer(self, words: Iterable[str], pieces: Iterable[str]) -> tuple[Uses, Same, Found]:
        """What is `known` of these words; and of each piece the shortest words that have it as a part.

        Of a short piece they are those that begin with it.
        """
        short: list[str] = []
        long: list[str] = []
        for piece in dict.fromkeys(pieces):
            (long if len(piece) >= SHORTEST_PART else short).append(piece)
        if self.sqlite:
            found = {piece: self._rows(HAVING_ON_SQLITE, {"piece": f'"{piece}"'}) for piece in long}
            return *self.known(words), found | {piece: self._rows(BEGUN_ON_SQLITE, _begun(piece)) for piece in short}
        # To ask PostgreSQL something takes about as long as to find it.
        values = {"words": sorted(words), "parts": long} | _beginnings(short)
        rows = KNOWN_WITH_LONGER.rows(self.session, values)
        uses, same = _known_of(row[:3] for row in rows if row.piece is None)
        found = {piece: {} for piece in (*long, *short)}
        for row in rows:
            if row.piece is not None:
                found[row.piece][row.word] = row.uses
        return uses, same, found

    def beginning(self, pieces: Sequence[str]) -> Found:
        """The shortest words that begin with each of these."""
        if self.sqlite:
            return {piece: self._rows(BEGUN_ON_SQLITE, _begun(piece)) for piece in pieces}
        return self._by_piece(BEGUN, _beginnings(pieces))

    def alike(self, words: Sequence[str]) -> Found:
        """The words that have most pieces of three letters in common with each of these."""
        if not self.sqlite:
            return self._by_piece(ALIKE_ON_POSTGRESQL, {"pieces": list(words)})
        return {word: self._rows(ALIKE_ON_SQLITE, {"piece": _pieces(word)}) for word in words}

    def _rows(self, statement: MadeOnce, values: dict[str, Any]) -> Uses:
        return dict(statement.rows(self.session, values))

    def _by_piece(self, statement: MadeOnce, values: dict[str, Any]) -> Found:
        found: Found = {piece: {} for piece in values["pieces"]}
        for piece, word, uses in statement.rows(self.session, values):
            found[piece][word] = uses
        return found


def _begun(piece: str) -> dict[str, str]:
    """Between what and what the words are that begin with this."""
    return {"piece": piece, "end": piece[:-1] + chr(ord(piece[-1]) + 1)}


def _beginnings(pieces: Sequence[str]) -> dict[str, list[str]]:
    return {"pieces": list(pieces), "ends": [_begun(piece)["end"] for piece in pieces]}


def _known_of(rows: Iterable[Sequence[Any]]) -> tuple[Uses, Same]:
    uses: Uses = {}
    same: defaultdict[str, list[str]] = defaultdict(list)
    for word, other, count in rows:
        if other is None:
            uses[word] = count
        else:
            same[word].append(other)
    return uses, same


def _pieces(word: str) -> str:
    apart = f" {word} "
    return " OR ".join(f'"{apart[at : at + 3]}"' for at in range(len(apart) - 2))


def _known(one_of: Any) -> CompoundSelect[Any]:
    same = SYNONYMS.alias()
    words = select(WORDS.c.word, null().label("same"), WORDS.c.uses).where(one_of(WORDS.c.word), WORDS.c.uses > 0)
    others = (
        select(SYNONYMS.c.word, same.c.word, literal(0))
        .join(same, same.c.meaning == SYNONYMS.c.meaning)
        .where(one_of(SYNONYMS.c.word))
    )
    return union_all(words, others)


def _one_of_an_array(column: ColumnElement[str]) -> ColumnElement[bool]:
    return column == any_(bindparam("words", type_=ARRAY(Text)))


def _one_of_json(column: ColumnElement[str]) -> ColumnElement[bool]:
    words = func.json_each(bindparam("words", type_=JSON)).table_valued("value")
    return column.in_(select(words.c.value))


def _shortest(condition: ColumnElement[bool]) -> Select[Any]:
    found = select(WORDS.c.word, WORDS.c.uses).where(condition, WORDS.c.uses > 0)
    return found.order_by(func.length(WORDS.c.word), WORDS.c.word).limit(AT_MOST)


def _for_each(asked: Any, found: Select[Any], after: Any = None) -> Select[Any]:
    """What is found for each of the pieces that are asked, in one statement; `after` this, when it refers to that."""
    each = found.lateral()
    begin = asked if after is None else after.join(asked, true())
    return select(asked.c.piece, each.c.word, each.c.uses).select_from(begin.join(each, true()))


def _asked(**names: str) -> Any:
    """Arrays of values, as columns of these names."""
    arrays = (bindparam(array, type_=ARRAY(Text)) for array in names.values())
    return func.unnest(*arrays).table_valued(*names).render_derived()


def _having() -> Select[Any]:
    asked = _asked(piece="parts")
    return _for_each(asked, _shortest(WORDS.c.word.like(func.concat("%", asked.c.piece, "%"))))


def _beginning() -> Select[Any]:
    # As a pattern that is not known beforehand it would find no use for the index on beginnings.
    asked = _asked(piece="pieces", end="ends")
    word = WORDS.c.word
    return _for_each(asked, _shortest(word.bool_op("~>=~")(asked.c.piece) & word.bool_op("~<~")(asked.c.end)))


def _alike() -> Select[Any]:
    # How alike two words must be is a setting, made in the statement that needs it: what is found for each word refers
    # to it, and so comes after it.
    limit = select(func.public.set_limit(cast(ALIKE, REAL)).label("set")).offset(0).subquery()
    asked = _asked(piece="pieces")
    order = func.public.similarity(WORDS.c.word, asked.c.piece).desc()
    found = (
        select(WORDS.c.word, WORDS.c.uses)
        .where(WORDS.c.word.bool_op("OPERATOR(public.%)")(asked.c.piece), WORDS.c.uses > 0, limit.c.set > 0)
        .order_by(order, WORDS.c.word)
        .limit(AT_MOST)
    )
    return _for_each(asked, found, after=limit)


def _known_with_longer() -> MadeOnce:
    known = _known(_one_of_an_array).subquery()
    of_words = select(*known.c, null().label("piece"))
    each = [found.subquery() for found in (_having(), _beginning())]
    longer = (select(found.c.word, null(), found.c.uses, found.c.piece) for found in each)
    return MadeOnce(union_all(of_words, *longer))


def _in_index(order: Sequence[Any]) -> MadeOnce:
    index: ColumnElement[Any] = written("word_index")
    return MadeOnce(
        select(WORDS.c.word, WORDS.c.uses)
        .join(text("catalog.word_index"), written("word_index.rowid") == written("word.rowid"))
        .where(index.bool_op("MATCH")(bindparam("piece")), WORDS.c.uses > 0)
        .order_by(*order)
        .limit(AT_MOST)
    )


KNOWN_ON_POSTGRESQL, KNOWN_ON_SQLITE = MadeOnce(_known(_one_of_an_array)), MadeOnce(_known(_one_of_json))
KNOWN_WITH_LONGER = _known_with_longer()
BEGUN, ALIKE_ON_POSTGRESQL = MadeOnce(_beginning()), MadeOnce(_alike())
HAVING_ON_SQLITE = _in_index((func.length(WORDS.c.word), WORDS.c.word))
ALIKE_ON_SQLITE = _in_index((written("word_index.rank"), WORDS.c.word))
BEGUN_ON_SQLITE = MadeOnce(_shortest((WORDS.c.word >= bindparam("piece")) & (WORDS.c.word < bindparam("end"))))
