"""Which documents rest on one source, and which statements are reports of one utterance."""

from onrecord.analyse.copies.limits import VERSION
from onrecord.analyse.copies.outlets import Outlets
from onrecord.analyse.copies.relations import Article, relation
from onrecord.analyse.copies.sketches import Index, sketch
from onrecord.analyse.copies.texts import Text

__all__ = ["VERSION", "Article", "Index", "Outlets", "Text", "relation", "sketch"]
