"""Words as a search takes them: in small letters, without accents, and as the stem that their forms share."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

from services.shared.kit.search import words_of

WORD = re.compile(r"[^\W_]+")
MOST_TERMS = 8
LONGEST_WORD = 60
# Words that are in everything that people ask, and tell nothing of what they ask for.
_EMPTY = """
aan al als ben bent bij dan dat de den der deze die dit doen doet door dus een en er ga gaan ge geen graag had hallo
hebben hebt heb heeft het hier hij hoe ik ie in is je jij jullie kan kun kunnen kunt maar me mee meer men met mij mijn
moet moeten mag na naar niet nodig nog nu of om omdat onder ons onze ook op over per svp te ten ter toch tot u uit uw
van voor waar waarom wanneer want was wat we wel welke wie wij wil willen worden wordt ze zich zij zijn zo zou
a about an and any are as at be been but by can do does for from had has have hello help here hi how i if into its
it just like may me my need no not of on or our please should so some that the their them then there they this to us
want we what when where which who why will with would you your
"""
EMPTY = frozenset(_EMPTY.split())
# Words for what is the matter with something, or is to be done with it, which tell less than what that something is.
_LITTLE = """
kapot stuk defect defecte storing probleem problemen werkt werken loopt ligt zit zitten blijft gaat vast los weg eruit
vies vieze vuil vuile leeg lege vol volle kwijt verloren vergeten gezien nieuw nieuwe ander andere extra aanvragen
aanvraag bestellen regelen krijgen melden lukt
broken broke defective faulty issue problem works working stuck loose dirty empty full lost forgot forgotten gone
new another extra order request get report
"""
SAYING_LITTLE = frozenset(_LITTLE.split())
_dutch, _english = snowballstemmer.stemmer("dutch"), snowballstemmer.stemmer("english")


# Who asks something wants an answer; who says something wants it done.
_ASKING = "hoe hoelaat waar waarheen wanneer welke waarom mag mogen how where when which why may"
_BEGINS_ASKING = "wat wie is zijn kan kun kunnen heeft hebben moet what who is are can does do am"
ASKING, BEGINS_ASKING = frozenset(_ASKING.split()), frozenset(_BEGINS_ASKING.split())


def tokens(*texts: str) -> list[str]:
    """The words of these texts, in their order."""
    return [word[:LONGEST_WORD] for word in WORD.findall(words_of(*texts))]


def telling(text: str) -> list[str]:
    """The words of a question that tell what it is about; when none does, all of them."""
    said = list(dict.fromkeys(tokens(text)))
    return [word for word in said if word not in EMPTY][:MOST_TERMS] or said[:MOST_TERMS]


def is_asking(text: str) -> bool:
    """Whether this is a question, rather than something to be done."""
    said = tokens(text)
    return text.rstrip().endswith("?") or bool(ASKING & set(said)) or (bool(said) and said[0] in BEGINS_ASKING)


@lru_cache(maxsize=100_000)
def forms(word: str) -> tuple[str, ...]:
    """A word, and its stems in the languages of the desk."""
    return tuple(dict.fromkeys((word, _dutch.stemWord(word), _english.stemWord(word))))
