"""The web server: nameko's, but one that stops without dropping anybody's request.

nameko goes on accepting requests while it waits for its workers, and then cuts off every connection,
also the ones on which an answer is just being sent. Here a stop closes the door first: nobody new
gets in, whoever asked is answered, and only then the connections go.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from logging import getLogger
from socket import IPPROTO_TCP, TCP_NODELAY
from typing import Any

import eventlet
from eventlet import greenio, wsgi
from eventlet.event import Event
from eventlet.semaphore import Semaphore
from nameko import config
from nameko.constants import MAX_WORKERS_CONFIG_KEY
from nameko.extensions import Entrypoint
from nameko.web.server import WebServer

from services.shared.kit.request_head import StrictProtocol

# A client that keeps its connection may have sent its next request before it can know that we stop.
SECONDS_FOR_ONE_MORE_REQUEST = 0.3
PAUSE_WHEN_TOO_BUSY = 0.1

_log = getLogger(__name__)


class SteadyWebServer(WebServer):
    """nameko's web server, which finishes what it has in hand when it is told to stop."""

    def __init__(self) -> None:
        super().__init__()
        # Each as eventlet keeps it, so that it can be seen which of them wait for a request: address, socket, state.
        self._connections: list[list[Any]] = []
        self.answer: Any = None
        self._all_gone: Any = None

    def get_wsgi_app(self) -> Any:
        return self.answer

    def get_wsgi_server(self, sock: Any, wsgi_app: Any, protocol: Any = StrictProtocol, debug: bool = False) -> Any:
        """nameko's, without the line in the log per request, which the application writes better."""
        server = wsgi.Server(sock, sock.getsockname(), wsgi_app, protocol=protocol, debug=debug, log_output=False)
        # Ours are written as they should be. As an argument it would come with a warning for every start.
        server.capitalize_response_headers = False
        return server

    def run(self) -> None:
        while self._is_accepting:
            try:
                self._serve(*self._sock.accept())
            except OSError as wrong:
                # Too many open files, or a client that left at once: neither is a reason to end the service.
                _log.warning("A connection could not be accepted: %s", wrong)
                eventlet.sleep(PAUSE_WHEN_TOO_BUSY)

    def _serve(self, sock: Any, address: Any) -> None:
        sock.settimeout(self._serv.socket_timeout)
        # An answer is sent in two parts, and the second would wait until the first was acknowledged: 40 ms.
        sock.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        self.container.spawn_managed_thread(lambda: self.process_request(sock, address))

    def process_request(self, sock: Any, address: Any) -> None:
        connection = [address, sock, wsgi.STATE_IDLE]
        with self._counted(connection):
            try:
                self._serv.process_request(connection)
            except OSError as left:
                _log.info("A client left before its answer: %s", left)
            except Exception:
                # nameko would end the whole service.
                _log.exception("A connection ended badly")

    @contextmanager
    def _counted(self, connection: list[Any]) -> Iterator[None]:
        self._connections.append(connection)
        try:
            yield
        finally:
            # By identity: two connections that look alike are not the same one.
            self._connections = [other for other in self._connections if other is not connection]
            if self._all_gone is not None and not self._connections and not self._all_gone.ready():
                self._all_gone.send()

    def finish(self) -> None:
        """Let nobody in any more, and return when everybody who is in has been answered."""
        if self._all_gone is None:
            self._all_gone = Event()
            self._close_the_door()
            # From now on eventlet says `Connection: close` in each answer.
            self._serv.keepalive = False
            eventlet.spawn_after(SECONDS_FOR_ONE_MORE_REQUEST, self._close_idle)
        eventlet.sleep(0)  # Connections that were just let in have not been counted before this.
        if self._connections:
            self._all_gone.wait()

    def _close_the_door(self) -> None:
        self._is_accepting = False
        self._gt.kill()
        self._sock.settimeout(0)
        while True:
            # The system has let these in already; closing the door would shut it in their face.
            try:
                waiting, address = self._sock.accept()
            except OSError:
                break
            self._serve(greenio.GreenSocket(waiting), address)
        self._sock.close()

    def _close_idle(self) -> None:
        for connection in self._connections:
            if connection[2] == wsgi.STATE_IDLE:
                greenio.shutdown_safe(connection[1])


class Http(Entrypoint):
    """A method that answers every HTTP request, as a WSGI application does.

    It runs in the thread of the connection, which has nothing else to do meanwhile, and at most as many
    at a time as the service has workers.
    """

    server = SteadyWebServer()

    def setup(self) -> None:
        self._room = Semaphore(config[MAX_WORKERS_CONFIG_KEY])
        self.server.answer = self._answer

    def stop(self) -> None:
        self.server.finish()

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Any:
        with self._room:
            return self.container.work_here(self, environ, start_response)


http = Http.decorator
