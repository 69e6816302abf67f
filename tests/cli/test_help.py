"""Every command says what it does, and says in one line what it cannot do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from services.cli.main import balie
from services.shared.kit.config import Config, settings
from tests.cli.command import process, run


def commands(command: click.Command = balie, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command and group, from the group of all down."""
    yield path
    if isinstance(command, click.Group):
        for name, under in command.commands.items():
            yield from commands(under, (*path, name))


def found(path: tuple[str, ...]) -> click.Command:
    command: click.Command = balie
    for word in path:
        assert isinstance(command, click.Group)
        command = command.commands[word]
    return command


def test_there_is_every_command_of_the_manual() -> None:
    assert sorted(" ".join(path) for path in commands() if not isinstance(found(path), click.Group)) == [
        "account add",
        "account list",
        "account password",
        "backup",
        "catalogue export",
        "catalogue import",
        "catalogue index",
        "catalogue score",
        "config",
        "demo",
        "events drop",
        "events lag",
        "events parked",
        "events retry",
        "migrate",
        "rebuild",
        "restore",
        "run",
        "token create",
        "token list",
        "token revoke",
        "up",
    ]


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_help_says_what_a_command_does(path: tuple[str, ...]) -> None:
    command = found(path)
    for option in ("--help", "-h"):
        helped = run(*path, option)
        assert (helped.code, helped.err) == (0, "")
        assert helped.out.startswith(f"Usage: {' '.join(('balie', *path))} ")
        assert (command.help or "").splitlines()[0] in helped.out.replace("\n  ", " ")
        assert "..." not in helped.out.partition("Commands:")[2], "a summary that is cut off says nothing"


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_option_is_explained(path: tuple[str, ...]) -> None:
    options = [each for each in found(path).params if isinstance(each, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_help_is_there_with_a_wrong_setting_too() -> None:
    assert run("up", "--help", BALIE_PORT="eighty").code == 0


def test_without_a_command_there_is_help() -> None:
    told = run()
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("Usage: balie [OPTIONS] COMMAND")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["nonsense"], "No such command 'nonsense'. See `balie --help`."),
        (["--nonsense"], "No such option '--nonsense'. See `balie --help`."),
        (["up", "--nonsense"], "No such option '--nonsense'. See `balie up --help`."),
        (["up", "--port", "x"], "Invalid value for '--port': 'x' is not a valid integer range. See `balie up --help`."),
        (
            ["run"],
            "Missing argument 'SERVICE...'. Choose from: catalog, intake, routing, reporting, gateway. "
            "See `balie run --help`.",
        ),
        (
            ["rebuild", "intake"],
            "Invalid value for 'SERVICE': 'intake' is not 'reporting'. See `balie rebuild --help`.",
        ),
        (
            ["events", "drop", "intake", "first"],
            "Invalid value for 'ID': 'first' is not a valid integer. See `balie events drop --help`.",
        ),
        (["token", "create", "--name", "x"], "Missing option '--account'. See `balie token create --help`."),
    ],
    ids=" ".join,
)
def test_a_wrong_use_is_one_line(words: list[str], line: str) -> None:
    told = run(*words)
    assert (told.code, told.refusal) == (2, line)


def test_config_lists_every_setting() -> None:
    told = run("config", BALIE_PORT="9000", BALIE_DATABASE_URL="postgresql://desk:geheim@db/balie")
    rows = {line.split()[0]: line for line in told.out.splitlines()[1:]}
    listed = settings(Config())
    assert list(rows) == [row["variable"] for row in listed]
    for row in listed:
        assert row["meaning"] in rows[row["variable"]]
    assert rows["BALIE_PORT"].split()[1] == "9000"
    assert rows["BALIE_PORT"].rstrip().endswith("(default: 8000)")
    assert "postgresql://desk:***@db/balie" in rows["BALIE_DATABASE_URL"]
    assert "geheim" not in told.out


def test_config_hides_the_secret() -> None:
    assert "sssh" not in run("config", BALIE_SECRET="sssh").out


def test_the_version_is_the_one_of_the_package() -> None:
    told = run("--version")
    assert (told.code, told.err) == (0, "")
    assert re.fullmatch(r"Balie [0-9.]+(, a checkout that was not installed)?\n", told.out)


def test_the_command_is_there_as_a_module(tmp_path: Path) -> None:
    with process(tmp_path, "config", BALIE_FLAVOUR="vanilla") as command:
        assert command.ended().refusal == (
            "BALIE_FLAVOUR is not a setting of Balie. `balie config` lists the settings."
        )
