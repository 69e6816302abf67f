"""What catalog tells of what was found, of what was not, and of what it suggests."""

from marshmallow import fields

from services.shared.contracts.base import View
from services.shared.contracts.definitions import LeadTime, Price


class MissedSearch(View):
    """Words that somebody looked for and did not find, and how often."""

    words = fields.String()
    language = fields.String()
    times = fields.Integer()
    last_at = fields.DateTime()


class MissedSearchesView(View):
    """What was looked for in vain, most often first."""

    items = fields.List(fields.Nested(MissedSearch))


class FoundEntry(View):
    """An item or article that was found, in the language that was asked for.

    Of an item also its picture, what it costs, how long it takes, and the kinds it can be asked for as.
    """

    kind = fields.String()
    code = fields.String()
    title = fields.String()
    summary = fields.String()
    category = fields.String(allow_none=True)
    picture = fields.String(allow_none=True)
    price = fields.Nested(Price, allow_none=True)
    lead_time = fields.Nested(LeadTime, allow_none=True)
    kinds = fields.List(fields.String())


class FoundView(View):
    """What was found, best first."""

    items = fields.List(fields.Nested(FoundEntry))


class SuggestedKindView(View):
    """The kind that fits somebody's words: `because` are the words that say so, `by_item` whether the item does."""

    code = fields.String()
    because = fields.List(fields.String())
    by_item = fields.Boolean()


class SuggestionView(View):
    """The kind and the item that somebody's words tell of; null for what is not sure."""

    kind = fields.Nested(SuggestedKindView, allow_none=True)
    item = fields.Nested(FoundEntry, allow_none=True)
