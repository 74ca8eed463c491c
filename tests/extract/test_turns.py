"""Turns of a transcript belong to whose label they stand under."""

from pathlib import Path

from onrecord.record import Statement
from onrecord.run import Plan, extract_paths

TALK = """Interview with the harbour minister

Radio North, 3 May 2027

**Radio North:** Mr. Sund, does the government take the second draft?

**Sund:** The pilots are fine with it. We reject the clause about the night shifts.

**Radio North:** The unions write that you promised them a vote.

**Sund:** I deny that. I have never promised anything of the kind.
"""


def told(folder: Path) -> list[Statement]:
    file = folder / "talk.md"
    file.write_text(TALK, "utf-8")
    (done,) = extract_paths(Plan(paths=(file,)))
    assert done.reading is not None
    actors = {a.actor_id: a.name for a in done.reading.actors}
    return [
        s for s in done.reading.statements if (actors.get(s.actor_id or "") or "").endswith("Sund")
    ]


def test_we_and_i_are_whose_turn_it_is_and_the_label_makes_it_sure(tmp_path: Path) -> None:
    own = told(tmp_path)
    assert any("night shifts" in s.gist for s in own)
    assert all(s.provenance.confidence and s.provenance.confidence >= 0.4 for s in own)


def test_a_turn_is_said_to_whoever_spoke_before_on_the_occasion_that_the_text_names(
    tmp_path: Path,
) -> None:
    turns = [s for s in told(tmp_path) if s.cue and s.cue.exact == ":"]
    assert turns
    assert {s.addressee and s.addressee.exact for s in turns} == {"Radio North"}
    assert {s.venue and s.venue.exact for s in turns} == {"Interview"}


def test_the_whole_of_an_answer_is_kept(tmp_path: Path) -> None:
    turns = [s for s in told(tmp_path) if s.cue and s.cue.exact == ":"]
    said = " ".join(part.exact for s in turns for part in s.content)
    for words in ("The pilots are fine", "We reject the clause", "I deny that", "I have never"):
        assert words in said


def test_who_is_asked_has_not_asked(tmp_path: Path) -> None:
    file = tmp_path / "asked.txt"
    file.write_text("Asked about the draft, Ann Lee neither confirmed nor denied that it exists.")
    (done,) = extract_paths(Plan(paths=(file,)))
    assert done.reading is not None
    assert [s.cue.exact for s in done.reading.statements if s.cue] == [
        "neither confirmed nor denied"
    ]
