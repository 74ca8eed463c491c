"""The closed lists of codes for what is told of the texts that are negotiated; see `codes`."""

from enum import StrEnum


class PlanAspect(StrEnum):
    """What is told of a text that is negotiated."""

    NAMED = "named"
    POINTS = "points"
    DRAFTED = "drafted"
    RECEIVED = "received"
    PUBLISHED = "published"
    REVISED = "revised"


class ReportStatus(StrEnum):
    """On what it rests that something is so, the strongest first.

    `stated`: in the reporter's own voice, or a published text shows it; `confirmed`: by the one
    whom it concerns; `claimed`: by somebody named; `reported`: hearsay, unnamed or media sources;
    `prospective`: it is only to come; `denied`: that it is not so.
    """

    STATED = "stated"
    CONFIRMED = "confirmed"
    CLAIMED = "claimed"
    REPORTED = "reported"
    PROSPECTIVE = "prospective"
    DENIED = "denied"


class Route(StrEnum):
    """How a text came to somebody or to the public, where the words say so."""

    OFFICIAL = "official"
    AFTER_LEAK = "after_leak"
    LEAKED = "leaked"
    PUBLISHED = "published"
