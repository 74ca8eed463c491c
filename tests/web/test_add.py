"""Documents that are handed in are read, and what was found is shown."""

import io
import time
import zipfile
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from tests.web.conftest import TOKEN

TEXT = "Minister Ann Lee said on Monday that she rejects the peace plan. “It is dead,” she said."


def finished(client: TestClient, location: str) -> dict[str, Any]:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        job: dict[str, Any] = client.get(location.replace("/add/", "/api/readings/")).json()
        if job["finished"]:
            return job
        time.sleep(0.1)
    raise AssertionError("the reading did not finish")


def test_a_pasted_text_is_read_and_kept(empty: TestClient) -> None:
    form = {"token": TOKEN, "title": "Lee rejects plan", "text": TEXT, "published_on": "2027-04-12"}
    answer = empty.post("/add", data={**form, "process": "Grain talks"})
    assert answer.status_code == 303
    job = finished(empty, answer.headers["location"])
    (document,) = job["documents"]
    assert document["outcome"] == "new"
    assert document["statements"] >= 2
    found = empty.get("/api/statements?process=grain+talks").json()
    assert found["total"] == document["statements"]
    assert found["items"][0]["reported_on"] == "2027-04-12"
    page = empty.get(answer.headers["location"]).text
    assert f"/documents/{document['id']}" in page
    again = finished(empty, empty.post("/add", data=form).headers["location"])
    assert again["documents"][0]["outcome"] == "unchanged"


def test_files_are_read_and_one_bad_file_ends_nothing(empty: TestClient) -> None:
    files = [
        ("files", ("../../story.txt", f"Lee rejects plan\n\n{TEXT}".encode(), "text/plain")),
        ("files", ("empty.txt", b"", "text/plain")),
        ("files", ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", "image/png")),
        ("files", ("page.html", b"<title>x</title><p>\xff\xfe", "text/html")),
    ]
    answer = empty.post("/add", data={"token": TOKEN}, files=files)
    job = finished(empty, answer.headers["location"])
    outcomes = {document["file"]: document["outcome"] for document in job["documents"]}
    assert outcomes["story.txt"] == "new"
    assert outcomes["empty.txt"] == "failed"
    assert outcomes["picture.png"] == "failed"
    assert job["done"] == job["total"] == 4
    page = empty.get(answer.headers["location"]).text
    assert "The file is empty." in page


def test_an_archive_is_one_file_of_many_documents(empty: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("one", "two"):
            archive.writestr(f"{name}.txt", f"Lee speaks, part {name}\n\n{TEXT}")
    files = [("files", ("both.zip", packed.getvalue(), "application/zip"))]
    answer = empty.post("/add", data={"token": TOKEN}, files=files)
    job = finished(empty, answer.headers["location"])
    assert (job["done"], job["total"]) == (1, 1)
    assert [it["outcome"] for it in job["documents"]] == ["new", "new"]
    page = empty.get(answer.headers["location"]).text
    assert "1 of 1 file read" in page
    assert "2 documents" in page


def test_every_kind_that_is_read_can_be_chosen(empty: TestClient) -> None:
    page = empty.get("/add").text
    assert "PDF, Word, e-mail" in page
    assert "accept=" not in page


def test_nothing_handed_in_is_said(empty: TestClient) -> None:
    answer = empty.post("/add", data={"token": TOKEN, "text": "  "})
    assert answer.status_code == 400
    assert "Nothing was handed in" in answer.text


def test_a_day_that_is_none_is_said(empty: TestClient) -> None:
    answer = empty.post("/add", data={"token": TOKEN, "text": TEXT, "published_on": "soon"})
    assert answer.status_code == 400
    assert "“soon” is no date" in answer.text


def test_a_reading_that_is_not_known(empty: TestClient) -> None:
    assert empty.get("/add/0123456789abcdef").status_code == 404
    assert empty.get("/api/readings/0123456789abcdef").status_code == 404
    assert empty.post("/add/x/stop", data={"token": TOKEN}).status_code == 404
    assert empty.post("/add/x/stop", data={"token": "y"}).status_code == 403


def test_files_of_a_reading_are_not_left_behind(empty: TestClient, tmp_path: Path) -> None:
    answer = empty.post("/add", data={"token": TOKEN, "text": TEXT})
    finished(empty, answer.headers["location"])
    assert {path.name for path in tmp_path.iterdir()} <= {"new.db", "new.db-wal", "new.db-shm"}
