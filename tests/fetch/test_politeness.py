"""robots.txt, pauses and rest, against a real server and a clock that the tests move."""

import pytest

from onrecord.errors import AnswerRefused, HostNotPublic, HostResting, RobotsForbid
from onrecord.fetch.politeness import LONGEST_PAUSE, REST, ROBOTS_HOLD, Polite
from tests.fetch.servers import Site, answer, client, moved

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

A = "http://news.example/a"


class Time:
    """A clock that stands still but for the sleeping."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, list[float]()

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def polite(news: Site, time: Time) -> Polite:
    return Polite(client(news), time, time.sleep)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (b"User-agent: *\nDisallow: /", False),
        (b"User-agent: *\nDisallow: /b", True),
        (b"User-agent: onrecord\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        (b"User-agent: *\nDisallow: /\nUser-agent: onrecord\nAllow: /a", True),
        (b"User-agent: *\nDisallow: /*a$", False),
        (b"\xff\xfe no robots.txt at all <html>", True),
    ],
)
def test_robots_are_obeyed(news: Site, time: Time, robots: bytes, allowed: bool) -> None:
    news.replies = {"/robots.txt": answer(robots), "/a": answer(b"x")}
    if allowed:
        assert polite(news, time).get(A).content == b"x"
    else:
        with pytest.raises(RobotsForbid):
            polite(news, time).get(A)
        assert news.paths == ["/robots.txt"]


def test_a_redirect_asks_the_robots_of_where_it_leads(news: Site, time: Time) -> None:
    news.replies = {
        "/robots.txt": answer(b"User-agent: *\nDisallow: /closed"),
        "/a": moved("http://other.example/closed"),
    }
    with pytest.raises(RobotsForbid, match=r"other\.example"):
        polite(news, time).get(A)
    assert news.paths == ["/robots.txt", "/a", "/robots.txt"]


def test_robots_are_asked_once_a_day(news: Site, time: Time) -> None:
    news.replies = {"/a": answer(b"x")}
    fetcher = polite(news, time)
    fetcher.get(A)
    fetcher.get(A)
    assert news.paths == ["/robots.txt", "/a", "/a"]
    time.now += ROBOTS_HOLD + 1
    fetcher.get(A)
    assert news.paths[3:] == ["/robots.txt", "/a"]


def test_robots_that_lead_inside_open_no_door(news: Site, time: Time) -> None:
    news.replies = {"/robots.txt": moved("http://10.0.0.7/"), "/a": answer(b"x")}
    assert polite(news, time).get(A).content == b"x"
    with pytest.raises(HostNotPublic):
        polite(news, time).get("http://inner.example/a")


@pytest.mark.parametrize("status", [500, 503])
def test_robots_that_fail_close_the_site_for_a_while(news: Site, time: Time, status: int) -> None:
    news.replies = {"/robots.txt": answer(b"", status), "/a": answer(b"x")}
    fetcher = polite(news, time)
    for _ in range(2):
        with pytest.raises(HostResting):
            fetcher.get(A)
    assert news.paths == ["/robots.txt"]
    news.replies["/robots.txt"] = answer(b"")
    time.now += REST + 1
    assert fetcher.get(A).content == b"x"


def test_a_host_gets_a_pause_between_requests(news: Site, time: Time) -> None:
    news.replies = {"/a": answer(b"x")}
    fetcher = polite(news, time)
    for _ in range(3):
        fetcher.get(A)
    assert time.slept == [1.0, 1.0, 1.0]
    fetcher.get("http://other.example/a")
    assert time.slept == [1.0, 1.0, 1.0, 1.0]
    assert news.most_at_once == 1


@pytest.mark.parametrize(
    ("asked", "pause"), [(b"7", 7.0), (b"99999", LONGEST_PAUSE), (b"nan", 1.0), (b"-1", 1.0)]
)
def test_a_longer_pause_is_kept_where_the_site_asks(
    news: Site, time: Time, asked: bytes, pause: float
) -> None:
    news.replies = {
        "/robots.txt": answer(b"User-agent: *\nCrawl-delay: " + asked),
        "/a": answer(b"x"),
    }
    fetcher = polite(news, time)
    fetcher.get(A)
    fetcher.get(A)
    assert time.slept[-1] == pause


def test_an_overloaded_host_gets_the_rest_that_it_asks_for(news: Site, time: Time) -> None:
    news.replies = {"/a": answer(b"", 429, retry_after="90"), "/b": answer(b"x")}
    fetcher = polite(news, time)
    with pytest.raises(AnswerRefused):
        fetcher.get(A)
    with pytest.raises(HostResting, match="90"):
        fetcher.get("http://news.example/b")
    asked = len(news.paths)
    time.now += 91
    assert fetcher.get("http://news.example/b").content == b"x"
    assert len(news.paths) == asked + 1


def test_a_page_that_is_gone_lets_nobody_rest(news: Site, time: Time) -> None:
    news.replies = {"/b": answer(b"x")}
    fetcher = polite(news, time)
    with pytest.raises(AnswerRefused, match="404"):
        fetcher.get(A)
    assert fetcher.get("http://news.example/b").content == b"x"
