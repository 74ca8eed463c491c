"""The parts of the extractor put together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.actors import Actors
from onrecord.extract.amounts import find_amounts
from onrecord.extract.conditions import Conditions
from onrecord.extract.deadlines import Deadlines
from onrecord.extract.finder import Finder
from onrecord.extract.findings import Attribution, AttributionFinder
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import parse
from onrecord.extract.matters import Codebook, Matters, Sponsors
from onrecord.extract.meetings import Meetings
from onrecord.extract.occasions import interview
from onrecord.extract.own_words import without_own_words
from onrecord.extract.parties import Parties
from onrecord.extract.plans import PlanClaims
from onrecord.extract.provisions import Provisions
from onrecord.extract.quantities import amounts_of
from onrecord.extract.quotes import find_quotes
from onrecord.extract.said_on import Utterances
from onrecord.extract.speakers import Resolver
from onrecord.extract.stances import Ground, Stances, affiliated
from onrecord.extract.statements import Sources, Statements
from onrecord.extract.targets import with_targets
from onrecord.extract.timing import published_day, quoted_days, times_of, with_said
from onrecord.extract.topics import topics
from onrecord.record import Document, Reading, TimeExpression
from onrecord.spans import Anchors

EXTRACTOR = "onrecord/6"
"""Name and version of the extractor. Raise the version with every change of its output: documents
that an earlier version has read are then read again."""

FINDER: AttributionFinder = Finder()
"""Whatever finds attributions where the caller names nothing else."""

LANGUAGES = frozenset({"en"})
"""Languages that are read; a text in another one is kept and said so."""


def extractor_after(
    reader: str, finder: AttributionFinder = FINDER, book: Codebook | None = None
) -> str:
    """Give the extractor of a document's reading: itself, its finder, the reader before it.

    A codebook of the user's is named with a digest: with another one the document is read again.
    """
    own = f" by codebook {book.name} {book.digest}" if book else ""
    return f"{EXTRACTOR} with {finder.name}{own} after {reader}"


def extract(
    document: Document,
    published_on: str | None = None,
    finder: AttributionFinder = FINDER,
    book: Codebook | None = None,
) -> Reading:
    """Give everything that the extractor finds in a document.

    `published_on` is the day that the user gave, for the reading's id; the document's metadata
    already hold it. `book` is the user's codebook, None for those that ship.
    """
    settled = Settled(extractor_after(document.reader, finder, book), published_on, finder, book)
    refused = _refused(document)
    if refused:
        return Reading(document.doc_id, settled.extractor, published_on, refused=refused)
    return _extract(document, settled)


def find_attributions(
    document: Document, finder: AttributionFinder = FINDER
) -> tuple[Attribution, ...]:
    """Give who said what in a document, in clean offsets: `extract` without all that follows.

    A text in another language has none.
    """
    if _refused(document) or not document.paragraphs:
        return ()
    quotes = find_quotes(document.clean_text, document.paragraphs)
    return without_own_words(document, Anchors(document), finder.find(parse(document), quotes))


def _refused(document: Document) -> str | None:
    """Give the reason why a text is not read, None where it is."""
    language = document.metadata.language
    if language in LANGUAGES or language is None:
        return None
    return f"The language “{language}” is not supported yet: the text is kept, nothing is read."


@dataclass(frozen=True, slots=True)
class Settled:
    """What is settled before a document is read."""

    extractor: str
    published_on: str | None
    finder: AttributionFinder
    book: Codebook | None


def _extract(document: Document, settled: Settled) -> Reading:
    parsed = parse(document)
    quotes = find_quotes(document.clean_text, document.paragraphs)
    anchors = Anchors(document)
    times = times_of(document, anchors)
    found = without_own_words(document, anchors, settled.finder.find(parsed, quotes))
    marks = Intervals(quotes, lambda quote: quote.span)
    if turns := interview(parsed, times, found, published_day(document)):
        times = times_of(document, anchors, turns)
    speakers = (resolver := Resolver(parsed, found, marks)).resolve()
    actors = Actors(document, anchors)
    utterances = Utterances(document, parsed, times, found)
    sources = Sources(document, parsed, marks, anchors, actors, utterances, settled.finder.name)
    statements = Statements(sources).make(found, speakers.by_attribution)
    if quoted := turns or quoted_days(document, statements):
        times = times_of(document, anchors, quoted)
    mentions = tuple(actors.mention(item) for item in speakers.mentions)
    offices, occupancies = actors.offices(speakers.offices)
    known = affiliated(actors.all(), offices, occupancies)
    matters = Matters(parsed, Sponsors(known), settled.book)
    ground = Ground(
        document, parsed, anchors, actors, resolver, statements, mentions, matters, known
    )
    money, quantities = amounts_of(document, parsed, anchors, find_amounts(document.clean_text))
    reading = Reading(
        doc_id=document.doc_id,
        extractor=settled.extractor,
        published_on=settled.published_on,
        statements=statements,
        mentions=mentions,
        offices=offices,
        occupancies=occupancies,
        times=with_said(times, utterances.dates),
        money=money,
        quantities=quantities,
        stances=Stances(ground).find(),
        conditions=Conditions(ground).find(),
    )
    return _meant(ground, reading, times)


def _meant(ground: Ground, reading: Reading, times: Sequence[TimeExpression]) -> Reading:
    """Add what is read from statements, mentions, times and amounts together."""
    parties = Parties(ground, times, (reading.offices, reading.occupancies))
    plans = PlanClaims(ground, reading.times).find()
    return replace(
        reading,
        statements=with_targets(ground),
        plans=plans,
        topics=topics(ground, reading.stances, plans),
        provisions=Provisions(ground, reading).find(),
        meetings=Meetings(parties, parties.times).find(),
        deadlines=Deadlines(parties, parties.times).find(),
        actors=ground.actors.all(),  # others than speakers, too
    )
