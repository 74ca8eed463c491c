"""What stands before or beside a name as a title, and the body it belongs to."""

from collections.abc import Iterator
from functools import cache

from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.phrases import read
from onrecord.extract.speakers.wordlists import source_words

Title = tuple[str, str]
"""A title and its body, both empty where there is none."""
NONE: Title = ("", "")
NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC"})
QUALIFIERS = frozenset({"special", "former", "deputy", "acting", "chief"})
BODY_PREPOSITIONS = frozenset({"of", "for", "at", "with"})
BESIDE = 7
"""Words in which a title set beside a name must end: `the union's acting general secretary`."""
HONOURS = frozenset({"H.E.", "HE", "Dr", "Dr.", "Prof.", "Amb."})
AHEAD = 14
"""Words before a comma in which a title begins: `the head of the delegation of Chile, [Lee]`."""
BRACKET = 8
"""Words in a bracket behind a name: `(D-Ohio)`, `(R)`."""


@cache
def titles() -> frozenset[tuple[str, ...]]:
    """Give what can stand before a name: offices and titles of address."""
    words = source_words()
    address = words.male | words.female | words.neutral
    return words.offices | {(word,) for word in address}


@cache
def title_words() -> frozenset[str]:
    """Give the titles of one word."""
    return frozenset(title[0] for title in titles() if len(title) == 1)


@cache
def courtesy() -> frozenset[str]:
    """Give the titles that are no office: `Mr.`."""
    words = source_words()
    return (words.male | words.female) - words.heads


@cache
def _ends() -> frozenset[str]:
    return frozenset(title[-1] for title in titles())


@cache
def _longest() -> int:
    return max(len(title) for title in titles())


def title_ending(parsed: Parsed, end: int) -> int | None:
    """Give where the longest title begins that ends before this word, None if none does."""
    if not end or parsed.words[end - 1].lower not in _ends():
        return None
    for size in range(_longest(), 0, -1):
        begin = end - size
        if begin < 0 or parsed.words[begin].sentence != parsed.words[end - 1].sentence:
            continue
        if tuple(word.lower for word in parsed.words[begin:end]) in titles():
            return begin
    return None


def title_before(parsed: Parsed, start: int) -> tuple[int, str, str]:
    """Give where a title before a name begins, the title, and the body it belongs to.

    `Ukrainian President [Volodymyr Zelensky]` gives `President` and `Ukrainian`.
    """
    words = parsed.words
    begin = title_ending(parsed, start)
    if begin is None or words[begin].sentence != words[min(start, len(words) - 1)].sentence:
        return start, "", ""
    title = " ".join(word.text for word in words[begin:start])
    body_start = _body_start(parsed, begin)
    stop = begin - 1 if begin and words[begin - 1].tag == "POS" else begin
    body = " ".join(w.text for w in words[body_start:stop] if w.lower != "the")
    return body_start, title, body


def _body_start(parsed: Parsed, begin: int) -> int:
    """Give where the words begin that say of what: entities that touch the title."""
    at, inside = begin, False
    while at > 0:
        before = parsed.words[at - 1]
        if before.sentence != parsed.words[begin].sentence:
            break
        named = before.entity in NAMED or before.tag == "POS" or before.pos == "PROPN"
        body = before.lemma in source_words().bodies or (inside and before.pos in {"ADJ", "NOUN"})
        if not (named or body) and before.lower not in QUALIFIERS:
            break
        inside = before.lemma in source_words().bodies or (inside and before.pos != "PROPN")
        at -= 1
    return at


def title_near(parsed: Parsed, places: tuple[int, int, int]) -> Title | None:
    """Give the title beside a name, else the one before its title of address, None without one.

    `places` are where that title begins, where the name begins and where it ends.
    """
    title_start, start, end = places
    _, *ahead = title_before(parsed, title_start) if title_start < start else (0, "", "")
    return next((t for t in (title_beside(parsed, start, end), (ahead[0], ahead[1])) if t[0]), None)


def title_beside(parsed: Parsed, start: int, end: int) -> Title:
    """Give the title that a comma sets beside a name, and the body it belongs to.

    `Iceland's chief negotiator, [Jon Arnarson],` and `[Jon Arnarson], Iceland's chief negotiator,`.
    """
    words, comma = parsed.words, start - 1
    while comma > 0 and (words[comma].lower in courtesy() or words[comma].text in HONOURS):
        comma -= 1
    if comma > 0 and words[comma].text == "," and _same_sentence(parsed, comma - 1, start):
        for last in range(comma, max(comma - AHEAD, 0), -1):
            if last < comma and words[last].text == ",":
                break
            joined = last == comma or words[last].lower in BODY_PREPOSITIONS
            first, title, body = title_before(parsed, last) if joined else (0, "", "")
            ahead = [word.lower for word in words[max(first - 2, 0) : first] if word.lower != "the"]
            inner = bool(ahead) and ahead[-1] in BODY_PREPOSITIONS  # `the aide of the king, [Lee]`
            if title and not inner and _same_sentence(parsed, last - 1, start):
                return title, _body_behind(parsed, last) or body
    behind = apposition(parsed, end)
    return _title_after(parsed, behind) if behind is not None else NONE


def apposition(parsed: Parsed, end: int) -> int | None:
    """Give the word after the comma behind a name and its bracket, None without a comma."""
    at = after_bracket(parsed, end)
    words = parsed.words
    if at + 1 < len(words) and words[at].text == "," and _same_sentence(parsed, at + 1, end - 1):
        return at + 1
    return None


def after_bracket(parsed: Parsed, end: int) -> int:
    """Give the word after a bracket behind a name: `Ann Lee (D-Ohio) [said]`."""
    words = parsed.words
    if end < len(words) and words[end].tag == "-LRB-":
        for at in range(end + 1, min(end + BRACKET, len(words))):
            if words[at].tag == "-RRB-":
                return at + 1
    return end


def _title_after(parsed: Parsed, first: int) -> Title:
    """Give a title behind a name and a comma: a determiner or owner, then the title."""
    for end in _title_ends(parsed, first):
        begin, title, body = title_before(parsed, end)
        if title and begin >= first - 1:
            return title, body or _body_behind(parsed, end)
    return NONE


def _title_ends(parsed: Parsed, first: int) -> Iterator[int]:
    """Give the ends of the titles in the first words beside a name."""
    words = parsed.words[first : first + BESIDE]
    if not words or not _opens(words[0]):
        return
    for place, word in enumerate(words):
        if word.pos in {"PUNCT", "ADP", "VERB"}:
            return
        following = parsed.words[first + place + 1 : first + place + 2]
        goes_on = bool(following) and (following[0].pos == "NOUN" or following[0].tag == "POS")
        if title_ending(parsed, first + place + 1) is not None and not goes_on:
            yield first + place + 1


def _opens(word: Word) -> bool:
    """Tell whether a word opens a title beside a name: `the`, `Iceland's`, `president of …`."""
    return word.pos in {"DET", "PROPN", "NOUN", "ADJ"} or word.tag == "PRP$" or bool(word.entity)


def _body_behind(parsed: Parsed, end: int) -> str:
    """Give the body that a preposition brings: `president [of the bank]`; nobody's name is one."""
    words = parsed.words
    if end + 1 >= len(words) or words[end].lower not in BODY_PREPOSITIONS:
        return ""
    sentence = parsed.sentences[words[end].sentence]
    phrase = read(words[end + 1 : min(end + 1 + 2 * BESIDE, sentence.last)])
    head = phrase.head
    lower = source_words()
    if head.entity in {"PERSON", "DATE"} or phrase.words[:1] != words[end + 1 : end + 2]:
        return ""
    if head.pos != "PROPN" and head.lemma not in lower.bodies:
        return ""
    core = [word for word in phrase.core if word.pos != "DET"]
    core = core[:-1] if core and core[-1].tag == "POS" else core
    return parsed.text[core[0].start : core[-1].end].strip(" .,") if core else ""


def spokes_body(parsed: Parsed, at: int) -> str | None:
    """Give the body that a spokesperson without a name speaks for, None where none is named."""
    _, title, body = title_before(parsed, at + 1)
    body = body or _body_behind(parsed, at + 1)
    person = {word.entity for word in parsed.words[max(0, at - 2) : at]} == {"PERSON"}
    return body if title and body and not person else None


def _same_sentence(parsed: Parsed, one: int, other: int) -> bool:
    return parsed.words[one].sentence == parsed.words[other].sentence
