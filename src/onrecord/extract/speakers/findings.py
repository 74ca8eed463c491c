"""What the resolution of speakers hands on, in clean offsets."""

from dataclasses import dataclass, field

from onrecord.record import ActorSchema, MentionKind, Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """An actor as a document names it. `local` ones are this document's own: `two officials`."""

    schema: ActorSchema
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    local: bool = False
    speaks_for: str | None = None
    media: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class SpokenBy:
    """Whom a source names: the words, their kind, the actor (None: open), and why."""

    span: Span
    kind: MentionKind
    speaker: Speaker | None
    basis: str
    literal_place: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """An office on the word of the text: title, body, its words, and the holder."""

    title: str
    body: str
    span: Span
    holder: Speaker


@dataclass(frozen=True, slots=True)
class Speakers:
    """The speakers of a document: one entry an attribution, all mentions, the offices."""

    by_attribution: tuple[SpokenBy | None, ...]
    mentions: tuple[SpokenBy, ...]
    offices: tuple[Held, ...] = field(default=())
