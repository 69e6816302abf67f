"""The doors of the gateway: every HTTP request comes in here and is answered by the Flask application."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from nameko import config
from nameko.extensions import DependencyProvider
from werkzeug.routing import BaseConverter, PathConverter, Rule
from werkzeug.wrappers import Request, Response

from services.gateway.app import create_app
from services.gateway.bus import BUS, Bus
from services.gateway.headers import secured
from services.shared.kit import telemetry
from services.shared.kit.calling import ServiceRpc
from services.shared.kit.database import database_of
from services.shared.kit.web import SteadyHttp

log = telemetry.log(__name__)


class AnyPath(PathConverter):
    """A path with anything in it; werkzeug's own stops at the end of a line, which an address can hold as `%0A`."""

    regex = "(?s:.+)"
    part_isolating = False


class AnyRule(Rule):
    """A rule whose `<path:…>` takes every path, so that nameko finds nothing it would answer itself."""

    def get_converter(
        self, variable_name: str, converter_name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]
    ) -> BaseConverter:
        return AnyPath(self.map, *args, **kwargs)


class AnyRequest(SteadyHttp):
    """An HTTP entrypoint for every method, so that Flask alone says what is allowed where."""

    def __init__(self, url: str, **kwargs: Any) -> None:
        super().__init__("", url, **kwargs)

    def check_signature(self, args: Any, kwargs: Any) -> None:
        """What matched the address fits the method; nameko would look that up for each request."""

    def get_url_rule(self) -> Rule:
        # nameko would answer an unknown method and a doubled slash itself, without our headers.
        return AnyRule(self.url, merge_slashes=False)

    def response_from_exception(self, exc: Exception) -> Response:
        """nameko tells the caller the exception; what gets past Flask's own handlers is not for them."""
        correlation_id = uuid.uuid4().hex
        log.error("request.failed", correlation_id=correlation_id, exc_info=exc)
        answer = Response(
            f'{{"status": 500, "code": "unexpected", "correlation_id": "{correlation_id}"}}',
            status=500,
            content_type="application/problem+json",
            headers={"X-Correlation-Id": correlation_id},
        )
        return secured(answer, config["BALIE"])


any_request = AnyRequest.decorator


class Application(DependencyProvider):
    """Gives the doors the Flask application."""

    def setup(self) -> None:
        settings = config["BALIE"]
        self.app = create_app(settings, database_of(settings, self.container.service_name))

    def get_dependency(self, worker_ctx: Any) -> Any:
        return self.app

    def worker_teardown(self, worker_ctx: Any) -> None:
        telemetry.unbind_all()


class CallContext(DependencyProvider):
    """Gives the doors what travels with each call, so that the application can say who is asking."""

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

    @any_request("/")
    def front_page(self, request: Request) -> Response:
        return self._answer(request)

    @any_request("/<path:path>")
    def page(self, request: Request, path: str) -> Response:
        return self._answer(request)

    def _answer(self, request: Request) -> Response:
        environ = request.environ
        clients = {
            "intake": self.intake,
            "catalog": self.catalog,
            "routing": self.routing,
            "reporting": self.reporting,
        }
        environ[BUS] = Bus(clients, self.context)
        # eventlet ends a chunked body itself; werkzeug would otherwise not read one without a length.
        if environ.get("HTTP_TRANSFER_ENCODING", "").lower() == "chunked":
            environ["wsgi.input_terminated"] = True
        return Response.from_app(self.app, environ)
