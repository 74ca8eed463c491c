"""The bodies that a document names, and the shorter names that go back to them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from onrecord import world
from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.findings import Speaker
from onrecord.extract.speakers.kinds import plain
from onrecord.extract.speakers.wordlists import ambiguous, countries, metonyms, source_words
from onrecord.record import ActorSchema, Span

SMALL = frozenset({"of", "the", "and", "for", "to", "in", "on", "at", "&"})
ACRONYM = re.compile(r"[A-Z][A-Z.&-]{1,8}$")


NEAR, LAST, MAIN = 600, 8, 3
"""Code points before a noun, bodies in them, and mentions in all that make one the main body."""


class Bodies:
    """The names of bodies in a document: acronyms and endings lead to the one longer name."""

    def __init__(self, parsed: Parsed) -> None:
        spans = list(_named(parsed))
        named = [(span.start, name) for span, name in spans]
        names = dict.fromkeys(name for _, name in named)
        self._places = [place for place, _ in named]
        self._spans = [span for span, _ in spans]
        self._longer: dict[str, set[str]] = {}
        for name in names:
            for short in _shorter(name):
                self._longer.setdefault(short, set()).add(name)
        self._forms: dict[str, set[str]] = {}
        self._by_noun: dict[str, list[tuple[int, str]]] = {}
        self._named = [self.full(name) for _, name in named]
        self._counts = Counter(self._named)
        for (place, name), full in zip(named, self._named, strict=True):
            self._forms.setdefault(full, set()).add(name)
            if " " in name:
                self._by_noun.setdefault(name.split()[-1].lower(), []).append((place, full))

    def mentions(self) -> Iterator[tuple[Span, Speaker]]:
        """Give the places that name a body, with the body, where the name is surely one.

        Of several words with capitals, letters, known to the tables, or named again.
        """
        words = source_words()
        for span, name in zip(self._spans, self._named, strict=True):
            capitals = sum(word[0].isupper() for word in name.split())
            sure = capitals > 1 or ACRONYM.match(name) or name in world.bodies()
            common = words.persons | words.documents
            if (sure or self._counts[name] > 1) and name.split()[-1].lower() not in common:
                yield span, self.speaker(name)

    def full(self, name: str) -> str:
        """Give the one longer name that a name is short for, else the name itself."""
        if name in world.bodies():
            return world.bodies()[name]
        key = name.replace(".", "") if ACRONYM.match(name) else name
        longer = self._longer.get(key, set()) - {name}
        longest = max(longer, key=lambda other: (len(other), other), default=name)
        return longest if all(longest.endswith(other) for other in longer) else name

    def named(self, speaker: Speaker) -> Speaker:
        """Give a speaker under its full name, with the shorter ones that the document uses."""
        if speaker.local or speaker.name.lower() in _known():
            return speaker
        full = self.full(speaker.name)
        forms = {speaker.name, *speaker.aliases, *self._forms.get(full, ())} - {full}
        schema = speaker.schema if full == speaker.name else _schema(full)
        country = speaker.country or world.country_in(full)
        aliases = tuple(sorted(forms))
        return replace(speaker, schema=schema, name=full, aliases=aliases, country=country)

    def before(self, noun: Word) -> tuple[int, Speaker] | None:
        """Give the last body named before a place whose name ends with a noun, and where."""
        places = self._by_noun.get(noun.lemma, [])
        index = bisect_left(places, noun.start, key=lambda place: place[0])
        if not index:
            return None
        place, name = places[index - 1]
        return place, self.speaker(name)

    def main_near(self, noun: Word) -> str:
        """Give the name of most mentions among those just before: `the bank`."""
        index = bisect_left(self._places, noun.start)
        near = bisect_left(self._places, noun.start - NEAR, hi=index)
        names = [n for n in self._named[max(near, index - LAST) : index] if may_be(n, noun)]
        name = max(names, key=lambda n: self._counts[n], default="")
        return name if self._counts[name] >= MAIN else ""

    def speaker(self, name: str) -> Speaker:
        """Give the body of this name."""
        return self.named(Speaker(_schema(name), name))


def may_be(name: str, noun: Word) -> bool:
    """Tell whether a body can be called by a noun: no name with another noun in it."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    words = source_words()
    press = last in words.mastheads and noun.lemma not in words.media
    return last == noun.lemma or not (last in words.bodies or press)


def _schema(name: str) -> ActorSchema:
    """Give the schema of a body by its last word: a ministry or committee is a public one."""
    public = name.rsplit(maxsplit=1)[-1].lower() in source_words().bodies
    return ActorSchema.PUBLIC_BODY if public else ActorSchema.ORGANIZATION


def _named(parsed: Parsed) -> Iterator[tuple[Span, str]]:
    """Give the bodies that the entity finder names, with their places and without articles."""
    start: Word | None = None
    for word in (*parsed.words, None):
        goes_on = word and word.entity == "ORG" and not word.begins_entity
        if start and not goes_on:
            end = parsed.words[(word.at if word else len(parsed.words)) - 1]
            if name := plain(parsed.text[start.start : end.end]):
                yield Span(start.start, end.end), name
            start = None
        if word and word.entity == "ORG" and word.begins_entity:
            start = word


@cache
def _known() -> frozenset[str]:
    return frozenset({*metonyms(), *countries(), *ambiguous()})


def _shorter(name: str) -> Iterator[str]:
    """Give what a longer name is known by for short: its initials, its last words."""
    words = name.split()
    if len(words) < 2 or not name[0].isupper():
        return
    yield "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
    for first in range(1, len(words)):
        ending = words[first:]
        single = len(ending) == 1 and ending[0].lower() not in source_words().mastheads
        known = " ".join(ending).lower() in _known()
        if not single and not known and ending[0].lower() not in SMALL:
            yield " ".join(ending)
