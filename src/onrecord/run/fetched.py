"""The seam between fetching and reading: an answer from the web becomes a document of the record.

Everything that the readers need to know of an answer goes through `fetched_document`, and nothing
else of this package calls a reader for what was fetched.
"""

from dataclasses import replace
from datetime import date

from onrecord.errors import AnswerUnusable
from onrecord.fetch import Answer, shown
from onrecord.read import document
from onrecord.record import DateDetail, Detail, Document, Precision, UrlStatus

ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
}
"""The types that a reader takes, and the ending by which it knows them."""

UNTYPED = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""What servers say where they know nothing: the bytes decide."""

FIELD = "address fetched"


def fetched_document(
    answer: Answer, published_on: str | None = None, listed_on: str = ""
) -> Document:
    """Give the document that an answer is; its name is the address that was asked for.

    A page that does not name its own address has the one at which it was found; one that does not
    say when it was published has the day that its feed names, `listed_on`.

    Raises:
        DocumentError: no reader takes it, or there is no article in it.
    """
    name, kind = shown(answer.asked), answer.media_type
    if kind not in ENDINGS and kind not in UNTYPED:
        raise AnswerUnusable(name, f"it is of the type {kind}, which no reader takes")
    found = document(answer.content, name + ENDINGS.get(kind, ""), published_on)
    about = found.metadata
    if about.url is None:
        url = Detail(shown(answer.url), field=FIELD)
        about = replace(about, url=url, url_status=UrlStatus.OK)
    if about.published is None and _is_day(listed_on):
        about = replace(about, published=DateDetail(listed_on, Precision.DAY, field="feed"))
    return replace(found, name=name, metadata=about)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
