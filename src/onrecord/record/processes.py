"""Negotiations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Process:
    """One negotiation; a record can hold several, a document belongs to one, several or none.

    Named as PA-X names a peace process. `parties` and `third_parties` are actor ids, filled when
    actors are resolved across documents.
    """

    process_id: str
    name: str
    parties: tuple[str, ...] = ()
    third_parties: tuple[str, ...] = ()
