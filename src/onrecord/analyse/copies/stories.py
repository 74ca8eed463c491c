"""Documents put together that rest on one source, and what is new in each of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.analyse.copies.groups import Groups
from onrecord.analyse.copies.limits import PASSAGE_KEPT
from onrecord.analyse.copies.outlets import Outlets
from onrecord.analyse.copies.texts import Text
from onrecord.record import Origin, Relation, RelationKind, SharedPassage, Span


@dataclass(frozen=True, slots=True)
class Member:
    """A document of a story: what it is to an earlier one of the story, and what it repeats.

    `relation` is None for the first. `repeats` are relations to earlier documents of other stories
    with which it shares no more than background.
    """

    origin: Origin
    relation: Relation | None = None
    repeats: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Documents that rest on one source, the first in time first; `source` is an outlet's key."""

    source: str | None
    members: tuple[Member, ...]

    @property
    def sure(self) -> bool:
        """Tell whether no member is a rewrite that credits nobody, perhaps a report of its own."""
        return all(each.relation is None or is_sure(each.relation) for each in self.members)


def is_sure(relation: Relation) -> bool:
    """Tell whether one document surely rests on another: it has its words, or credits it."""
    return relation.kind is not RelationKind.REWRITE or relation.credited


def stories(
    origins: Sequence[Origin], relations: Iterable[Relation], outlets: Outlets
) -> list[Story]:
    """Give the stories of documents in their order; most have one document."""
    place = {origin.doc_id: number for number, origin in enumerate(origins)}
    groups: Groups[str] = Groups()
    best: dict[str, Relation] = {}
    repeats: dict[str, list[Relation]] = defaultdict(list)
    for each in relations:
        if {each.later, each.earlier} <= place.keys():
            if each.kind.one_source:
                groups.join(*sorted((each.earlier, each.later), key=place.__getitem__))
                if each.later not in best or best[each.later].score < each.score:
                    best[each.later] = each
            else:
                repeats[each.later].append(each)
    return [
        _story(
            [Member(origins[place[id_]], best.get(id_), tuple(repeats[id_])) for id_ in ids],
            outlets,
        )
        for ids in _groups(origins, groups)
    ]


def _groups(origins: Sequence[Origin], groups: Groups[str]) -> Iterable[list[str]]:
    """Give the groups in the order of their first documents."""
    found: dict[str, list[str]] = {}
    for origin in origins:
        found.setdefault(groups.first(origin.doc_id), []).append(origin.doc_id)
    return found.values()


def _story(members: list[Member], outlets: Outlets) -> Story:
    """Give a story, whoever rests on nobody first; its source is whom members credit, or he."""
    ordered = sorted(members, key=lambda member: member.relation is not None)
    credited = [key for each in members for key in sorted(outlets.credited(each.origin.doc_id))]
    source = max(credited, key=credited.count) if credited else None
    return Story(source or outlets.of(ordered[0].origin.doc_id), tuple(ordered))


def fresh(later: Text, earlier: Text, relation: Relation) -> list[Span]:
    """Give the sentences of a copy, an edit or a rewrite that tell what the earlier one does not.

    In a rewrite a sentence may be told in words that have nothing in common with the earlier one's:
    there it must name somebody or something that the earlier one does not.
    """
    known = earlier.facts if relation.kind is RelationKind.REWRITE else None
    return [
        sentence.span
        for sentence in later.sentences
        if not any(passage.later.meets(sentence.span) for passage in relation.passages)
        and (known is None or sentence.facts - known)
    ]


def changed(later: Text, earlier: Text, relation: Relation) -> list[SharedPassage]:
    """Give the passages that have other names or numbers than those they were taken from.

    A date that is corrected, or got wrong, in a sentence that is otherwise copied.
    """
    found = []
    for passage in relation.passages:
        if PASSAGE_KEPT <= passage.kept < 1.0:
            own, theirs = _facts(later, passage.later), _facts(earlier, passage.earlier)
            if own - theirs:
                found.append(passage)
    return found


def _facts(text: Text, span: Span) -> frozenset[str]:
    meeting = (each.facts for each in text.sentences if each.span.meets(span))
    return frozenset().union(*meeting)


def repeated(repeats: Iterable[Relation]) -> Mapping[Span, tuple[str, ...]]:
    """Give the passages of a document that stand in earlier ones, and in which."""
    found: dict[Span, list[str]] = defaultdict(list)
    for relation in repeats:
        for passage in relation.passages:
            found[passage.later].append(relation.earlier)
    return {span: tuple(found[span]) for span in sorted(found)}
