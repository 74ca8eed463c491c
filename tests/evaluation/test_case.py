"""The figures of a case count what they say."""

from collections.abc import Iterable
from typing import Any

from evaluation.case import around, attributions, speakers, statements, times
from evaluation.case.articles import Case, CaseArticle
from evaluation.case.checks import Check, shares
from evaluation.extracting import Json

TEXT = (
    "Talks Go On\n\nIrena Valdek said on Friday that the plan “opens a door.” “We will talk,” she"
    " said. “Then we will see.” Two diplomats said it would cost \\$4 million, reportedly."
)


def at(words: str, nth: int = 0) -> Json:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"doc": "A1", "exact": words, "start": start, "end": start + len(words)}


def pair(words: str, nth: int = 0) -> list[int]:
    anchor = at(words, nth)
    return [anchor["start"], anchor["end"]]


def gold(name: str, source: Json | None, cue: Json, content: Json, **codes: Any) -> Json:
    return {
        "id": name,
        "source": {"mention": source, "actors": codes.pop("actors", ["act:valdek"])},
        "cue": cue,
        "content": [content],
        "gist": "",
        "form": "direct",
        "speech_act": "state",
        "sourcing_level": "L1a_on_record_quote",
        "said_on": "2027-04-16",
        **codes,
    }


def found(source: list[int] | None, cue: list[int], *content: list[int], **codes: Any) -> Json:
    return {
        "source": [source] if source else [],
        "cue": [cue],
        "content": list(content),
        "speaker": "Irena Valdek",
        "rule": "test",
        "form": "direct",
        "speech_act": "state",
        "sourcing_level": "L1a_on_record_quote",
        "said_on": "2027-04-16",
        **codes,
    }


DOOR = gold("A1.S1", at("Irena Valdek"), at("said"), at("that the plan “opens a door.”"))
TALK = gold("A1.S2", at("she"), at("said", 1), at("We will talk"))
SEE = gold("A1.S3", at("she"), at("said", 1), at("Then we will see"))
COST = gold(
    "A1.S4",
    at("Two diplomats"),
    at("said", 2),
    at("it would cost \\$4 million"),
    actors=["act:diplomats"],
)
BOTH = found(pair("she"), pair("said", 1), pair("We will talk"), pair("Then we will see"))

ACTORS = [
    {"id": "act:valdek", "name": "Irena Valdek", "aliases": ["Valdek", "President Valdek"]},
    {"id": "act:other", "name": "Ek", "aliases": []},
    {"id": "act:diplomats", "name": "two diplomats (A1)", "aliases": []},
]


def article(rows: Iterable[Json], line: Json) -> CaseArticle:
    metadata = {"doc_id": "A1", "title": at("Talks Go On"), "published": {"iso": "2027-04-16"}}
    return CaseArticle("A1", TEXT, {"metadata": metadata, "statements": list(rows)}, line)


def case(given: CaseArticle, **parts: list[Json]) -> Case:
    empty: dict[str, list[Json]] = {"coreference_and_metonyms": [], "time_expressions": []}
    rest: dict[str, list[Json]] = {"money": [], "extraction_noise": []}
    return Case({"actors": ACTORS, **empty, **rest, **parts}, (given,))


def rights(checks: Iterable[Check], figure: str) -> list[bool]:
    return [check.right for check in checks if check.figure == figure]


def test_statements_of_one_cue_and_source_are_one_attribution() -> None:
    first, second = attributions.joined([SEE, DOOR, TALK])
    assert (first.name, second.name) == ("A1.S1", "A1.S3+A1.S2")
    assert len(second.attribution.content) == 2


def test_an_interrupted_quotation_is_found_as_one() -> None:
    checks = list(attributions.checks(article([DOOR, TALK, SEE], {"attributions": [BOTH]})))
    assert rights(checks, "attr_overlap_recall") == [False, True]
    assert rights(checks, "attr_overlap_precision") == [True]


def test_each_part_of_a_found_quotation_is_matched() -> None:
    checks = list(statements.checks(article([DOOR, TALK, SEE], {"attributions": [BOTH]})))
    assert rights(checks, "statements_matched") == [False, True, True]
    assert rights(checks, "form") == [True, True]


def test_another_source_is_no_match() -> None:
    other = found(pair("Two diplomats"), pair("said", 1), pair("We will talk"))
    checks = list(statements.checks(article([TALK], {"attributions": [other]})))
    assert rights(checks, "statements_matched") == [False]


def test_codes_and_days_must_be_equal() -> None:
    other = {**BOTH, "said_on": "[..2027-04-16]", "speech_act": "deny"}
    checks = list(statements.checks(article([TALK], {"attributions": [other]})))
    figures = shares(checks)
    assert (figures["said_on"], figures["speech_act"], figures["form"]) == (0, 0, 100)


def spoken(row: Json, line: Json, **parts: list[Json]) -> list[bool]:
    rows = [TALK, SEE] if row is TALK else [row]
    given = article(rows, {"attributions": [line]})
    checks = list(speakers.checks(case(given, **parts), given))
    return rights(checks, "speaker") + rights(checks, "speaker_by_span")


def test_a_name_ends_with_an_alias_as_a_word() -> None:
    assert spoken(TALK, {**BOTH, "speaker": "President Irena Valdek"}) == [True, True]


def test_another_name_is_wrong_though_the_source_is_right() -> None:
    assert spoken(TALK, {**BOTH, "speaker": "Lucan Tiede"}) == [False, True]
    assert spoken(TALK, {**BOTH, "speaker": None}) == [False, True]


def test_a_description_left_as_its_words_leads_by_its_place() -> None:
    line = found(pair("Two diplomats"), pair("said", 2), pair("it would cost \\$4 million"))
    assert spoken(COST, {**line, "speaker": "Two diplomats"}) == [True, True]


def test_a_title_leads_to_its_actor_of_the_article() -> None:
    row = {"mention": {**at("Irena Valdek"), "exact": "the president"}, "actor": "act:valdek"}
    line = {**BOTH, "speaker": "The president"}
    assert spoken(TALK, line, coreference_and_metonyms=[row]) == [True, True]


def test_nobody_is_right_where_the_author_speaks() -> None:
    nobody = gold("A1.S5", None, at("reportedly"), at("it would cost"), actors=["act:agentless"])
    line = found(None, pair("reportedly"), pair("it would cost"), speaker=None)
    assert spoken(nobody, line) == [True, True]


FRIDAY = {"text": at("Friday"), "edtf": "2027-04-16", "timex_value": "2027-04-16"}


def timed(row: Json, *line: Json) -> dict[str, float]:
    given = article([], {"times": list(line)})
    return shares(times.checks(case(given, time_expressions=[row]), given))


def test_a_time_is_found_where_it_overlaps_and_right_with_either_value() -> None:
    item = {"span": pair("on Friday"), "edtf": None, "timex_value": "2027-04-16"}
    assert timed(FRIDAY, item) == dict.fromkeys(
        ("times_recall", "times_value", "times_precision"), 100
    )
    assert timed(FRIDAY, {**item, "timex_value": "XXXX-WXX-5"})["times_value"] == 0


def test_no_value_is_no_right_value() -> None:
    item = {"span": pair("Friday"), "edtf": None, "timex_value": "P2D"}
    row = {**FRIDAY, "edtf": None, "timex_value": "P1D"}
    assert timed(row, item)["times_value"] == 0


def test_an_optional_time_is_never_missed() -> None:
    assert timed({**FRIDAY, "optional": True}) == {}
    assert timed(FRIDAY) == {"times_recall": 0, "times_value": 0}


def test_a_sum_needs_its_amount() -> None:
    row = {"raw": at("\\$4 million"), "amount": 4_000_000, "currency": "USD"}
    item = {"span": pair("$4 million"), "amount": 4e6, "currency": "USD"}
    given = article([], {"money": [item, {**item, "amount": 4.0}]})
    figures = shares(times.checks(case(given, money=[row]), given))
    assert figures == {"money_recall": 100, "money_precision": 50}


def test_metadata_and_noise() -> None:
    row = {"doc": "A1", "kind": "escaped_dollar", "raw": at("\\$4")}
    noise = [{"span": pair("\\"), "kind": "escaped_dollar"}]
    line = {"metadata": {"title": "Talks  Go On", "published_on": "2027-04-15"}, "noise": noise}
    given = article([], line)
    figures = shares(around.checks(case(given, extraction_noise=[row]), given))
    assert (figures["title"], figures["published"], figures["noise"]) == (100, 0, 100)
