"""Political events in PLOVER's codes: who did what to whom (domain specification, section 5).

The names are those of the PLOVER manual, draft 0.8, and of its conversion table from CAMEO
(openeventdata/PLOVER, `CAMEO2PLOVER-2021.txt`); what is said of them here is our own.
"""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.anchors import Anchor
from onrecord.record.provenance import Provenance


class PloverEvent(StrEnum):
    """The sixteen types, by kind: verbal and material cooperation, verbal and material conflict."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


HARMS = frozenset(
    {
        PloverEvent.PROTEST,
        PloverEvent.SANCTION,
        PloverEvent.MOBILIZE,
        PloverEvent.COERCE,
        PloverEvent.ASSAULT,
    }
)
"""Material conflict: what is done, not said, against somebody."""


class Sector(StrEnum):
    """What kind of body or people somebody in an event is, in PLOVER's codes."""

    GOVERNMENT = "GOV"
    MILITARY = "MIL"
    POLICE = "COP"
    JUDICIARY = "JUD"
    LEGISLATURE = "LEG"
    REBELS = "REB"
    OPPOSITION = "OPP"
    PARTY = "PTY"
    CIVILIANS = "CVL"
    REFUGEES = "REF"
    MEDIA = "JRN"
    BUSINESS = "BUS"
    INTERNATIONAL = "IGO"
    NON_GOVERNMENTAL = "NGO"


class EventAux(StrEnum):
    """What sets an event apart from one that happened: it is to come, or hangs on something."""

    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"


class EventBasis(StrEnum):
    """What an event was read from: an entry of the record, or verbs in the text itself."""

    STATEMENT = "statement"
    STANCE = "stance"
    CONDITION = "condition"
    MEETING = "meeting"
    DEADLINE = "deadline"
    PLAN = "plan"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class EventParty:
    """Somebody who acts in an event, or to whom something is done.

    `words` name him where the text does. `actor_id` is the record's actor, None for those whom it
    does not know. `country` is ISO 3166-1 alpha-3.
    """

    words: Anchor | None = None
    actor_id: str | None = None
    country: str | None = None
    sector: Sector | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What somebody did to somebody, by the words of one document.

    `own_type` is the record's name of it (`STANCE.reject`), `plover` its code, None where PLOVER
    has none. Several actors are one list, no pairs. `date` is EDTF: of what was said, held or done
    by the best the document tells. `entry_id` is the entry that it was read from, None for verbs in
    the text. `told_by` is the actor on whose word it is, None for the reporter's; an event that is
    only somebody's word is not `confirmed`.
    """

    event_id: str
    doc_id: str
    own_type: str
    plover: PloverEvent | None
    basis: EventBasis
    evidence: tuple[Anchor, ...]
    provenance: Provenance
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    aux: tuple[EventAux, ...] = ()
    actors: tuple[EventParty, ...] = ()
    recipients: tuple[EventParty, ...] = ()
    date: str | None = None
    reported_on: str | None = None
    entry_id: str | None = None
    told_by: str | None = None
    confirmed: bool = True
