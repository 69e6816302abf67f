"""What is shortened in Flask answers as Flask does."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.test import EnvironBuilder

from services.gateway.app import Application, Asked

FIELDS = ("server_name", "script_name", "subdomain", "url_scheme", "path_info", "default_method", "query_args")


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"path": "/api/v1/notifications", "query_string": "q=caf%C3%A9&limit=5", "method": "POST"},
        {"path": "/notifications/é/\N{PILE OF POO}"},
        {"path": "//elsewhere.example/x"},
        {"base_url": "https://Desk.Example:8443/under/here", "path": "/x"},
        {"base_url": "http://desk.example:80"},
        {"base_url": "https://bücher.example"},
        {"headers": {"Host": ""}},
        {"headers": {"Host": "two words"}},
        {"headers": {"Host": "desk.example:0"}},
        {"headers": {"Host": "[::1]:8000"}},
        {"headers": {"Connection": "upgrade", "Upgrade": "h2c"}},
    ],
)
def test_a_request_is_routed_by_the_same_words(asked: dict[str, object]) -> None:
    app = Application("desk")
    environ = EnvironBuilder(**asked).get_environ()  # type: ignore[arg-type]

    ours = app.create_url_adapter(Asked(environ.copy()))
    theirs = Flask.create_url_adapter(app, Asked(environ.copy()))

    assert ours is not None
    assert theirs is not None
    assert [getattr(ours, field) for field in FIELDS] == [getattr(theirs, field) for field in FIELDS]


def test_cookies_are_those_that_were_sent() -> None:
    with_cookies = EnvironBuilder(headers={"Cookie": "language=en; odd"}).get_environ()

    assert dict(Asked(with_cookies).cookies) == {"language": "en", "odd": ""}
    assert dict(Asked(EnvironBuilder().get_environ()).cookies) == {}
