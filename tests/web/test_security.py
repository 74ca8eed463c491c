"""Who may ask, from where, and what an answer lets a page do."""

import pytest
from fastapi.testclient import TestClient

from onrecord.web.pages.add import harmless
from onrecord.web.security import Guard
from tests.web.conftest import TOKEN

GUARD = Guard()


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("localhost", True),
        ("localhost:8413", True),
        ("127.0.0.1:8413", True),
        ("[::1]:8413", True),
        ("LOCALHOST.", True),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("evil.example:8413", False),
        ("127.0.0.1.evil.example", False),
        ("user@localhost", True),
        ("", False),
        ("[", False),
    ],
)
def test_only_our_own_hosts_are_known(host: str, known: bool) -> None:
    assert GUARD.knows(host) is known


def test_another_host_is_answered_with_nothing_of_the_record(room: TestClient) -> None:
    for path in ("/", "/api/statements", "/static/onrecord.css"):
        answer = room.get(path, headers={"host": "evil.example"})
        assert answer.status_code == 421
        assert "onrecord" not in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/statements", "/api/overview", "/nothing", "/static/onrecord.js"]
)
def test_every_answer_forbids_what_no_page_of_ours_needs(room: TestClient, path: str) -> None:
    headers = room.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_site_cannot_change_the_record(room: TestClient, headers: dict[str, str]) -> None:
    form = {"token": TOKEN, "text": "Minister Ann Lee said no."}
    assert room.post("/add", data=form, headers=headers).status_code == 403


@pytest.mark.parametrize("token", ["", "wrong", "é", TOKEN[:-1]])
def test_a_form_without_our_token_changes_nothing(room: TestClient, token: str) -> None:
    before = room.get("/api/documents").json()["total"]
    answer = room.post("/add", data={"token": token, "text": "Minister Ann Lee said no."})
    assert answer.status_code == 403
    assert room.get("/api/documents").json()["total"] == before


def test_a_request_must_say_how_long_it_is_and_not_be_too_long() -> None:
    asked = {"host": "localhost", "content-length": str(GUARD.max_body + 1)}
    assert (GUARD.refusal("POST", asked) or (0,))[0] == 413
    for length in ("", "-1", "1e9", "٣"):
        asked = {"host": "localhost", "content-length": length}
        assert (GUARD.refusal("POST", asked) or (0,))[0] == 411


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fapi.py",
        "/static//etc/passwd",
        "/documents/..%2f..%2fetc%2fpasswd/original",
        "/documents/%2e%2e/original",
        "/entries/..%2fapp.py",
        "/add/..%2f..%2fetc",
    ],
)
def test_no_path_is_readable_through_an_address(room: TestClient, path: str) -> None:
    answer = room.get(path)
    assert answer.status_code in {404, 409, 405}, answer.status_code
    assert "import" not in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("story.txt", "story.txt"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\system.ini", "system.ini"),
        ("/etc/shadow.md", "shadow.md"),
        ("..", "document.txt"),
        ("", "document.txt"),
        (".htaccess", "htaccess"),
        ("a\x00b\u202etxt.md", "a_b_txt.md"),
        ("x" * 300 + ".txt", "x" * 116 + ".txt"),
    ],
)
def test_the_name_of_a_file_names_no_folder_and_hides_nothing(given: str, name: str) -> None:
    assert harmless(given) == name


def test_the_original_is_kept_away_from_the_window(room: TestClient) -> None:
    doc_id = room.get("/api/documents").json()["items"][0]["id"]
    answer = room.get(f"/documents/{doc_id}/original")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert "sandbox" in answer.headers["content-security-policy"]
