"""Coverage to measure with: articles of many negotiations, made from sentences with drawn parts.

Article number n is the same on every machine. Of a hundred articles some ninety stand alone, six
are an agency's words under another outlet's name, and four are later versions at the same address:
about what a newsroom's archive holds. The sentences stand in `volume.toml`.
"""

import random
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import count
from pathlib import Path

from bench.articles import ENDINGS, MIDDLES, OPENINGS

FIRST_DAY = date(2016, 1, 4)
DAYS = 3_600
"""Days over which the coverage is spread."""
NEGOTIATIONS = 60
COPIES, LATER_VERSIONS = 6, 4
"""Of a hundred articles."""
LEAST, MOST = 110, 230
"""Words of a body before its last sentence."""
SLOT = re.compile(r"\{(\w+)\}")
PEOPLE = ["a_leader", "b_leader", "c_leader", "a_minister", "b_minister", "envoy", "spokes"]
PLACES = ["a", "b", "c", "A", "B", "C", "valley", "town", "dam"]

Names = dict[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """An article as its outlet publishes it; `day` is an ISO date."""

    title: str
    text: str
    day: str
    outlet: str
    author: str
    url: str


@cache
def sentences() -> dict[str, list[str]]:
    """Give the lists of sentences and of their parts, by name."""
    found: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("volume.toml").read_text())
    return found


def written(number: int) -> Written:
    """Give an article."""
    kind = number % 100
    if kind < COPIES and number >= 100:
        return _copy(number, _own(number - 50))
    if kind < COPIES + LATER_VERSIONS and number >= 100:
        return _later(number, _own(number - 50))
    return _own(number)


def _own(number: int) -> Written:
    draw = random.Random(f"article {number}")
    names = {**negotiation(draw.randrange(NEGOTIATIONS)), **_passing(draw)}
    day = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
    names |= {"weekday": sentences()["weekdays"][(day.weekday() - draw.randrange(3)) % 7]}
    names |= {"later": _day(day + timedelta(days=draw.randrange(3, 60)))}
    names |= {"outlet": _filled(draw.choice(sentences()["outlets"]), names, draw)}
    title = _sentence("headlines", names, draw)
    lines = [f"{names['C'].upper()}, {_day(day)} - " + _sentence("leads", names, draw)]
    wanted, left = draw.randrange(LEAST, MOST), list(sentences()["bodies"])
    draw.shuffle(left)
    while left and sum(len(line.split()) for line in lines) < wanted:
        lines.append(_begun(_filled(left.pop(), names, draw)))
    text = _introduced("\n\n".join(lines), names)
    author = f"{draw.choice(sentences()['given'])} {_name(draw)}"
    outlet = _begun(names["outlet"])
    site = re.sub(r"\W+", "-", outlet.lower())
    url = f"https://www.{site}.example/{day:%Y/%m/%d}/story-{number}"
    return Written(title, text, day.isoformat(), outlet, author, url)


def _introduced(text: str, names: Names) -> str:
    """Give a text in which each person has the full name where it is first named."""
    for person in PEOPLE:
        surname, full = names[f"{person}_s"], names[person]
        if surname in text and text.find(full) != text.find(surname) - len(full) + len(surname):
            text = text.replace(surname, full, 1)
    return text


def _copy(number: int, agency: Written) -> Written:
    """Give an agency's article in another outlet, with another title and less of its end."""
    draw = random.Random(f"copy {number}")
    parts = agency.text.split("\n\n")
    text = "\n\n".join(parts[: max(3, len(parts) - draw.randrange(3))])
    url = f"https://www.daily-{draw.randrange(40)}.example/wire/{number}"
    return replace(agency, title=f"{agency.title}: report", text=text, outlet="The Daily", url=url)


def _later(number: int, first: Written) -> Written:
    """Give a later version of an article, with one sentence fewer and one more."""
    draw = random.Random(f"version {number}")
    parts = first.text.split("\n\n")
    parts.pop(draw.randrange(1, len(parts)))
    added = f"Talks are to go on next week, officials said, after round {draw.randrange(2, 40)}."
    return replace(first, text="\n\n".join((*parts, added)))


@cache
def negotiation(number: int) -> Names:
    """Give the names of a negotiation: sides, capitals, people, the plan and the mediating body."""
    draw = random.Random(f"negotiation {number}")
    drawn = (_name(draw) for _ in count())
    own = {place: next(drawn) for place in PLACES}
    for country in "abc":
        own[country] += "ia"
    for person in PEOPLE:
        own[f"{person}_s"] = next(drawn)
        own[person] = f"{draw.choice(sentences()['given'])} {own[f'{person}_s']}"
    own["n"] = str(draw.randrange(5, 30))
    for name, list_ in (("plan", "plans"), ("body", "bodies_named")):
        own[name] = _filled(draw.choice(sentences()[list_]), own, draw)
    del own["n"]
    return own


def _passing(draw: random.Random) -> Names:
    """Give what differs from article to article: numbers, a place, now and then a person."""
    own = {"sum": str(draw.randrange(2, 90) * 10), "troops": f"{draw.randrange(2, 90)},000"}
    if draw.random() < 0.3:
        own["town"] = _name(draw)
    if draw.random() < 0.3:
        own["spokes_s"] = _name(draw)
        own["spokes"] = f"{draw.choice(sentences()['given'])} {own['spokes_s']}"
    return own


def _sentence(kind: str, names: Names, draw: random.Random) -> str:
    return _begun(_filled(draw.choice(sentences()[kind]), names, draw))


def _filled(words: str, names: Names, draw: random.Random) -> str:
    """Give a sentence with all its parts, and the parts of these."""
    numbers: dict[str, Callable[[], str]] = {
        "n": lambda: str(draw.randrange(3, 40)),
        "days": lambda: str(draw.choice((7, 10, 14, 21, 30, 45, 60, 90))),
    }

    def part(found: re.Match[str]) -> str:
        name = found[1]
        if name in names:
            return names[name]
        if name in numbers:
            return numbers[name]()
        return _filled(draw.choice(sentences()[name]), names, draw)

    return SLOT.sub(part, words)


def _begun(words: str) -> str:
    """Give a sentence with a capital where it begins, behind a quotation mark too."""
    at = next(place for place, letter in enumerate(words) if letter.isalnum())
    return words[:at] + words[at].upper() + words[at + 1 :]


def _day(day: date) -> str:
    return f"{day:%B} {day.day}"


def _name(draw: random.Random) -> str:
    middle = draw.choice(MIDDLES) + draw.choice(("", *OPENINGS[:14])).lower() * (
        draw.random() < 0.4
    )
    middle += draw.choice(MIDDLES) if len(middle) > 2 else ""
    return draw.choice(OPENINGS) + middle + draw.choice(ENDINGS)
