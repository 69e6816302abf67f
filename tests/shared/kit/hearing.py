"""A follower of `origin` in the probe, with handlers that fail when a test wants and the time in hand."""

from datetime import timedelta

from services.shared.kit.following import Following
from services.shared.kit.parking import Parking
from tests.shared.kit.probe import KIT, NOON, ProbeWork, cursor, journal_of, notes

PAUSE = timedelta(seconds=5)
BEHIND = "An earlier event about the same subject waits."


class Handlers:
    """What the probe does at an event: it writes the text down; and the subjects that it cannot do yet."""

    def __init__(self):
        self.failing = {}

    def on_note_written(self, work, event):
        # A note that is not kept shows that a failed attempt leaves nothing behind.
        work.write(event.subject, event.data["text"])
        if event.subject in self.failing:
            raise self.failing[event.subject]

    @property
    def by_event(self):
        return {"note_written": self.on_note_written}


class Told:
    """A follower of `origin` in the probe, with the time in hand."""

    def __init__(self, database, origin):
        self.database, self.origin = database, origin
        self.handlers, self.now, self.kept = Handlers(), NOON, 0
        self.fetched = []
        self.following = self.another(database)

    def another(self, database):
        """Another instance of the same follower."""
        return Following(
            "origin",
            database,
            ProbeWork,
            self.handlers.by_event,
            self._fetch,
            first_pause=PAUSE,
            clock=lambda: self.now,
            kept=self._was_kept,
        )

    def _fetch(self, position, limit):
        self.fetched.append(position)
        return journal_of(self.origin)(position, limit)

    def _was_kept(self):
        self.kept += 1

    @property
    def cursor(self):
        return cursor(self.database, "origin")

    @property
    def texts(self):
        return [text for _, text in notes(self.database)]

    @property
    def parked(self):
        """Position, attempts and error of what waits."""
        with self.database.reading() as session:
            return [(row["position"], row["attempts"], row["error"]) for row in Parking(session, KIT.parked).all()]

    def in_parking(self, use):
        with self.database.transaction() as session:
            return use(Parking(session, KIT.parked))


def wrong(message="wrong"):
    """How the error of a handler is kept."""
    return f"ValueError({message!r})"
