"""The door of the gateway: every HTTP request comes in here and is answered by the Flask application."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nameko import config
from nameko.extensions import DependencyProvider
from nameko.timer import timer
from werkzeug.wrappers import Response

from services.gateway.app import create_app
from services.gateway.bus import BUS, Bus
from services.gateway.files import number_under
from services.gateway.headers import secured
from services.gateway.use_cases import files
from services.shared.kit import clock, telemetry
from services.shared.kit.calling import ServiceRpc
from services.shared.kit.database import database_of
from services.shared.kit.ids import new_id
from services.shared.kit.web import http

log = telemetry.log(__name__)


class Application(DependencyProvider):
    """Gives the door the Flask application."""

    def setup(self) -> None:
        settings = config["BALIE"]
        self.app = create_app(settings, database_of(settings, self.container.service_name))

    def get_dependency(self, worker_ctx: Any) -> Any:
        return self.app

    def worker_teardown(self, worker_ctx: Any) -> None:
        telemetry.unbind_all()


class CallContext(DependencyProvider):
    """Gives the door what travels with each call, so that the application can say who is asking."""

    def get_dependency(self, worker_ctx: Any) -> dict[str, Any]:
        context: dict[str, Any] = worker_ctx.data
        return context


class GatewayService:
    """The front door over HTTP."""

    name = "gateway"

    app = Application()
    context = CallContext()
    intake = ServiceRpc("intake")
    catalog = ServiceRpc("catalog")
    routing = ServiceRpc("routing")
    reporting = ServiceRpc("reporting")

    @http
    def answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Let the Flask application answer a request, with the bus in hand."""
        environ[BUS] = self._bus()
        # eventlet ends a chunked body itself; werkzeug would otherwise not read one without a length.
        if environ.get("HTTP_TRANSFER_ENCODING", "").lower() == "chunked":
            environ["wsgi.input_terminated"] = True
        try:
            return self.app(environ, start_response)
        except Exception as wrong:
            return _unexpected(wrong)(environ, secured(start_response, config["BALIE"]))

    @timer(interval=900)
    def clear_files_away(self) -> None:
        """Forget the files that were sent and not used; those of a registration that was cut off find their place."""
        bus = self._bus()
        database = database_of(config["BALIE"], self.name)
        files.clear_away(database, lambda file: number_under(bus, file), clock.now())

    def _bus(self) -> Bus:
        clients = {
            "intake": self.intake,
            "catalog": self.catalog,
            "routing": self.routing,
            "reporting": self.reporting,
        }
        return Bus(clients, self.context)


def _unexpected(wrong: Exception) -> Response:
    """The answer to what gets past Flask's own handlers."""
    correlation_id = new_id()
    log.error("request.failed", correlation_id=correlation_id, exc_info=wrong)
    return Response(
        f'{{"status": 500, "code": "unexpected", "correlation_id": "{correlation_id}"}}',
        status=500,
        content_type="application/problem+json",
        headers={"X-Correlation-Id": correlation_id},
    )
