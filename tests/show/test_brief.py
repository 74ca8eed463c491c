"""A brief: every line carries its source, and nothing from outside is Markdown in it."""

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Document, Reading, SpeechAct, Statement
from onrecord.show.brief import PER_SPEAKER, SPEAKERS, Brief, BriefInput

TAG = re.compile(r"<([a-z0-9]+)")
TALKS = """Vik Says Quota Is Dead

Minister Hedda Vik said on Monday that the levy of $3 million was “pure theatre”.

“The fleet sails on Monday,” Vik said. Martin Keller declined to say when the talks would go on.

Sources said the treaty had leaked. It remains unclear whether Sorrel will sign."""


def doubted(statement: Statement) -> Statement:
    """Give a statement found with little confidence."""
    return replace(statement, provenance=replace(statement.provenance, confidence=0.31))


def brief(*texts: str, day: str | None = "2027-04-14") -> str:
    articles: list[Document] = []
    readings: list[Reading] = []
    for number, text in enumerate(texts):
        found = document(text.encode(), f"{number}.txt", day)
        articles.append(found)
        readings.append(extract(found, day))
    return Brief(
        BriefInput(
            documents=articles,
            statements=[item for reading in readings for item in reading.statements],
            actors={actor.actor_id: actor for reading in readings for actor in reading.actors},
            money=[item for reading in readings for item in reading.money],
        )
    ).write()


def section(text: str, title: str) -> list[str]:
    """Give the lines of a section that are entries."""
    _, _, rest = text.partition(f"## {title}\n")
    body, _, _ = rest.partition("\n## ")
    return [line for line in body.splitlines() if line and not line.startswith("#")]


def test_an_empty_record_says_so() -> None:
    assert brief() == "# Brief\n\nThe record holds no document that fits.\n"


def test_the_head_counts_and_gives_the_period() -> None:
    head = brief(TALKS, "Snow fell on the pass. Nobody said a word.").splitlines()[2]
    assert head.startswith("2 documents from 0 outlets, 14 Apr 2027; 6 statements.")


def test_the_head_of_undated_articles_says_so() -> None:
    head = brief("Hedda Vik said the quota was dead.", day=None).splitlines()[2]
    assert "days of publication unknown" in head
    assert "1 statement" in head


def test_what_is_for_review_is_counted_and_not_told() -> None:
    article = document(TALKS.encode(), "0.txt", "2027-04-14")
    reading = extract(article, "2027-04-14")
    refused = SpeechAct.DECLINE_TO_COMMENT
    doubtful = [doubted(s) if s.speech_act is refused else s for s in reading.statements]
    actors = {actor.actor_id: actor for actor in reading.actors}
    text = Brief(BriefInput([article], doubtful, actors, reading.money)).write()
    waiting = [item.statement_id for item in doubtful if item.for_review]
    assert len(waiting) == 1
    assert not [id_ for id_ in waiting if id_ in text]
    assert "Denials and refusals" not in text
    assert "Martin Keller" not in text
    (line,) = [line for line in text.splitlines() if "for review" in line]
    assert "1 statement for review" in line
    assert "`onrecord statements --for-review`" in line
    assert f"; {len(doubtful) - 1} statements." in text.splitlines()[2]


def test_a_brief_that_leaves_nothing_out_says_nothing_of_review() -> None:
    assert "review" not in brief(TALKS)


def test_every_entry_carries_its_id_and_its_source() -> None:
    text = brief(TALKS, "Rafael Osei said the price was $5 million.")
    entries = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(entries) >= 8
    assert all(re.search(r"\b(?:st|mon)-[0-9a-f]{16}\b.*\\\[[12]\\\]$", line) for line in entries)


def test_sources_are_numbered_as_they_are_cited() -> None:
    text = brief(TALKS, "Omar Haddou said the price was right.")
    cited = next(line for line in section(text, "Who said what") if "the price was right" in line)
    sources = section(text, "Sources")
    assert cited.endswith("\\[2\\]")
    assert [line.partition(". ")[0] for line in sources] == ["1", "2"]
    assert "1.txt" in sources[1]


def test_speakers_on_record_have_a_paragraph_of_their_own() -> None:
    text = brief(TALKS)
    names = [line.removeprefix("### ") for line in text.splitlines() if line.startswith("### ")]
    assert names == ["Hedda Vik", "Martin Keller"]
    assert "- 2027-04-12: **Hedda Vik** said: “The fleet sails on Monday" in text


def test_who_does_not_answer_stands_among_the_refusals() -> None:
    (line,) = section(brief(TALKS), "Denials and refusals to answer")
    assert "**Martin Keller** declined to answer: when the talks would go on" in line


def test_unnamed_sources_stand_apart() -> None:
    text = brief(TALKS)
    (line,) = section(text, "On unnamed or no sources")
    assert "**Sources** reported: the treaty had leaked (unnamed; " in line
    assert "Sources**" not in "\n".join(section(text, "Who said what"))


def test_sums_stand_in_their_context() -> None:
    (line,) = section(brief(TALKS), "Sums of money named")
    assert "that the levy of **\\$3 million** was" in line


@pytest.mark.parametrize("title", ["Denials and refusals to answer", "Sums of money named"])
def test_a_section_without_entries_is_left_out(title: str) -> None:
    assert title not in brief("Hedda Vik said the quota was old.")


def test_many_statements_of_one_speaker_are_cut_and_counted() -> None:
    said = " ".join(f"Hedda Vik said on Monday that boat {n} was old." for n in range(9))
    lines = section(brief(said), "Who said what")
    assert len(lines) == PER_SPEAKER + 1
    assert lines[-1] == f"- {9 - PER_SPEAKER} more statements on record \\[1\\]"


def test_of_many_speakers_the_others_follow_together() -> None:
    states = ["Norway", "Sweden", "Denmark", "Finland", "Iceland", "Poland", "Latvia"]
    more = ["Estonia", "Spain", "Portugal", "Italy", "Greece", "Malta", "Cyprus", "Ireland"]
    names = [*states, *more]
    text = brief("\n\n".join(f"“The quota is dead,” {name} said on Monday." for name in names))
    assert len(names) > SPEAKERS
    assert text.count("### ") == SPEAKERS + 1
    _, _, others = text.partition("### Others on record")
    assert others.count(": 1 statement \\[1\\]") == len(names) - SPEAKERS


def test_a_text_brings_no_markup_into_a_brief() -> None:
    html = MarkdownIt("commonmark").render(
        brief("Hedda Vik said: “No <script>x</script> *no* [no](http://a.example) `no`, `no`.”")
    )
    assert set(TAG.findall(html)) == {"h1", "h2", "h3", "p", "ul", "ol", "li", "strong"}
