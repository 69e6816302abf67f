"""The months by name, for a date in words that is kept in both languages."""

_DUTCH = "januari februari maart april mei juni juli augustus september oktober november december"
_ENGLISH = "January February March April May June July August September October November December"
MONTHS = {"nl": _DUTCH.split(), "en": _ENGLISH.split()}
