"""Whose a plan is: the words before it brought to one key: `U.S.` and `Washington's` agree."""

from collections.abc import Mapping
from functools import cache

from onrecord import world
from onrecord.extract.speakers import country_named
from onrecord.extract.words import word_list


class Sponsors:
    """Keys of the sponsors of one document.

    `affiliations` gives the body or country of persons by their last names, where the text tells
    it: `Norwegian President Lee` makes `Lee's plan` and `Norway's plan` one.
    """

    def __init__(self, affiliations: Mapping[str, str]) -> None:
        self._of = {name.casefold(): body for name, body in affiliations.items()}

    def key(self, name: str) -> str:
        """Give the key of a sponsor: an ISO 3166-1 alpha-3 code, else the name in small letters."""
        body = self._of.get(name.casefold())
        return place_key(body or name)

    def is_known(self, name: str) -> bool:
        """Tell whether a name is a place's, or a person's whose place is told."""
        known = self._of.get(name.casefold())
        return bool(known) or place_key(name).isupper()


@cache
def place_key(name: str) -> str:
    """Give the country's code for its name, capital or adjective, else the name in small letters.

    >>> place_key("Russian"), place_key("Washington"), place_key("Selun")
    ('RUS', 'USA', 'selun')
    """
    lower = name.casefold().removesuffix("'s").removesuffix("’s")
    demonyms: Mapping[str, str] = word_list("plans")["demonyms"]
    return country_named(lower) or world.peoples().get(lower) or demonyms.get(lower) or lower
