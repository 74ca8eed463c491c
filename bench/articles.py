"""Articles to measure with: the sample case's paragraphs recombined under other names and dates.

Article number n is the same on every machine, and no two are equal: its frame (title, date,
credits, address) is that of a sample article, its paragraphs are drawn from all of them, the people
have invented names of its own, and months and years are others.

`python -m bench.articles FOLDER N` writes N articles and prints their numbers of words as JSON.
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import onrecord

HEAD, FOOT = 3, 2
"""Paragraphs of a sample article that stay where they are: title, byline, date; credit, address."""

MONTHS = ("January", "March", "May", "July", "August", "October", "December")
"""Months of 31 days: a day of any month is a day of these, too."""

ALL_MONTHS = re.compile(
    "January|February|March|April|June|July|August|September|October|November|December|May(?= \\d)"
)
YEARS = range(2015, 2030)
OPENINGS = ("B", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "V", "Br", "Gr", "Kl")
MIDDLES = ("al", "an", "ar", "el", "en", "er", "il", "in", "ir", "ol", "on", "or", "ul", "un")
ENDINGS = ("a", "as", "ek", "en", "es", "ev", "in", "is", "o", "ok", "or", "os", "ova", "ul")


@dataclass(frozen=True, slots=True)
class Material:
    """What articles are made of."""

    frames: tuple[tuple[str, tuple[str, ...]], ...]
    paragraphs: tuple[str, ...]
    names: tuple[str, ...]


@cache
def material() -> Material:
    """Give the paragraphs of the sample case, and the given and family names in it."""
    folder = onrecord.sample()
    frames = []
    for path in sorted(folder.iterdir()):
        parts = path.read_bytes().decode("utf-8").replace("\r\n", "\n").split("\n\n")
        frames.append((path.suffix, tuple(part for part in parts if part.strip())))
    bodies = [part for _, parts in frames for part in parts[HEAD:-FOOT]]
    actors = json.loads((folder.parent / "gold.json").read_text("utf-8"))["actors"]
    people = [actor["name"] for actor in actors if actor["schema"] == "Person"]
    names = {name for person in people for name in person.split() if name.istitle()}
    return Material(tuple(frames), tuple(bodies), tuple(sorted(names)))


def article(number: int) -> tuple[str, str]:
    """Give the file name and the text of an article."""
    given = material()
    draw = random.Random(number)
    ending, frame = given.frames[number % len(given.frames)]
    body = draw.sample(given.paragraphs, len(frame) - HEAD - FOOT)
    text = "\n\n".join((*frame[:HEAD], *body, *frame[-FOOT:]))
    return f"article-{number:05}{ending}", _dated(_renamed(text, draw), draw)


def _renamed(text: str, draw: random.Random) -> str:
    names = {name: _name(draw) for name in material().names}
    return re.sub(rf"\b({'|'.join(names)})\b", lambda found: names[found[0]], text)


def _name(draw: random.Random) -> str:
    return draw.choice(OPENINGS) + draw.choice(MIDDLES) + draw.choice(ENDINGS)


def _dated(text: str, draw: random.Random) -> str:
    months, year = draw.sample(MONTHS, len(MONTHS)), draw.choice(YEARS)
    text = ALL_MONTHS.sub(lambda found: months[len(found[0]) % len(months)], text)
    return text.replace("2027", str(year))


def write(folder: Path, count: int) -> Iterator[Path]:
    """Write so many articles into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        name, text = article(number)
        path = folder / name
        path.write_bytes(text.encode("utf-8"))
        yield path


if __name__ == "__main__":
    written = write(Path(sys.argv[1]), int(sys.argv[2]))
    print(json.dumps([len(path.read_text("utf-8").split()) for path in written]))
