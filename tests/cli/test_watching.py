"""Reading from the web and watching it, as typed; and that offline means offline."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Type
from tests.fetch.servers import Site, answer, site
from tests.run.articles import FIRST, UNRELATED, feed, page

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr("onrecord.fetch.politeness.PAUSE", 0.01)
    with site() as found:
        host = f"http://127.0.0.1:{found.port}"
        found.replies = {
            "/feed": feed((f"{host}/a", "Quota"), (f"{host}/b", "Cup final")),
            "/a": page(*FIRST),
            "/b": page(*UNRELATED),
        }
        yield found


def switches(news: Site, record: Path) -> list[str]:
    return ["--record", str(record), "--private-hosts", "--port", str(news.port)]


def test_an_address_is_read_like_a_file(news: Site, command: Type, tmp_path: Path) -> None:
    url, record = f"http://127.0.0.1:{news.port}", tmp_path / "r.db"
    found = command("read", f"{url}/feed", f"{url}/gone", *switches(news, record))
    assert found.code == 1
    assert "2 new, 1 failed" in found.out
    assert "status 404" in found.err
    again = command("read", f"{url}/a", *switches(news, record), "--json")
    assert json.loads(again.out)["unchanged"] == 1


def test_an_address_is_extracted_without_a_record(
    news: Site, command: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    url = f"http://127.0.0.1:{news.port}"
    words = ("extract", f"{url}/a", "--jsonl", "--port", str(news.port))
    found = command(*words, "--private-hosts")
    assert found.code == 0
    said = json.loads(found.out)
    assert said["file"] == f"{url}/a"
    assert len(said["attributions"]) >= 3
    assert list(tmp_path.iterdir()) == []
    news.paths.clear()
    for refused in (command(*words), command(*words, "--private-hosts", "--offline")):
        assert (refused.code, refused.out) == (1, "")
        assert refused.err
    assert news.paths == []


def test_private_hosts_need_the_switch(news: Site, command: Type, tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{news.port}/a"
    words = ("read", url, "--record", tmp_path / "r.db", "--port", str(news.port))
    found = command(*words)
    assert found.code == 1
    assert "--private-hosts" in found.err
    assert news.paths == []


def test_watching_once_takes_in_what_is_related(news: Site, command: Type, tmp_path: Path) -> None:
    url, record = f"http://127.0.0.1:{news.port}/feed", tmp_path / "r.db"
    subject = ("--process", "Fisheries", "--party", "Orsk", "--party", "Vadria")
    words = ("watch", url, "--once", *subject, *switches(news, record))
    found = command(*words, "--tell-actor", "Marr", "--atom", tmp_path / "a.xml")
    assert found.code == 0
    assert "new  http://127.0.0.1" in found.out
    assert "unrelated  http://127.0.0.1" in found.out
    assert "! Marr: " in found.out
    assert (tmp_path / "a.xml").read_text("utf-8").count("<entry>") >= 1
    again = command(*words, "--json")
    assert (again.code, again.out) == (0, "")
    documents = json.loads(command("documents", "--record", record, "--json").out)
    (why,) = documents[0]["assigned"].values()
    assert "Orsk" in why


def test_a_watch_that_cannot_tell_says_so(news: Site, command: Type, tmp_path: Path) -> None:
    url, record = f"http://127.0.0.1:{news.port}/feed", tmp_path / "r.db"
    found = command("watch", url, "--once", "--process", "Fisheries", *switches(news, record))
    assert found.code == 1
    assert "--about" in found.err
    assert news.paths == []


def test_trouble_makes_the_exit_code_one(news: Site, command: Type, tmp_path: Path) -> None:
    news.replies = {"/feed": answer(b"", 500)}
    url, record = f"http://127.0.0.1:{news.port}/feed", tmp_path / "r.db"
    found = command("watch", url, "--once", "--all", *switches(news, record))
    assert found.code == 1
    assert "status 500" in found.err


@pytest.mark.parametrize("every", ["10s", "0m", "15", "m", "1w", "15 m"])
def test_a_time_between_two_looks_is_checked(command: Type, every: str) -> None:
    found = command("watch", "https://news.example/", "--once", "--all", "--every", every)
    assert found.code == 1
    assert "15m" in found.err


def test_documents_are_assigned_afterwards(sample_record: Path, command: Type) -> None:
    words = ("assign", "--record", sample_record, "--process", "Valley", "--dry-run", "--json")
    found = json.loads(command(*words, "--party", "Kaltria", "--party", "Sorvania").out)
    assert len(found) >= 10
    assert {each["process"] for each in found} == {"Valley"}


LISTENING = """
import sys
heard = []
sys.addaudithook(lambda event, args: heard.append(event) if event.startswith("socket.") else None)
from onrecord.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("SOCKETS", sorted(set(heard) - {"socket.gethostname", "socket.__new__"}), flush=True)
print("MADE", heard.count("socket.__new__"), flush=True)
"""


@pytest.mark.parametrize("how", ["switch", "environment", "files"])
def test_offline_makes_no_socket_and_looks_up_no_host(tmp_path: Path, how: str) -> None:
    """Python announces every socket and look-up; a process that listens hears none."""
    story = tmp_path / "story.txt"
    story.write_text("\n\n".join(FIRST), encoding="utf-8")
    what = {"files": [str(story)]}.get(how, ["https://news.example/a", "http://[2606:4700::1]/"])
    words = ["read", *what, "--record", str(tmp_path / "r.db")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    environment.pop("ONRECORD_OFFLINE", None)
    if how == "switch":
        words.append("--offline")
    else:
        environment["ONRECORD_OFFLINE"] = "1"
    found = subprocess.run(
        [sys.executable, "-c", LISTENING, *words],
        env=environment, capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert "SOCKETS []" in found.stdout, found.stdout + found.stderr
    # A library of the page reader tries whether IPv6 is there when it is loaded, and is refused:
    # were it not, it would go on to bind the socket, which was not heard above.
    assert how == "files" or "MADE 0" in found.stdout
    assert ("1 new" in found.stdout) is (how == "files")
    assert ("network use is forbidden" in found.stderr) is (how != "files")


def test_a_wrong_switch_opens_nothing(command: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_OFFLINE", "maybe")
    found = command("documents")
    assert found.code in {1, 2}
    assert "ONRECORD_OFFLINE" in found.err
