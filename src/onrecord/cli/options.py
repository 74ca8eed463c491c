"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

RecordOption = Annotated[
    Path,
    typer.Option(
        "--record",
        "-r",
        envvar="ONRECORD_RECORD",
        metavar="FILE",
        help="The record to use.",
        show_default="onrecord.db in this folder",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="DAY", help="From this day on, as 2027-04-12.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="DAY", help="Up to this day, as 2027-04-12.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DAY", help="What the coverage said up to this day, as 2027-04-12."
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published-on",
        metavar="DAY",
        help="The day of publication, where the documents do not say it, as 2027-04-12.",
    ),
]
CodebookOption = Annotated[
    Path | None,
    typer.Option(
        "--codebook",
        metavar="FILE",
        help="The categories of provisions, as TOML, instead of those that ship.",
    ),
]
MaxBytesOption = Annotated[
    int,
    typer.Option(
        "--max-bytes",
        envvar="ONRECORD_MAX_BYTES",
        min=1,
        help="The largest document to read, in bytes.",
    ),
]
FieldOption = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="MEANING=NAME",
        help="The field of JSON that has the text, title, published, url, outlet, author or "
        "language, as text=story.body; may be given again.",
    ),
]
WorkersOption = Annotated[
    int,
    typer.Option(
        "--workers", "-w", min=0, help="Processes that read at once; 0 is one for each core."
    ),
]
LimitOption = Annotated[
    int | None, typer.Option("--limit", "-n", min=1, help="Print so many at most.")
]
ProcessOption = Annotated[
    str | None, typer.Option("--process", metavar="NAME", help="Only of this negotiation.")
]
ByOption = Annotated[
    str | None,
    typer.Option(
        "--by",
        envvar="ONRECORD_BY",
        metavar="NAME",
        help="In whose name.",
        show_default="the user's",
    ),
]
NoteOption = Annotated[str, typer.Option("--note", help="Why, in a few words; kept with it.")]
ConfirmedOption = Annotated[
    bool,
    typer.Option("--confirmed-only", help="Only what a person has confirmed, corrected or added."),
]

OfflineOption = Annotated[
    bool,
    typer.Option("--offline", envvar="ONRECORD_OFFLINE", help="Forbid all use of the network."),
]
PrivateHostsOption = Annotated[
    bool,
    typer.Option(
        "--private-hosts",
        envvar="ONRECORD_PRIVATE_HOSTS",
        help="Also fetch from hosts of an intranet, and from this machine.",
    ),
]
PortOption = Annotated[
    list[int] | None,
    typer.Option(
        "--port", min=1, max=65535, help="Also fetch from this port; 80 and 443 are allowed."
    ),
]
ContactOption = Annotated[
    str,
    typer.Option(
        "--contact",
        envvar="ONRECORD_CONTACT",
        metavar="ADDRESS",
        help="Where a site's people reach you; sent with every request.",
    ),
]

RECORD = Path("onrecord.db")
"""The record's default place: the current folder."""
