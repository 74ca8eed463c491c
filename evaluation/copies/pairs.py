"""Pairs of articles written for this measurement, made of the variants of a story.

A file holds one story: `wire`, an agency's report; `copy` and `light_edit`, told as what an outlet
dropped, replaced and added; `rewrite`, the same told in other words; `background`, other news in
which the wire's paragraph `background_paragraph` (from 1) stands again; `another_day`, the same
speaker later; `follow_up`, the same with news of the same people; `same_event`, a report of
somebody else who was there; `own_report`, another agency's of the same news, with facts of its own;
`unrelated_story`, the name of another story. `part` is `develop` or `held_out`, for the kinds in
`HARD` it is `hard`.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.read import document
from onrecord.record import Detail, Document, RelationKind

STORIES = Path(__file__).with_name("stories")

EXPECTED = {
    "copy": RelationKind.COPY,
    "light_edit": RelationKind.LIGHT_EDIT,
    "rewrite": RelationKind.REWRITE,
    "background": RelationKind.BACKGROUND_ONLY,
    "follow_up": RelationKind.BACKGROUND_ONLY,
    "another_day": RelationKind.UNRELATED,
    "unrelated": RelationKind.UNRELATED,
    "same_event": RelationKind.UNRELATED,
    "own_report": RelationKind.UNRELATED,
}
"""What each kind of pair is to be found as."""

HARD = {"brief": RelationKind.REWRITE, "half": RelationKind.REWRITE}
"""Kinds written when the rules were done, for some stories, and used for no limit: a rewrite in two
or three sentences, and a report of the outlet's own that tells the wire's news in half of it."""


@dataclass(frozen=True, slots=True)
class ArticlePair:
    """Two articles, the earlier and the later, and how the later was written."""

    story: str
    kind: str
    part: str
    earlier: Document
    later: Document

    @property
    def expected(self) -> RelationKind:
        """What it is to be found as."""
        return (EXPECTED | HARD)[self.kind]


def pairs(folder: Path = STORIES) -> list[ArticlePair]:
    """Give all pairs of a folder of stories."""
    stories = {path.stem: read(path) for path in sorted(folder.glob("*.toml"))}
    return [pair for name in stories for pair in _pairs(name, stories)]


def read(path: Path) -> dict[str, Any]:
    """Give what a story's file holds."""
    return tomllib.loads(path.read_text("utf-8"))


def _pairs(name: str, stories: dict[str, Any]) -> Iterator[ArticlePair]:
    story = stories[name]
    earlier = _article(name, story, "wire")
    for kind in EXPECTED:
        other = story["unrelated_story"]
        later = (
            _article(other, stories[other], "wire")
            if kind == "unrelated"
            else _article(name, story, kind)
        )
        yield ArticlePair(name, kind, story["part"], earlier, later)
    for kind in (each for each in HARD if each in story):
        yield ArticlePair(name, kind, "hard", earlier, _article(name, story, kind))


def _article(name: str, story: dict[str, Any], kind: str) -> Document:
    """Give a variant of a story as the reader gives it."""
    given = story[kind]
    body = given["text"].strip() if "text" in given else _edited(story["wire"], given)
    if "{background}" in body:
        shared = _paragraphs(story["wire"])[story["background_paragraph"] - 1]
        body = body.replace("{background}", shared)
    lines = [given["title"], *([f"By {given['credit']}"] if "credit" in given else []), body]
    found = document("\n\n".join(lines).encode(), f"{name}.{kind}.txt", given["day"])
    publisher = Detail(given["outlet"], field="outlet")
    return replace(found, metadata=replace(found.metadata, publisher=publisher))


def _paragraphs(given: dict[str, Any]) -> list[str]:
    return [part.strip() for part in given["text"].strip().split("\n\n")]


def _edited(wire: dict[str, Any], edits: dict[str, Any]) -> str:
    """Give the wire's text with an outlet's edits.

    Raises:
        ValueError: words that are to be replaced are not there.
    """
    parts = _paragraphs(wire)
    dropped = {number - 1 for number in edits.get("drop", ())}
    text = "\n\n".join(part for place, part in enumerate(parts) if place not in dropped)
    for old, new in edits.get("replace", ()):
        if old not in text:
            raise ValueError(f"“{old}” is not in the text")
        text = text.replace(old, new)
    return "\n\n".join([text, *edits.get("add", ())])
