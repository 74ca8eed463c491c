"""Speakers: who is meant by the words that name a source."""

from onrecord.extract.speakers.findings import Held, Speaker, Speakers, SpokenBy
from onrecord.extract.speakers.kinds import body_named, country_named
from onrecord.extract.speakers.resolve import Resolver
from onrecord.extract.speakers.wordlists import source_words

__all__ = [
    "Held",
    "Resolver",
    "Speaker",
    "Speakers",
    "SpokenBy",
    "body_named",
    "country_named",
    "source_words",
]
