"""The secret that signs forms: from the settings, else made once and kept in the data folder."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from services.shared.kit.config import Config, WrongSetting


def signing_secret(config: Config) -> str:
    """The secret; the same after a restart, and readable by this user only."""
    if config.secret:
        return config.secret
    file = config.data / "secret"
    try:
        config.data.mkdir(parents=True, exist_ok=True)
        return _read(file) or _make(file)
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
    draft = file.with_name(f"secret.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as opened:
            opened.write(secret)
        os.link(draft, file)
    except FileExistsError:
        return _read(file)
    finally:
        draft.unlink()
    return secret
