"""Which of the persons that a source's words name are the source."""

from collections.abc import Sequence

from onrecord.extract.language import Word
from onrecord.extract.speakers.around import DESCRIBING
from onrecord.extract.speakers.names import Naming
from onrecord.extract.speakers.phrases import Phrase, is_person_noun
from onrecord.record import Span


def named_in(phrase: Phrase, namings: Sequence[Naming]) -> list[Naming]:
    """Give the persons who are the source: one, several who speak together, or none.

    `Kremlin spokesman [Pavel Orlin]`, `the minister, [Ann Lee],`, `[Ann Lee] and [Omar Roe]`; none
    in `the [Lee] campaign`, `a friend of [Ann Lee]`.
    """
    of_two = phrase.words[0].lower == "neither" and namings
    heads = (n for n, naming in enumerate(namings) if of_two or _is_head(phrase, naming))
    at = next(heads, None)
    if at is None:
        return _behind(phrase, namings) or _beside(phrase, namings)
    together = [namings[at]]
    for naming in namings[at + 1 :]:
        if not _joined(phrase, together[-1], naming):
            break
        together.append(naming)
    return together if _ends_with_and(phrase, together) else together[:1]


def lists_names(phrase: Phrase) -> bool:
    """Tell whether a phrase is a list of names, also of such as are known to nobody else."""
    rest = phrase.rest
    joined = [place for place, word in enumerate(rest) if word.tag == "CC"]
    named = all(word.pos == "PROPN" or word.text == "," or word.tag == "CC" for word in rest)
    return named and len(joined) == 1 and joined[0] < len(rest) - 1


def _is_head(phrase: Phrase, naming: Naming) -> bool:
    head = phrase.head
    return naming.span.holds(Span(head.start, head.end))


def _behind(phrase: Phrase, namings: Sequence[Naming]) -> list[Naming]:
    """Give the person whose title is all of a source, which stops short of the name."""
    last = phrase.words[-1]
    if phrase.head != last or not is_person_noun(last):
        return []
    return [naming for naming in namings if naming.words[0] <= last.at == naming.name_at - 1]


def _beside(phrase: Phrase, namings: Sequence[Naming]) -> list[Naming]:
    """Give the person whom a comma sets beside a description: `the minister, [Ann Lee],`."""
    rest = phrase.rest
    if not rest or not is_person_noun(phrase.head):
        return []
    for at, word in enumerate(rest):
        if word.text != ",":
            continue
        naming = next((n for n in namings if n.words[0] > word.at), None)
        if naming is None:
            return []
        between = [w for w in rest[at + 1 :] if w.at < naming.words[0]]
        following = [w for w in rest[at:] if w.at >= naming.words[1]]
        if all(w.pos in DESCRIBING for w in between) and _ends(following):
            return [naming]
    return []


def _ends(following: Sequence[Word]) -> bool:
    return not following or following[0].pos == "PUNCT"


def _joined(phrase: Phrase, one: Naming, other: Naming) -> bool:
    """Tell whether only `and`, a comma, a bracket or a title stands between two names."""
    between = [w for w in phrase.words if one.words[1] <= w.at < other.words[0]]
    last = [w for w in phrase.words if w.at == other.words[1]]
    if not between or (last and (last[0].tag == "POS" and last[0] != phrase.words[-1])):
        return False
    if last and last[0].pos in {"NOUN", "PROPN"}:
        return False
    return _outside_brackets([w.text for w in between]) <= {",", "and", "&", "nor", "both"}


def _outside_brackets(texts: Sequence[str]) -> set[str]:
    depth, found = 0, set()
    for text in texts:
        depth += text in {"(", "["}
        if not depth:
            found.add(text)
        depth -= text in {")", "]"}
    return found


def _ends_with_and(phrase: Phrase, together: Sequence[Naming]) -> bool:
    """Tell whether `and` stands before the last of several names."""
    if len(together) < 2:
        return True
    first, last = together[-2].words[1], together[-1].words[0]
    return any(w.lower in {"and", "&", "nor"} for w in phrase.words if first <= w.at < last)
