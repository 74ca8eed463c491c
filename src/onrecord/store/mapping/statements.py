"""Statements and rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from onrecord.record import (
    Anchor,
    Certainty,
    Factuality,
    Form,
    Mention,
    MentionKind,
    Provenance,
    ReporterDistance,
    SourcingLevel,
    SpeechAct,
    Statement,
)
from onrecord.store import schema
from onrecord.store.mapping.actors import write_mention
from onrecord.store.mapping.anchors import Columns, Words
from onrecord.store.mapping.days import day_columns
from onrecord.store.mapping.reviews import review
from onrecord.store.mapping.sheet import Sheet

SOURCE = "source"
"""The kind of an entry that is a statement's source and not among the reading's mentions."""


def write_statement(sheet: Sheet, entry: int, statement: Statement) -> None:
    """Write the rows of a statement; its source is the reading's mention, if it is one of them."""
    first, last = day_columns(statement.said_on, statement.reported_on)
    columns: Columns = {
        "source": _source(sheet, statement.source),
        "actor_id": statement.actor_id,
        "form": statement.form,
        "speech_act": statement.speech_act,
        "reporter_distance": statement.reporter_distance,
        "sourcing_level": statement.sourcing_level,
        "said_on": statement.said_on,
        "said_on_basis": statement.said_on_basis,
        "said_min": first,
        "said_max": last,
        "reported_on": statement.reported_on,
        "flag_unnamed_opinion": statement.flag_unnamed_opinion,
        "nested_in": statement.nested_in,
        "gist": statement.gist,
    }
    certainty = _certainty_columns(statement.certainty)
    origin = provenance_columns(statement.provenance)
    sheet.write(schema.statements, entry, {**columns, **certainty, **origin})
    for role, words in _words(statement).items():
        sheet.words(entry, role, words)
    sheet.links(entry, "target", (statement.target_id,) if statement.target_id is not None else ())


def _words(statement: Statement) -> dict[str, Iterable[Anchor]]:
    """Give a statement's words by their role."""
    return {
        "cue": one_or_none(statement.cue),
        "content": statement.content,
        "quoted": statement.quoted,
        "act": statement.act_words,
        "chain": statement.chain,
        "addressee": one_or_none(statement.addressee),
        "venue": one_or_none(statement.venue),
        "target": one_or_none(statement.target),
        "hedge": statement.certainty.hedges if statement.certainty else (),
    }


def one_or_none(words: Anchor | None) -> tuple[Anchor, ...]:
    """Give the words as anchors of a role that has one or none."""
    return (words,) if words else ()


def _certainty_columns(certainty: Certainty | None) -> Columns:
    """Give the columns of a statement's certainty."""
    return {
        "certainty_source": certainty.source if certainty else None,
        "certainty_author": certainty.author if certainty else None,
        "conditional": certainty.conditional if certainty else None,
    }


def _certainty(row: Row[Any], words: Words) -> Certainty | None:
    """Give the certainty of a statement's row."""
    if row.certainty_source is None:
        return None
    return Certainty(
        source=Factuality(row.certainty_source),
        author=Factuality(row.certainty_author),
        conditional=row.conditional,
        hedges=words.several(row.entry, "hedge"),
    )


def _source(sheet: Sheet, source: Mention | None) -> int | None:
    """Give the key of a statement's source, which is written if it is no mention yet."""
    if source and source not in sheet.mentions:
        entry = sheet.entry(SOURCE, len(sheet.mentions), source.mention_id)
        write_mention(sheet, entry, source)
    return sheet.mentions[source] if source else None


def statement(row: Row[Any], words: Words) -> Statement:
    """Give the statement of a row."""
    return Statement(
        statement_id=row.id,
        doc_id=words.doc_id,
        source=_mention(row, words),
        cue=words.perhaps(row.entry, "cue"),
        content=words.several(row.entry, "content"),
        quoted=words.several(row.entry, "quoted"),
        form=Form(row.form),
        speech_act=SpeechAct(row.speech_act),
        reporter_distance=ReporterDistance(row.reporter_distance),
        sourcing_level=SourcingLevel(row.sourcing_level),
        provenance=provenance(row),
        gist=row.gist,
        actor_id=row.actor_id,
        said_on=row.said_on,
        said_on_basis=row.said_on_basis,
        reported_on=row.reported_on,
        flag_unnamed_opinion=row.flag_unnamed_opinion,
        nested_in=row.nested_in,
        certainty=_certainty(row, words),
        act_words=words.several(row.entry, "act"),
        chain=words.several(row.entry, "chain"),
        addressee=words.perhaps(row.entry, "addressee"),
        venue=words.perhaps(row.entry, "venue"),
        target=words.perhaps(row.entry, "target"),
        target_id=next(iter(words.ids(row.entry, "target")), None),
    )


def _mention(row: Row[Any], words: Words) -> Mention | None:
    """Give the source of a statement's row, which has the mention's columns, too."""
    if row.source is None:
        return None
    return Mention(
        mention_id=row.source_id,
        anchor=words.one(row.source, "words"),
        kind=MentionKind(row.source_kind),
        actor_id=row.source_actor_id,
        literal_place=row.source_literal_place,
        basis=row.source_basis,
    )


def provenance_columns(provenance: Provenance) -> Columns:
    """Give the columns of where an entry comes from."""
    return {
        "extractor": provenance.extractor,
        "version": provenance.version,
        "rule_id": provenance.rule_id,
        "model": provenance.model,
        "confidence": provenance.confidence,
        "reviewed_by": provenance.reviewed_by,
    }


def provenance(row: Row[Any]) -> Provenance:
    """Give where the entry of a row comes from."""
    return Provenance(
        extractor=row.extractor,
        version=row.version,
        rule_id=row.rule_id,
        model=row.model,
        confidence=row.confidence,
        reviewed_by=row.reviewed_by,
        review=review(row),
    )
