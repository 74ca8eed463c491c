"""What rests on what: documents by their sources, and utterances with their reports."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.analyse.copies import (
    Independence,
    Member,
    Outlets,
    Reported,
    Story,
    Text,
    Ties,
    Utterance,
    Wording,
    changed,
    fresh,
    repeated,
    stories,
    utterances,
    wordings,
)
from onrecord.record import ActorSchema, Anchor, Origin, SharedPassage, Statement
from onrecord.run.copies import relations_of
from onrecord.show.roster import Roster
from onrecord.spans import Anchors
from onrecord.store import DocumentFilter, StatementFilter, Store

NOBODY = frozenset({ActorSchema.UNNAMED_SOURCE, ActorSchema.DOCUMENT, ActorSchema.AUTHOR})
"""Schemas of actors that are not the same in two documents because they are called the same."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage of a document with what corresponds to it in the earlier one."""

    earlier: Anchor
    later: Anchor
    kept: float
    alike: float


@dataclass(frozen=True, slots=True)
class Told:
    """A document of a story with its words: what is shared, what is new, what it repeats.

    `new` are sentences that the earlier document does not tell, `changed` such as it tells with
    other names or numbers. `repeats` are passages that stand
    in earlier documents of other stories, by the ids of those.
    """

    member: Member
    shared: tuple[Shared, ...] = ()
    new: tuple[Anchor, ...] = ()
    changed: tuple[Shared, ...] = ()
    repeats: tuple[tuple[Anchor, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Uttered:
    """An utterance with the wordings of its reports and its independent sources."""

    utterance: Utterance
    wordings: tuple[Wording, ...]
    independence: Independence


class Sourcings:
    """The answers about what rests on what, of the documents that a filter wants.

    Documents that are not compared yet are compared now; nothing is written.
    """

    def __init__(self, store: Store, wanted: DocumentFilter | None = None) -> None:
        self._store = store
        self._wanted = wanted or DocumentFilter()

    @cached_property
    def origins(self) -> list[Origin]:
        """Where the documents come from."""
        return list(self._store.origins(self._wanted))

    @cached_property
    def outlets(self) -> Outlets:
        """The outlets of all documents of the record."""
        every = self._wanted == DocumentFilter()
        return Outlets(self.origins if every else self._store.origins())

    def stories(self) -> list[Story]:
        """Give the documents put together that rest on one source."""
        return stories(self.origins, relations_of(self._store), self.outlets)

    def told(self, story: Story) -> Iterator[Told]:
        """Give the documents of a story with their words."""
        for member in story.members:
            if member.relation is None and not member.repeats:
                yield Told(member)
                continue
            anchors = Anchors(self._store.document(member.origin.doc_id))
            told = self._beside(anchors, member)
            repeats = repeated(member.repeats).items()
            yield replace(told, repeats=tuple((anchors.at_clean(at), ids) for at, ids in repeats))

    def _beside(self, anchors: Anchors, member: Member) -> Told:
        """Give what a document shares with the earlier one, what is new and what is changed."""
        relation = member.relation
        if relation is None:
            return Told(member)
        theirs = Anchors(self._store.document(relation.earlier))

        def shared(passage: SharedPassage) -> Shared:
            places = theirs.at_clean(passage.earlier), anchors.at_clean(passage.later)
            return Shared(*places, passage.kept, passage.alike)

        texts = Text(anchors.document), Text(theirs.document)
        return Told(
            member,
            shared=tuple(map(shared, relation.passages)),
            new=tuple(map(anchors.at_clean, fresh(*texts, relation))),
            changed=tuple(map(shared, changed(*texts, relation))),
        )

    def uttered(self, statements: Iterable[Statement]) -> list[Uttered]:
        """Give the utterances of which statements are reports, with their independent sources."""
        found = utterances(statements, self._speakers)
        several = {report.doc_id for each in found for report in each.reports if each.links}
        ties = Ties(self.outlets, relations_of(self._store, sorted(several)))
        languages = {origin.doc_id: origin.language for origin in self.origins}
        return [self._uttered(each, ties, languages) for each in found]

    def _uttered(
        self, utterance: Utterance, ties: Ties, languages: Mapping[str, str | None]
    ) -> Uttered:
        independence = ties.independence(utterance.reports)
        sources = enumerate(independence.sources)
        of = {id_: number for number, source in sources for id_ in source.reports}
        worded = wordings(utterance.reports, Reported(languages, of))
        return Uttered(utterance, worded, independence)

    @cached_property
    def _speakers(self) -> "_Speakers":
        return _Speakers(self._store)

    def reports_of(self, statement: Statement) -> Uttered:
        """Give the utterance of a statement, with all statements that may be reports of it."""
        return next(
            found
            for found in self.uttered(self._around(statement))
            if any(each.statement_id == statement.statement_id for each in found.utterance.reports)
        )

    def _around(self, statement: Statement) -> Sequence[Statement]:
        """Give the statements by the same speaker, or with the same words."""
        found = {statement.statement_id: statement}
        for actor_id in self._speakers.members(statement):
            for each in self._store.statements(StatementFilter(actor=actor_id)):
                found[each.statement_id] = each
        quotation = " ".join(anchor.exact for anchor in statement.quoted)
        if words := quotation.replace('"', " ").split()[:PHRASE]:
            phrase = '"' + " ".join(words).strip(" .,;:!?“”‘’") + '"'
            for each in self._store.statements(StatementFilter(text=phrase)):
                found[each.statement_id] = each
        return list(found.values())


PHRASE = 5
"""Words of a quotation that are searched for in statements of speakers who are not named."""


class _Speakers:
    """Whom statements are by: the identities of their actors, and the bodies they speak for."""

    def __init__(self, store: Store) -> None:
        self._roster = Roster(store)

    def __call__(self, statement: Statement) -> frozenset[str]:
        actor = self._roster.actors.get(statement.actor_id or "")
        if actor is None or actor.schema in NOBODY:
            return frozenset()
        ids = filter(None, (actor.actor_id, actor.speaks_for))
        found = (self._roster.identities.of(each) for each in ids)
        return frozenset(one.actor.actor_id for one in found if one)

    def members(self, statement: Statement) -> list[str]:
        """Give the ids of all actors that are the speaker of a statement, or his body."""
        found = (self._roster.identities.of(each) for each in self(statement))
        own = [statement.actor_id] if statement.actor_id else []
        return sorted({*own, *(id_ for one in found if one for id_ in one.members)})
