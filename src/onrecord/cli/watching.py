"""`onrecord watch` and `onrecord assign`."""

import json
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.fetching import fetcher, limits
from onrecord.cli.options import (
    RECORD,
    ContactOption,
    JsonOption,
    MaxBytesOption,
    OfflineOption,
    PortOption,
    PrivateHostsOption,
    RecordOption,
)
from onrecord.cli.output import print_json, show, trouble
from onrecord.errors import BadLength, NothingToTellBy
from onrecord.settings import MAX_BYTES

if TYPE_CHECKING:
    from onrecord.store import Store
    from onrecord.watch import Subject
    from onrecord.watch.watching import Event

LENGTH = re.compile(r"([1-9][0-9]{0,5})(s|m|h|d)\Z")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
SHORTEST = timedelta(minutes=1)

ProcessesOption = Annotated[
    list[str] | None,
    typer.Option("--process", metavar="NAME", help="The negotiation; may be given again."),
]
PartyOption = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="NAME", help="A party to it, as articles call it; again."),
]
AboutOption = Annotated[
    list[str] | None,
    typer.Option("--about", metavar="WORDS", help="Words that only articles on it have; again."),
]


def watch(
    addresses: Annotated[
        list[str], typer.Argument(metavar="URL...", help="Feeds, sitemaps and pages.")
    ],
    record: RecordOption = RECORD,
    process: ProcessesOption = None,
    party: PartyOption = None,
    about: AboutOption = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Take in every article, whatever it is about.")
    ] = False,
    every: Annotated[
        str, typer.Option(metavar="TIME", help="Time between two looks: 15m, 2h, 1d.")
    ] = "15m",
    once: Annotated[bool, typer.Option("--once", help="Look once and stop, for cron.")] = False,
    tell_actor: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Tell every new statement of this actor; again."),
    ] = None,
    tell_shifts: Annotated[
        bool, typer.Option("--tell-shifts", help="Tell when a side's position shifts.")
    ] = False,
    tell_deadlines: Annotated[
        int | None,
        typer.Option(
            metavar="DAYS",
            min=0,
            help="Tell deadlines so many days before, moves, and outcomes.",
        ),
    ] = None,
    tell_meetings: Annotated[
        bool, typer.Option("--tell-meetings", help="Tell meetings announced, put off, called off.")
    ] = False,
    tell_plans: Annotated[
        bool, typer.Option("--tell-plans", help="Tell new plans, and new versions of plans.")
    ] = False,
    tell_conflicts: Annotated[
        bool, typer.Option("--tell-conflicts", help="Tell where accounts do not agree.")
    ] = False,
    tell_revisions: Annotated[
        bool, typer.Option("--tell-revisions", help="Tell when an article's words change.")
    ] = False,
    tell_notices: Annotated[
        bool, typer.Option("--tell-notices", help="Tell corrections, withdrawals and kills.")
    ] = False,
    webhook: Annotated[
        str | None, typer.Option(metavar="URL", help="Also send what is told here, as JSON.")
    ] = None,
    atom: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write what is told to this Atom feed.")
    ] = None,
    max_bytes: MaxBytesOption = MAX_BYTES,
    offline: OfflineOption = False,
    private_hosts: PrivateHostsOption = False,
    port: PortOption = None,
    contact: ContactOption = "",
    json_: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Look at feeds and pages again and again: new and changed articles come in by themselves.

    Only articles come in that report on a negotiation of the record, or on the one named by
    --process; which one, and why, is kept. An article is told by the plans and parties that the
    record knows from the negotiation's other articles, and by --party and --about.

    Sites are asked politely: robots.txt, one request at a time, only what changed. What is known is
    in the record: stop and start at will. Bad feeds and lost networks end nothing.

    Examples:

        onrecord watch https://news.example/feed.xml --process Cod --party Orsk --about quota
        onrecord watch https://news.example/feed.xml --once --tell-actor Marr --tell-deadlines 3
    """
    from onrecord import api
    from onrecord.run.fetching import Round
    from onrecord.store import open_record
    from onrecord.watch import Channels, Subject, Watch, Wishes

    length = _length(every)
    named = tuple(api.process_named(name) for name in process or ())
    subject = Subject(named, tuple(party or ()), tuple(about or ()), everything)
    single = process[0] if process and len(process) == 1 else None
    wishes = Wishes(
        actors=tuple(tell_actor or ()),
        shifts=tell_shifts,
        days=tell_deadlines,
        meetings=tell_meetings,
        plans=tell_plans,
        conflicts=tell_conflicts,
        revisions=tell_revisions,
        notices=tell_notices,
        process=single,
    )
    allowed = limits(offline, private_hosts, port, contact, max_bytes)
    failed = False
    with _stopping(), open_record(record) as store, fetcher(allowed) as polite:
        _check(store, subject)
        watched = Watch(
            store, polite, tuple(addresses), subject, wishes, Channels(webhook, atom), length
        )
        how = Round(store, polite, every=length, patient=True, max_bytes=max_bytes)
        for event in watched.run(how, 1 if once else None):
            failed = _say(event, json_=json_) or failed
    if failed and once:
        raise typer.Exit(1)


def assign(
    record: RecordOption = RECORD,
    process: ProcessesOption = None,
    party: PartyOption = None,
    about: AboutOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be assigned, and change nothing.")
    ] = False,
    json_: JsonOption = False,
) -> None:
    """Assign the documents that belong to no negotiation to those that they report on, and say why.

    They are told as in `onrecord watch`. A document that reports on none stays without.

    Examples:

        onrecord assign --process "Fisheries talks" --party Orsk --party Vadria --dry-run
    """
    from onrecord import api
    from onrecord.show.tables import short
    from onrecord.store import open_existing, open_record
    from onrecord.watch import Subject, assign_known

    open_existing(record).close()
    named = tuple(api.process_named(name) for name in process or ())
    subject = Subject(named, tuple(party or ()), tuple(about or ()))
    with open_record(record) as store:
        _check(store, subject)
        found = assign_known(store, subject, keep=not dry_run)
        names = {**{p.process_id: p.name for p in store.processes()}}
        names |= {each.process_id: each.name for each in named}
    if json_:
        print_json(
            {"document": made.doc_id, "process": names[made.process_id], "reason": made.reason}
            for _, made in found
        )
        return
    for document, made in found:
        show(f"{short(document.doc_id)}  {names[made.process_id]}: {made.reason}")
    show(f"{len(found)} {'would be' if dry_run else 'were'} assigned.")


def _check(store: "Store", subject: "Subject") -> None:
    """See that an article can be told by something.

    Raises:
        NothingToTellBy: neither the record nor the user says what the negotiation is told by.
    """
    if subject.whole or subject.says_something:
        return
    wanted = {process.process_id for process in subject.processes}
    known = {process.process_id for process in store.processes()}
    if not (known & wanted if wanted else known):
        raise NothingToTellBy(", ".join(process.name for process in subject.processes))


def _length(value: str) -> timedelta:
    """Give a length of time, a minute at least.

    Raises:
        BadLength: the words are none.
    """
    found = LENGTH.match(value)
    length = timedelta(**{UNITS[found[2]]: int(found[1])}) if found else timedelta()
    if length < SHORTEST:
        raise BadLength(value)
    return length


@contextmanager
def _stopping() -> Iterator[None]:
    """Stop as at Ctrl-C where the system asks for it: what was read is kept."""

    def stop(*_: object) -> None:
        raise SystemExit(0)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _say(event: "Event", *, json_: bool) -> bool:
    """Print what a round says, and tell whether it is trouble."""
    from onrecord.record import Alert
    from onrecord.run import Outcome

    if isinstance(event, str):
        trouble(event)
        return True
    if not isinstance(event, Alert) and event.outcome is Outcome.FAILED:
        trouble(event.trouble)
        return True
    if json_:
        sys.stdout.write(json.dumps(_entry(event), ensure_ascii=False) + "\n")
        sys.stdout.flush()
    elif isinstance(event, Alert):
        show(f"! {event.title}", f"  {event.words}")
    elif event.outcome is not Outcome.UNCHANGED:
        why = f": {event.trouble}" if event.trouble else ""
        show(f"{event.outcome.value.replace('_', ' ')}  {event.name}{why}")
    return False


def _entry(event: Any) -> dict[str, Any]:
    from onrecord.record import Alert
    from onrecord.watch.sending import message

    if isinstance(event, Alert):
        return {"event": "alert", **message(event)}
    return {
        "event": event.outcome,
        "address": event.name,
        "document": event.document.doc_id if event.document else None,
        "reason": event.trouble,
    }
