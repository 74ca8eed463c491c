"""The finder that is used where the caller names no other: the network, then rules.

Rules add what the network's corpus leaves out, and nothing where the network found something: each
had to bring more than it cost on the sample case, and to cost PolNeAR's figures nothing that counts
(docs/decisions/0006-a-trained-finder.md).
"""

from collections.abc import Callable, Iterable

from onrecord.extract.attributions.bounds import within_bounds
from onrecord.extract.attributions.coordinated import with_sources
from onrecord.extract.attributions.delegations import with_delegates
from onrecord.extract.attributions.falsified import bare_denials, falsified
from onrecord.extract.attributions.floor import floor
from onrecord.extract.attributions.frames import frames, passives, taken_by
from onrecord.extract.attributions.headings import without_headings
from onrecord.extract.attributions.impersonal import impersonal, views, without_expletive
from onrecord.extract.attributions.labels import labels, without_parts
from onrecord.extract.attributions.nested import nested
from onrecord.extract.attributions.passed_on import passed_on
from onrecord.extract.attributions.predicates import with_predicates
from onrecord.extract.attributions.refusals import refused, unanswered
from onrecord.extract.attributions.texts import texts
from onrecord.extract.attributions.turns import in_turns
from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed
from onrecord.extract.quotes import Quote
from onrecord.extract.tagger.finder import TrainedFinder
from onrecord.extract.words import frame_words

MENDED: tuple[Callable[[Parsed, tuple[Attribution, ...]], Iterable[Attribution]], ...] = (
    within_bounds,
    without_headings,
    with_delegates,
    with_predicates,
    in_turns,
)
"""What sets right what the network found, in this order."""


class Finder:
    """What the network finds, what transcripts and texts say, and what nobody named says."""

    def __init__(self) -> None:
        self._trained = TrainedFinder()

    @property
    def name(self) -> str:
        """Name and version of the weights and of the rules."""
        return f"{self._trained.name} and rules/4"

    def find(self, parsed: Parsed, quotes: tuple[Quote, ...]) -> tuple[Attribution, ...]:
        """Give the attributions of a document in text order."""
        trained = refused(parsed, self._trained.find(parsed, quotes))
        for step in MENDED:
            trained = tuple(step(parsed, trained))
        trained = tuple(without_expletive(parsed, item) for item in trained)
        labelled = tuple(labels(parsed, trained))
        hearsay = (*passives(parsed), *views(parsed))
        kept = [
            item
            for item in passed_on(
                parsed, with_sources(parsed, tuple(without_parts(labelled, trained)))
            )
            if not _same_cue(item, hearsay) and not _to_come(parsed, item, hearsay)
        ]
        taken = taken_by(kept)
        marks = Intervals(quotes, lambda quote: quote.span)
        found = (
            *kept,
            *labelled,
            *within_bounds(parsed, tuple(nested(parsed, marks, kept, self._trained))),
            *frames(parsed, hearsay, taken),
            *impersonal(parsed, kept, marks),
            *floor(parsed, kept),
            *texts(parsed, taken),
            *bare_denials(parsed, taken),
            *unanswered(parsed, taken),
        )
        told = falsified(parsed, found)
        return tuple(sorted(told, key=lambda item: (item.first, item.content)))


def _same_cue(item: Attribution, others: Iterable[Attribution]) -> bool:
    """Tell whether a rule reads the same cue, the source being none or what it is said of.

    `[Ruhl] is said [to have resigned]` is not said by Ruhl.
    """
    return any(
        item.cue
        and other.cue
        and item.cue.meets(other.cue)
        and (item.source is None or other.rule == "widely" or item.source.meets(other.content[0]))
        for other in others
    )


def _to_come(parsed: Parsed, item: Attribution, frames_: Iterable[Attribution]) -> bool:
    """Tell what is only to be talked over: `Lee is scheduled to visit and [discuss] the plan`."""
    if item.cue is None:
        return False
    word = parsed.word_at(item.cue.start)
    if word.tag != "VB" or word.lemma not in frame_words("talked_over"):
        return False
    return any(part.holds(item.cue) for other in frames_ for part in other.content)
