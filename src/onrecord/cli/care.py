"""`onrecord doctor` and `onrecord demo`."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from onrecord import __version__
from onrecord.cli.options import RECORD, JsonOption, RecordOption
from onrecord.cli.output import print_object, show

PACKAGES = (
    "spacy",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "htmldate",
    "py3langid",
    "sqlalchemy",
    "alembic",
)


def doctor(record: RecordOption = RECORD, json_: JsonOption = False) -> None:
    """Say what is installed, which models, and whether the record is sound.

    The exit code is 1 where something is missing or the record has a problem.

    Examples:

        onrecord doctor
        onrecord doctor --record talks.db --json
    """
    found = _installed()
    found.update(_record(record, found["problems"]))
    if json_:
        print_object(found)
    else:
        for name, value in found.items():
            if name != "problems":
                show(f"{name:<12} {value if value is not None else 'none'}")
        for problem in found["problems"]:
            show(f"problem      {problem}")
        show("Everything is in order." if not found["problems"] else "Not everything is in order.")
    if found["problems"]:
        raise typer.Exit(1)


def _installed() -> dict[str, Any]:
    from onrecord.errors import ModelMissing
    from onrecord.extract import EXTRACTOR
    from onrecord.extract.language import model_name

    found: dict[str, Any] = {
        "onrecord": __version__,
        "python": f"{platform.python_version()} on {platform.system()}",
        "extractor": EXTRACTOR,
    }
    problems: list[str] = []
    try:
        name = model_name()
        found["model"] = f"{name} {version(name.replace('_', '-'))}"
    except ModelMissing as error:
        found["model"] = None
        problems.append(str(error))
    found["weights"] = _weights(problems)
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = None
            problems.append(f"The package {package} is not installed. Install onrecord again.")
    return {**found, "problems": problems}


def _weights(problems: list[str]) -> str | None:
    """Give the name and the checksum of the trained finder's weights, read and compared."""
    from onrecord.errors import WeightsBroken
    from onrecord.extract.tagger.files import WEIGHTS, checked
    from onrecord.extract.tagger.network import card

    try:
        for name, checksum in card().checksums.items():
            checked(WEIGHTS / name, checksum)
        return f"{card().name} {card().checksums['attribution.onnx'][:12]}"
    except WeightsBroken as error:
        problems.append(str(error))
        return None


def _record(path: Path, known: list[str]) -> dict[str, Any]:
    from dataclasses import asdict

    from onrecord.errors import OnrecordError, RecordMissing
    from onrecord.store import open_existing

    problems = list(known)
    try:
        with open_existing(path) as store:
            problems += [str(problem) for problem in store.check()]
            counts = {name: number for name, number in asdict(store.counts()).items() if number}
    except RecordMissing:
        return {"record": f"none at {path} yet", "problems": problems}
    except OnrecordError as error:
        return {"record": str(path), "problems": [*problems, str(error)]}
    held = ", ".join(_counted(name.replace("_", " "), number) for name, number in counts.items())
    return {"record": f"{path}: {held or 'empty'}", "problems": problems}


def _counted(name: str, number: int) -> str:
    """Give `2 documents` and `1 document`, `1 quantity`, `1 process`, `1 money`."""
    if number != 1:
        return f"{number} {name}"
    for many, one in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if name.endswith(many):
            return f"1 {name.removesuffix(many)}{one}"
    return f"1 {name}"


def demo(
    record: Annotated[
        Path | None,
        typer.Option("--record", "-r", metavar="FILE", help="Keep the demo's record in this file."),
    ] = None,
) -> None:
    """Read the built-in sample case, a negotiation that never took place, and show its record.

    Examples:

        onrecord demo
        onrecord demo --record sample.db
    """
    if record:
        _demo(record)
        return
    with TemporaryDirectory() as folder:
        _demo(Path(folder) / "sample.db")


def _demo(record: Path) -> None:
    from onrecord import api
    from onrecord.cli import conflicts, listing, occasions, plans, reading, showing
    from onrecord.record import Form

    kept = f"--record {record}"
    show(f"1. onrecord read {api.sample().name} {kept}")
    reading.read([str(api.sample())], record=record, process=["Sample case"])
    show("", "2. onrecord documents")
    listing.documents(record=record)
    show("", "3. onrecord statements --limit 25")
    listing.statements(record=record, limit=25)
    show("", "4. onrecord show, the first quoted statement in its words")
    with api.open(record) as opened:
        quoted = next(item for item in opened.statements() if item.form is Form.DIRECT)
    showing.show(quoted.statement_id, record=record)
    show("", "5. onrecord proposals: the plans, their versions, who wrote and received them")
    plans.proposals(record=record)
    show("", "6. onrecord deadlines: where they stand")
    occasions.deadlines(record=record)
    show("", "7. onrecord conflicts --open --limit 3: where accounts do not agree")
    conflicts.conflicts(record=record, open_=True, limit=3)
    show("", "8. onrecord brief, its beginning")
    with api.open(record) as opened:
        lines = opened.brief().splitlines()
    sys.stdout.write("\n".join(lines[:24]) + "\n")
    show("", f"That was {len(lines)} lines of brief. Now `onrecord read` articles of your own, and")
    show("`onrecord serve --open` shows the record in your browser.")
