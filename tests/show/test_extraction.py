"""One line of JSON for one document."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Certainty, Factuality, StanceValue
from onrecord.show.extraction import FORMAT, Names, extraction
from tests.store.samples import anchored, doubted, sample
from tests.store.stances import Told, article

DAY = "2027-04-14"
TEXT = """# Vik Says Quota Is Dead

Kremlin spokesman Pavel Orlin [said](#) on Monday that some \\$3 million was “pure theatre”.

It remains unclear whether 40 trawlers will sail.
"""


def line() -> dict[str, Any]:
    found = document(TEXT.encode(), "talks/vik.md", DAY)
    return extraction("vik", found, extract(found, DAY))


def spans(value: Any) -> Iterator[list[int]]:
    """Give every pair of numbers in a value, wherever it stands."""
    if isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from spans(item)


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["a/talks.txt", "b/talks.md"], ["talks", "talks-2"]),
        (["talks.txt", "talks-2.txt", "b/talks.txt"], ["talks", "talks-2", "talks-3"]),
        (["a\\talks.txt", "a/v1.2.txt"], ["talks", "v1.2"]),
        ([".hidden", "plain"], [".hidden", "plain"]),
    ],
)
def test_each_document_has_a_name_of_its_own(files: list[str], names: list[str]) -> None:
    given_names = Names()
    assert [given_names.of(file) for file in files] == names


@given(st.lists(st.sampled_from(["a.txt", "b/a.md", "a-2.txt", "a-2-2.txt", "c/a"]), max_size=12))
def test_no_two_documents_share_a_name(files: list[str]) -> None:
    names = Names()
    given_names = [names.of(file) for file in files]
    assert len(set(given_names)) == len(given_names)


def test_a_line_is_json_and_says_its_format() -> None:
    found = line()
    assert json.loads(json.dumps(found)) == found
    assert (found["format"], found["doc"], found["file"]) == (FORMAT, "vik", "talks/vik.md")


def test_a_line_holds_what_was_found_with_its_words() -> None:
    first = next(item for item in line()["attributions"] if item["form"] == "mixed")
    words = {key: [TEXT[slice(*span)] for span in first[key]] for key in ("source", "cue")}
    assert words == {"source": ["Kremlin spokesman Pavel Orlin"], "cue": ["said"]}
    assert [TEXT[slice(*span)] for span in first["quoted"]] == ["“pure theatre”"]
    assert (first["speaker"], first["said_on"]) == ("Pavel Orlin", "2027-04-12")


def test_an_attribution_without_a_source_has_no_span_and_no_speaker() -> None:
    (unclear,) = [item for item in line()["attributions"] if not item["source"]]
    assert (unclear["speaker"], unclear["speaker_id"]) == (None, None)
    assert unclear["sourcing_level"] == "L6_authorial"


def test_what_is_for_review_stands_apart_in_the_same_shape() -> None:
    one = doubted(sample(1), 0.9, 0.31, None)
    found = extraction("one", one.document, one.reading)
    ids = [item.statement_id for item in one.reading.statements]
    assert [item["id"] for item in found["attributions"]] == [ids[0], ids[2]]
    assert [item["id"] for item in found["for_review"]] == [ids[1]]
    assert found["for_review"][0].keys() == found["attributions"][0].keys()
    assert [item["confidence"] for item in found["for_review"]] == [0.31]


def test_every_span_lies_in_the_published_text() -> None:
    found = list(spans(line()))
    assert len(found) > 10
    assert all(0 <= start < end <= len(TEXT) for start, end in found)


def test_sums_times_mentions_and_noise_are_there() -> None:
    found = line()
    assert [item["amount"] for item in found["money"]] == [3_000_000]
    assert "2027-04-12" in [item["edtf"] for item in found["times"]]
    assert "Pavel Orlin" in [item["actor"] for item in found["mentions"]]
    assert "empty_link_target" in [item["kind"] for item in found["noise"]]


def test_stances_and_conditions_have_their_words() -> None:
    one = article(Told("2027-04-12", StanceValue.REJECT))
    found = extraction("one", one.document, one.reading)
    text = one.document.raw_text
    (stance,), (condition,), (actor,) = (found[key] for key in ("stances", "conditions", "actors"))
    assert stance["holder"] == condition["by"] == {"id": actor["id"], "name": "Irena Valdek"}
    assert (stance["stance"], stance["ordinal"], stance["basis"]) == ("reject", -3, "expressed")
    words = (*stance["evidence"], stance["object_words"], *(condition[k] for k in KEYS))
    assert all(text[each["start"] : each["end"]] == each["exact"] for each in words)
    assert [each["exact"] for each in words[2:]] == ["If the dam stays", "she signs", "she leaves"]
    assert stance["statements"] == [found["attributions"][0]["id"]]


KEYS = ("if", "then", "else")


def test_certainty_stands_inside_its_attribution() -> None:
    one = article(Told("2027-04-12", StanceValue.REJECT))
    hedge = anchored(one.document.raw_text, one.document.doc_id, "due")
    certainty = Certainty(Factuality.POSSIBLE, Factuality.UNCOMMITTED, hedges=(hedge,))
    statement = replace(one.reading.statements[0], certainty=certainty, chain=(hedge,))
    found = extraction("one", one.document, replace(one.reading, statements=(statement,)))
    (attribution,) = found["attributions"]
    assert attribution["certainty"] == {
        "source": "PS+",
        "author": "Uu",
        "conditional": False,
        "hedges": [{"start": hedge.start, "end": hedge.end, "exact": "due"}],
    }
    assert attribution["chain"] == [[hedge.start, hedge.end]]
    assert (attribution["act_words"], attribution["addressee"], attribution["venue"]) == (
        [],
        [],
        [],
    )
