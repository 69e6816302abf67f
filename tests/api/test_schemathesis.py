"""What the description of the API promises, against a really running desk, by requests nobody would think of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.conftest import WISH
from tests.desk import ADMIN, AGENT, CUSTOMER, SPECIALIST, Api, Desk, until

PROMISES = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# An agent may do most, so what an agent sends gets furthest.
EXAMPLES = {AGENT.account: 6, CUSTOMER.account: 3, SPECIALIST.account: 3}
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
CODES = {"customer": "K0001", "location": "SH-2-14", "team": "TECHNIEK", "category": "ELEKTRA", "code": "lamp-kapot"}

Statuses = defaultdict[str, Counter[int]]


@pytest.fixture(scope="module")
def numbers(people: dict[str, Api], customer: Api, agent: Api) -> dict[str, list[str]]:
    """Notifications that were handled in different ways, and a work order."""
    found = [customer.post("/notifications", WISH).json()["number"] for _ in range(6)]
    agent.post(f"/notifications/{found[1]}/ask", {"question": "Welke plant?"})
    agent.post(f"/notifications/{found[2]}/answer", {"text": "Die komt morgen."})
    agent.post(f"/notifications/{found[3]}/answer", {"text": "Die komt morgen."})
    agent.post(f"/notifications/{found[3]}/close")
    agent.post(f"/notifications/{found[4]}/forward", {"team": "TECHNIEK"})
    orders = until(lambda: people[SPECIALIST.account].get("/work-orders").json()["items"])
    return {"notifications": found, "work-orders": [order["number"] for order in orders], "files": [_a_file(agent)]}


@pytest.fixture(scope="module")
def article(open_desk: Desk) -> None:
    """An answer that can be read, under the one code that is asked for."""
    text = {"nl": "Draai hem eruit.", "en": "Turn it out."}
    asked = {"code": CODES["code"], "title": text, "summary": text, "body": text}
    open_desk.call("catalog", "publish_article", asked, actor=ADMIN)


@pytest.fixture(scope="module")
def answered(article: None) -> Statuses:
    """How every request was answered, per operation."""
    return defaultdict(Counter)


def cases(operation: Any, mode: GenerationMode, numbers: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    """Requests of an operation, three of four about things that are there: else all would end in a 404."""

    def about(case: Any, number: Any, known: bool) -> Any:
        if known:
            for part in (case.path_parameters, case.query, case.body):
                if isinstance(part, dict):
                    part.update({name: code for name, code in CODES.items() if name in part})
            if "number" in (case.path_parameters or {}):
                case.path_parameters["number"] = number
            if operation.label == "GET /api/v1/files/{id}":
                case.path_parameters["id"] = number
            if operation.label == "POST /api/v1/notifications" and isinstance(case.body, dict):
                # Only with a customer does an agent get past the first question.
                case.body |= {"customer": CODES["customer"]}
                for name in ("location", "catalogue_item", "answers"):
                    case.body.pop(name, None)
        return case

    kind = operation.path.split("/")[3]
    of_kind = numbers.get(kind, ["unused"])
    known = st.sampled_from([True, True, True, False])
    return st.builds(about, operation.as_strategy(generation_mode=mode), st.sampled_from(of_kind), known)


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.value)
@pytest.mark.parametrize("person", EXAMPLES)
def test_every_operation_does_as_it_promises(
    open_desk: Desk,
    people: dict[str, Api],
    numbers: dict[str, list[str]],
    answered: Statuses,
    person: str,
    mode: GenerationMode,
) -> None:
    api = people[person]
    token = {"Authorization": api.session.headers["Authorization"]}
    schema = schemathesis.openapi.from_url(f"{open_desk.url}/api/v1/openapi.json")
    for operation in _operations(schema):
        # The same requests every time, so that a failure can be looked into.
        @settings(
            max_examples=EXAMPLES[person],
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=cases(operation, mode, numbers))
        def send(case: Any) -> None:
            answer = case.call(headers=token, session=api.session)
            answered[case.operation.label][answer.status_code] += 1
            case.validate_response(answer, checks=PROMISES)

        send()


def test_all_of_it_was_really_asked(answered: Statuses) -> None:
    """The last of this module: requests were sent, most were read, and none broke anything."""
    assert sum(counter.total() for counter in answered.values()) > 300
    assert len(answered) == 31
    assert {status for counter in answered.values() for status in counter} <= {200, 201, 400, 403, 404, 409, 422}
    for label, counter in answered.items():
        # Whatever was done to a notification before, one that is there may be refused but not be missing.
        assert set(counter) & {200, 201, 403, 409}, (label, counter)
        if label.startswith("GET"):
            assert counter[200], (label, counter)
    assert answered["POST /api/v1/notifications"][201]


def test_what_was_kept_meanwhile_can_be_read(agent: Api) -> None:
    page = agent.get("/notifications", limit=200)
    assert page.status_code == 200
    for row in page.json()["items"]:
        assert agent.get(f"/notifications/{row['number']}").status_code == 200


def _a_file(api: Api) -> str:
    sent = {"file": ("plek.txt", "Bij het raam, links boven.")}
    return str(api.session.post(f"{api.url}/files", files=sent).json()["id"])


def _operations(schema: Any) -> Iterator[Any]:
    for found in schema.get_all_operations():
        yield found.ok()
