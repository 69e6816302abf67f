"""Somebody who reads the portal's pages in a test, and what the services behind them tell."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.gateway.conftest import PASSWORD

CUSTOMER = {
    "code": "C-1",
    "name": "Carla de Vries",
    "organisation": {"code": "O", "name": "Gemeente"},
    "email": None,
    "phone": "06-1",
}
PLACE = {"code": "A-2", "name": "Kamer 2", "path": "Stadhuis › Kamer 2"}
ITEM: dict[str, Any] = {
    "code": "lamp",
    "version": 1,
    "name": {"nl": "Verlichting", "en": "Lighting"},
    "description": {"nl": "Licht", "en": "Light"},
    "category": {"code": "E", "name": {"nl": "Elektra", "en": "Electricity"}},
    "kinds": ["malfunction"],
    "questions": [
        {
            "code": "count",
            "text": {"nl": "Hoeveel?", "en": "How many?"},
            "help": None,
            "type": "number",
            "required": True,
            "choices": [],
            "lowest": 1.0,
            "highest": 9.0,
        }
    ],
}
SHOWN: dict[str, Any] = {
    "number": "M26-000042",
    "kind": "malfunction",
    "channel": "phone",
    "level": "call",
    "status": "at_desk",
    "summary": "De lamp <b>knippert</b>",
    "description": "",
    "customer": CUSTOMER,
    "location": None,
    "team": None,
    "contact_point": None,
    "impact": None,
    "urgency": None,
    "catalogue_item": None,
    "answers": [],
    "question": None,
    "first_line": False,
    "registered_at": "2026-03-02T12:00:00+00:00",
    "changed_at": "2026-03-02T12:00:00+00:00",
    "ready_at": None,
    "closed_at": None,
    "rating": None,
    "work_orders": [],
    "actions": ["ask", "answer", "note"],
    "timeline": [
        {
            "at": "2026-03-02T12:00:00+00:00",
            "what": "noted",
            "by": "Anna",
            "text": "<script>alert(1)</script>",
            "for_customer": False,
        }
    ],
}


class Reader:
    """Somebody with a browser without JavaScript: sends forms with the hidden fields they came with."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.page = ""
        self.raw = ""
        self.at = ""

    def see(self, address: str, status: int = 200) -> str:
        return self._read(self.client.get(address), status)

    def send(self, address: str, status: int = 200, **fields: Any) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.page)
        assert found
        told = {"csrf_token": found[1], **fields}
        if not any(
            isinstance(one, FileStorage) for field in fields.values() if isinstance(field, list) for one in field
        ):
            return self._read(self.client.post(address, data=told), status)
        # Written here, for Flask's own way leaves files of more than half a megabyte open.
        boundary, body = encode_multipart(told)
        form = f'multipart/form-data; boundary="{boundary}"'
        return self._read(self.client.post(address, data=body, content_type=form), status)

    def log_in(self, name: str) -> Reader:
        self.see("/login")
        self.send("/login", name=name, password=PASSWORD)
        return self

    def _read(self, answer: Any, status: int) -> str:
        # Flask's own way to follow would go without the bus.
        while answer.status_code in (302, 303):
            assert answer.location.startswith("/")
            answer = self.client.get(answer.location)
        assert answer.status_code == status, answer.text
        self.raw, self.at = answer.text, answer.request.path
        self.page = unescape(self.raw)
        return self.page
