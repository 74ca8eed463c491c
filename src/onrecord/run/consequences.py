"""What follows from a person's correction of a statement: nothing that the person did not imply."""

from dataclasses import replace

from onrecord.extract.forms import form_of, quoted_in
from onrecord.extract.intervals import Intervals
from onrecord.extract.quotes import find_quotes
from onrecord.extract.sourcing import Said, sourcing
from onrecord.extract.speakers import Speaker
from onrecord.extract.speech_acts import SILENCE, Act
from onrecord.extract.statements import shortened
from onrecord.record import Actor, Anchor, Document, Form, Span, Statement
from onrecord.spans import Anchors


def with_speaker(statement: Statement, actor: Actor, basis: str) -> Statement:
    """Give a statement with another speaker: its source names him, its sourcing level follows."""
    source = statement.source
    if source:
        source = replace(source, actor_id=actor.actor_id, basis=basis)
    quoted = " ".join(anchor.exact for anchor in statement.quoted)
    content = " ".join(anchor.exact for anchor in statement.content)
    cue = statement.cue.exact if statement.cue else ""
    speaker = Speaker(actor.schema, actor.name)
    found = sourcing(speaker, Said(cue, quoted, content), named=True)
    return replace(
        statement,
        actor_id=actor.actor_id,
        source=source,
        sourcing_level=found.level,
        flag_unnamed_opinion=found.unnamed_opinion,
    )


def with_words(statement: Statement, document: Document) -> Statement:
    """Give a statement of other words: what of them is quoted, the form, the gist follow."""
    quotes = Intervals(
        find_quotes(document.clean_text, document.paragraphs), lambda quote: quote.span
    )
    content = [_clean(anchor) for anchor in statement.content]
    quoted = quoted_in(content, quotes)
    act = Act(
        statement.speech_act,
        statement.reporter_distance,
        attitude=statement.form is Form.ATTITUDE,
        silent=statement.speech_act in SILENCE and statement.form is Form.NO_COMMENT,
    )
    anchors = Anchors(document)
    return replace(
        statement,
        quoted=tuple(anchors.at_clean(span) for span in quoted),
        form=form_of(document.clean_text, content, quoted, act),
        gist=shortened(document.clean_text, content),
    )


def _clean(anchor: Anchor) -> Span:
    return Span(anchor.clean_start or 0, anchor.clean_end or 0)
