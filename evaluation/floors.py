"""Floors under the figures, and the figures of others that are to be beaten."""

import tomllib
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
TO_BEAT = Path(__file__).with_name("figures_to_beat.toml")

MARGIN = 1.0
"""How far under the measured figure a floor is set, in points: another machine's arithmetic may
turn one parse in a thousand."""

HEAD = """\
# Floors under the figures of `python -m evaluation`, explained in its modules; in percent.
# `python -m evaluation --raise-floors` sets each to one point under what is measured, if that is
# higher. A floor is lowered by hand, with the reason in the change log."""

NO_SCORES = frozenset({"direct_gold"})
"""Figures that say nothing about the extractor."""

Table = dict[str, dict[str, float]]


def floors(path: Path = FLOORS) -> Table:
    """Give the floor of each figure, by corpus."""
    return tomllib.loads(path.read_text("utf-8"))


def to_beat(path: Path = TO_BEAT) -> Table:
    """Give the best figure of others, by corpus."""
    return tomllib.loads(path.read_text("utf-8"))


def fallen(corpus: str, figures: dict[str, float], table: Table | None = None) -> list[str]:
    """Say of each figure of a corpus that is under its floor what it is and what it must be.

    >>> fallen("seeds", {"form": 80.0}, {"seeds": {"form": 90.0}})
    ['seeds: form is 80.0, its floor is 90.0']
    """
    wanted = (floors() if table is None else table).get(corpus, {})
    return [
        f"{corpus}: {name} is {figures.get(name, 'missing')}, its floor is {floor}"
        for name, floor in wanted.items()
        if figures.get(name, -1.0) < floor
    ]


def raised(measured: Table, table: Table) -> Table:
    """Give the floors with each raised to a margin under the measured figure, none lowered.

    >>> raised({"seeds": {"form": 90.0, "noise": 60.0}}, {"seeds": {"noise": 75.0}})
    {'seeds': {'form': 89.0, 'noise': 75.0}}
    """
    result = {corpus: dict(rows) for corpus, rows in table.items()}
    for corpus, figures in measured.items():
        rows = result.get(corpus, {})
        for name in figures.keys() - NO_SCORES:
            rows[name] = max(round(figures[name] - MARGIN, 1), rows.get(name, 0.0))
        result[corpus] = dict(sorted(rows.items()))
    return result


def text(table: Table) -> str:
    """Give floors as the text of their file."""
    parts = [
        "\n".join((f"[{corpus}]", *(f"{name} = {floor}" for name, floor in rows.items())))
        for corpus, rows in table.items()
    ]
    return "\n\n".join((HEAD, *parts)) + "\n"
