"""What is worked out before anybody asks for it, so that the first page comes sooner."""

from onrecord.show.room.overview import overview
from onrecord.show.room.plans import plans_of
from onrecord.show.room.room import Room
from onrecord.store import StanceFilter


def work_ahead(room: Room) -> None:
    """Work out what pages of the record as it stands today are made of, the first page first."""
    overview(room, StanceFilter())
    plans_of(room, None, None)
