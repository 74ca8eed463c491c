"""What every store promises about sketches, relations and where documents come from."""

from array import array
from dataclasses import replace

import pytest

from onrecord.errors import NoSuchEntry
from onrecord.record import Relation, RelationKind, SharedPassage, Sketch, Span
from onrecord.store import DocumentFilter, Store
from tests.store.samples import Sample, sample

RULES = "rules/1"
SAMPLES = [sample(number) for number in (1, 2, 3)]
IDS = [each.document.doc_id for each in SAMPLES]


def sketched(number: int, made_by: str = RULES) -> Sketch:
    return Sketch(IDS[number], made_by, array("I", [number, 2**32 - 1]), array("I", [7]))


def related(later: int, earlier: int) -> Relation:
    passages = (SharedPassage(Span(0, 4), Span(2, 6), 1.0, 0.5),)
    kind = RelationKind.LIGHT_EDIT
    return Relation(
        IDS[later], IDS[earlier], kind, 0.75, "because", credited=True, passages=passages
    )


@pytest.fixture
def three(store: Store) -> Store:
    for each in SAMPLES:
        store.add(*each.parts)
    return store


def test_a_document_without_a_sketch_waits_for_one(three: Store) -> None:
    assert three.without_sketch(RULES) == tuple(sorted(IDS))
    three.keep_sketch(sketched(0), [])
    assert three.without_sketch(RULES) == tuple(sorted(IDS[1:]))
    assert three.without_sketch("rules/2") == tuple(sorted(IDS))


def test_what_is_kept_comes_out_equal(three: Store) -> None:
    three.keep_sketch(sketched(0), [])
    three.keep_sketch(sketched(1), [related(1, 0)])
    three.keep_sketch(sketched(2), [related(2, 0), related(2, 1)])
    published = {each.imprint.doc_id: each.imprint.published_on for each in three.origins()}
    assert list(three.sketches(RULES)) == [
        (one, published[one.doc_id])
        for one in sorted(map(sketched, range(3)), key=lambda one: one.doc_id)
    ]
    found = list(three.relations())
    assert sorted(found, key=lambda one: (IDS.index(one.later), IDS.index(one.earlier))) == [
        related(1, 0),
        related(2, 0),
        related(2, 1),
    ]
    assert [(each.later, each.earlier) for each in found] == sorted(
        (each.later, each.earlier) for each in found
    )
    assert set(three.relations([IDS[1]])) == {related(1, 0), related(2, 1)}
    assert list(three.relations([])) == []
    many = [*IDS[1:2], *(f"doc-{number}" for number in range(2000))]
    assert set(three.relations(many)) == {related(1, 0), related(2, 1)}
    assert three.check() == []


def test_a_new_sketch_takes_the_place_of_the_old_one_and_its_relations(three: Store) -> None:
    three.keep_sketch(sketched(0), [])
    three.keep_sketch(sketched(1), [related(1, 0)])
    three.keep_sketch(sketched(0, "rules/2"), [])
    assert list(three.relations()) == []
    assert [each.doc_id for each, _ in three.sketches(RULES)] == [IDS[1]]
    assert [each.doc_id for each, _ in three.sketches("rules/2")] == [IDS[0]]


def test_a_document_described_anew_loses_its_sketch_and_relations(three: Store) -> None:
    three.keep_sketch(sketched(0), [])
    three.keep_sketch(sketched(1), [related(1, 0)])
    three.add(*dated(SAMPLES[0]).parts)
    assert three.without_sketch(RULES) == tuple(sorted((IDS[0], IDS[2])))
    assert list(three.relations()) == []


def dated(given: Sample) -> Sample:
    """Give a sample that is read again with a day that the user gives."""
    reading = replace(given.reading, published_on="2027-06-01")
    return replace(given, reading=reading)


def test_origins_tell_where_documents_come_from_in_their_order(three: Store) -> None:
    found = list(three.origins())
    assert [each.imprint for each in found] == list(three.imprints())
    about = three.document(found[0].doc_id).metadata
    assert found[0].url == (about.url.value if about.url else None)
    assert found[0].credits == tuple(credit.value for credit in about.agency_credits)
    assert found[0].byline == (about.byline.value if about.byline else None)
    assert found[0].language == about.language
    assert [three.origin(each.doc_id) for each in found] == found
    assert list(three.origins(DocumentFilter(process="none"))) == []
    assert len(list(three.origins(DocumentFilter(limit=2)))) == 2
    with pytest.raises(NoSuchEntry):
        three.origin("doc-none")
