"""A speaker is right where its name, or what else names it, is that of the row."""

from collections.abc import Iterable, Sequence

import pytest

from evaluation import polnear
from evaluation.attribution_scores import Article
from evaluation.extracting import Json
from evaluation.part import PartArticle
from evaluation.shared import absent, shared
from evaluation.speakers import (
    TABLE,
    Judged,
    Row,
    judged,
    pronoun_speakers,
    rows,
    tallies,
)
from evaluation.tally import Tally
from onrecord.record import Span
from tests.evaluation.marked import spans

TEXT = (
    "Mayor Ann “Annie” Lee spoke first. She ran, said Lee. Bob Lee of the Halmar-Times agreed."
    " Two aides and one report said no."
)
ANN, BOB = 'Ann "Annie" Lee', "Bob Lee"


def at(words: str) -> Span:
    (span,) = spans(TEXT, words)
    return span


def item(source: str, speaker: str | None, schema: str | None = "Person") -> Json:
    return {
        "source": [at(source)],
        "speaker": speaker,
        "speaker_id": speaker,
        "speaker_schema": schema if speaker else None,
    }


def mention(words: str, actor: str, kind: str = "name") -> Json:
    return {"span": at(words), "actor_id": actor, "kind": kind}


def found(
    meant: Sequence[Row], items: Iterable[Json], mentions: Iterable[Json] = ()
) -> list[Judged]:
    line = {"attributions": list(items), "mentions": list(mentions)}
    return list(judged(PartArticle("a", Article(TEXT, (), ()), line), meant))


SHE = Row(at("She"), "person", ANN, ("Ann Lee", "Lee"))


@pytest.mark.parametrize(
    ("speaker", "right", "full"),
    [
        ("Ann “Annie” Lee", True, True),
        ("ann lee", True, False),
        ("Lee", True, False),
        ("Mayor Ann Lee", False, False),
        ("Bob Lee", False, False),
        (None, False, False),
    ],
)
def test_a_person_is_right_by_name_or_alias(speaker: str | None, right: bool, full: bool) -> None:
    (one,) = found([SHE], [item("She", speaker)])
    assert (one.right, one.full, one.pronoun) == (right, full, True)


def test_what_else_names_the_actor_counts_if_it_is_the_full_name() -> None:
    mentions = [mention("Ann “Annie” Lee", "The mayor")]
    (one,) = found([SHE], [item("She", "The mayor")], mentions)
    assert (one.right, one.full) == (True, False)


def test_a_shared_surname_makes_nobody_right() -> None:
    mentions = [mention("Bob Lee", "Bob Lee"), {**mention("Bob Lee", "Bob Lee"), "span": (49, 52)}]
    assert TEXT[49:52] == "Lee"
    (one,) = found([SHE], [item("She", "Bob Lee")], mentions)
    assert not one.right


def test_a_pronoun_names_nobody() -> None:
    row = Row(at("She"), "person", "She")
    (one,) = found([row], [item("She", "Ann Lee")], [mention("She", "Ann Lee", "pronoun")])
    assert not one.right


def test_any_of_several_is_right_with_the_aliases_of_other_rows() -> None:
    both = Row(at("Two aides and one report"), "person", f"{ANN} & {BOB}")
    (one, other) = found([SHE, both], [item("Two aides", "Ann Lee"), item("one report", "Eve")])
    assert (one.right, one.full, other.right) == (True, False, False)


def test_spaces_around_a_hyphen_do_not_count() -> None:
    row = Row(at("the Halmar-Times"), "body", "Halmar-Times")
    (one,) = found([row], [item("Halmar-Times", "Halmar - Times", "Organization")])
    assert (one.right, one.full) == (True, True)


@pytest.mark.parametrize(
    ("name", "speaker", "schema", "right"),
    [
        ("aides to the mayor", "Two aides", "UnnamedSource", True),
        ("aides to the mayor", "Two aides", "Person", False),
        ("aides to the mayor", "the two", "UnnamedSource", False),
        ("aides to the mayor", None, None, False),
        ("some", "Some", "UnnamedSource", True),
    ],
)
def test_who_has_no_name_is_right_with_a_word_of_the_description(
    name: str, speaker: str | None, schema: str | None, right: bool
) -> None:
    (one,) = found([Row(at("Two aides"), "unnamed", name)], [item("Two aides", speaker, schema)])
    assert (one.right, one.full) == (right, None)


def test_the_row_that_is_shared_most_counts() -> None:
    meant = [Row(at("Bob Lee"), "person", BOB), Row(at("Bob Lee of the Halmar-Times"), "body", "X")]
    (one,) = found(meant, [item("Bob Lee of the Halmar", BOB)])
    assert one.row.name == "X"


def test_authors_and_what_is_unclear_are_left_out() -> None:
    meant = [Row(at("She"), "author", "Ann Lee"), Row(at("Two aides"), "unclear", "")]
    assert found(meant, [item("She", "Ann Lee"), item("Two aides", None)]) == []


def test_the_figures_count_what_they_say() -> None:
    # Four are scored: Ann by her alias (a pronoun), nobody for Bob, Bob by name, and the aides.
    meant = [
        SHE,
        Row(at("Bob Lee"), "person", BOB),
        Row(at("Two aides"), "unnamed", "aides"),
    ]
    items = [
        item("She", "Ann Lee"),
        item("Bob Lee", None),
        item("Bob Lee", "Bob Lee"),
        item("Two aides", "Two aides", "UnnamedSource"),
    ]
    assert tallies(found(meant, items)) == {
        "speaker": Tally.share(3, 4),
        "speaker_full_name": Tally.share(1, 3),
        "pronoun_rows": Tally.share(1, 1),
        "no_speaker": Tally.share(1, 4),
    }


def test_pronouns_that_speak_are_counted() -> None:
    line = {"attributions": [item("She", "She"), item("She", "Ann Lee"), item("She", None)]}
    assert pronoun_speakers(PartArticle("a", Article(TEXT, (), ()), line)) == 1


def test_the_table_is_as_its_account_says() -> None:
    meant = rows(TABLE.read_text("utf-8"))
    kinds = [row.kind for here in meant.values() for row in here]
    wanted = {"person": 678, "body": 170, "unnamed": 150, "text": 55, "author": 23, "unclear": 12}
    assert (len(meant), {kind: kinds.count(kind) for kind in set(kinds)}) == (41, wanted)


def test_every_row_is_a_source_of_the_corpus() -> None:
    folder = shared("corpora", "polnear", "dev")
    if folder is None:
        pytest.skip(absent("corpora", "polnear", "dev"))
    for name, here in rows(TABLE.read_text("utf-8")).items():
        annotation = polnear.annotation(folder / "text" / f"{name}.txt")
        assert annotation
        sources = [one.source for one in polnear.attributions(annotation.read_text("utf-8"))]
        whole = {Span(spans[0].start, spans[-1].end) for spans in sources if spans}
        assert {row.span for row in here} == whole
