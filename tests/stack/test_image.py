"""Everything the services read beside their code goes into the package, and so into the image."""

from __future__ import annotations

import fnmatch
import tomllib
from pathlib import Path

from tests.cli.command import HOUSE

PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text())["tool"]["setuptools"]


def test_every_file_beside_the_code_is_packed() -> None:
    # Folders without an __init__.py are packages too, unless `namespaces` says otherwise.
    assert PROJECT["packages"]["find"] == {"include": ["services*"]}
    patterns = [pattern.removeprefix("**/") for pattern in PROJECT["package-data"]["*"]]
    beside = [file for file in (HOUSE / "services").rglob("*") if file.is_file() and not _is_code(file)]
    assert {"base.html", "tokens.css", "messages.po", "icons.svg"} <= {file.name for file in beside}
    left_out = [file for file in beside if not any(fnmatch.fnmatch(file.name, pattern) for pattern in patterns)]
    assert left_out == []


def test_what_the_image_is_built_with_is_pinned_as_well() -> None:
    for lock in ("requirements.lock", "deploy/build.lock"):
        pinned = [line for line in (HOUSE / lock).read_text().split("\n\n")[0].splitlines() if "==" in line]
        hashed = (HOUSE / lock).read_text().count("--hash=sha256:")
        assert 0 < len(pinned) <= hashed
    wanted = tomllib.loads((HOUSE / "pyproject.toml").read_text())["build-system"]["requires"]
    assert wanted == ["setuptools>=77"]
    assert "setuptools==" in (HOUSE / "deploy" / "build.lock").read_text()


def _is_code(file: Path) -> bool:
    return file.suffix in (".py", ".pyc")
