"""Articles and reports for tests, each as short as its case."""

from typing import Any

from onrecord.analyse.copies import Article, Text
from onrecord.read import text_document
from onrecord.record import (
    Anchor,
    Form,
    Imprint,
    Origin,
    Provenance,
    ReporterDistance,
    SourcingLevel,
    SpeechAct,
    Statement,
)

WIRE = """\
Ministers in Dorvik agreed on Monday to reopen the lock at Brenn in 60 days, the board said.

The decision ends a quarrel of 14 months between Kaltria and Halmar about tolls of 900 crowns.

"We have counted the ships that did not come," said Tomas Ruhl, who led the talks for Kaltria.

Edda Norling of Halmar called it a good day for the 2,100 boatmen on the Selun.

The lock was closed in 2025, when a storm broke both gates and drowned a keeper.
"""


def origin(
    number: int, outlet: str | None = None, **others: str | tuple[str, ...] | None
) -> Origin:
    """Give where document `doc-<number>` comes from, published on the day of that number."""
    day = others.pop("day", f"2027-04-{number + 1:02}")
    assert day is None or isinstance(day, str)
    imprint = Imprint(f"doc-{number}", f"{number}.txt", outlet=outlet, published_on=day)
    return Origin(imprint, **others)  # type: ignore[arg-type]


def article(text: str, of: Origin) -> Article:
    """Give an article of this text."""
    document = text_document(text)
    made = Text(document)
    made.doc_id = of.doc_id
    return Article(made, of)


def report(number: int, words: str, quoted: str = "", **others: Any) -> Statement:
    """Give statement `st-<number>` of document `doc-<number>` by `ruhl`, said on 12 April 2027.

    `cites` and `addressee` are the words that name other outlets.
    """
    given: dict[str, Any] = {
        "actor_id": "ruhl",
        "said_on": "2027-04-12",
        "reported_on": "2027-04-12",
        **others,
    }
    cites, addressee = given.pop("cites", None), given.pop("addressee", None)
    whole = " ".join([words, quoted, cites or "", addressee or ""])

    def anchor(exact: str) -> Anchor:
        start = whole.index(exact)
        end = start + len(exact)
        return Anchor(
            whole,
            doc_id=f"doc-{number}",
            exact=exact,
            start=start,
            end=end,
            clean_start=start,
            clean_end=end,
        )

    return Statement(
        statement_id=f"st-{number}",
        doc_id=f"doc-{number}",
        source=None,
        cue=None,
        content=(anchor(words),),
        quoted=(anchor(quoted),) if quoted else (),
        form=Form.DIRECT if quoted else Form.INDIRECT,
        speech_act=SpeechAct.STATE,
        reporter_distance=ReporterDistance.NEUTRAL,
        sourcing_level=SourcingLevel.ON_RECORD_QUOTE,
        provenance=Provenance("test", "1", "test"),
        gist=words,
        chain=(anchor(cites),) if cites else (),
        addressee=anchor(addressee) if addressee else None,
        **given,
    )
