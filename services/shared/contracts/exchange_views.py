"""What catalog answers about a file that is offered for import."""

from marshmallow import fields

from services.shared.contracts.base import View


class NamedRow(View):
    """A row that would be `new`, `back` from retirement, `changed` or `gone`; its code comes after those it is in."""

    change = fields.String()
    codes = fields.List(fields.String())
    nl = fields.String()
    en = fields.String()


class SheetCount(View):
    """How many rows of a sheet are new, back from retirement, changed, as they were, and no longer there.

    Of each sort of change the first rows are named.
    """

    sheet = fields.String()
    new = fields.Integer()
    back = fields.Integer()
    changed = fields.Integer()
    unchanged = fields.Integer()
    gone = fields.Integer()
    named = fields.List(fields.Nested(NamedRow))


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
