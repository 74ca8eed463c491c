"""Who does it, and to whom: the noun phrases around a verb."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.events.clauses import Verb
from onrecord.extract.events.frames import is_somebody, only_counts, operator_of
from onrecord.extract.language import Word
from onrecord.extract.parties.chunks import Chunk

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
TIMES = frozenset({"DATE", "TIME"})
PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "who", "which", "them", "him", "her"})
RELATIVE = frozenset({"who", "which", "that"})
BY = frozenset({"by", "between", "of", "among", "from"})
MOST = 5
"""Noun phrases joined by `and` that are followed."""
ENDS = frozenset({"after", "because", "while", "although", "though", "saying", "citing", "amid"})
"""Words behind which nobody is named to whom it is done."""


@dataclass(frozen=True)
class Around:
    """A sentence with its noun phrases, in places of the sentence, and its verbs."""

    words: Sequence[Word]
    chunks: Sequence[Chunk]
    verbs: Sequence[Verb]
    is_known: Callable[[Sequence[Word]], bool]

    def of(self, chunk: Chunk) -> Sequence[Word]:
        """Give the words of a noun phrase."""
        return self.words[chunk.first : chunk.last]

    def is_somebody(self, chunk: Chunk) -> bool:
        """Tell whether a noun phrase names people, a body or a country, and no time."""
        words = self.of(chunk)
        if all(word.entity in TIMES or word.pos in {"DET", "NUM", "PUNCT"} for word in words):
            return False
        if any(word.entity in NAMES for word in words) or is_somebody(words[-1]):
            return True
        return any(word.text[:1].isupper() for word in words) and self.is_known(words)

    def is_time(self, chunk: Chunk) -> bool:
        """Tell `Tuesday`, `last week`."""
        return self.of(chunk)[-1].entity in TIMES

    def before(self, chunk: Chunk) -> Word | None:
        """Give the word before a noun phrase."""
        return self.words[chunk.first - 1] if chunk.first else None


def subject(around: Around, verb: Verb) -> list[Chunk]:
    """Give the noun phrases that a verb is told of, none where it has none of its own."""
    joined = verb.opens > 0 and around.words[verb.opens - 1].lower in {"and", "but"}
    found = None if joined else _own(around, verb)
    if found is None:
        return _borrowed(around, verb)
    if around.of(found)[-1].lower in PRONOUNS and len(around.of(found)) == 1:
        return _borrowed(around, verb)
    return list(_joined_left(around, found))


def _own(around: Around, verb: Verb) -> Chunk | None:
    """Give the noun phrase before a verb in its clause that no preposition leads to."""
    lowest = max([verb.clause, *(v.place + 1 for v in around.verbs if v.place < verb.opens)])
    inside = [c for c in around.chunks if c.last <= verb.opens and c.first >= lowest]
    heads = [c for c in inside if not _in_phrase(around, c) and not around.is_time(c)]
    if verb.is_infinitive or not heads:
        return None
    last = heads[-1]
    marks = {around.words[last.first - 1].text, around.words[verb.opens - 1].text}
    if "," in marks and len(heads) > 1 and last.first > lowest:
        return heads[0]  # `Ann Lee, [the envoy], said`
    return last


def _in_phrase(around: Around, chunk: Chunk) -> bool:
    before = around.before(chunk)
    if before is not None and before.lower == "to" and around.words[chunk.first - 2].lower == "up":
        return False  # `up to 1,000 people`
    return before is not None and (before.pos == "ADP" or before.tag in {"IN", "TO"}) and (
        before.lower not in {"that", "than"}
    )  # fmt: skip


def _borrowed(around: Around, verb: Verb) -> list[Chunk]:
    """Give the subject of the verb that another goes on from: `said [it] would`, `vowed to`."""
    if verb.depth and verb.clause and around.words[verb.clause - 1].lower in RELATIVE:
        before = [c for c in around.chunks if c.last < verb.clause + 1]
        return before[-1:]
    earlier = [v for v in around.verbs if v.place < verb.place and v.depth <= verb.depth]
    return subject(around, earlier[-1]) if earlier else []


def _joined_left(around: Around, chunk: Chunk) -> Iterator[Chunk]:
    """Give a noun phrase with those that `and` joins before it, in text order."""
    place = list(around.chunks).index(chunk)
    found = [chunk]
    while place > 0 and len(found) < MOST:
        before, own = around.chunks[place - 1], around.chunks[place]
        between = [word.lower for word in around.words[before.last : own.first]]
        if between not in (["and"], [",", "and"]) and not (between == [","] and len(found) > 1):
            break
        place -= 1
        found.append(before)
    return reversed(found)


def named(around: Around, chunk: Chunk) -> Chunk:
    """Give the part of a noun phrase that names somebody: `[Serbia]'s suppression`."""
    words = around.of(chunk)
    owner = next((place for place, word in enumerate(words) if word.tag == "POS"), None)
    first = chunk.first
    while first < chunk.last - 1 and around.words[first].tag in {"DT", "PRP$", "PDT"}:
        first += 1
    if is_somebody(words[-1]) or words[-1].entity in NAMES:
        return Chunk(first, chunk.last)
    if owner:
        return Chunk(first, chunk.first + owner)
    return _name_in(around, chunk) or Chunk(first, chunk.last)


def _name_in(around: Around, chunk: Chunk) -> Chunk | None:
    """Give whose a thing is by its name: `the [U.S.] proposal`, `[Palestinian] lorries`."""
    places = [p for p in range(chunk.first, chunk.last) if around.words[p].entity in NAMES]
    if not places:
        return None
    last = next((p for p in places if p + 1 not in places), places[0])
    return Chunk(places[0], last + 1)


def doers(around: Around, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Give who does it among subjects: `a spokesman`, but the group of `members of [the group]`."""
    found = []
    for chunk in chunks:
        counts = only_counts(around.of(chunk)[-1])
        if (counts or not around.is_somebody(chunk)) and (inner := _of(around, chunk)):
            found.append(named(around, inner))
        else:
            found.append(named(around, chunk))
    return found


def _of(around: Around, chunk: Chunk) -> Chunk | None:
    """Give whom a noun phrase describes: `thousands of [Nigerians]`, `a bombing by [rebels]`."""
    following = [c for c in around.chunks if c.first == chunk.last + 1]
    link = around.words[chunk.last].lower if chunk.last < len(around.words) else ""
    somebody = following and around.is_somebody(following[0])
    return following[0] if somebody and link in {"of", "by", "from"} else None


def sides_of(around: Around, chunk: Chunk) -> list[Chunk]:
    """Give who takes part in what a noun names: `[Israeli] raids`, `talks between [A] and [B]`."""
    link = around.words[chunk.last].lower if chunk.last < len(around.words) else ""
    if link in BY:
        inside = [c for c in around.chunks if c.first > chunk.last]
        if inside and inside[0].first == chunk.last + 1 and around.is_somebody(inside[0]):
            joined = _joined_right(around, inside[0], inside)
            return [named(around, inside[0]), *(named(around, c) for c in joined)]
    part = Chunk(chunk.first, chunk.last - 1)
    is_named = part.last > part.first and around.is_somebody(part)
    return [named(around, part)] if is_named else []


def agent(around: Around, verb: Verb) -> list[Chunk]:
    """Give by whom a passive verb says it was done."""
    end = _end(around, verb)
    places = [p for p in range(verb.place + 1, end) if around.words[p].lower == "by"]
    for place in places[:1]:
        found = [c for c in around.chunks if c.first == place + 1]
        return [named(around, chunk) for chunk in found if not around.is_time(chunk)]
    return []


def others(around: Around, verb: Verb, own: Sequence[Chunk]) -> list[Chunk]:
    """Give to whom it is done: the first somebody behind the verb, and whom `and` joins to him."""
    end = _end(around, verb)
    held = {(c.first, c.last) for c in own}
    inside = [c for c in around.chunks if verb.place < c.first < end]
    for chunk in inside:
        part = named(around, chunk)
        if (part.first, part.last) in held or not around.is_somebody(part):
            continue
        if only_counts(around.of(chunk)[-1]) and (inner := _of(around, chunk)):
            return [named(around, inner)]
        return [part, *(named(around, c) for c in _joined_right(around, chunk, inside))]
    return []


def _joined_right(around: Around, chunk: Chunk, inside: Sequence[Chunk]) -> Iterator[Chunk]:
    place = list(inside).index(chunk)
    for following in inside[place + 1 : place + MOST]:
        between = [word.lower for word in around.words[inside[place].last : following.first]]
        if between not in (["and"], [",", "and"]) or not around.is_somebody(following):
            return
        yield following
        place += 1


def _end(around: Around, verb: Verb) -> int:
    """Give where what a verb tells ends: before a reason, and before who says it."""
    for place in range(verb.place + 1, len(around.words)):
        word = around.words[place]
        if word.lower in ENDS or word.text == ";":
            return place
        if word.text == "," and _says_behind(around, place):
            return place
    return len(around.words)


def _says_behind(around: Around, comma: int) -> bool:
    """Tell whether who said it stands behind a comma: `, the White House announced`."""
    for verb in around.verbs:
        if verb.place > comma:
            rest = around.words[verb.place + 1 :]
            inner = around.words[comma + 1 : verb.place]
            plain = not any(word.text == "," for word in inner)
            return plain and operator_of(verb.word, rest) == "say"
    return False
