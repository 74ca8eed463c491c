"""Meetings and deadlines for people."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.table import Table
from rich.text import Text

from onrecord.analyse.deadlines import Course
from onrecord.analyse.meetings import Gathering, side_accounts
from onrecord.record import Anchor, Deadline, Meeting
from onrecord.show.occasions import Occasions
from onrecord.show.plain import one_line
from onrecord.show.tables import WORDS_SHOWN, short, table

DIM = "dim"
NAMES, PLACE = 34, 20
"""Characters of names and of a place in a table."""


def meetings_table(found: Iterable[Gathering], asked: Occasions) -> Table:
    """Give meetings: when, what, how far it has come, who, where, in which words of which article.

    Dates that disagree stand one under the other.
    """
    made = table("when", "type", "status", "who", "where", "words", "id")
    for one in found:
        last = one.history[-1].account
        status = Text(plain(one.status))
        if one.disputed:
            status.append("\n(denied by some)", style=DIM)
        made.add_row(
            Text("\n".join(_days(one)) or "day unknown"),
            plain(one.type),
            status,
            Text(one_line(asked.names(one.participants), NAMES)),
            Text(one_line(one.place or "", PLACE)),
            _words(last, asked),
            short(one.meeting_id),
        )
    return made


def _days(one: Gathering) -> list[str]:
    """Give the date that stands, and those that exclude it."""
    return [each.edtf for each in one.dates] if one.dates_disagree else [one.date or ""]


def _words(account: Meeting | Deadline, asked: Occasions) -> Text:
    words = one_line(" … ".join(anchor.exact for anchor in account.evidence), WORDS_SHOWN)
    return Text.assemble(words, (f"\n{asked.source(account)}", DIM))


def plain(code: str | None) -> str:
    """Give a code in plain words: `under way`."""
    return (code or "unknown").replace("_", " ")


def account_lines(one: Gathering, asked: Occasions) -> Iterator[Text]:
    """Give a meeting and the accounts of it side by side, each with what it leaves out."""
    who = one_line(asked.names(one.participants))
    where = f", {one_line(one.place)}" if one.place else ""
    yield Text.assemble(
        (f"{one.date or 'day unknown'} {plain(one.type)}", "bold"),
        f" {who}{where}: {plain(one.status)} ",
        (short(one.meeting_id), DIM),
    )
    for each in side_accounts(one, asked.sides):
        account = each.account
        side = asked.name(each.side) if each.side else "the reporter"
        words = one_line(" … ".join(anchor.exact for anchor in account.evidence), WORDS_SHOWN)
        yield Text.assemble(
            f"  {one_line(side)}: {plain(account.status)}, {account.date or 'no date'}: ",
            f"“{words}” ",
            (f"{asked.source(account)} {short(account.meeting_id)}", DIM),
        )
        for name, values in each.left_out:
            shown = asked.names(values) if name == "participants" else ", ".join(values)
            yield Text(f"    leaves out {name}: {one_line(shown, WORDS_SHOWN)}", style=DIM)


def deadlines_table(found: Iterable[Course], asked: Occasions, day: date) -> Table:
    """Give deadlines as they stand on a day: due when, set by whom for whom to do what.

    Days that accounts disagree on stand one under the other, the one that holds first.
    """
    made = table("due", "status", "set by", "for", "act", "words", "id")
    for one in found:
        standing = one.standing(day)
        status = Text(plain(standing.status))
        if standing.outcome and standing.outcome != standing.status:
            status.append(f"\n({plain(standing.outcome)})", style=DIM)
        if one.firmness:
            status.append(f"\n{one.firmness}", style=DIM)
        made.add_row(
            Text("\n".join(_dues(one, standing.due))),
            status,
            Text(one_line(asked.name(one.set_by), NAMES)),
            Text(one_line(asked.names(one.addressees), NAMES)),
            plain(one.act_required) if one.act_required else "",
            _words(_last(one), asked),
            short(one.deadline_id),
        )
    return made


def _last(one: Course) -> Deadline:
    """Give the account that set it or moved it last, else the first."""
    moved = [each.account for each in one.extensions]
    return moved[-1] if moved else one.accounts[0]


def _dues(one: Course, standing: str | None) -> list[str]:
    """Give the day that holds, those before it, and those that an account gave beside it."""
    others = [f"({due})" for due, _ in one.dues if due != standing]
    return [standing or "day unknown", *others]


def course_lines(one: Course, asked: Occasions, day: date) -> Iterator[Text]:
    """Give a deadline with its history, its accounts and the remarks that moved nothing."""
    yield Text.assemble((f"{asked.name(one.set_by)}, {one.standing(day).due}", "bold"))
    for since, standing in one.history(day):
        outcome = f" ({plain(standing.outcome)})" if standing.outcome else ""
        yield Text(f"  {since} {plain(standing.status)}, due {standing.due}{outcome}")
    for account in one.accounts:
        words = _joined(account.evidence)
        yield Text.assemble(
            f"  {plain(account.step)} {account.due or ''}: “{words}” ",
            (f"{asked.source(account)} {short(account.deadline_id)}", DIM),
        )
        for remark in account.remarks:
            yield Text(f"    moves nothing: “{_joined((remark,))}”", style=DIM)


def _joined(anchors: Sequence[Anchor]) -> str:
    return one_line(" … ".join(anchor.exact for anchor in anchors), WORDS_SHOWN)
