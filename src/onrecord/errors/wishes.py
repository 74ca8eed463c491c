"""What can go wrong with what was asked for, and with what is installed."""

from dataclasses import dataclass
from pathlib import Path

from onrecord.errors.root import OnrecordError


@dataclass(eq=False)
class AddressTaken(OnrecordError):
    """The reading room cannot answer at this address."""

    address: str
    reason: str

    def __str__(self) -> str:
        return f"Cannot answer at {self.address} ({self.reason}). Name another --port or --host."


@dataclass(eq=False)
class BadDate(OnrecordError):
    """A date is not in a form that can be used."""

    value: str

    def __str__(self) -> str:
        return f"“{self.value}” is no date. Write it as year-month-day, for example 2027-04-12."


@dataclass(eq=False)
class ModelMissing(OnrecordError):
    """The language model is not installed."""

    name: str

    def __str__(self) -> str:
        return f"The language model {self.name} is not installed. Run `pip install {self.name}`."


@dataclass(eq=False)
class WeightsBroken(OnrecordError):
    """The weights of the trained finder are not the ones that were measured."""

    path: Path

    def __str__(self) -> str:
        return (
            f"{self.path} is missing or not the file that onrecord was measured with. "
            "Install onrecord again: `pip install --force-reinstall onrecord`."
        )


@dataclass(eq=False)
class BadSetting(OnrecordError):
    """A setting in the environment cannot be used."""

    name: str
    value: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.name} is “{self.value}”. Set it to {self.wanted}."


@dataclass(eq=False)
class BadCode(OnrecordError):
    """A code that no list holds."""

    value: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"No code begins with “{self.value}”. Known are {', '.join(self.known)}."


@dataclass(eq=False)
class BadCodebook(OnrecordError):
    """A codebook of the user that cannot be used."""

    where: str
    reason: str

    def __str__(self) -> str:
        return (
            f"{self.where}: {self.reason}. A codebook is a TOML file of [[leaves]], each with "
            "code, label and triggers."
        )


@dataclass(eq=False)
class OptionsExclude(OnrecordError):
    """Two options were given of which one excludes the other."""

    one: str
    other: str

    def __str__(self) -> str:
        return f"{self.one} and {self.other} exclude each other. Give one of them, or neither."


@dataclass(eq=False)
class OutputUnwritable(OnrecordError):
    """The file that output should go to cannot be written."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path} cannot be written ({self.reason}). Name another file with --out."


@dataclass(eq=False)
class DaysReversed(OnrecordError):
    """A period that ends before it begins."""

    since: str
    until: str

    def __str__(self) -> str:
        return f"No day is from {self.since} on and up to {self.until}. Exchange the two."


@dataclass(eq=False)
class NothingGiven(OnrecordError):
    """A command that needs files was given none."""

    command: str

    def __str__(self) -> str:
        return f"Nothing to read. Name files or folders: `onrecord {self.command} articles/`."


@dataclass(eq=False)
class BadField(OnrecordError):
    """A name of a field that has no meaning that is known."""

    given: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"“{self.given}” does not name a field. Write it as text=story.body; "
            f"meanings are {', '.join(self.known)}."
        )


@dataclass(eq=False)
class ReaderBroken(OnrecordError):
    """A package names a reader that cannot be loaded."""

    reader: str
    reason: str

    def __str__(self) -> str:
        return (
            f"The reader {self.reader} cannot be loaded ({self.reason}). "
            "Uninstall the package that brings it, or ask its authors."
        )


@dataclass(eq=False)
class NoSuchActor(OnrecordError):
    """No actor of the record has this name or id."""

    name: str

    def __str__(self) -> str:
        return f"Nobody on record is called “{self.name}”. `onrecord actors` lists who is."


@dataclass(eq=False)
class AmbiguousActor(OnrecordError):
    """Several actors of the record have this name."""

    name: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        several = "; ".join(self.names[:5])
        more = "; …" if len(self.names) > 5 else ""
        return f"“{self.name}” may be any of: {several}{more}. Give the id."


@dataclass(eq=False)
class SameActor(OnrecordError):
    """Two actors to be merged are one already, or two to be split are not one."""

    one: str
    other: str
    together: bool

    def __str__(self) -> str:
        if self.one == self.other:
            return f"“{self.one}” was not made one with anybody: there is nothing to do."
        state = "are one already" if self.together else "are not one"
        return f"“{self.one}” and “{self.other}” {state}: there is nothing to do."


@dataclass(eq=False)
class NoSuchPlan(OnrecordError):
    """No plan of the record has this name or id."""

    name: str

    def __str__(self) -> str:
        return f"No plan on record is called “{self.name}”. `onrecord proposals` lists them."


@dataclass(eq=False)
class AmbiguousPlan(OnrecordError):
    """Several plans of the record have this name."""

    name: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        several = "; ".join(self.names[:5])
        more = "; …" if len(self.names) > 5 else ""
        return f"“{self.name}” may be any of: {several}{more}. Give the id."


@dataclass(eq=False)
class BadLength(OnrecordError):
    """A length of time is not in a form that can be used, or too short."""

    value: str

    def __str__(self) -> str:
        return f"“{self.value}” is no time between two looks. Write 15m, 2h or 1d, at least 1m."


@dataclass(eq=False)
class NothingToTellBy(OnrecordError):
    """Nothing says which articles report on the negotiation."""

    names: str

    def __str__(self) -> str:
        of = f"“{self.names}”" if self.names else "a negotiation"
        return (
            f"Nothing tells which articles report on {of}: the record holds none of it yet. Name "
            "parties with --party, or words with --about; `onrecord watch --all` takes everything."
        )
