"""Statements that a person finds: characters that he selects, read on as the machine's own are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.errors import NotReadable
from onrecord.extract import extract
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed
from onrecord.extract.quotes import Quote
from onrecord.record import Actor, Anchor, Document, Provenance, Span, Statement, identify
from onrecord.run.consequences import with_speaker

RULE = "by_hand"


@dataclass(frozen=True, slots=True)
class Selected:
    """What a person selected in a document: the content, and perhaps the cue and the source."""

    content: tuple[Anchor, ...]
    cue: Anchor | None = None
    source: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A finder that finds what it is given."""

    attribution: Attribution

    @property
    def name(self) -> str:
        """Name of the finder."""
        return RULE

    def find(self, parsed: Parsed, quotes: tuple[Quote, ...]) -> tuple[Attribution, ...]:  # noqa: ARG002
        """Give the attribution."""
        return (self.attribution,)


def statement_of(
    document: Document, published_on: str | None, selected: Selected, by: str
) -> tuple[Statement, tuple[Actor, ...]]:
    """Give the statement that selected characters make, and the actor whom its source names.

    Day, form, speech act and sourcing are read from the words as the machine reads its own; nobody
    vouches for them but the rules, until the person corrects them.

    Raises:
        NotReadable: the text is in a language that is not read, or makes no statement.
    """
    content = tuple(map(_clean, selected.content))
    cue, source = (_clean(one) if one else None for one in (selected.cue, selected.source))
    found = Attribution(source, cue, content, RULE, confidence=1.0)
    reading = extract(document, published_on, Given(found))
    if not reading.statements:
        reason = reading.refused or "The words are the outlet's own."
        raise NotReadable(document.name, reason)
    statement = replace(
        reading.statements[0],
        content=selected.content,
        provenance=Provenance("people", "1", RULE, reviewed_by=by),
        statement_id=_id(document, selected),
    )
    named = [actor for actor in reading.actors if actor.actor_id == statement.actor_id]
    return statement, tuple(named)


def spoken_by(statement: Statement, actor: Actor) -> Statement:
    """Give a statement with the speaker whom a person named."""
    return with_speaker(statement, actor, "decided by a person")


def _id(document: Document, selected: Selected) -> str:
    """Give the id that the extractor would give to the same words (decision 2)."""
    places: Iterable[Anchor | None] = (selected.source, selected.cue)
    spans = [list(one.span) if one else None for one in places]
    content = [list(one.span) for one in selected.content]
    return identify("st", document.doc_id, *spans, content)


def _clean(anchor: Anchor) -> Span:
    return Span(anchor.clean_start or 0, anchor.clean_end or 0)
