"""What the speaker's own side is called: `Norway will sign` can be a promise of Norway's."""

from collections.abc import Iterator, Sequence

from onrecord import world
from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers import Speaker, SpokenBy

NEAR = 6
"""Words beside a name that describe its bearer: `Norwegian Foreign Minister Ida Dahl`."""
STEM = 4
"""Letters that a name and its adjective share at least: `Norw` of Norway and Norwegian."""


class Sides:
    """The names of each speaker's side in one document."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._places: dict[str, list[int]] = {}
        for word in parsed.words:
            if word.text[:1].isupper():
                self._places.setdefault(word.lower, []).append(word.at)
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, by: SpokenBy | None) -> frozenset[str]:
        """Give the beginnings, in small letters, of what the speaker's side is called."""
        if by is None:
            return frozenset()
        source = self._parsed.text[by.span.start : by.span.end]
        key = (by.speaker.name if by.speaker else "", source)
        if key not in self._known:
            own = {_stem(word) for word in source.split() if word[:1].isupper()}
            own |= set(self._called(by.speaker)) if by.speaker else set()
            self._known[key] = frozenset(stem for stem in own if len(stem) >= STEM)
        return self._known[key]

    def _called(self, speaker: Speaker) -> Iterator[str]:
        names = [speaker.name, *speaker.aliases, speaker.speaks_for or ""]
        names += world.countries().get(speaker.country or "", {}).get("names", [])
        for name in names:
            yield from (_stem(word) for word in name.split() if word[:1].isupper())
        last = speaker.name.split()[-1].lower() if speaker.name.split() else ""
        for at in self._places.get(last, ()):
            yield from (_stem(word.text) for word in self._described(at))

    def _described(self, at: int) -> Iterator[Word]:
        """Give the capitalised words beside a name, in its own phrase."""
        words, name = self._parsed.words, self._parsed.words[at]
        before: Sequence[Word] = words[max(at - NEAR, 0) : at]
        for word in reversed(before):
            if word.sentence != name.sentence or word.pos in {"VERB", "AUX", "ADP", "CCONJ"}:
                break
            if word.text[:1].isupper():
                yield word
        behind = words[at + 1 : at + 1 + NEAR]
        if behind and behind[0].text == ",":
            for word in behind[1:]:
                if word.sentence != name.sentence or word.pos in {"PUNCT", "VERB", "AUX"}:
                    break
                if word.text[:1].isupper():
                    yield word


def _stem(word: str) -> str:
    """Give what a name shares with its adjective and its people.

    >>> _stem("Norwegian")
    'norweg'
    """
    letters = word.strip("’'s.,“”\"").lower()
    return letters[: max(STEM, len(letters) - 3)]
