"""What a room keeps for long is left out of Python's searches for garbage, while it is open."""

import gc

from onrecord.show.room.lagging import one_moment, stamp_of_moment
from onrecord.show.room.long_lived import SELDOM, seldom_searched, set_aside


def test_python_searches_seldom_as_long_as_a_room_is_open() -> None:
    before = gc.get_threshold()
    with seldom_searched():
        assert gc.get_threshold() == SELDOM
        set_aside()
        assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_what_refers_to_itself_is_let_go_of_before_the_rest_is_set_aside() -> None:
    class Ring(list[object]):
        gone = 0

        def __del__(self) -> None:
            Ring.gone += 1

    with seldom_searched():
        ring = Ring()
        ring.append(ring)
        del ring
        set_aside()
        assert Ring.gone == 1


def test_a_visit_looks_once_at_how_the_record_stands() -> None:
    stamps = iter("abcd")
    with one_moment():
        assert [stamp_of_moment(lambda: next(stamps)) for _ in range(3)] == ["a", "a", "a"]
    assert [stamp_of_moment(lambda: next(stamps)) for _ in range(2)] == ["b", "c"]
