"""A service's container: nameko's, with less done around each call.

nameko logs ten lines of debugging and takes the time five times around every method it runs, and asks
each provider for steps that most of them do not have. What is kept is the life of a worker:
dependencies in, set up, the method, its result, torn down.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from logging import getLogger
from typing import Any

from nameko.containers import ServiceContainer, WorkerContext
from nameko.extensions import DependencyProvider

_log = getLogger(__name__)


class LeanContainer(ServiceContainer):
    """Runs the methods of one service, in threads of a pool or where they are asked for."""

    @property
    def has_room(self) -> bool:
        """Whether a worker can start at once."""
        return bool(self._worker_pool.free() > 0)

    def work_here(self, entrypoint: Any, *args: Any) -> Any:
        """Run a method in the thread that asks, which has nothing else to do; raises what the method raises."""
        worker_ctx = WorkerContext(self, self.service_cls(), entrypoint, args)
        self._inject_dependencies(worker_ctx)
        self._worker_setup(worker_ctx)
        try:
            return getattr(worker_ctx.service, entrypoint.method_name)(*args)
        finally:
            self._worker_teardown(worker_ctx)

    def _run_worker(self, worker_ctx: WorkerContext, handle_result: Callable[..., Any] | None) -> None:
        self._inject_dependencies(worker_ctx)
        self._worker_setup(worker_ctx)
        result = exc_info = None
        try:
            method = getattr(worker_ctx.service, worker_ctx.entrypoint.method_name)
            result = method(*worker_ctx.args, **worker_ctx.kwargs)
        except Exception:
            exc_info = sys.exc_info()
            if not getattr(worker_ctx.entrypoint, "tells_failures", False):
                _log.error("%s failed", worker_ctx, exc_info=exc_info)
        if handle_result is not None:
            result, exc_info = handle_result(worker_ctx, result, exc_info)
        self._worker_result(worker_ctx, result, exc_info)
        del exc_info  # It holds this frame, and this frame holds it.
        self._worker_teardown(worker_ctx)

    def _worker_setup(self, worker_ctx: WorkerContext) -> None:
        for provider in self._having["worker_setup"]:
            provider.worker_setup(worker_ctx)

    def _worker_result(self, worker_ctx: WorkerContext, result: Any, exc_info: Any) -> None:
        for provider in self._having["worker_result"]:
            provider.worker_result(worker_ctx, result, exc_info)

    def _worker_teardown(self, worker_ctx: WorkerContext) -> None:
        for provider in self._having["worker_teardown"]:
            provider.worker_teardown(worker_ctx)

    @cached_property
    def _having(self) -> dict[str, list[Any]]:
        """The providers that have each step in a worker's life."""
        steps = ("worker_setup", "worker_result", "worker_teardown")
        return {
            step: [
                one for one in self.dependencies if getattr(type(one), step) is not getattr(DependencyProvider, step)
            ]
            for step in steps
        }
