"""Tables for people."""

from collections.abc import Iterable, Mapping

from rich.table import Table
from rich.text import Text

from onrecord.analyse import Moment, MomentKind
from onrecord.record import Actor, Document, Statement
from onrecord.show.plain import one_line
from onrecord.show.reviews import mark
from onrecord.show.words import act, confidence, rounded, who

WORDS_SHOWN = 160


def short(entry_id: str) -> str:
    """Give an id as tables print it; `onrecord show` takes it."""
    kind, _, digits = entry_id.partition("-")
    return f"{kind}-{digits[:8]}"


def table(*headings: str) -> Table:
    """Give an empty table; words and titles take the width that is left."""
    made = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    for heading in headings:
        wide = heading in {"words", "title"}
        made.add_column(
            heading,
            ratio=1 if wide else None,
            no_wrap=not wide,
            overflow="fold" if wide else "ellipsis",
        )
    return made


def documents_table(documents: Iterable[tuple[Document, int]]) -> Table:
    """Give the documents, each with its number of statements."""
    made = table("id", "published", "outlet", "title", "statements")
    for document, statements in documents:
        about = document.metadata
        made.add_row(
            short(document.doc_id),
            document.published_on or Text("unknown", style="dim"),
            one_line(about.publisher.value, 24)
            if about.publisher
            else Text("unknown", style="dim"),
            Text(one_line(about.title.value if about.title else document.name)),
            str(statements),
        )
    return made


def statements_table(statements: Iterable[Statement], actors: Mapping[str, Actor]) -> Table:
    """Give statements: when, who, what act, which words, on which sourcing.

    Where people decided on some, or some are for review, a column marks the one with `◆`, the
    other with `?` and their confidence.
    """
    rows = list(statements)
    marks = [mark(row.provenance) or _doubt(row.for_review, confidence(row)) for row in rows]
    review = ["review"] if any(marks) else []
    made = table("id", "said on", "speaker", "act", *review, "words", "sourcing")
    for statement, marked in zip(rows, marks, strict=True):
        actor = actors.get(statement.actor_id or "")
        made.add_row(
            short(statement.statement_id),
            statement.said_on or Text("unknown", style="dim"),
            Text(one_line(who(statement, actor.name if actor else None), 28)),
            act(statement),
            *[marked for _ in review],
            Text(one_line(statement.gist, WORDS_SHOWN)),
            statement.sourcing_level.split("_")[0],
        )
    return made


def _doubt(for_review: bool, confidence: str) -> str:
    """Give `? 0.31` for what is for review, nothing for what is sure."""
    return f"? {confidence}" if for_review else ""


SIGNS = {MomentKind.PUBLISHED: "article", MomentKind.SAID: "said", MomentKind.NAMED: "names day"}


def timeline_table(moments: Iterable[Moment], actors: Mapping[str, Actor]) -> Table:
    """Give the course of events.

    Where some of it is for review, a column marks that with `?` and its confidence.
    """
    rows = list(moments)
    review = ["review"] if any(moment.for_review for moment in rows) else []
    made = table("when", "what", "who", *review, "words", "id")
    last = ""
    for moment in rows:
        actor = actors.get(moment.actor_id or "")
        made.add_row(
            "" if moment.edtf == last else moment.edtf,
            Text(SIGNS[moment.kind], style="dim" if moment.kind is MomentKind.NAMED else ""),
            Text(one_line(actor.name, 28)) if actor else "",
            *[f"? {rounded(moment.confidence)}" if moment.for_review else "" for _ in review],
            Text(one_line(moment.words, WORDS_SHOWN), style=_style(moment)),
            short(moment.entry_id),
        )
        last = moment.edtf
    return made


def _style(moment: Moment) -> str:
    return "bold" if moment.kind is MomentKind.PUBLISHED else ""
