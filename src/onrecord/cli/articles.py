"""`onrecord revisions`, `onrecord purge`, `onrecord backup`."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import RECORD, JsonOption, RecordOption
from onrecord.cli.output import print_json, print_object, show
from onrecord.record import Version

if TYPE_CHECKING:
    from onrecord.store import Store


def revisions(
    document: Annotated[
        str | None, typer.Argument(metavar="ID", help="A document: any version of the article.")
    ] = None,
    with_: Annotated[
        str | None,
        typer.Option("--with", metavar="ID", help="Compare with this document; the earlier first."),
    ] = None,
    record: RecordOption = RECORD,
    json_: JsonOption = False,
) -> None:
    """Show how articles changed: the words of two versions side by side, and each statement's fate.

    An article that is read again with other words is a new version of it. What both versions have
    in the same words is shown once in `onrecord statements`; what the later one left out stays
    there, marked. Without an ID, the articles are listed that have several versions, and the
    notices by which publications correct, withdraw or kill a story.

    Examples:

        onrecord revisions
        onrecord revisions doc-7069eb98
        onrecord revisions doc-7069eb98 --with doc-99dac6b6 --json
    """
    from onrecord.show.revisions import comparison, comparison_entry, comparison_tables
    from onrecord.store import open_existing

    with open_existing(record) as store:
        if document is None:
            _all(store, json_=json_)
            return
        one = store.find(document).id
        other = store.find(with_).id if with_ else None
        pair = (one, other) if other else _neighbours(store.versions(one), one)
        if pair is None:
            show(
                "This article has one version. `onrecord revisions` lists those that have several."
            )
            return
        found = comparison(store, *pair)
    if json_:
        print_object(comparison_entry(found))
        return
    show(*comparison_tables(found))


def _neighbours(versions: tuple[Version, ...], doc_id: str) -> tuple[str, str] | None:
    """Give a version and the one before it, the first and the second for the first."""
    ids = [version.doc_id for version in versions]
    if doc_id not in ids:
        return None
    place = max(ids.index(doc_id), 1)
    return ids[place - 1], ids[place]


def _all(store: "Store", *, json_: bool) -> None:
    from dataclasses import asdict

    from onrecord.show.plain import one_line
    from onrecord.show.revisions import notice_entry, revised_articles, revised_table
    from onrecord.show.tables import short

    articles, notices = revised_articles(store), list(store.notices())
    if json_:
        found = {
            "articles": [[asdict(version) for version in each] for each in articles],
            "notices": [notice_entry(each) for each in notices],
        }
        print_object(found)
        return
    show(revised_table(store, articles) if articles else "No article has several versions.")
    for notice in notices:
        about = ", ".join(map(short, notice.targets)) or "no article on record"
        words = one_line(notice.anchor.exact, 160)
        show(f"{short(notice.doc_id)}  {notice.kind} of {about}: {words}")


def purge(
    document: Annotated[str, typer.Argument(metavar="ID", help="A document: its id.")],
    reason: Annotated[
        str, typer.Option(help="Why, for the tombstone: “court order 12/27”. Name no purged words.")
    ],
    record: RecordOption = RECORD,
    versions: Annotated[
        bool, typer.Option("--versions", help="Also all other versions of the article.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    json_: JsonOption = False,
) -> None:
    """Take a document out of the record for good: its bytes, its text, all that was read from it.

    This cannot be undone. A tombstone stays, with the digest, the day and the reason; the same
    bytes, the same text and the same address do not come in again. Copies that `onrecord backup` or
    others made still hold the document.

    Examples:

        onrecord purge doc-7069eb98 --reason "court order 12/27" --versions
    """
    from dataclasses import asdict

    from onrecord.show.tables import short
    from onrecord.store import open_existing, open_record

    open_existing(record).close()
    with open_record(record) as store:
        found = store.document(store.find(document).id)
        others = [each.doc_id for each in store.versions(found.doc_id)] if versions else []
        ids = [found.doc_id, *(each for each in others if each != found.doc_id)]
        title = found.metadata.title.value if found.metadata.title else found.name
        if not yes:
            typer.confirm(f"Purge {len(ids)} of “{title}” for good?", abort=True, err=True)
        stones = [store.purge(each, reason, getpass.getuser()) for each in ids]
    if json_:
        print_json(asdict(stone) for stone in stones)
        return
    for stone in stones:
        show(
            f"{short(stone.doc_id)} is purged; its digest {stone.sha256[:12]} and the reason stay."
        )
    show("Backups and other copies of the record still hold it.")


def backup(
    target: Annotated[
        Path, typer.Argument(metavar="FILE", help="The new file; never overwritten.")
    ],
    record: RecordOption = RECORD,
    json_: JsonOption = False,
) -> None:
    """Copy the whole record into a new file, also while others write it, and check the copy.

    Examples:

        onrecord backup talks-2027-06-08.db --record talks.db
    """
    from dataclasses import asdict

    from onrecord.store import open_existing

    with open_existing(record) as store:
        store.backup(target)
    with open_existing(target) as copy:
        problems = [str(problem) for problem in copy.check()]
        counts = asdict(copy.counts())
    if json_:
        print_object({"file": str(target), "problems": problems, "counts": counts})
    else:
        for problem in problems:
            show(f"problem      {problem}")
        held = f"{counts['documents']} documents, {counts['statements']} statements"
        show(f"{target}: {held}, checked.")
    if problems:
        raise typer.Exit(1)
