"""The head of a request: what is read from it, and what is refused."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import eventlet
import pytest
from eventlet import wsgi
from eventlet.green import socket

from services.shared.kit.request_head import MOST_HEADERS, StrictProtocol

REFUSED = "HTTP/1.1 400 Bad "


def show(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """An application that answers with what it was told."""
    told = {name: value for name, value in environ.items() if isinstance(value, str)}
    told["body"] = environ["wsgi.input"].read().decode()
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(told).encode()]


def heard(sent: str) -> str:
    """All that a server answers on one connection."""
    ours, theirs = socket.socketpair()
    server = wsgi.Server(theirs, ("127.0.0.1", 80), show, protocol=StrictProtocol, log_output=False, debug=False)
    serving = eventlet.spawn(server.process_request, [("127.0.0.1", 5000), theirs, wsgi.STATE_IDLE])
    ours.sendall(sent.encode("iso-8859-1"))
    ours.shutdown(socket.SHUT_WR)
    answer = b"".join(iter(lambda: ours.recv(65536), b"")).decode()
    serving.wait()
    return answer


def say(sent: str) -> list[str]:
    """What a server answers on one connection: each answer's head and body."""
    return re.split(r"(?=HTTP/1\.\d \d{3} )", heard(sent))[1:]


def told(answer: str) -> dict[str, str]:
    assert answer.startswith("HTTP/1.1 200 OK\r\n")
    read: dict[str, str] = json.loads(answer.partition("\r\n\r\n")[2])
    return read


def test_the_first_line_and_the_headers_reach_the_application() -> None:
    headers = "Host: balie\r\nX-Correlation-Id:  c-1\t\r\nAccept: a\r\naccept: b\r\n"

    (answer,) = say(f"GET /a/b%20c?d=e HTTP/1.1\r\n{headers}\r\n")

    seen = told(answer)

    assert (seen["REQUEST_METHOD"], seen["PATH_INFO"], seen["QUERY_STRING"]) == ("GET", "/a/b c", "d=e")
    assert (seen["HTTP_HOST"], seen["HTTP_X_CORRELATION_ID"], seen["HTTP_ACCEPT"]) == ("balie", "c-1", "a,b")
    assert seen["CONTENT_TYPE"] == ""


def test_a_connection_serves_request_after_request() -> None:
    first = "POST /one HTTP/1.1\r\nHost: b\r\nContent-Length: 5\r\nContent-Type: text/x\r\n\r\nhello"

    answers = say(first + "GET /two HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n" + "GET /three HTTP/1.1\r\n\r\n")

    assert [(told(each)["PATH_INFO"], told(each)["body"]) for each in answers] == [("/one", "hello"), ("/two", "")]
    assert told(answers[0])["CONTENT_TYPE"] == "text/x"
    assert "\r\nConnection: close\r\n" in answers[1]


def test_an_older_client_keeps_its_connection_only_when_it_says_so() -> None:
    again = "GET / HTTP/1.0\r\n\r\n"

    assert len(say("GET / HTTP/1.0\r\n\r\n" + again)) == 1
    assert len(say("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" + again)) == 2


def test_a_path_is_never_taken_for_another_host() -> None:
    (answer,) = say("GET //elsewhere.example/x HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n")

    assert told(answer)["PATH_INFO"] == "/elsewhere.example/x"


@pytest.mark.parametrize(
    "headers",
    [
        "Content-Length: 1\r\nContent-Length: 2\r\n",
        "Host: a\r\nHost: b\r\n",
        "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n",
        "Transfer-Encoding: chunked\r\ntransfer-encoding: identity\r\n",
        "Transfer-Encoding: gzip, chunked\r\n",
        "Transfer-Encoding: identity\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n",
        "Content-Length: +20\r\n",
        "Content-Length: 1_0\r\n",
        "Content-Length: -1\r\n",
        "Content-Length : 1\r\n",
        "X-Folded: a\r\n b\r\n",
        "no colon\r\n",
        ": no name\r\n",
        "X-Name\0: a\r\n",
        "X-Value: a\0b\r\n",
        "X-Value: a\rb\r\n",
        "".join(f"X-{number}: 1\r\n" for number in range(MOST_HEADERS + 1)),
    ],
)
def test_headers_that_may_be_understood_differently_are_refused(headers: str) -> None:
    answers = say(f"POST / HTTP/1.1\r\n{headers}\r\nGET / HTTP/1.1\r\n\r\n")

    assert [answer[: len(REFUSED)] for answer in answers] == [REFUSED]


@pytest.mark.parametrize(
    "line",
    [
        "GET / HTTP/2.0",
        "GET / HTTP/1.2",
        "GET / HTP/1.1",
        "GET /",
        "GET",
        "GET / / HTTP/1.1",
        "GET  / HTTP/1.1",
        "GET\t/ HTTP/1.1",
        "GET / HTTP/1.1 ",
        "GET /a\0b HTTP/1.1",
        "GET http://balie/x HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "5;x",
    ],
)
def test_a_first_line_out_of_the_ordinary_is_refused(line: str) -> None:
    answers = say(f"{line}\r\nHost: b\r\n\r\nGET / HTTP/1.1\r\n\r\n")

    assert [answer[: len(REFUSED)] for answer in answers] == [REFUSED]


def test_a_head_that_is_cut_off_is_not_answered_as_a_request() -> None:
    (answer,) = say("POST / HTTP/1.1\r\nHost: b\r\n")

    assert answer.startswith(REFUSED)


@pytest.mark.parametrize("value", [" " * 8000 + "\0", " " * 4000 + "a" + " " * 4000 + "\r", "a" + " " * 8000 + "b"])
def test_no_header_takes_long_to_read(value: str) -> None:
    began = time.process_time()

    (answer,) = say(f"GET / HTTP/1.1\r\nHost: b\r\nConnection: close\r\nX:{value}\r\n\r\n")

    assert answer.startswith("HTTP/1.1 ")
    assert time.process_time() - began < 1
