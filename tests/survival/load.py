"""Clients that keep the desk busy: each brings a notification, has it forwarded, and begins again.

Every request carries an idempotency key and is repeated after a 503, as a good client does, so each
notification is accepted in the end; what came in between is written down.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import eventlet
import requests

from tests.desk import AGENT, Api
from tests.survival.house import House

PAUSE = 0.02
PAUSE_AFTER_REFUSAL = 0.1
ENDS_WITHIN = 60.0
NOTIFICATION = {"kind": "malfunction", "channel": "phone", "summary": "Lamp uit", "customer": "K0001"}
FORWARD = {"team": "TECHNIEK"}


@dataclass(frozen=True)
class Answer:
    """What one request was answered; status 0 when the connection broke."""

    began: float
    took: float
    status: int
    retry_after: str | None
    said: str


@dataclass
class Load:
    """What `clients` clients at once asked, and how it was answered."""

    house: House
    clients: int = 4
    pause: float = PAUSE
    # The gateways to try for each request, the first one first; else the only one.
    gateways: Callable[[], list[str]] | None = None
    # Whether a gateway may be killed under a client.
    connections_may_break: bool = False
    # Without keys nothing may be repeated, and what is done twice in the house is kept twice.
    keys: bool = True
    answers: list[Answer] = field(default_factory=list)
    # What was refused at first: path, body, key, and how it was answered in the end.
    refused: dict[str, tuple[str, dict[str, Any], int]] = field(default_factory=dict)

    @contextmanager
    def going(self) -> Iterator[Load]:
        """The clients are busy while the block lasts; afterwards each has ended what it had begun."""
        stop: list[bool] = []
        clients = [eventlet.spawn(self._client, stop) for _ in range(self.clients)]
        try:
            yield self
        finally:
            stop.append(True)
            with eventlet.Timeout(ENDS_WITHIN, AssertionError(f"no end: {self.answers[-3:]}")):
                for client in clients:
                    client.wait()

    def bring(self, count: int) -> None:
        """Bring so many notifications, one after the other, and have each forwarded."""
        client = self._api()
        for _ in range(count):
            self._one(client)

    def since(self, moment: float) -> list[Answer]:
        """What was asked after a moment."""
        return [answer for answer in self.answers if answer.began >= moment]

    def accepted_since(self, moment: float) -> bool:
        """Whether a notification has been registered that was asked for after this moment."""
        return any(answer.status == 201 for answer in self.since(moment))

    def repeat(self) -> None:
        """Ask again what was once refused: each must be told what it was told in the end, and the same number."""
        client = self._api()
        for key, (path, body, wanted) in self.refused.items():
            again = client.post(path, body, **{"Idempotency-Key": key})
            assert again.status_code == wanted, again.text
            if path == "/notifications":
                self.house.ledger.accept(key, again.json()["number"])

    def _client(self, stop: list[bool]) -> None:
        client = self._api()
        while not stop:
            self._one(client)
            eventlet.sleep(self.pause)

    def _one(self, client: Api) -> None:
        key = uuid.uuid4().hex
        number = str(self._until_accepted(client, "/notifications", NOTIFICATION, key, 201)["number"])
        self.house.ledger.accept(key, number)
        self._until_accepted(client, f"/notifications/{number}/forward", FORWARD, f"{key}-forward", 200)
        self.house.ledger.forward(number)

    def _until_accepted(self, client: Api, path: str, body: dict[str, Any], key: str, wanted: int) -> dict[str, Any]:
        while True:
            answer = self._ask(client, path, body, key)
            if answer is not None and answer.status_code == wanted:
                told: dict[str, Any] = answer.json()
                return told
            if answer is not None and (answer.status_code != 503 or not self.keys):
                raise AssertionError(f"POST {path} was answered {answer.status_code}: {answer.text}")
            self.refused[key] = (path, body, wanted)
            eventlet.sleep(PAUSE_AFTER_REFUSAL)

    def _ask(self, client: Api, path: str, body: dict[str, Any], key: str) -> requests.Response | None:
        began = time.monotonic()
        try:
            answer = self._send(client, path, body, key)
        except requests.ConnectionError as broken:
            if not self.connections_may_break:
                raise
            self.answers.append(Answer(began, time.monotonic() - began, 0, None, repr(broken)))
            return None
        took, after = time.monotonic() - began, answer.headers.get("Retry-After")
        self.answers.append(Answer(began, took, answer.status_code, after, answer.text[:300]))
        return answer

    def _send(self, client: Api, path: str, body: dict[str, Any], key: str) -> requests.Response:
        headers = {"Idempotency-Key": key} if self.keys else {}
        if self.gateways is None:
            return client.post(path, body, **headers)
        # As a proxy does: a gateway that does not let us in is passed over, and nothing else is tried again.
        for gateway in self.gateways():
            client.url = f"{gateway}/api/v1"
            with suppress_refused():
                return client.post(path, body, **headers)
        raise AssertionError("no gateway lets anybody in")

    def _api(self) -> Api:
        return self.house.api(AGENT.account)


@contextmanager
def suppress_refused() -> Iterator[None]:
    """Nothing was sent when the connection itself was refused."""
    try:
        yield
    except requests.ConnectionError as broken:
        if "ECONNREFUSED" not in str(broken):
            raise


def assert_answered_or_told_to_wait(answers: list[Answer], within: float) -> None:
    """Everybody heard the result or a 503 that says when to come back, and nobody waited longer than this."""
    assert answers
    for answer in answers:
        assert answer.took < within, answer
        assert answer.status in (200, 201) or (answer.status == 503 and answer.retry_after), answer
