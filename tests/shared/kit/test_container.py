"""A service's container: the life of a worker, and what it says when one fails."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from eventlet.event import Event
from nameko import config
from nameko.extensions import DependencyProvider, Entrypoint

from services.shared.kit.container import LeanContainer

steps: list[str] = []


class Steps(DependencyProvider):
    """Notes the steps of a worker's life."""

    def get_dependency(self, worker_ctx: Any) -> dict[str, Any]:
        context: dict[str, Any] = worker_ctx.data
        return context

    def worker_setup(self, worker_ctx: Any) -> None:
        steps.append("set up")

    def worker_result(self, worker_ctx: Any, result: Any = None, exc_info: Any = None) -> None:
        steps.append(f"result {result}" if exc_info is None else f"failed with {exc_info[1]}")

    def worker_teardown(self, worker_ctx: Any) -> None:
        steps.append("torn down")


class Nothing(DependencyProvider):
    """Has no steps of its own."""


class Service:
    name = "service"
    context = Steps()
    nothing = Nothing()
    gate: Any = Event()

    @Entrypoint.decorator
    def divide(self, by: int) -> float:
        steps.append(f"divide as {self.context.get('actor')}")
        return 6 / by

    @Entrypoint.decorator
    def wait(self) -> Any:
        return self.gate.wait()


@pytest.fixture
def container() -> Iterator[LeanContainer]:
    steps.clear()
    Service.gate = Event()
    with config.patch({"max_workers": 1}):
        container = LeanContainer(Service)
        container.start()
        yield container
        container.stop()


def entrypoint(container: LeanContainer, method: str) -> Any:
    return next(each for each in container.entrypoints if each.method_name == method)


def work(container: LeanContainer, *args: Any) -> tuple[Any, Any]:
    """Let a worker divide; answers its result or its error."""
    done: Any = Event()

    def handle_result(worker_ctx: Any, result: Any, exc_info: Any) -> tuple[Any, Any]:
        done.send((result, exc_info and exc_info[1]))
        return result, exc_info

    container.spawn_worker(
        entrypoint(container, "divide"), args, {}, context_data={"actor": "ada"}, handle_result=handle_result
    )
    told: tuple[Any, Any] = done.wait()
    container._worker_pool.waitall()
    return told


def test_the_life_of_a_worker(container: LeanContainer) -> None:
    assert work(container, 2) == (3.0, None)
    assert steps == ["set up", "divide as ada", "result 3.0", "torn down"]


def test_a_worker_that_fails_is_torn_down_and_told(container: LeanContainer, caplog: pytest.LogCaptureFixture) -> None:
    _, error = work(container, 0)

    assert isinstance(error, ZeroDivisionError)
    assert steps[2:] == ["failed with division by zero", "torn down"]
    (line,) = caplog.records
    assert line.levelno == logging.ERROR
    assert "service.divide" in line.getMessage()
    assert line.exc_info
    assert line.exc_info[1] is error


def test_a_method_may_run_where_it_is_asked_for(container: LeanContainer) -> None:
    assert container.work_here(entrypoint(container, "divide"), 3) == 2.0
    assert steps == ["set up", "divide as None", "torn down"]


def test_a_failure_there_goes_to_who_asked(container: LeanContainer) -> None:
    with pytest.raises(ZeroDivisionError):
        container.work_here(entrypoint(container, "divide"), 0)
    assert steps[-1] == "torn down"


def test_there_is_room_as_long_as_fewer_than_all_workers_are_busy(container: LeanContainer) -> None:
    assert container.has_room

    container.spawn_worker(entrypoint(container, "wait"), (), {})

    assert not container.has_room
    Service.gate.send("done")
    container._worker_pool.waitall()
    assert container.has_room
