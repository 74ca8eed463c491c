"""Front matter: the block of named values, between two lines of dashes, above a Markdown text."""

import re
from dataclasses import dataclass

from onrecord.record import Fix, Noise, NoiseKind, Span

BLOCK = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<inside>(?:(?!---)[^\n]*\n){1,100}+)---[ \t]*(?:\r?\n|\Z)"
)
"""At most a hundred lines."""

LINE = re.compile(r"^(?P<name>[A-Za-z][\w-]{0,30}):[ \t]*(?P<value>[^\r\n]{1,2000})", re.MULTILINE)

NAMES = {
    "title": ("title", NoiseKind.TITLE_WITHOUT_MARKUP),
    "headline": ("title", NoiseKind.TITLE_WITHOUT_MARKUP),
    "date": ("published", NoiseKind.DATE_AS_BODY_PARAGRAPH),
    "published": ("published", NoiseKind.DATE_AS_BODY_PARAGRAPH),
    "pubdate": ("published", NoiseKind.DATE_AS_BODY_PARAGRAPH),
    "updated": ("updated", NoiseKind.DATE_AS_BODY_PARAGRAPH),
    "lastmod": ("updated", NoiseKind.DATE_AS_BODY_PARAGRAPH),
    "author": ("byline", NoiseKind.BYLINE_AS_BODY_PARAGRAPH),
    "byline": ("byline", NoiseKind.BYLINE_AS_BODY_PARAGRAPH),
    "publisher": ("publisher", NoiseKind.BYLINE_AS_BODY_PARAGRAPH),
    "source": ("publisher", NoiseKind.BYLINE_AS_BODY_PARAGRAPH),
    "url": ("url", NoiseKind.URL_FOOTER),
    "link": ("url", NoiseKind.URL_FOOTER),
    "canonical": ("url", NoiseKind.URL_FOOTER),
    "lang": ("language", NoiseKind.TITLE_WITHOUT_MARKUP),
    "language": ("language", NoiseKind.TITLE_WITHOUT_MARKUP),
}
"""What the names mean that Jekyll, Hugo and Pandoc users give; other names are left alone."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values by meaning, the names they were given under, and where the text begins."""

    values: dict[str, tuple[str, str]]
    noise: tuple[Noise, ...]
    end: int


def front_matter(text: str) -> FrontMatter | None:
    r"""Give the front matter of a text, None where it has none.

    >>> found = front_matter("---\ntitle: 'A plan'\ndate: 2027-04-12\n---\nBody.")
    >>> found.values["title"], found.end
    (('A plan', 'title'), 41)
    """
    block = BLOCK.match(text)
    if not block or not LINE.match(block["inside"]):
        return None
    values: dict[str, tuple[str, str]] = {}
    noise = []
    for match in LINE.finditer(text, block.start("inside"), block.end("inside")):
        name = match["name"].lower()
        value = match["value"].strip().strip("\"'").strip()
        if name in NAMES and value:
            meaning, kind = NAMES[name]
            values.setdefault(meaning, (value, name))
            noise.append(Noise(kind, Span(*match.span()), Fix.TO_METADATA))
    return FrontMatter(values, tuple(noise), block.end())
