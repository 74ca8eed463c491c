"""Texts of plans: what was published or leaked of a version, point by point."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from onrecord.record.anchors import Anchor
from onrecord.record.ids import identify


class PointKind(StrEnum):
    """What a passage of a plan is: a heading, a numbered point, an option, a plain paragraph."""

    HEADING = "heading"
    POINT = "point"
    OPTION = "option"
    PARAGRAPH = "paragraph"


class TextState(StrEnum):
    """How far the wording is settled, as the text itself marks it; no mark says nothing.

    The names follow the colours of the EU-UK draft withdrawal agreement of 19 March 2018 (agreed,
    agreed in its aim, one side's proposal) and the square brackets of conference drafts.
    """

    AGREED = "agreed"
    AGREED_ON_OBJECTIVE = "agreed_on_objective"
    PROPOSED_OPEN = "proposed_open"
    BRACKETED = "bracketed"
    DELETED = "deleted"
    UNKNOWN = "unknown"


class Bracketing(StrEnum):
    """How much of a passage stands in square brackets."""

    NONE = "none"
    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Point:
    """One passage of a plan's text at its place.

    `number` is the label as printed (`(a)`, `Article 2bis`, `Option 1`), None where there is none.
    `path` is the way to it through the labels above: `Article 2 / 1 / (a)`; passages without a
    label count as `¶1`, `¶2` under what they stand in. `words` are its words without label and
    marks of markup, `anchor` the same stretch as published, label and marks included. `parent` is
    the id of the passage that it stands in, `option` the label of the option that it belongs to.
    `category` is a leaf of a codebook.
    """

    point_id: str
    kind: PointKind
    path: str
    words: str
    anchor: Anchor
    number: str | None = None
    parent: str | None = None
    option: str | None = None
    bracketing: Bracketing = Bracketing.NONE
    state: TextState = TextState.UNKNOWN
    category: str | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether its wording is marked as not agreed: by brackets, or as an option."""
        return self.bracketing is not Bracketing.NONE or self.option is not None


class TextLabel(NamedTuple):
    """What the user calls a text: the plan, its version, the day of the version as EDTF or None.

    A text that is only compared has the name of its file and no version.
    """

    plan: str
    version: str = ""
    dated: str | None = None

    def __str__(self) -> str:
        """Give plan and version in a few words."""
        return ", ".join(filter(None, (self.plan, self.version)))


@dataclass(frozen=True, slots=True)
class PlanText:
    """The text of one version of a plan, as one reader read it in one document.

    `title` is the document's own, None where it has none.
    """

    doc_id: str
    label: TextLabel
    reader: str
    points: tuple[Point, ...]
    title: str | None = None

    @property
    def text_id(self) -> str:
        """The id that document, labels and reader define."""
        return text_id(self.doc_id, self.label, self.reader)


def text_id(doc_id: str, label: TextLabel, reader: str) -> str:
    """Give the id of a text; spellings of one label that differ in case are one."""
    names = (label.plan.casefold(), label.version.casefold())
    return identify("txt", doc_id, *names, label.dated, reader)
