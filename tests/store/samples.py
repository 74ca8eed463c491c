"""Small documents with readings, the same for the same number."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from onrecord.record import (
    Actor,
    ActorSchema,
    Anchor,
    DateDetail,
    Detail,
    Document,
    Edit,
    Fix,
    Form,
    Mention,
    MentionKind,
    Metadata,
    Money,
    Noise,
    NoiseKind,
    Occupancy,
    Office,
    Paragraph,
    ParagraphKind,
    Precision,
    Provenance,
    Quantity,
    Reading,
    RelatedLink,
    ReporterDistance,
    SourcingLevel,
    Span,
    SpeechAct,
    Statement,
    TimeExpression,
    TimeType,
    UrlStatus,
    identify,
)

SPEAKERS = ("Irena Valdek", "Anton Breskar", "Edda Norling", "Lucan Tiede")
CONTENTS = ("the dam is not on the table", "troops will leave Brenn", "an answer is due")
EXTRACTOR = "sample 1"


@dataclass(frozen=True)
class Sample:
    """What `Store.add` takes."""

    document: Document
    content: bytes
    reading: Reading

    @property
    def parts(self) -> tuple[Document, bytes, Reading]:
        return self.document, self.content, self.reading


def sample(number: int, statements: int = 3, **changes: Any) -> Sample:
    """Give the document with this number; changes are those of its `Reading`."""
    document, content = published(number, text_of(number, statements))
    return Sample(document, content, replace(reading_of(document), **changes))


def doubted(given: Sample, *confidences: float | None) -> Sample:
    """Give a sample whose statements were found with these confidences, one each."""
    statements = tuple(
        replace(each, provenance=replace(each.provenance, confidence=confidence))
        for each, confidence in zip(given.reading.statements, confidences, strict=True)
    )
    return replace(given, reading=replace(given.reading, statements=statements))


def text_of(number: int, statements: int) -> str:
    """Give a text in which every paragraph is one statement."""
    lines = [f"Talks, day {number}"]
    for place in range(statements):
        speaker = SPEAKERS[(number + place) % len(SPEAKERS)]
        content = CONTENTS[(number * 7 + place) % len(CONTENTS)]
        lines.append(f"President {speaker} said on Monday: “{content}, {number}.{place}”")
    return "\n\n".join([*lines, f"Reserves of $4 million and {number + 2} points. É\x00 𝕏"])


def published(number: int, text: str, reader: str = "text 1") -> tuple[Document, bytes]:
    """Give a document with this text and its bytes."""
    content = text.encode()
    digest = sha256(content).hexdigest()
    doc_id = identify("doc", digest, text, reader)
    day = f"2027-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    title = anchored(text, doc_id, text.split("\n", maxsplit=1)[0])
    metadata = Metadata(
        title=Detail(title.exact, title),
        url=Detail(f"https://news.example/{number}", field="meta[og:url]"),
        url_status=UrlStatus.OK,
        language="en",
        published=DateDetail(day, Precision.DAY, field="meta[date]"),
        related_links=(RelatedLink("More", None, title),),
    )
    document = Document(
        doc_id=doc_id,
        sha256=digest,
        name=f"{number:04d}.txt",
        media_type="text/plain",
        reader=reader,
        encoding="utf-8",
        raw_text=text,
        clean_text=text,
        edits=(Edit(0, 1, text[0]),),
        paragraphs=(Paragraph(ParagraphKind.HEADLINE, 0, len(title.exact)),),
        noise=(Noise(NoiseKind.LINE_ENDING, Span(0, 1), Fix.REPLACE, "\n"),),
        metadata=metadata,
    )
    return document, content


def anchored(text: str, doc_id: str, words: str, after: int = 0) -> Anchor:
    """Give the anchor of the first such words after a place."""
    start = text.index(words, after)
    end = start + len(words)
    return Anchor(
        text, doc_id=doc_id, exact=words, start=start, end=end, clean_start=start, clean_end=end
    )


def reading_of(document: Document) -> Reading:
    """Give the reading of a document that `text_of` has written."""
    statements = tuple(_statements(document))
    sources = [statement.source for statement in statements if statement.source]
    actors = {each.actor_id: each.surface for each in sources if each.actor_id}
    return Reading(
        doc_id=document.doc_id,
        extractor=EXTRACTOR,
        statements=statements,
        mentions=tuple(sources[1:]),
        actors=tuple(
            Actor(actor_id, ActorSchema.PERSON, name, (name.split()[-1],))
            for actor_id, name in sorted(actors.items())
        ),
        **_others(document, sources),
    )


def _statements(document: Document) -> list[Statement]:
    """Give the statements of a text, one a paragraph."""
    text, doc_id = document.raw_text, document.doc_id
    statements: list[Statement] = []
    at = text.find("President ")
    while at >= 0:
        speaker = next(name for name in SPEAKERS if text.startswith(name, at + 10))
        quoted = text[text.index("“", at) : text.index("”", at) + 1]
        source = Mention(
            identify("men", doc_id, at),
            anchored(text, doc_id, speaker, at),
            MentionKind.NAME,
            actor_id=identify("act", "Person", speaker),
            basis="full name",
        )
        statements.append(
            Statement(
                statement_id=identify("sta", doc_id, at),
                doc_id=doc_id,
                source=source,
                cue=anchored(text, doc_id, "said", at),
                content=(anchored(text, doc_id, quoted[1:-1], at),),
                quoted=(anchored(text, doc_id, quoted, at),),
                form=Form.DIRECT,
                speech_act=SpeechAct.STATE,
                reporter_distance=ReporterDistance.NEUTRAL,
                sourcing_level=SourcingLevel.ON_RECORD_QUOTE,
                provenance=Provenance("sample", "1", "quote", confidence=0.5),
                gist=quoted[1:-1],
                actor_id=source.actor_id,
                said_on=None if len(statements) % 2 else document.published_on,
                reported_on=document.published_on,
            )
        )
        at = text.find("President ", at + 1)
    return statements


def _others(document: Document, sources: list[Mention]) -> dict[str, Any]:
    """Give what a text holds beside its statements."""
    text, doc_id = document.raw_text, document.doc_id
    office = Office(identify("off", "president"), "president")
    sum_ = anchored(text, doc_id, "$4 million")
    points = anchored(text, doc_id, "points")
    found: dict[str, Any] = {
        "offices": (office,),
        "money": (Money(identify("mon", doc_id, sum_.start), sum_, 4e6, None),),
        "quantities": (Quantity(identify("qua", doc_id, points.start), points, 28, "points"),),
    }
    if sources:
        monday = anchored(text, doc_id, "Monday")
        found["times"] = (
            TimeExpression(
                identify("tim", doc_id), monday, TimeType.DATE, "2027-04-12", "2027-04-12", "1"
            ),
        )
        found["occupancies"] = (
            Occupancy(
                identify("occ", doc_id),
                office.office_id,
                sources[0].actor_id or "",
                (anchored(text, doc_id, "President"), sources[0].anchor),
            ),
        )
    return found
