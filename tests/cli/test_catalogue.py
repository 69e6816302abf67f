"""Taking the catalogue out to a file, and bringing one in: a dry run first, and all of it or nothing."""

from __future__ import annotations

import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from rich.console import Console

from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.applying import PUBLISHED_AT_A_TIME
from services.catalog.use_cases.exporting import sheets_of
from services.catalog.use_cases.keeping import define_category
from services.cli import catalogue_files
from services.demo.teller import fill_catalogue
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.tables import document_of, zip_of
from services.shared.kit.workbook import workbook_of
from tests.catalog.builders import NOW, catalog, everything, lay_the_ground, looking, published
from tests.cli.command import Outcome, run
from tests.desk import AGENT, Desk, until

NOTHING_NEW = """\
Sheet       New  Back  Changed  Unchanged  Gone
categories  0    0     0        17         0   \n\
items       0    0     0        75         0   \n\
questions   0    0     0        291        0   \n\
choices     0    0     0        497        0   \n\
steps       0    0     0        42         0   \n\
articles    0    0     0        41         0   \n\
This changes nothing.
"""


@pytest.fixture
def lamp(config: Config) -> Config:
    """A desk with one item."""
    lay_the_ground(config)
    published(config)
    return config


def done(outcome: Outcome) -> str:
    """What a command said that did what was asked."""
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


@pytest.mark.parametrize("name", ["all.xlsx", "all.json", "all.zip", "folder"])
def test_importing_what_was_exported_changes_nothing(config: Config, tmp_path: Path, name: str) -> None:
    with catalog(config) as work:
        fill_catalogue(work, NOW)
    before, file = everything(config), str(tmp_path / name)
    first, second = (str(tmp_path / f"{one}.json") for one in ("first", "second"))
    done(run("catalogue", "export", first, config=config))
    form = [] if "." in name else ["--format", "csv"]
    told = done(run("catalogue", "export", file, *form, config=config))
    assert told == f"17 categories, 75 items, 41 articles are in {file}.\n"
    for words in ([], ["--yes"]):
        assert done(run("catalogue", "import", file, *words, config=config)) == NOTHING_NEW
        assert everything(config) == before
    done(run("catalogue", "export", second, config=config))
    assert Path(first).read_bytes() == Path(second).read_bytes()


@pytest.mark.parametrize("name", ["new.xlsx", "new.json", "new.zip"])
def test_a_dry_run_says_what_an_import_then_does(lamp: Config, tmp_path: Path, name: str) -> None:
    kept, file = json.loads(exported(lamp, tmp_path / "kept.json")), tmp_path / name
    item = kept["items"][0]
    item["name"]["nl"] = "Lamp stuk"
    kept["items"].append(item | {"code": "stoel", "questions": [], "related": ["lamp-kapot"]})
    kept["categories"].append(kept["categories"][0] | {"code": "LICHT", "within": "ELEKTRA"})
    write(file, kept)
    overview = (
        "Sheet       New  Back  Changed  Unchanged  Gone\n"
        "categories  1    0     0        1          0   \n"
        "items       1    0     1        0          0   \n"
        "questions   0    0     0        2          0   \n"
        "choices     0    0     0        0          0   \n"
        "steps       0    0     0        0          0   \n"
        "articles    0    0     0        0          0   \n"
    )
    before = everything(lamp)
    told = done(run("catalogue", "import", str(file), config=lamp))
    named = "categories, new:\n  LICHT  Elektra\nitems, new:\n  stoel  Lamp stuk\nitems, changed:\n  lamp-kapot  "
    named += "Lamp stuk\n"
    assert told == f"{overview}{named}Nothing is changed yet. Give --yes to import it.\n"
    assert everything(lamp) == before
    told = done(run("catalogue", "import", str(file), "--yes", config=lamp))
    assert told.startswith(f"{overview}{named}importing ")
    assert "3/3" in told
    assert told.endswith("\n3 categories, items and articles are in.\n")
    with looking(lamp) as work:
        versions = {code: work.items.get(code).version for code in ("lamp-kapot", "stoel")}
        assert versions == {"lamp-kapot": 2, "stoel": 1}
        assert work.versions.of("item", "stoel")[0].published_by == "balie catalogue import"
    assert json.loads(exported(lamp, tmp_path / "again.json")) == kept


def exported(config: Config, file: Path) -> bytes:
    done(run("catalogue", "export", str(file), config=config))
    return file.read_bytes()


def write(file: Path, definitions: dict[str, Any]) -> None:
    """Make a file of these definitions, as an export does."""
    if file.suffix == ".json":
        file.write_bytes(document_of(definitions))
    else:
        file.write_bytes({".xlsx": workbook_of, ".zip": zip_of}[file.suffix](sheets_of(definitions)))


def test_every_wrong_row_is_named_and_nothing_is_imported(lamp: Config, tmp_path: Path) -> None:
    file = tmp_path / "wrong.xlsx"
    done(run("catalogue", "export", str(file), config=lamp))
    book = openpyxl.load_workbook(file)
    for sheet, cell, value in (
        ("categories", "B2", "Elektriciteit"),
        ("items", "C2", None),
        ("items", "F2", "LICHT"),
        ("items", "J2", -1),
        ("items", "T2", "=A2"),
        ("questions", "A3", "stoel"),
        ("questions", "L2", "plek"),
    ):
        book[sheet][cell] = value
    book.save(file)
    before = everything(lamp)
    for words in ([], ["--yes"]):
        told = run("catalogue", "import", str(file), *words, config=lamp)
        assert (told.code, told.err) == (1, "Error: 6 things are wrong, so nothing is imported.\n")
        assert told.out == (
            "items row 2, name_en: Fill this in.\n"
            "items row 2, category: There is no category LICHT.\n"
            "items row 2, price: Give an amount of zero or more.\n"
            "items row 2, organisations: This is a formula. Give its outcome, as a value.\n"
            "questions row 2, condition: It is asked depending on plek, and no question before it has that code.\n"
            "questions row 3, item: There is no item stoel on the sheet items.\n"
        )
        assert everything(lamp) == before


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_who_watches_sees_how_far_the_checking_is_as_well(
    lamp: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, screen = tmp_path / "kept.json", StringIO()
    exported(lamp, file)
    monkeypatch.setattr(catalogue_files, "console", Console(file=screen, force_terminal=True, color_system=None))
    done(run("catalogue", "import", str(file), config=lamp))
    assert re.search(r"checking \S+ 2/2 ", screen.getvalue())


def test_one_wrong_thing_is_told_as_one(lamp: Config, tmp_path: Path) -> None:
    file = tmp_path / "items.json"
    file.write_bytes(document_of({"item": []}))
    told = run("catalogue", "import", str(file), config=lamp)
    assert (told.code, told.err) == (1, "Error: 1 thing is wrong, so nothing is imported.\n")
    assert told.out == "item: There is no such list. Did you mean items?\n"


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_what_cannot_be_read_or_written_is_one_line(lamp: Config, tmp_path: Path) -> None:
    there = tmp_path / "there.xlsx"
    there.write_bytes(b"this is no workbook")
    (tmp_path / "folder").mkdir()
    for words, line in (
        (["import", "no.xlsx"], "no.xlsx cannot be read: there is no such file."),
        (["import", "items.pdf"], "Give a name that ends in .xlsx, .json, .zip or .csv; not items.pdf."),
        (["export", "items.csv"], "Give a name that ends in .xlsx, .json or .zip; not items.csv."),
        (["export", "items"], "Give a name that ends in .xlsx, .json or .zip; not items."),
        (["import", str(there)], f"{there} cannot be read: it is damaged, or of another kind than its name says."),
        (["export", str(there)], f"{there} exists already. Give another name."),
        (
            ["import", str(tmp_path / "folder")],
            f"{tmp_path / 'folder'} cannot be read: there is no CSV file in this folder.",
        ),
        (["export", str(there / "x.json")], f"{there / 'x.json'} cannot be written (File exists)."),
    ):
        assert run("catalogue", *words, config=lamp).refusal == line
    assert there.read_bytes() == b"this is no workbook"


def test_a_running_desk_hears_of_what_was_imported(desk: Desk, tmp_path: Path) -> None:
    kept = json.loads(exported(desk.config, tmp_path / "kept.json"))
    kept["items"].append(kept["items"][0] | {"code": "stoel", "name": {"nl": "Stoel stuk", "en": "Broken chair"}})
    write(tmp_path / "new.xlsx", kept)
    done(run("catalogue", "import", str(tmp_path / "new.xlsx"), "--yes", config=desk.config))
    found = desk.call("catalog", "find_items", {"q": "stoel stuk"}, actor=AGENT)
    assert [item["code"] for item in found["items"]] == ["stoel"]
    intake = database_of(desk.config, "intake")

    def knows() -> bool:
        with intake.reading() as session:
            statement = "SELECT count(*) FROM intake.item_copy WHERE code = 'stoel'"
            return bool(session.connection().exec_driver_sql(statement).scalar())

    assert until(knows)


def test_more_items_than_are_published_at_a_time_are_all_in(config: Config, tmp_path: Path) -> None:
    with catalog(config) as work:
        define_category(work, "ELEKTRA", BOTH, NOW)
    many = PUBLISHED_AT_A_TIME + 1
    items = [
        {
            "code": f"ding-{n}",
            "name": {"nl": f"Ding {n}", "en": f"Thing {n}"},
            "description": BOTH,
            "category": "ELEKTRA",
            "kinds": ["wish"],
            "related": [f"ding-{(n + 1) % many}"],
        }
        for n in range(many)
    ]
    file = tmp_path / "many.xlsx"
    write(file, {"categories": [], "items": items, "articles": []})
    told = done(run("catalogue", "import", str(file), "--yes", config=config))
    assert told.endswith(f"\n{many} categories, items and articles are in.\n")
    with CatalogWork.look(database_of(config, "catalog")) as work:
        assert len(work.items.all_published()) == many


BOTH = {"nl": "Iets", "en": "Something"}
