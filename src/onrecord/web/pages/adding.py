"""Adding a statement that the machine did not find, by the words that a reader selects."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.errors import OnrecordError
from onrecord.record import Ruling
from onrecord.run import Desk
from onrecord.web.asked import ReaderAsked
from onrecord.web.deciders import Long, Sent, Short, ask_who, decided, decider
from onrecord.web.pages.documents import shown
from onrecord.web.visit import Visit, desk_of

router = APIRouter()


class Added(Sent):
    """The words of a statement, and where they were selected in the cleaned text."""

    words: Long = ""
    words_at: Short = ""
    cue: Long = ""
    cue_at: Short = ""
    source: Long = ""
    source_at: Short = ""
    speaker: Short = ""


@router.post("/documents/{doc_id}/statements", response_class=HTMLResponse, include_in_schema=False)
def add(
    request: Request,
    doc_id: str,
    asked: Annotated[ReaderAsked, Query()],
    sent: Annotated[Added, Form()],
) -> Response:
    """Add a statement, and show it in its place."""
    by = decider(request, sent)
    if not by:
        return ask_who(request, asked, sent)
    room = desk_of(request).room
    document = room.store.document(doc_id)
    desk = Desk(desk_of(request).pen.store, by)
    try:
        ruling = _added(desk, document.doc_id, sent)
    except OnrecordError as error:
        kept = sent.model_dump(exclude={"token", "by"})
        return shown(request, doc_id, asked, **kept, trouble=str(error), status=400)
    visit = Visit(desk_of(request), request.url.path, asked)
    to = visit.to(f"/documents/{document.doc_id}", done=ruling.entry_id)
    return decided(f"{to}#{ruling.entry_id}", by)


def _added(desk: Desk, doc_id: str, sent: Added) -> Ruling:
    """Add the statement.

    Raises:
        OnrecordError: its words are not the document's, or it cannot be added.
    """
    picked = [
        desk.picked(doc_id, at, words) if at else words
        for at, words in (
            (sent.words_at, sent.words),
            (sent.cue_at, sent.cue),
            (sent.source_at, sent.source),
        )
    ]
    content, cue, source = (each.strip() for each in picked)
    selected = desk.select(doc_id, [content] if content else [], cue or None, source or None)
    return desk.add(doc_id, selected, sent.speaker.strip() or None, sent.note)
