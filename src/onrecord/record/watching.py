"""Watching: what came of each address that was fetched, and what a user is told."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class VisitOutcome(StrEnum):
    """What came of an address.

    `listed`: it is a feed or a sitemap; `read`: its article is on record; `unrelated`: its article
    reports on none of the negotiations asked for and stays out; `refused`: it may not be fetched or
    its answer cannot be read, and it is not asked again until its feed says that it changed;
    `failed`: no answer came, and it is asked again.
    """

    LISTED = "listed"
    READ = "read"
    UNRELATED = "unrelated"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Visit:
    """The last time at which an address was fetched.

    `first_at` is the first time. `listed_by` is the feed that lists it, `listed_as` what the feed
    said of it then (title and time), so that a change is seen. `failures` counts those in a row.
    Times are UTC.
    """

    url: str
    outcome: VisitOutcome
    first_at: datetime
    visited_at: datetime
    due_at: datetime
    reason: str = ""
    failures: int = 0
    listed_by: str | None = None
    listed_as: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class AlertKind(StrEnum):
    """What a user can ask to be told.

    `statement`: an actor said something new; `shift`: a side moved; `deadline`: a deadline is near;
    `deadline_moved`: a source announces another day for it; `deadline_ended`: it was met, missed or
    withdrawn, or its day passed and nobody reports what came of it; `meeting`: one is announced,
    put off or called off; `conflict`: accounts do not agree; `plan_version`: a plan, or a draft of
    it, that was not on record; `revision`: an article changed its words; `notice`: a publication
    takes something back.
    """

    STATEMENT = "statement"
    SHIFT = "shift"
    DEADLINE = "deadline"
    DEADLINE_MOVED = "deadline_moved"
    DEADLINE_ENDED = "deadline_ended"
    MEETING = "meeting"
    CONFLICT = "conflict"
    PLAN_VERSION = "plan_version"
    REVISION = "revision"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that a user asked to be told, once.

    `alert_id` follows from what it is about, so that it is raised once whatever restarts. `words`
    are the record's, with those of the source in quotation marks. Times are UTC, ISO 8601.
    """

    alert_id: str
    kind: AlertKind
    title: str
    words: str
    doc_id: str | None = None
    entry_id: str | None = None
    raised_at: str = ""
    sent_at: str | None = None
