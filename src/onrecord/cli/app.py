"""The commands put together, and the one place where errors become sentences and exit codes."""

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext

import typer

from onrecord import __version__
from onrecord.cli import (
    articles,
    care,
    claims,
    conflicts,
    deciding,
    events,
    exporting,
    listing,
    occasions,
    people,
    plans,
    proposals,
    provisions,
    reading,
    reviewing,
    serving,
    showing,
    sources,
    standing,
    watching,
)
from onrecord.errors import OnrecordError
from onrecord.fetch import network_forbidden
from onrecord.settings import Settings

EXIT_TROUBLE = 1
EXIT_INTERRUPTED = 130

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Keep the record of a negotiation: who said what, in which exact words, on which sourcing.

    Begin with `onrecord demo`, then read articles of your own with `onrecord read FILES`.
    """


for name, command in (
    ("read", reading.read),
    ("extract", reading.extract),
    ("documents", listing.documents),
    ("statements", listing.statements),
    ("actors", people.actors),
    ("merge", people.merge),
    ("split", people.split),
    ("proposals", plans.proposals),
    ("review", reviewing.review),
    ("decide", deciding.decide),
    ("add", deciding.add),
    ("undo", deciding.undo),
    ("redo", deciding.redo),
    ("history", deciding.history),
    ("conflicts", conflicts.conflicts),
    ("claims", claims.claims),
    ("stances", standing.stances),
    ("shifts", standing.shifts),
    ("coverage", standing.coverage),
    ("compare", proposals.compare),
    ("provisions", provisions.provisions),
    ("sources", sources.sources),
    ("meetings", occasions.meetings),
    ("deadlines", occasions.deadlines),
    ("events", events.events),
    ("timeline", listing.timeline),
    ("show", showing.show),
    ("brief", showing.brief),
    ("export", exporting.export),
    ("serve", serving.serve),
    ("watch", watching.watch),
    ("assign", watching.assign),
    ("revisions", articles.revisions),
    ("purge", articles.purge),
    ("backup", articles.backup),
    ("doctor", care.doctor),
    ("demo", care.demo),
):
    app.command(name)(command)
app.add_typer(proposals.group, name="proposal")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; an error is one sentence on standard error and exit code 1.

    `arguments` are those of the process where they are not given.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        with (
            network_forbidden() if Settings.from_environment(os.environ).offline else nullcontext()
        ):
            app(args=arguments)
    except OnrecordError as error:
        print(f"onrecord: {error}", file=sys.stderr)
        sys.exit(EXIT_TROUBLE)
    except KeyboardInterrupt:
        print("onrecord: interrupted; what was read so far is kept.", file=sys.stderr)
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - at exit
        sys.exit(EXIT_TROUBLE)
