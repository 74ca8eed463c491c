"""Events: what verbs in a text tell that somebody did to somebody, in PLOVER's types."""

from onrecord.extract.events.find import Told, told_in
from onrecord.extract.events.frames import sector_named
from onrecord.extract.events.text import events_in_text

__all__ = ["Told", "events_in_text", "sector_named", "told_in"]
