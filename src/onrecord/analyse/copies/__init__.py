"""Which documents rest on one source, and which statements are reports of one utterance."""

from onrecord.analyse.copies.independence import Independence, Source, Tie, Ties
from onrecord.analyse.copies.limits import VERSION
from onrecord.analyse.copies.outlets import Outlets
from onrecord.analyse.copies.relations import Article, relation
from onrecord.analyse.copies.sketches import Index, sketch
from onrecord.analyse.copies.stories import Member, Story, changed, fresh, repeated, stories
from onrecord.analyse.copies.texts import Text
from onrecord.analyse.copies.utterances import Link, Utterance, utterances
from onrecord.analyse.copies.wordings import (
    Difference,
    Reported,
    Wording,
    word_differences,
    wordings,
)

__all__ = [
    "VERSION",
    "Article",
    "Difference",
    "Independence",
    "Index",
    "Link",
    "Member",
    "Outlets",
    "Reported",
    "Source",
    "Story",
    "Text",
    "Tie",
    "Ties",
    "Utterance",
    "Wording",
    "changed",
    "fresh",
    "relation",
    "repeated",
    "sketch",
    "stories",
    "utterances",
    "word_differences",
    "wordings",
]
