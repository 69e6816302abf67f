"""The web server at a stop: whoever was let in is answered, even if only the system knew of it yet."""

from contextlib import ExitStack

import eventlet
from eventlet.patcher import original

from services.shared.kit.config import Config
from services.shared.kit.run import running
from services.shared.kit.web import SteadyWebServer, http
from tests.servers import free_port


class Page:
    """A service with one page."""

    name = "page"

    @http
    def front(self, environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"Here you are."]


def test_whom_the_system_let_in_before_a_stop_is_answered(tmp_path):
    config = Config(data=tmp_path, port=free_port())
    with ExitStack() as callers, running([Page], config) as runner:
        (container,) = runner.containers
        (server,) = (one for one in container.extensions if isinstance(one, SteadyWebServer))
        waiting = []
        for _ in range(3):
            # These sockets do not yield, so the server has no chance to take what the system accepts for it.
            caller = callers.enter_context(original("socket").create_connection((config.host, config.port), timeout=5))
            caller.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            waiting.append(caller)

        with eventlet.Timeout(10):
            server.finish()

        for caller in waiting:
            answer = caller.makefile("rb").read()
            assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
            assert answer.endswith(b"\r\n\r\nHere you are.")
