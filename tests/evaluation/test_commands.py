"""Every evaluation is a command: one line of JSON last, a sentence where there is nothing."""

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation import command
from evaluation.__main__ import main as everything
from evaluation.__main__ import table

TIMEML = """\
<?xml version="1.0" ?>
<!-- a comment --><TimeML><DCT><TIMEX3 tid="t0" value="2027-04-12">April 12, 2027</TIMEX3></DCT>
<TEXT>They met <TIMEX3 tid="t1" value="2027-04-09">on <!-- no text -->Friday</TIMEX3> &amp; left.
Talks go on <TIMEX3 tid="t2" value="2027-04-12">today</TIMEX3>.</TEXT></TimeML>
"""
CONLLU = """\
1	Ann	Ann	PROPN	NNP	_	2	nsubj	_	Entity=(1-person-new)
2	fell	fall	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

1	She	she	PRON	PRP	PronType=Prs	2	nsubj	_	Entity=(1-person-giv)
2	rose	rise	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

"""
UNSCON = """\
filename,text,A0_Negative_Evaluation,A4_Country_Name,B1_ChallengeType,B3_Country_Name
a_preproc_Chad.txt,Sudan's illegal attack is a breach of the Charter.,Direct_NegEval,sudan,_,_
a_preproc_Chad.txt,We thank the Secretary-General.,_,_,_,_
"""
ARTICLE = "Ann Lee said the talks had failed. Nobody else spoke.\n"
ANNOTATION = (
    "T1\tSource 0 7\tAnn Lee\nT2\tCue 8 12\tsaid\nT3\tContent 13 33\tthe talks had failed\n"
    "E1\tCue:T2 Source:T1 Content:T3\n"
)
NAMES = (
    "attributions",
    "times",
    "directed_sentiment",
    "factuality",
    "unscon",
    "plover",
    "coreference",
    "seeds",
    "kinds",
    "reliability",
    "second_reader",
    "speakers",
    "pages",
)
FILES: dict[str, tuple[str, str]] = {
    "times": ("a.tml", TIMEML),
    "coreference": ("a.conllu", CONLLU),
    "unscon": ("a.csv", UNSCON),
}
"""What a folder of each format holds."""


def run(name: str, *given: str) -> int:
    main: Callable[[list[str]], int] = importlib.import_module(f"evaluation.{name}").main
    return main(list(given))


def line(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Give the last line of the output."""
    found: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("missing", [True, False])
def test_a_path_without_anything_to_score_is_said(
    name: str, missing: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ending:
        run(name, str(tmp_path / "nowhere" if missing else tmp_path))
    assert ending.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines()[-1].startswith(f"python -m evaluation.{name}: error: ")
    assert str(tmp_path) in printed.err


@pytest.mark.parametrize("name", NAMES)
def test_help_says_which_figures_there_are(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        run(name, "--help")
    assert ending.value.code == 0
    words = capsys.readouterr().out
    assert "in percent" in " ".join(words.split())


@pytest.mark.parametrize("name", FILES)
def test_files_are_found_in_folders_below_whatever_ends_their_lines(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, words = FILES[name]
    figures = []
    for folder, text in (("plain", words), ("other", "\ufeff" + words.replace("\n", "\r\n"))):
        place = tmp_path / folder / "deep" / "below"
        place.mkdir(parents=True)
        (place / file).write_bytes(text.encode())
        assert run(name, str(tmp_path / folder)) == 0
        figures.append(line(capsys))
    assert figures[0] == figures[1]
    assert max(figures[0].values()) > 60


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_scored(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, words = FILES[name]
    (tmp_path / file).write_text(words, "utf-8")
    broken = tmp_path / f"broken{Path(file).suffix}"
    broken.write_bytes(b"\xff\xfe<")
    assert run(name, str(tmp_path)) == 0
    printed = capsys.readouterr()
    assert f"{broken} is left out: " in printed.err
    assert max(json.loads(printed.out.splitlines()[-1]).values()) > 60
    (tmp_path / file).unlink()
    with pytest.raises(SystemExit) as ending:
        run(name, str(tmp_path))
    assert ending.value.code == 2


def test_articles_are_scored_with_their_newlines_and_marks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("text/a.txt", "text/b.txt", "attributions/a_x.ann", "attributions/b_x.ann"):
        (tmp_path / "part" / name).parent.mkdir(parents=True, exist_ok=True)
        words = ARTICLE if name.endswith("txt") else ANNOTATION
        (tmp_path / "part" / name).write_bytes(words.replace("\n", "\r\n").encode())
    (tmp_path / "part/attributions/b_x.ann").write_text(ANNOTATION.replace("33", "999"), "utf-8")
    assert run("attributions", str(tmp_path)) == 0
    printed = capsys.readouterr()
    assert "b.txt is left out: b_x.ann has a span beyond the end of the text" in printed.err
    assert json.loads(printed.out.splitlines()[-1])["attr_exact"] == 100


def test_an_entity_of_a_documents_own_is_not_resolved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.tml").write_text(TIMEML, "utf-8")
    secret = tmp_path / "secret.txt"
    secret.write_text("today", "utf-8")
    declared = f'<!DOCTYPE TimeML [<!ENTITY x SYSTEM "{secret.as_uri()}">]><!--'
    hostile = TIMEML.replace("<!--", declared, 1).replace("&amp;", "&x;")
    (tmp_path / "b.tml").write_text(hostile, "utf-8")
    assert run("times", str(tmp_path)) == 0
    printed = capsys.readouterr()
    assert "b.tml is left out: it declares entities of its own" in printed.err
    assert "2 times annotated" in printed.out


def test_what_is_wrong_with_a_file_is_said_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere") as caught:
        (tmp_path / "nowhere").read_bytes()
    assert "No such file" in command.reason(caught.value)
    assert command.reason(KeyError("label")) == "KeyError: 'label'"


def test_only_the_corpora_that_are_named_are_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "corpora" / "unscon"
    place.mkdir(parents=True)
    (place / "a.csv").write_text(UNSCON, "utf-8")
    monkeypatch.setenv("ONRECORD_SHARED", str(tmp_path))
    assert everything(["--only", "unscon", "--only", "gum_news", "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["unscon"]["target_accuracy"] == 100
    assert printed.err.splitlines() == ["gum_news: not there, left out", "unscon: measuring"]


def test_the_table_has_a_line_for_each_of_the_others() -> None:
    peers = {"uw": {"one": {"r": 0.5, "mae": 0.6}, "two": {"r": 0.7}}}
    found = table({"uw": {"r": 0.8, "mae": 0.4}}, {"uw": {"mae": 0.5}}, peers)
    cells = [list(column.cells) for column in found.columns]
    assert list(zip(*cells, strict=True)) == [
        ("uw", "r", "0.8", "", "one", "0.5"),
        ("", "", "", "", "two", "0.7"),
        ("", "mae ↓", "0.4", "0.5", "one", "0.6"),
    ]
