"""`onrecord review`: what waits for a decision, and deciding on it key by key."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from onrecord.cli.deciding import tell
from onrecord.cli.options import (
    RECORD,
    ByOption,
    JsonOption,
    LimitOption,
    ProcessOption,
    RecordOption,
)
from onrecord.cli.output import print_json, show
from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from onrecord.record import Ruling, Waiting
    from onrecord.run import Desk
    from onrecord.store import Case, QueueFilter, Store

AT_ONCE = 200
"""Entries that one sitting goes through: more than anybody decides on without a break."""

FIELDS = {
    "w": ("speaker", "holder", "by", "actor_id"),
    "s": ("words", "demand", "anchor"),
    "t": ("stance", "type"),
    "p": ("point",),
    "d": ("date",),
    "x": ("act", "basis"),
}
"""The field that each key corrects, the first that the entry has."""

HELP = """a accept   r reject   w who   s words   t stance   p point   d date   x act or basis
e another field   u undo   y do again   j next   k back   h history   ? this list   q quit"""


def review(
    record: RecordOption = RECORD,
    by: ByOption = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Only these: statement, stance …; may be given again."),
    ] = None,
    process: ProcessOption = None,
    list_: Annotated[
        bool, typer.Option("--list", help="Print what waits instead of asking.")
    ] = False,
    orphans: Annotated[
        bool,
        typer.Option("--orphans", help="Print decisions whose words no current text has."),
    ] = False,
    second_reader: Annotated[
        bool,
        typer.Option("--second-reader", help="Let a small network look, too: some seconds."),
    ] = False,
    limit: LimitOption = None,
    json_: JsonOption = False,
) -> None:
    """Decide on what the machine read: the most urgent first, each with its words in context.

    Urgent is what matters and is unsure: importance times doubt. Doubt is 1 less the confidence;
    what makes an entry matter stands beside it, see docs/how-to/review.md. Keys: a accept,
    r reject, w s t p d x correct, u undo, y do again, j next, k back, ? all keys, q quit. Every
    decision is kept at once.

    With --second-reader a small network reads the certainty of what is told, beside the rules.
    Where it reads the opposite, the rules are often wrong: that comes earlier, with the reason.

    Examples:

        onrecord review
        onrecord review --list --limit 20
        onrecord review --list --kind stance --json
        onrecord review --second-reader
    """
    from onrecord import api, wishes
    from onrecord.store import Kind, QueueFilter, open_existing

    kinds = wishes.codes(Kind, kind or ())
    wanted = QueueFilter(kinds, process=process, limit=limit or (None if json_ else AT_ONCE))
    if orphans or list_ or json_:
        with open_existing(record) as store:
            if orphans:
                _orphans(store, wanted, json_)
            else:
                _list(store, _waiting(store, wanted, second_reader), json_)
        return
    with api.open(record, create=False) as opened:
        found = {one.entry_id: one for one in _waiting(opened.store, wanted, second_reader)}
        Sitting(opened.store, opened.desk(by), Keys(sys.stdin), list(found), found).run()


def _waiting(store: "Store", wanted: "QueueFilter", second: bool) -> "Iterable[Waiting]":
    """Give what waits, the most urgent first."""
    if not second:
        return store.waiting(wanted)
    from onrecord.run.second_reader import waiting

    return waiting(store, wanted)


def _list(store: "Store", waiting: "Iterable[Waiting]", json_: bool) -> None:
    from onrecord.show.queue import waiting_entry, waiting_table, whose
    from onrecord.store import Found, Kind

    rows = ((each, store.entry(Found(Kind(each.kind), each.entry_id))) for each in waiting)
    if json_:
        print_json(waiting_entry(*row) for row in rows)
        return
    found = list(rows)
    actors = {actor.actor_id: actor for actor in store.actors_with(whose(found))}
    show(waiting_table(found, actors))
    show("", f"{len(found)} waiting. `onrecord review` goes through them.")


def _orphans(store: "Store", wanted: "QueueFilter", json_: bool) -> None:
    from onrecord.show.reviews import history_lines, ruling_entry

    found = [case for case in store.orphans() if not wanted.kinds or case.kind in wanted.kinds]
    rulings = [ruling for case in islice(found, wanted.limit) for ruling in case.log.standing]
    if json_:
        print_json(map(ruling_entry, rulings))
        return
    show(*history_lines(rulings, named=True))
    show("" if found else "Every decision is on words that the current texts have.")


@dataclass
class Keys:
    """Where keys come from: single ones from a terminal, characters from a pipe."""

    stream: TextIO

    def one(self) -> str:
        """Give the next key, nothing at the end."""
        if self.stream.isatty():
            return _key()
        found = self.stream.read(1)
        while found and found.isspace():
            found = self.stream.read(1)
        return found

    def line(self, question: str) -> str:
        """Ask for a line, which is nothing where it is left empty."""
        sys.stdout.write(f"{question}: ")
        sys.stdout.flush()
        return self.stream.readline().strip()


def _key() -> str:
    """Give one key of the terminal, without waiting for Enter."""
    import click

    return click.getchar()


@dataclass
class Sitting:
    """One person going through the queue."""

    store: "Store"
    desk: "Desk"
    keys: Keys
    ids: list[str]
    waiting: "Mapping[str, Waiting]"
    at: int = 0
    decided: int = 0
    case: "Case" = field(init=False)

    def run(self) -> None:
        """Show one entry after another, and do what the keys say."""
        show(HELP)
        again = True
        while self.ids:
            if again and not self._shown():
                continue
            sys.stdout.write("> ")
            sys.stdout.flush()
            key = self.keys.one()
            if key in {"", "q", "\x03", "\x04"}:
                break
            again = self._guarded(key)
        show(f"{self.decided} decided; {max(len(self.ids) - self.at, 0)} of this list are left.")

    def _shown(self) -> bool:
        """Show the entry in turn; one that is gone since the list was made is passed over.

        At the end of the list one can still go back, or undo.
        """
        from onrecord.show.single import entry_text
        from onrecord.store import Found

        if self.at >= len(self.ids):
            show("", "That was the last of this list. k back   u undo   q quit")
            return True
        try:
            self.case = self.desk.case(self.ids[self.at])
        except OnrecordError as error:
            show(str(error))
            del self.ids[self.at]
            return False
        show("", f"[{self.at + 1} of {len(self.ids)}] {self.case.kind}{self._why()}")
        if self.case.entry is not None:
            show(*entry_text(self.store, Found(self.case.kind, self.case.entry_id)))
        return True

    def _why(self) -> str:
        from onrecord.show.queue import REASONS

        found = self.waiting.get(self.ids[self.at])
        return "".join(f" · {REASONS[reason]}" for reason in found.reasons) if found else ""

    def _guarded(self, key: str) -> bool:
        """Do what a key says; give whether there is something else to be shown now."""
        try:
            return self._do(key)
        except OnrecordError as error:
            show(str(error))
            return False

    def _do(self, key: str) -> bool:
        if key in {"a", "r"}:
            decide = self.desk.accept if key == "a" else self.desk.reject
            return self._decided(decide(self.case))
        if key in {"u", "y"}:
            return self._back(self.desk.undo() if key == "u" else self.desk.redo())
        if key in {"j", "k"}:
            self.at = min(max(0, self.at + (1 if key == "j" else -1)), len(self.ids))
            return True
        if self.at >= len(self.ids):
            return True
        if key in FIELDS:
            return self._correct(FIELDS[key])
        if key == "e":
            return self._correct((self.keys.line("field"),))
        if key == "h":
            return self._history()
        show(HELP)
        return False

    def _correct(self, names: tuple[str, ...]) -> bool:
        """Ask for the right value of the first of these fields that the entry has."""
        from onrecord.run import correctable

        known = correctable(self.case.kind, type(self.case.entry))
        name = next((each for each in names if each in known), names[0])
        value = self.keys.line(f"{name} (nothing: as it is)") if name else ""
        if not value:
            return False
        return self._decided(self.desk.correct(self.case, name, value))

    def _decided(self, ruling: "Ruling") -> bool:
        tell(ruling, json_=False)
        self.decided += 1
        self.at += 1
        return True

    def _back(self, ruling: "Ruling") -> bool:
        """Go to the entry of what was undone or done again."""
        tell(ruling, self.desk.history(ruling.entry_id)[:-1], json_=False)
        if ruling.entry_id not in self.ids:
            self.ids.insert(self.at, ruling.entry_id)
        self.at = self.ids.index(ruling.entry_id)
        return True

    def _history(self) -> bool:
        from onrecord.show.reviews import history_lines

        lines = history_lines(self.desk.history(self.case.entry_id), named=False)
        show(*lines)
        if not lines:
            show("Nobody has decided on it yet.")
        return False
