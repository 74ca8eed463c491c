"""Sheets: one text on the desk, between reading its lines and writing it clean."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.read.draft import Draft
from onrecord.read.facts import Furniture, Passage
from onrecord.read.layout import Kept
from onrecord.read.text import Text
from onrecord.read.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text, its tokens, the draft with one line a passage, what is furniture, what stays.

    `passages` and `moved` go side by side; spans of both and of `kept` count in the draft's text.
    """

    text: Text
    found: Tokens
    draft: Draft
    passages: Sequence[Passage]
    moved: Sequence[Furniture | None]
    kept: Sequence[Kept]
