"""The gold statements of the seeds are joined as the shared converter joins them."""

import json
from typing import Any

import pytest

from evaluation.case.attributions import joined
from evaluation.extracting import read
from evaluation.shared import absent, shared
from tests.evaluation.test_attribution_scores import module


def test_statements_are_joined_as_by_the_shared_converter() -> None:
    folder = shared("seeds")
    if folder is None:
        pytest.skip(absent("seeds"))
    converter = module(folder / "seeds_to_jsonl.py")
    for article in json.loads(read(folder / "gold.json"))["articles"]:
        rows = article["statements"]
        assert [mine(item) for item in joined(rows)] == converter.attributions(rows)


def mine(item: Any) -> dict[str, Any]:
    roles = ("source", "cue", "content")
    spans = {role: [list(span) for span in getattr(item.attribution, role)] for role in roles}
    return {"id": item.name, **spans}
