"""Statements as a whole: their ids, their anchors, one inside another."""

from dataclasses import replace

import pytest

from onrecord.extract import extract
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed
from onrecord.extract.quotes import Quote
from onrecord.read import document
from onrecord.record import Anchor, Document, Reading, Span, Statement, identify

DAY = "2027-04-14"
NOISY = """# Vik Says Quota Is Dead

Minister **Hedda Vik** [said](#) on Monday that the levy of \\$3 million was “pure theatre”.

“We sail,” Vik [told](#) reporters. “We sail on Monday.” It is unclear whether Sorrel will sign.
"""


def read(text: str, name: str = "x.md", day: str | None = DAY) -> tuple[Document, Reading]:
    found = document(text.encode(), name, day)
    return found, extract(found, day)


def parts(statement: Statement) -> list[Anchor]:
    named = [statement.source.anchor] if statement.source else []
    opened = [statement.cue] if statement.cue else []
    return [*named, *opened, *statement.content, *statement.quoted]


def test_every_anchor_is_verbatim_and_in_its_document() -> None:
    article, reading = read(NOISY)
    assert len(reading.statements) == 4
    for statement in reading.statements:
        for anchor in parts(statement):
            assert article.raw_text[anchor.start : anchor.end] == anchor.exact
            assert anchor.doc_id == statement.doc_id == article.doc_id


def test_markup_and_links_do_not_hide_the_cue() -> None:
    _, reading = read(NOISY)
    cues = [statement.cue.exact for statement in reading.statements if statement.cue]
    assert cues == ["Says", "said", "told", "is unclear whether"]


def test_an_id_follows_from_the_document_and_the_published_spans() -> None:
    _, reading = read(NOISY)
    for statement in reading.statements:
        source = list(statement.source.anchor.span) if statement.source else None
        cue = list(statement.cue.span) if statement.cue else None
        content = [list(anchor.span) for anchor in statement.content]
        wanted = identify("st", statement.doc_id, source, cue, content)
        assert statement.statement_id == wanted


def test_ids_stay_with_another_name_and_another_day() -> None:
    first = read(NOISY)[1].statements
    again = read(NOISY, "again.md", "2027-04-15")[1].statements
    assert [one.statement_id for one in first] == [one.statement_id for one in again]
    assert first != again


def test_the_same_words_in_another_document_are_another_statement() -> None:
    (here,) = read("Hedda Vik said the quota was dead.")[1].statements
    (there,) = read("Hedda Vik said the quota was dead. Snow fell.")[1].statements
    assert parts(here)[0].span == parts(there)[0].span
    assert here.statement_id != there.statement_id


def test_no_two_statements_share_an_id() -> None:
    _, reading = read(NOISY)
    ids = [statement.statement_id for statement in reading.statements]
    assert len(set(ids)) == len(ids)


def test_statements_stand_in_text_order() -> None:
    _, reading = read(NOISY)
    starts = [statement.first for statement in reading.statements]
    assert starts == sorted(starts)


def test_statements_of_one_source_stand_in_text_order() -> None:
    _, reading = read("Marta Olin said the furnace was cold, adding that nobody had told the crew.")
    starts = [statement.content[0].start for statement in reading.statements]
    assert len(starts) == 2
    assert starts == sorted(starts)


def test_what_another_said_is_nested_in_the_saying() -> None:
    _, reading = read("Marta Olin said the board had promised to keep the furnace.")
    outer, inner = reading.statements
    assert (outer.nested_in, inner.nested_in) == (None, outer.statement_id)


class Given:
    """A finder that finds what it is given."""

    name = "given/1"

    def __init__(self, *found: Attribution) -> None:
        self._found = found

    def find(self, parsed: Parsed, quotes: tuple[Quote, ...]) -> tuple[Attribution, ...]:
        return self._found


def said(text: str, source: str, cue: str, content: str) -> Attribution:
    def at(words: str) -> Span:
        start = text.rindex(words)
        return Span(start, start + len(words))

    return Attribution(at(source), at(cue), (at(content),), "given", 0.9)


def test_what_unnamed_people_tell_of_somebody_does_not_put_him_on_the_record() -> None:
    _, reading = read("Two diplomats said Marta Olin had promised to keep the furnace.")
    outer, inner = reading.statements
    assert inner.nested_in == outer.statement_id
    assert (outer.sourcing_level, inner.sourcing_level) == ("L3a_unnamed_described",) * 2


def test_three_levels_nest_in_the_nearest() -> None:
    text = "Marta Olin told us the board had said the bank had promised to pay."
    levels = (
        said(text, "Marta Olin", "told", "the board had said the bank had promised to pay"),
        said(text, "the board", "had said", "the bank had promised to pay"),
        said(text, "the bank", "had promised", "to pay"),
    )
    found = document(text.encode(), "x.md", DAY)
    first, second, third = extract(found, DAY, Given(*levels)).statements
    assert [first.nested_in, second.nested_in, third.nested_in] == [
        None,
        first.statement_id,
        second.statement_id,
    ]


def test_statements_side_by_side_are_not_nested() -> None:
    _, reading = read("Marta Olin said the furnace was cold. The board said it was warm.")
    assert [statement.nested_in for statement in reading.statements] == [None, None]


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Two officials said the roster was unfair.", True),
        ("Sources said the roster was weak.", True),
        ("Two officials said the roster was new.", False),
        ("Martin Keller said the roster was unfair.", False),
        ("The draft says the roster is unfair.", False),
    ],
)
def test_an_opinion_on_an_unnamed_source_is_flagged(text: str, flag: bool) -> None:
    (statement,) = read(text)[1].statements
    assert statement.flag_unnamed_opinion is flag


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Two officials said the roster was new.", "report"),
        ("A local newspaper said the roster was new.", "report"),
        ("Martin Keller said the roster was new.", "state"),
        ("Two officials warned of a hard winter.", "warn"),
    ],
)
def test_what_unnamed_sources_merely_say_is_a_report(text: str, act: str) -> None:
    (statement,) = read(text)[1].statements
    assert statement.speech_act == act


def test_a_gist_joins_the_parts_on_one_line() -> None:
    text = "“We signed for two years,” Marta Olin said. “They want to pay for one.”"
    (statement,) = read(text)[1].statements
    assert statement.gist == "“We signed for two years,” … “They want to pay for one.”"


def test_a_long_gist_ends_at_a_word() -> None:
    text = f"Marta Olin said: “{'slow and steady ' * 40}wins.”"
    (statement,) = read(text)[1].statements
    assert len(statement.gist) <= 300
    assert statement.gist.endswith(("slow…", "and…", "steady…"))


def test_a_statement_says_which_rule_found_it() -> None:
    _, reading = read("Hedda Vik said the quota was dead.")
    (statement,) = reading.statements
    assert (statement.provenance.rule_id, statement.reported_on) == ("trained", DAY)
    assert 0 < (statement.provenance.confidence or 0) <= 1


def test_a_text_in_another_language_is_refused_with_a_sentence() -> None:
    text = (
        "Die Ministerin sagte am Montag, dass die Fischer nicht mehr auslaufen würden. "
        "Der Vorsitzende der Gewerkschaft erklärte, die Löhne seien seit Jahren zu niedrig."
    )
    _, reading = read(text)
    assert reading.statements == ()
    assert reading.refused == (
        "The language “de” is not supported yet: the text is kept, nothing is read."
    )


def test_a_language_that_is_not_known_is_read_as_english() -> None:
    article, _ = read("Hedda Vik said the quota was dead.")
    unknown = replace(article, metadata=replace(article.metadata, language=None))
    assert extract(unknown).statements
