"""Reports of one utterance, their wordings, and how many independent sources they have."""

from dataclasses import replace
from typing import Any

import pytest

from onrecord.analyse.copies import Outlets, Reported, Ties, utterances, wordings
from onrecord.record import Origin, Relation, RelationKind, SharedPassage, Span, Statement
from tests.analyse.copies.articles import origin, report

WORDS = "We reject this list completely, and so will our children"


def speakers(statement: Statement) -> frozenset[str]:
    return frozenset(filter(None, [statement.actor_id]))


def quoted(number: int, words: str = WORDS, **others: Any) -> Statement:
    return report(number, words, words, **others)


def together(*reports: Statement) -> list[list[str]]:
    found = utterances(reports, speakers)
    return [[each.statement_id for each in one.reports] for one in found]


def test_reports_of_one_utterance_stand_together_with_the_reason() -> None:
    found = utterances([quoted(1), quoted(2, WORDS.replace("completely", "entirely"))], speakers)
    (one,) = found
    (link,) = one.links
    assert {link.one, link.other} == {"st-1", "st-2"}
    assert link.reason == "the same speaker; 9 of 10 quoted words are the same"
    assert link.score == 0.9


@pytest.mark.parametrize(
    ("others", "same"),
    [
        ({"said_on": "2027-04-13"}, False),
        ({"said_on": "2027-04-11/2027-04-13"}, True),
        ({"said_on": "[..2027-04-13]", "reported_on": "2027-04-13"}, True),
        ({"said_on": "[..2027-05-30]", "reported_on": "2027-05-30"}, True),
        ({"said_on": None, "reported_on": "2027-04-13"}, True),
        ({"said_on": None, "reported_on": "2027-04-20"}, True),
        ({"actor_id": "valdek"}, False),
        ({"actor_id": None}, True),
    ],
)
def test_who_and_when_decide_whether_the_same_words_are_one_utterance(
    others: dict[str, str | None], same: bool
) -> None:
    assert (len(together(quoted(1), quoted(2, WORDS, **others))) == 1) is same


def test_few_words_of_an_unknown_day_are_not_one_utterance_with_those_of_a_week_before() -> None:
    late = quoted(2, "We reject this list", said_on=None, reported_on="2027-04-20")
    assert len(together(quoted(1), late)) == 2


def test_short_words_of_unnamed_speakers_are_not_one_utterance() -> None:
    words = "We reject this"
    assert len(together(quoted(1, words, actor_id=None), quoted(2, words, actor_id=None))) == 2


def test_statements_of_one_document_are_not_put_together_by_themselves() -> None:
    one, other = quoted(1), replace(quoted(1), statement_id="st-9")
    assert len(together(one, other)) == 2
    assert len(together(one, other, quoted(2))) == 1


def independence(
    reports: list[Statement], origins: list[Origin], *relations: Relation
) -> list[int]:
    """Give the number of sources at least and at most."""
    found = Ties(Outlets(origins), relations).independence(reports)
    assert sorted(id_ for s in found.sources for id_ in s.reports) == sorted(
        each.statement_id for each in reports
    )
    return [found.at_least, found.at_most]


def related(later: int, earlier: int, kind: RelationKind, *, whole: bool = True) -> Relation:
    place = Span(0, len(WORDS)) if whole else Span(500, 600)
    passages = (SharedPassage(place, place, 1.0, 1.0),)
    return Relation(f"doc-{later}", f"doc-{earlier}", kind, 0.9, "because", passages=passages)


THREE = [quoted(number) for number in (1, 2, 3)]
PAPERS = [origin(number, name) for number, name in enumerate(("", "Herald", "Courier", "Echo"))]


def test_outlets_that_do_not_rest_on_one_another_count_each() -> None:
    assert independence(THREE, PAPERS) == [3, 3]


def test_an_outlet_counts_once_under_all_its_names() -> None:
    papers = [origin(1, "Dorvik Herald"), origin(2, "dorvikherald.example"), origin(3, "Echo")]
    assert independence(THREE, papers) == [2, 2]


def test_a_copy_counts_with_what_it_copies() -> None:
    assert independence(THREE, PAPERS, related(2, 1, RelationKind.COPY)) == [2, 2]


def test_what_stands_outside_the_copied_passages_is_a_report_of_its_own() -> None:
    apart = related(2, 1, RelationKind.LIGHT_EDIT, whole=False)
    assert independence(THREE, PAPERS, apart) == [3, 3]


def test_a_rewrite_that_credits_nobody_leaves_the_number_open() -> None:
    assert independence(THREE, PAPERS, related(2, 1, RelationKind.REWRITE)) == [2, 3]


def test_shared_background_ties_nothing() -> None:
    assert independence(THREE, PAPERS, related(2, 1, RelationKind.BACKGROUND_ONLY)) == [3, 3]


def test_reports_that_cite_one_outlet_rest_on_it() -> None:
    cited = [quoted(1), quoted(2, cites="the Herald"), quoted(3, addressee="the Herald")]
    papers = [origin(1, "Dorvik Herald"), *PAPERS[2:]]
    assert independence(cited, papers) == [1, 1]


def test_reports_that_cite_an_outlet_that_is_not_on_record_count_once() -> None:
    cited = [quoted(1, cites="Radio Quay"), quoted(2, cites="Radio Quay"), quoted(3)]
    assert independence(cited, PAPERS) == [2, 2]


def test_articles_credited_to_one_agency_count_once_and_are_named_after_it() -> None:
    papers = [origin(1, "Herald", credits=("AFP",)), origin(2, "Courier", byline="AFP"), PAPERS[3]]
    found = Ties(Outlets(papers), ()).independence(THREE)
    assert [(one.name, len(one.reports)) for one in found.sources] == [
        ("Agence France-Presse", 2),
        ("Echo", 1),
    ]
    assert "credited to Agence France-Presse" in found.sources[0].ties[0].reason


def test_a_copy_does_not_stand_for_its_outlets_own_work() -> None:
    reports = [*THREE, quoted(4)]
    papers = [*PAPERS, origin(4, "Courier")]
    assert independence(reports, papers, related(2, 1, RelationKind.COPY)) == [3, 3]


def test_documents_of_unknown_outlets_count_each() -> None:
    assert independence(THREE, []) == [3, 3]


def test_wordings_stand_side_by_side_with_what_differs() -> None:
    other = WORDS.replace("completely", "entirely")
    reports = [quoted(1), quoted(2), quoted(3), quoted(4, other), report(5, "that he says no")]
    sources = {f"st-{number}": number for number in range(1, 6)}
    found = wordings(reports, Reported({}, sources))
    assert [(each.quoted, each.reports) for each in found] == [
        (True, ("st-1", "st-2", "st-3")),
        (True, ("st-4",)),
        (False, ("st-5",)),
    ]
    (difference,) = found[1].differences
    assert (difference.own, difference.others, difference.odd) == ("entirely", "completely", True)
    assert found[1].odd
    assert not found[0].odd


def test_copies_of_one_wording_do_not_make_the_other_one_odd() -> None:
    reports = [quoted(1), quoted(2), quoted(3), quoted(4, WORDS.replace("list", "paper"))]
    copied = Reported({}, {"st-1": 0, "st-2": 0, "st-3": 0, "st-4": 1})
    assert [each.odd for each in wordings(reports, copied)] == [False, False]


def test_wordings_in_two_languages_are_not_compared() -> None:
    reports = [quoted(1), quoted(2, "Wir lehnen diese Liste ab, und unsere Kinder auch")]
    found = wordings(reports, Reported({"doc-1": "en", "doc-2": "de"}, {"st-1": 0, "st-2": 1}))
    assert [each.language for each in found] == ["en", "de"]
    assert not any(each.differences for each in found)
