"""What a document is about: plans with their versions, provisions, issues, talks, meetings."""

from onrecord.extract.matters.codebook import Codebook, Hit, Leaf, codebook, load_codebook
from onrecord.extract.matters.counts import PointCount
from onrecord.extract.matters.lineages import Lineage, Lineages, PlanReference
from onrecord.extract.matters.matter import Matter, Matters, point_id, talk_words
from onrecord.extract.matters.plans import (
    PlanMention,
    instruments,
    phrase_before,
    plan_mentions,
)
from onrecord.extract.matters.sponsors import Sponsors

__all__ = [
    "Codebook",
    "Hit",
    "Leaf",
    "Lineage",
    "Lineages",
    "Matter",
    "Matters",
    "PlanMention",
    "PlanReference",
    "PointCount",
    "Sponsors",
    "codebook",
    "instruments",
    "load_codebook",
    "phrase_before",
    "plan_mentions",
    "point_id",
    "talk_words",
]
