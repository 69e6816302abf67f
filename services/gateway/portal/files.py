"""Files as a browser gets them: a picture to look at, anything else to keep."""

from __future__ import annotations

import io
from typing import Any

from flask import send_file

from services.gateway import files
from services.gateway.domain.file import File, Purpose
from services.gateway.login import signed_in
from services.gateway.portal.blueprint import portal

# Who may see a picture of an item may so tomorrow, and it never changes; of other files that is asked each time.
A_DAY = 24 * 3600


@portal.route("/files/<id>")
@signed_in
def file(id: str) -> Any:
    """A file, to who may see it."""
    found = files.seen(id)
    return _answer(found, files.content(found))


@portal.route("/files/<id>/small")
@signed_in
def small_file(id: str) -> Any:
    """A picture as it is shown in a list."""
    found = files.seen(id)
    return _answer(found, files.content(found, small=True), small=True)


def _answer(found: File, content: bytes, *, small: bool = False) -> Any:
    answer = send_file(
        io.BytesIO(content),
        mimetype=found.content_type,
        as_attachment=not found.is_picture,
        download_name=found.name,
        etag=f"{found.sha256}-small" if small else found.sha256,
    )
    # The pages' own policy is there as well; this one keeps a file from being a page at all.
    answer.headers["Content-Security-Policy"] = "sandbox"
    kept = f"max-age={A_DAY}, immutable" if found.purpose is Purpose.ITEM else "no-cache"
    answer.headers["Cache-Control"] = f"private, {kept}"
    return answer
