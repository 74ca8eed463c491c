"""The rail: the pages of the reading room by section. A page is named here when there is one."""

from onrecord.show.room.disputes import disputes_so_far
from onrecord.show.room.gathered import gathered_so_far
from onrecord.show.room.plans import plans_count
from onrecord.show.room.room import Room
from onrecord.store import DocumentFilter, QueueFilter, Selection
from onrecord.web.visit import Place


def _statements(room: Room, process: str | None) -> int:
    wanted = Selection(process=process)
    return room.keep(("count", wanted), lambda: room.store.selected_count(wanted))


def _documents(room: Room, process: str | None) -> int:
    wanted = DocumentFilter(process=process)
    return room.keep(("documents", wanted), lambda: room.store.articles_count(wanted))


def _meetings(room: Room, process: str | None) -> int | None:
    """Give how many meetings and deadlines the page lists, None where a large record is not read.

    What is dear to find is counted where a page has found it.
    """
    found = gathered_so_far(room, None, process)
    return None if found is None else found.listed


def _conflicts(room: Room, process: str | None) -> int | None:
    """Give how many conflicts there are, None where a large record was not looked through."""
    found = disputes_so_far(room, None, process, begin=False)
    return None if found is None else len(found)


def _waiting(room: Room, process: str | None) -> int | None:
    """Give how much waits for a decision, None while a large record is read for it."""
    wanted = QueueFilter(process=process)
    found = room.unless_dear(("waiting", wanted), lambda: room.store.waiting_counts(wanted))
    return None if found is None else sum(found.values())


RECORD, EVIDENCE, DESK = "The record", "The evidence", "The desk"

PLACES = (
    Place(RECORD, "Overview", "/", "o"),
    Place(RECORD, "Stances", "/stances", "s"),
    Place(RECORD, "Timeline", "/timeline", "t"),
    Place(RECORD, "Plans", "/plans", "p", plans_count),
    Place(RECORD, "Meetings", "/meetings", "m", _meetings),
    Place(RECORD, "Statements", "/statements", "w", _statements),
    Place(RECORD, "Conflicts", "/conflicts", "c", _conflicts),
    Place(RECORD, "Actors", "/actors", "a"),
    Place(EVIDENCE, "Documents", "/documents", "d", _documents),
    Place(EVIDENCE, "Sources", "/sources", "u"),
    Place(DESK, "Review", "/review", "r", _waiting),
    Place(DESK, "Brief", "/brief", "b"),
    Place(DESK, "Add", "/add", "n"),
)
