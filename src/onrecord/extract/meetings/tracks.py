"""On which track sides meet, where the sentence names it."""

from functools import cache

from onrecord.extract.words import word_list
from onrecord.record import Track


def track_in(sentence: str) -> Track | None:
    """Give the track that a sentence names, None where it names none.

    >>> track_in("A Track Two meeting of scholars was held in Oslo.")
    <Track.UNOFFICIAL: '2'>
    """
    words = sentence.casefold()
    return next((track for track, phrases in _tracks() if any(p in words for p in phrases)), None)


@cache
def _tracks() -> tuple[tuple[Track, tuple[str, ...]], ...]:
    rows = word_list("meetings")["tracks"]
    return tuple((Track(code), tuple(phrases)) for code, phrases in rows.items())
