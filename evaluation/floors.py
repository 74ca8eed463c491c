"""Floors under the figures, and the figures of others: systems to be beaten, and people."""

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

NO_SCORES = frozenset({"direct_gold", "no_speaker", "pronoun_as_speaker"})
"""Figures that say nothing about the extractor, or are better the lower they are."""

ALWAYS_ZERO = frozenset({"pronoun_as_speaker"})
"""Counts of what must never be."""

NO_FLOORS = frozenset({"polnear_dev_kinds", "polnear_dev_confidence"})
"""Corpora whose figures have no floors: in a kind of few attributions one of them is more than the
margin, and a confidence is to be true, not high."""

Table = dict[str, dict[str, float]]


def floors(path: Path = FLOORS) -> Table:
    """Give the floor of each figure, by corpus."""
    return tomllib.loads(path.read_text("utf-8"))


def to_beat(path: Path = TO_BEAT) -> Table:
    """Give the best figure of other systems, by corpus."""
    table: Table = tomllib.loads(path.read_text("utf-8"))["systems"]
    return table


def people(path: Path = TO_BEAT) -> Table:
    """Give how far people agree with one another, by corpus."""
    table: Table = tomllib.loads(path.read_text("utf-8"))["people"]
    return table


def fallen(corpus: str, figures: dict[str, float], table: Table | None = None) -> list[str]:
    """Say of each figure of a corpus that is not as it must be what it is and what it must be.

    >>> fallen("seeds", {"form": 80.0}, {"seeds": {"form": 90.0}})
    ['seeds: form is 80.0, its floor is 90.0']
    """
    wanted = (floors() if table is None else table).get(corpus, {})
    under = [
        f"{corpus}: {name} is {figures.get(name, 'missing')}, its floor is {floor}"
        for name, floor in wanted.items()
        if figures.get(name, -1.0) < floor
    ]
    never = [name for name in figures if name in ALWAYS_ZERO and figures[name]]
    return under + [f"{corpus}: {name} is {figures[name]}, it must be 0" for name in never]


def raised(measured: Table, table: Table) -> Table:
    """Give the floors with each raised to a margin under the measured figure, none lowered.

    >>> raised({"seeds": {"form": 90.0, "noise": 60.0}}, {"seeds": {"noise": 75.0}})
    {'seeds': {'form': 89.0, 'noise': 75.0}}
    """
    result = {corpus: dict(rows) for corpus, rows in table.items()}
    for corpus, figures in measured.items():
        if corpus in NO_FLOORS:
            continue
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
