"""Every rule of the grammar finds the words of its own example, and none can be made to hang."""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.times import NO_DATE, TimeAnchor, find_times
from onrecord.extract.times.grammar import Rule, grammar
from onrecord.extract.times.lexicon import lexicon, word_list
from onrecord.extract.times.readers import READERS
from onrecord.extract.times.tokens import Tokens
from onrecord.record.edtf import is_edtf

RULES = list(grammar().rules.values())
ANCHORS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
WORDS = [
    *sorted(lexicon()),
    "14",
    "2027",
    "1/2",
    "4/12/2027",
    "9:30",
    "31",
    "1980s",
    "12th",
    "-",
    ",",
    ".",
    "'s",
    "the",
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_example(rule: Rule) -> None:
    before, _, rest = rule.example.partition("[")
    words, _, after = rest.partition("]")
    tokens = Tokens(before + words + after)
    found = {
        (found.name, tokens.span(first, end)) for found, first, end in grammar().matches(tokens)
    }
    assert (rule.name, (len(before), len(before) + len(words))) in found


def test_no_rule_repeats_without_bound() -> None:
    lists = word_list("time_rules.toml")
    patterns = [*lists["parts"].values(), *(rule.pattern for rule in RULES)]
    assert not [pattern for pattern in patterns if re.search(r"[*+]|,\}", pattern)]


def test_every_rule_has_a_reader_and_every_reader_a_rule() -> None:
    assert {rule.reader for rule in RULES} == set(READERS)


@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=12), published=st.none() | ANCHORS)
def test_any_words_give_sorted_disjoint_spans_and_true_edtf(
    words: list[str], published: date | None
) -> None:
    text = " ".join(words)
    found = find_times(text, TimeAnchor(published))
    ends = [0, *(time.span.end for time in found)]
    assert all(
        end <= time.span.start < time.span.end for end, time in zip(ends, found, strict=False)
    )
    assert all(time.edtf is None or is_edtf(time.edtf) for time in found)
    assert all(time.rule != NO_DATE or published is None for time in found)


@pytest.mark.parametrize(
    "piece",
    [
        "one ",
        "the last ",
        "a year earlier ",
        "the quarter ",
        "1",
        "1.",
        "early mid-",
        "\n \n",
        "U.",
        "had ",
        "' ",
    ],
)
def test_repeating_one_word_takes_no_longer_than_other_text(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    began = time.perf_counter()
    find_times(text, TimeAnchor(date(2027, 4, 14)))
    assert time.perf_counter() - began < 10  # seconds; quadratic work would take many minutes
