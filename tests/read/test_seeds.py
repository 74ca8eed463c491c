"""The two seed articles with their annotated noise; they are not part of the repository."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.read import document
from onrecord.record import Document, Noise

SHARED = Path(os.environ.get("ONRECORD_SHARED") or Path(__file__).parents[3] / "shared")
SEEDS = SHARED / "seeds"

pytestmark = pytest.mark.skipif(
    not (SEEDS / "gold.json").exists(),
    reason="the seed articles are third-party text; ONRECORD_SHARED names the folder they are in",
)

FLOOR = 23
"""Of 23 annotated items. All are found; six are annotated by a few words of the stretch only."""

EXACT = 17
"""Of these, at exactly the annotated characters."""


def gold() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))
    return found


def read() -> dict[str, Document]:
    files = {a["metadata"]["doc_id"]: a["metadata"]["file"] for a in gold()["articles"]}
    return {name: document((SEEDS / file).read_bytes(), file) for name, file in files.items()}


def matches(item: dict[str, Any], found: Document) -> Iterator[Noise]:
    start, end = item["raw"]["start"], item["raw"]["end"]
    for noise in found.noise:
        same = noise.kind == item["kind"] and noise.fix == item["fix"]
        if same and noise.span.start < end and start < noise.span.end:
            yield noise


def test_the_annotated_noise_is_found_at_its_place_with_its_mending() -> None:
    documents = read()
    items = gold()["extraction_noise"]
    found = [item for item in items if any(matches(item, documents[item["doc"]]))]
    assert len(items) == 23
    assert len(found) >= FLOOR


def test_most_of_it_is_found_at_exactly_the_annotated_characters() -> None:
    documents = read()
    exact = [
        item
        for item in gold()["extraction_noise"]
        for noise in matches(item, documents[item["doc"]])
        if noise.span == (item["raw"]["start"], item["raw"]["end"])
    ]
    assert len(exact) >= EXACT


def test_the_annotated_metadata_is_found() -> None:
    documents = read()
    for article in gold()["articles"]:
        wanted, metadata = article["metadata"], documents[article["metadata"]["doc_id"]].metadata
        assert metadata.title
        assert metadata.title.anchor
        assert metadata.title.anchor.span == (wanted["title"]["start"], wanted["title"]["end"])
        assert metadata.published
        assert metadata.published.edtf == wanted["published"]["iso"]
        assert metadata.publisher
        assert metadata.publisher.value == wanted["publisher"]
        assert metadata.url
        assert metadata.url.anchor
        assert metadata.url.value == wanted["url"]
        assert metadata.url.anchor.exact == wanted["url_raw"]["exact"]
        assert metadata.url_status == wanted["url_status"]
        assert metadata.language == wanted["language"]
        assert [link.title for link in metadata.related_links] == [
            link["title"] for link in wanted["related_links"]
        ]
        assert [credit.anchor.exact for credit in metadata.photo_credits if credit.anchor] == [
            wanted["photo_credit"]["exact"]
        ]


def test_no_annotated_words_of_a_statement_are_lost() -> None:
    documents = read()
    for article in gold()["articles"]:
        found = documents[article["metadata"]["doc_id"]]
        for statement in article["statements"]:
            for part in statement["content"]:
                words = "".join(part["exact"].replace("\\$", "$").replace("](#)", "").split())
                assert words.replace("[", "") in "".join(found.clean_text.split())
