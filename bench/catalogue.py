"""A large catalogue: thousands of items and articles, in words as a real one has them.

Which words are used how often is as in any text: a few very often, most of them seldom. Names are made of what
something is, what is done with it and where; compounds and names of makes give it a long tail; articles have some
sentences of the demo's. The same seed gives the same catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any, TypeVar

from bench.catalogue_words import FIRST_PARTS, PLACES, QUALITIES, SECOND_PARTS, SYLLABLES, THINGS, WORK
from services.demo.content.articles import ARTICLES
from services.demo.content.catalogue import CATEGORIES, ITEMS
from services.demo.content.people import ORGANISATIONS

SEED = 8
# What a folder of a measurement has of it.
WORKBOOK, QUERIES = "catalogue.xlsx", "queries.json"
Words = dict[str, str]
T = TypeVar("T")

ITEM_SENTENCES = (
    ("U kunt hier {work} wat u nodig hebt voor {place}.", "Here you can {work} what you need for {place}."),
    ("Een {quality} {thing}, ook voor {place}.", "A {quality} {thing}, for {place} too."),
    ("Wij gebruiken alleen {make}, met een {compound}.", "We only use {make}, with a {compound}."),
    ("Past het niet bij uw {other}? Dan zoeken we iets anders.", "Does it not suit your {other}? We find another."),
    ("De {compound} hoort erbij en is inbegrepen.", "The {compound} comes with it and is included."),
    ("Het duurt langer als de {thing} in {place} staat.", "It takes longer when the {thing} is in {place}."),
    ("Een monteur neemt een {other} mee.", "An engineer brings a {other}."),
    ("Voor een {compound} vragen we eerst akkoord.", "For a {compound} we first ask for approval."),
)
ARTICLE_SENTENCES = (
    (
        "Loop eerst naar {place} en kijk of de {thing} aan staat.",
        "First see in {place} whether the {thing} is on.",
    ),
    ("Doet uw {thing} het niet? Kijk bij {compound}.", "Is your {thing} not working? See {compound}."),
    ("Zelf {work} mag alleen met een {compound}.", "You may only {work} it yourself with a {compound}."),
    ("De handleiding van {make} ligt bij de {other}.", "The manual of {make} is with the {other}."),
    ("Vraag uw leidinggevende om een {quality} {other}.", "Ask your manager for a {quality} {other}."),
    ("In {place} gelden andere regels voor een {thing}.", "In {place} there are other rules for a {thing}."),
    ("Zet de {other} terug waar u hem vond.", "Put the {other} back where you found it."),
)
# A text names many things beside what it is about.
ALSO = (
    ("Zie ook {}, {} en {}.", "See also {}, {} and {}."),
    ("Dit geldt ook voor {} en {}.", "This goes for {} and {} too."),
    ("Niet voor {}, wel voor {}.", "Not for {}, but for {}."),
    ("Vergeet {}, {} en {} niet.", "Do not forget {}, {} and {}."),
)
TITLES = (
    ("Hoe kan ik een {thing} {work}?", "How can I {work} a {thing}?"),
    ("Wat te doen als de {thing} in {place} stuk is", "What to do when the {thing} in {place} is broken"),
    ("Regels voor een {quality} {thing}", "Rules for a {quality} {thing}"),
    ("Wanneer mag u een {thing} {work} voor {place}?", "When may you {work} a {thing} for {place}?"),
    ("Alles over {compound} en {thing}", "All about {compound} and {thing}"),
)
NAMES = (
    ("{Thing} {work}", "{Work} {thing}"),
    ("{Thing} {work} voor {place}", "{Work} {thing} for {place}"),
    ("{Thing}, {quality}", "{Thing}, {quality}"),
    ("{Thing} {make}", "{Thing} {make}"),
    ("{Compound} {work}", "{Work} {compound}"),
    ("{Compound} bij {thing}", "{Compound} with {thing}"),
)
# What is known of each is what a keeper fills in, some of it seldom.
UNITS = ({"nl": "stuk", "en": "piece"}, {"nl": "uur", "en": "hour"}, {"nl": "persoon", "en": "person"})


class Catalogue:
    """Makes items and articles, each in Dutch and English, one after the other."""

    def __init__(self, seed: int = SEED) -> None:
        self.random = Random(seed)
        self.things = [(category, *pair) for category, pairs in THINGS.items() for pair in pairs]
        # Which things are asked for most has nothing to do with their category.
        self.random.shuffle(self.things)
        self.makes = ["".join(self.random.choices(SYLLABLES, k=3)).capitalize() for _ in range(1500)]

    def document(self, items: int, articles: int) -> dict[str, list[dict[str, Any]]]:
        """A catalogue that can be imported into the demo's."""
        made = [self.item(number) for number in range(items)]
        codes = [item["code"] for item in made]
        about = [self.article(number, codes) for number in range(articles)]
        return {"categories": list(CATEGORIES), "items": made, "articles": about}

    def item(self, number: int) -> dict[str, Any]:
        """One item."""
        category, words = self._about()
        random = self.random
        more: dict[str, Any] = {}
        if random.random() < 0.6:
            more["price"] = {"amount": f"{random.randrange(100, 50_000) / 100:.2f}", "unit": random.choice(UNITS)}
        if random.random() < 0.5:
            more["lead_time"] = {"amount": random.randrange(1, 20), "unit": "days"}
        if random.random() < 0.1:
            more["audience"] = {"organisations": [random.choice(ORGANISATIONS).code]}
        if random.random() < 0.03:
            more |= {"valid_from": "2027-01-01", "valid_to": "2099-12-31"}
        return {
            "code": f"{_slug(words['nl']['thing'])[:30]}-{number:05d}",
            "category": category,
            "kinds": random.sample(["wish", "malfunction", "information", "complaint"], random.choice((1, 1, 2))),
            "name": self._said((random.choice(NAMES),), words),
            "description": self._text(ITEM_SENTENCES, 2, 1, " ", words),
            "keywords": self._keywords(words),
            **more,
        }

    def article(self, number: int, items: Sequence[str]) -> dict[str, Any]:
        """One article, about some of these items."""
        _, words = self._about()
        random = self.random
        return {
            "code": f"over-{_slug(words['nl']['thing'])[:24]}-{number:05d}",
            "title": self._said((random.choice(TITLES),), words),
            "summary": self._said(random.sample(ARTICLE_SENTENCES, 1), words),
            "body": self._text((*ITEM_SENTENCES, *ARTICLE_SENTENCES), 5, 6, "\n\n", words),
            "keywords": self._keywords(words),
            "items": random.sample(items, min(len(items), random.choice((0, 1, 1, 2)))),
            "public": random.random() >= 0.1,
        }

    def words(self) -> dict[str, Words]:
        """The words that one item or article is about, by language and by what they stand for."""
        return self._about()[1]

    def _about(self) -> tuple[str, dict[str, Words]]:
        random = self.random
        category, *thing = _choice(random, self.things)
        _, *other = _choice(random, self.things)
        make = f"{_choice(random, self.makes)} {random.randrange(10, 1000)}"
        pairs = {
            "thing": thing,
            "other": other,
            "work": _choice(random, WORK),
            "place": _choice(random, PLACES),
            "quality": _choice(random, QUALITIES),
            "compound": self._compound(),
            "make": (make, make),
        }
        return category, {
            language: {name: pair[n] for name, pair in pairs.items()} for n, language in enumerate(("nl", "en"))
        }

    def _compound(self) -> tuple[str, str]:
        first, second = _choice(self.random, FIRST_PARTS), _choice(self.random, SECOND_PARTS)
        return first[0] + second[0], f"{first[1]} {second[1]}"

    def _other(self) -> tuple[str, str]:
        """Something that is named in passing."""
        return self._compound() if self.random.random() < 0.5 else self.random.choice(self.things)[1:]

    def _said(self, sentences: Sequence[tuple[str, str]], words: dict[str, Words], between: str = " ") -> Words:
        told: dict[str, list[str]] = {language: [] for language in words}
        for sentence in sentences:
            others = [self._other() for _ in range(3)]
            for n, (language, mine) in enumerate(words.items()):
                begun = {name.capitalize(): word[:1].upper() + word[1:] for name, word in mine.items()}
                told[language].append(sentence[n].format(*(other[n] for other in others), **mine, **begun))
        return {language: between.join(said) for language, said in told.items()}

    def _text(
        self, sentences: Sequence[tuple[str, str]], own: int, demos: int, between: str, words: dict[str, Words]
    ) -> Words:
        """At most so many sentences with these words, some that name other things, and some of the demo's."""
        random = self.random
        said = [*random.sample(sentences, random.randint(1, own)), *random.sample(ALSO, 2)]
        told = self._said(said, words, between)
        others = random.choices(_sentences(), k=random.randint(0, demos))
        return {
            language: between.join((told[language], *(pair[n] for pair in others))) for n, language in enumerate(told)
        }

    def _keywords(self, words: dict[str, Words]) -> list[str]:
        names = self.random.sample(("thing", "other", "compound", "work", "quality", "place"), 3)
        mine = [
            words[language][name].removeprefix("the ").removeprefix("de ").removeprefix("het ")
            for language in words
            for name in names
        ]
        return list(dict.fromkeys([*mine, _choice(self.random, self.things)[1]]))


def _choice(random: Random, among: Sequence[T]) -> T:
    """One of these: the first far more often than the last, as words are used."""
    return among[min(int(len(among) ** random.random() * 1.2) - 1, len(among) - 1)]


@cache
def _sentences() -> list[tuple[str, str]]:
    """Sentences of the demo's items and articles, Dutch with English."""
    told = [*(item["description"] for item in ITEMS), *(article["body"] for article in ARTICLES)]
    both = ([re.findall(r"[A-Z][^.?!|*#\n]{20,}[.?!]", text[language]) for language in ("nl", "en")] for text in told)
    return [pair for nl, en in both for pair in zip(nl, en, strict=False)]


def _slug(word: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", word.lower())
