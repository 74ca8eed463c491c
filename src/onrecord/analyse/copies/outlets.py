"""Which outlet is meant: one outlet under its name, its host and its letters is one.

`Dorvik Herald` is `dorvikherald.example` by their letters, `Lemesh Telegraf` is
`telegraf-lemesh.example` because its own articles say so, `ISP` is the only outlet on record with
these initials. An agency that is only credited is an outlet, too.
"""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from onrecord.analyse.copies.groups import Groups
from onrecord.analyse.copies.texts import words_of
from onrecord.record import Origin

HOST = re.compile(r"(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}")
SUBDOMAINS = frozenset({"www", "m", "amp", "en", "edition", "mobile", "rss", "feeds"})
NAME = re.compile(
    r"(?:[Tt]he )?[A-Z][\w&'’-]{0,30}(?: (?:of |the |and |de |for )?[A-Z][\w&'’-]{0,30}){0,5}"
)
LETTERS = re.compile(r"[A-Z]{2,6}")
LONG_END = 6
"""Letters with which a host may end for them to be its last word: `chronicle`."""
SMALL = frozenset({"of", "the", "and", "de", "for"})


@lru_cache(maxsize=1 << 12)
def form(name: str) -> str:
    """Give the letters that an outlet's name or host is known by.

    >>> form("The Strand Chronicle"), form("www.strandchronicle.example")
    ('strandchronicle', 'strandchronicle')
    """
    given = name.strip().casefold()
    if HOST.fullmatch(given):
        labels = [label for label in given.split(".")[:-1] if label not in SUBDOMAINS]
        given = max(labels or [given], key=len)
    letters = unicodedata.normalize("NFKD", given.removeprefix("the "))
    return "".join(letter for letter in letters if letter.isalnum())


@cache
def agencies() -> dict[str, str]:
    """Give the agencies' names by the form of what they are called."""
    content = files("onrecord.analyse.copies").joinpath("agencies.toml").read_text("utf-8")
    lists = tomllib.loads(content)
    called = {**lists["agencies"], **lists["also"]}
    return {form(each): name for short, name in called.items() for each in (short, name)}


class Outlets:
    """The outlets of a record, and how words name them."""

    def __init__(self, origins: Iterable[Origin]) -> None:
        self._origins = {origin.doc_id: origin for origin in origins}
        self._names: dict[str, set[str]] = defaultdict(set)
        self._groups: Groups[str] = Groups()
        for origin in self._origins.values():
            for name in filter(None, (origin.imprint.outlet, _host(origin))):
                self._names[form(name)].add(name)
        self._by_address()
        for origin in self._origins.values():
            for credit in (*origin.credits, origin.byline or ""):
                for name in self._known_in(credit):
                    self._names[form(name)].add(name)
        self._by_letters()

    def of(self, doc_id: str) -> str | None:
        """Give the key of the outlet of a document, None where the document does not say it."""
        origin = self._origins.get(doc_id)
        name = origin and (origin.imprint.outlet or _host(origin))
        return self._groups.first(form(name)) if name else None

    def name(self, key: str) -> str:
        """Give the fullest name of an outlet: one with several words before hosts and letters."""
        forms = self._groups.members(key)
        for each in forms:
            if each in agencies():
                return agencies()[each]
        members = [name for each in forms for name in self._names.get(each, ())]
        best = min(
            members or [key], key=lambda name: ("." in name, " " not in name, -len(name), name)
        )
        return best.removeprefix("www.")

    def credited(self, doc_id: str) -> frozenset[str]:
        """Give the outlets and agencies whose report a document is on its own word.

        That is a dateline or a byline with nothing but their names; `X contributed` is not.
        """
        origin = self._origins.get(doc_id)
        given = (*origin.credits, origin.byline or "") if origin else ()
        parts = (
            part for credit in given for part in re.split(r"\s*(?:/|,| and | with )\s*", credit)
        )
        found = {
            self.named(part)
            for part in parts
            if NAME.fullmatch(part.strip()) or LETTERS.fullmatch(part)
        }
        return frozenset(key for key in found if key) - {self.of(doc_id) or ""}

    def named(self, words: str) -> str | None:
        """Give the key of the outlet that words name, None where they name none for sure.

        The end of a name is enough where only one outlet on record ends so: `the Chronicle`. An
        outlet that is not on record is known by what outlets are called: `Radio Quay`.
        """
        for match in NAME.finditer(words[:200]):
            given = form(match[0])
            if given in agencies():
                return self._groups.first(form(agencies()[given]))
            if given in self._names:
                return self._groups.first(given)
            ends = {self._groups.first(each) for each in self._ending(match[0])}
            if len(ends) == 1:
                return ends.pop()
            named = set(match[0].casefold().removeprefix("the ").split())
            if len(named) > 1 and named & words_of("outlets"):
                return given
        return None

    def _ending(self, words: str) -> Iterator[str]:
        """Give the forms of outlets with a name of several words that ends so."""
        last = form(words)
        for each, names in self._names.items():
            long = len(last) >= LONG_END and each != last and each.endswith(last)
            if long or any(" " in name and form(name.rpartition(" ")[2]) == last for name in names):
                yield each

    def _by_address(self) -> None:
        """Put a name and a host together that stand in the same articles, and in no others."""
        hosts: dict[str, set[str]] = defaultdict(set)
        for origin in self._origins.values():
            host, outlet = _host(origin), origin.imprint.outlet
            if host and outlet:
                hosts[form(host)].add(form(outlet))
        for host, outlets in hosts.items():
            others = outlets - {host}
            if len(others) == 1:
                self._groups.join(min(others), host)

    def _by_letters(self) -> None:
        """Put letters and the only name together that has these initials; agencies by the list."""
        initials: dict[str, set[str]] = defaultdict(set)
        for each, names in self._names.items():
            for name in names:
                words = [word for word in name.split() if word.casefold() not in SMALL]
                if len(words) > 1:
                    initials["".join(word[0] for word in words).casefold()].add(each)
        for each in list(self._names):
            if each in agencies():
                self._groups.join(form(agencies()[each]), each)
        for origin in self._origins.values():
            for credit in origin.credits:
                bearers = {self._groups.first(one) for one in initials.get(form(credit), ())}
                if LETTERS.fullmatch(credit) and len(bearers) == 1:
                    self._names[form(credit)].add(credit)
                    self._groups.join(bearers.pop(), form(credit))

    def _known_in(self, credit: str) -> Iterator[str]:
        """Give the names of outlets on record and of agencies in a credit."""
        for match in NAME.finditer(credit[:400]):
            if form(match[0]) in self._names or form(match[0]) in agencies():
                yield match[0]


def _host(origin: Origin) -> str | None:
    """Give the host of a document's address."""
    if not origin.url:
        return None
    address = origin.url if "//" in origin.url else f"//{origin.url}"
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
