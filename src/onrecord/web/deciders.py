"""Who decides: asked once, kept in the reader's own browser, and put beside each decision.

It is a name and no account: the reading room asks nobody to prove who he is.
"""

import getpass
import os
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from onrecord.settings import Settings
from onrecord.show.plain import one_line
from onrecord.web.asked import View
from onrecord.web.security import LOCAL
from onrecord.web.visit import desk_of, draw

COOKIE = "onrecord_by"
YEAR = 365 * 24 * 3600
LONGEST = 80
"""Characters of a name."""

Short = Annotated[str, Field(max_length=400)]
Long = Annotated[str, Field(max_length=20_000)]


class Sent(BaseModel):
    """What every form that decides sends: the token of our pages, and perhaps who decides."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    token: Short = ""
    by: Short = ""
    note: Short = ""


def known_by(request: Request) -> str:
    """Give the name that this browser remembers, nothing where it remembers none."""
    return _name(unquote(request.cookies.get(COOKIE, "")))


def suggested(request: Request) -> str:
    """Give the name that the terminal would use, to readers at this computer alone."""
    if request.url.hostname not in LOCAL:
        return ""
    by = Settings.from_environment(os.environ).by
    try:
        return by or getpass.getuser()
    except (KeyError, OSError):  # the system gives its user no name
        return ""


def _name(given: str) -> str:
    return one_line(" ".join(given.split()), LONGEST)


def decider(request: Request, sent: Sent) -> str:
    """Give in whose name a form decides, nothing where that is still to be asked.

    Raises:
        HTTPException: the form is not one of ours.
    """
    if not desk_of(request).guard.trusts(sent.token):
        raise HTTPException(403, "This form is too old. Open the page again and send it once more.")
    return _name(sent.by) or known_by(request)


def ask_who(request: Request, asked: View, sent: Sent) -> HTMLResponse:
    """Ask who decides, keeping what was sent until that is answered."""
    kept = {key: value for key, value in sent.model_dump().items() if value and key != "by"}
    name, again = sent.by or suggested(request), request.url.query
    return draw(request, "who.html", asked, kept=kept, name=name, again=again)


def decided(to: str, by: str) -> Response:
    """Lead on after a decision, and let the browser remember who decided."""
    answer = RedirectResponse(to, 303)
    answer.set_cookie(COOKIE, quote(by), YEAR, httponly=True, samesite="strict")
    return answer
