"""Facts of answers are held against the record's rows."""

from typing import Any

import pytest

from evaluation.questions import Answer, figures
from evaluation.questions.facts import Called, Entries

ROWS: dict[str, list[dict[str, Any]]] = {
    "meeting": [
        {"id": frozenset({"mtg:a"}), "place": "Port Sable, Norland", "date": "2027-04-21"},
        {"id": frozenset({"mtg:b"}), "place": None, "actors": frozenset({"act:envoy"})},
    ],
    "version": [{"number": 2, "drafters": [{"actor": frozenset({"act:x"}), "status": "stated"}]}],
}
ENTRIES = Entries(ROWS, {"act:envoy": "act:norland"})


@pytest.mark.parametrize(
    ("about", "where", "holds"),
    [
        ("meeting", {"id": "mtg:a", "place": "port sable"}, True),
        ("meeting", {"id": "mtg:a", "place": None}, False),
        ("meeting", {"id": "mtg:b", "place": None}, True),
        ("meeting", {"id": "mtg:b", "place": "*"}, False),
        ("meeting", {"id": "mtg:b", "date": "2027-04-21"}, False),
        ("meeting", {"actors": "act:norland"}, True),
        ("meeting", {"actors": ["act:envoy", "act:other"]}, False),
        ("version", {"number": 2, "drafters": {"actor": "act:x", "status": "stated"}}, True),
        ("version", {"number": 2, "drafters": {"actor": "act:x", "status": "denied"}}, False),
        ("claim", {"id": "claim:a"}, False),
    ],
)
def test_a_fact_holds_where_one_entry_satisfies_all_of_it(
    about: str, where: dict[str, object], holds: bool
) -> None:
    fact = {"id": "F", "about": about, "where": where}
    assert ENTRIES.holds(fact) is holds
    if where.get("actors") != "act:norland":
        assert ENTRIES.holds({**fact, "absent": True}) is not holds


def test_what_must_be_absent_is_not_looked_for_through_those_who_act_for_others() -> None:
    fact = {"id": "F", "about": "meeting", "where": {"actors": "act:norland"}, "absent": True}
    assert ENTRIES.holds(fact)


def test_a_question_is_answered_with_all_its_facts() -> None:
    answers = [Answer({}, [{}, {}], []), Answer({}, [{}, {}], [{}])]
    assert figures(answers) == {"facts": 75.0, "answered": 50.0}
    assert figures([]) == {"facts": 0.0, "answered": 0.0}


OPEN = Called(frozenset({"prop:plan", "prop:v1", "prop:v2"}), frozenset({"prop:plan"}))
SAID = Called(frozenset({"prop:plan", "prop:v2"}), frozenset({"prop:plan", "prop:v2"}))


@pytest.mark.parametrize(("objects", "absent_holds"), [([OPEN], True), ([OPEN, SAID], False)])
def test_an_open_version_may_be_any_for_a_fact_and_none_for_an_absence(
    objects: list[Called], absent_holds: bool
) -> None:
    entries = Entries({"stance": [{"object": one} for one in objects]}, {})
    fact = {"id": "F", "about": "stance", "where": {"object": "prop:v2"}}
    assert entries.holds(fact)
    assert entries.holds({**fact, "absent": True}) is absent_holds


def test_what_is_called_by_several_names_is_joined_with_what_is_sure() -> None:
    both = OPEN | frozenset({"mtg:a"})
    assert both.all == OPEN.all | {"mtg:a"}
    assert both.sure == {"prop:plan", "mtg:a"}
    assert (OPEN | SAID).sure == {"prop:plan", "prop:v2"}
