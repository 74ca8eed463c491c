"""From speakers to actors, mentions and offices with ids that follow from their content."""

from collections.abc import Iterable

from onrecord.extract.speakers import Held, Speaker, SpokenBy, body_named
from onrecord.record import (
    Actor,
    Document,
    Mention,
    Occupancy,
    Office,
    identify,
    own_actor,
)
from onrecord.spans import Anchors


class Actors:
    """The actors of one document."""

    def __init__(self, document: Document, anchors: Anchors) -> None:
        self.document = document
        self.anchors = anchors
        self._actors: dict[str, Actor] = {}

    def all(self) -> tuple[Actor, ...]:
        """Give the actors met so far, by name and id."""
        return tuple(sorted(self._actors.values(), key=lambda actor: (actor.name, actor.actor_id)))

    def get(self, actor_id: str | None) -> Actor | None:
        """Give the actor with this id, None where none of the document has it."""
        return self._actors.get(actor_id or "")

    def mention(self, item: SpokenBy) -> Mention:
        """Give the mention of a speaker, and remember its actor."""
        actor = self.actor(item.speaker) if item.speaker else None
        anchor = self.anchors.at_clean(item.span)
        return Mention(
            mention_id=identify("mn", self.document.doc_id, anchor.start, anchor.end),
            anchor=anchor,
            kind=item.kind,
            actor_id=actor.actor_id if actor else None,
            literal_place=item.literal_place,
            basis=item.basis,
        )

    def actor(self, speaker: Speaker) -> Actor:
        """Give the actor of a speaker.

        A named one has the same id in every document; `two officials` and `sources` are this
        document's own, never merged with those of another.
        """
        actor_id = (
            own_actor(self.document.doc_id, speaker.schema, speaker.name)
            if speaker.local
            else identify("act", speaker.schema, None, speaker.name.casefold())
        )
        actor = Actor(
            actor_id=actor_id,
            schema=speaker.schema,
            name=speaker.name,
            aliases=speaker.aliases,
            country=speaker.country,
            speaks_for=self._body(speaker.speaks_for),
        )
        return self._actors.setdefault(actor_id, actor)

    def _body(self, name: str | None) -> str | None:
        """Give the actor that a spokesperson speaks for."""
        if name is None:
            return None
        return self.actor(body_named(name)).actor_id

    def offices(self, held: Iterable[Held]) -> tuple[tuple[Office, ...], tuple[Occupancy, ...]]:
        """Give the offices that the text names with their holders, and who holds them."""
        offices: dict[str, Office] = {}
        occupancies: dict[str, Occupancy] = {}
        for item in held:
            title, body = item.title.lower(), item.body or None
            office = Office(identify("off", title, body), title, body)
            offices[office.office_id] = office
            holder = self.actor(item.holder)
            anchor = self.anchors.at_clean(item.span)
            key = identify("occ", self.document.doc_id, office.office_id, holder.actor_id)
            if key not in occupancies:
                occupancies[key] = Occupancy(key, office.office_id, holder.actor_id, (anchor,))
        return tuple(offices.values()), tuple(occupancies.values())
