"""Tells whether the speaker that the extractor names is the actor whom the gold names.

`speaker` is strict, over the attributions whose contents overlap. A name leads, in this order: to
the actor that the gold gives for these words in this article (titles, metonyms); to the actors that
bear it as name or alias; where it is no more than the words of the source ("two people briefed on
the talks"), to the actors of the statement whose source it overlaps; to the actors of which the
longest name or alias ends it ("Russian President Vladimir Putin"). Case, quotation marks, markup
and articles do not count, pronouns are no names. No speaker is right where the gold has nobody
(`act:agentless`) or the author.

`speaker_by_span` is lenient: a source that overlaps that of a statement leads to its actors,
whatever name was given to it.
"""

import re
from collections.abc import Iterator

from evaluation.case.articles import Case, CaseArticle, span
from evaluation.case.attributions import Joined, pairs
from evaluation.case.checks import Check
from evaluation.extracting import Json, spans

AUTHOR = re.compile(r"act:agentless$|act:author_")
IGNORED = re.compile(r"[\"'“”‘’«»*_\[\]`]|\(#?\)")
ARTICLE = re.compile(r"^(?:the|an?) ")
PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "him", "her", "them", "us", "who"])


def plain(words: str) -> str:
    """Give words without case, quotation marks, markup and the article before them.

    >>> plain("**The** “Amber  House”")
    'amber house'
    """
    return ARTICLE.sub("", " ".join(IGNORED.sub("", words).casefold().split()))


class Directory:
    """The actors of a case by their names, as one article uses them."""

    def __init__(self, case: Case, article: CaseArticle) -> None:
        self._names: dict[str, set[str]] = {}
        for actor in case.gold["actors"]:
            for name in (actor["name"], *actor.get("aliases", ())):
                self._names.setdefault(plain(name), set()).add(actor["id"])
        self._here: dict[str, set[str]] = {}
        for row in case.rows("coreference_and_metonyms", article):
            words = plain(row["mention"]["exact"])
            if words not in PRONOUNS:
                self._here.setdefault(words, set()).add(row["actor"])

    def named(self, name: str) -> frozenset[str]:
        """Give the actors that bear the name, in this article first; none where nobody does."""
        words = plain(name)
        return frozenset(self._here.get(words) or self._names.get(words, set()))

    def ended(self, name: str) -> frozenset[str]:
        """Give the actors whose name or alias, the longest there is, ends these words."""
        words = plain(name)
        fitting = (known for known in self._names if words.endswith(" " + known))
        return frozenset(self._names.get(max(fitting, key=len, default=""), set()))


def checks(case: Case, article: CaseArticle) -> Iterator[Check]:
    """Give the speaker of every attribution that is found, by name and by span."""
    directory = Directory(case, article)
    for gold, found in pairs(article):
        place = f"{gold.name} “{article.words(spans(found['source']))}”"
        wanted, name = ", ".join(sorted(gold.actors)), found["speaker"] or "nobody"
        spanned, called = by_span(article, found), by_name(article, found, directory)
        yield Check("speaker", _right(gold, found, called), place, wanted, name)
        yield Check("speaker_by_span", _right(gold, found, spanned), place, wanted, name)


def by_name(article: CaseArticle, found: Json, directory: Directory) -> frozenset[str]:
    """Give the actors that the name of a found speaker leads to."""
    name = found["speaker"] or ""
    left = by_span(article, found) if _left_as_words(article, found) else frozenset()
    return directory.named(name) or left or directory.ended(name)


def _right(gold: Joined, found: Json, actors: frozenset[str]) -> bool:
    nobody = found["speaker"] is None and not actors
    if nobody:
        return any(AUTHOR.match(actor) for actor in gold.actors)
    return bool(actors & gold.actors)


def _left_as_words(article: CaseArticle, found: Json) -> bool:
    """Tell whether the speaker's name is no more than the words of the source."""
    words, name = plain(article.words(spans(found["source"]))), plain(found["speaker"] or "")
    return bool(name) and words not in PRONOUNS and (name in words or words in name)


def by_span(article: CaseArticle, found: Json) -> frozenset[str]:
    """Give the actors of the statements whose source the found source overlaps."""
    sources = spans(found["source"])
    return frozenset(
        actor
        for row in article.statements
        if row["source"]["mention"]
        and any(span(row["source"]["mention"]).meets(one) for one in sources)
        for actor in row["source"]["actors"]
    )
