"""What stands around the text: metadata, and noise.

A title is right where its words are, white space and markup aside. All other metadata must be
equal. A place of noise is found where a found one of the same kind overlaps it.
"""

from collections.abc import Iterator

from evaluation.case.articles import Case, CaseArticle, span
from evaluation.case.checks import Check
from evaluation.case.speakers import plain
from evaluation.extracting import Json
from onrecord.record import Span

METADATA = ("title", "published", "publisher", "url", "url_status")


def checks(case: Case, article: CaseArticle) -> Iterator[Check]:
    """Give the metadata and the noise of an article."""
    yield from _metadata(article)
    for row in case.rows("extraction_noise", article):
        yield _noise(article, row)


def _metadata(article: CaseArticle) -> Iterator[Check]:
    found = _found(article.line.get("metadata", {}))
    for name, wanted in _wanted(article.gold["metadata"]).items():
        right = wanted == found[name]
        if name == "title":
            right = plain(wanted or "") == plain(found[name] or "")
        for figure in (name, "metadata"):
            yield Check(figure, right, article.doc, str(wanted), str(found[name]))


def _wanted(gold: Json) -> dict[str, str | None]:
    title, published = gold["title"], gold["published"]
    return {
        "title": title["exact"] if title else None,
        "published": published["iso"] if published else None,
        **{name: gold.get(name) for name in METADATA[2:]},
    }


def _found(metadata: Json) -> dict[str, str | None]:
    return {
        "title": metadata.get("title"),
        "published": metadata.get("published_on"),
        **{name: metadata.get(name) for name in METADATA[2:]},
    }


def _noise(article: CaseArticle, row: Json) -> Check:
    near = [
        item["kind"]
        for item in article.line.get("noise", [])
        if row["raw"] and Span(*item["span"]).meets(span(row["raw"]))
    ]
    words = " ".join(row["raw"]["exact"].split()) if row["raw"] else ""
    place = f"{article.doc} {words}"
    return Check("noise", row["kind"] in near, place, row["kind"], ", ".join(near))
