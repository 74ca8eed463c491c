"""What the pages of plans and their parts of the API can be asked; see `asked`."""

from pydantic import Field

from onrecord.analyse.alignment import Relation
from onrecord.web.asked import Codes, Paged, View, Words, parted
from onrecord.wishes import codes

PASSAGES = 500
"""Passages of a text on one page."""
PAGE_FIELD = Field(default=1, ge=1, le=100_000, description="Which page.")


class PlansAsked(View):
    """The plans on record."""

    page: int = PAGE_FIELD


class PlanAsked(View):
    """One plan, two of its versions side by side."""

    left: Words | None = Field(
        default=None, description="A version by its label; `open` is what does not say which."
    )
    right: Words | None = Field(default=None, description="Another version.")
    show: str = Field(
        default="all",
        pattern="^(all|both|stance)$",
        description="All points, those told in both versions, those with a stance.",
    )
    page: int = PAGE_FIELD


class TextsAsked(View):
    """The texts of plans on record."""

    page: int = PAGE_FIELD


class TextAsked(View):
    """The text of a plan, with what the coverage says of a version."""

    coverage: Words | None = Field(
        default=None, description="The id of a version; `none` for the text alone."
    )
    page: int = PAGE_FIELD


class CompareAsked(View):
    """Two texts side by side."""

    left: Words | None = Field(default=None, description="A text: its id, or words of its name.")
    right: Words | None = Field(default=None, description="Another text.")
    only: Codes = Field(default=[], description="Only these: changed, moved, added …")
    page: int = PAGE_FIELD

    @property
    def relations(self) -> tuple[Relation, ...]:
        """What is asked for of what became of passages; empty for all."""
        return codes(Relation, parted(self.only))


class TwoTexts(CompareAsked):
    """Two texts, both of them named."""

    left: Words = Field(description="A text: its id, or words of its name.")
    right: Words = Field(description="Another text.")


class ProvisionsAsked(Paged):
    """What plans say, point by point, as articles report it."""

    plan: Words | None = Field(default=None, description="Part of a plan's name, or an id.")
    category: Words | None = Field(default=None, description="A code, or its beginning.")
    obligor: Words | None = Field(default=None, description="Who must act: part of a name, an id.")
    review: bool | None = Field(
        default=None, description="True: for review alone; false: without them."
    )
