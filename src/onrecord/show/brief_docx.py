"""A brief as a Word document (ECMA-376): its headings, lists and links, and nothing of the day.

It is made of the brief's Markdown, so that both say the same. The same brief gives the same bytes:
the archive is written anew, with the first day that an archive can hold in every place for a time,
and without compression, which differs from one version of its library to the next.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Written
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.show.plain import for_xml

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
CITED = re.compile(r"(\[[0-9]{1,6}\])")
STYLES = {"bullet_list_open": "List Bullet", "ordered_list_open": "List Number"}
UNIX = 3
"""The system that an archive says it was made on (APPNOTE 4.4.2.2), whichever it was."""


def word_document(markdown: str) -> bytes:
    """Give a brief as the bytes of a DOCX file."""
    written = Document()
    _say_what_it_is(written)
    _Writer(written).write(MarkdownIt("commonmark", {"html": False}).parse(markdown))
    file = BytesIO()
    written.save(file)
    return _the_same_always(file)


def _say_what_it_is(written: Written) -> None:
    about = written.core_properties
    about.title, about.author, about.comments = "Brief", "onrecord", ""
    about.last_modified_by, about.revision = "onrecord", 1
    about.created = about.modified = datetime(*FIRST_DAY)


def _the_same_always(file: BytesIO) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(file) as parts, zipfile.ZipFile(made, "w") as archive:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system = UNIX
            archive.writestr(entry, parts.read(name))
    return made.getvalue()


class _Writer:
    """Writes the blocks of Markdown into a document."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._sources = 0

    def write(self, tokens: list[Token]) -> None:
        """Write headings, paragraphs and lists, each source with a place that numbers lead to."""
        lists: list[str] = []
        level = 0
        for token in tokens:
            if token.type in STYLES:
                lists.append(token.type)
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                lists.pop()
            elif token.type == "heading_open":
                level = int(token.tag[1:])
            elif token.type == "inline":
                self._block(token, lists[-1] if lists else "", level)
                level = 0

    def _block(self, token: Token, in_list: str, level: int) -> None:
        if level:
            paragraph = self._written.add_heading(level=level - 1)
        else:
            paragraph = self._written.add_paragraph(style=STYLES.get(in_list))
        if in_list == "ordered_list_open":
            self._sources += 1
            _bookmark(paragraph, self._sources)
        self._inline(paragraph, token.children or [])

    def _inline(self, paragraph: Paragraph, tokens: list[Token]) -> None:
        bold, address = False, ""
        for token in tokens:
            if token.type in {"strong_open", "strong_close"}:
                bold = token.type == "strong_open"
            elif token.type == "link_open":
                address = str(token.attrGet("href") or "")
            elif token.type == "link_close":
                address = ""
            elif token.content or token.type in {"softbreak", "hardbreak"}:
                for words, target in _linked(token.content or " ", address):
                    _add(paragraph, words, target, bold=bold)


def _linked(words: str, address: str) -> Iterator[tuple[str, str]]:
    """Give words with where they lead: numbers in brackets to their source, links out."""
    if address:
        yield words, address
        return
    for part in CITED.split(words):
        if part:
            yield part, f"#{part[1:-1]}" if CITED.fullmatch(part) else ""


def _add(paragraph: Paragraph, words: str, target: str, *, bold: bool) -> None:
    run = paragraph.add_run(for_xml(words))
    run.bold = bold or None
    if target:
        _lead(paragraph, run, target)


def _lead(paragraph: Paragraph, run: Run, target: str) -> None:
    """Make a run a link: to a place of the document where the target begins with #, else out."""
    link = OxmlElement("w:hyperlink")
    if target.startswith("#"):
        link.set(qn("w:anchor"), f"source-{target[1:]}")
    else:
        kind = RELATIONSHIP_TYPE.HYPERLINK
        link.set(qn("r:id"), paragraph.part.relate_to(target, kind, is_external=True))
    run.font.underline = True
    paragraph._p.remove(run._r)
    link.append(run._r)
    paragraph._p.append(link)


def _bookmark(paragraph: Paragraph, number: int) -> None:
    """Give a paragraph the name `source-N`."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
        paragraph._p.append(mark)
    start.set(qn("w:name"), f"source-{number}")
