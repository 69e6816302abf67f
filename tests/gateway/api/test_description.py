import pytest
import schemathesis
from flask.testing import FlaskClient

CONTRACT = {
    "/notifications": {"get", "post"},
    "/notifications/{number}": {"get"},
    **{
        f"/notifications/{{number}}/{step}": {"post"}
        for step in ("take", "ask", "answer", "correct", "forward", "note", "close", "reopen", "cancel", "rate")
    },
    "/work-orders": {"get"},
    "/work-orders/{number}": {"get"},
    **{f"/work-orders/{{number}}/{step}": {"post"} for step in ("accept", "start", "complete")},
    "/catalogue": {"get"},
    "/catalogue/{code}": {"get"},
    "/catalogue/{code}/check": {"post"},
    "/categories": {"get"},
    "/files": {"post"},
    "/files/{id}": {"get"},
    "/articles/{code}": {"get"},
    "/articles/{code}/helped": {"post"},
    "/search": {"get"},
    "/teams": {"get"},
    "/customers": {"get"},
    "/locations": {"get"},
    "/reports/factsheet": {"get"},
}


@pytest.fixture
def told(client: FlaskClient) -> dict:
    answer = client.get("/api/v1/openapi.json")
    assert (answer.status_code, answer.content_type) == (200, "application/json")
    return answer.json


def test_the_description_is_valid_openapi_3_1(told: dict) -> None:
    assert told["openapi"] == "3.1.0"
    schema = schemathesis.openapi.from_dict(told)
    schema.validate()
    operations = [operation.ok() for operation in schema.get_all_operations()]
    assert len(operations) == sum(len(verbs) for verbs in CONTRACT.values())


def test_it_holds_exactly_the_public_contract(told: dict) -> None:
    found = {path: {verb for verb in item if verb != "parameters"} for path, item in told["paths"].items()}
    assert found == {f"/api/v1{path}": verbs for path, verbs in CONTRACT.items()}


def test_every_operation_says_how_it_may_be_refused(told: dict) -> None:
    for path, item in told["paths"].items():
        for verb, operation in item.items():
            if verb == "parameters":
                continue
            expected = {"400", "401", "403", "422", "500", "503", "default"}
            expected |= {"404"} if "{" in path else set()
            expected |= {"409", "413", "415"} if verb == "post" else set()
            expected |= {"201"} if verb == "post" and path in ("/api/v1/notifications", "/api/v1/files") else {"200"}
            assert set(operation["responses"]) == expected, (verb, path)
    for response in told["components"]["responses"].values():
        assert list(response["content"]) == ["application/problem+json"]


def test_how_to_sign_in_is_described(told: dict) -> None:
    assert told["security"] == [{"token": []}, {"session": []}]
    assert told["components"]["securitySchemes"] == {
        "token": {"type": "http", "scheme": "bearer", "description": "Made with `balie token create`."},
        "session": {"type": "apiKey", "in": "cookie", "name": "balie_session"},
    }


def test_a_query_parameter_is_never_null(told: dict) -> None:
    kind = next(p for p in told["paths"]["/api/v1/notifications"]["get"]["parameters"] if p["name"] == "kind")
    assert kind["schema"] == {"type": "string", "enum": ["complaint", "wish", "information", "malfunction"]}


def test_the_documentation_comes_from_here_only(client: FlaskClient) -> None:
    page = client.get("/api/docs")
    assert page.status_code == 200
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "unsafe" not in page.headers["Content-Security-Policy"]
    assert "http" not in page.text
    assert "<script>" not in page.text
    file = client.get("/api/docs/ui/0.3.0/swagger-ui.css")
    assert file.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    file.close()


@pytest.mark.parametrize("name", ["ui/0.3.0/index.html", "ui/0.3.0/..%2f__init__.py", "ui/9/swagger-ui.css"])
def test_no_other_file_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/api/docs/{name}").status_code == 404
