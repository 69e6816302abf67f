"""Files over HTTP: sending one, to name it in an answer, and getting one."""

from __future__ import annotations

from typing import Any

from flask import Response
from flask_smorest.fields import Upload
from marshmallow import fields

from services.gateway import files
from services.gateway.api.blueprint import ApiBlueprint, answer
from services.gateway.limits import takes_files
from services.shared.contracts.base import Request, View

blueprint = ApiBlueprint("files", "Pictures and documents that answers name.")

LOCATION = {"Location": {"schema": {"type": "string"}, "description": "Where the file is."}}
BYTES = {"type": "string", "format": "binary"}


class SendFile(Request):
    """One file, as a form with files sends it."""

    file = Upload(required=True)


class FileView(View):
    """A file that was kept; `name` and `type` are what its bytes are, whatever it was called."""

    id = fields.String()
    name = fields.String()
    type = fields.String()
    size = fields.Integer()


@blueprint.operation("", "POST")
@blueprint.arguments(SendFile, location="files")
@blueprint.response(201, FileView, headers=LOCATION)
@takes_files
def send_file(told: dict[str, Any]) -> Response:
    """Send a file, to name its id in an answer within a day.

    A JPEG, PNG, WebP, GIF, PDF, text, or a Word, Excel or OpenDocument file of at most 10 MiB. A picture is made anew:
    upright, at most 2000 pixels wide or high, and without what it says of where and when it was taken.
    """
    file = files.keep(told["file"])
    return answer(file.told(), 201, {"Location": f"{blueprint.url_prefix}/{file.id}"})


@blueprint.operation("/<file:id>")
@blueprint.response(200, BYTES, content_type="*/*", description="The file itself")
def get_file(id: str) -> Response:
    """One file, as it was kept."""
    return files.sent_back(files.seen(id))
