"""`onrecord read` and `onrecord extract`."""

import json
import sys
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from onrecord.cli.fetching import apart, fetched, limits, passing
from onrecord.cli.options import (
    RECORD,
    CodebookOption,
    ContactOption,
    FieldOption,
    JsonOption,
    MaxBytesOption,
    OfflineOption,
    PortOption,
    PrivateHostsOption,
    PublishedOption,
    RecordOption,
    WorkersOption,
)
from onrecord.cli.output import print_object, trouble
from onrecord.cli.progress import progress
from onrecord.errors import BadField, NothingGiven
from onrecord.record import Reading
from onrecord.settings import MAX_BYTES

if TYPE_CHECKING:
    from onrecord.run import Done

PathsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH|URL...",
        help="Files, folders, addresses of articles, feeds and sitemaps; - is standard input.",
    ),
]

P = TypeVar("P")


def read(
    paths: PathsArgument = None,
    record: RecordOption = RECORD,
    published_on: PublishedOption = None,
    process: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="The negotiation they report on; may be given again."),
    ] = None,
    codebook: CodebookOption = None,
    field: FieldOption = None,
    workers: WorkersOption = 1,
    offline: OfflineOption = False,
    private_hosts: PrivateHostsOption = False,
    port: PortOption = None,
    contact: ContactOption = "",
    max_bytes: MaxBytesOption = MAX_BYTES,
    json_: JsonOption = False,
) -> None:
    """Read articles into the record. Reading a file again changes nothing.

    Takes texts, Markdown, HTML pages, PDF, DOCX, e-mails and mailboxes (EML, mbox), JSON with an
    article a line, web archives (WARC), and ZIP and gzip files of all these; folders of them, - for
    standard input, and addresses: of articles, RSS and Atom feeds, and sitemaps. A file is known by
    what it holds, not by its ending. What cannot be read is named on standard error, the others go
    on, and the exit code is 1. A run that was stopped goes on where it was when started again. An
    article read again with other words is a new version: `onrecord revisions` compares them.

    Examples:

        onrecord read articles/
        onrecord read story.html --record talks.db --process "Grain talks"
        onrecord read crawl.warc.gz --workers 8
        onrecord read https://news.example/world/talks https://news.example/feed.xml
        onrecord read dump.jsonl --field text=story.body --field title=headline
        pbpaste | onrecord read - --published-on 2027-04-12
    """
    from onrecord import api
    from onrecord.run import Outcome, Plan, read_paths, size_of
    from onrecord.store import open_record

    given, addresses = apart(_given(paths, "read"))
    allowed = limits(offline, private_hosts, port, contact, max_bytes)
    processes = tuple(api.process_named(name) for name in process or ())
    plan = Plan(
        given,
        api.iso(published_on),
        processes,
        max_bytes,
        _fields(field),
        workers,
        api.codebook_of(codebook),
    )
    own = {record.name + ending for ending in ("", "-wal", "-shm", "-journal")}
    counts: Counter[str] = Counter()
    refused: list[str] = []
    with open_record(record) as store, progress(size_of(given)) as step:
        read = read_paths(store, plan, step.compared)
        for done in chain(read, fetched(store, addresses, plan, allowed)):
            step(done.name, done.position)
            if done.outcome is Outcome.SKIPPED and done.name in own:
                continue
            counts[done.outcome] += 1
            if done.reading and done.outcome is not Outcome.UNCHANGED:
                counts["statements"] += len(done.reading.statements)
            if done.reading and done.reading.refused:
                refused.append(f"{done.name}: {done.reading.refused}")
            tell(done)
    for sentence in refused:
        trouble(sentence)
    _summary(counts, record, len(refused), json_=json_)
    if counts[Outcome.FAILED]:
        raise typer.Exit(1)


def tell(done: "Done") -> None:
    """Say what went wrong with a document, or what is odd with it."""
    for sentence in (done.trouble, *(f"{done.name}: {note}" for note in done.notes)):
        if sentence:
            trouble(sentence)


def _fields(given: list[str] | None) -> tuple[tuple[str, str], ...]:
    """Give what each `meaning=name` says.

    Raises:
        BadField: one is not written so, or nothing has that meaning.
    """
    from onrecord.read.formats.json_fields import MEANINGS

    pairs = [words.partition("=")[::2] for words in given or ()]
    for meaning, name in pairs:
        if meaning not in MEANINGS or not name:
            raise BadField(f"{meaning}={name}" if name else meaning, MEANINGS)
    return tuple(pairs)


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
        print("No file was found to read. `onrecord read --help` names the kinds that are read.")
    if counts["new"]:
        print("Next: `onrecord statements`, `onrecord timeline`, `onrecord brief`.")


def extract(
    files: PathsArgument = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="One JSON object a line, for every document.")
    ] = False,
    published_on: PublishedOption = None,
    codebook: CodebookOption = None,
    field: FieldOption = None,
    workers: WorkersOption = 1,
    offline: OfflineOption = False,
    private_hosts: PrivateHostsOption = False,
    port: PortOption = None,
    contact: ContactOption = "",
    max_bytes: MaxBytesOption = MAX_BYTES,
) -> None:
    """Print what is found in articles, without keeping a record.

    Takes what `onrecord read` takes, addresses too.

    With --jsonl one JSON object a line; offsets are code points of the file as published. The
    format is described in docs/reference/extract-format.md. Without it, a table for people.

    Examples:

        onrecord extract story.txt
        onrecord extract https://news.example/world/talks
        onrecord extract *.txt --jsonl --published-on 2027-04-12 > found.jsonl
    """
    from onrecord import api
    from onrecord.run import Plan, extract_paths
    from onrecord.show.extraction import Names, extraction

    fields, book = _fields(field), api.codebook_of(codebook)
    given, addresses = apart(_given(files, "extract"))
    allowed = limits(offline, private_hosts, port, contact, max_bytes)
    plan = Plan(given, api.iso(published_on), (), max_bytes, fields, workers, book)
    names, failed = Names(), False
    for done in chain(extract_paths(plan), passing(addresses, plan, allowed)):
        tell(done)
        failed = failed or bool(done.trouble)
        if done.document and done.reading:
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
