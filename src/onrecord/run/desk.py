"""The desk at which a person decides about entries."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.errors import NoSuchEntry, NotReadable
from onrecord.record import Action, Ruling, Waiting
from onrecord.run.by_hand import Selected, spoken_by, statement_of
from onrecord.run.corrections import Corrections
from onrecord.run.places import Places
from onrecord.run.second_reader import waiting
from onrecord.run.who import People
from onrecord.store import Case, Entry, Kind, QueueFilter, Store

CaseOrId = Case | str
"""What to decide on. A `Case` is decided on as it was seen: if it has changed meanwhile, nothing
is decided. An id is decided on as it is now."""


class Desk:
    """Decides in one person's name, and keeps every decision in the log of the record.

    Every method that decides gives the ruling that was kept; each can be undone.
    """

    def __init__(self, store: Store, by: str) -> None:
        self._store, self.by = store, by

    def case(self, entry_id: str) -> Case:
        """Give an entry as it is now, with the decisions in force on it.

        To decide on what was seen earlier, say in a form: `replace(case, seen=...)`.

        Raises:
            NoSuchEntry, AmbiguousId: the id is none, or the beginning of several.
            NotForReview: it is of a kind that is not decided on.
        """
        return self._store.case(entry_id)

    def accept(self, case: CaseOrId, note: str = "") -> Ruling:
        """Decide that an entry is right as it stands.

        Raises:
            DecisionOutdated: it does not stand as it was seen.
        """
        return self._rule(Action.ACCEPT, case, note)

    def reject(self, case: CaseOrId, note: str = "") -> Ruling:
        """Decide that an entry is none: it is left out, whatever later readings find.

        Raises:
            DecisionOutdated: it does not stand as it was seen.
        """
        return self._rule(Action.REJECT, case, note)

    def correct(self, case: CaseOrId, field: str, value: str, note: str = "") -> Ruling:
        """Decide that a field of an entry has another value; see `Corrections.make` for both.

        Raises:
            DecisionOutdated: it does not stand as it was seen.
            NoSuchField, BadCode, BadValue, WordsMissing, SeveralPlaces, NoSuchActor,
            AmbiguousActor, NoSuchObject: the value cannot be.
        """
        found, _ = self._seen(case)
        change = Corrections(self._store, found).make(field, value)
        ruling = self._ruling(Action.CORRECT, found, note)
        ruling = replace(ruling, field=field, before=change.before, value=change.value)
        return self._store.rule(ruling, change.entry, change.actors, found.seen)

    def add(
        self, doc_id: str, selected: Selected, speaker: str | None = None, note: str = ""
    ) -> Ruling:
        """Add a statement of selected words; without a speaker it is whom its source names.

        `select` makes the selection.

        Raises:
            AlreadyOnRecord: the record has it.
            NotReadable: the text is in a language that is not read.
            NoSuchActor, AmbiguousActor: it is not clear who the speaker is.
        """
        document = self._store.document(doc_id)
        day = self._store.reading(doc_id).published_on
        statement, actors = statement_of(document, day, selected, self.by)
        if speaker:
            actor = People(self._store, document).named(speaker)
            statement, actors = spoken_by(statement, actor), (actor,)
        ruling = Ruling(Action.ADD, Kind.STATEMENT, statement.statement_id, doc_id, self.by, note)
        return self._store.rule(replace(ruling, value=statement.gist), statement, actors)

    def select(
        self, doc_id: str, content: Sequence[str], cue: str | None = None, source: str | None = None
    ) -> Selected:
        """Select words of a document: each as `START:END` in published code points, or as words.

        Of a cue or a source that stands at several places that next to the content is meant.

        Raises:
            WordsMissing, SeveralPlaces: the document does not have them, or more than once.
        """
        places = Places(self._store.document(doc_id))
        found = (one for each in content for one in places.of(each))
        words = tuple(sorted(found, key=lambda anchor: anchor.start))
        if not words:
            raise NotReadable(doc_id, "No words were selected.")
        near = words[0].start
        cues, sources = (places.of(each, near) if each else () for each in (cue, source))
        return Selected(words, next(iter(cues), None), next(iter(sources), None))

    def picked(self, doc_id: str, at: str, words: str) -> str:
        """Give words picked in a document's cleaned text as `correct` and `select` take them.

        `at` is `START:END` in code points of the cleaned text, several with commas between them.
        """
        return Places(self._store.document(doc_id)).picked(at, words)

    def undo(self, entry_id: str = "", note: str = "") -> Ruling:
        """Undo the last decision on an entry, whoever made it, or else the last of this person.

        Raises:
            NothingDecided: there is none.
            RulingBuiltUpon: somebody has decided on the entry since.
        """
        return self._store.take_back(Ruling(Action.UNDO, "", entry_id, "", self.by, note))

    def redo(self, entry_id: str = "", note: str = "") -> Ruling:
        """Do again what was last undone on an entry, or else what this person undid last.

        Raises:
            NothingDecided: there is nothing, or something was decided on the entry since.
        """
        return self._store.take_back(Ruling(Action.REDO, "", entry_id, "", self.by, note))

    def history(self, entry_id: str | None = None) -> tuple[Ruling, ...]:
        """Give all decisions on an entry, or in the record, in the order in which they were made.

        Raises:
            NoSuchEntry, AmbiguousId, NotForReview: as `case`.
        """
        return self._store.rulings(entry_id)

    def waiting(
        self, wanted: QueueFilter | None = None, *, second_reader: bool = False
    ) -> Iterator[Waiting]:
        """Give what waits for a decision, the most urgent first.

        With `second_reader` a small network looks at them too, see `onrecord.run.second_reader`:
        what it reads otherwise is more urgent. That takes some seconds.
        """
        asked = wanted or QueueFilter()
        return iter(waiting(self._store, asked)) if second_reader else self._store.waiting(asked)

    def orphans(self) -> tuple[Case, ...]:
        """Give what was decided on and stands nowhere in the current texts."""
        return self._store.orphans()

    def machines(self, case: CaseOrId) -> Entry | None:
        """Give what the machine itself reads, None where it has no such entry."""
        return self._store.machines(self.case(case) if isinstance(case, str) else case)

    def _seen(self, case: CaseOrId) -> tuple[Case, Entry]:
        """Give the case and its entry.

        Raises:
            NoSuchEntry: no current text has its words.
        """
        found = self.case(case) if isinstance(case, str) else case
        if found.entry is None:
            raise NoSuchEntry(found.entry_id)
        return found, found.entry

    def _rule(self, action: Action, case: CaseOrId, note: str) -> Ruling:
        found, entry = self._seen(case)
        return self._store.rule(self._ruling(action, found, note), entry, (), found.seen)

    def _ruling(self, action: Action, case: Case, note: str) -> Ruling:
        return Ruling(action, case.kind, case.entry_id, case.doc_id, self.by, note)
