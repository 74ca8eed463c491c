"""Who the source of a cue is, by the grammar of its clause."""

from onrecord.extract.attributions.cues import lexicon
from onrecord.extract.language import Parsed, Word
from onrecord.record import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
INHERITING = frozenset({"conj", "xcomp", "advcl", "acl", "pcomp", "prep"})
RELATIVES = frozenset({"who", "that", "which"})
CLIMB = 4
"""Verbs passed on the way up: `declined to answer, saying …, adding …` takes two."""


def source_of(parsed: Parsed, cue: Word) -> Word | None:
    """Give the head word of a cue's source, None where the text names none.

    The subject; the agent of a passive; without either, that of the verb above (`…, adding`), or
    the noun that a participle or relative clause belongs to (`a statement saying`, `X, who said`).
    """
    word, passive = cue, False
    for _ in range(CLIMB):
        passive = passive or _is_passive(parsed, word) or is_asked(parsed, word)
        if found := _own_source(parsed, word):
            return found
        above = parsed.head(word)
        if passive or above is None or word.dep not in INHERITING | {"relcl"}:
            return None
        if word.dep in {"acl", "relcl"} and above.pos in {"NOUN", "PROPN", "PRON"}:
            return above
        word = cue_above(parsed, word, above) or above
    return None


def cue_above(parsed: Parsed, verb: Word, above: Word) -> Word | None:
    """Give the cue that `…, but stressed` goes back to, where the parser took it for content.

    In `The ministry said the draft was useful, but stressed …` the parser makes `stressed` a second
    verb of the draft's clause. A thing does not stress: the ministry does.
    """
    governor = parsed.head(above)
    if verb.dep not in {"conj", "advcl"} or above.dep != "ccomp" or governor is None:
        return None
    if governor.lemma not in lexicon().verbs or governor.lemma == verb.lemma:
        return None
    subject = _own_source(parsed, above)
    if subject is None:
        return None
    return governor if not _can_speak(subject) or _unshifted(parsed, verb, above) else None


def _unshifted(parsed: Parsed, verb: Word, above: Word) -> bool:
    """Tell whether a verb keeps the reporter's tense where the content's is shifted back.

    `He said Oslo had offered fish, and accused it of greed`: the first verb is Oslo's.
    """
    shifted = any(c.dep == "aux" and c.lower in SHIFTED for c in parsed.children(above))
    return (
        verb.tag == "VBD"
        and shifted
        and not any(child.dep in {"aux", "auxpass"} for child in parsed.children(verb))
    )


SHIFTED = frozenset({"had", "would", "could", "might", "should"})


def _can_speak(word: Word) -> bool:
    """Tell whether a word names somebody: a person, a body, a pronoun for persons."""
    speaking = {"he", "she", "they", "we", "i", "you", "who"}
    return word.entity in {"PERSON", "ORG", "GPE", "NORP"} or word.lower in speaking


def _is_passive(parsed: Parsed, verb: Word) -> bool:
    return any(child.dep in {"auxpass", "nsubjpass"} for child in parsed.children(verb))


def is_asked(parsed: Parsed, verb: Word) -> bool:
    """Tell whether a participle opens the sentence of whom it happens to: `Asked why, Lee said`."""
    bare = not any(child.dep in SUBJECTS | {"aux", "auxpass"} for child in parsed.children(verb))
    return verb.tag == "VBN" and bare and (verb.dep == "advcl" or verb.lemma == "ask")


def _own_source(parsed: Parsed, verb: Word) -> Word | None:
    children = parsed.children(verb)
    if _is_passive(parsed, verb):
        agents = [word for word in children if word.dep == "agent"]
        below = [word for agent in agents for word in parsed.children(agent)]
        return next((word for word in below if word.dep == "pobj"), None)
    for child in children:
        if child.dep not in SUBJECTS or child.lower == "there" or child.entity in {"DATE", "TIME"}:
            continue
        if child.lower in RELATIVES and verb.dep == "relcl":
            return parsed.head(verb)
        return child
    return None


def source_span(parsed: Parsed, head: Word, cue: Span) -> Span:
    """Give the noun phrase of a source: the unbroken run around its head, outside the cue."""
    below = {
        word.at
        for word in parsed.subtree(head)
        if word.sentence == head.sentence and not cue.meets(Span(word.start, word.end))
    }
    start = end = head.at
    while start - 1 in below:
        start -= 1
    while end + 1 in below:
        end += 1
    while end > head.at and _trails(parsed.words[end]):
        end -= 1
    while start < head.at and parsed.words[start].pos in {"PUNCT", "SPACE"}:
        start += 1
    return Span(parsed.words[start].start, parsed.words[end].end)


def _trails(word: Word) -> bool:
    """Tell whether a word cannot end a source: `X, who [said]`, `X, [said]`."""
    return word.pos in {"PUNCT", "SPACE", "AUX"} or word.lower in RELATIVES
