"""Is the right person behind the words? On PolNeAR dev: `python -m evaluation.speakers DIR`.

`polnear_speakers.tsv` says of every source in 42 of the articles who is meant (how it was made is
told in `polnear_speakers.md`). Scored are the attributions that the extractor finds and whose
source shares a character with a row's span; of several rows, the one that it shares most with.
Rows of the kinds `author` and `unclear` are left out. Names are compared without case, quotation
marks, articles and the spaces around a hyphen. Prints a table and ends with one line of JSON; all
figures but the last are in percent:

speaker
    Rows of a `person` or `body`: the speaker bears the row's name or one of its aliases, or words
    that name the same actor elsewhere in the article are the row's name. A row of several people
    (`Clinton & Trump`) is right with any of them. That an alias of the actor is an alias of the
    row is not enough: so `Charlotte Meehan` would be right for `Olive Meehan`.
    Rows of `unnamed` people and `text`: the speaker is no person, and its name shares a content
    word with the row's, or is the same (`some`).
speaker_full_name
    Rows of a `person` or `body`: the speaker's name is the row's, the fullest that the article has.
pronoun_rows
    `speaker`, for the rows whose words are a pronoun.
no_speaker
    Scored attributions that name no speaker. The lower the better.
pronoun_as_speaker
    Attributions of these articles of which a pronoun is the speaker: a count, which must be 0.

With `--mistakes` every speaker that is not right is printed before, one a line: article and words,
the row's name, the speaker.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import command, part, tables
from evaluation.case.speakers import plain
from evaluation.extracting import Json, spans
from evaluation.normal_form import Spans, jaccard
from evaluation.part import PartArticle
from evaluation.tally import Tally, percent
from evaluation.words import words
from onrecord.record import Span

TABLE = Path(__file__).with_name("polnear_speakers.tsv")
NAMED, DESCRIBED = frozenset({"person", "body"}), frozenset({"unnamed", "text"})
PRONOUNS = words("pronouns")
FUNCTION_WORDS = PRONOUNS | words("function_words")
HYPHEN = re.compile(r"\s*-\s*")


@dataclass(frozen=True, slots=True)
class Row:
    """A source of an article, and who is meant: `names` are more than one joined by ` & `."""

    span: Span
    kind: str
    name: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """The name of each who is meant."""
        return self.name.split(" & ")


@dataclass(frozen=True, slots=True)
class Judged:
    """The speaker of one attribution; `full` is None where the row is of nobody with a name."""

    place: str
    row: Row
    speaker: str | None
    right: bool
    full: bool | None
    pronoun: bool


def rows(text: str) -> dict[str, list[Row]]:
    r"""Give the rows of a table by article; fields are parted by tabs and never quoted.

    >>> rows("doc\tstart\tend\tkind\tname\taliases\tbody\na\t0\t3\tperson\tAnn \"A\" Lee\tLee\t\n")
    {'a': [Row(span=Span(start=0, end=3), kind='person', name='Ann "A" Lee', aliases=('Lee',))]}
    """
    found: dict[str, list[Row]] = {}
    for line in text.splitlines()[1:]:
        doc, start, end, kind, name, aliases, _ = line.split("\t")
        row = Row(Span(int(start), int(end)), kind, name, tuple(filter(None, aliases.split("|"))))
        found.setdefault(doc, []).append(row)
    return found


def judged(article: PartArticle, meant: Sequence[Row]) -> Iterator[Judged]:
    """Give every attribution whose source is a row's, with whether its speaker is right."""
    for item in article.line.get("attributions", []):
        row = _row(spans(item["source"]), meant)
        if row is None or row.kind not in NAMED | DESCRIBED:
            continue
        source = article.scored.text[slice(*row.span)]
        yield Judged(
            place=f"{article.name} “{' '.join(source.split())}”",
            row=row,
            speaker=item["speaker"],
            right=_is_named(article, item, row, meant)
            if row.kind in NAMED
            else _is_described(item, row),
            full=_key(item["speaker"]) in map(_key, row.names) if row.kind in NAMED else None,
            pronoun=_key(source) in PRONOUNS,
        )


def _key(name: str | None) -> str:
    """Give a name as it is compared; nobody's is empty."""
    return HYPHEN.sub("-", plain(name or ""))


def _row(source: Spans, meant: Iterable[Row]) -> Row | None:
    """Give the row that a source shares most with, None where it shares nothing with any."""
    shared = {row.span: (jaccard(source, (row.span,)), row) for row in meant}
    share, row = max(shared.values(), key=lambda pair: pair[0], default=(0.0, None))
    return row if share else None


def _is_named(article: PartArticle, item: Json, row: Row, meant: Iterable[Row]) -> bool:
    """Tell whether the speaker is one of those whom the row names."""
    if item["speaker"] is None:
        return False
    aliases = {alias for other in meant if other.name in row.names for alias in other.aliases}
    known = {*row.names, *aliases, *row.aliases}
    also = {
        article.scored.text[slice(*mention["span"])]
        for mention in article.line.get("mentions", [])
        if mention["actor_id"] == item["speaker_id"] and mention["kind"] != "pronoun"
    }
    speaker = _key(item["speaker"])
    return speaker in map(_key, known) or not set(map(_key, row.names)).isdisjoint(map(_key, also))


def _is_described(item: Json, row: Row) -> bool:
    """Tell whether the speaker is no person and described in words of the row."""
    if item["speaker_schema"] == "Person":
        return False
    same = _key(item["speaker"]) == _key(row.name)
    return same or not _content_words(item["speaker"]).isdisjoint(_content_words(row.name))


def _content_words(name: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", (name or "").casefold())) - FUNCTION_WORDS


def pronoun_speakers(article: PartArticle) -> int:
    """Give how many of an article's attributions have a pronoun for a speaker."""
    items = article.line.get("attributions", [])
    return sum(_key(item["speaker"]) in PRONOUNS for item in items)


def tallies(found: Sequence[Judged]) -> dict[str, Tally]:
    """Give the counts behind each share."""
    full = [one.full for one in found if one.full is not None]
    pronouns = [one.right for one in found if one.pronoun]
    return {
        "speaker": Tally.share(sum(one.right for one in found), len(found)),
        "speaker_full_name": Tally.share(sum(full), len(full)),
        "pronoun_rows": Tally.share(sum(pronouns), len(pronouns)),
        "no_speaker": Tally.share(sum(one.speaker is None for one in found), len(found)),
    }


def measured(folder: Path) -> tuple[list[Judged], int]:
    """Give what is scored, and the number of pronouns for a speaker, in a folder of PolNeAR."""
    meant = rows(TABLE.read_text("utf-8"))
    articles = list(part.articles(folder, meant))
    found = [one for article in articles for one in judged(article, meant[article.name])]
    return found, sum(map(pronoun_speakers, articles))


def figures(folder: Path) -> dict[str, float]:
    """Give the figures that are printed; none where the table is about no article of the folder."""
    found, pronouns = measured(folder)
    shares = {name: percent(tally.recall) for name, tally in tallies(found).items() if tally.gold}
    return {**shares, "pronoun_as_speaker": pronouns} if shares else {}


def main(given: Sequence[str] | None = None) -> int:
    """Print the table and the line of figures, and give the exit status."""
    parser = part.parser("speakers", __doc__)
    parser.add_argument("--mistakes", action="store_true", help="print every mistake, too")
    chosen = parser.parse_args(given)
    with command.sentences(parser):
        found, _ = measured(chosen.folder)
        if not found:
            raise command.NothingToScore(f"{TABLE.name} is about no article of {chosen.folder}.")
    if chosen.mistakes:
        wrong = (one for one in found if not one.right)
        print(*(f"{one.place}\t{one.row.name}\t{one.speaker}" for one in wrong), sep="\n")
    tables.show(tables.of_shares("the speaker behind the words", tallies(found)))
    return command.end(figures(chosen.folder))


if __name__ == "__main__":
    sys.exit(main())
