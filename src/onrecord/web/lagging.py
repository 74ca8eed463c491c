"""Which requests may be answered as the record was before the last documents came in."""

from onrecord.show.room.lagging import lagging
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
        if scope["type"] != "http" or not _is_read_only(scope["method"], scope["path"]):
            await self._app(scope, receive, send)
            return
        with lagging():
            await self._app(scope, receive, send)


def _is_read_only(method: str, path: str) -> bool:
    """Tell whether a page is asked for that somebody only reads; files have an ending."""
    last = path.rpartition("/")[2]
    fixed = path.startswith(DECIDING) or last in PREVIEWS or "." in last
    return method in {"GET", "HEAD"} and not fixed
