"""How far a meeting has come: by the verb group before its words, and by its day."""

from collections.abc import Sequence
from datetime import date

from onrecord.extract.language import FINITE, Parsed, Word
from onrecord.extract.meetings.triggers import BE, INVITE, NOUN, Trigger
from onrecord.extract.meetings.vocabulary import first_of, has, words_of
from onrecord.extract.parties import Window
from onrecord.record import MeetingStatus, ParagraphKind
from onrecord.record.edtf import first_bounds

GROUP = 9
"""Words before a verb among which its auxiliaries stand: `is scheduled to travel … to meet`."""
NEAR = 5
"""Words before a noun among which `no`, `planned` and `after` stand."""
BEHIND = 14
"""Words behind a noun among which its verb stands: `talks in Oslo on Monday were cancelled`."""
LISTS = (
    ("cancelled", MeetingStatus.CANCELLED),
    ("postponed", MeetingStatus.POSTPONED),
    ("offered", MeetingStatus.OFFERED),
    ("proposed", MeetingStatus.PROPOSED),
    ("scheduled", MeetingStatus.SCHEDULED),
    ("planned", MeetingStatus.PLANNED),
)
"""Of several that hold, the first: `will be cancelled` is cancelled."""
CHANGED = ("cancelled", "postponed")
"""Lists of words that take back what was told."""


class Progress:
    """Tells the status of meetings in one document that was published on a day."""

    def __init__(self, parsed: Parsed, published: date | None) -> None:
        self._parsed = parsed
        self._published = published

    def of(self, trigger: Trigger, window: Window, edtf: str | None) -> MeetingStatus | None:
        """Give the status, None where the words deny the meeting, or tell of none."""
        side = self._side(edtf)
        if self._is_hypothetical(window, verb=trigger.kind != NOUN):
            return None
        if trigger.kind == NOUN:
            return self._of_noun(trigger, window, side)
        if trigger.kind == INVITE:
            return None if self._is_denied(trigger, window) else MeetingStatus.PROPOSED
        return self._of_verb(trigger, window, side)

    def _side(self, edtf: str | None) -> int | None:
        """Give -1 for a time that is over, 1 for one to come, 0 for the day itself, or None."""
        first, last = first_bounds(edtf)
        if self._published is None or edtf is None:
            return None
        if first and first > self._published:
            return 1
        return -1 if last and last < self._published else 0

    def _is_hypothetical(self, window: Window, *, verb: bool) -> bool:
        """Tell `if they meet`, `before he met`: nobody says that they have, or will."""
        at = window.first - 1
        opener = self._parsed.words[at].lower if at >= window.sentence.first else ""
        return opener in words_of("status", "unless") and (verb or opener in {"if", "unless"})

    def _before(self, trigger: Trigger, window: Window, reach: int) -> Sequence[Word]:
        return self._parsed.words[max(window.first, trigger.first - reach) : trigger.first]

    def _is_denied(self, trigger: Trigger, window: Window) -> bool:
        before = self._before(trigger, window, NEAR)
        return has(before, "denied") or has(before, "refused")

    def _of_verb(self, trigger: Trigger, window: Window, side: int | None) -> MeetingStatus | None:
        if self._is_denied(trigger, window):
            return None
        verb = self._parsed.words[trigger.first]
        group = self._group(trigger, window)
        cue = _listed(group)
        if trigger.kind == BE and verb.lemma == "expect":
            return MeetingStatus.PLANNED if verb.tag == "VBN" else None
        if self._is_only_wished(trigger, group):
            return MeetingStatus.OFFERED
        if verb.tag in {"VBD", "VBN"} and not (cue and any(w.tag == "MD" for w in group)):
            return self._told(group, verb, cue)
        if verb.tag == "VBG":
            over = trigger.first and self._parsed.words[trigger.first - 1].lower == "after"
            return MeetingStatus.HELD if over else self._going_on(group, side)
        if verb.tag in {"VBZ", "VBP"}:
            return self._present(window, side)
        purpose = any(w.lower == "to" for w in group)
        return cue or (self._purpose(trigger, window, side) if purpose else None)

    def _is_only_wished(self, trigger: Trigger, group: Sequence[Word]) -> bool:
        """Tell `I [would] meet her`: who says so of himself offers it, and nobody has agreed."""
        if not group or [word.lower for word in group if word.tag == "MD"] != ["would"]:
            return False
        before = self._parsed.words[max(trigger.first - GROUP, 0) : group[0].at]
        return bool(before) and before[-1].lower in {"i", "we"}

    def _purpose(self, trigger: Trigger, window: Window, side: int | None) -> MeetingStatus | None:
        """Give the status of `travelled to Oslo to meet`: that of the journey."""
        before = self._parsed.words[window.first : trigger.first]
        going = words_of("status", "going")
        journey = next((w for w in reversed(before) if w.lemma in going), None)
        if journey and journey.tag in {"VBD", "VBN"}:
            return MeetingStatus.HELD
        if journey and (cue := _listed(before)):
            return cue
        return self._by_day(side)

    def _told(
        self, group: Sequence[Word], verb: Word, cue: MeetingStatus | None
    ) -> MeetingStatus | None:
        """Give the status of a past form: `had met` is over, `was to be met` is to come."""
        passive = any(w.lemma == "be" for w in group)
        if verb.tag == "VBN" and not passive and not any(w.lemma == "have" for w in group):
            return MeetingStatus.HELD if verb.lemma != "expect" else None
        return (
            cue if cue and passive and any(w.lower == "to" for w in group) else (MeetingStatus.HELD)
        )

    def _going_on(self, group: Sequence[Word], side: int | None) -> MeetingStatus | None:
        if not any(w.lemma == "be" for w in group):
            return None
        past = any(w.tag == "VBD" for w in group)
        if side == 1:
            return MeetingStatus.SCHEDULED
        return MeetingStatus.HELD if past else MeetingStatus.UNDER_WAY

    def _present(self, window: Window, side: int | None) -> MeetingStatus | None:
        if side == 1:
            return MeetingStatus.SCHEDULED
        headline = window.sentence.kind is ParagraphKind.HEADLINE
        return MeetingStatus.HELD if headline or side == -1 else None

    def _by_day(self, side: int | None) -> MeetingStatus | None:
        if side is None:
            return None
        return MeetingStatus.HELD if side < 0 else MeetingStatus.SCHEDULED

    def _group(self, trigger: Trigger, window: Window) -> Sequence[Word]:
        """Give the verb group before a verb: what links it to its subject, no noun between."""
        words: list[Word] = []
        for word in reversed(self._before(trigger, window, GROUP)):
            nominal = word.pos in {"NOUN", "PROPN", "PRON"} and word.tag != "EX"
            if (nominal and word.lemma not in {"plan", "proposal", "offer"}) or word.text == ",":
                break
            words.insert(0, word)
        return words

    def _of_noun(self, trigger: Trigger, window: Window, side: int | None) -> MeetingStatus | None:
        before = self._before(trigger, window, NEAR)
        behind = self._parsed.words[trigger.last : min(window.last, trigger.last + BEHIND)]
        if has(before, "denied"):
            return None
        for words in (before, self._predicate(behind), self._undone(behind)):
            if cue := _listed(words, first=CHANGED):
                return cue
        if cue := _listed(self._own(before)):
            return cue if side != -1 else MeetingStatus.HELD
        if side == 1:
            return self._ahead(before, behind)
        if has(before, "past") or self._is_behind(before):
            return MeetingStatus.HELD
        if cue := _listed(before):
            return cue if side != -1 else MeetingStatus.HELD
        return self._by_verb(before, behind, side)

    def _undone(self, behind: Sequence[Word]) -> Sequence[Word]:
        """Give the passive verb behind what describes a noun: `talks set for May [were moved]`."""
        for place, word in enumerate(behind):
            if word.tag in FINITE and word.pos == "VERB":
                return ()
            passive = any(w.lemma == "be" for w in behind[max(place - 2, 0) : place])
            if passive and word.tag == "VBN" and _listed(behind[place:], CHANGED):
                return behind[place : place + NEAR]
        return ()

    def _own(self, before: Sequence[Word]) -> Sequence[Word]:
        """Give the words of a noun's own phrase before it: `the [planned] summit`."""
        place = max(
            (i for i, w in enumerate(before) if w.pos not in {"ADJ", "NOUN", "PROPN", "NUM"}),
            default=-1,
        )
        words = before[place + 1 :]
        verb = before[place] if place >= 0 else None
        return [verb, *words] if verb and verb.tag == "VBN" and place else words

    def _ahead(self, before: Sequence[Word], behind: Sequence[Word]) -> MeetingStatus:
        return _listed(before) or _listed(self._predicate(behind)) or MeetingStatus.SCHEDULED

    def _is_behind(self, before: Sequence[Word]) -> bool:
        """Tell `after the talks`, `at a summit in Oslo`: it has been."""
        link = next((w for w in reversed(before) if w.pos in {"ADP", "SCONJ"}), None)
        return (
            (link is not None and link.lower in words_of("status", "behind"))
            or any(w.lower == "following" for w in before)
        ) and not any(w.tag == "MD" for w in before)

    def _predicate(self, behind: Sequence[Word]) -> Sequence[Word]:
        """Give the words behind a noun from its own verb on, none where another noun takes over."""
        verbs = (i for i, w in enumerate(behind) if w.pos in {"VERB", "AUX"} or w.lower == "open")
        place = next(verbs, None)
        return behind[place : place + NEAR] if place is not None else ()

    def _by_verb(
        self, before: Sequence[Word], behind: Sequence[Word], side: int | None
    ) -> MeetingStatus | None:
        after = self._predicate(behind)
        place = first_of(before, "held")
        verbs = [*before[place : place + 1]] if place is not None else []
        verbs = [w for w in verbs if w.pos in {"VERB", "AUX"}]
        told = [*after, *before[-NEAR:]]
        modal = any(w.tag == "MD" or _is_to(w, told) for w in told)
        if cue := _listed(after):
            return cue if modal or side != -1 else MeetingStatus.HELD
        told = [w for w in (*verbs, *after) if w.tag in {"VBD", "VBN"}]
        if told and not modal and (verbs or has(after, "held") or side in {-1, 0}):
            return MeetingStatus.HELD
        if has(after, "running") or (after and not modal and self._opens(after[0])):
            return MeetingStatus.UNDER_WAY if side != -1 else MeetingStatus.HELD
        return MeetingStatus.HELD if side == -1 else None

    def _opens(self, verb: Word) -> bool:
        """Tell `talks [open] in Oslo`: it is told as it happens."""
        told = verb.tag in {"VBZ", "VBP"} or verb.lower == "open"
        return told and verb.lemma in words_of("occasions", "begins")


def _is_to(word: Word, told: Sequence[Word]) -> bool:
    """Tell a `to` of what is to come from that of `failed to agree`."""
    failed = any(w.at == word.at - 1 and w.lemma == "fail" for w in told)
    return word.lower == "to" and not failed


def _listed(words: Sequence[Word], first: Sequence[str] = ()) -> MeetingStatus | None:
    """Give the status whose words stand here, the first of the order."""
    unsure = first_of(words, "uncertain") is not None
    for name, status in LISTS:
        undone = name in {"cancelled", "postponed"}
        if (not first or name in first) and has(words, name) and not (undone and unsure):
            return status
    return None
