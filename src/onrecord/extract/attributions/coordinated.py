"""Sources that stand once for two cues: `Lee said the fleet was ready, and warned that …`.

The network reads each cue by itself and sometimes leaves the second without its source.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed
from onrecord.record import Span

LINKS = frozenset({"and", "but", "then", ","})
"""Words between a clause and the cue that goes on with its subject."""
ACTIVE = frozenset({"VBD", "VBZ", "VBP", "VBG"})
"""Tags of a verb that has the same subject; a passive is said by somebody else."""
SKIPPED = frozenset({"ADV", "PART", "AUX"})


def with_sources(parsed: Parsed, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Give the attributions, each coordinated cue without a source with that of the cue before."""
    last: tuple[int, Span] | None = None
    for item in sorted(found, key=lambda one: one.cue or one.content[0]):
        sentence = parsed.word_at((item.cue or item.content[0]).start).sentence
        if item.source is None and last and last[0] == sentence and _goes_on(parsed, item):
            yield replace(item, source=last[1])
            continue
        if item.source is not None:
            last = (sentence, item.source)
        yield item


def _goes_on(parsed: Parsed, item: Attribution) -> bool:
    """Tell whether a cue is a verb behind `and`, `but` or a comma."""
    if item.cue is None:
        return False
    verb = parsed.word_at(item.cue.start)
    before = verb.at - 1
    while before > 0 and parsed.words[before].pos in SKIPPED:
        before -= 1
    linked = before >= 0 and parsed.words[before].lower in LINKS
    return verb.tag in ACTIVE and linked
