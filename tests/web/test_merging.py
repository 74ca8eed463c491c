"""Merging and splitting actors: shown first, done if nothing changed, undone by its like."""

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import onrecord
from tests.web.conftest import TOKEN, client_of

ANN = "Ann Lee"


@pytest.fixture
def desk(sample_record: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A reading room that a test may decide in."""
    with client_of(Path(shutil.copy(sample_record, tmp_path / "own.db"))) as client:
        yield client


def two(desk: TestClient) -> tuple[str, str]:
    """Give the two actors that say most."""
    items = desk.get("/api/actors").json()["items"]
    return items[0]["id"], items[1]["id"]


def state_of(text: str) -> str:
    found = re.search(r'name="state" value="([^"]+)"', text)
    assert found
    return found[1]


def numbers(desk: TestClient, actor_id: str) -> tuple[int, int]:
    entry = desk.get(f"/api/actors/{actor_id}").json()
    return entry["statements"], entry["mentions"]


def test_a_merge_is_shown_done_and_undone_by_a_split(desk: TestClient) -> None:
    one, other = two(desk)
    before = numbers(desk, one), numbers(desk, other)
    asked = f"/actors/{one}/merge?other={other}"
    preview = desk.get(asked).text
    then = preview.partition("Then")[2].partition("</div></div>")[0]
    both = before[0][0] + before[1][0]
    assert f"{both} statements, {before[0][1] + before[1][1]} mentions" in then
    assert numbers(desk, one) == before[0]
    form = {"token": TOKEN, "by": ANN, "other": other, "state": state_of(preview), "note": "as if"}
    answer = desk.post(f"/actors/{one}/merge", data=form)
    assert answer.status_code == 303
    kept = answer.headers["location"].rpartition("/")[2]
    assert numbers(desk, kept)[0] == both
    assert ANN in desk.get(f"/actors/{kept}").text
    member = other if kept != other else one
    preview = desk.get(f"/actors/{kept}/split?member={member}").text
    form = {"token": TOKEN, "by": ANN, "other": member, "state": state_of(preview)}
    answer = desk.post(f"/actors/{kept}/split", data=form)
    assert answer.status_code == 303
    assert numbers(desk, kept)[0] < both


def test_a_preview_of_what_has_changed_is_not_decided_on(desk: TestClient) -> None:
    one, other = two(desk)
    third = desk.get("/api/actors").json()["items"][2]["id"]
    old = state_of(desk.get(f"/actors/{one}/merge?other={other}").text)
    form = {"token": TOKEN, "by": "Bo", "other": third}
    fresh = state_of(desk.get(f"/actors/{one}/merge?other={third}").text)
    assert desk.post(f"/actors/{one}/merge", data={**form, "state": fresh}).status_code == 303
    late = desk.post(
        f"/actors/{one}/merge", data={"token": TOKEN, "by": ANN, "other": other, "state": old}
    )
    assert late.status_code == 409
    assert "Nothing was changed." in late.text
    assert state_of(late.text) != old


def test_the_preview_tells_which_trails_come_together(
    desk: TestClient, sample_record: Path
) -> None:
    with onrecord.open(sample_record) as record:
        holders: dict[str, set[str]] = {}
        for stance in record.stances(trail=True):
            holders.setdefault(stance.object.label, set()).add(stance.holder)
    label, shared = next((it, sorted(of)) for it, of in sorted(holders.items()) if len(of) > 1)
    page = unescape(desk.get(f"/actors/{shared[0]}/merge?other={shared[1]}").text)
    assert "each becomes one trail" in page
    assert label in page.partition("each becomes one trail")[2]


def test_what_cannot_be_put_together_is_said(desk: TestClient) -> None:
    one, _ = two(desk)
    assert "are one already" in desk.get(f"/actors/{one}/merge?other={one}").text
    unknown = desk.get(f"/actors/{one}/merge?other=%3Cb%3EZorblax%3C/b%3E")
    assert unknown.status_code == 400
    assert "&lt;b&gt;Zorblax" in unknown.text
    assert desk.get("/actors/act-0000000000000000/merge").status_code == 404
    assert desk.get(f"/actors/{one}/split?member=act-0000000000000000").status_code == 409
    form = {"token": TOKEN, "by": ANN, "other": "act-0000000000000000", "state": ""}
    assert desk.post(f"/actors/{one}/merge", data=form).status_code == 404
    assert desk.post(f"/actors/{one}/split", data=form).status_code == 409
