"""Statements: who said what, in which words, on which sourcing."""

from dataclasses import dataclass

from onrecord.record.actors import Mention
from onrecord.record.anchors import Anchor
from onrecord.record.codes import (
    Factuality,
    Form,
    ReporterDistance,
    SourcingLevel,
    SpeechAct,
)
from onrecord.record.provenance import Provenance

REVIEW_BELOW = 0.4
"""Confidence below which a statement waits for a person's review. Of the statements below it more
than three in five are wrong: worth a look, too doubtful to be counted among the sure ones."""


def is_for_review(confidence: float | None) -> bool:
    """Tell whether what was found with this confidence waits for a person's review.

    Where the extractor gives no confidence there is nothing to doubt it by.
    """
    return confidence is not None and confidence < REVIEW_BELOW


@dataclass(frozen=True, slots=True)
class Certainty:
    """How certain two sources are of what is told (section 3.5), and the words that decided it.

    `source` is the quoted source's commitment, `author` the reporter's. `conditional` is true where
    what is told hangs on an `if`. `hedges` are the words that decided, in text order.
    """

    source: Factuality
    author: Factuality
    conditional: bool = False
    hedges: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: a source, a cue and a content, each with its words.

    `source` is None where the text names none. `content` may be discontinuous: its parts stand in
    text order. `quoted` are the stretches inside quotation marks, marks included. `said_on` is
    EDTF, None where nothing bounds it; `said_on_basis` gives the rule and the words.
    `reported_on` is the day of publication. `nested_in` is the id of the statement whose content
    holds this one. `gist` is the content in plain running text. `act_words` are the words that
    decided the speech act, in text order. `chain` are the sources between the speaker and the
    outlet, the nearest to the speaker first (`the Times, citing two officials`). `addressee` are
    the words for whom it was said to, `venue` those for where or on which occasion. `target` are
    the words for whom it is aimed at (threatened, urged, criticised), `target_id` that actor.
    """

    statement_id: str
    doc_id: str
    source: Mention | None
    cue: Anchor | None
    content: tuple[Anchor, ...]
    quoted: tuple[Anchor, ...]
    form: Form
    speech_act: SpeechAct
    reporter_distance: ReporterDistance
    sourcing_level: SourcingLevel
    provenance: Provenance
    gist: str
    actor_id: str | None = None
    said_on: str | None = None
    said_on_basis: str | None = None
    reported_on: str | None = None
    flag_unnamed_opinion: bool = False
    nested_in: str | None = None
    certainty: Certainty | None = None
    act_words: tuple[Anchor, ...] = ()
    chain: tuple[Anchor, ...] = ()
    addressee: Anchor | None = None
    venue: Anchor | None = None
    target: Anchor | None = None
    target_id: str | None = None

    @property
    def for_review(self) -> bool:
        """Tell whether it was found with little confidence and no person has looked at it yet."""
        return self.provenance.review is None and is_for_review(self.provenance.confidence)

    @property
    def first(self) -> int:
        """Where the statement begins in the published text."""
        anchors = [*self.content, *([self.cue] if self.cue else [])]
        if self.source:
            anchors.append(self.source.anchor)
        return min(anchor.start for anchor in anchors)
