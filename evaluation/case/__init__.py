"""Scores on a case: articles with gold annotation of everything they report."""

from evaluation.case.articles import Case, CaseArticle, load
from evaluation.case.checks import Check
from evaluation.case.figures import Result, result

__all__ = ["Case", "CaseArticle", "Check", "Result", "load", "result"]
