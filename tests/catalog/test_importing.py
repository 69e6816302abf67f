"""A catalogue from a file: only what is new is published, all of it or nothing, and each mistake is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from marshmallow import Schema, fields
from sqlalchemy import select, update

from services.catalog import views
from services.catalog.domain.lines import Problem
from services.catalog.domain.sheets import KINDS, SHEETS, Sheet
from services.catalog.storage.entries import ROWS, WORDS
from services.catalog.storage.tables import CategoryRow
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.applying import apply_import
from services.catalog.use_cases.articles import publish_article, rate_article, retire_article
from services.catalog.use_cases.counting import NAMED_AT_MOST, Count, Named
from services.catalog.use_cases.exporting import export_catalogue, sheets_of
from services.catalog.use_cases.importing import CONTRACTS, NO_SUCH_PICTURE, Plan, plan_import
from services.catalog.use_cases.items import publish_item, retire_item, save_draft
from services.catalog.use_cases.keeping import define_category
from services.catalog.use_cases.reading import (
    Offer,
    offer_of_document,
    offer_of_file,
    offer_of_kept,
    offer_of_tables,
    read_once,
)
from services.demo.teller import fill_catalogue
from services.shared.contracts.definitions import NO_THOUSANDS
from services.shared.errors import Forbidden, Refused
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.tables import LOOKS_LIKE_A_FORMULA, Table, WrongCell, csv_of, document_of, read_document
from tests.catalog.builders import (
    LATER,
    NOW,
    an_article,
    an_item,
    catalog,
    everything,
    lay_the_ground,
    looking,
    published,
    refusal_of,
)
from tests.desk import ADMIN, AGENT, CUSTOMER, MANAGER, until
from tests.shared.kit.probe import waiting_for_a_lock

Cells = dict[str, list[dict[str, str]]]
BOTH = {"nl": "Iets", "en": "Something"}


@pytest.fixture
def lamp(config: Config) -> Config:
    """A desk with a category, a lamp and an article about it."""
    lay_the_ground(config)
    published(config)
    with catalog(config) as work:
        publish_article(work, an_article(items=["lamp-kapot"]), NOW)
    return config


def exported(config: Config) -> Cells:
    """The whole catalogue as sheets, each row by column."""
    with looking(config, ADMIN) as work:
        tables = sheets_of(export_catalogue(work))
    return {one.name: [dict(zip(one.headings, map(str, row), strict=True)) for row in one.rows] for one in tables}


def tables(cells: Cells) -> list[Table]:
    """Sheets as they are read from a file; the columns are those of the first row, or all when there is no row."""
    made = []
    for name, rows in cells.items():
        headings = list(rows[0]) if rows else list(SHEETS[name].headings)
        made.append(Table(name, headings, [[row.get(heading, "") for heading in headings] for row in rows]))
    return made


def planned(config: Config, offer: Offer | Cells) -> Plan:
    """What an import would do."""
    with looking(config, MANAGER) as work:
        return plan_import(work, offer if isinstance(offer, Offer) else offer_of_tables(tables(offer)))


def imported(config: Config, offer: Offer | Cells) -> list[tuple[str, dict[str, Any]]]:
    """Import it; answers what was told."""
    plan = planned(config, offer)
    with catalog(config, MANAGER) as work:
        apply_import(work, plan, LATER)
        told = work.journal.told
    return told


def told_of(told: list[tuple[str, dict[str, Any]]]) -> list[tuple[str, str, int | None]]:
    return [(event, data["code"], data.get("version")) for event, data in told]


def test_what_was_exported_changes_nothing_when_it_is_imported(config: Config) -> None:
    with catalog(config) as work:
        fill_catalogue(work, NOW)
    before, cells = everything(config), exported(config)
    assert {name: len(rows) for name, rows in cells.items()} == {
        "categories": 17,
        "items": 75,
        "questions": 291,
        "choices": 497,
        "steps": 42,
        "articles": 41,
    }
    with looking(config, ADMIN) as work:
        document = document_of(export_catalogue(work))
    for offer in (offer_of_tables(tables(cells)), offer_of_document(read_document(document, "it"))):
        plan = planned(config, offer)
        assert plan.problems == []
        assert plan.tally.counts == {name: Count(unchanged=len(rows)) for name, rows in cells.items()}
        assert imported(config, offer) == []
        assert everything(config) == before
    assert exported(config) == cells
    with looking(config, ADMIN) as work:
        assert document_of(export_catalogue(work)) == document


def test_a_whole_catalogue_comes_into_an_empty_desk_as_it_was(config: Config) -> None:
    with catalog(config) as work:
        fill_catalogue(work, NOW)
        told = [one for one in work.journal.told if one[0] not in ("calendar_defined", "service_level_defined")]
    cells = exported(config)
    with looking(config, ADMIN) as work:
        definitions = export_catalogue(work)
    for offer in (offer_of_tables(tables(cells)), offer_of_document(dict(definitions))):
        with catalog(config) as work:
            for table in reversed(CatalogWork.tables.journal.metadata.sorted_tables):
                if table.name in ("category", "item", "article", "article_item", "version", "entry", "word", "journal"):
                    work.session.execute(table.delete())
        assert exported(config)["items"] == []
        again = imported(config, offer)
        assert sorted(map(repr, again)) == sorted(map(repr, told))
        assert exported(config) == cells
        with looking(config, ADMIN) as work:
            assert export_catalogue(work) == definitions
            (version,) = work.versions.of("item", cells["items"][0]["code"])
            assert (version.published_at, version.published_by) == (LATER, "Hans Rademaker")


def test_only_what_differs_is_published(lamp: Config) -> None:
    published(lamp, code="stoel")
    cells = exported(lamp)
    cells["items"][0] |= {"name_nl": "Lamp stuk", "price": "12,5", "payer": "customer"}
    plan = planned(lamp, cells)
    assert plan.problems == []
    assert plan.tally.counts["items"] == Count(changed=1, unchanged=1)
    assert plan.tally.counts["questions"] == Count(unchanged=4)
    assert told_of(imported(lamp, cells)) == [("catalogue_item_published", "lamp-kapot", 2)]
    with looking(lamp) as work:
        item = work.items.get("lamp-kapot")
        assert item.definition is not None
        assert item.definition["name"] == {"nl": "Lamp stuk", "en": "Broken lamp"}
        assert item.definition["price"] == {"amount": "12.50", "unit": None, "payer": "customer"}
        assert [row.version for row in work.versions.of("item", "lamp-kapot")] == [2, 1]
        assert (work.items.get("stoel").version, work.articles.all_published()[0]["code"]) == (1, "lamp-vervangen")


def test_what_is_imported_is_found_by_its_new_words_and_no_longer_by_the_old_ones(lamp: Config) -> None:
    cells = exported(lamp)
    cells["items"][0] |= {"name_nl": "Peer defect", "description_nl": "Hij doet het niet.", "keywords": "gloeilamp"}
    imported(lamp, cells)
    with catalog(lamp) as work:
        rows = work.session.execute(ROWS.select().where(ROWS.c.code == "lamp-kapot")).all()
        assert [(row.title, row.keyword_words) for row in rows if row.language == "nl"] == [
            ("Peer defect", "gloeilamp")
        ]
        work.entries.forget("item", "lamp-kapot")
        work.entries.forget("article", "lamp-vervangen")
    with looking(lamp) as work:
        assert set(work.session.scalars(select(WORDS.c.uses))) == {0}


def test_what_is_not_in_the_file_stays_as_it_is(lamp: Config) -> None:
    published(lamp, price={"amount": "5.00"}, lead_time={"amount": 2, "unit": "days"}, steps=[STEP])
    sheet = {"items": [{name: cell for name, cell in exported(lamp)["items"][0].items() if name in NEEDED_OF_ITEMS}]}
    assert planned(lamp, sheet).size == 0
    sheet["items"][0]["name_nl"] = "Lamp stuk"
    with looking(lamp) as work:
        before = work.items.get("lamp-kapot").definition or {}
    imported(lamp, sheet)
    with looking(lamp) as work:
        after = work.items.get("lamp-kapot").definition
        assert after == before | {"name": {"nl": "Lamp stuk", "en": "Broken lamp"}}


NEEDED_OF_ITEMS = ("code", "name_nl", "name_en", "description_nl", "description_en", "category", "kinds")
STEP = {"code": "gang", "team": "TECHNIEK", "title": BOTH}


def test_questions_without_their_other_columns_keep_those_and_their_choices(lamp: Config) -> None:
    choices = [{"code": code, "name": BOTH} for code in ("ja", "nee")]
    published(lamp, questions=[{"code": "spoed", "text": BOTH, "type": "choice", "help": BOTH, "choices": choices}])
    cells = exported(lamp)
    names = ("item", "code", "text_nl", "text_en", "type")
    del cells["choices"]
    cells["questions"] = [{name: row[name] for name in names} for row in cells["questions"]]
    assert planned(lamp, cells).size == 0
    cells["questions"][0]["text_nl"] = "Is het dringend?"
    imported(lamp, cells)
    with looking(lamp) as work:
        (question,) = (work.items.get("lamp-kapot").definition or {})["questions"]
    assert question["text"] == {"nl": "Is het dringend?", "en": "Something"}
    assert (question["help"], question["choices"]) == (BOTH, choices)


def test_questions_go_when_they_are_no_longer_on_their_sheet_and_stand_by_their_place(lamp: Config) -> None:
    cells = exported(lamp)
    cells["questions"][0]["place"], cells["questions"][1]["place"] = "2", "1"
    assert planned(lamp, cells).tally.counts["questions"] == Count(changed=2)
    imported(lamp, cells)
    assert [row["code"] for row in exported(lamp)["questions"]] == ["plek", "aantal"]
    cells["questions"][0]["place"] = ""
    imported(lamp, cells)
    assert [row["code"] for row in exported(lamp)["questions"]] == ["plek", "aantal"], "without a place it comes last"
    del cells["questions"][1]
    assert planned(lamp, cells).tally.counts["questions"] == Count(changed=1, gone=1)
    imported(lamp, cells)
    assert [(row["code"], row["place"]) for row in exported(lamp)["questions"]] == [("aantal", "1")]


def test_what_refers_to_what_is_in_the_same_file_may_come_before_it(config: Config) -> None:
    document = {
        "articles": [plain(an_article(items=["stoel"]))],
        "items": [lamp_of("LICHT", related=["stoel"]), lamp_of("ELEKTRA", code="stoel", related=["lamp-kapot"])],
        "categories": [
            {"code": "LICHT", "name": BOTH, "within": "ELEKTRA"},
            {"code": "ELEKTRA", "name": BOTH, "within": "ALLES"},
            {"code": "ALLES", "name": BOTH},
        ],
    }
    assert told_of(imported(config, offer_of_document(document))) == [
        ("category_defined", "ALLES", None),
        ("category_defined", "ELEKTRA", None),
        ("category_defined", "LICHT", None),
        ("catalogue_item_published", "lamp-kapot", 1),
        ("catalogue_item_published", "stoel", 1),
        ("article_published", "lamp-vervangen", 1),
    ]


def plain(asked: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in asked.items() if name != "review_on"}


def lamp_of(category: str, **different: Any) -> dict[str, Any]:
    return {
        "code": "lamp-kapot",
        "name": BOTH,
        "description": BOTH,
        "category": category,
        "kinds": ["malfunction"],
    } | different


WRONG: list[tuple[str, dict[tuple[str, int, str], str], list[Problem]]] = [
    (
        "a_price_below_zero",
        {("items", 2, "price"): "-1"},
        [Problem("items", 2, "price", "Give an amount of zero or more.")],
    ),
    (
        "no_price",
        {("items", 2, "price"): "gratis"},
        [Problem("items", 2, "price", "Give an amount in euros, as 12.50.")],
    ),
    *(
        (f"thousands_in_{column}", {(sheet, row, column): text}, [Problem(sheet, row, column, NO_THOUSANDS)])
        for sheet, row, column, text in (
            ("items", 2, "price", "1.500"),
            ("items", 2, "price", "1,500"),
            ("questions", 2, "lowest", "1.500"),
            ("questions", 2, "highest", "1,500"),
        )
    ),
    (
        "thousands_in_approval",
        {("items", 2, "approval"): "above_amount", ("items", 2, "approval_above"): "1.250.000"},
        [Problem("items", 2, "approval_above", NO_THOUSANDS)],
    ),
    ("a_payer_of_nothing", {("items", 2, "payer"): "nobody"}, [Problem("items", 2, "price", "Fill this in.")]),
    (
        "no_name",
        {("items", 2, "name_nl"): "", ("items", 2, "name_en"): " "},
        [Problem("items", 2, "name_nl", "Fill this in."), Problem("items", 2, "name_en", "Fill this in.")],
    ),
    ("half_a_help", {("questions", 3, "help_nl"): "Zo."}, [Problem("questions", 3, "help_en", "Fill this in.")]),
    ("no_code", {("articles", 2, "code"): ""}, [Problem("articles", 2, "code", "Fill this in.")]),
    (
        "a_code_that_is_none",
        {("categories", 2, "code"): "A B"},
        [Problem("categories", 2, "code", "Use letters, digits, '.', '_' and '-' only.")],
    ),
    (
        "an_unknown_category",
        {("items", 2, "category"): "LICHT"},
        [Problem("items", 2, "category", "There is no category LICHT.")],
    ),
    (
        "an_unknown_kind",
        {("items", 2, "kinds"): "wish; wens"},
        [Problem("items", 2, "kinds", "Must be one of: complaint, wish, information, malfunction.")],
    ),
    (
        "an_unknown_calendar",
        {("items", 2, "calendar"): "nacht", ("items", 2, "service_level"): "snel"},
        [
            Problem("items", 2, "calendar", "There is no calendar nacht."),
            Problem("items", 2, "service_level", "There is no service level snel."),
        ],
    ),
    (
        "an_unknown_related_item",
        {("items", 2, "related"): "stoel"},
        [Problem("items", 2, "related", "There is no other catalogue item stoel.")],
    ),
    (
        "a_day_that_is_none",
        {("items", 2, "valid_from"): "31-3-2026"},
        [Problem("items", 2, "valid_from", "Give a date as 2026-03-31.")],
    ),
    (
        "days_the_wrong_way_round",
        {("items", 2, "valid_from"): "2026-03-02", ("items", 2, "valid_to"): "2026-03-01"},
        [Problem("items", 2, "valid_to", "This is before the first day.")],
    ),
    (
        "a_lead_time_that_is_none",
        {("items", 2, "lead_time"): "morgen"},
        [Problem("items", 2, "lead_time", "Write it as 2 days or 4 hours.")],
    ),
    (
        "no_lead_time_at_all",
        {("items", 2, "lead_time"): "0 days"},
        [Problem("items", 2, "lead_time", "Must be greater than or equal to 1 and less than or equal to 1000.")],
    ),
    (
        "approval_above_nothing",
        {("items", 2, "approval"): "above_amount"},
        [Problem("items", 2, "approval", "Say above which amount it needs approval.")],
    ),
    (
        "a_question_of_no_item",
        {("questions", 3, "item"): "stoel"},
        [Problem("questions", 3, "item", "There is no item stoel on the sheet items.")],
    ),
    ("a_question_of_nothing", {("questions", 3, "item"): ""}, [Problem("questions", 3, "item", "Fill this in.")]),
    (
        "two_questions_of_one_code",
        {("questions", 3, "code"): "aantal"},
        [Problem("questions", 3, "code", "Two questions have this code.")],
    ),
    (
        "a_condition_on_no_question",
        {("questions", 2, "condition"): "plek=hier"},
        [
            Problem(
                "questions", 2, "condition", "It is asked depending on plek, and no question before it has that code."
            )
        ],
    ),
    (
        "a_place_that_is_none",
        {("questions", 2, "place"): "eerst"},
        [Problem("questions", 2, "place", "Give a whole number.")],
    ),
    (
        "yes_in_another_way",
        {("questions", 3, "required"): "misschien"},
        [Problem("questions", 3, "required", "Write yes or no.")],
    ),
    (
        "a_number_that_is_none",
        {("questions", 2, "highest"): "veel"},
        [Problem("questions", 2, "highest", "Not a valid number.")],
    ),
    (
        "limits_the_wrong_way_round",
        {("questions", 2, "highest"): "0"},
        [Problem("questions", 2, "highest", "The lowest is above the highest.")],
    ),
    (
        "a_choice_without_choices",
        {("questions", 3, "type"): "choice"},
        [Problem("questions", 3, "choices", "Give at least two choices.")],
    ),
    (
        "advice_that_is_never_given",
        {("questions", 3, "advice_nl"): "Bel.", ("questions", 3, "advice_en"): "Call."},
        [Problem("questions", 3, "stop", "Fill this in.")],
    ),
    (
        "html_in_an_article",
        {("articles", 2, "body_en"): "<b>Turn</b>"},
        [Problem("articles", 2, "body_en", "HTML is not used here: <b>. Write Markdown.")],
    ),
    (
        "an_article_about_nothing",
        {("articles", 2, "items"): "lamp-kapot; stoel"},
        [Problem("articles", 2, "items", "There is no catalogue item stoel.")],
    ),
    (
        "a_category_within_nothing",
        {("categories", 2, "within"): "ALLES"},
        [Problem("categories", 2, "within", "There is no category ALLES.")],
    ),
    (
        "everything_at_once",
        {
            ("items", 2, "price"): "-1",
            ("items", 2, "category"): "",
            ("articles", 2, "public"): "?",
            ("categories", 2, "name_en"): "x" * 201,
        },
        [
            Problem("categories", 2, "name_en", "Use at most 200 characters; this has 201."),
            Problem("items", 2, "category", "Fill this in."),
            Problem("items", 2, "price", "Give an amount of zero or more."),
            Problem("articles", 2, "public", "Write yes or no."),
        ],
    ),
]


@pytest.mark.parametrize(("changes", "problems"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG])
def test_what_is_wrong_is_named_by_its_row_and_column_and_nothing_is_kept(
    lamp: Config, changes: dict[tuple[str, int, str], str], problems: list[Problem]
) -> None:
    cells = exported(lamp)
    for (sheet, row, column), text in changes.items():
        cells[sheet][row - 2][column] = text
    plan = planned(lamp, cells)
    assert plan.problems == problems
    refusal = refusal_of(lamp, MANAGER, lambda work: apply_import(work, plan, LATER))
    assert (refusal.code, refusal.message) == (
        "rows_are_wrong",
        f"This cannot be imported; wrong in it: {len(problems)}.",
    )


def test_two_rows_of_one_code_are_refused(lamp: Config) -> None:
    cells = exported(lamp)
    cells["items"] += [{}, cells["items"][0]]
    assert planned(lamp, cells).problems == [Problem("items", 4, "code", "lamp-kapot is on row 2 too.")]


def test_categories_that_go_round_are_refused(lamp: Config) -> None:
    rows = [("A", "B"), ("B", "C"), ("C", "B")]
    cells = {"categories": [{"code": code, "name_nl": "x", "name_en": "x", "within": above} for code, above in rows]}
    assert planned(lamp, cells).problems == [
        Problem("categories", 3, "within", "B would be within itself, by way of C and B."),
        Problem("categories", 4, "within", "C would be within itself, by way of B and C."),
    ]


def test_a_category_may_not_be_put_below_what_is_within_it(lamp: Config) -> None:
    with catalog(lamp) as work:
        define_category(work, "LICHT", BOTH, NOW, within="ELEKTRA")
    cells = {"categories": [{"code": "ELEKTRA", "name_nl": "x", "name_en": "x", "within": "LICHT"}]}
    assert planned(lamp, cells).problems == [
        Problem("categories", 2, "within", "ELEKTRA would be within itself, by way of LICHT and ELEKTRA."),
    ]


def test_steps_that_wait_for_each_other_are_refused(lamp: Config) -> None:
    published(lamp, steps=[STEP, STEP | {"code": "klaar", "after": ["gang"]}])
    cells = exported(lamp)
    cells["steps"][0]["after"] = "klaar"
    reason = "These steps wait for each other: gang, klaar, gang."
    assert planned(lamp, cells).problems == [Problem("steps", row, "after", reason) for row in (2, 3)]


def test_of_more_steps_than_an_item_may_have_the_first_are_judged(lamp: Config) -> None:
    codes = ["een", "een", *(f"stap-{number}" for number in range(3, 41)), "te-veel", "te-veel"]
    steps = [STEP | {"code": code, "after": ["te-veel"] if code == "stap-3" else []} for code in codes]
    with looking(lamp, ADMIN) as work:
        item = export_catalogue(work)["items"][0]
    assert planned(lamp, offer_of_document({"items": [item | {"steps": steps}]})).problems == [
        Problem("items", 1, "steps", "Longer than maximum length 40."),
        Problem("items", 1, "steps.een.code", "Two steps have this code."),
    ]


def test_a_choice_of_no_question_and_an_unknown_answer_are_refused(lamp: Config) -> None:
    choices = [{"code": code, "name": BOTH} for code in ("ja", "nee")]
    spoed = {"code": "spoed", "text": BOTH, "type": "choice", "choices": choices}
    published(lamp, questions=[spoed, {"code": "waarom", "text": BOTH, "type": "text"}])
    cells = exported(lamp)
    cells["choices"].append(cells["choices"][0] | {"question": "haast"})
    cells["questions"][1]["condition"] = "spoed=ja; misschien"
    assert planned(lamp, cells).problems == [
        Problem("questions", 3, "condition", "There is no choice misschien."),
        Problem("choices", 4, "question", "There is no question haast of lamp-kapot on the sheet questions."),
    ]


def test_unknown_sheets_and_columns_are_refused_by_name(lamp: Config) -> None:
    cells = exported(lamp)
    cells["item"] = [{"code": "x"}]
    cells["zomaar"] = [{"code": "x"}]
    cells["items"][0]["prise"] = "1"
    del cells["articles"][0]["title_nl"]
    made = [*tables(cells)]
    made[0].headings = [*made[0].headings, "code", ""]
    assert planned(lamp, offer_of_tables(made)).problems == [
        Problem("item", None, None, "There is no such sheet. Did you mean items?"),
        Problem(
            "zomaar",
            None,
            None,
            "There is no such sheet. There are: categories, items, questions, choices, steps, articles.",
        ),
        Problem("categories", 1, "code", "This column is there twice."),
        Problem("categories", 1, "without a name", "Name it."),
        Problem("items", 1, "prise", "There is no such column. Did you mean price?"),
        Problem("articles", 1, "title_nl", "This column is missing."),
    ]


def test_a_cell_that_could_not_be_read_is_told_once(lamp: Config) -> None:
    made = tables(exported(lamp))
    made[1].wrong.append(WrongCell(2, "price", "This is a formula."))
    made[1].rows = [
        ["=1" if name == "price" else cell for name, cell in zip(made[1].headings, made[1].rows[0], strict=True)]
    ]
    assert planned(lamp, offer_of_tables(made)).problems == [Problem("items", 2, "price", "This is a formula.")]


@pytest.mark.parametrize("document", [[], "items", {"items": {}}, None])
def test_a_document_that_is_no_catalogue_is_refused(document: Any) -> None:
    with pytest.raises(Refused) as refused:
        offer_of_document(document)
    assert refused.value.code == "no_catalogue"


def test_in_a_document_what_is_wrong_is_named_by_its_place(lamp: Config) -> None:
    item = lamp_of("LICHT", colour="red", price={"amount": "-1"})
    questions = [{"code": "spoed", "text": {"nl": "?"}, "type": "choice"}, {"text": BOTH, "type": "tekst", "code": 3}]
    document = {
        "items": [item, lamp_of("ELEKTRA", code="stoel", questions=questions), 3, lamp_of("LICHT", code="a\0")],
        "item": [],
        "articles": [plain(an_article(body={"nl": "<i>", "en": "x"}))] * 2,
    }
    del item["description"]
    assert planned(lamp, offer_of_document(document)).problems == [
        Problem("item", None, None, "There is no such list. Did you mean items?"),
        Problem("items", 1, "category", "There is no category LICHT."),
        Problem("items", 1, "description", "Missing data for required field."),
        Problem("items", 1, "price.amount", "Give an amount of zero or more."),
        Problem("items", 1, "colour", "Unknown field."),
        Problem("items", 2, "questions.spoed.text.en", "Missing data for required field."),
        Problem("items", 2, "questions.3.code", "Not a valid string."),
        Problem("items", 2, "questions.3.type", f"Must be one of: {TYPES}."),
        Problem("items", 3, None, "Invalid input type."),
        Problem("items", 4, "code", "This contains a character that cannot be kept: U+0000."),
        Problem("items", 4, "category", "There is no category LICHT."),
        Problem("articles", 1, "body.nl", "HTML is not used here: <i>. Write Markdown."),
        Problem("articles", 2, "code", "lamp-vervangen is on row 1 too."),
        Problem("articles", 2, "body.nl", "HTML is not used here: <i>. Write Markdown."),
    ]


TYPES = "text, long_text, number, date, time, choice, choices, location, person, file"


def test_a_change_meanwhile_is_not_overwritten(lamp: Config) -> None:
    cells = exported(lamp)
    cells["items"][0]["name_nl"] = "Lamp stuk"
    plan = planned(lamp, cells)
    published(lamp, keywords=["peertje"])
    refusal = refusal_of(lamp, MANAGER, lambda work: apply_import(work, plan, LATER))
    assert refusal.code == "catalogue_changed_meanwhile"


def test_what_readers_and_keepers_do_meanwhile_does_not_stop_an_import_and_is_not_lost(lamp: Config) -> None:
    cells = exported(lamp)
    cells["items"][0]["name_nl"] = "Lamp stuk"
    cells["items"].append(cells["items"][0] | {"code": "stoel"})
    cells["articles"][0]["title_nl"] = "Een lamp vervangen"
    plan = planned(lamp, cells)
    with catalog(lamp, CUSTOMER) as work:
        rate_article(work, "lamp-vervangen", True, NOW, NOW.date())
    with catalog(lamp) as work:
        save_draft(work, an_item(keywords=["peertje"]), NOW)
    with catalog(lamp, MANAGER) as work:
        apply_import(work, plan, LATER)
    with looking(lamp, ADMIN) as work:
        article = work.articles.in_sight("lamp-vervangen", ADMIN)
        assert (article.version, article.helped) == (2, 1)
        item = work.items.get("lamp-kapot")
        assert item.draft is not None
        assert (item.version, item.draft["keywords"]) == (2, ["peertje"])


def test_categories_that_would_go_round_by_a_change_meanwhile_are_not_imported(lamp: Config) -> None:
    with catalog(lamp) as work:
        define_category(work, "LICHT", BOTH, NOW)
    moved = {"code": "ELEKTRA", "name_nl": "x", "name_en": "x", "within": "LICHT"}
    plan = planned(lamp, {"categories": [moved]})
    assert plan.problems == []
    with catalog(lamp) as work:
        define_category(work, "LICHT", BOTH, NOW, within="ELEKTRA")
    refusal = refusal_of(lamp, MANAGER, lambda work: apply_import(work, plan, LATER))
    assert refusal.code == "catalogue_changed_meanwhile"


def test_categories_that_go_round_all_the_same_keep_nobody(lamp: Config) -> None:
    with catalog(lamp) as work:
        define_category(work, "LICHT", BOTH, NOW, within="ELEKTRA")
        work.session.execute(update(CategoryRow).where(CategoryRow.code == "ELEKTRA").values(within="LICHT"))
    with looking(lamp) as work:
        assert views._within(work, "LICHT") == ["LICHT", "ELEKTRA"]


@pytest.mark.parametrize("config", ["postgresql"], indirect=True)
@pytest.mark.parametrize("sheet", ["items", "articles", "categories"])
def test_a_code_that_somebody_else_is_just_publishing_is_not_imported(lamp: Config, sheet: str) -> None:
    cells = exported(lamp)
    plan = planned(lamp, {sheet: [cells[sheet][0] | {"code": "NIEUW"}]})
    assert (plan.problems, plan.size) == ([], 1)
    publish: dict[str, Callable[[CatalogWork], object]] = {
        "items": lambda work: publish_item(work, an_item(code="NIEUW"), NOW),
        "articles": lambda work: publish_article(work, an_article(code="NIEUW"), NOW),
        "categories": lambda work: define_category(work, "NIEUW", BOTH, NOW),
    }

    def imported_too() -> None:
        with catalog(lamp, MANAGER) as work:
            apply_import(work, plan, LATER)

    with ThreadPoolExecutor(1) as other:
        with catalog(lamp) as work:
            publish[sheet](work)
            work.session.flush()
            importing = other.submit(imported_too)
            until(lambda: waiting_for_a_lock(database_of(lamp, "catalog")) == 1)
        with pytest.raises(Refused) as refused:
            importing.result(10)
    assert refused.value.code == "catalogue_changed_meanwhile"


def test_a_draft_stays_and_a_retired_item_comes_back(lamp: Config) -> None:
    cells = exported(lamp)
    with catalog(lamp) as work:
        retire_item(work, "lamp-kapot", NOW)
        retire_article(work, "lamp-vervangen", NOW)
        save_draft(work, an_item(keywords=["peertje"]), NOW)
    cells["questions"][0]["text_nl"] = "Waar dan?"
    tally = planned(lamp, cells).tally
    assert {name: count for name, count in tally.counts.items() if count not in (Count(), Count(unchanged=1))} == {
        "items": Count(back=1),
        "questions": Count(changed=1, unchanged=1),
        "articles": Count(back=1),
    }
    assert tally.named["items"] == [Named("back", ("lamp-kapot",), "Lamp kapot", "Broken lamp")]
    assert tally.named["questions"][0][:3] == ("changed", ("lamp-kapot", cells["questions"][0]["code"]), "Waar dan?")
    assert told_of(imported(lamp, cells)) == [
        ("catalogue_item_published", "lamp-kapot", 2),
        ("article_published", "lamp-vervangen", 2),
    ]
    with looking(lamp) as work:
        item = work.items.get("lamp-kapot")
        assert item.draft is not None
        assert (item.version, item.retired, item.draft["keywords"]) == (2, False, ["peertje"])


def test_of_what_would_change_the_first_of_each_sort_are_named(lamp: Config) -> None:
    cells = exported(lamp)
    cells["items"][0]["name_nl"] = "Lamp stuk"
    cells["items"] += [cells["items"][0] | {"code": f"lamp-{number:02}"} for number in range(NAMED_AT_MOST + 5)]
    cells["questions"] = []
    tally = planned(lamp, cells).tally
    assert tally.counts["items"] == Count(new=NAMED_AT_MOST + 5, changed=1)
    changed, *new = tally.named["items"]
    assert changed == Named("changed", ("lamp-kapot",), "Lamp stuk", "Broken lamp")
    assert [one.codes for one in new] == [(f"lamp-{number:02}",) for number in range(NAMED_AT_MOST)]
    assert [one.change for one in tally.named["questions"]] == ["gone"] * tally.counts["questions"].gone


def test_an_item_keeps_its_picture_and_takes_no_other_than_one_that_is_here(lamp: Config) -> None:
    old, drafted, lost = "a" * 32, "b" * 32, "c" * 32
    with catalog(lamp) as work:
        for picture in (old, None):
            publish_item(work, an_item(picture=picture), NOW)
        save_draft(work, an_item(picture=drafted), NOW)
    cells = {"items": exported(lamp)["items"]}
    for picture in (old, drafted):
        cells["items"][0] |= {"picture": picture}
        assert planned(lamp, cells).problems == []
    cells["items"][0] |= {"picture": lost}
    assert planned(lamp, cells).problems == [Problem("items", 2, "picture", NO_SUCH_PICTURE)]
    cells["items"][0] |= {"picture": "foto.jpg"}
    assert [one[:3] for one in planned(lamp, cells).problems] == [("items", 2, "picture")]
    with catalog(lamp) as work:
        publish_item(work, an_item(picture=old), NOW)
    del cells["items"][0]["picture"]
    cells["items"][0]["keywords"] = "peertje"
    imported(lamp, cells)
    with looking(lamp) as work:
        assert work.items.get("lamp-kapot").definition["picture"] == old


@pytest.mark.parametrize("name", ["categories", "items", "articles"])
def test_one_csv_file_is_the_sheet_that_its_columns_tell(lamp: Config, name: str) -> None:
    (table,) = tables({name: exported(lamp)[name]})
    for data in (csv_of(table), csv_of(table).decode("utf-8-sig").replace(";", ",").encode()):
        for offer in (offer_of_file("blad.CSV", data), offer_of_kept(read_once("blad.CSV", data))):
            assert offer.problems == []
            assert [line.row for line in offer.lines[name]] == [2]
    assert planned(lamp, offer_of_file("blad.csv", csv_of(table))).tally.counts[name] == Count(unchanged=1)


@pytest.mark.parametrize("file", ["items.csv", "Items.CSV"])
def test_one_csv_file_with_the_name_of_a_sheet_is_that_sheet(file: str) -> None:
    data = b"code;name_nl;name_en\nlamp;Lamp;Lamp"
    for offer in (offer_of_file(file, data), offer_of_kept(read_once(file, data))):
        assert offer.problems == [
            Problem("items", 1, column, "This column is missing.")
            for column in ("description_nl", "description_en", "category", "kinds")
        ]


def test_questions_alone_are_all_that_the_items_they_name_have(lamp: Config) -> None:
    cells = exported(lamp)
    first, second = cells["questions"]
    (table,) = tables({"questions": [second | {"text_nl": "Waar dan?", "condition": ""}]})
    plan = planned(lamp, offer_of_file("vragen.csv", csv_of(table)))
    assert plan.problems == []
    assert plan.tally.counts["questions"] == Count(changed=1, gone=1)
    assert plan.tally.counts["items"] == Count(unchanged=1)
    (table,) = tables({"questions": [first, second, second | {"item": "kast"}, second | {"item": ""}, first]})
    assert planned(lamp, offer_of_file("vragen.csv", csv_of(table))).problems == [
        Problem("questions", 4, "item", "No item kast is offered. Send the sheet items with it."),
        Problem("questions", 5, "item", "Fill this in."),
        Problem("questions", 6, "code", "Two questions have this code."),
    ]


def test_choices_without_their_questions_are_refused_once(lamp: Config) -> None:
    cells = exported(lamp)
    row = {"item": "lamp-kapot", "question": "waar", "code": "hier", "name_nl": "Hier", "name_en": "Here"}
    refused = [Problem("choices", None, None, "Send the sheet questions with it.")]
    (table,) = tables({"choices": [row, row | {"code": "daar"}]})
    assert offer_of_file("keuzes.csv", csv_of(table)).problems == refused
    assert planned(lamp, {"items": cells["items"], "choices": [row]}).problems == refused
    assert planned(lamp, {"items": cells["items"], "choices": []}).problems == []


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("code;name_nl;name_en;description_nl", "it looks like the sheet items, but has no column description_en, "),
        ("naam;prijs\nlamp;3", "none of its columns is one of a sheet of the catalogue"),
        ("", "none of its columns is one of a sheet of the catalogue"),
        ("code;name_nl\n\xe9", "it is not in UTF-8; save it as CSV UTF-8"),
        ('code;"name', "it is not CSV"),
    ],
)
def test_one_csv_file_that_is_no_sheet_is_refused_with_what_it_lacks(data: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        offer_of_file("blad.csv", data.encode("latin-1"))
    assert refused.value.message.startswith(f"blad.csv cannot be read: {why}")


def test_formulas_in_one_csv_file_are_named(lamp: Config) -> None:
    (table,) = tables({"categories": exported(lamp)["categories"]})
    data = csv_of(table).replace(b"Elektra", b"=1+1")
    (problem,) = planned(lamp, offer_of_file("blad.csv", data)).problems
    assert problem == Problem("categories", 2, "name_nl", LOOKS_LIKE_A_FORMULA)


def test_how_often_an_article_helped_stays(lamp: Config) -> None:
    with catalog(lamp, CUSTOMER) as work:
        rate_article(work, "lamp-vervangen", True, NOW, NOW.date())
    cells = exported(lamp)
    cells["articles"][0]["items"] = ""
    imported(lamp, cells)
    with looking(lamp, ADMIN) as work:
        article = work.articles.in_sight("lamp-vervangen", ADMIN)
        assert (article.version, article.helped, work.articles.about(["lamp-kapot"], ADMIN)) == (2, 1, {})


def test_only_a_keeper_exports_and_imports(lamp: Config) -> None:
    plan = planned(lamp, {})
    for step in (
        export_catalogue,
        lambda work: plan_import(work, offer_of_tables([])),
        lambda work: apply_import(work, plan, NOW),
    ):
        assert isinstance(refusal_of(lamp, AGENT, step), Forbidden)


def test_nothing_in_a_file_is_nothing_to_do(lamp: Config) -> None:
    plan = planned(lamp, {"items": [], "questions": []})
    assert plan == Plan()
    assert plan.size == 0


def paths(schema: Schema, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every field of a contract that is no group and no list of groups, by the names above it."""
    for name, field in schema.fields.items():
        nested = field.inner if isinstance(field, fields.List) else field
        if isinstance(nested, fields.Nested):
            yield from paths(nested.schema, (*at, name))
        else:
            yield (*at, name)


def columns(sheet: Sheet, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every field that a sheet and those of its parts have a column for; a form of its own has all that is in it."""
    of_its_own = {
        "lead_time": (("lead_time", "amount"), ("lead_time", "unit")),
        "condition": (("when", "question"), ("when", "answers")),
    }
    for column in sheet.columns:
        for path in of_its_own.get(column.name, (column.path,)):
            yield (*at, *path)
    for part in sheet.parts:
        yield from columns(part, (*at, part.name))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_a_contract_has_its_column(kind: Sheet) -> None:
    assert sorted(columns(kind)) == sorted(paths(CONTRACTS[kind.name]()))
