"""The files of a form: each is kept as soon as it comes, so that an error elsewhere on the form loses none."""

from __future__ import annotations

import re
from typing import Any

from flask import request
from flask_babel import gettext as _

from services.gateway import files
from services.gateway.domain.file import Purpose
from services.gateway.portal.calls import usable
from services.gateway.portal.chosen_item import Chosen
from services.gateway.portal.forms import Problems, typed_in
from services.gateway.portal.messages import refusal_message
from services.gateway.portal.questions import PREFIX, fits
from services.shared.errors import DeskError, Unavailable
from services.shared.vocabulary import MOST_FILES, QuestionType

# The files that came before, by id, and those that come with this form.
KEPT, SENT = "files.", "sent."
PICTURE, TAKE_PICTURE_AWAY = "sent_picture", "take_picture_away"
OF_A_QUESTION = re.compile(r"(?:files|sent)\.(.+)")
TAKE_AWAY = re.compile(r"take_away\.([0-9a-f]{32})")


def take_files(chosen: Chosen, answers: dict[str, Any], token: str) -> Problems:
    """Put the files of this form among the answers, without the one whose button was pressed; says what is wrong.

    Of an item that is away it is not known what it asks for, so all files are kept until it is.
    """
    problems = Problems()
    taken = TAKE_AWAY.fullmatch(request.form.get("do", ""))
    for question in _of_files(chosen):
        code = question["code"]
        if KEPT + code in request.form:
            ids = [id for id in request.form.getlist(KEPT + code) if not (taken and id == taken[1])]
            answers[code] = [file.told() for file in files.mine(ids)]
        if not fits(QuestionType.FILE, answers.get(code)):
            answers[code] = []
        _keep(question, answers[code], problems, usable(token))
    if taken:
        files.take_away(taken[1])
    return problems


def _of_files(chosen: Chosen) -> list[dict[str, Any]]:
    """The questions that files are sent for."""
    if chosen.item:
        return [question for question in chosen.item["questions"] if question["type"] == QuestionType.FILE]
    names = (*request.form, *request.files) if chosen.away else ()
    codes = dict.fromkeys(found[1] for name in names if (found := OF_A_QUESTION.fullmatch(name)))
    return [{"code": code} for code in codes]


def take_picture(typed: dict[str, Any]) -> Problems:
    """Put the picture that came with an item's form in its definition, or take it out; says what is wrong."""
    problems, sent = Problems(), request.files.get(PICTURE)
    if request.form.get("do") == TAKE_PICTURE_AWAY:
        typed["picture"] = ""
    elif sent and sent.filename:
        try:
            typed["picture"] = files.keep(
                sent, purpose=Purpose.ITEM, pictures_only=True, sent_with=usable(typed_in("token"))
            ).id
        except Unavailable:
            raise
        except DeskError as refusal:
            problems.add("picture", f"{sent.filename}: {refusal_message(refusal)}")
    if typed["picture"] and not files.is_picture_of_an_item(typed["picture"]):
        typed["picture"] = ""
        problems.add("picture", _("This picture is gone. Send it again."))
    return problems


def takes_away() -> bool:
    """Whether the button was pressed that takes a file away."""
    return TAKE_AWAY.fullmatch(request.form.get("do", "")) is not None


def _keep(question: dict[str, Any], kept: list[dict[str, Any]], problems: Problems, form: str | None) -> None:
    """Keep what was sent for one question; what is not taken is told beside it by its name."""
    most, wrong = int(question.get("highest") or MOST_FILES), []
    for sent in request.files.getlist(SENT + question["code"]):
        if not sent.filename:
            continue
        if len(kept) >= most:
            wrong.append(_("%(file)s was not kept: at most %(most)s can be sent here.", file=sent.filename, most=most))
            continue
        try:
            told = files.keep(sent, pictures_only=bool(question.get("pictures_only")), sent_with=form).told()
            # It may have come with this form before.
            kept.extend([told] if told not in kept else [])
        except Unavailable:
            raise
        except DeskError as refusal:
            wrong.append(f"{sent.filename}: {refusal_message(refusal)}")
    if wrong:
        problems.add(PREFIX + question["code"], " ".join(wrong))
