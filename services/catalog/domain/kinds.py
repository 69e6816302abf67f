"""Which kind of thing somebody brings, from their own words: klacht, wens, informatie or storing (KWIS).

What people say gives cues: that something does not work, that they would like something, that they ask, that
they are not satisfied. The items that fit their words best say of which kinds they are. Together they suggest a
kind, or none when two kinds fit about as well; the customer has the last word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from services.shared.vocabulary import Kind

# How much a cue tells: one that says it outright, one that says it mostly, and one that only leans that way.
OUTRIGHT, MOSTLY, LEANING = 3.0, 2.0, 1.0
# What the items tell: the best one, and those after it; an item that is of several kinds tells of its first the most.
BEST_ITEM, NEXT_ITEM, OTHER_KIND = 1.2, 0.4, 0.35
# With less than this, or no further ahead of the next kind, nothing is suggested.
ENOUGH, AHEAD = 1.2, 0.3

# An ending with `*` stands for any other; the words are without capitals and accents.
CUES: dict[Kind, dict[float, str]] = {
    Kind.MALFUNCTION: {
        OUTRIGHT: """
            kapot | stuk | defect* | storing* | doet het niet | doen het niet | doet het weer niet | werkt niet |
            werken niet | lekt | lekkage* | lek | verstopt | druppelt | drupt | overstroom* | knippert | flikkert |
            uitgevallen | valt uit | kortsluiting | gaat niet open | gaat niet dicht | gaat niet meer * |
            krijg * niet open | niet open | zit vast | zit los | klemt | vastgelopen | loopt vast | blijft dicht |
            blijft hangen | geen stroom | geen licht | geen warm water | geen beeld | geen geluid | laadt niet | broken
            | is out | is down | does not work | doesnt work | not working | wont * | will not * | leak* | blocked |
            clogged | flicker* | jammed | is stuck | no power | no hot water | no light | no sound | power cut | smashed
            | cracked | faulty | out of order
        """,
        MOSTLY: """
            ruikt | stinkt | stank | gaslucht | brandlucht | gemorst | overgegeven | muizen | ratten | wespen | glad |
            spekglad | te koud | te warm | ijskoud | benauwd | herrie | tocht | op is | is op | zijn op | is leeg |
            zit vol | is vol | los | gebroken | gescheurd | smells | stinks | spilled | spilt | mice | wasps | freezing
            | too cold | too hot | too warm | slippery | loose | noisy | is empty | is full | ran out
        """,
        LEANING: "piept | kraakt | kan niet | lukt niet | niet meer | kwijt | gestolen | lost | stolen | cannot",
    },
    Kind.WISH: {
        OUTRIGHT: """
            ik wil graag | wij willen graag | we willen graag | graag een | graag twee | ik zou graag | wil ik graag |
            bestellen | bestel | aanvragen | aanvraag | reserveren | reservering | regelen | aanmelden | mag ik een |
            mogen wij een | kan ik een | kunnen we een | kunnen wij een | i would like | id like | we would like |
            wed like | may i have | can i have | can we have | could i have | could we have | i want to order | to order
            | to book | please book | please arrange
        """,
        MOSTLY: """
            nieuw | nieuwe | extra | graag | nodig | wil | willen | wens | verhuizen | verhuizing | laten * | ophalen |
            weghalen | plaatsen | ophangen | order | book | reserve | request | need | needs | new | another | arrange |
            want | please | move to | pick up | kunnen * worden | kan * worden
        """,
        LEANING: """
            voor * personen | voor * man | voor * mensen | voor * collegas | morgen | volgende week | for * people
        """,
    },
    Kind.INFORMATION: {
        OUTRIGHT: """
            hoe laat | waar kan ik | waar is | waar vind* | waar staat | waar zet | waar moet | wanneer | welke |
            hoe werkt | hoe kan ik | hoe moet | hoe krijg | hoe zet | hoe meld | hoe vraag | wat moet | wat kost |
            wat zijn de | wat is het | tot hoe laat | mag ik | mogen wij | is het toegestaan | ik vraag me af | weet u |
            weten jullie | vraag over | informatie over | openingstijd* | what time | where can | where is | where are |
            where do | how do | how can | how does | how much | when is | when does | when do | when are | which |
            what are | what is | am i allowed | is it allowed | can i bring | opening hours | information about |
            question about | until when
        """,
        MOSTLY: "hoe | waar | waarom | wie | vraag | how | where | when | why | who | what | krijg ik",
        LEANING: "wat | is het | zijn er | heeft | hebben jullie | is there | are there | do you | does",
    },
    Kind.COMPLAINT: {
        OUTRIGHT: """
            klacht* | klagen | klaag | ontevreden | niet tevreden | teleurgesteld | onbeleefd* | onvriendelijk* |
            onbeschoft* | belachelijk | schandalig | schande | onacceptabel* | ik baal | zat van | zoveelste keer |
            nog steeds geen | nog steeds niet | nooit teruggebeld | niet teruggebeld | complaint* | complain |
            complaining | unhappy | dissatisfied | not satisfied | disappoint* | rude | unfriendly | unacceptable |
            ridiculous | fed up | still has not | still have not | still nothing | nobody called | never called |
            annoyed | sick of
        """,
        MOSTLY: """
            alweer | steeds weer | elke keer | iedere keer | voor de derde keer | derde keer | al weken | al maanden |
            weer niet | slecht | slechte | slordig | vies | vieze | veel te lang | duurt te lang | te laat | smerig |
            niet nagekomen | afspraak | koude soep | niet te eten | te duur | every time | third time | again and again
            | for weeks | for months | poor | sloppy | dirty | filthy | too long | too late | too expensive | promised
        """,
        LEANING: "weer | nooit | altijd | again | never | always | jammer",
    },
}
# An advantage over all cues within it: who asks how to complain, asks.
ASKS_HOW = re.compile(r"^(hoe|waar|how|where)\b.*\b(klacht|klagen|complaint|complain)\b")
# Who asks politely whether something can be done, wants it done.
POLITE = re.compile(
    r"^(kan|kunnen|kunt|zou|zouden|willen|wilt|can|could|would|will) "
    r"(iemand|jullie|u|je|somebody|someone|you|het|de|er)\b"
)
APOSTROPHES = re.compile(r"['’`]")
WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class SuggestedKind:
    """The kind that fits, and why: the words that say so, and whether the best items do."""

    kind: Kind
    because: tuple[str, ...]
    by_item: bool


def suggest_kind(text: str, items: Sequence[Sequence[str]] = ()) -> SuggestedKind | None:
    """The kind that these words tell of, with the kinds of the items that fit best; None when that is not sure."""
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text.lower()))
    said = " ".join(WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))
    if not said:
        return None
    found = {kind: list(_cues_in(said, kind)) for kind in Kind}
    score = {kind: _told_by(weight for weight, _ in cues) for kind, cues in found.items()}
    score[Kind.INFORMATION] += MOSTLY if text.rstrip().endswith("?") and not POLITE.search(said) else 0.0
    score[Kind.INFORMATION] += 2 * OUTRIGHT if ASKS_HOW.search(said) else 0.0
    score[Kind.WISH] += MOSTLY if POLITE.search(said) else 0.0
    by_items = _told_by_items(items)
    best, second = sorted(Kind, key=lambda kind: -(score[kind] + by_items.get(kind, 0.0)))[:2]
    ahead = score[best] + by_items.get(best, 0.0) - score[second] - by_items.get(second, 0.0)
    if score[best] + by_items.get(best, 0.0) < ENOUGH or ahead < AHEAD:
        return None
    return SuggestedKind(best, _longest(words for _, words in found[best]), by_items.get(best, 0.0) > 0)


def _longest(cues: Iterable[str]) -> tuple[str, ...]:
    """Cues without those that are a part of another one."""
    every = tuple(dict.fromkeys(cues))
    return tuple(cue for cue in every if not any(cue in other and cue != other for other in every))


def _told_by(weights: Iterable[float]) -> float:
    """What cues tell together: the best one all of it, each further one a little."""
    best = sorted(weights, reverse=True)
    return best[0] + sum(best[1:]) * 0.4 if best else 0.0


def _told_by_items(items: Sequence[Sequence[str]]) -> dict[Kind, float]:
    told: dict[Kind, float] = {}
    for place, kinds in enumerate(items):
        whole = BEST_ITEM if place == 0 else NEXT_ITEM
        for n, kind in enumerate(kinds):
            told[Kind(kind)] = told.get(Kind(kind), 0.0) + whole * (1.0 if n == 0 else OTHER_KIND)
    return told


def _cues_in(said: str, kind: Kind) -> Iterator[tuple[float, str]]:
    for weight, pattern in _patterns(kind):
        if there := pattern.search(said):
            yield weight, there[0]


@cache
def _patterns(kind: Kind) -> tuple[tuple[float, re.Pattern[str]], ...]:
    return tuple(
        (weight, re.compile(r"\b" + cue.strip().replace(" * ", r" (?:\w+ ){1,4}?").replace("*", r"\w*") + r"\b"))
        for weight, cues in CUES[kind].items()
        for cue in cues.replace("\n", " ").split("|")
    )
