"""The diagrams and tables of the flow are those of the code."""

from __future__ import annotations

import re

from services.cli.house import SERVICES, service_class
from services.intake.domain.notification import MOVES
from services.routing.domain.work_order import STEPS
from services.shared.kit.follower import followed_by
from services.shared.vocabulary import Status, WorkStatus
from tests.docs.pages import HOUSE, code, page, rows, section, words

FLOW = page("flow.md")
NOTIFICATION = section(FLOW, "## A notification's life")
WORK_ORDER = section(FLOW, "## A work order's life")


def arrows(text: str) -> list[tuple[str, str, str]]:
    """The arrows of the only state diagram in a text: from, to, by."""
    (diagram,) = code(text, "mermaid")
    assert diagram.startswith("stateDiagram-v2\n")
    return re.findall(r"^ +(\S+) --> ([^\s:]+)(?:: (.+))?$", diagram, flags=re.MULTILINE)


def test_diagrams_name_only_statuses_that_exist() -> None:
    for text, statuses in ((NOTIFICATION, Status), (WORK_ORDER, WorkStatus)):
        named = {state for begin, end, _ in arrows(text) for state in (begin, end)} - {"[*]"}
        assert named == {str(status) for status in statuses}


def test_every_arrow_is_a_move_that_is_allowed_there() -> None:
    for begin, _, by in arrows(NOTIFICATION):
        if by in MOVES:
            allowed = MOVES[by].statuses | MOVES[by].by_customer
            assert Status(begin) in allowed, (begin, by)
    for begin, _, by in arrows(WORK_ORDER):
        if by in STEPS:
            assert WorkStatus(begin) in STEPS[by].statuses, (begin, by)


def test_every_status_is_explained() -> None:
    explained = [
        words(row[0])[0] for row in rows(NOTIFICATION) if len(words(row[0])) == 1 and words(row[0])[0] not in MOVES
    ]
    assert explained == [str(status) for status in Status]


def test_every_action_says_when() -> None:
    told: dict[str, set[str]] = {}
    for row in rows(NOTIFICATION):
        action = words(row[0])[0]
        if action in MOVES:
            statuses = {str(status) for status in Status} if row[2] == "always" else set(words(row[2]))
            told.setdefault(action, set()).update(statuses)
    assert told == {
        action: {str(status) for status in move.statuses | move.by_customer} for action, move in MOVES.items()
    }


def test_every_word_of_the_timeline_is_there() -> None:
    files = (
        "service.py",
        "use_cases/handling.py",
        "use_cases/correcting.py",
        "use_cases/hearing.py",
        "use_cases/registering.py",
    )
    source = "".join((HOUSE / "services" / "intake" / file).read_text() for file in files)
    told = [words(row[0])[0] for row in rows(section(FLOW, "## The timeline"))]
    assert [word for word in told if f'"{word}"' not in source] == []
    added = re.findall(r'timeline\.add\([^,"]+, now, "(\w+)"', source) + re.findall(
        r'_keep\(work, \w+, "(\w+)"', source
    )
    assert len(added) >= 8
    moved = set(re.findall(r'"(work_order_\w+)"', (HOUSE / "services/intake/service.py").read_text()))
    assert set(added) <= set(told)
    assert moved <= set(told)


def test_who_hears_what_is_as_it_is() -> None:
    table = {row[0]: row[2] for row in rows(section(FLOW, "## Who tells and who hears"))}
    assert list(table) == list(SERVICES)
    for service in SERVICES:
        told = {} if table[service] == "nobody" else dict(part.split(": ") for part in table[service].split("; "))
        heard = followed_by(service_class(service))
        assert {source: set(words(events)) for source, events in told.items()} == {
            source: set(events) for source, events in heard.items()
        }
