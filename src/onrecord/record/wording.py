"""Values of entries in plain words, for the log of decisions and for what is compared."""

from typing import Any

from onrecord.record.actors import Mention
from onrecord.record.anchors import Anchor
from onrecord.record.stances import StanceObject
from onrecord.record.statements import Certainty


def in_words(value: Any) -> str:
    """Give the words themselves on one line, a code, an id, a label; nothing for nothing."""
    match value:
        case None:
            return ""
        case Anchor():
            return " ".join(value.exact.split())
        case Mention():
            return in_words(value.anchor)
        case StanceObject():
            return value.label
        case tuple():
            return " … ".join(map(in_words, value))
        case Certainty():
            return f"{value.source}, {value.author}"
        case _:
            return str(value)
