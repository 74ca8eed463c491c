"""Floors under the figures, and the figures of others: systems, baselines, and people."""

import tomllib
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
TO_BEAT = Path(__file__).with_name("figures_to_beat.toml")

MARGIN = 1.0
"""How far under the measured figure a floor is set, in points: another machine's arithmetic may
turn one parse in a thousand."""

FRACTIONS = frozenset({"r", "mae", "macro_f1", "accuracy"})
"""Figures that are no percentages: their margin is a hundredth of it."""

AT_MOST = frozenset({"mae", "calibration_error"})
"""Figures that are better the lower they are: what stands in the table of floors is a ceiling."""

HEAD = """\
# Floors under the figures of `python -m evaluation`, explained in its modules; in percent.
# `python -m evaluation --raise-floors` sets each to one point under what is measured, if that is
# higher. A floor is lowered by hand, with the reason in the change log."""

NO_SCORES = frozenset({"direct_gold", "no_speaker", "pronoun_as_speaker"})
"""Figures that say nothing about the extractor, or are better the lower they are."""

ALWAYS_ZERO = frozenset({"pronoun_as_speaker"})
"""Counts of what must never be."""

NO_FLOORS = frozenset(
    {
        "article_pages",
        "polnear_dev_confidence",
        "polnear_dev_kinds",
        "re3d",
        "unscon",
    }
)
"""Corpora whose figures have no floors: in a kind of few attributions one of them is more than the
margin, a confidence is to be true, not high, and what nothing was made for is reported only."""

Table = dict[str, dict[str, float]]
Others = dict[str, dict[str, dict[str, float]]]
"""The figures of others: by corpus, by their name."""


def floors(path: Path = FLOORS) -> Table:
    """Give the floor of each figure, by corpus."""
    return tomllib.loads(path.read_text("utf-8"))


def others(path: Path = TO_BEAT) -> Others:
    """Give what others reach, by corpus and by their name."""
    return tomllib.loads(path.read_text("utf-8"))


def fallen(corpus: str, figures: dict[str, float], table: Table | None = None) -> list[str]:
    """Say of each figure of a corpus that is not as it must be what it is and what it must be.

    >>> fallen("seeds", {"form": 80.0}, {"seeds": {"form": 90.0}})
    ['seeds: form is 80.0, its floor is 90.0']
    >>> fallen("uw", {"mae": 0.5}, {"uw": {"mae": 0.4}})
    ['uw: mae is 0.5, its ceiling is 0.4']
    """
    wanted = (floors() if table is None else table).get(corpus, {})
    under = [
        f"{corpus}: {name} is {figures.get(name, 'missing')}, its {_bound(name)} is {limit}"
        for name, limit in wanted.items()
        if name not in figures or _beyond(name, figures[name], limit)
    ]
    never = [name for name in figures if name in ALWAYS_ZERO and figures[name]]
    return under + [f"{corpus}: {name} is {figures[name]}, it must be 0" for name in never]


def _bound(name: str) -> str:
    return "ceiling" if name in AT_MOST else "floor"


def _beyond(name: str, value: float, limit: float) -> bool:
    return value > limit if name in AT_MOST else value < limit


def raised(measured: Table, table: Table) -> Table:
    """Give the floors with each raised to a margin under the measured figure, none lowered.

    A ceiling is lowered to a margin over it, and never raised.

    >>> raised({"seeds": {"form": 90.0, "noise": 60.0}}, {"seeds": {"noise": 75.0}})
    {'seeds': {'form': 89.0, 'noise': 75.0}}
    >>> raised({"uw": {"mae": 0.3}}, {})
    {'uw': {'mae': 0.31}}
    """
    result = {corpus: dict(rows) for corpus, rows in table.items()}
    for corpus, figures in measured.items():
        if corpus in NO_FLOORS:
            continue
        rows = result.get(corpus, {})
        for name in figures.keys() - NO_SCORES:
            rows[name] = _tightened(name, figures[name], rows.get(name))
        result[corpus] = dict(sorted(rows.items()))
    return result


def _tightened(name: str, value: float, limit: float | None) -> float:
    """Give a floor or ceiling at its margin from a figure, or the present one if it is tighter."""
    margin, digits = (MARGIN / 100, 3) if name in FRACTIONS else (MARGIN, 1)
    if name in AT_MOST:
        found = round(value + margin, digits)
        return found if limit is None else min(found, limit)
    return max(round(value - margin, digits), limit or 0.0)


def text(table: Table) -> str:
    """Give floors as the text of their file."""
    parts = [
        "\n".join((f"[{corpus}]", *(f"{name} = {floor}" for name, floor in rows.items())))
        for corpus, rows in table.items()
    ]
    return "\n\n".join((HEAD, *parts)) + "\n"
