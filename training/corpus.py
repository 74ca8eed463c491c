"""PolNeAR's training part as stories: which are learnt from, which are held out."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from evaluation import polnear
from evaluation.extracting import read
from onrecord.record import Span
from training.articles import Gold, Story

EVERY, FROM = 20, 3
"""Every twentieth story, from the fourth, is held out: thresholds and calibration are chosen on
these 42, never on the development part."""


class Corpus(NamedTuple):
    """Stories to learn from and stories to choose thresholds on."""

    learnt: tuple[Story, ...]
    held: tuple[Story, ...]


def corpus(folder: Path) -> Corpus:
    """Give the stories of PolNeAR's training part (`text/*.txt`, `attributions/*.ann`)."""
    stories = list(stories_of(folder))
    held = stories[FROM::EVERY]
    names = {story.name for story in held}
    return Corpus(tuple(s for s in stories if s.name not in names), tuple(held))


def stories_of(folder: Path) -> Iterator[Story]:
    """Give the stories of a part of PolNeAR, in the order of their names."""
    for path in polnear.texts(folder):
        annotation = polnear.annotation(path)
        assert annotation is not None
        gold = (
            Gold(*(tuple(Span(*span) for span in role) for role in (a.source, a.cue, a.content)))
            for a in polnear.attributions(read(annotation))
        )
        yield Story(path.stem, read(path), tuple(item for item in gold if item.content))
