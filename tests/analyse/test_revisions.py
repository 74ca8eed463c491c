"""Two versions are compared by their words, and every passage has its place in both."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.analyse import Edition, Fate, changes, passages, same_article
from onrecord.read import text_document
from onrecord.record import Actor, ActorSchema, Document, SpeechAct, identify
from tests.store.samples import SPEAKERS, published, reading_of

LINES = (
    "President Irena Valdek said on Monday: “the dam is not on the table”",
    "President Anton Breskar said on Monday: “troops will leave Brenn in the first week of June”",
    "President Edda Norling said on Monday: “an answer is due”",
    "Reserves of $4 million and 3 points.",
)


def edition(*lines: str) -> Edition:
    document, _ = published(1, "\n\n".join(("Talks", *lines)))
    return Edition(document, reading_of(document))


def fates(*lines: str) -> dict[str, tuple[Fate, bool]]:
    """Give what became of each statement of LINES in a version with these lines."""
    found = changes(edition(*LINES), edition(*lines))
    return {each.before.gist: (each.fate, each.printed) for each in found if each.before}


def test_the_same_words_are_kept() -> None:
    assert {fate for fate, _ in fates(*LINES).values()} == {Fate.KEPT}
    assert {fate for fate, _ in fates(*reversed(LINES)).values()} == {Fate.KEPT}


def test_other_words_of_the_same_length_are_told() -> None:
    found = fates(LINES[0], LINES[1].replace("first", "second"), LINES[2], LINES[3])
    assert found["troops will leave Brenn in the first week of June"][0] is Fate.REWORDED
    assert sum(fate is Fate.KEPT for fate, _ in found.values()) == 2


def test_another_source_is_told() -> None:
    found = fates(LINES[0].replace(SPEAKERS[0], SPEAKERS[3]), *LINES[1:])
    assert found["the dam is not on the table"][0] is Fate.REATTRIBUTED


def test_what_is_gone_is_told_and_whether_its_words_are() -> None:
    found = fates("He meant: the dam is not on the table", *LINES[1:])
    assert found["the dam is not on the table"] == (Fate.VANISHED, True)
    assert fates(*LINES[1:])["the dam is not on the table"] == (Fate.VANISHED, False)


def test_what_is_new_comes_last() -> None:
    found = changes(edition(*LINES[1:]), edition(*LINES))
    assert [each.fate for each in found] == [Fate.KEPT, Fate.KEPT, Fate.ADDED]


def test_another_act_in_the_same_words_is_no_longer_the_same() -> None:
    before, after = edition(*LINES), edition(*LINES)
    first, *others = after.reading.statements
    told = (replace(first, speech_act=SpeechAct.DENY), *others)
    after = replace(after, reading=replace(after.reading, statements=told))
    assert changes(before, after)[0].fate is Fate.REWORDED


def test_an_unnamed_source_is_the_same_by_his_words() -> None:
    editions = []
    for number in (1, 2):
        one = edition(LINES[0], f"Line {number}", LINES[3])
        (statement,) = one.reading.statements
        actor = Actor(identify("act", number), ActorSchema.UNNAMED_SOURCE, "two officials")
        told = replace(statement, actor_id=actor.actor_id)
        editions.append(
            replace(one, reading=replace(one.reading, statements=(told,), actors=(actor,)))
        )
    assert [each.fate for each in changes(*editions)] == [Fate.KEPT]


def test_passages_name_the_words_that_changed() -> None:
    one = text("Talks", *LINES)
    other = text("Talks", LINES[0], LINES[1].replace("first", "second"), "One more.", LINES[2])
    found = [
        (each.before and each.before.exact, each.after and each.after.exact)
        for each in passages(one, other)
    ]
    assert found == [
        ("first", "second"),
        (None, "One more."),
        ("Reserves of $4 million and 3 points.", None),
    ]


WORDS = st.lists(st.sampled_from(["talks", "dam", "“no”", "é", "[a](b)", "**", "4."]), max_size=12)
TEXTS = st.lists(WORDS.map(" ".join), min_size=1, max_size=5).map("\n\n".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_passage_is_verbatim_and_the_same_text_has_none(one: str, other: str) -> None:
    before, after = text_document(one), text_document(other)
    assert passages(before, before) == []
    for passage in passages(before, after):
        for side, anchor in ((before, passage.before), (after, passage.after)):
            if anchor:
                assert side.raw_text[anchor.start : anchor.end] == anchor.exact


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (LINES, (*LINES, "One more line at the end."), True),
        (LINES, LINES[2:], True),
        (("Rain in Larnock", "The match was put off."), LINES, False),
        ((), (), False),
    ],
)
def test_versions_share_words(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    first, second = text("One", *one), text("Other", *other)
    assert same_article(first, second) is same


def test_a_headline_in_common_is_enough() -> None:
    titled = [text_document(f"Rain in Larnock\n\n{line}") for line in LINES[:2]]
    assert all(each.metadata.title for each in titled)
    assert same_article(*titled)


def text(*lines: str) -> Document:
    document = text_document("\n\n".join(lines))
    return replace(document, metadata=replace(document.metadata, title=None))
