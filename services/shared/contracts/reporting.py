"""What reporting answers and takes."""

from marshmallow import ValidationError, fields, validate, validates_schema

from services.shared.contracts.base import Request, View


class FactsheetPeriod(Request):
    """A period of whole days in the desk's time zone: `from` is its first day, `to` its last."""

    from_ = fields.Date(data_key="from", attribute="first", required=True)
    to = fields.Date(attribute="last", required=True)

    @validates_schema(skip_on_field_errors=True)
    def ends_after_it_starts(self, data: dict, **kwargs: object) -> None:  # type: ignore[type-arg]
        for field, day in (("from", data["first"]), ("to", data["last"])):
            if not 1900 <= day.year < 3000:
                raise ValidationError("Give a year from 1900 to 2999.", field)
        if data["last"] < data["first"]:
            raise ValidationError("The period ends before it starts.", "to")
        if (data["last"] - data["first"]).days > 3660:
            raise ValidationError("A period has at most ten years.", "to")


class CountView(View):
    """How many of each."""

    code = fields.String()
    count = fields.Integer()


class WeekView(View):
    """Received in one week (Monday first) or, for a short period, on one day, per level."""

    starts = fields.Date()
    click = fields.Integer()
    call = fields.Integer()
    face = fields.Integer()


class FactsheetView(View):
    """How the desk did in a period.

    Each figure counts what happened within the period. `open` is what was open when the period ended;
    durations are seconds from registration to ready, by nearest rank, over what became ready.
    `answered_by_click` counts the customers who said in the portal that an article was the answer, each
    once per article and day; these are no notifications, so they are in none of the other figures.
    """

    from_ = fields.Date(data_key="from", attribute="first")
    to = fields.Date(attribute="last")
    received = fields.Integer()
    received_per_kind = fields.List(fields.Nested(CountView))
    received_per_level = fields.List(fields.Nested(CountView))
    answered_by_click = fields.Integer()
    ready = fields.Integer()
    solved_at_desk = fields.Integer()
    forwarded = fields.Integer()
    cancelled = fields.Integer()
    open = fields.Integer()
    median_seconds_to_ready = fields.Integer(allow_none=True)
    p90_seconds_to_ready = fields.Integer(allow_none=True)
    ratings = fields.Integer()
    average_rating = fields.Float(allow_none=True)
    step = fields.String()
    received_over_time = fields.List(fields.Nested(WeekView))


class MostAsked(Request):
    """How many at most."""

    limit = fields.Integer(load_default=6, validate=validate.Range(min=1, max=40))


class AskedView(View):
    """An item or article, and how often it was asked for."""

    kind = fields.String()
    code = fields.String()
    count = fields.Integer()


class MostAskedView(View):
    """What was asked for most."""

    items = fields.List(fields.Nested(AskedView))


class PairView(View):
    """A kind or an item that was suggested, what it became (null for no item), and how often."""

    about = fields.String()
    suggested = fields.String()
    became = fields.String(allow_none=True)
    count = fields.Integer()


class SuggestionsView(View):
    """What became of suggestions: how many were kept, how many corrected, and each pair, most often first."""

    kept = fields.Integer()
    corrected = fields.Integer()
    pairs = fields.List(fields.Nested(PairView))
