"""The reading room's pages on a record of many documents: `python -m bench.room [--documents N]`.

The documents are those of `bench.stances` made as long as those of the sample case: fifteen
statements each, four of them with a stance, two people who are seldom named and their office, and
of every other one a meeting, of every third one a deadline. With 20,000 documents that are 300,000
statements, 80,000 stances and some 6,000 people.

Each page is asked for as a reader meets it whose record has just been opened, then some times, and
then as the first page after another document was added. Prints milliseconds of CPU.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from bench.stances import OBJECTS, SIDES
from bench.stances import told as told_stances
from onrecord.record import (
    Actor,
    ActorSchema,
    Anchor,
    Deadline,
    DeadlineStep,
    Document,
    Form,
    Meeting,
    MeetingStatus,
    MeetingType,
    Mention,
    MentionKind,
    Occupancy,
    Office,
    Provenance,
    Reading,
    ReporterDistance,
    SourcingLevel,
    SpeechAct,
    Stance,
    Statement,
    identify,
)
from onrecord.store import StanceFilter, Store, open_record

DOCUMENTS, STATEMENTS = 20_000, 15
SELDOM = 8_000
"""People who are named now and then, two a document."""
VISITS = 10
GIVEN = ("Ann", "Bo", "Cara", "Dag", "Edda", "Finn", "Gro", "Hanna", "Ivo", "Juna", "Kai")
MADE = Provenance("bench", "1", "bench", confidence=0.9)
LEVELS, ACTS = list(SourcingLevel), list(SpeechAct)
PAGES = (
    "/",
    "/stances",
    "/stances?as_of=2020-01-01",
    "/stances?holder={holder}&object={object}",
    "/timeline",
    "/timeline?since=2015-01-01&until=2025-01-01",
    "/statements",
    "/statements?q=talks&sourcing=1a",
    "/statements?stance=reject&sort=speaker",
    "/statements?page=500",
    "/documents",
    "/documents/{document}",
    "/actors",
    "/actors/{holder}",
    "/sources",
    "/brief",
    "/api/stances",
)


def fill(record: Store, documents: int) -> None:
    """Write so many documents into a record."""
    for number in range(documents):
        record.add(*told(number))


def told(number: int) -> tuple[Document, bytes, Reading]:
    """Give a document, its bytes and its reading."""
    short, _, reading = told_stances(number)
    draw = random.Random(number)
    sentences = [
        f"Side {draw.randrange(SIDES)} said the talks on issue {draw.randrange(OBJECTS)} "
        f"{draw.choice(('failed', 'go on', 'were hard', 'can end'))} on round {number}."
        for _ in range(STATEMENTS)
    ]
    seldom = [draw.randrange(SELDOM) for _ in range(2)]
    event = f"{_called(seldom[0])}, the envoy of Land {seldom[0] % 40}, met {_called(seldom[1])}."
    text = "\n\n".join((short.raw_text, event, *sentences))
    content = text.encode()
    digest = sha256(content).hexdigest()
    document = replace(
        short, doc_id=identify("doc", digest), sha256=digest, raw_text=text, clean_text=text
    )
    statements = tuple(_statements(document, sentences, draw))
    stances = tuple(
        _moved(stance, document, statement)
        for stance, statement in zip(reading.stances, statements, strict=False)
    )
    found = Reading(
        document.doc_id,
        "bench",
        statements=statements,
        mentions=tuple(it.source for it in statements if it.source),
        actors=(*reading.actors, *map(_seldom, sorted(set(seldom)))),
        stances=stances,
    )
    return document, content, replace(found, **_met(document, event, number, seldom))


def _called(person: int) -> str:
    return f"{GIVEN[person % len(GIVEN)]} Vorn{person}"


def _seldom(person: int) -> Actor:
    return Actor(identify("act", "seldom", person), ActorSchema.PERSON, _called(person))


def _met(document: Document, event: str, number: int, people: list[int]) -> dict[str, Any]:
    """Give who holds an office, who met whom, and what is due, all of it told in one sentence."""
    words = (_anchor(document, at := document.raw_text.index(event), at + len(event)),)
    one, other = (identify("act", "seldom", person) for person in people)
    office = Office(identify("off", people[0] % 40), "envoy", f"Land {people[0] % 40}")
    held = Occupancy(identify("occ", document.doc_id), office.office_id, one, words)
    own = (document.doc_id, document.published_on)
    meeting = Meeting(
        identify("mtg", document.doc_id),
        document.doc_id,
        MeetingType.TALKS,
        MeetingStatus.SCHEDULED,
        words,
        MADE,
        participants=(one, other),
        date=own[1],
        reported_on=own[1],
    )
    deadline = Deadline(
        identify("ddl", document.doc_id),
        document.doc_id,
        DeadlineStep.SET,
        words,
        MADE,
        set_by=one,
        due=own[1],
        reported_on=own[1],
    )
    return {
        "offices": (office,),
        "occupancies": (held,),
        "meetings": (meeting,) * (number % 2 == 0),
        "deadlines": (deadline,) * (number % 3 == 0),
    }


def _statements(
    document: Document, sentences: list[str], draw: random.Random
) -> Iterator[Statement]:
    start = len(document.raw_text) - len("\n\n".join(sentences))
    for place, sentence in enumerate(sentences):
        speaker, _, content = sentence.partition(" said ")
        who = _anchor(document, start, start + len(speaker))
        at = start + len(speaker) + len(" said ")
        actor = identify("act", int(speaker.split()[1]))
        yield Statement(
            statement_id=identify("st", document.doc_id, place),
            doc_id=document.doc_id,
            source=Mention(identify("men", document.doc_id, place), who, MentionKind.NAME, actor),
            cue=None,
            content=(_anchor(document, at, at + len(content)),),
            quoted=(),
            form=Form.INDIRECT,
            speech_act=draw.choice(ACTS),
            reporter_distance=ReporterDistance.NEUTRAL,
            sourcing_level=draw.choice(LEVELS),
            provenance=MADE,
            gist=content,
            actor_id=actor,
            said_on=document.published_on,
            reported_on=document.published_on,
        )
        start += len(sentence) + 2


def _anchor(document: Document, start: int, end: int) -> Anchor:
    exact = document.raw_text[start:end]
    return Anchor(
        document.raw_text,
        doc_id=document.doc_id,
        exact=exact,
        start=start,
        end=end,
        clean_start=start,
        clean_end=end,
        paragraph=0,
    )


def _moved(stance: Stance, document: Document, statement: Statement) -> Stance:
    """Give a stance as one of this document, read from this statement."""
    evidence = tuple(_anchor(document, at.start, at.end) for at in stance.evidence)
    return replace(
        stance,
        stance_id=identify("stn", document.doc_id, stance.stance_id),
        doc_id=document.doc_id,
        evidence=evidence,
        statements=(statement.statement_id,),
    )


class Row(NamedTuple):
    """What a page takes, in milliseconds of CPU.

    At first, at the median and the 95th percentile of more visits, and as the first page after a
    document was added; `added` is what adding it took.
    """

    page: str
    first: float
    median: float
    high: float
    after: float
    added: float


def measure(record: Path, number: int) -> Iterator[Row]:
    """Give what each page takes; documents of this number and the next ones are added meanwhile."""
    from fastapi.testclient import TestClient  # noqa: PLC0415 - loads the web framework

    from onrecord.web.app import Serving, make_app  # noqa: PLC0415 - as above

    with open_record(record) as store:
        stand = next(iter(store.stands(StanceFilter(limit=1))))
        names = {"holder": stand.holder, "object": stand.object.object_id, "document": stand.doc_id}
        with TestClient(make_app(Serving(record)), base_url="http://localhost") as client:
            for place, page in enumerate(PAGES):
                address = page.format(**names)
                visit = partial(_visited, client, address)
                first, again = _took(visit), sorted(_took(visit) for _ in range(VISITS))
                addition = told(number + place)
                added = _took(partial(store.add, *addition))
                high = again[int(0.95 * VISITS)]
                yield Row(page, first, again[VISITS // 2], high, _took(visit), added)


def _visited(client: Any, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise AssertionError(f"{address} answers {answer.status_code}")


def _took(act: Callable[[], object]) -> float:
    """Give the milliseconds of CPU that something takes."""
    begun = time.process_time()
    act()
    return 1000 * (time.process_time() - begun)


def main() -> None:
    """Fill a record, measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.room", description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS, metavar="N")
    parser.add_argument("--record", type=Path, metavar="FILE", help="keep the record here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = given.record or Path(folder) / "room.db"
        if not record.exists():
            with open_record(record) as store:
                fill(store, given.documents)
        with open_record(record) as store:
            held = store.counts().documents
        print(f"{'page':<46}" + "".join(f"{name:>8}" for name in Row._fields[1:]))
        for row in measure(record, 1_000_000 + held):
            numbers = "".join(f"{number:8.0f}" for number in row[1:])
            print(f"{row.page:<46}{numbers}", flush=True)


if __name__ == "__main__":
    main()
