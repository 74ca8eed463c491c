"""`onrecord decide`, `onrecord add`, `onrecord undo`, `onrecord redo`, `onrecord history`."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import RECORD, ByOption, JsonOption, NoteOption, RecordOption
from onrecord.cli.output import print_json, print_object, show
from onrecord.errors import BadCode, ValueMissing

if TYPE_CHECKING:
    from onrecord.record import Ruling
    from onrecord.run import Desk

EntryArgument = Annotated[
    str, typer.Argument(metavar="ID", help="The id of an entry, or its beginning.")
]
OptionalEntry = Annotated[
    str,
    typer.Argument(metavar="[ID]", help="Only on this entry; without it your own last decision."),
]


def decide(
    entry_id: EntryArgument,
    action: Annotated[str, typer.Argument(metavar="ACTION", help="accept, reject or correct.")],
    field: Annotated[
        str | None, typer.Argument(metavar="[FIELD]", help="What to correct, as speaker.")
    ] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="[VALUE]", help="The right value; - for none.")
    ] = None,
    record: RecordOption = RECORD,
    by: ByOption = None,
    note: NoteOption = "",
    seen: Annotated[
        str | None,
        typer.Option(
            metavar="STATE", help="Decide only if the entry is still in this state of `history`."
        ),
    ] = None,
    json_: JsonOption = False,
) -> None:
    """Decide on one entry: accept it, reject it, or correct a field of it.

    Fields of a statement: speaker, words, cue, source, act, date, sourcing; of a stance: holder,
    stance, point, basis, date, words. Words are given as the text has them, or as START:END,
    several places as START:END,START:END. A wrong field gets the list of those that there are.

    The machine's reading is kept beside the decision, and every decision can be undone.

    Examples:

        onrecord decide st-3fa91c20 accept
        onrecord decide st-3fa91c20 correct speaker "Edda Norling" --note "the chair is meant"
        onrecord decide stn-07d1 reject --by ann
    """
    from dataclasses import replace

    from onrecord import api
    from onrecord.record import Action

    known = (Action.ACCEPT, Action.REJECT, Action.CORRECT)
    if action not in known:
        raise BadCode(action, known)
    if action == Action.CORRECT and (field is None or value is None):
        raise ValueMissing(entry_id)
    with api.open(record, create=False) as opened:
        desk = opened.desk(by)
        case = desk.case(entry_id)
        case = replace(case, seen=seen) if seen else case
        if action == Action.CORRECT:
            ruling = desk.correct(case, field or "", value or "", note)
        else:
            ruling = (desk.accept if action == Action.ACCEPT else desk.reject)(case, note)
    tell(ruling, json_=json_)


def add(
    doc_id: Annotated[
        str, typer.Argument(metavar="ID", help="The document's id, or its beginning.")
    ],
    words: Annotated[
        list[str],
        typer.Option(help="What was said: words of the text, or START:END; again for more parts."),
    ],
    speaker: Annotated[
        str | None, typer.Option(help="Who said it; without it whom the source names.")
    ] = None,
    cue: Annotated[str | None, typer.Option(help="The words that say so: said, denied …")] = None,
    source: Annotated[str | None, typer.Option(help="The words that name the speaker.")] = None,
    record: RecordOption = RECORD,
    by: ByOption = None,
    note: NoteOption = "",
    json_: JsonOption = False,
) -> None:
    """Add a statement that the machine did not find, by the words of the document.

    Day, speech act and sourcing are read from these words; correct them with `onrecord decide`.

    Examples:

        onrecord add doc-07d1 --words "the dam stays" --cue insisted --source "the envoy"
        onrecord add doc-07d1 --words 1204:1262 --speaker "Edda Norling"
    """
    from onrecord import api

    with api.open(record, create=False) as opened:
        desk = opened.desk(by)
        document = opened.store.find(doc_id).id
        ruling = desk.add(document, desk.select(document, words, cue, source), speaker, note)
    tell(ruling, json_=json_)


def undo(
    entry_id: OptionalEntry = "",
    record: RecordOption = RECORD,
    by: ByOption = None,
    note: NoteOption = "",
    json_: JsonOption = False,
) -> None:
    """Undo your last decision, or the last on one entry. Nothing is erased: the history keeps both.

    Examples:

        onrecord undo
        onrecord undo st-3fa91c20
    """
    _take_back(record, by, lambda desk: desk.undo(entry_id, note), json_)


def redo(
    entry_id: OptionalEntry = "",
    record: RecordOption = RECORD,
    by: ByOption = None,
    note: NoteOption = "",
    json_: JsonOption = False,
) -> None:
    """Do again what was undone last.

    Examples:

        onrecord redo
    """
    _take_back(record, by, lambda desk: desk.redo(entry_id, note), json_)


def _take_back(record: Path, by: str | None, work: "Callable[[Desk], Ruling]", json_: bool) -> None:
    from onrecord import api

    with api.open(record, create=False) as opened:
        desk = opened.desk(by)
        ruling = work(desk)
        log = desk.history(ruling.entry_id)[:-1]
    tell(ruling, log, json_=json_)


def history(
    entry_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Only of this entry; without it of all.")
    ] = None,
    record: RecordOption = RECORD,
    json_: JsonOption = False,
) -> None:
    """Show who decided what and when: on one entry, or in the whole record.

    Examples:

        onrecord history st-3fa91c20
        onrecord history --json
    """
    from onrecord.show.reviews import history_lines, ruling_entry
    from onrecord.store import open_existing

    with open_existing(record) as store:
        rulings = store.rulings(entry_id)
        case = store.case(entry_id) if entry_id else None
    if json_:
        print_json(map(ruling_entry, rulings))
        return
    show(*history_lines(rulings, named=entry_id is None))
    if not rulings:
        show("Nobody has decided on it yet." if entry_id else "Nobody has decided anything yet.")
    if case:
        show("", f"{case.entry_id} is in the state {case.seen}")


def tell(ruling: "Ruling", log: "Iterable[Ruling]" = (), *, json_: bool) -> None:
    """Say what was decided, for people or for programs; `log` is what was decided before."""
    from onrecord.show.reviews import history_lines, ruling_entry

    if json_:
        print_object(ruling_entry(ruling))
        return
    show(history_lines([*log, ruling], named=True)[-1])
