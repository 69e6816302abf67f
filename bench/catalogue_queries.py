"""What is typed to find something in a large catalogue, each way of asking by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from bench.catalogue import Catalogue
from services.demo.content.asked import ASKED

SEED = 9
PER_WAY = 100
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST_BEGUN = 2
SHORTEST_MISSPELT = 5
SENTENCES = {
    "nl": (
        "Goedemorgen, de {thing} in {place} doet het sinds gisteren niet meer, kan iemand komen kijken?",
        "wij willen graag een {quality} {thing} {work} voor {place}",
        "hoe kan ik een {thing} laten {work} als de {other} al in {place} staat?",
        "mijn collega zoekt een {compound} bij de {other}, waar vind ik die?",
    ),
    "en": (
        "Good morning, the {thing} in {place} has not been working since yesterday, can somebody have a look?",
        "we would like to {work} a {quality} {thing} for {place}",
        "how can I {work} a {thing} when the {other} is in {place} already?",
        "my colleague is looking for a {compound} near the {other}, where do I find it?",
    ),
}
Query = dict[str, Any]
# Of four who ask something, one does so in English.
LANGUAGES = ("nl", "nl", "nl", "en")


def queries() -> dict[str, list[Query]]:
    """What is asked, by the way of asking: the same number of questions of each, in the same order every time."""
    random, words = Random(SEED), Catalogue(SEED)
    asked: dict[str, list[Query]] = {}
    for way, said in WAYS.items():
        asked[way] = []
        while len(asked[way]) < PER_WAY:
            language = random.choice(LANGUAGES)
            asked[way] += said(random, words.words()[language], language)
        random.shuffle(asked[way])
    asked["asked"] = [_query(words, language) for language, words, _ in ASKED]
    return asked


def _one(random: Random, words: dict[str, str], language: str) -> list[Query]:
    return [_query(words[random.choice(("thing", "thing", "compound", "other"))], language)]


def _two(random: Random, words: dict[str, str], language: str) -> list[Query]:
    return [_query(f"{words['thing']} {words[random.choice(('work', 'quality', 'other', 'compound'))]}", language)]


def _typed(random: Random, words: dict[str, str], language: str) -> list[Query]:
    """What is asked along the way by who types one word or two, with a pause here and there."""
    two = random.random() < 0.3
    whole = f"{words['thing']} {words['work']}" if two else words[random.choice(("thing", "compound"))]
    ends = range(SHORTEST_BEGUN, len(whole) + 1)
    return [_query(whole[:end], language, typing=True) for end in sorted(random.sample(ends, min(5, len(ends))))]


def _misspelt(random: Random, words: dict[str, str], language: str) -> list[Query]:
    """One letter is missing, too many or another, or two changed places."""
    word = words[random.choice(("thing", "compound"))]
    if len(word) < SHORTEST_MISSPELT:
        return []
    at = random.randrange(1, len(word) - 1)
    wrong: Sequence[str] = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + random.choice(LETTERS) + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return [_query(random.choice(wrong), language)]


def _sentence(random: Random, words: dict[str, str], language: str) -> list[Query]:
    return [_query(random.choice(SENTENCES[language]).format(**words), language)]


def _nothing(random: Random, words: dict[str, str], language: str) -> list[Query]:
    return [_query("".join(random.choices(LETTERS, k=random.randrange(6, 12))), language)]


def _query(words: str, language: str, *, typing: bool = False) -> Query:
    return {"q": words, "language": language, "typing": typing, "limit": 6 if typing else 20}


WAYS: dict[str, Callable[[Random, dict[str, str], str], list[Query]]] = {
    "one": _one,
    "two": _two,
    "typed": _typed,
    "misspelt": _misspelt,
    "sentence": _sentence,
    "nothing": _nothing,
}
