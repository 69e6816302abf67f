"""Giving the demo's items their pictures, kept by the gateway as those that a keeper sends."""

from __future__ import annotations

from datetime import datetime

from services.demo.content.people import COLLEAGUES
from services.demo.content.pictures import PICTURES, drawn
from services.gateway.domain.file import Purpose
from services.gateway.use_cases.files import claim, keep_file
from services.shared.kit.config import Config
from services.shared.kit.database import database_of

KEEPER = next(colleague for colleague in COLLEAGUES if "manager" in colleague.roles)


def make(config: Config, moment: datetime) -> dict[str, str]:
    """Keep each picture for its item; answers the files by the code of the item."""
    database = database_of(config, "gateway")
    files: dict[str, str] = {}
    for code, drawing in PICTURES.items():
        file = keep_file(
            database,
            content=drawn(drawing),
            name=f"{code}.png",
            account=KEEPER.account,
            purpose=Purpose.ITEM,
            pictures_only=True,
            now=moment,
        )
        # At once, as nobody may have many files that nothing uses.
        claim(database, [file.id], code)
        files[code] = file.id
    return files
