"""Parties: who takes part in what a sentence tells, from its noun phrases."""

from onrecord.extract.parties.chunks import Chunk, chunks
from onrecord.extract.parties.who import Parties

__all__ = ["Chunk", "Parties", "chunks"]
