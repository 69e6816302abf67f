"""Calendars, and how fast what is asked for is done: the shapes that catalog takes and tells."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from marshmallow import RAISE, fields, validate, validates_schema
from marshmallow import ValidationError as Unfit

from services.shared.contracts.base import Code, LocalText, Request, Several, Text
from services.shared.contracts.quick import QuickSchema
from services.shared.vocabulary import FIRST_YEAR, LAST_YEAR, Priority, Target, TargetUnit, Weight

# More than a matrix and all targets have, so that each that is double can still be named.
MOST_ROWS = 100


class ClosedDay(QuickSchema):
    """A day on which it is closed, and why."""

    class Meta:
        unknown = RAISE

    day = fields.Date(required=True)
    why = fields.Nested(LocalText, required=True)


class Blocks(Several):
    """The hours of one day, as `[["08:00", "12:30"], ["13:00", "17:00"]]`."""

    def __init__(self, **kwargs: Any) -> None:
        from_and_to: Any = Several(Text(5), validate=validate.Length(equal=2))
        super().__init__(from_and_to, validate=validate.Length(max=8), **kwargs)


class OpeningHours(QuickSchema):
    """The hours per day of the week; a day that is left out has none."""

    class Meta:
        unknown = RAISE

    mon = Blocks()
    tue = Blocks()
    wed = Blocks()
    thu = Blocks()
    fri = Blocks()
    sat = Blocks()
    sun = Blocks()


class DefineCalendar(Request):
    """When somebody is there: `hours` per weekday as `{"mon": [["08:00", "12:30"], ["13:00", "17:00"]]}`, in `zone`.

    The `default` calendar counts for what names none.
    """

    code = Code(required=True)
    name = fields.Nested(LocalText, required=True)
    zone = Text(60, load_default="Europe/Amsterdam")
    hours = fields.Nested(OpeningHours, required=True)
    closed = Several(fields.Nested(ClosedDay), load_default=list, validate=validate.Length(max=1000))
    default = fields.Boolean(load_default=False)


class ListHolidays(Request):
    """The public holidays of a country, as `NL`, in a year; to be looked at one by one before a calendar has them."""

    country = Text(2, load_default="NL")
    year = fields.Integer(required=True, validate=validate.Range(min=FIRST_YEAR, max=LAST_YEAR))


class MatrixCell(QuickSchema):
    """The priority that an impact and an urgency together give."""

    class Meta:
        unknown = RAISE

    impact = fields.Enum(Weight, by_value=True, required=True)
    urgency = fields.Enum(Weight, by_value=True, required=True)
    priority = fields.Enum(Priority, by_value=True, required=True)


class Within(QuickSchema):
    """Working time from when it was told to a target; in `days`, the end of that working day."""

    class Meta:
        unknown = RAISE

    amount = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=1000))
    unit = fields.Enum(TargetUnit, by_value=True, required=True)


class TargetTime(QuickSchema):
    """How soon something must have happened at a priority."""

    class Meta:
        unknown = RAISE

    priority = fields.Enum(Priority, by_value=True, required=True)
    target = fields.Enum(Target, by_value=True, required=True)
    within = fields.Nested(Within, required=True)


class DefineServiceLevel(Request):
    """How fast: the matrix gives a priority, and each priority has its targets, counted in a calendar.

    The `default` service level counts for what names none.
    """

    code = Code(required=True)
    name = fields.Nested(LocalText, required=True)
    calendar = Code(load_default=None, allow_none=True)
    matrix = Several(fields.Nested(MatrixCell), required=True, validate=validate.Length(max=MOST_ROWS))
    targets = Several(fields.Nested(TargetTime), required=True, validate=validate.Length(max=MOST_ROWS))
    default = fields.Boolean(load_default=False)

    @validates_schema
    def _once_each(self, asked: dict[str, Any], **kwargs: Any) -> None:
        cells = [(cell["impact"], cell["urgency"]) for cell in asked.get("matrix", [])]
        wrong: dict[str, list[str]] = {}
        if missing := [pair for pair in ((i, u) for i in Weight for u in Weight) if cells.count(pair) != 1]:
            named = ", ".join(f"{impact} and {urgency}" for impact, urgency in missing)
            wrong["matrix"] = [f"Give one priority for each impact and urgency; look at {named}."]
        given = [(target["priority"], target["target"]) for target in asked.get("targets", [])]
        if double := sorted(
            {f"{priority} {target}" for priority, target in given if given.count((priority, target)) > 1}
        ):
            wrong["targets"] = [f"Give each target once; look at {', '.join(double)}."]
        if wrong:
            raise Unfit(wrong)


def _in_this_century(moment: datetime) -> None:
    # Further away there is no calendar to count in, and near the ends of time no moment to count to.
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Unfit(f"Give a moment from {FIRST_YEAR} to {LAST_YEAR}.")


class ExplainTargets(Request):
    """When these targets fall for what is told `at` a moment, counted in a calendar; in the default one without."""

    calendar = Code(load_default=None, allow_none=True)
    at = fields.AwareDateTime(required=True, validate=_in_this_century)
    targets = Several(fields.Nested(TargetTime), required=True, validate=validate.Length(max=16))
