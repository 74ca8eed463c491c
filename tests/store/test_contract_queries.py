"""What every store promises about its answers."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record import (
    REVIEW_BELOW,
    Actor,
    ActorSchema,
    Process,
    SourcingLevel,
    Statement,
)
from onrecord.store import (
    ActorFilter,
    DocumentFilter,
    StatementFilter,
    Store,
)
from tests.store.samples import anchored, doubted, sample

TALKS = Process("pro-0123456789abcdef", "Selun valley talks", ("act-2", "act-1"), ("act-3",))


def test_documents_come_by_day_of_publication_and_unknown_days_last(store: Store) -> None:
    undated = sample(0)
    metadata = replace(undated.document.metadata, published=None)
    undated = replace(undated, document=replace(undated.document, metadata=metadata))
    for each in (undated, sample(3), sample(1), sample(2)):
        store.add(*each.parts)
    found = [document.published_on for document in store.documents()]
    assert found == ["2027-02-02", "2027-03-03", "2027-04-04", None]
    march = DocumentFilter(since=date(2027, 3, 1), until=date(2027, 3, 31))
    assert [document.published_on for document in store.documents(march)] == ["2027-03-03"]
    assert len(list(store.documents(DocumentFilter(limit=2, offset=1)))) == 2


def test_documents_are_found_by_their_words(store: Store) -> None:
    for number in range(1, 4):
        store.add(*sample(number).parts)
    assert [d.name for d in store.documents(DocumentFilter(text='talks "day 2"'))] == ["0002.txt"]
    assert [d.name for d in store.documents(DocumentFilter(text='"day 3"'))] == ["0003.txt"]
    assert list(store.documents(DocumentFilter(text='"3 day"'))) == []
    assert len(list(store.documents(DocumentFilter(text="reserv* é")))) == 3


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("putin", [0]),
        ("PUTIN", [0]),
        ("vladimir pu", [0]),
        ("Putin Vladimir", [0]),
        ("владимир", [0]),
        ("Lee", [1]),
        ("leece", []),
        ("utin", []),
        ("act-lee", [1]),
        ("presid", [3]),
        ("president putin", []),
        ("!!!", []),
        ("", []),
        ("a\x00b\ud800", []),
    ],
)
def test_an_actor_is_found_by_the_beginnings_of_words_of_its_names_or_of_the_source(
    store: Store, actor: str, expected: list[int]
) -> None:
    one = sample(1, statements=4)
    names = {
        "act-putin": ("Vladimir Putin", "Владимир"),
        "act-lee": ("Min Lee",),
        "act-f": ("Fleece",),
    }
    ids = (*names, None)
    statements = [
        replace(each, actor_id=id_, source=None)
        for each, id_ in zip(one.reading.statements, ids, strict=True)
    ]
    source = one.reading.statements[3].source
    assert source
    words = anchored(one.document.raw_text, one.document.doc_id, "President")
    statements[3] = replace(statements[3], source=replace(source, anchor=words))
    actors = (Actor(id_, ActorSchema.PERSON, own[0], own[1:]) for id_, own in names.items())
    reading = replace(one.reading, statements=tuple(statements), actors=tuple(actors))
    store.add(one.document, one.content, reading)
    found = list(store.statements(StatementFilter(actor=actor)))
    assert found == [statements[place] for place in expected]


def test_a_name_known_from_one_document_finds_statements_in_another(store: Store) -> None:
    one = sample(1, statements=1)
    actor_id = one.reading.statements[0].actor_id or ""
    two = sample(2, actors=(Actor(actor_id, ActorSchema.PERSON, "The Old Fox"),))
    store.add(*one.parts)
    store.add(*two.parts)
    found = list(store.statements(StatementFilter(actor="old fox")))
    assert one.reading.statements[0] in found


def test_statements_are_found_by_the_days_on_which_they_may_have_been_made(store: Store) -> None:
    one = sample(1, statements=4)
    days = ("2027-04-12", "[..2027-03-01]", None, None)
    reported = ("2027-05-01", "2027-05-01", "2027-05-01", None)
    statements = tuple(
        replace(each, said_on=said, reported_on=day)
        for each, said, day in zip(one.reading.statements, days, reported, strict=True)
    )
    store.add(one.document, one.content, replace(one.reading, statements=statements))

    def said(since: date | None, until: date | None) -> list[str | None]:
        found = store.statements(StatementFilter(since=since, until=until))
        return [statement.said_on for statement in found]

    assert said(None, None) == list(days)
    assert said(date(2027, 4, 12), date(2027, 4, 12)) == ["2027-04-12"]
    assert said(None, date(2020, 1, 1)) == ["[..2027-03-01]"]
    assert said(date(2027, 3, 2), None) == ["2027-04-12", None]
    assert said(date(2027, 5, 2), None) == []


def test_statements_are_found_by_sourcing_document_negotiation_and_words(store: Store) -> None:
    one, two = sample(1), sample(2)
    weak = replace(one.reading.statements[0], sourcing_level=SourcingLevel.AGENTLESS)
    reading = replace(one.reading, statements=(weak, *one.reading.statements[1:]))
    store.add(one.document, one.content, reading, [TALKS])
    store.add(*two.parts)

    def found(**wanted: Any) -> list[str]:
        return [each.gist for each in store.statements(StatementFilter(**wanted))]

    assert found(sourcing=(SourcingLevel.AGENTLESS,)) == [weak.gist]
    assert len(found(sourcing=tuple(SourcingLevel))) == 6
    assert len(found(doc_id=two.document.doc_id)) == 3
    assert len(found(process=TALKS.name)) == len(found(process=TALKS.process_id)) == 3
    assert found(process="other talks") == []
    assert found(text='"the dam" table', doc_id=two.document.doc_id) == [
        each.gist for each in two.reading.statements if "the dam" in each.gist
    ]
    assert found(text="dam troops") == []
    assert len(found(text="SAID")) == 6
    assert found(text="tiede said") == [
        each.gist
        for each in (*reading.statements, *two.reading.statements)
        if each.source and "Tiede" in each.source.surface
    ]


def test_what_was_found_with_little_confidence_is_kept_and_asked_for_apart(store: Store) -> None:
    one = doubted(sample(1, statements=4), 0.9, 0.31, None, REVIEW_BELOW)
    store.add(*one.parts)
    sure, doubtful, unrated, just = one.reading.statements

    def found(review: bool | None, **wanted: Any) -> list[Statement]:
        return list(store.statements(StatementFilter(review=review, **wanted)))

    assert found(None) == [sure, doubtful, unrated, just]
    assert found(True) == [doubtful]
    assert found(False) == [sure, unrated, just]
    assert found(False, limit=2, offset=1) == [unrated, just]
    assert found(True, doc_id="doc-none") == []


def test_statements_come_in_the_order_of_days_and_text_a_page_at_a_time(store: Store) -> None:
    for number in (3, 1, 2):
        store.add(*sample(number).parts)
    everything = list(store.statements())
    assert [each.reported_on for each in everything] == sorted(
        each.reported_on or "" for each in everything
    )
    pages = [
        list(store.statements(StatementFilter(limit=4, offset=offset))) for offset in (0, 4, 8, 12)
    ]
    assert [each for page in pages for each in page] == everything
    assert list(store.statements(StatementFilter(limit=0))) == []


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.text(max_size=20) | st.text(alphabet="\"*()^-+:{}'\x00aé AND", max_size=20))
def test_no_words_at_all_are_a_syntax_error(filled: Store, words: str) -> None:
    list(filled.statements(StatementFilter(text=words, limit=1)))
    list(filled.statements(StatementFilter(actor=words, limit=1)))
    list(filled.documents(DocumentFilter(text=words, limit=1)))
    list(filled.actors(ActorFilter(name=words, process=words)))
