"""JSON: an article a line, a list of articles, or one article."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from onrecord.errors import FileDamaged, FileTooLarge, NoText
from onrecord.read.blocks import under_title, written
from onrecord.read.decoding import decode
from onrecord.read.fields import filled
from onrecord.read.formats.json_fields import Article
from onrecord.read.formats.reader import Part, Readable
from onrecord.read.formats.text import LOOKS_LIKE_A_PAGE
from onrecord.read.json_slices import listed
from onrecord.read.pages import article
from onrecord.read.pages.fragment import blocks, is_markup
from onrecord.read.source import SAMPLE, Opened, Options, Source

LINE = "application/json; an article"
"""The media type of one line: what stands in it is one article, however long it is."""

MARKS = b"\xef\xbb\xbf \r\n\t"
"""What may stand before JSON: a byte order mark and white space."""

LISTS = ("articles", "results", "items", "data", "response.results", "response.docs", "hits.hits")
"""Where services put the articles of an answer."""


class JsonLinesReader:
    """Reads files that have a JSON object on each line, or a list of objects."""

    name = "jsonl/1"
    kind = "a file of JSON lines"
    endings = (".jsonl", ".ndjson", ".json")
    holds_others = True

    def takes(self, opened: Opened) -> bool:
        """Take what begins with an object that ends on its line, or with a list of objects."""
        head = opened.head.lstrip(MARKS)
        if head[:1] == b"[" and head[1:].lstrip(MARKS)[:1] == b"{":
            return True
        if not head.startswith(b"{") or opened.source.media_type == LINE:
            return False
        line, newline, rest = head.partition(b"\n")
        if not newline:
            return len(opened.head) == SAMPLE
        return _is_object(line) and rest.lstrip()[:1] in {b"{", b""}

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give each object as a source; a line that is too long is named and left out.

        Raises:
            FileDamaged: a list is not whole; what stands before the damage was given.
        """
        if opened.head.lstrip(MARKS).startswith(b"["):
            yield from _list(opened)
            return
        limit = opened.source.options.max_bytes
        number = 0
        while line := opened.stream.readline(limit + 1):
            number += 1
            name = f"{opened.name}, line {number}"
            if len(line) > limit and not line.endswith(b"\n"):
                yield FileTooLarge(name, len(line) + _skipped(opened), limit)
            elif content := line.strip(MARKS):
                yield _article(opened, name, content)


class JsonReader:
    """Reads files that are one JSON object: an article, or an answer with a list of articles."""

    name = "json/1"
    kind = "a JSON file"
    endings = (".json", ".jsonl", ".ndjson")
    holds_others = False

    def takes(self, opened: Opened) -> bool:
        """Take what begins with an object that has a name."""
        if opened.source.media_type == LINE:
            return True
        head = opened.head.lstrip(MARKS)
        return head[:1] == b"{" and head[1:].lstrip(MARKS)[:1] == b'"'

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give the article, or each article of the list with the bytes that it has there.

        Raises:
            FileDamaged: it is no JSON.
            NoText: no article has a field for its text.
        """
        content = opened.content()
        text, encoding = decode(content, opened.name)
        value = _value(text, opened.name)
        options = opened.source.options
        if isinstance(value, dict) and (found := _readable(value, opened.name, options)):
            yield replace(found, encoding=encoding)
            return
        articles = list(_listed(text, value))
        if not articles:
            raise NoText(opened.name, _names(value))
        for number, (own, item) in enumerate(articles, 1):
            name = f"{opened.name}, article {number}"
            found = _readable(item, name, options)
            own_bytes = own.encode(encoding)
            yield replace(found, content=own_bytes) if found else NoText(name, _names(item))


def _list(opened: Opened) -> Iterator[Part]:
    """Give the objects of a list."""
    text, encoding = decode(opened.content(), opened.name)
    number, end = 0, text.find("[")
    for number, (own, _) in enumerate(listed(text, end), 1):
        end = text.index(own, end) + len(own)
        yield _article(opened, f"{opened.name}, article {number}", own.encode(encoding))
    if not text[end:].rstrip().endswith("]"):
        raise FileDamaged(opened.name, f"the list breaks off behind article {number}")


def _article(opened: Opened, name: str, content: bytes) -> Source:
    return replace(opened.source.inside(name, content, chosen=True), media_type=LINE)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line, strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _skipped(opened: Opened) -> int:
    """Go to the end of a line, and give how many bytes were left."""
    skipped = 0
    while piece := opened.stream.readline(SAMPLE):
        skipped += len(piece)
        if piece.endswith(b"\n"):
            break
    return skipped


def _value(text: str, name: str) -> Any:
    try:
        return json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError) as error:
        raise FileDamaged(name, f"it is no JSON: {error}") from error


def _listed(text: str, value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the objects of a list, each with the words that it has in the file."""
    start = text.find("[")
    if isinstance(value, dict):
        place = next((path for path in LISTS if isinstance(_at(value, path), list)), None)
        if place is None:
            return
        start = text.find("[", text.find(f'"{place.rpartition(".")[2]}"'))
    yield from listed(text, start)


def _at(value: Any, path: str) -> Any:
    for step in path.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _names(value: Any) -> tuple[str, ...]:
    return tuple(str(name)[:40] for name in value)[:12] if isinstance(value, dict) else ()


def _readable(values: dict[str, Any], name: str, options: Options) -> Readable | None:
    """Give the article of an object, None where no field has its text."""
    given = Article(values, options.fields)
    text, fields = given.text(), given.fields()
    if text is None:
        return None
    # Half a character, which JSON can hold and text cannot, becomes a question mark.
    text = text.encode("utf-8", "replace").decode("utf-8")
    title = fields.title.value if fields.title else None
    if LOOKS_LIKE_A_PAGE.match(text[:4096].encode()):
        page = article.articles(text, name)[0]
        return Readable(page.text, filled(fields, page.fields), media_type="application/json")
    if is_markup(text):
        shown = written(blocks(text, name), name, title)
        return Readable(shown, fields, media_type="application/json")
    return Readable(under_title(text, name, title), fields, media_type="application/json")
