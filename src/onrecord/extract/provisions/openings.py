"""Openings: words before or behind a plan's name that make a clause its content.

`Under the plan, A would do B`, `A must do B, according to the draft`, and the sentences that go on
with it: `C would do D in return`.
"""

from collections.abc import Iterator, Sequence

from onrecord.extract.language import Parsed, Word
from onrecord.extract.provisions.bounds import LONGEST, end_of
from onrecord.extract.provisions.groups import groups
from onrecord.extract.provisions.heads import Head
from onrecord.extract.provisions.lexicon import begins_with, ends_with, listed
from onrecord.extract.provisions.scopes import Scope, Shape

BACK = 8
"""Words between `under` and the plan's noun phrase: `under the terms of the first phase of`."""
ASIDE = 30
"""Words of an aside behind a plan's name before its comma."""
MOST_SENTENCES = 4
"""Sentences behind an opening that may go on with it."""
STARTS = frozenset({"but", "and", "“", '"', "—", "-", "•", "*", ","})


def opened(words: Sequence[Word], head: Head) -> Iterator[Scope]:
    """Give the clause that a plan's name with `under` or `according to` opens or ends."""
    at = _opening(words, head)
    if at is None:
        return
    sentence = head.sentence
    if all(word.text.lower() in STARTS for word in words[sentence.first : at]):
        first = _behind_comma(words, head)
        if first is not None:
            last = end_of(words, first, sentence.last)
            yield Scope(head.plan, first, last, Shape.CLAUSES, "under", number=head.number)
        return
    first = _clause_start(words, sentence.first, at)
    yield Scope(
        head.plan, first, at, Shape.CLAUSES, "under, behind", sure=False, number=head.number
    )


def _opening(words: Sequence[Word], head: Head) -> int | None:
    """Give where the words that open begin, None where none stand before the plan."""
    at, least = head.first, max(head.sentence.first, head.first - BACK)
    while at > least:
        lowers = [word.lower for word in words[max(least, at - 4) : at]]
        if size := ends_with(lowers, "frames", "under"):
            return at - size
        if words[at - 1].lower not in listed("frames", "between"):
            return None
        at -= 1
    return None


def _behind_comma(words: Sequence[Word], head: Head) -> int | None:
    """Give where the clause behind `under the plan …,` begins."""
    last = min(head.sentence.last, head.last + ASIDE)
    commas = [at for at in range(head.last, last) if words[at].text == ","]
    if not commas:
        straight = head.last < last and words[head.last].tag in {"NNP", "DT", "NNS", "PRP"}
        return head.last if straight else None
    first = commas[0] + 1
    aside = first < last and words[first].tag in {"VBN", "WDT", "WP", "WRB"}
    if aside and len(commas) > 1:
        return commas[1] + 1
    return first


def _clause_start(words: Sequence[Word], first: int, at: int) -> int:
    """Give where the clause before `under the plan` begins."""
    for place in range(at - 1, max(first, at - LONGEST) - 1, -1):
        word = words[place]
        if word.text in {";", ":", "“", "—", "–"} or (word.lower == "that" and word.tag == "IN"):
            return place + 1
    return max(first, at - LONGEST)


def going_on(parsed: Parsed, scope: Scope) -> Iterator[Scope]:
    """Give the sentences behind an opening that go on with it, in the same paragraph.

    They tell of duties or rights: a sentence in the past ends it, and so does one that names
    another text. `In return, …` goes on in the next paragraph, too, and so does what would be done
    where the opening told what would: newspapers give every sentence a paragraph.
    """
    at = parsed.words[scope.first].sentence
    paragraph = parsed.sentences[at].paragraph
    for sentence in parsed.sentences[at + 1 : at + 1 + MOST_SENTENCES]:
        lowers = [word.lower for word in parsed.words[sentence.first : sentence.first + 3]]
        turned = begins_with(lowers, "frames", "return")
        first = next(groups(parsed.words, sentence.first, sentence.last), None)
        if first is None or not (first.owed or (first.present and first.passive)):
            return
        again = turned or (first.modal == "would" and _would(parsed, scope))
        if sentence.paragraph > paragraph + again:
            return
        start = sentence.first + turned
        last = end_of(parsed.words, start, sentence.last)
        yield Scope(scope.plan, start, last, Shape.CLAUSES, "under, going on", sure=False)


def _would(parsed: Parsed, scope: Scope) -> bool:
    """Tell whether a scope's first verb is one with `would`."""
    opening = next(groups(parsed.words, scope.first, scope.last), None)
    return opening is not None and opening.modal == "would"
