"""Every setting and every command is in the manual, as it is."""

from __future__ import annotations

import re

import pytest

from services.gateway import metrics
from tests.cli.command import run
from tests.docs import write_operations
from tests.docs.pages import HOUSE, code, page, rows, section, words

OPERATIONS = page("operations.md")
commands = write_operations.commands


def test_every_setting_is_there_with_its_default_and_meaning() -> None:
    told = rows(section(OPERATIONS, "## Settings"))
    assert told == write_operations.rows(), "`make docs` writes it"


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_command_is_there_with_its_help(path: tuple[str, ...]) -> None:
    told = section(OPERATIONS, f"### balie {' '.join(path)}")
    assert code(told, "text") == [run(*path, "--help").out], "`make docs` writes it"


def test_no_command_is_there_that_is_none() -> None:
    told = [line for line in section(OPERATIONS, "## Commands").splitlines() if line.startswith("### ")]
    assert sorted(told) == sorted(f"### balie {' '.join(path)}" for path in commands())


def test_every_example_is_a_command_that_can_be_given() -> None:
    blocks = "".join(code(OPERATIONS, "sh")).replace("\\\n", " ")
    examples = [line.split() for line in blocks.splitlines() if line.startswith("balie ")]
    known = {path for path in commands()}
    assert examples
    assert [words for words in examples if not any(tuple(words[1 : 1 + len(path)]) == path for path in known)] == []


def test_writing_it_again_changes_nothing() -> None:
    assert write_operations.written(OPERATIONS) == OPERATIONS, "`make docs` writes it"


def test_every_figure_is_explained() -> None:
    service = {"unpublished": 0, "parked": 0, "journal": 0, "following": {"intake": 0}}
    text = metrics.page({"intake": service, "reporting": service})[0].decode()
    # Prometheus' library adds to each histogram the moment it began.
    figures = {
        line.split()[2].removesuffix("_created") for line in text.splitlines() if line.startswith("# TYPE balie_")
    }
    told = {words(row[0])[0] for row in rows(section(OPERATIONS, "## Health and metrics"))}
    assert figures == {word for word in told if word.startswith("balie_")}


def test_every_alarm_is_explained() -> None:
    rules = re.findall(r"- alert: (\w+)$", (HOUSE / "deploy/monitoring/alerts.yml").read_text(), flags=re.MULTILINE)
    assert rules
    assert [words(row[0]) for row in rows(section(OPERATIONS, "## Alarms"))] == [[rule] for rule in rules]


def test_every_log_line_that_is_explained_is_there() -> None:
    code_of_all = "".join(file.read_text() for file in (HOUSE / "services").rglob("*.py"))
    told = [words(row[0])[0] for row in rows(section(OPERATIONS, "## Logs"))]
    assert told
    assert [line for line in told if f'"{line}"' not in code_of_all] == []
