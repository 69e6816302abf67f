"""The doors through which the catalogue goes out as a file and comes in from one.

Reading and importing a large file takes longer than anybody waits for an answer. So `work_on_import` does it
while `get_import` tells how far it is; whoever looks may ask for it again, and one at a time does it.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from logging import getLogger
from typing import Any

from eventlet import sleep
from nameko.timer import timer

from services.catalog import views
from services.catalog.storage.offered import KEPT
from services.catalog.storage.tables import OfferedFileRow
from services.catalog.use_cases import exporting, offering
from services.catalog.use_cases.importing import Plan
from services.catalog.use_cases.reading import offer_of_kept, read_once, size_of
from services.shared.contracts import catalog
from services.shared.errors import DeskError, Refused
from services.shared.kit.database import Database, database_of
from services.shared.kit.rpc import rpc
from services.shared.kit.service import BusinessService, settings
from services.shared.kit.tables import unreadable
from services.shared.kit.threads import OneAtATime

SECONDS_BETWEEN_NOTES = 1.0
NOT_UNDERSTOOD = "something in it is not understood"
_log = getLogger(__name__)
# A turn of its own, for a large file takes many seconds in which others want to log in.
_turn = OneAtATime()
# How far each import is that runs in this process; SQLite has one writer, and that is the import itself.
_done: dict[str, int] = {}


class ExchangeDoors(BusinessService):
    """What catalog answers about files."""

    @rpc
    def export_catalogue(self, request: dict[str, Any]) -> dict[str, Any]:
        """The whole catalogue as a file, in base64; `packed` with gzip when that is asked."""
        asked = catalog.ExportCatalogue.read(request)
        with self.reading() as work:
            definitions = exporting.export_catalogue(work)
        content = _turn.do(exporting.file_to_send, definitions, asked["format"], asked["packed"])
        return {"content": b64encode(content).decode()}

    @rpc
    def offer_import(self, request: dict[str, Any]) -> dict[str, Any]:
        """Keep a file that is to be imported, and is still to be read."""
        asked, now = catalog.OfferImport.read(request), self.now()
        with self.transaction() as work:
            return work.once(
                ["offer_import", asked["name"], sha256(asked["content"]).hexdigest()],
                now,
                lambda: views.offered(offering.offer_file(work, asked["name"], asked["content"], now)),
            )

    @rpc
    def get_import(self, id: str) -> dict[str, Any]:
        """What a file would change, everything that is wrong with it, or how far its import is."""
        with self.reading() as work:
            return views.offered(offering.get_offered(work, id), _done)

    @rpc
    def apply_import(self, id: str) -> dict[str, Any]:
        """Let a file be imported that was found right; `work_on_import` does it."""
        with self.transaction() as work:
            return views.offered(offering.order_import(work, id))

    @rpc
    def drop_import(self, id: str) -> None:
        """Forget a file."""
        with self.transaction() as work:
            work.once(["drop_import", id], self.now(), lambda: {"id": offering.drop_offered(work, id)})

    @rpc
    def work_on_import(self, id: str) -> dict[str, Any]:
        """Do what is to be done with a file, and answer when it is done: read and judge it, or import it."""
        with self.reading() as work:
            id = offering.get_offered(work, id).id
        with self._database().exclusive(f"import {id}") as mine:
            with self.reading() as work:
                at_work = offering.get_offered(work, id).state in ("offered", "ordered")
                row = offering.get_offered(work, id, whole=True) if mine and at_work else None
            if row is not None:
                try:
                    self._judge_or_import(id, row)
                finally:
                    _done.pop(id, None)
        return self.get_import(id)

    @timer(interval=3600)
    def forget_old_imports(self) -> None:
        """Drop the files that nobody did anything with for a day."""
        with self.transaction() as work:
            work.offered.forget_before(self.now() - KEPT)

    def _judge_or_import(self, id: str, row: OfferedFileRow) -> None:
        ordered = row.state == "ordered"
        try:
            if ordered:
                self._import(id, row.content, row.mark)
            else:
                content = _turn.do(read_once, row.name, row.content)
                self._keep(id, content, self._judged(id, content, ordered=False)[1], ordered=False)
        except Refused as refusal:
            self._refuse(id, refusal)
        except DeskError:
            # It is tried again when what it needs is there again.
            raise
        except Exception:
            # Done again it would go wrong again, for as long as somebody looks.
            _log.exception("A file that is offered for import went wrong.")
            if ordered:
                with self.transaction() as work:
                    offering.keep_failure(work.offered, id, row.outcome or {})
            else:
                self._refuse(id, unreadable(row.name, NOT_UNDERSTOOD))

    def _import(self, id: str, content: bytes, mark: str | None) -> None:
        plan, outcome = self._judged(id, content, ordered=True)
        if plan.mark == mark and not plan.problems:
            if self._imported(id, plan):
                return
            plan, outcome = self._judged(id, content, ordered=True)
        self._keep(id, content, outcome, ordered=True)

    def _keep(self, id: str, content: bytes, outcome: dict[str, Any], *, ordered: bool) -> None:
        with self.transaction() as work:
            offering.keep_judgement(work.offered, id, content, outcome, ordered=ordered)

    def _refuse(self, id: str, refusal: Refused) -> None:
        with self.transaction() as work:
            offering.keep_refusal(work.offered, id, refusal)

    def _judged(self, id: str, content: bytes, *, ordered: bool) -> tuple[Plan, dict[str, Any]]:
        offer = _turn.do(offer_of_kept, content)
        # What was ordered is judged once more, which is no progress that its keeper waits for.
        noting = (lambda done: sleep(0)) if ordered else self._noting(id, mine=False)
        if not ordered:
            with self.transaction() as work:
                work.offered.note(id, done=0, total=size_of(offer))
        with self.reading() as work:
            return offering.judge(work, offer, noting)

    def _imported(self, id: str, plan: Plan) -> bool:
        """Import it; False when somebody was quicker, so that it would not be what its keeper saw."""
        with self.transaction() as work:
            work.offered.note(id, done=0, total=plan.size)
        try:
            with self.transaction() as work:
                offering.import_offered(work, id, plan, self.now(), self._noting(id, mine=True))
        except Refused:
            return False
        return True

    def _noting(self, id: str, *, mine: bool) -> Any:
        """What is called as definitions are done: it lets others go first, and keeps how far it is.

        On SQLite nobody else can write while the import itself does (`mine`), so it is only kept in this process.
        """
        noted = self.now()

        def note(done: int) -> None:
            nonlocal noted
            _done[id] = _done.get(id, 0) + done
            if (self.now() - noted).total_seconds() >= SECONDS_BETWEEN_NOTES and not (mine and self._database().sqlite):
                noted = self.now()
                with self.transaction() as work:
                    work.offered.note(id, done=_done[id])
            sleep(0)

        _done[id] = 0
        return note

    def _database(self) -> Database:
        return database_of(settings(), self.name)
