"""Scores who is criticised in the Security Council: `python -m evaluation.unscon PATH`.

PATH is a file in the format of the UN Security Council Conflict Corpus, or a folder of them
(`.csv`): a sentence a row. A sentence is in conflict where `A0_Negative_Evaluation` or
`B1_ChallengeType` is neither blank nor `_`; the countries aimed at stand in `A4_Country_Name`,
`B3_Country_Name` and their second columns. The product is given each speech with the country that
the speaker stands for, as the name of its file tells it; nothing was learnt from the corpus.

Figures over sentences, in percent:

in_conflict_f1, in_conflict_precision, in_conflict_recall
    Sentences in which the product finds criticism.
target_accuracy
    Of the sentences in conflict, those for which the product names a country that is aimed at, or
    none where none is.
target_accuracy_named
    The same, of those that aim at a country.
"""

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from evaluation import command, tables
from evaluation.tally import Tally, percent
from onrecord.extract.criticism import Criticism, country_code, criticism_in_speech

CONFLICT = ("A0_Negative_Evaluation", "B1_ChallengeType")
TARGETS = ("A4_Country_Name", "A4_Country_Name_2", "B3_Country_Name", "B3_Country_Name_2")
NOTHING = frozenset({"", "_", "-NONE-"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a speech: in conflict or not, and the countries that it aims at."""

    speech: str
    text: str
    in_conflict: bool
    targets: frozenset[str]

    @property
    def speaks_for(self) -> str | None:
        """The country of the speaker: `…_preproc_United_States_Of_America.txt`."""
        return country_code(self.speech.rpartition("preproc_")[2].removesuffix(".txt"))


def sentences(path: Path) -> list[Sentence]:
    """Give the sentences of a file.

    Raises:
        ValueError: a column is missing.
    """
    rows = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    missing = {"filename", "text", *CONFLICT} - set(rows.fieldnames or ())
    if missing:
        raise ValueError(f"it has no column {', '.join(sorted(missing))}")
    return [_sentence(row) for row in rows]


def _sentence(row: dict[str, str | None]) -> Sentence:
    """Give the sentence of a row."""

    def values(names: Sequence[str]) -> set[str]:
        return {(row.get(name) or "").strip() for name in names} - NOTHING

    targets = frozenset(country_code(name) or name for name in values(TARGETS))
    return Sentence(row["filename"] or "", row["text"] or "", bool(values(CONFLICT)), targets)


def judged(found: Sequence[Sentence]) -> Iterator[tuple[Sentence, Criticism]]:
    """Give each sentence with what the product finds, speech by speech."""
    for _, group in groupby(found, key=lambda one: one.speech):
        speech = list(group)
        texts = [one.text for one in speech]
        yield from zip(speech, criticism_in_speech(texts, speech[0].speaks_for), strict=True)


def tallies(found: Sequence[Sentence]) -> dict[str, Tally]:
    """Give the tally of each figure."""
    pairs = list(judged(found))
    result = {
        "in conflict": Tally.of(
            sum(one.in_conflict and given.criticises for one, given in pairs),
            sum(one.in_conflict for one, _ in pairs),
            sum(given.criticises for _, given in pairs),
        )
    }
    disputed = [(one, given.aimed_at) for one, given in pairs if one.in_conflict]
    right = [(bool(one.targets), at in (one.targets or {None})) for one, at in disputed]
    result["target"] = Tally.share(sum(hit for _, hit in right), len(right))
    named = [hit for any_, hit in right if any_]
    result["target, where there is one"] = Tally.share(sum(named), len(named))
    return result


def figures(found: dict[str, Tally]) -> dict[str, float]:
    """Give the figures that are printed, in percent."""
    conflict, target, named = found.values()
    return {
        "in_conflict_f1": percent(conflict.f1),
        "in_conflict_precision": percent(conflict.precision),
        "in_conflict_recall": percent(conflict.recall),
        "target_accuracy": percent(target.recall),
        "target_accuracy_named": percent(named.recall),
    }


def measured(path: Path) -> dict[str, Tally]:
    """Give the tallies of a file, or of all files below a folder.

    Raises:
        NothingToScore: there is none that can be read.
    """
    files = command.legible(command.files(path, ".csv"), sentences)
    found = [one for rows in files.values() for one in rows if one.text.strip()]
    if not found:
        raise command.NothingToScore(f"{path} holds no sentences.")
    return tallies(found)


def main(given: Sequence[str] | None = None) -> int:
    """Print the table and the line of figures, and give the exit status."""
    parser = command.parser("unscon", __doc__)
    parser.add_argument("path", type=Path, metavar="PATH", help="a CSV file, or a folder of them")
    with command.sentences(parser):
        found = measured(parser.parse_args(given).path)
    tables.show(tables.of_tallies("criticism in the Security Council", found))
    return command.end(figures(found))


if __name__ == "__main__":
    sys.exit(main())
