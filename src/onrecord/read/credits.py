"""Credits: who took the picture, and which agency or colleague had a part in the text."""

import re
from collections.abc import Iterator

from onrecord.read.facts import Furniture, Passage, Role, moved
from onrecord.read.passages import FINISHED
from onrecord.read.words import beginning, is_agency, is_names, words
from onrecord.record import NoiseKind, Span

LONGEST_CREDIT = 120
"""Characters; "Mandel Ngan / Pool / AFP via Getty Images" has 41, with three photographers 100."""

LONGEST_LINE = 400
"""Characters of a line that names everyone who reported, wrote and edited."""

CAPTION_WORDS = 12
"""A caption up to here only names what is seen, as in "Vladimir Putin.", and goes with its credit;
a longer one tells something and stays."""

IN_BRACKETS = re.compile(r"\((?P<credit>[^()]{3,120})\)\Z")
LAST_SENTENCE = re.compile(r"\A.{2,400}[.!?][”\"]?\s(?P<credit>.{3,120})\Z")
HOST = re.compile(r"[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}")
COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\s(?:©|\(c\)|\d{4}))", re.IGNORECASE)
OUR_REPORT = re.compile(
    r"\b(?:contributed\s(?:reporting|to\s(?:this|the)\s(?:report|story|article))"
    r"|additional\sreporting)\b",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"\b(?:contributed|reported|reporting|editing|edited|compiled)\b", re.IGNORECASE
)


def photo_credit(passage: Passage) -> Furniture | None:
    """Read "Olga Maltseva / AFP", "Photo: Jane Roe", "(AP Photo/Jane Roe)", with its caption."""
    text = passage.text
    if passage.mark or len(text) > LONGEST_LINE:
        return None
    for start, credit in _candidates(text):
        if _is_credit(credit, passage) or (start and _is_linked(credit, passage)):
            short = len(text[:start].split()) <= CAPTION_WORDS
            span = Span(passage.start + (0 if short else start), passage.end)
            kind = NoiseKind.PHOTO_CREDIT_AS_BODY_PARAGRAPH
            if passage.links:
                kind = NoiseKind.PHOTO_CREDIT_WITH_LINK
            value = passage.text[span.start - passage.start :]
            return moved(kind, span, passage.fact(Role.PHOTO_CREDIT, value))
    return None


def agency_credit(passage: Passage) -> Furniture | None:
    """Read "AFP contributed reporting.", "(Reporting by ...; editing by ...)", "© 2027 AFP"."""
    text = passage.text.strip("()[]")
    if passage.mark or len(text) > LONGEST_LINE or not _is_agency_credit(text, passage):
        return None
    fact = passage.fact(Role.AGENCY_CREDIT, text)
    return moved(NoiseKind.AGENCY_CREDIT_AS_BODY_PARAGRAPH, passage.span, fact)


def _candidates(text: str) -> Iterator[tuple[int, str]]:
    """Give where a credit may begin, and the credit without its brackets."""
    if len(text) <= LONGEST_CREDIT:
        yield 0, text.strip("()")
    for pattern in (IN_BRACKETS, LAST_SENTENCE):
        match = pattern.search(text)
        if match and match.start("credit") > 1:
            bracket = 1 if pattern is IN_BRACKETS else 0
            yield match.start("credit") - bracket, match["credit"].strip("()")


def _is_credit(credit: str, passage: Passage) -> bool:
    small = words("credit_words") | words("picture_sources") | {"press", "service", "office"}
    label = beginning("credit_labels").match(credit)
    if label and re.match(r"\s?(?:[:/]|by\s)", credit[label.end() :]):
        rest = re.sub(r"^\s?(?:[:/]|by\s)", "", credit[label.end() :])
        return is_names(rest, small) and not re.search(r"[.!?]\s", rest)
    parts = [part for part in re.split(r"\s?/\s?|\svia\s|\s\|\s", credit) if part]
    if len(parts) < 2 or not is_names(credit, small) or FINISHED.search(credit):
        return False
    known = any(_is_picture_source(part) for part in parts)
    return known or (passage.head and " / " in credit)


def _is_picture_source(part: str) -> bool:
    name = part.strip().lower()
    return is_agency(part) or name in words("picture_sources") or is_agency(name.upper())


def _is_linked(credit: str, passage: Passage) -> bool:
    """Tell whether a caption above the body ends in the name of a site, with a link to it."""
    return passage.head and bool(passage.links) and HOST.fullmatch(credit) is not None


def _is_agency_credit(text: str, passage: Passage) -> bool:
    small = words("credit_words")
    if OUR_REPORT.search(text) and is_names(text, small):
        return True
    if not (passage.head or passage.tail):
        return False
    if is_agency(text) or COPYRIGHT.match(text):
        return True
    named = is_names(text, small)
    return named and bool(beginning("credit_beginnings").match(text) or _all_reported(text))


def _all_reported(text: str) -> bool:
    """Tell whether each sentence says that somebody reported from somewhere."""
    sentences = [part for part in re.split(r"[.;]\s", text) if part]
    return all(REPORTED.search(sentence) for sentence in sentences)
