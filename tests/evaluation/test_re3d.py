"""The scores of named persons, organisations and places."""

import json
from pathlib import Path

from evaluation.re3d import Entity, Text, figures, score, texts
from onrecord.record import Span

TEXT = "The Harbour Board met Ann Lee's deputy in Varn near the camp."
BOARD, LEE, VARN, CAMP = Span(0, 17), Span(22, 29), Span(42, 46), Span(52, 60)
GOLD = Text(
    TEXT,
    (Entity(BOARD, "Organisation"), Entity(LEE, "Person"), Entity(VARN, "Location")),
    (Entity(CAMP, "Location"),),
)


def test_all_that_is_named_is_found() -> None:
    shorter = Entity(Span(4, 17), "Organisation")
    found = figures(
        score(GOLD, [shorter, Entity(Span(22, 31), "Person"), Entity(VARN, "Location")])
    )
    assert found["entities"] == found["entities_exact"] == 100.0


def test_what_stands_for_an_unnamed_entity_counts_neither_way_and_another_type_is_wrong() -> None:
    found = score(GOLD, [Entity(Span(56, 60), "Location"), Entity(VARN, "Organisation")])
    assert (found["location"].predicted, found["organisation"].predicted) == (0, 1)
    assert found["entities"].hit_gold == 0


def test_part_of_a_name_is_found_but_not_exactly() -> None:
    found = score(GOLD, [Entity(Span(22, 25), "Person")])
    assert (found["person"].hit_gold, found["person_exact"].hit_gold) == (1, 0)


def test_entities_that_are_not_at_their_offsets_are_left_out(tmp_path: Path) -> None:
    part = tmp_path / "PART"
    part.mkdir()
    (part / "documents.json").write_text(json.dumps({"_id": "d", "text": TEXT}) + "\n")
    rows = [
        (22, 29, "Person", "Ann Lee"),
        (23, 30, "Person", "Ann Lee"),
        (52, 60, "Location", "the camp"),
    ]
    keys = ("begin", "end", "type", "value")
    lines = (json.dumps({**dict(zip(keys, row, strict=True)), "documentId": "d"}) for row in rows)
    (part / "entities.json").write_text("\n".join(lines))
    (one,) = texts(tmp_path).values()
    assert one.named == (Entity(LEE, "Person"),)
    assert one.others == (Entity(CAMP, "Location"),)
