"""From attributions and speakers to statements with their anchors."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.actors import Actors
from onrecord.extract.certainty import certainty
from onrecord.extract.chains import chain
from onrecord.extract.findings import Attribution
from onrecord.extract.forms import form_of, quoted_in
from onrecord.extract.hearsay import as_hearsay
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, Word
from onrecord.extract.nesting import as_told, nested
from onrecord.extract.quotes import Quote
from onrecord.extract.said_on import Utterances
from onrecord.extract.sides import Sides
from onrecord.extract.sourcing import Said, after_silence, sourcing
from onrecord.extract.speakers import SpokenBy
from onrecord.extract.speech_acts import Act, CueWords, speech_act
from onrecord.extract.telling import Telling, in_text, joined
from onrecord.extract.venues import addressee, venue
from onrecord.record import (
    Anchor,
    Certainty,
    Document,
    Provenance,
    SourcingLevel,
    Span,
    Statement,
    identify,
)
from onrecord.spans import Anchors

BY_THE_WAY = frozenset({"warned"})
"""Rules of what the reporter tells by the way: `leaders who have [warned of] an attack`."""
NOBODY = ("neither", "none of", "nobody", "no one")
"""Beginnings of a source that say who did not: `neither side would say`."""
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
        self.sides = Sides(sources.parsed)

    def make(
        self, found: Sequence[Attribution], spoken: Sequence[SpokenBy | None]
    ) -> tuple[Statement, ...]:
        """Give the statements of these attributions, each with who is meant as its speaker."""
        pairs = list(zip(found, spoken, strict=True))
        body = [pair for pair in pairs if not self.given.utterances.in_headline(pair[0])]
        head = [pair for pair in pairs if self.given.utterances.in_headline(pair[0])]
        made = [self._one(item, by) for item, by in (*body, *head)]
        unique = {statement.statement_id: statement for statement in made}
        return tuple(as_told(tuple(nested(sorted(unique.values(), key=_place)))))

    def _one(self, item: Attribution, by: SpokenBy | None) -> Statement:
        given = self.given
        quoted = self._quoted(item)
        told = self._told(item, by, quoted)
        act, sourced = told.act, told.sourced
        said = given.utterances.said_on(item, by)
        mention = given.actors.mention(by) if by else None
        return Statement(
            statement_id=self._id(item),
            doc_id=given.document.doc_id,
            source=mention,
            cue=self._anchor(item.cue) if item.cue else None,
            content=tuple(self._anchor(span) for span in item.content),
            quoted=tuple(self._anchor(span) for span in quoted),
            form=told.form,
            speech_act=act.act,
            reporter_distance=act.distance,
            sourcing_level=SourcingLevel.AUTHORIAL if item.rule in BY_THE_WAY else sourced.level,
            provenance=self._provenance(item),
            gist=self._gist(item),
            actor_id=mention.actor_id if mention else None,
            said_on=said.edtf,
            said_on_basis=said.basis,
            reported_on=given.document.published_on,
            flag_unnamed_opinion=sourced.unnamed_opinion,
            act_words=self._act_words(told),
            certainty=self._certainty(told),
            chain=tuple(self._anchor(span) for span in chain(told)),
            addressee=self._optional(addressee(told)),
            venue=self._optional(venue(told)),
        )

    def _told(self, item: Attribution, by: SpokenBy | None, quoted: Sequence[Span]) -> Telling:
        words = self._words(item, quoted)
        sourced = sourcing(by.speaker if by else None, words, named=by is not None)
        act = as_hearsay(self._act(item, by, words), sourced.level, words)
        form = form_of(self.text, item.content, quoted, act)
        sourced = after_silence(sourced, act.act, words.cue) if act.silent else sourced
        return Telling(self.given.parsed, item, by, words, act, form, sourced)

    def _optional(self, span: Span | None) -> Anchor | None:
        return self._anchor(span) if span else None

    def _certainty(self, told: Telling) -> Certainty:
        found = certainty(told)
        words = tuple(self._anchor(span) for span in found.words)
        return Certainty(found.source, found.author, found.conditional, words)

    def _act_words(self, told: Telling) -> tuple[Anchor, ...]:
        """Give the words that decided the speech act: of the content, else the cue."""
        decided = in_text(told.item.content, told.act.decided)
        if not decided and told.item.cue:
            decided = (told.item.cue,)
        return tuple(self._anchor(span) for span in decided)

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
        source = self.text[item.source.start : item.source.end] if item.source else ""
        return Said(cue, joined(self.text, quoted), joined(self.text, item.content), source)

    def _act(self, item: Attribution, by: SpokenBy | None, words: Said) -> Act:
        lemmas = tuple(word.lemma for word in self._cue_words(item))
        cue = CueWords(words.cue, lemmas, words.source.lower().startswith(NOBODY))
        return speech_act(cue, words.content, words.quoted, self.sides.of(by))

    def _cue_words(self, item: Attribution) -> tuple[Word, ...]:
        """Give the words of the cue; where it holds no verb, that behind it: `[later] blamed`."""
        if item.cue is None:
            return ()
        words = self.given.parsed.within(item.cue)
        if not words or any(word.pos in {"VERB", "AUX", "NOUN"} for word in words):
            return words
        behind = self.given.parsed.words[words[-1].at + 1 : words[-1].at + 2]
        return (*words, *(word for word in behind if word.pos == "VERB"))

    def _gist(self, item: Attribution) -> str:
        return shortened(self.text, item.content)

    def _provenance(self, item: Attribution) -> Provenance:
        name, _, version = self.given.extractor.partition("/")
        return Provenance(name, version, rule_id=item.rule, confidence=item.confidence)


def shortened(text: str, content: Sequence[Span]) -> str:
    """Give the gist of a content: its parts of the clean text on one line, cut at a word."""
    parts = (text[span.start : span.end].strip(" ,;") for span in content)
    words = " ".join(" … ".join(parts).split())
    return words if len(words) <= GIST_MAX else words[: GIST_MAX - 1].rsplit(" ", 1)[0] + "…"


def _place(statement: Statement) -> tuple[int, int, str]:
    """Order by where a statement begins, then by where its content does."""
    return statement.first, statement.content[0].start, statement.statement_id
