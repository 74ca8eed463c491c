"""Parties: who takes part in what a sentence tells, from its noun phrases."""

from onrecord.extract.parties.chunks import Chunk, chunks
from onrecord.extract.parties.subjects import Subjects
from onrecord.extract.parties.who import Parties
from onrecord.extract.parties.windows import Window, Windows

__all__ = ["Chunk", "Parties", "Subjects", "Window", "Windows", "chunks"]
