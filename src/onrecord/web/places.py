"""The rail: the pages of the reading room by section. A page is named here when there is one."""

from onrecord.show.room.plans import plans_of
from onrecord.show.room.room import Room
from onrecord.store import DocumentFilter, QueueFilter, Selection
from onrecord.web.visit import Place


def _statements(room: Room, process: str | None) -> int:
    wanted = Selection(process=process)
    return room.keep(("count", wanted), lambda: room.store.selected_count(wanted))


def _documents(room: Room, process: str | None) -> int:
    wanted = DocumentFilter(process=process)
    return room.keep(("documents", wanted), lambda: room.store.articles_count(wanted))


def _plans(room: Room, process: str | None) -> int:
    return len(plans_of(room, None, process).all)


def _waiting(room: Room, process: str | None) -> int:
    return sum(room.waiting_counts(QueueFilter(process=process)).values())


RECORD, EVIDENCE, DESK = "The record", "The evidence", "The desk"

PLACES = (
    Place(RECORD, "Overview", "/"),
    Place(RECORD, "Stances", "/stances"),
    Place(RECORD, "Timeline", "/timeline"),
    Place(RECORD, "Plans", "/plans", _plans),
    Place(RECORD, "Meetings", "/meetings"),
    Place(RECORD, "Statements", "/statements", _statements),
    Place(RECORD, "Conflicts", "/conflicts"),
    Place(RECORD, "Actors", "/actors"),
    Place(EVIDENCE, "Documents", "/documents", _documents),
    Place(EVIDENCE, "Sources", "/sources"),
    Place(DESK, "Review", "/review", _waiting),
    Place(DESK, "Brief", "/brief"),
    Place(DESK, "Add", "/add"),
)
