"""Meetings and deadlines of a case, put together across its articles as `onrecord meetings` does.

A found meeting is a gold one where words of its accounts overlap words of the gold's evidence or of
its dates; one to one, those that share most first. `meetings` is the F1 over all rows of the gold,
`negotiations` that over the meetings of sides alone, without interviews, press conferences,
briefings and addresses: of these the golds keep some and leave others.

Of the pairs, where the gold has a value: `meeting_type`, `meeting_status` (the last one),
`meeting_date` (the same days), `meeting_dates` (the gold's is
among those kept), `meeting_place` (a part between commas is the same), `meeting_participants` (the
F1 over actors; a found one is right where it is the gold's, or the one acts for the other in one
step; actors of both sides count once).

A found deadline is a gold one by its evidence, its due words, its firmness and its extensions.
`deadline_due`, `deadline_set_by`, `deadline_addressee` (all of them), `deadline_act`,
`deadline_firmness`, `deadline_extensions` (how many days it was moved to: the last one right) and
`deadline_status` (on the last day of the case; on its own day the outcome counts as well).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from evaluation.case.articles import Case, span
from evaluation.case.checks import Check, f1
from evaluation.case.speakers import Directory
from evaluation.extracting import Json
from onrecord.analyse.deadlines import Course, courses
from onrecord.analyse.identities import Identities, Known, identities
from onrecord.analyse.meetings import Gathering, gatherings
from onrecord.analyse.sides import Sides
from onrecord.record import Actor, Anchor, MeetingType, Reading
from onrecord.record.edtf import first_bounds
from onrecord.record.meetings import MEDIA, same_place

Places = Sequence[tuple[str, int, int]]
"""Stretches of articles: the gold's name of the article, start and end in the published text."""


def checks(case: Case) -> Iterator[Check]:
    """Give every gold meeting and deadline and every found one, and what is told of the pairs."""
    judge = Judge(case)
    yield from _meetings(case, judge)
    yield from _deadlines(case, judge)


def figures(checked: Sequence[Check]) -> dict[str, float]:
    """Give the F1 of meetings, of those of sides alone, and of deadlines."""
    found = {name: f1(checked, name) for name in ("meetings", "negotiations", "deadlines")}
    found["meeting_participants"] = f1(checked, "participants")
    return found


class Judge:
    """What a case's articles tell together, and who is meant in it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._docs = {a.reading.doc_id: a.doc for a in case.articles if a.reading}
        self._directories = {article.doc: Directory(case, article) for article in case.articles}
        self._gold = {actor["id"]: actor for actor in case.gold["actors"]}
        self.readings = [article.reading for article in case.articles if article.reading]
        self.actors: dict[str, Actor] = {}
        for reading in self.readings:
            for actor in reading.actors:
                self.actors.setdefault(actor.actor_id, actor)
        self._seen = {
            actor.actor_id: self._docs[reading.doc_id]
            for reading in self.readings
            for actor in reading.actors
        }
        self.identities = _identities(self.readings, tuple(self.actors.values()))
        self.sides = Sides(self.actors, self.identities)

    @property
    def last_day(self) -> date:
        """The last day of publication."""
        days = [first_bounds(a.gold["metadata"].get("published_on"))[1] for a in self.case.articles]
        reported = [first_bounds(m.reported_on)[1] for r in self.readings for m in r.meetings]
        return max([day for day in (*days, *reported) if day], default=date.max)

    def places(self, anchors: Iterable[Anchor]) -> Places:
        """Give the stretches of found words."""
        return [(self._docs[a.doc_id], a.start, a.end) for a in anchors]

    def is_actor(self, actor_id: str, wanted: str) -> bool:
        """Tell whether a found actor is the gold's, or one acts for the other, in one step."""
        for gold in self._of(actor_id):
            acts_for = self._gold.get(gold, {}).get("acts_for")
            if wanted in {gold, acts_for} or self._gold.get(wanted, {}).get("acts_for") == gold:
                return True
        return False

    def _of(self, actor_id: str) -> frozenset[str]:
        identity = self.identities.of(actor_id)
        members = identity.members if identity else (actor_id,)
        found: frozenset[str] = frozenset()
        for member in members:
            directory = self._directories[self._seen[member]]
            name = self.actors[member].name
            found |= directory.named(name) or directory.ended(name)
        return found

    def name(self, actor_id: str | None) -> str:
        """Give a found actor's name."""
        return self.actors[actor_id].name if actor_id else "nobody"


def _identities(readings: Sequence[Reading], actors: Sequence[Actor]) -> Identities:
    offices = {office.office_id: office for reading in readings for office in reading.offices}
    held = tuple(occupancy for reading in readings for occupancy in reading.occupancies)
    return identities(Known(tuple(actors), offices, held))


def pairs(rows: Sequence[Places], found: Sequence[Places]) -> dict[int, int]:
    """Give the number of the found one for gold ones, those that share most stretches first."""
    scored = sorted(
        (
            (-_shared(wanted, places), at, number)
            for at, wanted in enumerate(rows)
            for number, places in enumerate(found)
            if _shared(wanted, places)
        )
    )
    taken: dict[int, int] = {}
    for _, at, number in scored:
        if at not in taken and number not in taken.values():
            taken[at] = number
    return taken


def _shared(wanted: Places, found: Places) -> int:
    return sum(
        any(doc == other and start < last and first < end for other, first, last in found)
        for doc, start, end in wanted
    )


def _gold_places(anchors: Iterable[Json]) -> Places:
    return [(each["doc"], *span(each)) for each in anchors]


def _meetings(case: Case, judge: Judge) -> Iterator[Check]:
    told = [meeting for reading in judge.readings for meeting in reading.meetings]
    found = gatherings(told, judge.sides)
    rows = case.gold.get("meetings", [])
    wanted = [
        _gold_places([*row["evidence"], *(each["evidence"] for each in row.get("dates", ()))])
        for row in rows
    ]
    places = [judge.places(a for each in one.accounts for a in each.evidence) for one in found]
    taken = pairs(wanted, places)
    for at, row in enumerate(rows):
        one = found[taken[at]] if at in taken else None
        media = MeetingType(row["type"]) in MEDIA
        for name in ("meetings", *(() if media else ("negotiations",))):
            yield Check(f"{name}_recall", one is not None, row["id"], row["type"], "")
        if one:
            yield from _of_pair(row, one, judge)
    for number, one in enumerate(found):
        right, shown = number in taken.values(), _shown(one, judge)
        yield Check("meetings_precision", right, one.meeting_id, "", shown)
        if one.type not in MEDIA:
            yield Check("negotiations_precision", right, one.meeting_id, "", shown)


def _shown(one: Gathering, judge: Judge) -> str:
    words = " ".join(one.accounts[0].evidence[0].exact.split())[:90]
    people = ", ".join(judge.name(actor) for actor in one.participants)
    return f"{one.type} {one.status} {one.date} {one.place} [{people}] “{words}”"


def _of_pair(row: Json, one: Gathering, judge: Judge) -> Iterator[Check]:
    id_ = row["id"]
    yield Check("meeting_type", one.type == row["type"], id_, row["type"], one.type)
    yield Check("meeting_status", one.status == row["status"], id_, row["status"], one.status)
    if wanted := row.get("date_edtf"):
        same = first_bounds(wanted) == first_bounds(one.date) and one.date is not None
        kept = any(first_bounds(wanted) == first_bounds(each.edtf) for each in one.dates)
        yield Check("meeting_date", same, id_, wanted, str(one.date))
        yield Check("meeting_dates", kept, id_, wanted, str([each.edtf for each in one.dates]))
    if wanted := row.get("place"):
        right = one.place is not None and same_place(wanted, one.place)
        yield Check("meeting_place", right, id_, wanted, str(one.place))
    for actor in row["participants"]:
        right = any(judge.is_actor(each, actor) for each in one.participants)
        names = ", ".join(judge.name(each) for each in one.participants)
        yield Check("participants_recall", right, id_, actor, names)
    for each in one.participants:
        right = any(judge.is_actor(each, actor) for actor in row["participants"])
        yield Check("participants_precision", right, id_, "", judge.name(each))


def _deadlines(case: Case, judge: Judge) -> Iterator[Check]:
    told = [deadline for reading in judge.readings for deadline in reading.deadlines]
    found = courses(told, judge.sides)
    rows = case.gold.get("deadlines", [])
    parts = ("evidence", "due_mentions", "firmness_evidence")
    wanted = [
        _gold_places(
            [
                *(anchor for part in parts for anchor in row.get(part, ())),
                *(each["evidence"] for each in row.get("extensions", ())),
            ]
        )
        for row in rows
    ]
    places = [judge.places(a for each in one.accounts for a in each.evidence) for one in found]
    taken = pairs(wanted, places)
    for at, row in enumerate(rows):
        one = found[taken[at]] if at in taken else None
        yield Check("deadlines_recall", one is not None, row["id"], row["due"], "")
        if one:
            yield from _of_course(row, one, judge)
    for number, one in enumerate(found):
        words = " ".join(one.accounts[0].evidence[0].exact.split())[:90]
        right = number in taken.values()
        yield Check("deadlines_precision", right, one.deadline_id, "", f"“{words}”")


def _of_course(row: Json, one: Course, judge: Judge) -> Iterator[Check]:
    id_, standing = row["id"], one.standing(judge.last_day)
    setter = one.set_by is not None and judge.is_actor(one.set_by, row["set_by"])
    yield Check("deadline_set_by", setter, id_, row["set_by"], judge.name(one.set_by))
    yield Check("deadline_due", standing.due == row["due"], id_, row["due"], str(standing.due))
    wanted = row["addressee"] if isinstance(row["addressee"], list) else [row["addressee"]]
    right = all(any(judge.is_actor(each, actor) for each in one.addressees) for actor in wanted)
    names = ", ".join(judge.name(each) for each in one.addressees)
    yield Check("deadline_addressee", right, id_, ", ".join(wanted), names)
    act = one.act_required
    yield Check("deadline_act", act == row["act_required"], id_, row["act_required"], str(act))
    firmness = row["firmness"]
    yield Check("deadline_firmness", one.firmness == firmness, id_, firmness, str(one.firmness))
    moved = [each["to"] for each in row.get("extensions", ())]
    last = [each.due for each in one.extensions][-1:]
    yield Check("deadline_extensions", last == moved[-1:], id_, str(moved), str(last))
    status = row["status"] in {standing.status, standing.outcome}
    shown = f"{standing.status} {standing.outcome or ''}"
    yield Check("deadline_status", status, id_, row["status"], shown)
