"""How certain it is, to whom it was said and where: what a statement tells beside its codes.

Scored on the matched statements of `evaluation.case.statements`:

factuality_source, factuality_author, conditional
    The same value as in the gold; a source value that the gold leaves open is not scored.
hedges_recall, hedges_precision
    Gold hedges that share words with a found one; found ones that share words with a gold one.
    The gold names hedges by their words alone, without a place.
addressee, venue
    Of the gold statements with one: an addressee whose words are found at all, an occasion whose
    words are of the gold's code. Many stand in another sentence; the gold gives no words for them.
addressee_precision, venue_precision
    Of the found ones, those of statements with one in the gold.
"""

from collections.abc import Iterator

from evaluation.case.articles import CaseArticle
from evaluation.case.checks import Check
from evaluation.case.statements import matches
from evaluation.extracting import Json
from onrecord.extract.words import word_list


def checks(article: CaseArticle) -> Iterator[Check]:
    """Give the checks of one article."""
    for row, found in matches(article):
        yield from _certainty(row, found)
        yield from _hedges(row, found)
        yield from _circumstances(article, row, found)


def _certainty(row: Json, found: Json) -> Iterator[Check]:
    gold, given = row["factuality"], found["certainty"]
    for side in ("source", "author"):
        if gold[side]:
            right = gold[side] == given[side]
            place = f"{row['id']} {row['gist']}"
            yield Check(f"factuality_{side}", right, place, gold[side], given[side])
    wanted = bool(gold.get("conditional"))
    right = wanted == given["conditional"]
    yield Check("conditional", right, row["id"], str(wanted), str(given["conditional"]))


def _hedges(row: Json, found: Json) -> Iterator[Check]:
    gold = [words.lower() for words in row["hedges"]]
    given = [hedge["exact"].lower() for hedge in found["certainty"]["hedges"]]
    for words in gold:
        right = any(_shared(words, other) for other in given)
        yield Check("hedges_recall", right, row["id"], words, ", ".join(given))
    for words in given:
        right = any(_shared(words, other) for other in gold)
        yield Check("hedges_precision", right, row["id"], ", ".join(gold), words)


def _shared(one: str, other: str) -> bool:
    return one in other or other in one


def _circumstances(article: CaseArticle, row: Json, found: Json) -> Iterator[Check]:
    for name in ("addressee", "venue"):
        words = " ".join(article.text[start:end] for start, end in found[name])
        gold = row[name]
        right = bool(words) if name == "addressee" else gold in venue_codes(words)
        if gold:
            yield Check(name, right, row["id"], gold, words)
        if words:
            yield Check(f"{name}_precision", bool(gold), row["id"], str(gold), words)


def venue_codes(words: str) -> set[str]:
    """Give the codes of the occasions that words name.

    >>> sorted(venue_codes("at a news conference"))
    ['press_conference', 'spoken']
    """
    kinds = word_list("venues")["venues"]
    return {kind for kind, nouns in kinds.items() if any(noun in words.lower() for noun in nouns)}
