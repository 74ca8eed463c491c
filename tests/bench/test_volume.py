"""The coverage to measure with is always the same, and the same in both kinds of file."""

import gzip
import json
from pathlib import Path

from bench.coverage import written
from bench.volume import NAMED, Moment, files, tenths
from onrecord.read import Found, Options, Source, documents, leaves
from onrecord.record import Document

FIELDS = tuple((meaning, f"story.{name}") for meaning, name in NAMED)


def read(place: Path, options: Options) -> list[Document]:
    found = list(leaves(Source(place.name, place, options)))
    assert all(isinstance(leaf, Source) for leaf in found)
    parts = [part for leaf in found if isinstance(leaf, Source) for part in documents(leaf)]
    assert all(isinstance(part, Found) for part in parts)
    return [part.document for part in parts if isinstance(part, Found)]


def test_an_article_is_always_the_same_and_long_enough() -> None:
    found = [written(number) for number in range(200)]
    assert found == [written(number) for number in range(200)]
    assert all(60 < len(each.text.split()) < 300 for each in found)
    assert all("{" not in each.title + each.text for each in found)


def test_some_are_copies_and_later_versions_of_others() -> None:
    one, first, copy, agency = (written(number) for number in (107, 57, 101, 51))
    assert (one.url, one.text == first.text) == (first.url, False)
    assert agency.text.startswith(copy.text[:200])
    assert (copy.url == agency.url, copy.outlet) == (False, "The Daily")
    own = [written(number).text for number in range(10, 100)]
    assert len(set(own)) == 90


def test_both_files_hold_the_same_articles(tmp_path: Path) -> None:
    lines, archive = files(tmp_path, 12)
    one, other = read(lines, Options(fields=FIELDS)), read(archive, Options())
    for number, (line, page) in enumerate(zip(one, other, strict=True)):
        article = written(number)
        for document in (line, page):
            about = document.metadata
            assert (about.title and about.title.value) == article.title
            assert (about.publisher and about.publisher.value) == article.outlet
            assert document.published_on == article.day
            assert all(part in document.clean_text for part in article.text.split("\n\n"))
    assert len(json.loads(lines.read_bytes().splitlines()[0])["story"]) == 6
    assert gzip.decompress(archive.read_bytes()).count(b"WARC/1.0") == 12


def test_a_run_is_told_tenth_by_tenth() -> None:
    moments = [Moment(at, at * 10, 100 + at, at * 2, at) for at in range(11)]
    rows = list(tenths(moments, 100))
    assert [row["memory"] for row in rows] == list(range(101, 111))
    assert all((row["rate"], row["cpu"], row["own"]) == (10, 200, 100) for row in rows)
