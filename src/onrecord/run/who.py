"""Whom and what a person means by a name: somebody on record, or named in the document itself."""

from collections.abc import Sequence

from onrecord.analyse import Known, identities
from onrecord.errors import AmbiguousActor, NoSuchActor, NoSuchObject, SeveralPlaces, WordsMissing
from onrecord.record import Actor, ActorSchema, Document, StanceObject, identify
from onrecord.run.places import Places
from onrecord.store import ActorFilter, StanceFilter, Store


class People:
    """Whom a person can mean who reads one document."""

    def __init__(self, store: Store, document: Document) -> None:
        self._store, self._document = store, document

    def name(self, actor_id: str | None) -> str:
        """Give the name of an actor, nothing where there is none."""
        found = self._store.actors_with([actor_id] if actor_id else [])
        return next((actor.name for actor in found), actor_id or "")

    def named(self, name: str) -> Actor:
        """Give the actor of this id or name: one on record, else the person that the text names.

        Raises:
            AmbiguousActor: several on record are called so.
            NoSuchActor: nobody is, and the document does not have the name.
        """
        if name.startswith("act-"):
            found = list(self._store.actors_with([name]))
        else:
            found = list(self._store.actors(ActorFilter(name=name)))
            same = [each for each in found if name.casefold() in _names(each)]
            found = same or found
        if len(found) > 1:
            return self._one_of(name, found)
        return found[0] if found else self._in_text(name)

    def _one_of(self, name: str, found: Sequence[Actor]) -> Actor:
        """Give the actor that all these are one with, by the record's own merges."""
        store = self._store
        offices = {office.office_id: office for office in store.offices()}
        known = Known(tuple(store.actors()), offices, tuple(store.occupancies()))
        merged = identities(known, store.decisions())
        meant = [one for each in found if (one := merged.of(each.actor_id))]
        several = {one.actor.actor_id: one.actor for one in meant}
        if len(several) != 1:
            names = (f"{one.name} ({one.actor_id})" for one in several.values())
            raise AmbiguousActor(name, tuple(names))
        return next(store.actors_with(several))

    def _in_text(self, name: str) -> Actor:
        """Give a person whom only the text names, so that his name has its proof."""
        try:
            Places(self._document).of(name)
        except SeveralPlaces:
            pass
        except WordsMissing:
            raise NoSuchActor(name) from None
        plain = " ".join(name.split())
        actor_id = identify("act", ActorSchema.PERSON, None, plain.casefold())
        return Actor(actor_id, ActorSchema.PERSON, plain)


def _names(actor: Actor) -> set[str]:
    return {each.casefold() for each in (actor.name, *actor.aliases)}


def object_named(store: Store, name: str) -> StanceObject:
    """Give what stances are about that has this id or label, or a label with these words.

    Raises:
        NoSuchObject: nothing has, or several things have.
    """
    stands = store.stands(StanceFilter(object=name))
    found = {stand.object.object_id: stand.object for stand in stands}
    same = [each for each in found.values() if name in {each.object_id, each.label}]
    fitting = same or list(found.values())
    if len(fitting) != 1:
        raise NoSuchObject(name, tuple(f"{each.label} ({each.object_id})" for each in fitting))
    return fitting[0]
