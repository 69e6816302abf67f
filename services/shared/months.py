"""The months and the days of the week by name, for a date in words that is kept in both languages."""

_DUTCH = "januari februari maart april mei juni juli augustus september oktober november december"
_ENGLISH = "January February March April May June July August September October November December"
MONTHS = {"nl": _DUTCH.split(), "en": _ENGLISH.split()}

_DAGEN = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
WEEKDAYS = {"nl": _DAGEN.split(), "en": _DAYS.split()}
