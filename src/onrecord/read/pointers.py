"""Pointers: lines that lead to another article, and the address of the article itself."""

import re

from onrecord.read.facts import Fact, Furniture, Passage, Role, moved
from onrecord.read.passages import FINISHED
from onrecord.read.words import TRIMMED, beginning
from onrecord.record import Fix, Noise, NoiseKind, Span

LONGEST_POINTER = 300
"""Characters; a label and one or two headlines."""

LONGEST_ADDRESS = 2_000
"""Characters that browsers take."""

ADDRESS = re.compile(r"<?(?P<url>(?:https?://|www\.)[^\s<>]+)>?", re.IGNORECASE)
BARE_ADDRESS = re.compile(
    r"(?P<url>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/[^\s<>]+)", re.IGNORECASE
)
BROKEN = re.compile(r"[-_/=&?%.+]>?\Z")
"""How an address ends that goes on after a page break."""

REST = re.compile(r"<?(?P<rest>[A-Za-z0-9][\w%&=?#./~+-]{2,300})>?")


def related(passage: Passage) -> Furniture | None:
    """Read "Related article: [title](#)", "ALSO READ: title"."""
    label = beginning("related_labels").match(passage.text)
    if not label or len(passage.text) > LONGEST_POINTER or passage.mark is NoiseKind.HEADING_MARKUP:
        return None
    rest = passage.text[label.end() :]
    title = rest.strip(TRIMMED.replace("“", "").replace("”", "").replace("‘", "").replace("’", ""))
    pointing = re.match(r"\s?[:|»>]|\s[—–-]\s", rest)
    if not pointing or not title or (FINISHED.search(rest) and not passage.links):
        return None
    target = next((link.target for link in passage.links if link.target), None)
    start = passage.start + passage.text.index(title, label.end())
    fact = Fact(Role.RELATED, title, Span(start, start + len(title)), target)
    return moved(NoiseKind.RELATED_LINK_AS_BODY_PARAGRAPH, passage.span, fact)


def address(passage: Passage) -> Furniture | None:
    """Read the article's own address, its label, and the rest of it after a page break."""
    if not (passage.head or passage.tail) or len(passage.text) > LONGEST_ADDRESS:
        return None
    label = beginning("address_labels").match(passage.text)
    rest = passage.text[label.end() :].lstrip(" :") if label else passage.text
    if label and not rest and passage.after and is_address(passage.after.text):
        return moved(NoiseKind.URL_FOOTER, passage.span)
    match = ADDRESS.fullmatch(rest) or (passage.tail and BARE_ADDRESS.fullmatch(rest))
    if match and (label or re.search(r"[^/:]/[^/]", rest)):
        return _address(passage, match["url"])
    return _rest(passage)


def is_address(text: str) -> bool:
    """Tell whether the text is an address and nothing else."""
    return bool(ADDRESS.fullmatch(text) or BARE_ADDRESS.fullmatch(text))


def is_broken(text: str) -> bool:
    """Tell whether the text ends in an address that goes on elsewhere."""
    return is_address(text.rpartition(" ")[2]) and BROKEN.search(text) is not None


def _address(passage: Passage, url: str) -> Furniture:
    start = passage.start + passage.text.index(url)
    rest = REST.fullmatch(passage.after.text) if passage.after and is_broken(url) else None
    if not rest or not passage.after:
        fact = Fact(Role.ADDRESS, url, Span(start, start + len(url)))
        return moved(NoiseKind.URL_FOOTER, passage.span, fact)
    span = Span(start, passage.after.end)
    fact = Fact(Role.REPAIRED_ADDRESS, url + rest["rest"], span)
    split = Noise(NoiseKind.URL_SPLIT_BY_PAGE_BREAK, span, Fix.REPLACE, fact.value)
    footer = Noise(NoiseKind.URL_FOOTER, passage.span, Fix.TO_METADATA)
    return Furniture((fact,), passage.span, (footer, split))


def _rest(passage: Passage) -> Furniture | None:
    """Read what the passage before lacks of its address."""
    broken = passage.tail and passage.before and is_broken(passage.before.text)
    if not broken or not REST.fullmatch(passage.text):
        return None
    return Furniture((), passage.span, ())
