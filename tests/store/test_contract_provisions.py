"""What every store promises about provisions."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.record import (
    Modality,
    ObjectKind,
    Process,
    Provenance,
    Provision,
    StanceObject,
    StanceValue,
    TextState,
    identify,
)
from onrecord.store import Found, Kind, ProvisionFilter, Store
from tests.store.samples import Sample, anchored
from tests.store.stances import RUHL, VALDEK, Told, articles

TALKS = Process("pro-0123456789abcdef", "Selun valley talks")
PLAN = "obj-00000000000000aa"


def of_plan(given: Sample, version: str, **told: Any) -> Sample:
    """Give an article with one provision of a plan."""
    text, doc_id = given.document.raw_text, given.document.doc_id
    plan = StanceObject(
        f"obj-{version}", ObjectKind.PROPOSAL, f"Halmar plan ({version})", PLAN, version
    )
    provision = Provision(
        provision_id=identify("prv", doc_id),
        doc_id=doc_id,
        anchor=anchored(text, doc_id, "the dam stays"),
        plan=plan,
        modality=Modality.REQUIRE,
        provenance=Provenance("provisions", "1", "provision:list", confidence=0.9),
        plan_words=anchored(text, doc_id, "Talks"),
        reported_on=given.document.published_on,
    )
    provision = replace(provision, **told)
    return replace(given, reading=replace(given.reading, provisions=(provision,)))


BASE = articles(
    Told("2027-04-12", StanceValue.REJECT),
    Told("2027-04-14", StanceValue.ACCEPT),
    Told("2027-04-16", StanceValue.OPPOSE, RUHL),
)
ADDED = [
    of_plan(
        BASE[0],
        "19 points",
        number=3,
        category="SEC.WITHDRAWAL",
        also=("IMP.TIMETABLE", "TER.LINE"),
        obligors=(VALDEK.actor_id, "act-other"),
        money=("mon-1",),
        quantities=("qty-1", "qty-2"),
        condition="con-1",
    ),
    of_plan(BASE[1], "14 points", category="SEC.DMZ", beneficiaries=(VALDEK.actor_id,)),
    of_plan(
        BASE[2],
        "14 points",
        obligors=(RUHL.actor_id,),
        provenance=Provenance("provisions", "1", "provision:act", confidence=0.3),
        text_state=TextState.BRACKETED,
        region=anchored(BASE[2].document.raw_text, BASE[2].document.doc_id, "dam"),
        version_ambiguous=True,
    ),
]


@pytest.fixture
def told(store: Store) -> Store:
    for place, each in enumerate(ADDED):
        store.add(*each.parts, processes=[TALKS] if place < 2 else [])
    return store


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ({}, [0, 1, 2]),
        ({"plan": "halmar"}, [0, 1, 2]),
        ({"plan": "HALMAR plan 14"}, [1, 2]),
        ({"plan": "almar"}, []),
        ({"plan": PLAN}, [0, 1, 2]),
        ({"plan": "obj-19 points"}, [0]),
        ({"plan": "%"}, []),
        ({"plan": "\ud800"}, []),
        ({"category": "SEC"}, [0, 1]),
        ({"category": "sec.dmz"}, [1]),
        ({"category": "TER.LINE"}, [0]),
        ({"category": "%"}, []),
        ({"obligor": "valdek"}, [0]),
        ({"obligor": RUHL.actor_id}, [2]),
        ({"obligor": "aldek"}, []),
        ({"process": "selun VALLEY talks"}, [0, 1]),
        ({"as_of": date(2027, 4, 14)}, [0, 1]),
        ({"doc_id": ADDED[1].document.doc_id}, [1]),
        ({"review": True}, [2]),
        ({"review": False}, [0, 1]),
        ({"limit": 1, "offset": 1}, [1]),
        ({"plan": "14", "obligor": "ruhl"}, [2]),
    ],
)
def test_provisions_are_found_by_what_they_say(
    told: Store, asked: dict[str, Any], places: list[int]
) -> None:
    found = list(told.provisions(ProvisionFilter(**asked)))
    assert found == [ADDED[place].reading.provisions[0] for place in places]


def test_a_provision_is_an_entry_like_others(told: Store) -> None:
    provision = ADDED[0].reading.provisions[0]
    found = Found(Kind.PROVISION, provision.provision_id)
    assert told.find(provision.provision_id) == found
    assert told.entry(found) == provision
    assert told.counts().provisions == 3


def test_a_new_reading_supersedes_the_provisions_of_the_old(told: Store) -> None:
    one = ADDED[0]
    reading = replace(one.reading, extractor="sample 2", provisions=())
    told.add(one.document, one.content, reading)
    assert len(list(told.provisions())) == 2
    assert told.check() == []


def test_provisions_of_other_documents_are_refused(store: Store) -> None:
    one, two = ADDED[0], ADDED[1]
    stray = replace(one.reading, provisions=two.reading.provisions)
    with pytest.raises(ValueError, match="reading"):
        store.add(one.document, one.content, stray)
