"""Stories and utterances for people."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.analyse.copies import Independence, Outlets, Story, Wording, word_differences
from onrecord.record import Actor, RelationKind
from onrecord.show.plain import one_line
from onrecord.show.sources import Shared, Told, Uttered
from onrecord.show.words import act, many, who

NEW_SHOWN = 3
"""New and changed sentences of a copy that are shown; --json gives all."""
WIDTH = 110
"""Characters of a sentence in a list."""
RELATIONS = {
    RelationKind.COPY: "copy",
    RelationKind.LIGHT_EDIT: "edited copy",
    RelationKind.REWRITE: "rewrite",
    RelationKind.BACKGROUND_ONLY: "shared background",
    RelationKind.UNRELATED: "unrelated",
}


def story_text(story: Story, told: Iterable[Told], outlets: Outlets) -> Iterator[RenderableType]:
    """Give a story: whose it is, then each document with why it is there and what is new in it."""
    whose = outlets.name(story.source) if story.source else "outlet unknown"
    yield Text.assemble((whose, "bold"), "" if story.sure else "  (perhaps several sources)")
    for each in told:
        yield from (Padding(line, (0, 0, 0, 2)) for line in _told(each, outlets))


def _told(told: Told, outlets: Outlets) -> Iterator[Text]:
    imprint = told.member.origin.imprint
    outlet = outlets.of(imprint.doc_id)
    title = one_line(imprint.title or imprint.name, WIDTH)
    where = f"{outlets.name(outlet) if outlet else 'outlet unknown'}, "
    yield Text(f"{imprint.published_on or 'day unknown'}  {where}{title}  {imprint.doc_id}")
    relation = told.member.relation
    if relation:
        kind = RELATIONS[relation.kind]
        yield Text(f"  {kind} of {relation.earlier}: {relation.reason}", style="cyan")
        yield from _some("new", [one_line(anchor.exact, WIDTH) for anchor in told.new])
        yield from _some("changed", list(map(_changed, told.changed)))
    if told.repeats:
        where_else = sorted({id_ for _, ids in told.repeats for id_ in ids})
        passages = many(len(told.repeats), "sentence")
        yield Text(f"  repeats {passages} of {', '.join(where_else)}", style="dim")


def _changed(shared: Shared) -> str:
    """Give the words of a sentence that are not those of the earlier one, and the sentence."""
    found = word_differences(shared.later.exact, shared.earlier.exact)
    words = ", ".join(f"“{each.own}”, there “{each.others}”" for each in found)
    return one_line(f"{words}: {shared.later.exact}", WIDTH)


def _some(label: str, lines: list[str]) -> Iterator[Text]:
    for line in lines[:NEW_SHOWN]:
        yield Text(f"  {label}: {line}", style="green")
    if len(lines) > NEW_SHOWN:
        yield Text(f"  {label}: {len(lines) - NEW_SHOWN} more", style="green")


def count(independence: Independence) -> str:
    """Say how many independent sources there are.

    A rewrite that credits nobody may be a report of its own: then the number is open.
    """
    least, most = independence.at_least, independence.at_most
    if least == most:
        return many(least, "independent source")
    return f"{least} to {many(most, 'independent source')}"


def titled(
    uttered: Uttered, actors: Mapping[str, Actor], outlets: Outlets
) -> Iterator[RenderableType]:
    """Give an utterance under its speaker and his words."""
    first = uttered.utterance.reports[0]
    actor = actors.get(first.actor_id or "")
    said = f"{first.said_on or 'day unknown'}  {who(first, actor.name if actor else None)}"
    yield Text.assemble((f"{said} {act(first)}: ", "bold"), one_line(first.gist, WIDTH))
    yield from uttered_text(uttered, outlets)


def uttered_text(uttered: Uttered, outlets: Outlets) -> Iterator[RenderableType]:
    """Give the reports of an utterance: its sources with reasons, its wordings side by side."""
    yield Text(
        f"{many(len(uttered.utterance.reports), 'report')}, {count(uttered.independence)}", "bold"
    )
    reports = {each.statement_id: each for each in uttered.utterance.reports}
    for source in uttered.independence.sources:
        printed = (outlets.of(reports[id_].doc_id) for id_ in source.reports)
        names = dict.fromkeys(outlets.name(key) if key else "outlet unknown" for key in printed)
        yield Text(f"  {source.name}: {', '.join(source.reports)} ({', '.join(names)})")
        for reason in dict.fromkeys(tie.reason for tie in source.ties):
            yield Text(f"    because {reason}", style="dim")
    if len(uttered.wordings) > 1:
        yield from map(_wording, uttered.wordings)


def _wording(wording: Wording) -> Text:
    said = one_line(wording.words, 2 * WIDTH)
    line = Text(
        f"  {said if wording.quoted else f'(reporter) {said}'}  {', '.join(wording.reports)}"
    )
    for each in wording.differences:
        own, others = each.own or "nothing", each.others or "nothing"
        what = f"  “{own}” where others have “{others}”"
        line.append(
            what + (", the odd one out" if each.odd else ""), "bold red" if each.odd else "yellow"
        )
    return line
