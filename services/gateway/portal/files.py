"""Files as a browser gets them: a picture to look at, anything else to keep."""

from __future__ import annotations

from typing import Any

from services.gateway import files
from services.gateway.login import signed_in
from services.gateway.portal.blueprint import portal


@portal.route("/files/<id>")
@signed_in
def file(id: str) -> Any:
    """A file, to who may see it."""
    return files.sent_back(files.seen(id))


@portal.route("/files/<id>/small")
@signed_in
def small_file(id: str) -> Any:
    """A picture as it is shown in a list."""
    return files.sent_back(files.seen(id), small=True)
