"""The day on which something was said, from the words around the cue (rules 1, 7 and 8)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class CueTense(StrEnum):
    """The tense of the cue: "said", "say", "has said", "saying"."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "present perfect"
    NONE = "no finite verb"


class Dated(NamedTuple):
    """A time expression in the clause of the cue, outside what was said: its words and its date."""

    words: str
    edtf: str | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class SaidOnClues:
    """What the day of an utterance can be told from.

    `dated` stand nearest to the cue first. `previous` is the day of the previous statement of the
    same speaker or of the paragraph (EDTF), of the main clause's for "saying" and "adding". `lead`
    is the day of the document's first dated statement, where that is the news of the day. `since`
    is the day of the latest event that is told with it or before it. `occasion` is the day of the
    whole text, of a press release or an interview.
    """

    published: date | None
    tense: CueTense = CueTense.PAST
    dated: tuple[Dated, ...] = ()
    previous: str | None = None
    by_author: bool = False
    lead: str | None = None
    since: date | None = None
    occasion: date | None = None


class SaidOn(NamedTuple):
    """The day of an utterance in EDTF, None where nothing bounds it, and why."""

    edtf: str | None
    basis: str


def said_on(clues: SaidOnClues) -> SaidOn:
    """Give the day of an utterance.

    In this order: a date in the clause of the cue that is not after publication; the author's own
    voice, on the day of publication; the day of a press release or an interview; the present and
    the perfect, at the latest on the day of publication; the day of the previous statement; that of
    the article's lead; else at the latest on the day of publication, and not before the event that
    it tells of.

    >>> friday = Dated("Friday", "2025-11-21", "weekday, past")
    >>> said_on(SaidOnClues(date(2025, 11, 21), dated=(friday,)))
    SaidOn(edtf='2025-11-21', basis='“Friday” beside the cue: weekday, past')
    >>> said_on(SaidOnClues(date(2025, 11, 27), tense=CueTense.PERFECT)).edtf
    '[..2025-11-27]'
    """
    own = next((found for found in clues.dated if usable(found.edtf, clues.published)), None)
    if own:
        return SaidOn(_one_day(own.edtf or "", clues.published), _because(own))
    if not clues.published:
        return SaidOn(clues.previous, _PREVIOUS) if clues.previous else _UNKNOWN
    if clues.by_author:
        return SaidOn(str(clues.published), "the author's own voice: the day of publication")
    return _undated(clues, clues.published)


def _undated(clues: SaidOnClues, published: date) -> SaidOn:
    """Give the day of an utterance without a date of its own."""
    if clues.occasion and clues.tense is not CueTense.PERFECT:
        return SaidOn(str(clues.occasion), "no date beside the cue: the day of the whole text")
    if clues.tense in {CueTense.PRESENT, CueTense.PERFECT}:
        return _bounded(clues, published, f"{clues.tense}, no date beside the cue")
    if clues.previous:
        return SaidOn(clues.previous, f"no date beside the cue: as {_PREVIOUS}")
    if clues.lead and not (clues.since and str(clues.since) > clues.lead):
        return SaidOn(clues.lead, "no date beside the cue: as the news that the article leads with")
    return _bounded(clues, published, "no date: at the latest on the day of publication")


def _bounded(clues: SaidOnClues, published: date, why: str) -> SaidOn:
    """Give the days from the event that is told to that of publication (rule 7)."""
    if clues.since is None or clues.since > published:
        return SaidOn(f"[..{published}]", why)
    why += f"; after what it tells of {clues.since}"
    if clues.since == published:
        return SaidOn(str(published), why)
    return SaidOn(f"[{clues.since}..{published}]", why)


_PREVIOUS = "the speaker's previous statement, or the one that the words go on from"
_UNKNOWN = SaidOn(None, "no date and no publication date")


def _because(found: Dated) -> str:
    """Give the words and the rule that dated them."""
    return f"“{found.words}” beside the cue" + (f": {found.rule}" if found.rule else "")


def usable(edtf: str | None, published: date | None) -> bool:
    """Tell whether the date can be that of an utterance already reported."""
    first = (edtf or "").lstrip("[.").partition("..")[0][:10]
    if not first[:4].isdigit() or (edtf or "").endswith("..]"):
        return False
    return published is None or first <= str(published)[: len(first)]


def _one_day(edtf: str, published: date | None) -> str:
    """Give an interval ("last week") as one day of it, at the latest that of publication."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return edtf
    last = min(last, str(published)) if published and len(last) == len("2027-04-12") else last
    return f"[{first}..{last}]"
