"""Finding by words, the same on both databases."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from services.shared.errors import Invalid
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from services.shared.kit.search import MOST_WORDS, contains, digits_of, words_of
from tests.shared.kit.probe import NOON, NoteRow, make_tables

PLACES = {
    "brug": ("Vergaderzaal De Brug", "SH-2-14"),
    "cafe": ("Café Zoë", "100%"),
    "strasse": ("Straße_1", "A.B"),
    "istanbul": ("İstanbul ΣΊΣΥΦΟΣ", "O'Brien \\ zonen"),
}


@pytest.fixture
def places(database):
    with database.transaction() as session:
        for subject, texts in PLACES.items():
            session.add(NoteRow(subject=subject, text=words_of(*texts), written_at=NOON))
    return database


def find(database, asked):
    with database.reading() as session:
        conditions = contains(NoteRow.text, asked)
        statement = select(NoteRow.subject).where(*conditions).order_by(NoteRow.subject)
        return list(session.scalars(statement))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("brug", ["brug"]),
        ("BRUG", ["brug"]),
        ("rgader", ["brug"]),
        ("brug vergaderzaal", ["brug"]),
        ("brug sh-2", ["brug"]),
        ("brug cafe", []),
        ("cafe", ["cafe"]),
        ("CAFÉ", ["cafe"]),
        ("cafe\u0301 zoe", ["cafe"]),
        ("strasse", ["strasse"]),
        ("STRAẞE", ["strasse"]),
        ("istanbul", ["istanbul"]),
        ("σίσυφος", ["istanbul"]),
        ("o'brien", ["istanbul"]),
        ("\\", ["istanbul"]),
        ("%", ["cafe"]),
        ("100%", ["cafe"]),
        ("_", ["strasse"]),
        ("a.b", ["strasse"]),
        ("a_b", []),
        ("'; drop table note; --", []),
        ("", list(sorted(PLACES))),
        ("   ", list(sorted(PLACES))),
        ("  brug\t\n ", ["brug"]),
        ("brug brug", ["brug"]),
        ("brug rug vergader", ["brug"]),
        ("brug brugge", []),
        ("/", []),
        (":text %(text)s {text}", []),
    ],
)
def test_every_word_must_occur(places, asked, found):
    assert find(places, asked) == found


def test_words_beyond_the_eighth_are_not_looked_for(places):
    assert find(places, " ".join(["brug"] * MOST_WORDS + ["nowhere"])) == ["brug"]
    assert find(places, " ".join(["brug"] * (MOST_WORDS - 1) + ["nowhere"])) == []


def test_words_are_small_and_plain():
    assert words_of("Ayşe Yılmaz-Kaya") == words_of("AYSE yilmaz-kaya") == "ayse yilmaz-kaya"
    assert words_of("  Café\n Zoë ", None, "", "ÅÆØ", "ﬁets") == "cafe zoe aæø fiets"
    assert words_of() == words_of(None) == ""


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    database = Database(Config(data=tmp_path_factory.mktemp("scratch")), "probe")
    make_tables(database)
    yield database
    database.close()


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=TEXT, word=TEXT.filter(lambda text: text.strip()), after=TEXT)
def test_what_is_in_a_text_is_found_in_it(scratch, before, word, after):
    with scratch.transaction() as session:
        session.query(NoteRow).delete()
        session.add(NoteRow(subject="M1", text=words_of(before, word, after), written_at=NOON))

    assert find(scratch, word) == ["M1"]
    assert find(scratch, word.upper()) == ["M1"]


@pytest.mark.parametrize(("told", "digits"), [("M26-000042", 42), ("W26-999999999999999", 999999999999999), ("7", 7)])
def test_the_digits_of_a_number(told, digits):
    assert digits_of(told) == digits


@pytest.mark.parametrize(
    "told", ["", "M26", "M26-", "M26-x", "M26-4.2", "M26-²", "M26-٤٢", "M26-1" + "0" * 15, "M26--", "M26-1 "]
)
def test_what_is_no_number_of_ours_is_refused(told):
    with pytest.raises(Invalid) as refusal:
        digits_of(told)

    assert refusal.value.args == (
        f"There is nothing to go on after {told}.",
        {"after": ["Give the `next` of the page before."]},
    )
