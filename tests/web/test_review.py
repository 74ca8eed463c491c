"""Deciding in the reading room: what is kept, in whose name, and what is refused."""

import csv
import io
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

import onrecord
from onrecord.store import QueueFilter
from tests.web.conftest import TOKEN, client_of
from tests.web.parsed import Page

ANN, BO = "Ann Lee", "Bo Østergård"


@pytest.fixture
def record(sample_record: Path, tmp_path: Path) -> Path:
    """A record of the sample case that a test may decide on."""
    return Path(shutil.copy(sample_record, tmp_path / "own.db"))


@pytest.fixture
def desk(record: Path) -> Iterator[TestClient]:
    with client_of(record) as client:
        yield client


def first(desk: TestClient, kind: str = "statement", place: int = 0) -> dict[str, Any]:
    """Give an entry that waits, with its state."""
    found = desk.get(f"/api/review?kind={kind}").json()["items"][place]["id"]
    return dict(desk.get(f"/api/review/{found}").json())


def send(desk: TestClient, case: dict[str, Any], by: str = ANN, **form: str) -> Response:
    given = {"token": TOKEN, "seen": case["seen"], "by": by, **form}
    return desk.post(f"/review/{case['id']}", data=given)


def now(desk: TestClient, case: dict[str, Any]) -> dict[str, Any]:
    return dict(desk.get(f"/api/review/{case['id']}").json())


def text_of(answer: Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def test_the_queue_is_that_of_the_terminal(desk: TestClient, record: Path) -> None:
    with onrecord.open(record) as opened:
        waiting = [each.entry_id for each in opened.store.waiting()]
        counts = opened.store.waiting_counts()
    page = desk.get("/review")
    links = re.findall(r'<li><a href="/review/([^"?]+)', page.text)
    assert links == waiting[: len(links)]
    assert len(links) > 5
    assert sum(counts.values()) == len(waiting)
    assert f"{len(waiting):,} wait" in page.text
    answer = desk.get("/api/review?kind=stance").json()
    assert {item["kind"] for item in answer["items"]} == {"stance"}
    assert answer["total"] == counts["stance"]


def test_a_second_reader_moves_up_what_it_reads_otherwise_where_it_is_asked(
    desk: TestClient,
) -> None:
    path = "/api/review?kind=statement"
    plain = desk.get(path).json()
    asked = desk.get(f"{path}&second=true").json()
    assert not any("otherwise" in item["reasons"] for item in plain["items"])
    named = [item for item in asked["items"] if "otherwise" in item["reasons"]]
    assert named
    assert all(item["doubt"] >= 0.5 for item in named)
    assert {k: asked[k] for k in ("total", "kinds")} == {k: plain[k] for k in ("total", "kinds")}
    page = desk.get(f"/review/{named[0]['id']}?kind=statement&second=true")
    assert "a second reader, a small network, reads the opposite certainty" in text_of(page)
    links = re.findall(r'<li><a href="/review/[^"?]+\?([^"]*)"', page.text)
    assert links
    assert all("second=true" in unescape(link) for link in links)
    assert "a second reader, a small" not in text_of(desk.get(f"/review/{named[0]['id']}"))


def test_counts_are_those_of_the_queue_whatever_is_asked(record: Path) -> None:
    with onrecord.open(record) as opened:
        doc_id = opened.documents()[2].doc_id
        for wanted in (QueueFilter(doc_id=doc_id), QueueFilter(kinds=("statement", "topic"))):
            found = list(opened.store.waiting(wanted))
            assert sum(opened.store.waiting_counts(wanted).values()) == len(found) > 0
        assert not opened.store.waiting_counts(QueueFilter(process="no such talks")).get("stance")


@pytest.mark.parametrize(
    "kind", ["statement", "stance", "condition", "topic", "plan_claim", "provision", "deadline"]
)
def test_every_kind_has_a_page_with_its_words_in_context(desk: TestClient, kind: str) -> None:
    case = first(desk, kind)
    answer = desk.get(f"/review/{case['id']}")
    page = Page(answer.text)
    tags = [tag for tag, _ in page.tags]
    assert tags.count("h1") == 1
    assert "mark" in tags
    assert list(page.forbidden()) == []
    assert "read by the machine alone" in answer.text


def test_who_decides_is_asked_once_and_the_decision_waits_for_it(desk: TestClient) -> None:
    case = first(desk)
    asked = desk.post(
        f"/review/{case['id']}",
        data={"token": TOKEN, "seen": case["seen"], "action": "accept", "note": "it is plain"},
    )
    assert asked.status_code == 200
    assert "Who decides?" in asked.text
    assert now(desk, case)["state"] == "machine"
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', asked.text))
    done = desk.post(f"/review/{case['id']}", data={**hidden, "by": f"  {BO} "})
    assert done.status_code == 303
    (ruling,) = now(desk, case)["history"]
    assert (ruling["by"], ruling["note"], ruling["action"]) == (BO, "it is plain", "accept")
    other = first(desk)
    assert send(desk, other, by="", action="reject").status_code == 303
    assert now(desk, other)["history"][0]["by"] == BO
    assert f"You decide as <b>{BO}</b>" in desk.get("/review").text


def test_the_name_can_be_changed(desk: TestClient) -> None:
    assert desk.get("/review/who").status_code == 200
    answer = desk.post("/review/who", data={"token": TOKEN, "by": ANN})
    assert answer.headers["location"] == "/review"
    assert desk.post("/review/who", data={"token": TOKEN, "by": BO}).status_code == 303
    assert BO in desk.get("/review").text
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_accepting_goes_on_to_the_next_and_tells_what_was_done(desk: TestClient) -> None:
    case, following = first(desk), first(desk, place=1)
    answer = send(desk, case, action="accept")
    waiting = desk.get("/review?kind=statement").text
    assert following["id"] in waiting
    assert case["id"] not in re.findall(r'<li><a href="/review/([^"?]+)', waiting)
    page = desk.get(f"/review/{following['id']}?kind=statement&done={case['id']}")
    assert "Ann Lee accepted." in text_of(page).replace(" .", ".")
    assert answer.headers["location"].endswith(f"done={case['id']}")
    assert now(desk, case)["state"] == "confirmed"


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("statement", "act", "deny"),
        ("statement", "date", "2027-04-12"),
        ("statement", "sourcing", "L3a_unnamed_described"),
        ("statement", "certainty", "CT-"),
        ("stance", "stance", "partial_objection"),
        ("stance", "basis", "hearsay"),
    ],
)
def test_a_field_is_corrected_and_the_machines_reading_stays_beside_it(
    desk: TestClient, kind: str, field: str, value: str
) -> None:
    case = next(
        found
        for place in range(9)
        if value not in str((found := first(desk, kind, place))["machine"])
    )
    answer = send(desk, case, action="correct", field=field, typed=value)
    assert answer.status_code == 303, text_of(answer)
    after = now(desk, case)
    assert after["state"] == "corrected"
    assert value in str(after["entry"])
    assert after["machine"] == case["machine"]
    page = desk.get(f"/review/{case['id']}")
    assert 'tr role="row" class="other"' in page.text
    assert "corrected by Ann Lee" in text_of(page)


def test_speaker_and_point_are_chosen_from_what_is_on_record(desk: TestClient) -> None:
    case = first(desk)
    page = desk.get(f"/review/{case['id']}").text
    form = page[page.index('data-field="speaker"') :].partition("</form>")[0]
    choices = re.findall(r'name="value" value="(act-[^"]+)" data-choice(?! aria)', form)
    assert choices
    send(desk, case, action="correct", field="speaker", value=choices[0])
    assert now(desk, case)["history"][-1]["field"] == "speaker"
    stance = first(desk, "stance")
    page = desk.get(f"/review/{stance['id']}").text
    form = page[page.index('data-field="point"') :].partition("</form>")[0]
    others = re.findall(r'name="value" value="([^"]+)" data-choice(?! aria)', form)
    send(desk, stance, action="correct", field="point", value=others[0])
    assert now(desk, stance)["state"] == "corrected"


def test_selected_words_become_the_words_and_the_cue(desk: TestClient, record: Path) -> None:
    case = first(desk)
    with onrecord.open(record) as opened:
        document = opened.document(case["doc_id"])
        statement = next(it for it in opened.statements() if it.statement_id == case["id"])
    clean, anchor = document.clean_text, statement.content[0]
    start, end = anchor.clean_start or 0, (anchor.clean_end or 0) - 3
    words = clean[start:end]
    answer = send(desk, case, action="correct", field="words", typed=words, at=f"{start}:{end}")
    assert answer.status_code == 303, text_of(answer)
    with onrecord.open(record) as opened:
        (content,) = next(it for it in opened.statements() if it.statement_id == case["id"]).content
    assert (content.clean_start, content.clean_end) == (start, end)
    assert document.raw_text[content.start : content.end] == content.exact


def test_words_that_do_not_stand_at_their_place_are_looked_for(
    desk: TestClient, record: Path
) -> None:
    """A place of an older reading, or one that was made up, is never believed."""
    case = first(desk)
    answer = send(desk, case, action="correct", field="words", typed="the moon is hers", at="3:19")
    assert answer.status_code == 400
    assert "does not have “the moon is hers”" in text_of(answer)
    assert now(desk, case)["state"] == "machine"
    assert "the moon is hers" in answer.text.partition("<textarea")[2]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"field": "date", "typed": "soon"}, "a day as 2027-04-12"),
        ({"field": "speaker", "typed": "Zorblax Quux"}, "Zorblax Quux"),
        ({"field": "act", "value": "shout"}, "shout"),
        ({"field": "gist", "typed": "x"}, "cannot be corrected"),
        ({"field": "words", "typed": ""}, "cannot be empty"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    desk: TestClient, form: dict[str, str], said: str
) -> None:
    case = first(desk)
    answer = send(desk, case, action="correct", **form)
    assert answer.status_code == 400
    assert said in text_of(answer)
    assert now(desk, case) == case


def test_the_second_of_two_people_is_told_and_nothing_is_overwritten(record: Path) -> None:
    with client_of(record) as one, client_of(record) as other:
        case = first(one)
        assert send(other, case, BO, action="correct", field="act", typed="deny").status_code == 303
        late = send(one, case, ANN, action="reject")
        assert late.status_code == 409
        assert "Bo Østergård decided on it" in text_of(late)
        assert "(reject) was not kept" in text_of(late)
        assert [it["by"] for it in now(one, case)["history"]] == [BO]
        again = send(one, now(one, case), ANN, action="reject")
        assert again.status_code == 303
        assert [it["by"] for it in now(one, case)["history"]] == [BO, ANN]


def test_undo_and_redo_are_decisions_of_their_own(desk: TestClient) -> None:
    case = first(desk)
    send(desk, case, action="reject")
    for action, state in (("undo", "machine"), ("redo", "rejected"), ("undo", "machine")):
        answer = desk.post("/review/take-back", data={"token": TOKEN, "action": action})
        assert answer.status_code == 303
        assert f"/review/{case['id']}" in answer.headers["location"]
        assert now(desk, case)["state"] == state
    actions = [ruling["action"] for ruling in now(desk, case)["history"]]
    assert actions == ["reject", "undo", "redo", "undo"]
    nothing = desk.post(
        "/review/take-back", data={"token": TOKEN, "action": "undo", "entry": case["id"]}
    )
    assert nothing.status_code == 400
    assert "No decision" in text_of(nothing)
    page = desk.get(f"/review/{case['id']}").text
    assert "undid what Ann Lee rejected" in page


def test_a_rejected_entry_is_gone_from_the_lists_and_still_has_its_page(desk: TestClient) -> None:
    case = first(desk)
    before = desk.get("/api/statements").json()["total"]
    send(desk, case, action="reject")
    assert desk.get("/api/statements").json()["total"] == before - 1
    assert "rejected by Ann Lee" in text_of(desk.get(f"/review/{case['id']}"))


def test_a_stance_is_corrected_on_the_page_of_its_statement(desk: TestClient) -> None:
    cases = (first(desk, "statement", place) for place in range(20))
    case = next(it for it in cases if "Stance read from it" in desk.get(f"/review/{it['id']}").text)
    page = desk.get(f"/review/{case['id']}").text
    stance_id = re.search(r"Stance read from it.*?/review/(stn-[0-9a-f]+)", page, re.DOTALL)
    assert stance_id
    stance = now(desk, {"id": stance_id[1]})
    answer = send(desk, stance, action="correct", field="stance", value="unclear", back=case["id"])
    assert answer.headers["location"].startswith(f"/review/{case['id']}")
    assert now(desk, stance)["state"] == "corrected"
    assert now(desk, case)["state"] == "machine"


def test_a_statement_is_added_by_its_words_and_shown_in_its_place(
    desk: TestClient, record: Path
) -> None:
    with onrecord.open(record) as opened:
        document = opened.documents()[3]
        clean = document.clean_text
    paragraph = document.paragraphs[4]
    start, end = paragraph.start + 4, paragraph.start + 40
    form = {"token": TOKEN, "by": ANN, "words": clean[start:end], "words_at": f"{start}:{end}"}
    address = f"/documents/{document.doc_id}/statements"
    answer = desk.post(address, data=form)
    assert answer.status_code == 303, text_of(answer)
    added = answer.headers["location"].rpartition("#")[2]
    assert now(desk, {"id": added})["state"] == "added"
    reader = desk.get(answer.headers["location"].partition("#")[0])
    assert f'id="{added}"' in reader.text
    assert "added by Ann Lee" in reader.text
    again = desk.post(address, data=form)
    assert again.status_code == 400
    assert "are on record as" in text_of(again)
    wrong = desk.post(address, data={**form, "words": "never printed", "words_at": "0:13"})
    assert wrong.status_code == 400
    assert "does not have “never printed”" in text_of(wrong)
    assert "No words were selected" in text_of(desk.post(address, data={**form, "words": " "}))


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "same-site"}]
)
def test_another_site_cannot_decide(desk: TestClient, headers: dict[str, str]) -> None:
    case, actor = first(desk), desk.get("/api/actors").json()["items"][0]["id"]
    doc_id = case["doc_id"]
    for path in (
        f"/review/{case['id']}",
        "/review/take-back",
        "/review/who",
        f"/documents/{doc_id}/statements",
        f"/actors/{actor}/merge",
        f"/actors/{actor}/split",
    ):
        form = {"token": TOKEN, "by": ANN, "action": "accept", "words": "a", "other": actor}
        assert desk.post(path, data=form, headers=headers).status_code == 403, path
        assert desk.post(path, data={**form, "token": "old"}).status_code == 403, path
    assert now(desk, case) == case


def test_a_kind_of_which_nothing_waits_says_so(desk: TestClient) -> None:
    assert "Nothing of this kind waits." in desk.get("/review?kind=office").text
    assert desk.get("/api/review?kind=office").json()["total"] == 0


def test_addresses_that_name_nothing_are_said(desk: TestClient) -> None:
    assert desk.get("/review/st-0000000000000000").status_code == 404
    assert desk.get("/api/review/st-0000000000000000").status_code == 404
    assert desk.get("/review?kind=nothing").status_code == 400
    assert desk.get("/review?doc=%3Cscript%3E").status_code == 422
    actor = desk.get("/api/actors").json()["items"][0]["id"]
    assert desk.get(f"/review/{actor}").status_code in {400, 404}


def test_an_empty_record_says_what_to_do(empty: TestClient) -> None:
    page = empty.get("/review")
    assert page.status_code == 200
    assert "This record has no documents yet." in page.text
    undo = empty.post("/review/take-back", data={"token": TOKEN, "by": ANN, "action": "undo"})
    assert undo.status_code == 400
    assert "No decision" in text_of(undo)


def test_what_people_type_is_never_markup(desk: TestClient) -> None:
    case, bad = first(desk), '<img src=x onerror="x()">'
    send(desk, case, by=bad, action="correct", field="act", typed="deny", note=bad)
    for path in (f"/review/{case['id']}?done={case['id']}", f"/documents/{case['doc_id']}"):
        assert "<img" not in desk.get(path).text
    refused = send(desk, now(desk, case), action="correct", field="date", typed=bad)
    assert refused.status_code == 400
    assert "<img" not in refused.text
    asked = desk.get("/review/who")
    assert "<img" not in asked.text


def test_hostile_articles_do_no_harm_on_the_page(hostile: TestClient) -> None:
    for item in hostile.get("/api/review").json()["items"]:
        page = hostile.get(f"/review/{item['id']}")
        assert page.status_code == 200
        assert list(Page(page.text).forbidden()) == []


def test_what_people_confirmed_can_be_chosen_and_exported_alone(desk: TestClient) -> None:
    assert desk.get("/api/statements?confirmed=true").json()["total"] == 0
    kept, refused = first(desk), first(desk, place=1)
    send(desk, kept, action="accept")
    send(desk, refused, action="reject")
    found = desk.get("/api/statements?confirmed=true").json()
    assert [it["id"] for it in found["items"]] == [kept["id"]]
    page = desk.get("/statements?confirmed=true").text
    assert "Remove the filter on what people confirmed" in page
    (row,) = csv.DictReader(io.StringIO(desk.get("/statements.csv?confirmed=true").text))
    assert (row["id"], row["reading"], row["decided_by"]) == (kept["id"], "confirmed", ANN)
    back = {"token": TOKEN, "by": ANN, "action": "undo", "entry": kept["id"]}
    desk.post("/review/take-back", data=back)
    assert desk.get("/api/statements?confirmed=true").json()["total"] == 0


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("statement", "date"),
        ("stance", "date"),
        ("plan_claim", "said_on"),
        ("meeting", "date"),
        ("deadline", "due"),
    ],
)
def test_a_corrected_day_of_every_kind_is_undone_and_done_again(
    desk: TestClient, kind: str, field: str
) -> None:
    before = first(desk, kind)
    assert send(desk, before, action="correct", field=field, typed="2027-03-09").status_code == 303
    after = now(desk, before)
    assert after["state"] == "corrected"
    assert "9 Mar 2027" in text_of(desk.get(f"/review/{before['id']}"))
    for action, wanted in (("undo", before), ("redo", after), ("undo", before)):
        back = {"token": TOKEN, "by": ANN, "action": action, "entry": before["id"]}
        desk.post("/review/take-back", data=back)
        found = now(desk, before)
        assert (found["state"], found["entry"]) == (wanted["state"], wanted["entry"]), action
