"""Every setting, in one place.

Configuration is environment variables only. Each is named, explained and checked here, so that
`balie config` can list them all and a wrong one is one clear line at the start instead of a
puzzle later on.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from math import inf
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

DATA = Path("data")


class WrongSetting(Exception):
    """A setting cannot be used; the message says which, why, and what to give instead."""


def _positive(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = 0.0
    if not 0 < number < inf:
        raise ValueError("give a number above 0")
    return number


def _whole(value: str) -> int:
    if not (_is_whole(value) and int(value) >= 1):
        raise ValueError("give a whole number of at least 1")
    return int(value)


def _port(value: str) -> int:
    if not (_is_whole(value) and int(value) <= 65535):
        raise ValueError("give a port from 0 to 65535")
    return int(value)


def _is_whole(value: str) -> bool:
    return re.fullmatch(r"[0-9]{1,9}", value) is not None


def _folder(value: str) -> Path:
    try:
        return Path(value).expanduser()
    except RuntimeError:
        raise ValueError("give a folder") from None


def _broker(value: str) -> str:
    if _scheme(value) not in ("embedded", "amqp", "amqps"):
        raise ValueError("give embedded:// or amqp://user:password@host:5672/vhost")
    return value


def _database(value: str) -> str:
    if value != "sqlite" and _scheme(value) not in ("postgresql", "postgresql+psycopg"):
        raise ValueError("give sqlite or postgresql://user:password@host:5432/name")
    return value


def _scheme(url: str) -> str:
    """The word before `://`; empty for what is no address."""
    try:
        address = urlsplit(url)
        # Asking for the port is what checks it.
        return address.scheme if "://" in url and (address.port is None or address.port) else ""
    except ValueError:
        return ""


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("give an IANA time zone, as Europe/Amsterdam")
    return value


def _one_of(*words: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in words:
            raise ValueError(f"give one of: {', '.join(words)}")
        return value

    return check


def _setting(default: Any, read: Callable[[str], Any], meaning: str, *, secret: bool = False) -> Any:
    return field(default=default, metadata={"read": read, "meaning": meaning, "secret": secret})


@dataclass(frozen=True)
class Config:
    """What Balie was told by its environment; each field is the variable `BALIE_<FIELD>`."""

    broker_url: str = _setting(
        "embedded://", _broker, "The message broker: embedded:// (in this process) or amqp://…", secret=True
    )
    database_url: str = _setting(
        "sqlite", _database, "sqlite (one file per service in the data folder) or postgresql://…", secret=True
    )
    data: Path = _setting(  # noqa: RUF009  `_setting` is dataclasses.field with a meaning
        DATA, _folder, "The data folder: SQLite files and the portal's secret."
    )
    host: str = _setting("127.0.0.1", str, "The address the gateway listens on.")
    port: int = _setting(8000, _port, "The port the gateway listens on.")
    secret: str = _setting(
        "", str, "Signs sessions and forms; the same for every gateway. Empty: kept in the data folder.", secret=True
    )
    secure_cookies: bool = _setting(
        False,
        lambda value: _one_of("yes", "no")(value) == "yes",
        "yes when the portal is reached over https, so cookies never travel in the clear; else no.",
    )
    zone: str = _setting("Europe/Amsterdam", _zone, "The desk's time zone.")
    language: str = _setting("nl", _one_of("nl", "en"), "The language of the portal for who has not chosen: nl or en.")
    log_format: str = _setting("console", _one_of("console", "json"), "How log lines look: console or json.")
    log_level: str = _setting("info", _one_of("debug", "info", "warning", "error"), "The lowest level that is logged.")
    rpc_timeout: float = _setting(5.0, _positive, "Seconds a service waits for another one before it says 503.")
    workers: int = _setting(10, _whole, "How many calls one service process handles at the same time.")
    relay_interval: float = _setting(
        1.0, _positive, "Seconds between two looks of the relay, should a nudge be missed."
    )
    follow_interval: float = _setting(
        5.0, _positive, "Seconds after which a follower looks for news, should a bell be missed."
    )
    retry_pause: float = _setting(
        5.0, _positive, "Seconds before a parked event is tried again; each next pause is twice as long, up to an hour."
    )
    heartbeat: str = _setting(
        "", str, "A file to touch every few seconds while the broker and the database answer, for health checks."
    )

    def __post_init__(self) -> None:
        if self.database_url == "sqlite" and not self.embedded:
            raise WrongSetting(
                "BALIE_DATABASE_URL is sqlite while BALIE_BROKER_URL names a broker: SQLite belongs to one process. "
                "Give postgresql://… as well, or leave BALIE_BROKER_URL out."
            )

    @property
    def embedded(self) -> bool:
        """Whether all services share this process and its in-process bus."""
        return self.broker_url.startswith("embedded:")

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Config:
        """Read the environment; raises `WrongSetting` for a value or name Balie does not know."""
        known = {variable(setting.name): setting for setting in fields(cls)}
        for name in environ:
            if name.startswith("BALIE_") and not name.startswith("BALIE_TEST_") and name not in known:
                raise WrongSetting(f"{name} is not a setting of Balie. `balie config` lists the settings.")
        told: dict[str, Any] = {}
        for name, setting in known.items():
            if name not in environ:
                continue
            try:
                told[setting.name] = setting.metadata["read"](environ[name])
            except ValueError as wrong:
                shown = "the given value" if setting.metadata["secret"] else repr(environ[name])
                raise WrongSetting(f"{name}: {shown} cannot be used: {wrong}.") from None
        return cls(**told)


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return f"BALIE_{name.upper()}"


def settings(config: Config) -> list[dict[str, str]]:
    """Every setting with its `variable`, `default`, `value` (passwords hidden) and `meaning`."""
    rows = []
    for setting in fields(Config):
        value = getattr(config, setting.name)
        shown = hide_password(str(value)) if "url" in setting.name else _shown(value)
        if setting.metadata["secret"] and "url" not in setting.name and value:
            shown = "***"
        rows.append(
            {
                "variable": variable(setting.name),
                "default": _shown(setting.default),
                "value": shown,
                "meaning": setting.metadata["meaning"],
            }
        )
    return rows


def _shown(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def hide_password(url: str) -> str:
    """The same URL with `***` for the password, fit for a log line."""
    # Up to the last @, since a password may itself have one.
    hidden = re.sub(r"(://[^:/@]*):.*@", r"\1:***@", url)
    return re.sub(r"\b(password=)[^&]*", r"\1***", hidden)
