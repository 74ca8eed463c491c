"""Speech reported in a clause of the sentence: `he said that …`, `wants to …`, `accused X of …`."""

from collections.abc import Iterable, Sequence

from onrecord.extract.attributions.cues import Cue, lexicon
from onrecord.extract.attributions.sources import RELATIVES, cue_above, is_asked
from onrecord.extract.language import Parsed, Word
from onrecord.record import ParagraphKind, Span

CLAUSES = frozenset({"ccomp"})
FRAME_MAX = 40
"""Words of a clause that only says who speaks: `the ministry said in a statement on Friday`."""


def contents_of(parsed: Parsed, cue: Cue) -> tuple[Word, ...]:
    """Give the heads of what a cue reports, by what the lexicon lets it take."""
    children = parsed.children(cue.word)
    takes = cue.entry.takes
    if cue.word.pos == "NOUN":
        return tuple(
            c for c in children if c.dep in {"acl", "ccomp", "relcl"} and _is_that(parsed, c)
        )
    found = [child for child in children if _fits(parsed, child, takes)]
    if any(child.at > cue.word.at for child in found):
        found = [child for child in found if not _set_off(parsed, child, cue.word)]
    if not found and "clause" in takes:
        found = [child for child in children if _fits_loosely(parsed, child)]
    if not found and "clause" in takes:
        found = _that_below(parsed, cue)
    return tuple(found)


def _that_below(parsed: Parsed, cue: Cue) -> list[Word]:
    """Give a `that` clause hung too low: `confirming for the first [time that it had come]`."""
    for word in parsed.subtree(cue.word):
        above = parsed.head(word)
        if word.lower != "that" or above is None or word.at < cue.word.at:
            continue
        if word.dep in {"mark", "advmod", "dobj"} and any(
            child.dep in {"nsubj", "nsubjpass"} for child in parsed.children(above)
        ):
            return [above]
    return []


def _set_off(parsed: Parsed, clause: Word, cue: Word) -> bool:
    """Tell whether a clause before the cue is a sentence of its own: `…; he denies wrongdoing`."""
    between = parsed.words[clause.at : cue.at]
    return clause.at < cue.at and any(word.text in {";", "—", "–"} for word in between)


def _is_that(parsed: Parsed, verb: Word) -> bool:
    """Tell whether a clause is opened by `that`, as in `reports that …`."""
    return any(c.lower == "that" and c.dep == "mark" for c in parsed.children(verb))


def _fits(parsed: Parsed, child: Word, takes: Iterable[str]) -> bool:
    takes = set(takes)
    if child.dep in CLAUSES:
        return bool(takes & {"clause", "infinitive", "gerund"})
    if child.dep == "xcomp":
        to = any(c.tag == "TO" for c in parsed.children(child))
        return ("infinitive" in takes and to) or ("gerund" in takes and child.tag == "VBG")
    if child.dep == "dobj":
        return "object" in takes or ("object_as" in takes and _has_as(parsed, child))
    return child.dep == "prep" and child.lower in takes


def _has_as(parsed: Parsed, child: Word) -> bool:
    verb = parsed.head(child)
    around = (*parsed.children(child), *(parsed.children(verb) if verb else ()))
    return any((word.lower == "as" and word.dep == "prep") or word.dep == "oprd" for word in around)


def _fits_loosely(parsed: Parsed, child: Word) -> bool:
    """Take a clause that the parser hung elsewhere: `said it, too, [would] go`, `that` present."""
    return child.dep in {"advcl", "dep", "relcl"} and _is_that(parsed, child)


COMPLETING = frozenset(
    {"for", "as", "over", "about", "of", "with", "against", "from", "to", "into"}
)
"""Prepositions that belong to what was said, not to where: `criticised parts as vague`."""


def completions(parsed: Parsed, cue: Cue, head: Word) -> tuple[Word, ...]:
    """Give what completes an object: `criticised [parts] as vague`, `urged [them] to wait`."""
    if head.dep in CLAUSES:
        return ()
    later = [child for child in parsed.children(cue.word) if child.at > head.at]
    return tuple(
        child
        for child in later
        if child.dep in {"xcomp", "ccomp", "oprd"}
        or (child.dep == "prep" and child.lower in COMPLETING and child.entity != "DATE")
    )


def clause_span(parsed: Parsed, head: Word, without: Sequence[Span]) -> tuple[Span, ...]:
    """Give the stretches of a clause, without the source and the cue that interrupt it.

    A participle of saying that a comma sets off speaks on its own: `…, confirming that …`.
    """
    apart = _spoken_apart(parsed, head)
    words = [
        word
        for word in parsed.subtree(head)
        if word.sentence == head.sentence
        and word.at not in apart
        and not any(span.meets(Span(word.start, word.end)) for span in without)
    ]
    return tuple(_trimmed(parsed, run) for run in _runs(words) if any(_counts(w) for w in run))


APART = frozenset({"advcl", "acl", "conj", "relcl"})
"""How a clause hangs that can be set off from the content by a comma."""


def _spoken_apart(parsed: Parsed, head: Word) -> set[int]:
    """Give the words of clauses below that are attributions of the same speaker."""
    apart: set[int] = set()
    for word in parsed.subtree(head):
        if word.at not in apart and _speaks_apart(parsed, word):
            apart.update(below.at for below in parsed.subtree(word))
    return apart


def _speaks_apart(parsed: Parsed, word: Word) -> bool:
    if word.lower in {"despite", "according"}:
        return _after_comma(parsed, word)
    if word.dep not in APART or word.lemma not in lexicon().verbs:
        return False
    if not _after_comma(parsed, word) and not _in_headline(parsed, word):
        return False
    participle = word.tag == "VBG" and word.dep in {"advcl", "acl"}
    own = _contrasts(parsed, word) or _stands_above(parsed, word) or _asides(parsed, word)
    return participle or own


def _in_headline(parsed: Parsed, word: Word) -> bool:
    return parsed.sentences[word.sentence].kind is ParagraphKind.HEADLINE


def _after_comma(parsed: Parsed, verb: Word) -> bool:
    """Tell whether a comma sets a clause off: `…, confirming`, `…, but said`."""
    before = parsed.left_edge(verb) - 1
    if before >= 0 and parsed.words[before].lower in {"and", "but", "while", "though"}:
        before -= 1
    return before >= 0 and parsed.words[before].text == ","


def _stands_above(parsed: Parsed, verb: Word) -> bool:
    """Tell whether a second verb belongs to the speaker, not to the content (see `source_of`)."""
    above = parsed.head(verb)
    return (
        verb.dep == "conj"
        and verb.lemma in lexicon().verbs
        and above is not None
        and cue_above(parsed, verb, above) is not None
    )


def _asides(parsed: Parsed, verb: Word) -> bool:
    """Tell the reporter's aside with a source of its own: `…, which sources say is better`."""
    if verb.dep != "relcl":
        return False
    subjects = (child for child in parsed.children(verb) if child.dep == "nsubj")
    return any(subject.lower not in RELATIVES for subject in subjects)


def _contrasts(parsed: Parsed, verb: Word) -> bool:
    """Tell whether a clause sets another speaker against this one: `…, while Lemesh insisted …`."""
    if verb.dep != "advcl" or verb.lemma not in lexicon().verbs:
        return False
    children = parsed.children(verb)
    opening = {"while", "whereas", "as"} if _in_headline(parsed, verb) else {"while", "whereas"}
    return any(child.lower in opening for child in children) and any(
        child.dep == "nsubj" for child in children
    )


def _runs(words: Sequence[Word]) -> list[list[Word]]:
    """Split words where the text has others between."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and word.at == runs[-1][-1].at + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _counts(word: Word) -> bool:
    return word.pos not in {"PUNCT", "SPACE"}


CLOSING = frozenset({"”", '"', "’", "'", "''"})


def _trimmed(parsed: Parsed, run: Sequence[Word]) -> Span:
    """Give the stretch of a run, with a closing mark but without commas and stops at its ends."""
    first, last = run[0], run[-1]
    while not _counts(first) and first.text not in {"“", '"', "‘", "'", "``", "$", "("}:
        first = parsed.words[first.at + 1]
    while last.at > first.at and last.text not in CLOSING and _hangs(last):
        last = parsed.words[last.at - 1]
    return Span(first.start, last.end)


def _hangs(word: Word) -> bool:
    """Tell what cannot end a clause: a stop, or an `and` whose second half is somebody's own."""
    return (not _counts(word) and word.text != ")") or word.dep == "cc"


def before_frame(parsed: Parsed, cue: Cue, source: Span | None) -> tuple[Span, ...]:
    """Give what surrounds a frame, as in `The talks failed, officials said`.

    The parser may make the main clause the head: everything before the first comma and after the
    second is then the content. Nothing where the words are no such frame.
    """
    sentence = parsed.sentences[cue.word.sentence]
    words = parsed.of(sentence)
    start = min(cue.span.start, source.start if source else cue.span.start)
    frame = [word for word in words if word.start >= start]
    before = [word for word in words if word.end <= start]
    if before and (is_asked(parsed, before[0]) or before[0].lower == "asked"):
        return ()
    while before and not _counts(before[-1]):
        comma = before.pop()
        if comma.text == "," and len(frame) <= FRAME_MAX and any(_counts(w) for w in before):
            after = _after_frame(parsed, frame)
            main = Span(before[0].start, before[-1].end)
            return (main, after) if after else (main,)
    return ()


GOING_ON = frozenset({"AUX", "VERB", "NOUN", "PRON", "DET", "ADP", "ADV", "ADJ", "PROPN", "PART"})
"""What a sentence goes on with after `…, he said,`; not a conjunction, not a participle."""


def _after_frame(parsed: Parsed, frame: Sequence[Word]) -> Span | None:
    """Give what goes on after `…, he said, …`: a comma, then the rest of the main clause."""
    rest = list(frame)
    while rest and rest[0].text != ",":
        rest.pop(0)
    counted = [word for word in rest if _counts(word)]
    if not counted or counted[0].pos not in GOING_ON or counted[0].tag == "VBG":
        return None
    return _trimmed(parsed, rest[1:])
