"""What can be found: items and articles with their words, kept with every publication."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from services.catalog.domain.ranking import BETWEEN
from services.catalog.storage.stems import EMPTY, forms, tokens
from services.catalog.storage.tables import EntryRow, WordRow
from services.shared.contracts.catalog import LANGUAGES

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

    def keep_item(self, definition: Mapping[str, Any]) -> None:
        """Let an item be found as it was published."""
        audience = definition["audience"] or {}
        about = {
            "category": definition["category"],
            "staff_only": False,
            "organisations": _between_bars(audience.get("organisations")),
            "buildings": _between_bars(audience.get("buildings")),
            "roles": _between_bars(audience.get("roles")),
            "valid_from": _day(definition["valid_from"]),
            "valid_to": _day(definition["valid_to"]),
        }
        self._keep("item", definition["code"], definition["name"], definition["description"], definition, about)

    def keep_article(self, definition: Mapping[str, Any]) -> None:
        """Let an article be found as it was published."""
        nothing = dict.fromkeys(("category", "organisations", "buildings", "roles", "valid_from", "valid_to"))
        about = nothing | {"staff_only": not definition["public"]}
        self._keep("article", definition["code"], definition["title"], definition["summary"], definition, about)

    def forget(self, kind: str, code: str) -> None:
        """Do not let it be found any more."""
        mine = (ROWS.c.kind == kind) & (ROWS.c.code == code)
        gone = [row[0].split() for row in self.session.execute(select(_all_words()).where(mine))]
        self.session.execute(delete(ROWS).where(mine))
        self._uses.subtract(word for words in gone for word in set(words) - {BETWEEN})

    def _keep(
        self,
        kind: str,
        code: str,
        title: Mapping[str, str],
        summary: Mapping[str, str],
        definition: Mapping[str, Any],
        about: Mapping[str, Any],
    ) -> None:
        self.forget(kind, code)
        keywords = " | ".join(_group(tokens(keyword)) for keyword in definition["keywords"])
        rows = []
        for language in LANGUAGES:
            body = definition["body"][language] if kind == "article" else ""
            words = {
                "title_words": " | ".join(_group([word]) for word in tokens(title[language]) if word not in EMPTY),
                "keyword_words": keywords,
                "other_words": _group(tokens(code, summary[language], body)),
            }
            shown = {"title": title[language], "summary": summary[language]}
            rows.append({"kind": kind, "code": code, "language": language, **shown, **about, **words})
            self._uses.update(set(" ".join(words.values()).split()) - {BETWEEN})
        self.session.execute(insert(ROWS), rows)

    def finish(self) -> None:
        """Count in how many entries each word occurs; at the end, as many publications change the same words."""
        changed = {word: more for word, more in self._uses.items() if more}
        self._uses.clear()
        for batch in batched(sorted(changed), WORDS_AT_A_TIME):
            known = set(self.session.scalars(select(WORDS.c.word).where(WORDS.c.word.in_(batch))))
            rows = [{"of": word, "more": changed[word]} for word in batch]
            if added := [row for row in rows if row["of"] not in known]:
                self.session.execute(insert(WORDS), [{"word": row["of"], "uses": row["more"]} for row in added])
            if counted := [row for row in rows if row["of"] in known]:
                uses = WORDS.c.uses + bindparam("more")
                self.session.connection().execute(
                    update(WORDS).where(WORDS.c.word == bindparam("of")).values(uses=uses), counted
                )


def batched(words: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """The words in parts of this size."""
    return (words[at : at + size] for at in range(0, len(words), size))


def _all_words() -> Any:
    return ROWS.c.title_words + " " + ROWS.c.keyword_words + " " + ROWS.c.other_words


def _group(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(form for word in words for form in forms(word)))


def _between_bars(codes: list[str] | None) -> str | None:
    return f"{BAR}{BAR.join(codes)}{BAR}" if codes else None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
