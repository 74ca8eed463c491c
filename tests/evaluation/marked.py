"""Sentences with their attribution marked: `[source] <cue> {content}`."""

import re

from evaluation.attribution_scores import Attribution
from onrecord.record import Span

ROLES = {"[": "source", "<": "cue", "{": "content"}
CLOSING = {"[": "]", "<": ">", "{": "}"}
TOKEN = re.compile(r"[\[\]<>{}]")


def attribution(marked: str) -> tuple[str, Attribution]:
    """Give the text without the marks, and the attribution that they mark."""
    text, opened, at = "", "", 0
    found: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    start = 0
    for match in TOKEN.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group() in ROLES:
            opened, start = match.group(), len(text)
        else:
            assert CLOSING[opened] == match.group(), marked
            found[ROLES[opened]].append(Span(start, len(text)))
    return text + marked[at:], Attribution(**{role: tuple(found[role]) for role in found})


def spans(text: str, words: str) -> tuple[Span, ...]:
    """Give the one place of the words."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return (Span(start, start + len(words)),)
