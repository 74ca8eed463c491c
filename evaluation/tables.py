"""Figures as tables."""

from rich.console import Console
from rich.table import Table

from evaluation.tally import Tally


def show(table: Table) -> None:
    """Print a table, as wide as it needs where the output is no terminal."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=120)
    console.print(table)


def of_tallies(title: str, tallies: dict[str, Tally]) -> Table:
    """Give precision, recall and F1 of each metric in percent, with the counts behind them."""
    table = Table("figure", title=title)
    for column in ("P", "R", "F1", "gold", "predicted"):
        table.add_column(column, justify="right")
    for name, tally in tallies.items():
        shares = (f"{100 * value:.1f}" for value in (tally.precision, tally.recall, tally.f1))
        table.add_row(name, *shares, str(tally.gold), str(tally.predicted))
    return table


def of_shares(title: str, counts: dict[str, Tally]) -> Table:
    """Give the share of right entries in each figure in percent, with the counts behind it."""
    table = Table("figure", title=title)
    for column in ("right", "all", "%"):
        table.add_column(column, justify="right")
    for name, tally in counts.items():
        table.add_row(name, str(tally.hit_gold), str(tally.gold), f"{100 * tally.recall:.1f}")
    return table
