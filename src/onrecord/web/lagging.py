"""Which requests may be answered as the record was before the last documents came in."""

from contextlib import nullcontext

from onrecord.show.room.lagging import lagging, one_moment
from onrecord.web.security import App, Receive, Scope, Send

DECIDING = ("/api", "/review", "/add", "/static")
"""Beginnings of addresses whose answers are taken away, or decided by."""
PREVIEWS = frozenset({"merge", "split"})
"""Ends of addresses of pages on which somebody is about to decide."""


class Lagging:
    """An app whose pages may lag behind a large record for a moment, and say so."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
            return
        with one_moment(), lagging() if _is_only_read(scope["path"]) else nullcontext():
            await self._app(scope, receive, send)


def _is_only_read(path: str) -> bool:
    """Tell whether nobody takes a page away or decides by it; files have an ending."""
    last = path.rpartition("/")[2]
    return not (path.startswith(DECIDING) or last in PREVIEWS or "." in last)
