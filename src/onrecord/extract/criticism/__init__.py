"""Whether a speaker finds fault in a sentence, and with which country."""

from onrecord.extract.criticism.countries import NamedCountry, country_code, named_countries
from onrecord.extract.criticism.find import Criticism, criticism, criticism_in_speech

__all__ = [
    "Criticism",
    "NamedCountry",
    "country_code",
    "criticism",
    "criticism_in_speech",
    "named_countries",
]
