"""What every store promises to readers who browse."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest

from onrecord.read import plan_text
from onrecord.record import (
    Document,
    PlanText,
    Process,
    Provenance,
    SourcingLevel,
    StanceObject,
    StanceValue,
    Statement,
    TextLabel,
    Topic,
    identify,
)
from onrecord.store import (
    DocumentFilter,
    EntryFilter,
    Facet,
    Order,
    Selection,
    StatementFilter,
    Store,
)
from tests.store.samples import Sample, anchored, doubted, sample
from tests.store.stances import DAM, FIRST, SECOND, Told, articles

TALKS = Process("pro-0123456789abcdef", "Selun valley talks")
EVERYTHING = tuple(Facet)


@pytest.fixture
def many(store: Store) -> Store:
    for number in range(9):
        store.add(*sample(number, statements=4).parts, [TALKS] if number < 3 else [])
    for each in articles(
        Told("2027-04-12", StanceValue.REJECT), Told("2027-04-20", StanceValue.ACCEPT)
    ):
        store.add(*each.parts)
    return store


def ids(found: Iterable[Statement]) -> list[str]:
    return [statement.statement_id for statement in found]


SELECTIONS = {
    "all": Selection(),
    "words": Selection(text="dam"),
    "sourcing": Selection(sourcing=(SourcingLevel.ON_RECORD_QUOTE,)),
    "days": Selection(since=date(2027, 3, 1), until=date(2027, 6, 30)),
    "as of": Selection(as_of=date(2027, 5, 1)),
    "negotiation": Selection(process=TALKS.name),
    "unknown outlet": Selection(outlets=("",)),
    "nobody": Selection(speakers=()),
    "stances": Selection(values=(StanceValue.REJECT,)),
}


@pytest.mark.parametrize("name", SELECTIONS)
def test_pages_and_counts_are_of_one_selection(many: Store, name: str) -> None:
    wanted = SELECTIONS[name]
    found = ids(many.selected(wanted))
    assert many.selected_count(wanted) == len(found) == len(set(found))
    pages = [
        ids(many.selected(replace(wanted, limit=5, offset=offset)))
        for offset in range(0, len(found) + 5, 5)
    ]
    assert [each for page in pages for each in page] == found
    counts = many.facets(wanted, EVERYTHING)
    for facet in (Facet.SPEAKER, Facet.ACT, Facet.SOURCING, Facet.OUTLET):
        assert sum(counts[facet].values()) == len(found), facet
    assert sum(crowd.count for crowd in many.crowds(wanted)) == len(found)
    assert sum(row.statements for row in many.sourcing_of_outlets(wanted)) == len(found)


def test_a_selection_narrows_as_a_filter_does(many: Store) -> None:
    since, until = date(2027, 3, 1), date(2027, 6, 30)
    wanted = Selection(text="dam", since=since, until=until, order=Order.PUBLISHED)
    asked = StatementFilter(text="dam", since=since, until=until)
    assert ids(many.selected(wanted)) == ids(many.statements(asked)) != []


@pytest.mark.parametrize("order", Order)
def test_an_order_holds_everything_and_is_the_same_each_time(many: Store, order: Order) -> None:
    names = tuple(actor.actor_id for actor in many.actors())
    wanted = Selection(order=order, names=names)
    found = ids(many.selected(wanted))
    assert sorted(found) == sorted(ids(many.statements()))
    assert found == ids(many.selected(wanted))


def test_speakers_come_in_the_order_of_the_names_given(many: Store) -> None:
    names = tuple(actor.actor_id for actor in many.actors())
    for given, order in ((names, Order.SPEAKER), (names, Order.SPEAKER_DOWN)):
        found = [s.actor_id for s in many.selected(Selection(order=order, names=given))]
        places = [given.index(actor_id) for actor_id in found if actor_id in given]
        assert places == sorted(places, reverse=order is Order.SPEAKER_DOWN)


def test_the_values_of_a_facet_find_what_they_count(many: Store) -> None:
    counts = many.facets(Selection(), EVERYTHING)
    for speaker, count in counts[Facet.SPEAKER].items():
        if speaker:
            assert many.selected_count(Selection(speakers=(speaker,))) == count
    for value, count in counts[Facet.STANCE].items():
        assert many.selected_count(Selection(values=(StanceValue(value),))) == count
    for object_, count in counts[Facet.OBJECT].items():
        assert many.selected_count(Selection(objects=(object_,))) == count


def test_stances_are_found_by_their_statements(many: Store) -> None:
    stances = list(many.stances())
    found = many.stances_of(ids(many.statements()))
    for stance in stances:
        for statement_id in stance.statements:
            assert stance in found[statement_id]
    assert many.stances_of(["st-0000000000000000"]) == {}


def test_levels_are_those_of_the_statements(many: Store) -> None:
    levels = {each.statement_id: each.sourcing_level for each in many.statements()}
    assert many.levels_with([*levels, "st-0000000000000000"]) == levels


def test_actors_and_imprints_are_found_by_their_ids(many: Store) -> None:
    actors = {actor.actor_id: actor for actor in many.actors()}
    wanted = sorted(actors)[::2]
    found = {each.actor_id: each for each in many.actors_with([*wanted, "act-none"])}
    assert found == {id_: actors[id_] for id_ in wanted}
    imprints = {imprint.doc_id: imprint for imprint in many.imprints()}
    assert many.imprints_with([*imprints, "doc-none"]) == imprints


def test_what_is_superseded_is_not_counted(store: Store) -> None:
    first = sample(1)
    store.add(*first.parts)
    later = replace(first.reading, extractor="sample 2", statements=(), mentions=())
    store.add(first.document, first.content, replace(later, stances=(), conditions=()))
    assert store.selected_count(Selection()) == 0
    assert list(store.selected(Selection())) == []
    assert store.crowds(Selection()) == []
    (article,) = store.articles(DocumentFilter())
    assert article.statements == 0


def test_what_is_for_review_can_be_left_out(store: Store) -> None:
    store.add(*doubted(sample(1), 0.1, 0.9, None).parts)
    assert store.selected_count(Selection(review=True)) == 1
    assert store.selected_count(Selection(review=False)) == 2


def test_articles_come_newest_first_unknown_days_last(many: Store) -> None:
    wanted = DocumentFilter()
    down = [article.published_on for article in many.articles(wanted)]
    assert down == sorted(down, key=lambda day: day or "", reverse=True)
    up = [article.doc_id for article in many.articles(wanted, "published")]
    assert up == [document.doc_id for document in many.documents()]
    assert many.articles_count(wanted) == len(up)
    last = many.articles(DocumentFilter(limit=1), "-recorded")
    assert last[0].recorded_at == max(it.recorded_at for it in many.articles(wanted))
    assert sum(count for _, count in many.days()) == len([day for day in down if day])


def test_the_stamp_changes_with_the_record_and_only_then(opens: Callable[..., Store]) -> None:
    with opens() as store:
        stamps = [store.stamp()]
        given = sample(1)
        for each, processes in (
            (given, ()),
            (sample(1, extractor="sample 2"), ()),
            (given, ()),
            (given, (TALKS,)),
        ):
            store.add(*each.parts, processes)
            stamps.append(store.stamp())
        assert len(set(stamps)) == len(stamps)
        store.add(*sample(1).parts, [TALKS])
        list(store.selected(Selection()))
        assert store.stamp() == stamps[-1]
        for version in ("first", "second"):
            label = TextLabel("Ferry plan", version, "2027-04-08")
            store.add_text(*_text(label))
            stamps.append(store.stamp())
        assert len(set(stamps)) == len(stamps)


def _text(label: TextLabel) -> tuple[Document, bytes, PlanText]:
    content = b"1. The ports open on 3 May.\n"
    document, text = plan_text(content, "plan.txt", label)
    return document, content, text


def _about(given: Sample, *objects: StanceObject) -> Sample:
    """Give an article whose statement is about these objects."""
    doc_id, statement = given.document.doc_id, given.reading.statements[0]
    words = anchored(given.document.raw_text, doc_id, "the dam stays")
    made = tuple(
        Topic(
            identify("tpc", doc_id, about.object_id),
            doc_id,
            statement.statement_id,
            about,
            words,
            Provenance("topics", "1", "topic", confidence=0.9),
        )
        for about in objects
    )
    return replace(given, reading=replace(given.reading, topics=made))


def test_topics_of_a_lineage_are_found_without_the_others(store: Store) -> None:
    told = articles(Told("2027-04-12", StanceValue.REJECT), Told("2027-04-20", StanceValue.ACCEPT))
    for each, objects in zip(told, ((FIRST, DAM), (SECOND,)), strict=True):
        store.add(*_about(each, *objects).parts)
    every = list(store.topics())
    assert len(every) == 3
    assert FIRST.lineage
    asked = [FIRST.lineage, "obj-none"]
    assert list(store.topics_on(asked, EntryFilter())) == [
        topic for topic in every if topic.object.lineage == FIRST.lineage
    ]
    early = store.topics_on(asked, EntryFilter(until=date(2027, 4, 15)))
    assert [topic.object for topic in early] == [FIRST]
    assert list(store.topics_on(["obj-none"], EntryFilter())) == []
    assert list(store.topics_on(asked, EntryFilter(process="none"))) == []


def test_changes_are_numbered_by_document(store: Store) -> None:
    one, two = sample(1), sample(2)
    store.add(*one.parts)
    first = store.changed()
    assert first.doc_ids == (one.document.doc_id,)
    store.add(*two.parts)
    later = store.changed(first.number)
    assert later.doc_ids == (two.document.doc_id,)
    assert later.number > first.number
    assert store.changed(later.number) == (later.number, ())
    store.add(*two.parts)
    assert store.changed(later.number).doc_ids == ()
    store.purge(one.document.doc_id, "asked for")
    assert store.changed(later.number).doc_ids == (one.document.doc_id,)


def test_what_is_read_again_is_what_is_read_anew(opens: Callable[..., Store]) -> None:
    with opens() as store:
        for number in range(4):
            store.add(*sample(number, statements=4).parts)
            everything(store)
        store.add(*sample(2, statements=2, extractor="another").parts)
        store.purge(sample(1, statements=4).document.doc_id, "asked for")
        told = everything(store)
    with opens() as fresh:
        assert everything(fresh) == told


def everything(store: Store) -> list[object]:
    """Give what pages are made of."""
    asked = Selection(as_of=date(2027, 5, 1))
    return [
        list(store.actors()),
        list(store.imprints()),
        list(store.stands()),
        list(store.occupancies()),
        list(store.meetings()),
        store.appearances(),
        store.appearances(date(2027, 5, 1)),
        [list(store.selected(each)) for each in (Selection(), asked)],
        [store.facets(each, EVERYTHING) for each in (Selection(), asked)],
        store.crowds(Selection(), 7),
        store.sourcing_of_outlets(Selection()),
    ]
