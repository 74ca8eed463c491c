"""To which verb of its sentence a time belongs: the cue's, or another one's."""

from onrecord.extract.language import FINITE, Parsed, Word
from onrecord.extract.occasions import is_utterance
from onrecord.record import Span

RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Penn Treebank tags of `which`, `who`, `whose`, `when`, `where`."""
REASONS = frozenset({"given", "because", "although", "though", "whereas"})
"""They open a clause whose verb its time belongs to: `asked, [given] that it signed in May`."""
NOUNS = frozenset({"NN", "NNS", "POS", "JJ"})
NEXT = 3
"""Words after a time in which its noun stands: `the Sept. 11 memorial ceremony`."""
NEAR = 4
"""Words between a year and the cue that it dates: `said in an interview in 2010`."""
HAVE = frozenset({"has", "have"})
CLAUSE = 14
"""Words before a verb in which its auxiliary may stand: `has gone further and vowed`."""
STOPS = frozenset({",", ";", "–", "—", "-", ":"})
RUNS = frozenset({";"})
"""Marks between main clauses: `On Monday two boats collided; the coast guard said …`."""


def dates_another_verb(parsed: Parsed, place: Span, cue: Span | None) -> bool:
    """Tell whether a time belongs to another verb than the cue's, in the same sentence.

    To that of a relative clause that does not hold the cue (`Lee, who met Park on Thursday,
    described`, `said Lee, who has sold ice since May`), or of another main clause behind `;`.
    """
    if cue is None:
        return False
    sentence = parsed.of(parsed.sentences[parsed.word_at(place.start).sentence])
    between = _between(sentence, place, cue)
    if any(word.text in RUNS for word in between):
        return True
    if cue.start < place.start:
        return _has_relative_clause(between)
    if not any(word.text in STOPS for word in between):
        return False
    return _has_relative_clause(tuple(word for word in sentence if word.end <= place.start))


def describes_a_noun(parsed: Parsed, place: Span, cue: Span | None) -> bool:
    """Tell whether a time describes a thing: `the 2016 election`, `Monday night's debate`.

    Not of an utterance (`in a Friday interview`), and not directly behind the cue (`said Friday
    talks would`). A year alone must stand near the cue: not `said the architect of the campaign
    of 2008`.
    """
    sentence = parsed.of(parsed.sentences[parsed.word_at(place.start).sentence])
    after = tuple(word for word in sentence if word.start >= place.end)[:NEXT]
    between = _between(sentence, place, cue) if cue else ()
    year = parsed.text[place.start : place.end].isdigit()
    if cue and not between:
        return False
    opens = bool(sentence) and place.start - sentence[0].start <= len("In ")
    if year and len(between) > NEAR and not opens:
        return True
    if not after or after[0].tag not in NOUNS:
        return False
    return not any(is_utterance(word.lemma) and word.tag in NOUNS for word in after)


def in_relative_clause(parsed: Parsed, cue: Span | None) -> bool:
    """Tell `the text, which its envoy called …`: told beside the news, whenever it was said."""
    if cue is None:
        return False
    sentence = parsed.of(parsed.sentences[parsed.word_at(cue.start).sentence])
    before = tuple(word for word in sentence if word.end <= cue.start)
    at = max((place for place, word in enumerate(before) if word.tag == "WDT"), default=None)
    return at is not None and not any(word.tag in FINITE for word in before[at:])


def goes_on_from_perfect(parsed: Parsed, cue: Span) -> bool:
    """Tell `has gone further and vowed`: the first verb's auxiliary is the second's as well."""
    sentence = parsed.of(parsed.sentences[parsed.word_at(cue.start).sentence])
    before = [word for word in sentence if word.end <= cue.start][-CLAUSE:]
    if not before or before[-1].lower != "and":
        return False
    at = max((place for place, word in enumerate(before) if word.lower in HAVE), default=None)
    return at is not None and _is_perfect_clause(before[at + 1 : -1])


def _is_perfect_clause(words: list[Word]) -> bool:
    """Tell whether these words after `has` hold its participle and no other verb or comma."""
    tags = [word.tag for word in words]
    return "VBN" in tags and not any(tag in FINITE or tag == "," for tag in tags)


def _between(sentence: tuple[Word, ...], one: Span, other: Span) -> tuple[Word, ...]:
    """Give the words between two stretches of a sentence."""
    first, last = sorted((one, other))
    return tuple(word for word in sentence if first.end <= word.start and word.end <= last.start)


def _opens_clause(word: Word) -> bool:
    return word.tag in RELATIVE or word.lower in REASONS


def _has_relative_clause(words: tuple[Word, ...]) -> bool:
    """Tell whether a relative pronoun, or `because`, and its verb are the last in these words."""
    opens = (place for place, word in enumerate(words) if _opens_clause(word))
    at = max(opens, default=None)
    return at is not None and any(word.tag in FINITE for word in words[at + 1 :])
