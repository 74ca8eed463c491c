"""PolNeAR's files are read as they are meant."""

from pathlib import Path

from evaluation import polnear
from onrecord.record import Span

ANNOTATION = """\
T1	Source 0 3	Ann
T2	Cue 4 8	said
T3	Content 9 12;20 24	yes
and no
T4	Source 30 33	Bob
E1	Cue:T2 Source:T1 Source2:T4 Content:T3
E2	Cue:T2 Content:T3
A1	Certainty E1
"""


def test_equal_roles_are_united_and_fragments_kept() -> None:
    first, second = polnear.attributions(ANNOTATION)
    assert first.source == (Span(0, 3), Span(30, 33))
    assert first.content == second.content == (Span(9, 12), Span(20, 24))
    assert second.source == ()


def test_the_first_annotator_by_name_counts(tmp_path: Path) -> None:
    for name in ("text/a.txt", "text/b.txt", "attributions/a_zoe.ann", "attributions/a_ann.ann"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    assert polnear.texts(tmp_path) == [tmp_path / "text" / "a.txt"]
    found = polnear.annotation(tmp_path / "text" / "a.txt")
    assert found
    assert found.name == "a_ann.ann"
