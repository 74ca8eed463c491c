"""What comes in: articles that report on the negotiations that are watched."""

from dataclasses import dataclass

from onrecord.analyse.assignment import Learned, Profile, profile, reported_on
from onrecord.record import Assignment, Document, Process
from onrecord.run.fetching import Admission, Admit, everything
from onrecord.store import StanceFilter, Store


@dataclass(frozen=True, slots=True)
class Subject:
    """What is watched for: negotiations, and what the user says of them.

    `parties` and `about` are names and words by which an article on them is told, beside what the
    record itself tells. Without negotiations, all that the record knows are meant; with `whole`
    everything comes in.
    """

    processes: tuple[Process, ...] = ()
    parties: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    whole: bool = False

    @property
    def says_something(self) -> bool:
        """Tell whether an article can be told by what the user says."""
        return bool(self.parties or self.about)


def admission(store: Store, subject: Subject) -> Admit:
    """Give the rule by which articles come in, as the record knows its negotiations now."""
    if subject.whole:
        return everything
    known = profiles(store, subject)
    wanted = {process.process_id for process in subject.processes}

    def admit(document: Document) -> Admission:
        reasons = [
            (each.process, each.words)
            for each in reported_on(document, known)
            if not wanted or each.process.process_id in wanted
        ]
        if reasons:
            return Admission(processes=tuple(reasons))
        names = ", ".join(each.process.name for each in known if _is_meant(each, wanted))
        return Admission(wanted=False, reason=f"reports on none of: {names}")

    return admit


def _is_meant(known: Profile, wanted: set[str]) -> bool:
    return not wanted or known.process.process_id in wanted


def profiles(store: Store, subject: Subject) -> list[Profile]:
    """Give what tells each negotiation: those named, and all others that the record knows."""
    named = {process.process_id: process for process in subject.processes}
    every = {**{process.process_id: process for process in store.processes()}, **named}
    single = len(named or every) == 1
    return [
        profile(
            process,
            _learned(store, process),
            subject.parties if process.process_id in named or single else (),
            subject.about if process.process_id in named or single else (),
        )
        for process in every.values()
    ]


def _learned(store: Store, process: Process) -> Learned:
    """Give what the record knows of a negotiation."""
    appearances = store.appearances(process=process.process_id)
    ids = {each.actor_id for each in appearances}
    return Learned(
        appearances=appearances,
        actors={actor.actor_id: actor for actor in store.actors_with(ids)},
        stands=tuple(store.stands(StanceFilter(process=process.process_id))),
    )


def assign_known(
    store: Store, subject: Subject, *, keep: bool = True
) -> list[tuple[Document, Assignment]]:
    """Assign the documents on record that belong to no negotiation, as far as the rules tell.

    With `keep` false nothing is kept.
    """
    known = profiles(store, subject)
    wanted = {process.process_id for process in subject.processes}
    found = []
    for document in list(store.documents()):
        if store.processes(document.doc_id):
            continue
        for reason in reported_on(document, known):
            if not wanted or reason.process.process_id in wanted:
                made = Assignment(document.doc_id, reason.process.process_id, reason.words)
                found.append((document, made))
                if keep:
                    _keep(store, document, made, reason.process)
    return found


def _keep(store: Store, document: Document, made: Assignment, process: Process) -> None:
    """Keep an assignment, and the negotiation itself where it is new."""
    doc_id = document.doc_id
    store.add(document, store.content(doc_id), store.reading(doc_id), (process,))
    store.assign(made)
