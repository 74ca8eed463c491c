"""Time expressions are scored as the shared scorer scores them."""

import json
import random
from datetime import date
from pathlib import Path

import pytest

from evaluation import times
from evaluation.shared import absent, shared
from evaluation.times import GoldText, GoldTime
from onrecord.extract.times import TimeFinding
from onrecord.record import Span, TimeType
from tests.evaluation.test_attribution_scores import module

SCORER = ("evaluation", "score_times.py")
VALUES = ("2027-04-12", "2027-W15", "P3D")


def drawn(chance: random.Random) -> list[tuple[Span, str]]:
    """Give spans that may touch or overlap, with values."""
    found = {}
    for _ in range(chance.randrange(6)):
        start = chance.randrange(20)
        found[Span(start, start + chance.randrange(1, 6))] = chance.choice(VALUES)
    return sorted(found.items())


def tml(text: str, gold: list[tuple[Span, str]]) -> str:
    """Give a TimeML document of spans that do not overlap."""
    body, at = "", 0
    for span, value in gold:
        body += text[at : span.start]
        body += f'<TIMEX3 value="{value}">{text[slice(*span)]}</TIMEX3>'
        at = span.end
    dct = '<DCT><TIMEX3 value="2027-04-12T10:00:00">12 April</TIMEX3></DCT>'
    return f"<TimeML>{dct}<TEXT>{body}{text[at:]}</TEXT></TimeML>"


def apart(spans: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    kept: list[tuple[Span, str]] = []
    for span, value in spans:
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, value))
    return kept


def test_figures_are_those_of_the_shared_scorer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scorer = shared(*SCORER)
    if scorer is None:
        pytest.skip(absent(*SCORER))
    chance, text, lines = random.Random(7), "abcdefghijklmnopqrstuvwxyz\nend", []
    counts = times.score(GoldText(text, date(2027, 4, 12), ()), ())
    for number in range(60):
        path = tmp_path / f"{number:02}.tml"
        path.write_text(tml(text, apart(drawn(chance))), "utf-8")
        gold, found = times.read(path), drawn(chance)
        counts += times.score(gold, [finding(*one) for one in found])
        rows = [{"span": list(span), "timex_value": value} for span, value in found]
        lines.append(json.dumps({"doc": path.stem, "times": rows}))
    (tmp_path / "found.jsonl").write_text("\n".join(lines), "utf-8")
    module(scorer).score(tmp_path, tmp_path / "found.jsonl")
    theirs = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert times.figures(counts) == {name: theirs[name] for name in times.FIGURES}
    assert counts["gold"] == theirs["gold"] > 50
    assert counts["value"] > 5


def finding(span: Span, value: str) -> TimeFinding:
    return TimeFinding(span, TimeType.DATE, None, value, "drawn")


def test_a_time_inside_another_and_one_without_value_are_read(tmp_path: Path) -> None:
    inner = '<TIMEX3 value="2027-04-12">April <TIMEX3>12</TIMEX3></TIMEX3>'
    (tmp_path / "a.tml").write_text(
        f'<TimeML><DCT><TIMEX3 value="2027-04-12"/></DCT><TEXT>On {inner}.</TEXT></TimeML>', "utf-8"
    )
    read = times.read(tmp_path / "a.tml")
    assert read.times == (GoldTime(Span(3, 11), "2027-04-12"), GoldTime(Span(9, 11), None))


CAT = """\
<?xml version="1.0" encoding="UTF-8"?><Document doc_name="x.xml">
<token t_id="1" sentence="0" number="0">April</token>
<token t_id="2" sentence="0" number="1">12</token>
<token t_id="3" sentence="1" number="0">They</token>
<token t_id="4" sentence="1" number="1">met</token>
<token t_id="5" sentence="1" number="2">last</token>
<token t_id="6" sentence="1" number="3">week</token>
<token t_id="7" sentence="1" number="4">.</token>
<token t_id="8" sentence="6" number="0">Later</token>
<Markables>
<TIMEX3 m_id="1" functionInDocument="CREATION_TIME" value="2027-04-12">
<token_anchor t_id="1"/><token_anchor t_id="2"/></TIMEX3>
<TIMEX3 m_id="2" value="2027-W14">
<token_anchor t_id="5"/><token_anchor t_id="6"/></TIMEX3>
</Markables></Document>
"""


def test_a_folder_without_timeml_is_read_as_cat_xml(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(CAT, "utf-8")
    read = times.read(tmp_path / "a.xml")
    assert read.text.strip() == "They met last week."
    assert [read.text[slice(*time.span)] for time in read.times] == ["last week"]
    assert times.documents(tmp_path) == [tmp_path / "a.xml"]
    (tmp_path / "b.tml").write_text("", "utf-8")
    assert times.documents(tmp_path) == [tmp_path / "b.tml"]


def test_nothing_is_scored_of_a_document_without_a_day(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text("<TimeML><TEXT>Friday</TEXT></TimeML>", "utf-8")
    (tmp_path / "a.xml").write_text(CAT.replace("CREATION_TIME", "NONE"), "utf-8")
    for name in ("a.tml", "a.xml"):
        with pytest.raises(ValueError, match="it has no"):
            times.read(tmp_path / name)
