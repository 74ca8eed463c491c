"""From words in a gold file to the place where they stand in an article."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Json = dict[str, Any]
Range = tuple[int, int]

CONTEXT = 32  # code points of prefix and suffix, as in the gold of the seeds

# A sentence ends at its mark and the closing marks after it, where white space and a capital,
# a digit or an opening mark follow; not after the abbreviations that the sample uses.
SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bNo)(?<!\bSept)(?<!p\.m)(?<!a\.m)"
    r"[.!?…]+[\"”’'*)]*(?=\s+[\"“‘'(*]*[A-Z0-9])"
)
# White space, the mark of a heading and the time stamp of a live blog are no part of a sentence.
LEADING = re.compile(r"\s*(?:# |\*\*\d\d:\d\d\*\* )?")
# A quotation ends at its mark or, where the next paragraph opens a new one, with its paragraph.
QUOTATION = re.compile(r"“[^“”\n]*(?:”|(?=\n|$))|\"[^\"\n]*(?:\"|(?=\n|$))")


class SpanError(ValueError):
    """Words of a gold file are not found in the article, or found more than once."""


@dataclass(frozen=True)
class Article:
    """The text of one article, under its id."""

    doc: str
    text: str

    def anchor(self, place: Range) -> Json:
        """Give the span at a place, as the gold of the seeds writes it."""
        start, end = place
        return {
            "exact": self.text[start:end],
            "start": start,
            "end": end,
            "doc": self.doc,
            "line": self.text.count("\n", 0, start) + 1,
            "prefix": self.text[max(0, start - CONTEXT) : start],
            "suffix": self.text[end : end + CONTEXT],
        }

    def find(self, words: str, *scopes: Range) -> Range:
        """Give the one place of the words, in the first scope that has them, or in the whole.

        Words that occur more than once are given in their surroundings, with braces around what
        is meant: `from {{the Citadel}} on`.
        """
        before, exact, after = braced(words)
        for low, high in (*scopes, (0, len(self.text))):
            found = self._places(before + exact + after, (low, high))
            if len(found) > 1:
                raise SpanError(f"{self.doc}: {len(found)} times, say which: {words!r}")
            if found:
                start = found[0] + len(before)
                return start, start + len(exact)
        raise SpanError(f"{self.doc}: not in the article: {words!r}")

    def _places(self, words: str, scope: Range) -> list[int]:
        first = r"\b" if words[0].isalnum() else ""
        last = r"\b" if words[-1].isalnum() else ""
        pattern = re.compile(first + re.escape(words) + last)
        return [match.start() for match in pattern.finditer(self.text, *scope)]

    def paragraph(self, place: Range) -> Range:
        """Give the line, or lines, that a place stands on."""
        start = self.text.rfind("\n", 0, place[0]) + 1
        end = self.text.find("\n", place[1])
        return start, end if end >= 0 else len(self.text)

    def sentence(self, place: Range) -> Range:
        """Give the sentence, or sentences, that a place stands in."""
        low, high = self.paragraph(place)
        ends = [
            match.end()
            for match in SENTENCE_END.finditer(self.text, low, high)
            if not self._is_inside_another_quotation(match.end(), place)
        ]
        start = max((end for end in ends if end <= place[0]), default=low)
        end = min((end for end in ends if end >= place[1]), default=high)
        mark = LEADING.match(self.text, start)
        return mark.end() if mark else start, end

    def _is_inside_another_quotation(self, offset: int, place: Range) -> bool:
        return any(
            low < offset < high and not low < place[0] < place[1] < high
            for low, high in self.quotations
        )

    @cached_property
    def quotations(self) -> list[Range]:
        """The places between double quotation marks, marks included."""
        return [match.span() for match in QUOTATION.finditer(self.text)]


def braced(words: str) -> tuple[str, str, str]:
    """Give what stands before, between and after the braces; without braces all is between."""
    if "{{" not in words:
        return "", words, ""
    before, rest = words.split("{{")
    exact, after = rest.split("}}")
    return before, exact, after
