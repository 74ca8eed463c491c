"""What a sum of money is for, in the words behind it.

`$2 million for the port`, `$2 million to rebuild the port`, `a $2 million levy on cars`: the words
up to the end of the phrase. To whom, when and where it is paid is no purpose.
"""

from collections.abc import Sequence

from onrecord.extract.language import Parsed, Word
from onrecord.record import Span

LONGEST = 14
"""Words of a purpose at most."""
OPENING = frozenset({"for", "to", "in", "on", "into", "toward", "towards", "of"})
DESCRIBING = frozenset({"NN", "NNS", "JJ", "VBN", "VBG"})
STOPS = frozenset({"if", "when", "while", "because", "that", "since", "unless", "case"})
ENDS = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", ".", ",", ":", "``", "''"})
LABELS = frozenset({"DATE", "TIME", "GPE", "PERSON", "ORG", "NORP", "CARDINAL", "MONEY", "PERCENT"})
"""Behind a preposition these tell when, where or to whom."""
APART = frozenset({"MONEY", "DATE", "TIME"})
"""Behind the first word these begin something else: another sum, a day."""
NO_PURPOSE = frozenset(
    {"people", "year", "month", "week", "day", "total", "time", "value", "worth", "cash"}
)


def purpose(parsed: Parsed, sum_: Span) -> Span | None:
    """Give the words for what a sum is for, in clean offsets; None where they do not tell."""
    first = parsed.word_at(sum_.end - 1).at + 1
    words = parsed.words
    if first >= len(words) or words[first].sentence != words[first - 1].sentence:
        return None
    last = first
    while last < min(len(words), first + LONGEST) and not _ends(words[last], words[first]):
        last += 1
    found = words[first:last]
    while found and found[-1].pos in {"ADP", "DET", "CCONJ", "PART", "PUNCT", "ADV"}:
        found = found[:-1]
    if not found or not _tells(found):
        return None
    return Span(found[0].start, found[-1].end)


def _ends(word: Word, first: Word) -> bool:
    another = word.tag == "$" or (word.entity in APART and word is not first)
    stops = word.tag in ENDS or word.lower in STOPS
    return another or stops or word.sentence != first.sentence


def _tells(words: Sequence[Word]) -> bool:
    """Tell whether words say what for: a noun that the sum describes, or a preposition with one."""
    head = words[0]
    if head.lower in OPENING and len(words) > 1:
        behind = words[1]
        if head.lower == "to":
            return behind.tag == "VB" and behind.lemma not in {"be", "have"}
        thing = any(word.tag in {"NN", "NNS", "VBG"} and not word.entity for word in words[1:])
        return thing and behind.entity not in LABELS and behind.lemma not in NO_PURPOSE
    if head.tag not in DESCRIBING or head.lemma in NO_PURPOSE or head.entity in LABELS:
        return False
    verbal = head.tag in {"VBN", "VBG"} and (len(words) == 1 or words[1].tag not in DESCRIBING)
    return not verbal and any(word.tag in {"NN", "NNS"} for word in words)
