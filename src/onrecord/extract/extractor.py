"""The parts of the extractor put together."""

from onrecord.extract.actors import Actors
from onrecord.extract.amounts import find_amounts
from onrecord.extract.conditions import Conditions
from onrecord.extract.finder import Finder
from onrecord.extract.findings import Attribution, AttributionFinder
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import parse
from onrecord.extract.matters import Matters, Sponsors
from onrecord.extract.occasions import interview
from onrecord.extract.own_words import without_own_words
from onrecord.extract.quantities import amounts_of
from onrecord.extract.quotes import find_quotes
from onrecord.extract.said_on import Utterances
from onrecord.extract.speakers import Resolver
from onrecord.extract.stances import Ground, Stances, affiliated
from onrecord.extract.statements import Sources, Statements
from onrecord.extract.timing import published_day, quoted_days, times_of, with_said
from onrecord.record import Document, Reading
from onrecord.spans import Anchors

EXTRACTOR = "onrecord/3"
"""Name and version of the extractor. Raise the version with every change of its output: documents
that an earlier version has read are then read again."""

FINDER: AttributionFinder = Finder()
"""Whatever finds attributions where the caller names nothing else."""

LANGUAGES = frozenset({"en"})
"""Languages that are read; a text in another one is kept and said so."""


def extractor_after(reader: str, finder: AttributionFinder = FINDER) -> str:
    """Give the extractor of a document's reading: itself, its finder, the reader before it."""
    return f"{EXTRACTOR} with {finder.name} after {reader}"


def extract(
    document: Document,
    published_on: str | None = None,
    finder: AttributionFinder = FINDER,
) -> Reading:
    """Give everything that the extractor finds in a document.

    `published_on` is the day that the user gave, for the reading's id; the document's metadata
    already hold it.
    """
    refused = _refused(document)
    if refused:
        extractor = extractor_after(document.reader, finder)
        return Reading(document.doc_id, extractor, published_on, refused=refused)
    return _extract(document, published_on, finder)


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


def _extract(document: Document, published_on: str | None, finder: AttributionFinder) -> Reading:
    parsed = parse(document)
    quotes = find_quotes(document.clean_text, document.paragraphs)
    anchors = Anchors(document)
    times = times_of(document, anchors)
    found = without_own_words(document, anchors, finder.find(parsed, quotes))
    marks = Intervals(quotes, lambda quote: quote.span)
    if turns := interview(parsed, times, found, published_day(document)):
        times = times_of(document, anchors, turns)
    speakers = (resolver := Resolver(parsed, found, marks)).resolve()
    actors = Actors(document, anchors)
    utterances = Utterances(document, parsed, times, found)
    sources = Sources(document, parsed, marks, anchors, actors, utterances, finder.name)
    statements = Statements(sources).make(found, speakers.by_attribution)
    if quoted := turns or quoted_days(document, statements):
        times = times_of(document, anchors, quoted)
    mentions = tuple(actors.mention(item) for item in speakers.mentions)
    offices, occupancies = actors.offices(speakers.offices)
    known = affiliated(actors.all(), offices, occupancies)
    matters = Matters(parsed, Sponsors(known))
    ground = Ground(
        document, parsed, anchors, actors, resolver, statements, mentions, matters, known
    )
    stances = Stances(ground).find()  # may name actors that nobody else names
    money, quantities = amounts_of(document, anchors, find_amounts(document.clean_text))
    return Reading(
        doc_id=document.doc_id,
        extractor=extractor_after(document.reader, finder),
        published_on=published_on,
        statements=statements,
        mentions=mentions,
        actors=actors.all(),
        offices=offices,
        occupancies=occupancies,
        times=with_said(times, utterances.dates),
        money=money,
        quantities=quantities,
        stances=stances,
        conditions=Conditions(ground).find(),
    )
