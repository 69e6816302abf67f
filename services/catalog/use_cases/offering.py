"""A file that a keeper offers: kept, read, judged, and then imported or not; in the steps that a browser sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from services.catalog.storage.offered import Offered
from services.catalog.storage.tables import OfferedFileRow
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.applying import apply_import
from services.catalog.use_cases.importing import CHANGED_MEANWHILE, Plan, plan_import
from services.catalog.use_cases.keeping import require_keeper
from services.catalog.use_cases.reading import Offer, form_of
from services.shared.errors import Invalid, Refused
from services.shared.kit.tables import unreadable

# What a message over the bus may have, with room for how bytes are written there.
LARGEST = 10 * 1024 * 1024
# A reader mends these first, and then looks again.
SHOWN_PROBLEMS = 500
WENT_WRONG = (
    "Something went wrong that we did not foresee, so nothing was imported. Try again; "
    "when it goes wrong once more, ask your administrator to look in the log of catalog."
)
OnEach = Callable[[int], object]


def offer_file(work: CatalogWork, name: str, content: bytes, now: datetime) -> OfferedFileRow:
    """Keep a file that is to be read; raises Invalid for one that is too large or of no kind that is read."""
    require_keeper(work, "import the catalogue")
    try:
        form_of(name)
        if len(content) > LARGEST:
            raise unreadable(name, f"it is larger than {LARGEST // 1024**2} MB")
        if not content:
            raise unreadable(name, "it is empty")
    except Refused as refusal:
        raise Invalid(refusal.message, {"file": [refusal.message]}) from None
    return work.offered.add(work.actor.account, name, content, now)


def get_offered(work: CatalogWork, id: str, *, whole: bool = False, hold: bool = False) -> OfferedFileRow:
    """One file of who is asking."""
    require_keeper(work, "import the catalogue")
    return work.offered.get(id, work.actor.account, whole=whole, hold=hold)


def order_import(work: CatalogWork, id: str) -> OfferedFileRow:
    """Let a file be imported that was found right; raises Refused when it was not, or would change nothing."""
    row = get_offered(work, id, hold=True)
    if row.state == "ordered":
        return row
    outcome = row.outcome or {}
    if row.state != "judged" or outcome.get("problem_count") or not outcome.get("size"):
        raise Refused("nothing_to_import", f"There is nothing in {row.name} that can be imported.")
    row.state, row.done = "ordered", 0
    return row


def drop_offered(work: CatalogWork, id: str) -> str:
    """Forget a file, and answer which; raises Refused for one that is being imported, or was."""
    row = get_offered(work, id, hold=True)
    if row.state == "ordered":
        raise Refused("import_is_ordered", f"{row.name} is being imported, so it cannot be thrown away any more.")
    if row.state == "imported":
        raise Refused("import_is_done", f"{row.name} was imported, so it cannot be thrown away any more.")
    work.offered.drop(row.id)
    return row.id


def judge(work: CatalogWork, offer: Offer, on_each: OnEach) -> tuple[Plan, dict[str, Any]]:
    """What a file would do, and the same as it is kept to be shown."""
    plan = plan_import(work, offer, on_each)
    counts = [
        {"sheet": name, **vars(count), "named": [one._asdict() for one in plan.tally.named[name]]}
        for name, count in plan.tally.counts.items()
    ]
    problems = [one._asdict() for one in plan.problems[:SHOWN_PROBLEMS]]
    outcome = {"counts": counts, "size": plan.size, "problems": problems, "problem_count": len(plan.problems)}
    return plan, outcome | {"mark": plan.mark}


def keep_judgement(offered: Offered, id: str, content: bytes, outcome: dict[str, Any], *, ordered: bool) -> None:
    """Keep what a file would do, and the file as it was read once.

    An import that was ordered waits until its keeper has seen that what it would do has changed.
    """
    told = outcome | {"remark": CHANGED_MEANWHILE if ordered else None}
    offered.note(id, state="judged", content=content, outcome=told, mark=outcome["mark"], done=0, total=outcome["size"])


def keep_refusal(offered: Offered, id: str, refusal: Refused) -> None:
    """Keep why a file cannot be read; the file itself is of no use any more."""
    offered.note(id, state="unreadable", outcome={"remark": refusal.message}, content=b"")


def keep_failure(offered: Offered, id: str, outcome: dict[str, Any]) -> None:
    """Keep that an import went wrong, so that nothing of it was done; its keeper may order it again."""
    offered.note(id, state="judged", outcome=outcome | {"remark": WENT_WRONG}, done=0)


def import_offered(work: CatalogWork, id: str, plan: Plan, now: datetime, on_each: OnEach) -> None:
    """Import a file, and keep that it was, in one transaction: all or nothing, and once."""
    apply_import(work, plan, now, on_each)
    work.offered.note(id, state="imported", done=plan.size, content=b"")
