"""All figures of a case."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.attribution_scores import figures as attribution_figures
from evaluation.attribution_scores import score
from evaluation.case import (
    around,
    attributions,
    circumstances,
    meetings,
    provisions,
    speakers,
    stances,
    statements,
    times,
)
from evaluation.case.articles import Case, CaseArticle, load
from evaluation.case.checks import Check, shares
from evaluation.tally import Tally


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of a case, the tallies of its attributions, and every single check."""

    figures: dict[str, float]
    tallies: dict[str, Tally]
    checks: tuple[Check, ...]

    @property
    def mistakes(self) -> list[Check]:
        """What is not right, figure by figure."""
        return sorted((c for c in self.checks if not c.right), key=lambda check: check.figure)

    @property
    def counts(self) -> dict[str, Tally]:
        """Right checks and all checks of each figure."""
        found: dict[str, Tally] = {}
        for check in self.checks:
            found[check.figure] = found.get(check.figure, Tally()) + Tally.share(check.right, 1)
        return found


def result(folder: Path) -> Result:
    """Run the extractor on the case in a folder and score everything that it gives."""
    case = load(folder)
    tallies = score(attributions.scored(article) for article in case.articles)
    each = (check for article in case.articles for check in _checks(case, article))
    checked = (*each, *stances.checks(case), *provisions.checks(case), *meetings.checks(case))
    direct = tallies.get("direct.overlap", Tally())
    figures = {
        **shares(checked),
        **stances.figures(case, checked),
        **provisions.figures(checked),
        **meetings.figures(checked),
        **attribution_figures(tallies),
        "direct_found": direct.hit_gold,
        "direct_gold": direct.gold,
    }
    return Result(dict(sorted(figures.items())), tallies, checked)


def _checks(case: Case, article: CaseArticle) -> Iterator[Check]:
    yield from attributions.checks(article)
    yield from speakers.checks(case, article)
    yield from statements.checks(article)
    yield from circumstances.checks(article)
    yield from times.checks(case, article)
    yield from around.checks(case, article)
