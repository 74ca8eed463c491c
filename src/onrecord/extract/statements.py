"""From attributions and speakers to statements with their anchors."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.actors import Actors
from onrecord.extract.certainty import Told, certainty
from onrecord.extract.findings import Attribution
from onrecord.extract.forms import form_of, quoted_in
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed
from onrecord.extract.quotes import Quote
from onrecord.extract.said_on import Utterances
from onrecord.extract.sourcing import Said, sourcing
from onrecord.extract.speakers import SpokenBy
from onrecord.extract.speech_acts import Act, Deciding, speech_act
from onrecord.record import (
    Anchor,
    Certainty,
    Document,
    Form,
    Provenance,
    SourcingLevel,
    Span,
    SpeechAct,
    Statement,
    identify,
)
from onrecord.spans import Anchors

GIST_MAX = 300
"""Code points of a gist: one line of a table, two of a brief."""


@dataclass(frozen=True)
class Sources:
    """What statements of one document are made from."""

    document: Document
    parsed: Parsed
    quotes: Intervals[Quote]
    anchors: Anchors
    actors: Actors
    utterances: Utterances
    extractor: str


class Statements:
    """Makes the statements of one document."""

    def __init__(self, sources: Sources) -> None:
        self.given = sources
        self.text = sources.document.clean_text

    def make(
        self, found: Sequence[Attribution], spoken: Sequence[SpokenBy | None]
    ) -> tuple[Statement, ...]:
        """Give the statements of these attributions, each with who is meant as its speaker."""
        pairs = list(zip(found, spoken, strict=True))
        body = [pair for pair in pairs if not self.given.utterances.in_headline(pair[0])]
        head = [pair for pair in pairs if self.given.utterances.in_headline(pair[0])]
        made = [self._one(item, by) for item, by in (*body, *head)]
        unique = {statement.statement_id: statement for statement in made}
        return tuple(_as_told(tuple(_nested(sorted(unique.values(), key=_place)))))

    def _one(self, item: Attribution, by: SpokenBy | None) -> Statement:
        given = self.given
        quoted = self._quoted(item)
        words = self._words(item, quoted)
        sourced = sourcing(by.speaker if by else None, words, named=by is not None)
        act = _hearsay(self._act(item, words), sourced.level, words)
        said = given.utterances.said_on(item, by)
        mention = given.actors.mention(by) if by else None
        by_cue = act.act if act.words.part == "cue" else SpeechAct.STATE
        form = form_of(self.text, item.content, quoted, by_cue)
        return Statement(
            statement_id=self._id(item),
            doc_id=given.document.doc_id,
            source=mention,
            cue=self._anchor(item.cue) if item.cue else None,
            content=tuple(self._anchor(span) for span in item.content),
            quoted=tuple(self._anchor(span) for span in quoted),
            form=Form.ATTITUDE if act.attitude and form is Form.INDIRECT else form,
            speech_act=act.act,
            reporter_distance=act.distance,
            sourcing_level=sourced.level,
            provenance=self._provenance(item),
            gist=self._gist(item),
            actor_id=mention.actor_id if mention else None,
            said_on=said.edtf,
            said_on_basis=said.basis,
            reported_on=given.document.published_on,
            flag_unnamed_opinion=sourced.unnamed_opinion,
            certainty=self._certainty(item, act.act, sourced.level),
            act_words=tuple(map(self._anchor, _located(item, quoted, act.words))),
        )

    def _certainty(self, item: Attribution, act: SpeechAct, level: SourcingLevel) -> Certainty:
        within = self.given.parsed.within
        content = [word for part in item.content for word in within(part)]
        cue = within(item.cue) if item.cue else ()
        degree = certainty(Told(cue, content, act, level))
        hedges = tuple(self._anchor(span) for span in degree.hedges)
        return Certainty(degree.source, degree.author, degree.conditional, hedges)

    def _id(self, item: Attribution) -> str:
        to_raw = self.given.anchors.map.to_raw
        spans = [list(to_raw(span)) if span else None for span in (item.source, item.cue)]
        content = [list(to_raw(span)) for span in item.content]
        return identify("st", self.given.document.doc_id, *spans, content)

    def _anchor(self, span: Span) -> Anchor:
        return self.given.anchors.at_clean(span, self.given.utterances.sentence_at(span.start))

    def _quoted(self, item: Attribution) -> tuple[Span, ...]:
        """Give the verbatim parts; after `NAME:` in a transcript all of it is verbatim."""
        colon = item.cue and self.text[item.cue.start : item.cue.end] == ":"
        if colon and not self.given.utterances.in_headline(item):
            return item.content
        return quoted_in(item.content, self.given.quotes)

    def _words(self, item: Attribution, quoted: Sequence[Span]) -> Said:
        cue = self.text[item.cue.start : item.cue.end] if item.cue else ""
        return Said(cue, self._joined(quoted), self._joined(item.content))

    def _act(self, item: Attribution, words: Said) -> Act:
        lemmas = tuple(word.lemma for word in self.given.parsed.within(item.cue or Span(0, 0)))
        return speech_act(words, lemmas if item.cue else ())

    def _joined(self, spans: Sequence[Span]) -> str:
        return " ".join(self.text[span.start : span.end] for span in spans)

    def _gist(self, item: Attribution) -> str:
        parts = (self.text[span.start : span.end].strip(" ,;") for span in item.content)
        words = " ".join(" … ".join(parts).split())
        return words if len(words) <= GIST_MAX else words[: GIST_MAX - 1].rsplit(" ", 1)[0] + "…"

    def _provenance(self, item: Attribution) -> Provenance:
        name, _, version = self.given.extractor.partition("/")
        return Provenance(name, version, rule_id=item.rule, confidence=item.confidence)


def _located(item: Attribution, quoted: Sequence[Span], words: Deciding) -> Iterator[Span]:
    """Give where the words that decided an act stand, by the parts that a space had joined."""
    parts: Sequence[Span] = quoted if words.part == "quoted" else item.content
    if words.part == "cue":
        parts = (item.cue,) if item.cue else ()
    at = 0
    for part in parts:
        start = max(words.start - at, 0) + part.start
        end = min(words.end - at + part.start, part.end)
        if start < end:
            yield Span(start, end)
        at += part.end - part.start + 1


def _place(statement: Statement) -> tuple[int, int, str]:
    """Order by where a statement begins, then by where its content does."""
    return statement.first, statement.content[0].start, statement.statement_id


SECOND_HAND = frozenset(
    {
        SourcingLevel.UNNAMED_DESCRIBED,
        SourcingLevel.UNNAMED_BARE,
        SourcingLevel.MEDIA_REPORTS,
    }
)


def _hearsay(act: Act, level: SourcingLevel, words: Said) -> Act:
    """Give the act: what unnamed sources or media merely say is a report (section 3.4).

    Whoever is quoted states it, named or not; what nobody in particular says is always a report.
    """
    if level is SourcingLevel.AGENTLESS and act.act in MERELY_SAID:
        return replace(act, act=SpeechAct.REPORT)
    if (
        act.act is SpeechAct.STATE
        and level in SECOND_HAND
        and not act.attitude | bool(words.quoted)
    ):
        return replace(act, act=SpeechAct.REPORT)
    return act


MERELY_SAID = frozenset(
    {SpeechAct.STATE, SpeechAct.PREDICT, SpeechAct.INDICATE, SpeechAct.OFFER, SpeechAct.ANNOUNCE}
)


TOLD = SECOND_HAND | {SourcingLevel.AGENTLESS}
"""Levels that what is told on them cannot rise above."""


def _as_told(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Give each statement that unnamed people, media or nobody tell of on their sourcing.

    `Two officials said Lee had promised to sign` does not put Lee on the record.
    """
    by_id = {statement.statement_id: statement for statement in statements}
    for statement in statements:
        outer = by_id.get(statement.nested_in or "")
        if outer and outer.sourcing_level in TOLD:
            yield replace(statement, sourcing_level=outer.sourcing_level)
        else:
            yield statement


def _nested(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Mark each statement that stands wholly in the content of another with the smallest such.

    In text order an outer statement's content begins before the inner one's cue: those whose
    content is still open are all that must be looked at.
    """
    parts = sorted(
        (part.start, part.end, number)
        for number, statement in enumerate(statements)
        for part in statement.content
    )
    starts = [start for start, _, _ in parts]
    reach = max((end - start for start, end, _ in parts), default=0)
    for number, inner in enumerate(statements):
        cue = inner.cue
        if cue is None:
            yield inner
            continue
        near = parts[bisect_left(starts, cue.start - reach) : bisect_right(starts, cue.start)]
        outer = {n for _, end, n in near if n != number and end >= cue.end}
        holders = [statements[n] for n in sorted(outer) if _inside(inner, statements[n])]
        holder = min(holders, key=_length, default=None)
        yield replace(inner, nested_in=holder.statement_id) if holder else inner


def _inside(inner: Statement, outer: Statement) -> bool:
    parts = [inner.cue, *inner.content]
    return all(
        any(whole.span.holds(part.span) for whole in outer.content) for part in parts if part
    )


def _length(statement: Statement) -> int:
    return sum(part.end - part.start for part in statement.content)
