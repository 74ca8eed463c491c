"""A reading room that is open, and a browser that looks at it: for pictures and for tests."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from onrecord.web.app import Serving, make_app

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 20.0
"""Seconds until the reading room must answer."""


def browser_path() -> str | None:
    """Give the Chromium of this system, None where there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


@contextmanager
def reading_room(record: Path) -> Iterator[str]:
    """Open the reading room of a record at a free port, and give its address."""
    config = uvicorn.Config(make_app(Serving(record)), port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + PATIENCE
    while not server.started:
        if time.monotonic() > deadline or not thread.is_alive():
            raise RuntimeError("the reading room did not open")
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)


@contextmanager
def browser() -> Iterator[Any]:
    """Give a headless browser of Playwright's that runs the system's Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only for who looks

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        try:
            yield opened
        finally:
            opened.close()
