"""Metadata: what is known about a document, each thing with the words or the field it stands in."""

from collections.abc import Sequence
from itertools import islice

from onrecord.read import addresses
from onrecord.read.datelines import Dateline, dateline
from onrecord.read.dates import dates, day_in_year
from onrecord.read.facts import Fact, Role
from onrecord.read.fields import Fields
from onrecord.read.language import language
from onrecord.record import (
    DateDetail,
    Detail,
    Document,
    Metadata,
    ParagraphKind,
    Precision,
    RelatedLink,
    Span,
    UrlStatus,
)
from onrecord.spans import Anchors

DATELINE_PARAGRAPHS = 3
"""A headline that ends like a sentence, and a line below it, may stand before the dateline."""


class Findings:
    """Puts the metadata of one document together; what the publication's fields say goes first."""

    def __init__(self, document: Document, facts: Sequence[Fact], fields: Fields) -> None:
        self.document = document
        self.facts = facts
        self.fields = fields
        self.anchors = Anchors(document)

    def metadata(self, published_on: str | None) -> Metadata:
        """Give everything that is known."""
        url = self.fields.url or self._first(Role.ADDRESS, Role.REPAIRED_ADDRESS)
        line, start = self._dateline()
        published = self._published(published_on, url) or self._dated(line, start)
        return Metadata(
            title=self.fields.title or self._title(),
            publisher=self._publisher(url),
            byline=self.fields.byline or self._first(Role.BYLINE),
            agency_credits=(*self._agency(line, start), *self._all(Role.AGENCY_CREDIT)),
            photo_credits=self._all(Role.PHOTO_CREDIT),
            url=url,
            url_status=self._url_status(url),
            language=language(self.document.clean_text, self.fields.language),
            published=published,
            updated=self.fields.updated or self._date(Role.UPDATED),
            dateline_place=self._place(line, start),
            dateline_day=self._dateline_day(line, start, published),
            related_links=tuple(
                RelatedLink(fact.value, fact.target, self.anchors.at_raw(fact.span))
                for fact in self.facts
                if fact.role is Role.RELATED
            ),
        )

    def _all(self, role: Role) -> tuple[Detail, ...]:
        return tuple(
            Detail(fact.value, anchor=self.anchors.at_raw(fact.span))
            for fact in self.facts
            if fact.role is role
        )

    def _first(self, *roles: Role) -> Detail | None:
        return next((detail for role in roles for detail in self._all(role)), None)

    def _title(self) -> Detail | None:
        headline = (p for p in self.document.paragraphs if p.kind is ParagraphKind.HEADLINE)
        return next((self._words(paragraph.span) for paragraph in headline), None)

    def _words(self, clean: Span) -> Detail:
        value = self.document.clean_text[clean.start : clean.end]
        return Detail(value, anchor=self.anchors.at_clean(clean))

    def _publisher(self, url: Detail | None) -> Detail | None:
        host = addresses.host(url.value) if url else None
        name = addresses.outlet(host) if host else None
        if self.fields.publisher:
            return self.fields.publisher
        if name:
            return Detail(name, field="url host")
        return self._first(Role.PUBLISHER) or (Detail(host, field="url host") if host else None)

    def _url_status(self, url: Detail | None) -> UrlStatus:
        if not url:
            return UrlStatus.MISSING
        printed = self.fields.url or self._first(Role.ADDRESS)
        return UrlStatus.OK if printed else UrlStatus.REPAIRED

    def _published(self, given: str | None, url: Detail | None) -> DateDetail | None:
        if given:
            return DateDetail(given, Precision.DAY, field="--published-on")
        in_path = addresses.day(url.value) if url else None
        return (
            self.fields.published
            or self._date(Role.PUBLISHED)
            or (DateDetail(in_path, Precision.DAY, field="url path") if in_path else None)
        )

    def _dated(self, line: Dateline | None, start: int) -> DateDetail | None:
        """Give the day of a dateline that says its year, where nothing else says one."""
        words = self._at(start, line.day) if line else None
        date = next(dates(words.value), None) if words else None
        return (
            DateDetail(date.edtf, date.precision, anchor=words.anchor) if words and date else None
        )

    def _date(self, role: Role) -> DateDetail | None:
        for fact in self.facts:
            date = next(dates(fact.value), None) if fact.role is role else None
            if date:
                anchor = self.anchors.at_raw(fact.span)
                return DateDetail(date.edtf, date.precision, date.zone, anchor=anchor)
        return None

    def _dateline(self) -> tuple[Dateline | None, int]:
        """Give the dateline and where its paragraph begins in the clean text."""
        body = (p for p in self.document.paragraphs if p.kind is ParagraphKind.BODY)
        for paragraph in islice(body, DATELINE_PARAGRAPHS):
            found = dateline(self.document.clean_text[paragraph.start : paragraph.end])
            if found:
                return found, paragraph.start
        return None, 0

    def _at(self, start: int, span: Span | None) -> Detail | None:
        return self._words(Span(start + span.start, start + span.end)) if span else None

    def _agency(self, line: Dateline | None, start: int) -> tuple[Detail, ...]:
        found = self._at(start, line.agency) if line else None
        return (found,) if found else ()

    def _place(self, line: Dateline | None, start: int) -> Detail | None:
        return self._at(start, line.place) if line else self._first(Role.PLACE)

    def _dateline_day(
        self, line: Dateline | None, start: int, published: DateDetail | None
    ) -> DateDetail | None:
        """Read the day; without a year it is known only from the day of publication."""
        words = self._at(start, line.day) if line else None
        if not words:
            return None
        full = next(dates(words.value), None)
        day = full.edtf if full else day_in_year(words.value, published.day) if published else None
        return DateDetail(day, Precision.DAY, anchor=words.anchor) if day else None
