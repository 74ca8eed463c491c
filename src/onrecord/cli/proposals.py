"""`onrecord proposal` (add, list, show) and `onrecord compare`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import RECORD, JsonOption, MaxBytesOption, RecordOption
from onrecord.cli.output import print_json, print_object
from onrecord.cli.output import show as print_out
from onrecord.settings import MAX_BYTES

if TYPE_CHECKING:
    from onrecord.record import PlanText

group = typer.Typer(no_args_is_help=True, help="Texts of plans: read one, list them, show one.")

TextArgument = Annotated[
    str, typer.Argument(metavar="TEXT", help="A file, an id, or words of plan and version.")
]


@group.command("add")
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The text: .txt, .md or .html.")],
    plan: Annotated[str, typer.Option(metavar="NAME", help="The plan it is a text of.")],
    version: Annotated[
        str, typer.Option(metavar="LABEL", help="Which version: 28 points, 22 April, draft 3 …")
    ],
    date: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day of the version, as 2027-04-12.")
    ] = None,
    process: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="The negotiation it belongs to; may be given again."),
    ] = None,
    record: RecordOption = RECORD,
    max_bytes: MaxBytesOption = MAX_BYTES,
    json_: JsonOption = False,
) -> None:
    """Read the text of a plan into the record, point by point.

    Numbered points, articles, options and brackets are told by how the text is set. Every passage
    is kept with its exact characters. The text of a plan is no coverage: nothing in it is taken for
    what somebody said.

    Examples:

        onrecord proposal add elements.txt --plan "Elements of a Settlement" --version "19 points"
        onrecord proposal add draft.md --plan "Paris Agreement" --version "4 Dec" --date 2015-12-04
    """
    from onrecord import api
    from onrecord.record import TextLabel
    from onrecord.run.texts import TextPlan, add_text
    from onrecord.show.proposals import counted, text_entry
    from onrecord.store import Added, open_record

    processes = tuple(api.process_named(name) for name in process or ())
    label = TextLabel(plan, version, api.iso(date))
    with open_record(record) as store:
        text, added = add_text(store, TextPlan(file, label, processes, max_bytes))
    if json_:
        print_object({"added": added, **text_entry(text)})
        return
    numbers = counted(text.points)
    told = {
        Added.NEW: "new",
        Added.READ_AGAIN: "supersedes the text read before",
        Added.UNCHANGED: "there already",
    }
    print_out(
        f"{text.label}: {told[added]}; {numbers['passages']} passages, {numbers['numbered']} "
        f"numbered, {numbers['options']} options, {numbers['open']} with brackets or an option."
    )
    print_out(f"Next: `onrecord proposal show {text.text_id}`, `onrecord compare`.")


@group.command("list")
def list_(
    name: Annotated[
        str | None, typer.Argument(help="Only with these words in plan or version.")
    ] = None,
    record: RecordOption = RECORD,
    json_: JsonOption = False,
) -> None:
    """List the texts of plans on record, by plan and version.

    Examples:

        onrecord proposal list
        onrecord proposal list "Paris Agreement" --json
    """
    from onrecord.show.proposals import text_entry, texts_table
    from onrecord.store import TextFilter, open_existing

    with open_existing(record) as store:
        texts = list(store.texts(TextFilter(name)))
    if json_:
        print_json(text_entry(text, points=False) for text in texts)
    elif texts:
        print_out(texts_table(texts))
    else:
        print_out("No text of a plan fits. `onrecord proposal add FILE` reads one.")


@group.command("show")
def show(
    text: TextArgument,
    record: RecordOption = RECORD,
    json_: JsonOption = False,
) -> None:
    """Show the text of a plan point by point, with what is in brackets and each point's subject.

    Examples:

        onrecord proposal show "22 April"
        onrecord proposal show elements.txt --json
    """
    from onrecord.show.proposals import text_entry, text_lines

    found = _text(text, record)
    if json_:
        print_object(text_entry(found))
    else:
        print_out(*text_lines(found))


def compare(
    left: TextArgument,
    right: TextArgument,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE", help="Only these: changed, moved, added …; may be given again."
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Do not cut long passages.")] = False,
    record: RecordOption = RECORD,
    json_: JsonOption = False,
) -> None:
    """Set two texts of a plan side by side: what is the same, moved, changed, merged, split, new.

    Passages are matched by their words and their order, so that another numbering does not matter.
    [-old-] was taken out, {+new+} was put in. Each text is a file, or a text of the record by its
    id or by words of plan and version; with two files no record is needed.

    Examples:

        onrecord compare elements-8-april.txt elements-22-april.md
        onrecord compare "19 points" "14 points" --only changed --only dropped
        onrecord compare draft-1.md draft-2.md --json
    """
    from onrecord import wishes
    from onrecord.analyse.alignment import Relation, align
    from onrecord.show.comparison import Comparison, comparison_entry, comparison_lines

    wanted = wishes.codes(Relation, only or ())
    one, other = _text(left, record), _text(right, record)
    found = Comparison(one, other, align(one.points, other.points), wanted)
    if json_:
        print_object(comparison_entry(found))
    else:
        print_out(*comparison_lines(found, full=full))


def _text(wanted: str, record: Path) -> "PlanText":
    """Give a text by file, or from the record by id or name.

    Raises:
        NoSuchText: there is no such file, and no record or no such text in it.
        DocumentError: the file cannot be read.
    """
    from onrecord.errors import NoSuchText
    from onrecord.record import TextLabel
    from onrecord.run.texts import TextPlan, read_text
    from onrecord.show.proposals import text_named
    from onrecord.store import open_existing

    path = Path(wanted)
    if path.exists():
        return read_text(TextPlan(path, TextLabel(wanted))).text
    if not record.exists():
        raise NoSuchText(wanted)
    with open_existing(record) as store:
        return text_named(store, wanted)
