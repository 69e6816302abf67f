"""Import and export in the browser: a look first, every wrong row in the reader's language, then all or nothing."""

from __future__ import annotations

import io
import re
from base64 import b64decode, b64encode
from gzip import compress
from typing import Any

import pytest

from services.gateway.portal import exchange
from services.shared.errors import Invalid, NotFound, Refused, Unavailable
from tests.gateway.builders import FakeBus
from tests.gateway.portal.fields import last
from tests.gateway.portal.reader import Reader

ID = "0b0f6d0e-7c38-4a3c-9d2f-0a6c8e1d9b52"
PAGE = f"/keep/exchange/{ID}"
NAMED = [
    {"change": "new", "codes": ["stoel"], "nl": "Stoel", "en": "Chair"},
    {"change": "back", "codes": ["kast"], "nl": "Kast", "en": "Cupboard"},
]
COUNTS = [{"sheet": "items", "new": 22, "back": 1, "changed": 0, "unchanged": 70, "gone": 0, "named": NAMED}]


def told(state: str, **more: Any) -> dict[str, Any]:
    nothing = {"done": 0, "total": 0, "size": None, "counts": [], "problems": [], "problem_count": None, "remark": None}
    return {"id": ID, "name": "catalogus.xlsx", "state": state} | nothing | more


JUDGED = told("judged", size=3, total=3, counts=COUNTS, problem_count=0)


def calls(bus: FakeBus, method: str) -> list[Any]:
    return [said.arguments for said in bus.said if said.method == method]


def test_the_catalogue_is_taken_home_in_each_form(hans: Reader, bus: FakeBus) -> None:
    def export(asked: dict[str, Any]) -> dict[str, str]:
        return {"content": b64encode(compress(b"alles") if asked["packed"] else b"alles").decode()}

    bus.answers["catalog.export_catalogue"] = export
    page = hans.see("/keep/exchange")
    for form, kind in (("xlsx", "xlsx"), ("zip", "csv"), ("json", "json")):
        assert f'href="/keep/exchange/catalogue.{form}"' in page
        answer = hans.client.get(f"/keep/exchange/catalogue.{form}")
        assert answer.data == b"alles"
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=catalogue-2")
        assert answer.headers["Content-Disposition"].endswith(f".{form}")
        assert last(bus, "export_catalogue") == ({"format": kind, "packed": kind == "json"},)
    hans.see("/keep/exchange/catalogue.exe", 404)


def test_a_file_is_offered_and_looked_at_until_it_was_read(hans: Reader, bus: FakeBus) -> None:
    bus.answers |= {"catalog.offer_import": told("offered"), "catalog.get_import": told("offered", done=40, total=90)}
    hans.see("/keep/exchange")
    page = hans.send("/keep/exchange", file=(io.BytesIO(b"PK een werkmap"), "catalogus.xlsx"))
    (sent,) = last(bus, "offer_import")
    assert (sent["name"], b64decode(sent["content"])) == ("catalogus.xlsx", b"PK een werkmap")
    assert hans.at == PAGE
    assert "The file is being read" in page
    assert '<progress max="90" value="40"' in page
    # Without a script the page loads itself again, and each time sees to it that somebody is at work.
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    assert calls(bus, "work_on_import") == [(ID,), (ID,)]
    assert "<html" not in hans.see(f"{PAGE}?part=1")
    bus.answers["catalog.get_import"] = JUDGED
    assert "refresh" not in hans.see(PAGE)
    assert len(calls(bus, "work_on_import")) == 3


def test_nothing_is_imported_before_its_keeper_says_so(hans: Reader, bus: FakeBus) -> None:
    bus.answers |= {"catalog.get_import": JUDGED, "catalog.apply_import": told("ordered")}
    page = hans.see(PAGE)
    assert "This would change 3 categories, items and articles" in page
    assert '<td class="right">22</td><td class="right">1</td><td class="right muted">0</td>' in page
    added, back = re.findall(r'<ul class="named".*?</ul>', page, re.S)
    assert '<span>Chair</span> <span class="muted break">stoel</span>' in added
    assert "and 21 more" in added
    assert "Cupboard" in back
    assert "more" not in back
    assert calls(bus, "apply_import") == calls(bus, "work_on_import") == []
    bus.answers["catalog.get_import"] = told("ordered", done=1, total=3)
    assert "The file is being imported" in hans.send(PAGE, do="import")
    assert calls(bus, "apply_import") == [(ID,)]
    assert (ID,) in calls(bus, "work_on_import")
    bus.answers["catalog.get_import"] = told("imported", done=3, total=3, counts=COUNTS)
    assert "3 categories, items and articles are imported." in hans.see(PAGE)


def test_when_the_catalogue_changed_meanwhile_the_new_outcome_is_shown(hans: Reader, bus: FakeBus) -> None:
    changed = "Somebody changed the catalogue meanwhile, so nothing was imported. Try again."
    bus.answers["catalog.get_import"] = JUDGED | {"remark": changed}
    page = hans.see(PAGE)
    assert changed in page
    assert "Below is what the file would change now." in page
    bus.answers["catalog.apply_import"] = Refused(
        "nothing_to_import", "There is nothing in catalogus.xlsx that can be imported."
    )
    assert "There is nothing in catalogus.xlsx that can be imported." in hans.send(PAGE, 409, do="import")


def test_every_wrong_row_is_named_in_the_readers_language(hans: Reader, bus: FakeBus) -> None:
    hans.client.set_cookie("language", "nl")
    reasons = (
        ("There is no such column. Did you mean name_nl?", "Zo'n kolom is er niet. Bedoelt u name_nl?"),
        ("There is no category LICHT.", "Categorie LICHT bestaat niet."),
        ("This is a formula. Give its outcome, as a value.", "Dit is een formule. Geef de uitkomst, als waarde."),
        ("stoel is on row 3 too.", "stoel staat ook op rij 3."),
        ("There is no item stoel on the sheet items.", "Er is geen item stoel op het blad items."),
    )
    problems = [
        {"sheet": "items", "row": row, "column": "category", "reason": reason}
        for row, (reason, _) in enumerate(reasons, 2)
    ]
    bus.answers["catalog.get_import"] = told("judged", size=9, problems=problems, problem_count=812)
    page = hans.see(PAGE)
    for row, (_, said) in enumerate(reasons, 2):
        assert f'<td>{row}</td><td><code>category</code></td><td class="break">{said}</td>' in page
    assert "Er zijn 812 dingen fout" in page
    assert "Dit zijn de eerste 5." in page
    assert 'value="import"' not in page


def test_a_file_that_is_none_is_refused_beside_the_field(
    hans: Reader, bus: FakeBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "LARGEST", 100)
    hans.client.set_cookie("language", "nl")
    hans.see("/keep/exchange")
    assert "Kies een bestand." in hans.send("/keep/exchange", 422)
    assert calls(bus, "offer_import") == []
    large = "groot.zip cannot be read: it is larger than 10 MB."
    bus.answers["catalog.offer_import"] = Invalid(large, {"file": [large]})
    page = hans.send("/keep/exchange", 422, file=(io.BytesIO(b" " * 105), "groot.zip"))
    assert 'href="#f-file"' in page
    assert page.count("groot.zip is niet te lezen: het is groter dan 10 MB.") == 2
    assert len(b64decode(last(bus, "offer_import")[0]["content"])) == 101
    broken = "stuk.xlsx cannot be read: it is damaged, or of another kind than its name says."
    bus.answers["catalog.get_import"] = told("unreadable", remark=broken)
    assert "stuk.xlsx is niet te lezen: het is beschadigd, of van een andere soort dan de naam zegt." in hans.see(PAGE)


def test_a_file_is_thrown_away_and_another_ones_is_not_there(hans: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.get_import"] = JUDGED
    hans.see(PAGE)
    assert "The file is thrown away; nothing has changed." in hans.send(PAGE, do="drop")
    assert calls(bus, "drop_import") == [(ID,)]
    hans.client.set_cookie("language", "nl")
    refused = "catalogus.xlsx is being imported, so it cannot be thrown away any more."
    bus.answers["catalog.drop_import"] = Refused("import_is_ordered", refused)
    hans.see(PAGE)
    page = hans.send(PAGE, 409, do="drop")
    assert "catalogus.xlsx wordt geïmporteerd en kan dus niet meer worden weggegooid." in page
    assert "weggegooid; er is niets veranderd" not in page
    bus.answers["catalog.drop_import"] = Unavailable("catalog does not answer.")
    assert "weggegooid; er is niets veranderd" not in hans.send(PAGE, 503, do="drop")
    bus.answers["catalog.get_import"] = NotFound("This file is gone. Offer it again.")
    hans.see(PAGE, 404)
