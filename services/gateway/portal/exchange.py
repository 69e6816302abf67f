"""The catalogue as a file: taken home, and brought in after a look at what that would change."""

from __future__ import annotations

import io
from base64 import b64decode, b64encode
from gzip import GzipFile
from typing import Any

from flask import flash, g, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import FileStorage

from services.gateway.limits import takes_files
from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently, once
from services.gateway.portal.errors import status_of
from services.gateway.portal.format import now
from services.gateway.portal.forms import REFUSALS, Problems, typed_in
from services.gateway.portal.keeping import KEEPERS
from services.gateway.portal.messages import translate
from services.shared.errors import NotFound

FORMATS = {
    "xlsx": (_l("Workbook (XLSX)"), _l("For Excel or LibreOffice: a sheet of each."), "xlsx"),
    "csv": (_l("CSV files (ZIP)"), _l("For other programs: a file of each."), "zip"),
    "json": (_l("Document (JSON)"), _l("For programmers: everything in one document."), "json"),
}
SECONDS_FOR_AN_EXPORT = 60.0
# Of what is too large a little more is read, so that it is seen to be.
LARGEST = 10 * 1024 * 1024
LONGEST_NAME = 200
AT_WORK = ("offered", "ordered")
SHEETS = {
    "categories": _l("Categories"),
    "items": _l("Items"),
    "questions": _l("Questions"),
    "choices": _l("Choices"),
    "steps": _l("Steps"),
    "articles": _l("Articles"),
}


@portal.route("/keep/exchange")
@role_needed(*KEEPERS)
def keep_exchange() -> Any:
    """Take the catalogue home, or offer a file."""
    return render_template("keep/exchange.html", formats=FORMATS, problems=Problems())


@portal.route("/keep/exchange/catalogue.<form>")
@role_needed(*KEEPERS)
def keep_export(form: str) -> Any:
    """The whole catalogue as a file."""
    kind = next((kind for kind, (_name, _help, suffix) in FORMATS.items() if suffix == form), None)
    if kind is None:
        raise NotFound(f"There is no such file: {form}.")
    packed = kind == "json"
    asked = {"format": kind, "packed": packed}
    told = g.bus.catalog.within(SECONDS_FOR_AN_EXPORT).export_catalogue(asked)
    sent = io.BytesIO(b64decode(told["content"]))
    # It is unpacked as it is sent, so that not all of it is here at once.
    content: Any = GzipFile(fileobj=sent) if packed else sent
    name = f"catalogue-{now().date().isoformat()}.{form}"
    return send_file(content, as_attachment=True, download_name=name)


@portal.post("/keep/exchange")
@role_needed(*KEEPERS)
@takes_files
def keep_offer() -> Any:
    """Offer a file, which is read at once, and imported only when its keeper says so."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        problems = Problems()
        problems.add("file", _("Choose a file."))
        return render_template("keep/exchange.html", formats=FORMATS, problems=problems), 422
    try:
        offered = once(typed_in("token"), g.bus.catalog.offer_import, _read(sent))
    except REFUSALS as refusal:
        problems = Problems.from_refusal(refusal)
        return render_template("keep/exchange.html", formats=FORMATS, problems=problems), status_of(refusal)
    _set_to_work(offered)
    return redirect(url_for("portal.keep_import", id=offered["id"]))


@portal.route("/keep/exchange/<id>")
@role_needed(*KEEPERS)
def keep_import(id: str) -> Any:
    """What a file would change and what is wrong with it, or how far it is."""
    return import_page(g.bus.catalog.get_import(id), Problems())


@portal.post("/keep/exchange/<id>")
@role_needed(*KEEPERS)
def keep_import_send(id: str) -> Any:
    """Import it, or throw it away."""
    try:
        if request.form.get("do") == "drop":
            once(typed_in("token"), g.bus.catalog.drop_import, id)
            flash(_("The file is thrown away; nothing has changed."))
            return redirect(url_for("portal.keep_exchange"))
        ordered = g.bus.catalog.apply_import(id)
    except REFUSALS as refusal:
        return import_page(g.bus.catalog.get_import(id), Problems.from_refusal(refusal)), status_of(refusal)
    _set_to_work(ordered)
    return redirect(url_for("portal.keep_import", id=id))


def import_page(told: dict[str, Any], problems: Problems) -> Any:
    """The page of a file that was offered; as long as catalog is at work it is looked at again by itself."""
    _set_to_work(told)
    answer = {
        "told": told,
        "problems": problems,
        "sheets": SHEETS,
        "at_work": told["state"] in AT_WORK,
        "remark": translate(told["remark"]) if told["remark"] else "",
        "wrong": [one | {"reason": translate(one["reason"])} for one in told["problems"]],
    }
    template = "keep/_import.html" if request.args.get("part") else "keep/import.html"
    return render_template(template, **answer)


def _set_to_work(told: dict[str, Any]) -> None:
    """Let catalog do what is to be done with a file; it is not waited for, and whoever is at it already goes on."""
    if told["state"] in AT_WORK:
        gently(g.bus.catalog.work_on_import, told["id"])


def _read(sent: FileStorage) -> dict[str, str]:
    name = (sent.filename or "").replace("\0", "").strip()
    return {"name": name[-LONGEST_NAME:], "content": b64encode(sent.stream.read(LARGEST + 1)).decode()}
