"""What can be found: items and articles with their words, kept with every publication."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from services.catalog.domain import facts
from services.catalog.domain.ranking import BETWEEN
from services.catalog.storage.batches import AT_A_TIME, batched, put_all
from services.catalog.storage.stems import EMPTY, forms, tokens
from services.catalog.storage.tables import EntryRow, WordRow
from services.shared.contracts.catalog import LANGUAGES
from services.shared.kit.writing import add_rows

ROWS: Any = EntryRow.__table__
WORDS: Any = WordRow.__table__
FIELDS = ("title_words", "keyword_words", "other_words")
BAR = "|"
WORDS_AT_A_TIME = 500


class Entries:
    """The catalogue as it is searched."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._uses: Counter[str] = Counter()

    def keep_items(self, definitions: Iterable[Mapping[str, Any]]) -> None:
        """Let items be found as they were published; what was published before is forgotten already."""
        self._keep("item", [row for definition in definitions for row in _item_rows(definition)])

    def keep_articles(self, definitions: Iterable[Mapping[str, Any]]) -> None:
        """Let articles be found as they were published; what was published before is forgotten already."""
        self._keep("article", [row for definition in definitions for row in _article_rows(definition)])

    def forget_all(self) -> None:
        """Let nothing be found any more."""
        self.session.execute(delete(ROWS))
        self.session.execute(delete(WORDS))

    def forget(self, kind: str, *codes: str) -> None:
        """Do not let them be found any more."""
        for batch in batched(codes, AT_A_TIME):
            theirs = (ROWS.c.kind == kind) & ROWS.c.code.in_(batch)
            gone = self.session.execute(delete(ROWS).where(theirs).returning(_all_words())).scalars()
            self._uses.subtract(word for words in gone for word in set(words.split()) - {BETWEEN})

    def _keep(self, kind: str, rows: Sequence[dict[str, Any]]) -> None:
        for row in rows:
            self._uses.update(set(" ".join(row[field] for field in FIELDS).split()) - {BETWEEN})
        add_rows(self.session, ROWS, [{"kind": kind} | row for row in rows])

    def finish(self) -> None:
        """Count in how many entries each word occurs; at the end, as many publications change the same words."""
        changed = {word: more for word, more in self._uses.items() if more}
        self._uses.clear()
        for batch in batched(sorted(changed), WORDS_AT_A_TIME):
            # In one order and by one statement, so that two publications at once neither collide nor wait in a circle.
            rows = [{"word": word, "uses": changed[word]} for word in batch]
            put_all(self.session, WORDS, rows, uses=lambda new: WORDS.c.uses + new.uses)


def _item_rows(definition: Mapping[str, Any]) -> list[dict[str, Any]]:
    audience = definition["audience"] or {}
    about = {
        "category": definition["category"],
        "staff_only": False,
        "organisations": _between_bars(audience.get("organisations")),
        "buildings": _between_bars(audience.get("buildings")),
        "roles": _between_bars(audience.get("roles")),
        "valid_from": _day(definition["valid_from"]),
        "valid_to": _day(definition["valid_to"]),
        "facts": facts.written(definition),
    }
    name, description = definition["name"], definition["description"]
    return [_row(definition, language, name, description) | about for language in LANGUAGES]


def _article_rows(definition: Mapping[str, Any]) -> list[dict[str, Any]]:
    nothing = dict.fromkeys(("category", "organisations", "buildings", "roles", "valid_from", "valid_to", "facts"))
    about = nothing | {"staff_only": not definition["public"]}
    title, summary, body = definition["title"], definition["summary"], definition["body"]
    return [_row(definition, language, title, summary, body[language]) | about for language in LANGUAGES]


def _row(
    definition: Mapping[str, Any], language: str, title: Mapping[str, str], summary: Mapping[str, str], body: str = ""
) -> dict[str, Any]:
    """An entry's words, as they are shown and as they are searched."""
    return {
        "code": definition["code"],
        "language": language,
        "title": title[language],
        "summary": summary[language],
        "title_words": " | ".join(_group([word]) for word in tokens(title[language]) if word not in EMPTY),
        "keyword_words": " | ".join(_group(tokens(keyword)) for keyword in definition["keywords"]),
        "other_words": _group(tokens(definition["code"], summary[language], body)),
    }


def _all_words() -> Any:
    return ROWS.c.title_words + " " + ROWS.c.keyword_words + " " + ROWS.c.other_words


def _group(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(form for word in dict.fromkeys(words) for form in forms(word)))


def _between_bars(codes: list[str] | None) -> str | None:
    return f"{BAR}{BAR.join(codes)}{BAR}" if codes else None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
