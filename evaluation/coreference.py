"""Scores who is the same: `python -m evaluation.coreference DIR`, DIR with CoNLL-U files.

The extractor reads the text that the files are put together to; the mentions of its record form
clusters by their actor, and one that names no actor is a cluster of its own. Singletons, clusters
of one mention, are kept on both sides. A possessive `'s` at the end of a mention does not count:
the gold has it inside, the record outside.

Prints three tables and ends with one line of JSON, F1 in percent. `conll_f1`, `muc`, `b3`, `ceaf`
and `mentions` are explained in `evaluation.clusters`; they are measured against

all of the gold
    with spans that must be equal, as the standard has it. The record keeps mentions of persons and
    of speakers only, so that its recall must be low: the gold has events, times and things, too.
the actors in the gold, `actors_…`
    Persons and organizations that are named, or a personal pronoun, in one mention or more; all of
    their mentions. What the record keeps beyond them counts against it.
the actors by their heads, `actors_by_head_…`
    The same, but a mention of the record that is no mention of the gold stands for the one whose
    head word it holds if one of the two lies inside the other: `Donald Trump` for `President Donald
    Trump`. This tells apart who is the same from where a mention ends. Of several, it is the one
    next in length; none stands for two.
"""

import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.table import Table

from evaluation import command, tables
from evaluation.clusters import Clusters, Sums, disjoint, figures, score, total
from evaluation.conllu import GoldMention, Story, story
from evaluation.extracting import Json, extracted, read
from evaluation.tally import percent
from onrecord.record import Span

ACTORS = frozenset({"person", "organization"})
POSSESSIVES = ("'s", "’s", "'", "’")

TITLES = {
    "": "all of the gold",
    "actors_": "the actors in the gold",
    "actors_by_head_": "the actors by their heads",
}
"""What is measured, by the beginning of its figures' names."""


def gold(text: str, mentions: Iterable[GoldMention]) -> Clusters:
    """Give the clusters of these mentions of a text."""
    clusters: dict[str, list[Span]] = {}
    for one in mentions:
        clusters.setdefault(one.entity, []).append(bare(text, one.span))
    return disjoint(clusters.values())


def actors(mentions: Sequence[GoldMention]) -> list[GoldMention]:
    """Give the mentions of persons and organizations that are named or a pronoun somewhere."""
    kept = {one.entity for one in mentions if one.kind in ACTORS and (one.named or one.pronoun)}
    return [one for one in mentions if one.entity in kept]


def predicted(text: str, line: Json) -> Clusters:
    """Give the clusters that the mentions of a line of `onrecord extract` form."""
    clusters: dict[object, list[Span]] = {}
    for number, mention in enumerate(line.get("mentions", [])):
        key = mention["actor_id"] or number
        clusters.setdefault(key, []).append(bare(text, Span(*mention["span"])))
    return disjoint(clusters.values())


def bare(text: str, span: Span) -> Span:
    """Give a span without the possessive at its end.

    >>> bare("Ann's plan", Span(0, 5))
    Span(start=0, end=3)
    """
    words = text[slice(*span)]
    cut = next((len(mark) for mark in POSSESSIVES if words.endswith(mark)), 0)
    return Span(span.start, span.end - cut) if cut < len(words) else span


def by_head(found: Story, clusters: Clusters) -> Clusters:
    """Give clusters with each mention replaced by the gold mention that it stands for."""
    free = {bare(found.text, one.span): one.head for one in found.mentions}
    spans = frozenset[Span]().union(*clusters)
    stands_for = {span: span for span in spans if free.pop(span, None)}
    for span in sorted(spans - stands_for.keys()):
        fitting = [
            other
            for other, head in free.items()
            if span.holds(head) and (span.holds(other) or other.holds(span))
        ]
        nearest = min(fitting, key=lambda other: abs(_length(other) - _length(span)), default=span)
        free.pop(nearest, None)
        stands_for[span] = nearest
    return disjoint([stands_for[span] for span in cluster] for cluster in clusters)


def _length(span: Span) -> int:
    return span.end - span.start


def scored(found: Story, line: Json) -> dict[str, dict[str, Sums]]:
    """Give all measures of one story, by the beginning of their figures' names."""
    mine, some = predicted(found.text, line), gold(found.text, actors(found.mentions))
    return {
        "": score(gold(found.text, found.mentions), mine),
        "actors_": score(some, mine),
        "actors_by_head_": score(some, by_head(found, mine)),
    }


def measured(folder: Path) -> dict[str, dict[str, Sums]]:
    """Give the measures over all CoNLL-U files below a folder.

    Raises:
        NothingToScore: there is none that can be read.
    """
    stories = list(command.legible(command.files(folder, ".conllu"), told).values())
    with tempfile.TemporaryDirectory() as name:
        files = {Path(name, f"{number}.txt"): one for number, one in enumerate(stories)}
        for file, found in files.items():
            file.write_bytes(found.text.encode())
        scores = [scored(files[file], line) for file, line in extracted(list(files), folder.name)]
    return {start: total(one[start] for one in scores) for start in TITLES}


def told(path: Path) -> Story:
    """Give the story of a file.

    Raises:
        ValueError: it has no coreference.
    """
    found = story(read(path).removeprefix("\ufeff"))
    if not found.mentions:
        raise ValueError("it has no mentions: no Entity= in the last column")
    return found


def all_figures(found: dict[str, dict[str, Sums]]) -> dict[str, float]:
    """Give the figures that are printed, in percent."""
    return {
        start + name: value
        for start, sums in found.items()
        for name, value in figures(sums).items()
    }


def table(title: str, found: dict[str, Sums]) -> Table:
    """Give recall, precision and F1 of each measure in percent."""
    result = Table("measure", title=title)
    for column in ("R", "P", "F1"):
        result.add_column(column, justify="right")
    for name, sums in found.items():
        shares = (f"{percent(value):.1f}" for value in (sums.recall, sums.precision, sums.f1))
        result.add_row(name, *shares)
    return result


def main(given: Sequence[str] | None = None) -> int:
    """Print the tables and the line of figures, and give the exit status."""
    parser = command.parser("coreference", __doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="CoNLL-U files with Entity=")
    with command.sentences(parser):
        found = measured(parser.parse_args(given).folder)
    for start, sums in found.items():
        tables.show(table(TITLES[start], sums))
    return command.end(all_figures(found))


if __name__ == "__main__":
    sys.exit(main())
