"""A brief in Markdown in which every line carries its source."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.record import (
    Actor,
    Document,
    Form,
    Money,
    SourcingLevel,
    SpeechAct,
    Stance,
    Statement,
)
from onrecord.show.brief_plans import Cited, Group
from onrecord.show.brief_stances import StanceLines
from onrecord.show.coming import Coming
from onrecord.show.days import in_words
from onrecord.show.plain import markdown, markdown_link, one_line
from onrecord.show.reviews import PERSON, vouched
from onrecord.show.words import SOURCING, act, many, who, words

SPEAKERS = 12
"""Speakers with a paragraph of their own; the others follow together."""
PER_SPEAKER = 6
TITLE = 160
"""Characters of a heading."""
UNNAMED = frozenset(
    {
        SourcingLevel.UNNAMED_DESCRIBED,
        SourcingLevel.UNNAMED_BARE,
        SourcingLevel.MEDIA_REPORTS,
        SourcingLevel.AGENTLESS,
    }
)
ABSENT = frozenset({SpeechAct.DECLINE_TO_COMMENT, SpeechAct.NO_POSITION, SpeechAct.DENY})


@dataclass(frozen=True)
class BriefInput:
    """What a brief is written from: the record's own entries, already filtered and in order.

    `elsewhere` are the documents that `plans` and `conflicts` cite beside its own.
    """

    documents: Sequence[Document]
    statements: Sequence[Statement]
    actors: Mapping[str, Actor]
    money: Sequence[Money]
    stances: Sequence[Stance] = ()
    confirmed_only: bool = False
    coming: Sequence[Coming] = ()
    plans: Sequence[Group] = ()
    conflicts: Sequence[Group] = ()
    elsewhere: Sequence[Document] = ()


class Brief:
    """Writes one brief; sources are numbered in the order in which the record holds them.

    It tells what the statements say that are not for review; of the others it gives the number.
    """

    def __init__(self, given: BriefInput) -> None:
        self.given = given
        self._sure = [item for item in given.statements if not item.for_review]
        self._cited_documents = [*given.documents, *given.elsewhere]
        self._texts = {document.doc_id: document.clean_text for document in self._cited_documents}
        self._numbers = {doc.doc_id: number for number, doc in enumerate(self._cited_documents, 1)}

    def write(self) -> str:
        """Give the brief as Markdown."""
        if not self.given.documents:
            return "# Brief\n\nThe record holds no document that fits.\n"
        parts = [
            *self._head(),
            *self._groups("What is on the table", self.given.plans),
            *self._stances(),
            *self._coming(),
            *self._groups("Where accounts do not agree", self.given.conflicts),
            *self._by_speaker(),
            *self._section(
                "Denials and refusals to answer", self._where(lambda s: s.speech_act in ABSENT)
            ),
            *self._section(
                "On unnamed or no sources", self._where(lambda s: s.sourcing_level in UNNAMED)
            ),
            *self._sums(),
            *self._sources(),
        ]
        return "\n".join(parts) + "\n"

    def _head(self) -> Iterator[str]:
        days = sorted(doc.published_on for doc in self.given.documents if doc.published_on)
        outlets = {
            doc.metadata.publisher.value for doc in self.given.documents if doc.metadata.publisher
        }
        period = _period(days[0], days[-1]) if days else "days of publication unknown"
        yield "# Brief"
        yield ""
        yield (
            f"{many(len(self.given.documents), 'document')} from {many(len(outlets), 'outlet')}, "
            f"{period}; {many(len(self._sure), 'statement')}. "
            f"{self._whose_word()} "
            "Words in quotation marks are the speaker's; other wording is the reporter's."
        )
        waiting = len(self.given.statements) - len(self._sure)
        if waiting:
            yield ""
            yield (
                f"Left out: {many(waiting, 'statement')} for review, found with little "
                "confidence. `onrecord statements --for-review` lists all that are."
            )

    def _whose_word(self) -> str:
        """Give on whose word the brief is."""
        if self.given.confirmed_only:
            return "Every entry was confirmed, corrected or added by a person."
        stated = any(item.provenance.review for item in self._sure)
        if stated or any(stance.provenance.review for stance in self.given.stances):
            return (
                f"Read by machine, but for what is marked {PERSON}: check the rest before printing."
            )
        return "Read by machine: check the words before printing."

    def _stances(self) -> Iterator[str]:
        """Give where the sides stand and what shifted, as far as it is not for review."""
        lines = StanceLines(self.given.documents, self.given.actors, self._cited_document)
        return lines.sections([stance for stance in self.given.stances if not stance.for_review])

    def _cited_document(self, doc_id: str) -> str:
        return _cited([self._numbers[doc_id]])

    def _where(self, keep: Callable[[Statement], bool]) -> list[Statement]:
        return [statement for statement in self._sure if keep(statement)]

    def _by_speaker(self) -> Iterator[str]:
        groups: dict[str, list[Statement]] = {}
        for statement in self._sure:
            actor = self.given.actors.get(statement.actor_id or "")
            if actor and statement.sourcing_level.startswith("L1"):
                groups.setdefault(actor.name, []).append(statement)
        ranked = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
        yield from ["", "## Who said what"]
        yield from self._paragraphs(ranked[:SPEAKERS])
        yield from self._others(ranked[SPEAKERS:])

    def _paragraphs(self, ranked: Sequence[tuple[str, list[Statement]]]) -> Iterator[str]:
        for name, statements in ranked:
            chosen = sorted(statements, key=_weight)[:PER_SPEAKER]
            yield from ["", f"### {markdown(name)}", ""]
            for statement in [s for s in statements if s in chosen]:
                yield self._line(statement)
            if len(statements) > len(chosen):
                rest = sorted({self._numbers[s.doc_id] for s in statements if s not in chosen})
                more = len(statements) - len(chosen)
                yield f"- {many(more, 'more statement')} on record {_cited(rest)}"

    def _others(self, ranked: Sequence[tuple[str, list[Statement]]]) -> Iterator[str]:
        """Name the speakers that have no paragraph of their own."""
        if ranked:
            yield from ["", "### Others on record", ""]
        for name, statements in ranked:
            cited = sorted({self._numbers[statement.doc_id] for statement in statements})
            yield f"- {markdown(name)}: {many(len(statements), 'statement')} {_cited(cited)}"

    def _section(self, title: str, statements: Sequence[Statement]) -> Iterator[str]:
        if statements:
            yield from ["", f"## {title}", ""]
            yield from (self._line(statement) for statement in statements)

    def _line(self, statement: Statement) -> str:
        actor = self.given.actors.get(statement.actor_id or "")
        name = markdown(who(statement, actor.name if actor else None))
        said = statement.said_on or "on a day not stated"
        text = markdown(words(statement, self._texts[statement.doc_id]))
        level = SOURCING[statement.sourcing_level]
        known_as = f"{statement.statement_id}{vouched(statement.provenance)}"
        return (
            f"- {said}: **{name}** {act(statement)}: {text} "
            f"({level}; {known_as}) {_cited([self._numbers[statement.doc_id]])}"
        )

    def _coming(self) -> Iterator[str]:
        """Give the deadlines that stand and the meetings to come, each in words of an article."""
        if self.given.coming:
            yield from ["", "## Due and planned", ""]
        for one in self.given.coming:
            at = one.anchor
            proof = self._texts[at.doc_id][at.clean_start : at.clean_end]
            yield (
                f"- {one.when or 'on a day not stated'}, {one.status}: **{markdown(one.title)}**: "
                f"{markdown(proof)} ({one.entry_id}) {_cited([self._numbers[at.doc_id]])}"
            )

    def _groups(self, title: str, groups: Sequence[Group]) -> Iterator[str]:
        """Give a section in which every group has a heading."""
        if groups:
            yield from ["", f"## {title}"]
        for group in groups:
            yield from ["", f"### {markdown(one_line(group.title, TITLE))}", ""]
            yield from [markdown(group.note), ""] if group.note else []
            yield from map(self._cited_line, group.lines)

    def _cited_line(self, line: Cited) -> str:
        text = self._texts[line.doc_id]
        said = " … ".join(text[at.clean_start : at.clean_end] for at in line.words)
        note = f", {markdown(line.note)}" if line.note else ""
        known_as = f"{f'{markdown(line.by)}; ' if line.by else ''}{line.entry_id}{line.mark}"
        return (
            f"- {line.when or 'on a day not stated'}: **{markdown(line.title)}**{note}: "
            f"{markdown(said)} ({known_as}) {_cited([self._numbers[line.doc_id]])}"
        )

    def _sums(self) -> Iterator[str]:
        if self.given.money:
            yield from ["", "## Sums of money named", ""]
        for sum_ in self.given.money:
            at = sum_.anchor
            yield (
                f"- …{markdown(at.prefix)} **{markdown(at.exact)}** {markdown(at.suffix)}… "
                f"({sum_.money_id}) {_cited([self._numbers[at.doc_id]])}"
            )

    def _sources(self) -> Iterator[str]:
        yield from ["", "## Sources", ""]
        for document, number in zip(self._cited_documents, self._numbers.values(), strict=True):
            about = document.metadata
            title = about.title.value if about.title else document.name
            outlet = markdown(about.publisher.value) if about.publisher else "outlet unknown"
            link = markdown_link(title, about.url.value if about.url else None)
            yield (
                f"{number}. {link}, {outlet}, {document.published_on or 'day unknown'} "
                f"({document.doc_id}, {markdown(document.name)})"
            )


def _cited(numbers: Iterable[int]) -> str:
    return "".join(f"\\[{number}\\]" for number in numbers)


def _weight(statement: Statement) -> tuple[int, str]:
    """Order by what a reader needs first: acts that tell more than “said”, then verbatim words."""
    direct = statement.form in {Form.DIRECT, Form.MIXED}
    telling = statement.speech_act is not SpeechAct.STATE
    return -(2 * telling + direct), statement.statement_id


def _period(first: str, last: str) -> str:
    return in_words(first if first == last else f"{first}/{last}")
