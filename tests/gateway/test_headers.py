from pathlib import Path

import pytest
from flask.testing import FlaskClient

from services.gateway.app import create_app
from services.gateway.bus import BUS, Bus
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from tests.gateway.builders import FakeBus

ALWAYS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Strict-Transport-Security": None,
}


@pytest.mark.parametrize("path", ["/login", "/nothing", "/api/v1/teams", "/api/docs", "/health/live", "/metrics"])
def test_every_answer_has_the_headers(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS


def test_a_file_whose_address_names_its_version_may_be_kept(client: FlaskClient) -> None:
    kept = client.get("/static/base.css?v=abc")
    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    asked_again = client.get("/static/base.css")
    assert asked_again.headers["Cache-Control"] == "no-cache"
    assert client.get("/static/nothing.css?v=abc").headers["Cache-Control"] == "no-store"
    kept.close()
    asked_again.close()


def test_over_https_cookies_are_secure_and_https_stays(tmp_path: Path, database: Database, bus: FakeBus) -> None:
    app = create_app(Config(data=tmp_path, secure_cookies=True), database)
    context: dict[str, object] = {}
    services = {name: bus.client(name, context) for name in ("intake", "catalog", "routing", "reporting")}
    answer = app.test_client().get("/login", environ_overrides={BUS: Bus(services, context)})
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert "SameSite=Lax" in answer.headers["Set-Cookie"]
