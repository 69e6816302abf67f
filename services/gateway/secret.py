"""The secret that signs forms: from the settings, else made once and kept in the data folder."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from services.shared.kit.config import Config, WrongSetting


def signing_secret(config: Config) -> str:
    """The secret; the same after a restart, and readable by this user only."""
    if config.secret:
        return config.secret
    with _place(config) as file:
        return _read(file) or _make(file)


def keep_secret(config: Config, secret: str) -> None:
    """Keep a secret of before instead of the one that is kept, for the next start."""
    with _place(config) as file:
        _draft(file, secret).replace(file)


@contextmanager
def _place(config: Config) -> Iterator[Path]:
    file = config.data / "secret"
    try:
        config.data.mkdir(parents=True, exist_ok=True)
        yield file
    except OSError as wrong:
        raise WrongSetting(
            f"BALIE_DATA: the secret cannot be kept in {file} ({wrong.strerror}). Give a folder that this user "
            "may write to, or set BALIE_SECRET."
        ) from None


def _read(file: Path) -> str:
    try:
        return file.read_text().strip()
    except FileNotFoundError:
        return ""


def _make(file: Path) -> str:
    secret = secrets.token_urlsafe(32)
    # Written beside its place and then linked there: another gateway that starts now finds all of it or nothing.
    draft = _draft(file, secret)
    try:
        os.link(draft, file)
    except FileExistsError:
        return _read(file)
    finally:
        draft.unlink()
    return secret


def _draft(file: Path, secret: str) -> Path:
    draft = file.with_name(f"secret.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as opened:
            opened.write(secret)
    except OSError:
        draft.unlink()
        raise
    return draft
