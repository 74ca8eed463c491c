"""`onrecord read` and `onrecord extract`."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from onrecord.cli.fetching import apart, fetched, limits
from onrecord.cli.options import (
    RECORD,
    ContactOption,
    JsonOption,
    MaxBytesOption,
    OfflineOption,
    PortOption,
    PrivateHostsOption,
    PublishedOption,
    RecordOption,
)
from onrecord.cli.output import print_object, progress_console, trouble
from onrecord.errors import NothingGiven
from onrecord.record import Reading
from onrecord.settings import MAX_BYTES

P = TypeVar("P")

PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH...", help="Files and folders; - is standard input."),
]


def read(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH|URL...",
            help="Files, folders, addresses of articles, feeds and sitemaps; - is standard input.",
        ),
    ] = None,
    record: RecordOption = RECORD,
    published_on: PublishedOption = None,
    process: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="The negotiation they report on; may be given again."),
    ] = None,
    max_bytes: MaxBytesOption = MAX_BYTES,
    offline: OfflineOption = False,
    private_hosts: PrivateHostsOption = False,
    port: PortOption = None,
    contact: ContactOption = "",
    json_: JsonOption = False,
) -> None:
    """Read articles into the record. Reading a file again changes nothing.

    Takes .txt, .md and .html files, folders of them, - for standard input, and addresses: of
    articles, RSS and Atom feeds, and sitemaps. What cannot be read is named on standard error, the
    others go on, and the exit code is 1. An article read again with other words is a new version of
    it: `onrecord revisions` compares them.

    Examples:

        onrecord read articles/
        onrecord read https://news.example/world/talks https://news.example/feed.xml
        onrecord read story.html --record talks.db --process "Grain talks"
        pbpaste | onrecord read - --published-on 2027-04-12
    """
    from onrecord import api
    from onrecord.run import Outcome, Plan, count_sources, read_paths
    from onrecord.store import open_record

    given, addresses = apart(_given(paths, "read"))
    allowed = limits(offline, private_hosts, port, contact, max_bytes)
    processes = tuple(api.process_named(name) for name in process or ())
    plan = Plan(given, api.iso(published_on), processes, max_bytes)
    own = {record.name + ending for ending in ("", "-wal", "-shm", "-journal")}
    counts: Counter[str] = Counter()
    refused: list[str] = []
    with open_record(record) as store, _progress(count_sources(given, max_bytes)) as step:
        for done in chain(read_paths(store, plan), fetched(store, addresses, plan, allowed)):
            step(done.name)
            if done.outcome is Outcome.SKIPPED and done.name in own:
                continue
            counts[done.outcome] += 1
            if done.reading and done.outcome is not Outcome.UNCHANGED:
                counts["statements"] += len(done.reading.statements)
            if done.reading and done.reading.refused:
                refused.append(f"{done.name}: {done.reading.refused}")
            if done.trouble:
                trouble(done.trouble)
    for sentence in refused:
        trouble(sentence)
    _summary(counts, record, len(refused), json_=json_)
    if counts[Outcome.FAILED]:
        raise typer.Exit(1)


def _given(paths: list[P] | None, command: str) -> tuple[P, ...]:
    if paths:
        return tuple(paths)
    raise NothingGiven(command)


def _summary(counts: Counter[str], record: Path, refused: int, *, json_: bool) -> None:
    from onrecord.show.words import many

    names = ("new", "read_again", "unchanged", "skipped", "failed", "statements")
    if json_:
        numbers = {name: counts[name] for name in names}
        print_object({"record": str(record), **numbers, "not_supported": refused})
        return
    said = [f"{counts['new']} new"]
    said += [f"{counts['read_again']} read again"] if counts["read_again"] else []
    said += [f"{counts['unchanged']} unchanged"] if counts["unchanged"] else []
    said += [f"{counts['skipped']} skipped (no reader for their kind)"] if counts["skipped"] else []
    said += [f"{refused} in a language not supported yet"] if refused else []
    said += [f"{counts['failed']} failed"] if counts["failed"] else []
    print(f"{record}: {', '.join(said)}; {many(counts['statements'], 'statement')} added.")
    if not sum(counts[name] for name in (*names[:5], "unrelated")):
        print("No file was found to read. Readable are .txt, .md, .html and .htm files.")
    if counts["new"]:
        print("Next: `onrecord statements`, `onrecord timeline`, `onrecord brief`.")


class _Step:
    """Moves a progress bar on by one."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._task = progress.add_task("reading", total=total)

    def __call__(self, name: str) -> None:
        """Show that this source is done."""
        self._progress.update(self._task, advance=1, description=name[-40:])


@contextmanager
def _progress(total: int) -> Iterator[_Step]:
    """Show a bar on standard error where that is a terminal."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    quiet = not sys.stderr.isatty() or total < 2
    with Progress(*columns, console=progress_console(), transient=True, disable=quiet) as progress:
        yield _Step(progress, total)


def extract(
    files: PathsArgument = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="One JSON object a line, for every document.")
    ] = False,
    published_on: PublishedOption = None,
    max_bytes: MaxBytesOption = MAX_BYTES,
) -> None:
    """Print what is found in articles, without keeping a record.

    With --jsonl one JSON object a line; offsets are code points of the file as published. The
    format is described in docs/reference/extract-format.md. Without it, a table for people.

    Examples:

        onrecord extract story.txt
        onrecord extract *.txt --jsonl --published-on 2027-04-12 > found.jsonl
    """
    from onrecord import api
    from onrecord.run import Plan, extract_paths
    from onrecord.show.extraction import Names, extraction

    plan = Plan(_given(files, "extract"), api.iso(published_on), (), max_bytes)
    names, failed = Names(), False
    for done in extract_paths(plan):
        if done.trouble:
            trouble(done.trouble)
            failed = True
        elif done.document and done.reading:
            name = names.of(done.name)
            if done.reading.refused:
                trouble(f"{done.name}: {done.reading.refused}")
            if jsonl:
                found = extraction(name, done.document, done.reading)
                sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
                sys.stdout.flush()
            else:
                _print_found(done.name, done.reading)
    if failed:
        raise typer.Exit(1)


def _print_found(name: str, reading: Reading) -> None:
    from onrecord.cli.output import show
    from onrecord.show.tables import statements_table
    from onrecord.show.words import many

    actors = {actor.actor_id: actor for actor in reading.actors}
    found = (many(len(reading.statements), "statement"), many(len(reading.times), "time"))
    show(f"{name}: {', '.join(found)}")
    if reading.statements:
        show(statements_table(reading.statements, actors), "")
