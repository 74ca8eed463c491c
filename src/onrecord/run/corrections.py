"""What a person's correction makes of an entry.

Which fields an entry has and what they can hold is read from its class, so that a new kind needs
nothing here but the names that people use for its fields.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import partial
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from onrecord.errors import BadCode, BadValue, NoSuchField
from onrecord.record import (
    Actor,
    Anchor,
    Certainty,
    Document,
    Factuality,
    Mention,
    MentionKind,
    Statement,
    identify,
)
from onrecord.record.edtf import is_edtf
from onrecord.record.wording import in_words
from onrecord.run.consequences import with_speaker, with_words
from onrecord.run.places import Places
from onrecord.run.who import People, object_named
from onrecord.store import Case, Store

NAMES: Mapping[str, Mapping[str, str]] = {
    "statement": {
        "speaker": "actor_id",
        "words": "content",
        "span": "content",
        "act": "speech_act",
        "sourcing": "sourcing_level",
        "distance": "reporter_distance",
        "date": "said_on",
    },
    "stance": {"stance": "value", "point": "object", "date": "as_of", "words": "evidence"},
    "condition": {"if": "demand", "then": "consequence", "else": "otherwise"},
    "time": {"date": "edtf", "words": "anchor"},
}
"""What people call fields, by kind; the names of the fields themselves hold, too."""

ACTORS = frozenset({"actor_id", "holder", "by", "reported_by", "set_by", "host"})
DAYS = frozenset({"said_on", "as_of", "edtf", "due", "date", "start", "end", "announced_on"})
FIXED = frozenset(
    {
        "act_words",
        "doc_id",
        "flag_unnamed_opinion",
        "gist",
        "nested_in",
        "provenance",
        "quoted",
        "reported_on",
        "said_on_basis",
        "statement_id",
        "statements",
    }
)
"""Fields that follow from others, from the document or from other entries."""

NOTHING = frozenset({"", "-", "none", "nobody", "unknown"})
"""What people type for no value."""

OPEN = "decided by a person"
"""The basis of a day or a speaker that a person gave."""


@dataclass(frozen=True, slots=True)
class Change:
    """An entry as corrected, the actors it names newly, and the value before and after in words."""

    entry: Any
    actors: tuple[Actor, ...] = ()
    before: str = ""
    value: str = ""


def correctable(kind: str, class_: type[Any]) -> dict[str, str]:
    """Give what of an entry of a kind can be corrected: what people call it, and its field."""
    own = [each.name for each in fields(class_) if each.name not in FIXED]
    own = [name for name in own if not name.endswith("_id") or name in ACTORS]
    known = {name: name for name in own}
    return {**known, **{name: of for name, of in NAMES.get(kind, {}).items() if of in known}}


class Corrections:
    """Corrects the entry of one case."""

    def __init__(self, store: Store, case: Case) -> None:
        self._store, self._case, self._entry = store, case, case.entry
        self._document: Document = store.document(case.doc_id)
        self._places = Places(self._document)
        self._people = People(store, self._document)

    def make(self, name: str, value: str) -> Change:
        """Give the entry with another value of a field.

        Raises:
            NoSuchField: it has none of this name, or one that is not corrected.
            BadCode, BadValue: the field cannot hold the value.
            WordsMissing, SeveralPlaces: the words are not the document's, or at several places.
            NoSuchActor, AmbiguousActor, NoSuchObject: it is not clear who or what is meant.
        """
        class_ = type(self._entry)
        known = correctable(self._case.kind, class_)
        if name not in known:
            raise NoSuchField(name, self._case.kind, tuple(sorted(known)))
        field = known[name]
        type_, optional = bare(get_type_hints(class_)[field])
        if value.strip().casefold() in NOTHING:
            if not optional:
                raise BadValue(name, value, "a value: it cannot be empty")
            return self._with(field, None)
        return self._changed(field, type_, value.strip())

    def _changed(self, field: str, type_: Any, value: str) -> Change:
        """Give the entry with the value that the field's type makes of words."""
        if field in ACTORS:
            return self._with_actor(field, self._people.named(value))
        if field == "object":
            return self._with(field, object_named(self._store, value))
        if type_ is Certainty:
            return self._with(field, _sure(getattr(self._entry, field), value))
        parse = _parser(field, type_)
        if parse:
            return self._with(field, parse(value))
        several = get_origin(type_) is tuple
        words = self._places.of(value, self._near())
        if not several and len(words) > 1:
            raise BadValue(field, value, "one place")
        if type_ is Mention:
            return self._with(field, self._mention(words[0]))
        return self._with(field, words if several else words[0])

    def _near(self) -> int:
        """Give where the entry stands: of words that occur often those near to it are meant."""
        for name in ("content", "evidence", "anchor", "demand"):
            found = getattr(self._entry, name, None)
            if found:
                first: Anchor = found[0] if isinstance(found, tuple) else found
                return first.start
        return 0

    def _mention(self, words: Anchor) -> Mention:
        """Give the source that these words name: the speaker that the statement has."""
        return Mention(
            mention_id=identify("mn", self._document.doc_id, words.start, words.end),
            anchor=words,
            kind=MentionKind.DESCRIPTION,
            actor_id=getattr(self._entry, "actor_id", None),
            basis=OPEN,
        )

    def _with_actor(self, field: str, actor: Actor) -> Change:
        entry = replace(self._entry, **{field: actor.actor_id})  # type: ignore[type-var]
        if isinstance(entry, Statement):
            entry = with_speaker(entry, actor, OPEN)
        before = self._people.name(getattr(self._entry, field))
        return Change(entry, (actor,), before, actor.name)

    def _with(self, field: str, value: Any) -> Change:
        """Give the entry with this value, and with what follows from it."""
        changes = {field: value}
        if field == "said_on" and isinstance(self._entry, Statement):
            changes["said_on_basis"] = OPEN
        entry = replace(self._entry, **changes)  # type: ignore[type-var]
        if isinstance(entry, Statement) and field == "content":
            entry = with_words(entry, self._document)
        if isinstance(entry, Statement) and field == "actor_id" and entry.source:
            entry = replace(entry, source=replace(entry.source, actor_id=None, basis=OPEN))
        before = getattr(self._entry, field)
        shown = self._people.name(before) if field in ACTORS else in_words(before)
        return Change(entry, (), shown, in_words(value))


def bare(type_: Any) -> tuple[Any, bool]:
    """Give a type without `None`, and whether it may be `None`."""
    if get_origin(type_) not in {Union, UnionType}:
        return type_, False
    return next(each for each in get_args(type_) if each is not type(None)), True


def _parser(field: str, type_: Any) -> Callable[[str], Any] | None:
    """Give what makes a value of words that are no words of the document; None for those that are.

    Raises:
        NoSuchField: no person can give a value of this type in words.
    """
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return partial(_code, type_)
    if type_ is str:
        return _day if field in DAYS else str
    if type_ is float or type_ is int:
        return partial(_number, field, type_)
    if type_ is bool:
        return partial(_truth, field)
    if type_ in {Anchor, Mention} or get_args(type_)[:1] == (Anchor,):
        return None
    raise NoSuchField(field, "entry", ())


def _sure(read: Certainty | None, value: str) -> Certainty:
    """Give how certain the source is as a person says; no words of the text decided that."""
    source = Factuality(_code(Factuality, value))
    before = read or Certainty(source, Factuality.UNCOMMITTED)
    return replace(before, source=source, hedges=())


def _code(known: type[StrEnum], value: str) -> StrEnum:
    """Give the only code that is or begins so."""
    same = [code for code in known if code.lower() == value.lower()]
    fitting = same or [code for code in known if code.lower().startswith(value.lower())]
    if len(fitting) != 1:
        raise BadCode(value, tuple(fitting or known))
    return fitting[0]


def _day(value: str) -> str:
    if not is_edtf(value):
        wanted = "a day as 2027-04-12, or another EDTF value such as 2027-04 or [..2027-04-12]"
        raise BadValue("date", value, wanted)
    return value


def _number(field: str, type_: type[int] | type[float], value: str) -> float:
    try:
        return type_(value)
    except ValueError:
        raise BadValue(field, value, "a number") from None


def _truth(field: str, value: str) -> bool:
    found = {"yes": True, "true": True, "no": False, "false": False}.get(value.casefold())
    if found is None:
        raise BadValue(field, value, "yes or no")
    return found
