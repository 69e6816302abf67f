"""A real Balie with the demo organisation, and a real browser to use it with."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.servers import free_port

PASSWORD = "welkom-bij-balie"
CHROMIUM = (
    "Chromium is not installed. Install it with `apt-get install chromium`, or give the path of one in "
    "BALIE_TEST_CHROMIUM."
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Balie:
    """A running desk: its address, and the folder of this repository."""

    url: str


@pytest.fixture(scope="session")
def balie() -> Iterator[Balie]:
    """The demo desk, as `make run` starts it, once its stories are told."""
    folder = Path(tempfile.mkdtemp(prefix="balie-browser-"))
    port = free_port()
    log = folder / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "services.cli", "up", "--demo"],
            env=os.environ
            | {"BALIE_PORT": str(port), "BALIE_DATA": str(folder / "data"), "BALIE_LOG_LEVEL": "warning"},
            stdout=subprocess.PIPE,
            stderr=output,
            text=True,
        )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if line.startswith("Demo data:"):
                break
        else:
            pytest.fail(f"Balie did not start: {log.read_text()[-2000:]}")
        yield Balie(f"http://127.0.0.1:{port}")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
        process.stdout.close()
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    path = os.environ.get("BALIE_TEST_CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.fail(CHROMIUM)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


Visit = Callable[..., Page]


@pytest.fixture
def visit(balie: Balie, browser: Browser) -> Iterator[Visit]:
    """Opens a browser window for a person: `visit("anouk", language="en", width=390, dark=True)`."""
    contexts: list[BrowserContext] = []

    def open_window(
        account: str | None = None,
        *,
        language: str = "nl",
        width: int = 1280,
        dark: bool = False,
        scripts: bool = True,
    ) -> Page:
        context = browser.new_context(
            base_url=balie.url,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        context.add_cookies([{"name": "language", "value": language, "url": balie.url}])
        page = context.new_page()
        page.set_default_timeout(10_000)
        if account is not None:
            page.goto("/login")
            page.fill("input[name=name]", account)
            page.fill("input[name=password]", PASSWORD)
            page.click("main form button")
            page.wait_for_url(lambda url: "/login" not in url)
        return page

    yield open_window
    for context in contexts:
        context.close()
