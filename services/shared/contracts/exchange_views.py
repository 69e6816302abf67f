"""What catalog answers about a file that is offered for import."""

from marshmallow import fields

from services.shared.contracts.base import View


class SheetCount(View):
    """How many rows of a sheet are new, changed, as they were, and no longer there."""

    sheet = fields.String()
    new = fields.Integer()
    changed = fields.Integer()
    unchanged = fields.Integer()
    gone = fields.Integer()


class ImportProblem(View):
    """Why something cannot be imported, and where it stands: the row as a spreadsheet numbers it."""

    sheet = fields.String()
    row = fields.Integer(allow_none=True)
    column = fields.String(allow_none=True)
    reason = fields.String()


class ImportView(View):
    """A file that is offered to import: `size` definitions would change, or `done` of `total` were looked at.

    `state` is offered, judged, ordered, imported or unreadable. Of many problems the first are named.
    """

    id = fields.String()
    name = fields.String()
    state = fields.String()
    done = fields.Integer()
    total = fields.Integer()
    size = fields.Integer(allow_none=True)
    counts = fields.List(fields.Nested(SheetCount))
    problems = fields.List(fields.Nested(ImportProblem))
    problem_count = fields.Integer(allow_none=True)
    remark = fields.String(allow_none=True)
