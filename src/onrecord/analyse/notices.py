"""Notices: words by which a publication corrects, explains, withdraws or kills a story.

They are looked for paragraph by paragraph: a label at its beginning (`Correction:`), or a saying
about a story anywhere in it (`An earlier version of this article misstated …`). What the news
reports of other people's corrections has neither.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.record import Document, Notice, NoticeKind, ParagraphKind, Span
from onrecord.spans import Anchors

LONGEST = 3000
"""Characters of a paragraph that are looked at; notices have a few hundred."""

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”()\[\]]{4,500}")
QUOTED = r"(?:“([^“”\n]{8,300})”|\"([^\"\n]{8,300})\"|‘([^‘\n]{8,300}?)’(?!\w))"
HEADLINE = re.compile(
    r"\b(?:headlined|titled|entitled|slugged|headline|headline was|headline read)[ :,]{1,3}"
    + QUOTED,
    re.IGNORECASE,
)
STORY = re.compile(
    rf"\b(?:the|this|our) (?:story|article|report|item|dispatch)[ :,(]{{1,3}}{QUOTED}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one kind of notice."""

    kind: NoticeKind
    label: re.Pattern[str]
    doubtful: frozenset[str]
    opening: re.Pattern[str] | None
    saying: re.Pattern[str]


def notices(document: Document) -> list[Notice]:
    """Give the notices of a document in text order, each a whole paragraph."""
    anchors = Anchors(document)
    found = []
    for paragraph in document.paragraphs:
        words = document.clean_text[paragraph.start : paragraph.end][:LONGEST]
        kind = _kind(words, document.clean_text)
        headline = paragraph.kind is ParagraphKind.HEADLINE
        if kind and not (headline and kind is NoticeKind.CLARIFICATION):
            anchor = anchors.at_clean(Span(paragraph.start, paragraph.end))
            own = headline and not kind.takes_back  # a corrected headline stands above its story
            about = next(_named(words), None) if not own else None
            found.append(Notice(kind, document.doc_id, anchor, about))
    return found


def _kind(words: str, text: str) -> NoticeKind | None:
    """Give what a paragraph does, the strongest of several."""
    plain = _plain(words)
    for forms in _forms():
        label = forms.label.match(plain)
        sure = label is not None and (
            label[1] not in forms.doubtful
            or forms.saying.search(_plain(text[:LONGEST])) is not None
        )
        opening = forms.opening is not None and forms.opening.match(plain) is not None
        if sure or opening or forms.saying.search(plain):
            return forms.kind
    return None


def _named(words: str) -> Iterator[str]:
    """Give the story that a notice names: its address, or its headline."""
    for match in ADDRESS.finditer(words):
        yield match[0].rstrip(".,;:!?’'")
    for pattern in (HEADLINE, STORY):
        for match in pattern.finditer(words):
            headline = (match[1] or match[2] or match[3]).rstrip(" .,")
            if pattern is HEADLINE or " " in headline:  # `the report “headlined” below` names none
                yield headline


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


@cache
def _forms() -> tuple[Forms, ...]:
    """Give the kinds in the order of the word list, the strongest first."""
    content = files("onrecord.analyse").joinpath("notices.toml").read_text(encoding="utf-8")
    table = tomllib.loads(content)
    story = rf"(?:{_either(table['determiners'])}) (?:\w{{1,20}} )?(?:{_either(table['story'])})"
    return tuple(_forms_of(row, story) for row in table["kinds"])


def _forms_of(row: dict[str, list[str]], story: str) -> Forms:
    sayings = "|".join(re.escape(each).replace("STORY", story) for each in row["sayings"])
    openings = row.get("openings", [])
    return Forms(
        kind=NoticeKind("".join(row["kind"])),
        label=re.compile(rf"[*_(\[]?({_either(row['labels'])})[*_)\]]? ?(?:[:—–]| - |--|\Z)"),
        doubtful=frozenset(row.get("confirmed", [])),
        opening=re.compile(rf"(?:{_either(openings)}) ") if openings else None,
        saying=re.compile(rf"\b(?:{sayings})\b"),
    )


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
