"""Sides, places in the reader, and lanes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.record import Actor, ActorSchema, Document, Paragraph, ParagraphKind, Reading
from onrecord.show.room.lanes import Window, side_lanes
from onrecord.show.room.people import People
from onrecord.show.room.reader import Places, reader_page, units
from onrecord.show.roster import Roster
from onrecord.store import Crowd, Store, open_record
from tests.store.samples import anchored, published, sample

TEXT = "Tälks 😀 open\n\nA 𝕏 said: “no 😀 deal”, and went.\n\nThe end."


@pytest.fixture
def store(tmp_path: object) -> Store:
    return open_record(f"{tmp_path}/room.db")


def document(*paragraphs: str) -> Document:
    made, _ = published(1, TEXT)
    parts = [
        Paragraph(ParagraphKind.BODY, TEXT.index(part), TEXT.index(part) + len(part))
        for part in paragraphs
    ]
    return replace(made, paragraphs=tuple(parts))


def in_browser(place: str, text: str) -> str:
    """Give what a browser finds at `1:4-9`: it counts in UTF-16 units."""
    start, _, end = place.partition(":")[2].partition("-")
    return text.encode("utf-16-le")[2 * int(start) : 2 * int(end)].decode("utf-16-le")


@pytest.mark.parametrize("words", ["no 😀 deal", "𝕏", "Tälks", "The end.", "went"])
def test_a_browser_finds_the_words_where_the_reader_says(words: str) -> None:
    parts = TEXT.split("\n\n")
    places = Places(document(*parts)).of([anchored(TEXT, "doc-1", words)])
    index = int(places.partition(":")[0])
    assert in_browser(places, parts[index]) == words


def test_words_of_several_paragraphs_are_parted() -> None:
    whole = anchored(TEXT, "doc-1", "deal”, and went.\n\nThe")
    assert len(Places(document(*TEXT.split("\n\n"))).of([whole]).split()) == 2


def test_text_that_no_paragraph_holds_is_shown_too() -> None:
    shown = list(Places(document("The end.")).shown((), None))
    text = "".join(piece.text for paragraph in shown for piece in paragraph.pieces)
    assert "".join(text.split()) == "".join(TEXT.split())


def test_the_reader_shows_every_character_once_and_every_number(store: Store) -> None:
    given = sample(1)
    store.add(*given.parts)
    text = given.document.clean_text
    at = text.index("Monday")
    page = reader_page(store, given.document.doc_id, (at, at + 6))
    pieces = [piece for paragraph in page.paragraphs for piece in paragraph.pieces]
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(text.split())
    assert [piece.text for piece in pieces if piece.marked] == ["Monday"]
    numbers = [number for piece in pieces for number in piece.numbers]
    assert sorted(numbers) == [card.number for card in page.cards] == [1, 2, 3]
    assert not reader_page(store, given.document.doc_id, (10**6, 10**6 + 1)).found


def test_units_are_those_of_browsers() -> None:
    assert [units(text) for text in ("", "é", "e\u0301", "😀", "𝕏y")] == [0, 1, 2, 2, 3]


CASES = [
    ("Hedda Vik", ActorSchema.PERSON, "NOR", "Norway"),
    ("Norwegian Foreign Ministry", ActorSchema.PUBLIC_BODY, None, "Norway"),
    ("U.S. officials", ActorSchema.UNNAMED_SOURCE, None, "United States"),
    ("Chad Lee", ActorSchema.PERSON, None, "Side not known"),
    ("Ruritanian negotiators", ActorSchema.GROUP, None, "Ruritania"),
    ("Ruritania", ActorSchema.PUBLIC_BODY, None, "Ruritania"),
    ("two diplomats", ActorSchema.UNNAMED_SOURCE, None, "Side not known"),
    ("Marania", ActorSchema.PERSON, None, "Marania"),
    ("Maranian envoys", ActorSchema.GROUP, None, "Marania"),
    ("Lindholm", ActorSchema.PERSON, None, "Side not known"),
]


def people(store: Store) -> People:
    actors = tuple(
        Actor(f"act-{number:016}", schema, name, country=country)
        for number, (name, schema, country, _) in enumerate(CASES)
    )
    made, content = published(1, TEXT)
    store.add(made, content, Reading(made.doc_id, "x", actors=actors))
    return People(Roster(store))


def test_a_side_is_what_the_text_tells_and_else_not_known(store: Store) -> None:
    known = people(store)
    told = {name: known.side(f"act-{number:016}").name for number, (name, *_) in enumerate(CASES)}
    assert told == {name: side for name, _, _, side in CASES}


def test_who_speaks_for_himself_or_in_a_circle_has_no_side(store: Store) -> None:
    one = Actor(
        "act-0000000000000001", ActorSchema.PERSON, "Bo Chu", (), None, "act-0000000000000002"
    )
    other = Actor("act-0000000000000002", ActorSchema.GROUP, "the bloc", (), None, one.actor_id)
    made, content = published(1, TEXT)
    store.add(made, content, Reading(made.doc_id, "x", actors=(one, other)))
    assert People(Roster(store)).side(one.actor_id).key == ""


def test_open_ends_reach_the_ends_of_the_window(store: Store) -> None:
    window = Window(date(2027, 4, 1), date(2027, 4, 10))
    crowds = [
        Crowd("act-0000000000000000", None, date(2027, 4, 5), 2),
        Crowd("act-0000000000000001", date(2027, 4, 5), date(2027, 4, 5), 1),
        Crowd(None, date(2027, 4, 8), None, 4),
    ]
    lanes = {lane.title: lane for lane in side_lanes(crowds, people(store), window)}
    (open_, day), (late,) = lanes["Norway"].marks, lanes["Side not known"].marks
    assert (open_.start, open_.end, open_.words) == (0, 500, "2 statements, by 5 Apr 2027")
    assert (day.start, day.end, day.exact) == (400, 500, True)
    assert (late.start, late.end, late.count) == (700, 1000, 4)


def test_a_lane_of_many_days_puts_those_of_a_month_together(store: Store) -> None:
    first, days = date(2026, 1, 1), 400
    said = [first + timedelta(days=number) for number in range(days)]
    crowds = [Crowd("act-0000000000000000", day, day, 2) for day in said]
    (whole,) = side_lanes(crowds, people(store), Window(first, said[-1]))
    assert whole.count == 2 * days
    assert len(whole.marks) == 14
    assert (whole.marks[0].first, whole.marks[0].last) == (first, date(2026, 1, 31))
    (few,) = side_lanes(crowds[:50], people(store), Window(first, said[-1]))
    assert len(few.marks) == 50
