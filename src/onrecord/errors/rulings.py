"""A decision cannot be made as it is asked for."""

from dataclasses import dataclass

from onrecord.errors.root import OnrecordError


@dataclass(eq=False)
class WordsMissing(OnrecordError):
    """Words that somebody names do not stand in the document."""

    name: str
    words: str

    def __str__(self) -> str:
        return (
            f"{self.name} does not have “{self.words[:80]}”. Give words as the text has them, or "
            "their place as START:END, as `onrecord show` prints it."
        )


@dataclass(eq=False)
class SeveralPlaces(OnrecordError):
    """Words that somebody names stand in the document more than once."""

    words: str
    places: tuple[str, ...]

    def __str__(self) -> str:
        several = ", ".join(self.places[:5])
        return f"“{self.words[:80]}” stands at {several}. Give one of these places, or more words."


@dataclass(eq=False)
class NoSuchField(OnrecordError):
    """A field that entries of this kind do not have, or that is not a person's to correct."""

    field: str
    kind: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        known = ", ".join(self.known)
        return f"“{self.field}” of a {self.kind} cannot be corrected. What can: {known}."


@dataclass(eq=False)
class NoSuchObject(OnrecordError):
    """Nothing that a stance of the record is about is called so, or several things are."""

    name: str
    found: tuple[str, ...]

    def __str__(self) -> str:
        if self.found:
            return f"“{self.name}” may be {'; '.join(self.found[:5])}. Give more of it, or the id."
        return f"No stance is about “{self.name}”. `onrecord stances` shows what there is."


@dataclass(eq=False)
class BadValue(OnrecordError):
    """A value that a field cannot hold."""

    field: str
    value: str
    wanted: str

    def __str__(self) -> str:
        return f"“{self.value}” cannot be the {self.field}. Give {self.wanted}."


@dataclass(eq=False)
class ValueMissing(OnrecordError):
    """A correction that does not say of what, or to which value."""

    entry_id: str

    def __str__(self) -> str:
        return (
            "A correction needs a field and its right value: "
            f"`onrecord decide {self.entry_id} correct speaker NAME`."
        )


@dataclass(eq=False)
class NotReadable(OnrecordError):
    """A statement cannot be made of words of a text that is not read."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"No statement can be added in {self.name}. {self.reason}"
