"""The table of patterns by which words of a cue or a content tell of a speech act."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from onrecord.extract.acts.clauses import Side
from onrecord.extract.acts.deeds import Done, deeds
from onrecord.extract.words import word_list
from onrecord.record import Span, SpeechAct

OWN = "i|we|he|she|it|they|i['’]ve|we['’]ve|they['’]ve"
"""Words for the speaker's own side; a name that is known for it may be met as well."""
ADVERBS = r"(?:(?:\w+ly|also|now|still|again|ever|always|just|only|even|yet|already|been) ){0,2}"


COMMITTING = frozenset({SpeechAct.ACCEPT, SpeechAct.OFFER, SpeechAct.ENDORSE, SpeechAct.REFUSE})
_UNDER_IF = re.compile(r"\W*(?:if|unless|once|when)\b[^,;.?!]*$", re.IGNORECASE)
"""What comes before words that stand in an opening condition: `[If they had not] accepted it`."""
_NAMED = re.compile(
    r"\b(?!(?:We|I|He|She|They|It|Who)\b)([A-Z][\w’'-]*) "
    r"(?:\w+ly |also |now |still |again |already |has |have |had )?$"
)
"""A name directly before a verb, adverbs between; a pronoun is none."""
_DONE = re.compile(
    r"(?:ha[sd] |have )?(?:reject|rul|oppos|accept|agree|endors|back|support)\w*\b", re.IGNORECASE
)
"""Verbs of committing oneself, in a form that has a subject before it."""
EARLY = 160
"""Code points from which words no longer decide what a whole content does, where a rule says so."""


@dataclass(frozen=True, slots=True)
class ActRule:
    """A line of `words/speech_acts.toml`; where it has words, too, a clause decides."""

    sets: SpeechAct | None
    cue: re.Pattern[str] | None
    content: re.Pattern[str] | None
    clauses: frozenset[SpeechAct]
    acts: frozenset[str]
    direct: bool
    early: bool


@dataclass(frozen=True)
class Words:
    """A statement's words: its cue, its content, what of it is quoted, and who speaks."""

    cue: str
    content: str
    quoted: str
    side: Side

    def deed(self, acts: frozenset[SpeechAct]) -> Done | None:
        """Give the first clause of the content that does one of these."""
        return next((done for done in self.deeds if done.act in acts), None)

    @cached_property
    def deeds(self) -> tuple[Done, ...]:
        """What the clauses of the content do."""
        return tuple(deeds(self.content, self.side))


@cache
def rules() -> tuple[ActRule, ...]:
    """Give the table in its order."""
    return tuple(_rule(row) for row in word_list("speech_acts")["rules"])


def _rule(row: Mapping[str, Any]) -> ActRule:
    return ActRule(
        sets=SpeechAct(row["sets"]) if "sets" in row else None,
        cue=_pattern(row["cue"]) if "cue" in row else None,
        content=_pattern(row["content"]) if "content" in row else None,
        clauses=frozenset(SpeechAct(act) for act in row.get("clauses", [])),
        acts=frozenset(row.get("act", [])),
        direct=bool(row.get("direct")),
        early=bool(row.get("early")),
    )


def _pattern(text: str) -> re.Pattern[str]:
    for name, words in _macros().items():
        text = text.replace(f"{{{name}}}", words)
    return re.compile(text, re.IGNORECASE)


@cache
def _macros() -> Mapping[str, str]:
    data = word_list("acts")
    lists = {**data["verbs"], **data["words"], "times": data["times"]["words"]}
    macros = {name: _any_of(words) for name, words in lists.items()}
    return {**macros, "own": OWN, "adv": ADVERBS}


def _any_of(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _is_of_another(words: Words, place: int) -> bool:
    """Tell whether what commits somebody stands under an `if`, or behind a name of no own side.

    `“[Chile] rejected all of it,” said the envoy of Peru`: he refuses nothing.
    """
    before = words.content[:place]
    if _UNDER_IF.match(before):
        return True
    named = _NAMED.search(before)
    own = named and any(named[1].lower().startswith(name) for name in words.side.names)
    return named is not None and not own and bool(_DONE.match(words.content, place))


def matched(rule: ActRule, own: SpeechAct, words: Words) -> Done | None:
    """Give what a rule makes of a statement, None where it does not fit.

    The span is that of the deciding words in the content, empty where the cue decided.
    """
    if rule.acts and own not in rule.acts:
        return None
    if rule.cue and not rule.cue.match(words.cue):
        return None
    if rule.clauses:
        told = rule.content is None or rule.content.search(words.content)
        return words.deed(rule.clauses) if told else None
    assert rule.sets is not None
    if rule.content is None:
        return Done(rule.sets, Span(0, 0))
    found = rule.content.search(words.content)
    if (
        found is None
        or (rule.sets in COMMITTING and _is_of_another(words, found.start()))
        or (rule.early and found.start() > EARLY)
        or (rule.direct and found.group() not in words.quoted)
    ):
        return None
    return Done(rule.sets, Span(found.start(), found.end()))
