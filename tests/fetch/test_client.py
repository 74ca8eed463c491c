"""Safe fetching, against real servers that do what hostile ones do."""

import gzip
import os
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from onrecord.errors import (
    AddressRefused,
    AnswerRefused,
    AnswerTooLarge,
    AnswerUnusable,
    HostNotPublic,
    NetworkForbidden,
    TooSlow,
    Unreachable,
)
from onrecord.fetch import Known, network_forbidden
from onrecord.fetch.client import Client, Limits
from onrecord.fetch.connecting import Ways
from onrecord.fetch.webhook import post
from tests.fetch.servers import OTHER, PUBLIC, Routed, Site, answer, client, dialled, hosts, moved

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


def test_an_answer_comes_with_what_the_server_said(news: Site) -> None:
    news.replies["/a"] = answer(
        "é".encode(), content_type="text/html; charset=UTF-8", etag='"1"', last_modified="then"
    )
    found = client(news).get("http://news.example/a")
    assert (found.content.decode(), found.media_type, found.charset) == ("é", "text/html", "utf-8")
    assert found.known == Known('"1"', "then")


def test_a_request_says_who_asks_and_nothing_else(
    news: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://ann:secret@127.0.0.1:9/")
    news.replies["/a"] = answer(b"x", set_cookie="id=1; Path=/")
    used = client(news, contact="desk@news.example", version="7")
    used.get("http://news.example/a")
    used.get("http://news.example/a")
    wanted = {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert [set(fields) for fields in news.fields] == [wanted, wanted]
    assert news.fields[0]["host"] == "news.example"
    assert news.fields[0]["user-agent"].startswith("onrecord/7 (")
    assert "desk@news.example" in news.fields[0]["user-agent"]


def test_what_is_known_is_asked_for_once(news: Site) -> None:
    news.replies["/a"] = answer(b"", 304)
    found = client(news).get("http://news.example/a", Known('"1"', "then"))
    assert found.unchanged
    assert news.fields[0]["if-none-match"] == '"1"'
    assert news.fields[0]["if-modified-since"] == "then"


def test_what_is_known_of_one_address_is_not_told_to_another(news: Site) -> None:
    news.replies = {"/a": moved("http://other.example/b"), "/b": answer(b"x")}
    client(news).get("http://news.example/a", Known('"1"'))
    assert "if-none-match" not in news.fields[1]


@pytest.mark.parametrize(
    "location",
    [
        "http://10.0.0.7/",
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.7]/",
        "http://inner.example/",
    ],
)
def test_a_redirect_to_a_private_address_is_not_followed(news: Site, location: str) -> None:
    news.replies["/a"] = moved(location)
    used = client(news)
    with pytest.raises(HostNotPublic):
        used.get("http://news.example/a")
    assert dialled(used) == [PUBLIC]
    assert news.paths == ["/a"]


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://news.example/", "http://a:b@news.example/", "\\"]
)
def test_a_redirect_out_of_the_web_is_not_followed(news: Site, location: str) -> None:
    news.replies["/a"] = moved(location)
    with pytest.raises(AddressRefused):
        client(news).get("http://news.example/a")
    assert news.paths == ["/a"]


def test_redirects_end(news: Site) -> None:
    news.replies["/a"] = moved("/a")
    with pytest.raises(AddressRefused, match="more than 5"):
        client(news).get("http://news.example/a")
    assert len(news.paths) == 6


def test_a_redirect_is_followed_and_told(news: Site) -> None:
    news.replies = {"/a": moved("http://other.example/b", 301), "/b": answer(b"x")}
    used = client(news)
    found = used.get("http://news.example/a")
    assert (found.url, found.content) == ("http://other.example/b", b"x")
    assert found.moved_for_good
    assert dialled(used) == [PUBLIC, OTHER]


def test_one_private_address_among_public_ones_is_enough_to_refuse(news: Site) -> None:
    used = Client(Limits(), Ways(hosts(news_example=[PUBLIC, "10.0.0.7"]), Routed(news.port)))
    with pytest.raises(HostNotPublic, match="--private-hosts"):
        used.get("http://news.example/a")
    assert dialled(used) == []


def test_a_name_that_changes_its_address_gains_nothing(news: Site) -> None:
    """Rebinding: the name is resolved once a request, and the checked address is dialled."""
    turns = iter([[PUBLIC], ["127.0.0.1"], [PUBLIC]])
    looked_up = []

    def resolve(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return next(turns)

    news.replies["/a"] = answer(b"x")
    used = Client(Limits(), Ways(resolve, Routed(news.port)))
    assert used.get("http://news.example/a").content == b"x"
    assert (looked_up, dialled(used)) == (["news.example"], [PUBLIC])
    with pytest.raises(HostNotPublic):
        used.get("http://news.example/a")
    assert dialled(used) == [PUBLIC]


def test_private_hosts_need_the_switch(news: Site) -> None:
    news.replies["/a"] = answer(b"x")
    url, ports = f"http://127.0.0.1:{news.port}/a", frozenset({news.port})
    with pytest.raises(HostNotPublic):
        Client(Limits(ports=ports)).get(url)
    assert news.paths == []
    assert Client(Limits(ports=ports, private=True)).get(url).content == b"x"
    with pytest.raises(AddressRefused, match="port"):
        Client(Limits(private=True)).get(url)


@pytest.mark.parametrize("tls", [False, True])
def test_no_network_means_no_look_up_and_no_socket(news: Site, tls: bool) -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise AssertionError("a host was looked up")

    used = Client(Limits(offline=True), Ways(resolve, Routed(news.port)))
    with pytest.raises(NetworkForbidden, match="--offline"):
        used.get(f"http{'s' if tls else ''}://news.example/a")
    with pytest.raises(NetworkForbidden):
        post(used, "http://news.example/hook", {})
    assert dialled(used) == []


def test_where_the_network_is_forbidden_no_library_makes_a_socket() -> None:
    with network_forbidden():
        for step in (
            lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
            lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
            lambda: socket.getaddrinfo("localhost", 80),
        ):
            with pytest.raises(NetworkForbidden):
                step()
        with socket.socket(socket.AF_UNIX):
            pass
    with socket.socket(socket.AF_INET):
        pass


def test_a_body_has_a_limit(news: Site) -> None:
    news.replies["/a"] = answer(b"x" * 5001)
    with pytest.raises(AnswerTooLarge, match="5,000"):
        client(news, max_bytes=5000).get("http://news.example/a")
    assert len(client(news, max_bytes=5001).get("http://news.example/a").content) == 5001


def test_an_endless_feed_ends(news: Site) -> None:
    def forever() -> Iterator[bytes]:
        yield b"<rss><channel>"
        while True:
            yield b"<item><title>again</title></item>" * 1000

    news.replies["/feed"] = answer(forever())
    with pytest.raises(AnswerTooLarge):
        client(news, max_bytes=1_000_000).get("http://news.example/feed")


def test_a_packed_body_is_unpacked(news: Site) -> None:
    text = b"words " * 1000
    news.replies["/a"] = answer(gzip.compress(text), content_encoding="gzip")
    news.replies["/b"] = answer(
        gzip.compress(text[:50]) + gzip.compress(text[50:]) + b"\0\0", content_encoding="x-gzip"
    )
    assert client(news).get("http://news.example/a").content == text
    assert client(news).get("http://news.example/b").content == text


def test_a_bomb_does_not_go_off(news: Site) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()
    news.replies["/a"] = answer(bomb, content_encoding="gzip")
    for most in (10_000_000, 1_000_000_000):
        with pytest.raises(AnswerTooLarge):
            client(news, max_bytes=most).get("http://news.example/a")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"no gzip at all", "gzip"),
        (gzip.compress(b"words " * 99, mtime=0)[:-9], "gzip"),
        (b"x", "br"),
        (b"x", "gzip, gzip"),
        (b"", "gzip"),
    ],
)
def test_broken_packing_is_told(news: Site, content: bytes, encoding: str) -> None:
    news.replies["/a"] = answer(content, content_encoding=encoding)
    with pytest.raises(AnswerUnusable, match="pack"):
        client(news).get("http://news.example/a")


def test_a_slow_body_ends_in_time(news: Site) -> None:
    def dripping() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x"
            time.sleep(0.05)

    news.replies["/a"] = answer(dripping())
    begun = time.monotonic()
    with pytest.raises(TooSlow):
        client(news, seconds=0.4).get("http://news.example/a")
    assert time.monotonic() - begun < 3


def test_slow_fields_end_in_time(news: Site) -> None:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        for number in range(100):
            handler.wfile.write(f"HTTP/1.1 200 OK\r\nX-{number}: 1\r\n"[: 1 + number].encode()[-1:])
            handler.wfile.flush()
            time.sleep(0.05)

    news.replies["/a"] = reply
    with pytest.raises((TooSlow, Unreachable)):
        client(news, seconds=0.4).get("http://news.example/a")


def test_a_server_that_says_nothing_is_left(news: Site) -> None:
    news.replies["/a"] = lambda handler: time.sleep(1.0)
    with pytest.raises(TooSlow):
        client(news, step=0.2).get("http://news.example/a")


def test_a_resolver_that_hangs_is_left(news: Site) -> None:
    freed = threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        freed.wait(5)
        return [PUBLIC]

    used = Client(Limits(seconds=0.2), Ways(resolve, Routed(news.port)))
    begun = time.monotonic()
    with pytest.raises(Unreachable, match="no known address"):
        used.get("http://news.example/a")
    assert time.monotonic() - begun < 2
    freed.set()


def test_endless_fields_are_refused(news: Site) -> None:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100_000):
            handler.wfile.write(f"X-{number}: {'x' * 100}\r\n".encode())

    news.replies["/a"] = reply
    with pytest.raises(Unreachable):
        client(news).get("http://news.example/a")


def test_a_body_that_breaks_off_is_no_article(news: Site) -> None:
    news.replies["/a"] = answer(b"half", content_length="400")
    with pytest.raises(Unreachable):
        client(news).get("http://news.example/a")


def test_what_is_no_http_is_told(news: Site) -> None:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH\r\n")

    news.replies["/a"] = reply
    with pytest.raises(Unreachable):
        client(news).get("http://news.example/a")


def test_an_error_says_its_status_and_when_to_come_again(news: Site) -> None:
    news.replies["/a"] = answer(b"", 503, retry_after="120")
    with pytest.raises(AnswerRefused, match="status 503") as found:
        client(news).get("http://news.example/a")
    assert found.value.retry_after == 120


def test_a_certificate_is_checked(secure: Site) -> None:
    secure.replies["/a"] = answer(b"x")
    assert client(secure, trusted=True).get("https://news.example/a").content == b"x"
    with pytest.raises(Unreachable, match="certificate"):
        client(secure).get("https://news.example/a")


def test_a_certificate_of_another_name_is_refused(secure: Site) -> None:
    secure.replies["/a"] = answer(b"x")
    with pytest.raises(Unreachable, match="certificate"):
        client(secure, trusted=True).get("https://other.example/a")
    assert secure.paths == []


def test_plain_http_on_the_port_of_tls_is_told(news: Site) -> None:
    with pytest.raises((Unreachable, TooSlow)):
        client(news, trusted=True, step=1.0).get("https://news.example/a")


def test_tls_is_not_given_up_for_a_redirect(secure: Site) -> None:
    secure.replies["/a"] = moved("http://news.example/b")
    with pytest.raises(AddressRefused, match="https to http"):
        client(secure, trusted=True).get("https://news.example/a")


def test_a_message_is_sent_as_json_to_a_checked_address(news: Site) -> None:
    news.replies["/hook"] = answer(b"ok")
    post(client(news), "http://news.example/hook", {"text": "“yes”"})
    assert news.bodies == ['{"text": "“yes”"}'.encode()]
    with pytest.raises(HostNotPublic):
        post(client(news), "http://inner.example/hook", {})
    news.replies["/moved"] = moved("http://other.example/hook")
    with pytest.raises(AnswerRefused):
        post(client(news), "http://news.example/moved", {})


def test_nothing_of_the_environment_is_sent(news: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETRC", os.devnull)
    news.replies["/a"] = answer(b"", 401, www_authenticate="Basic realm=x")
    with pytest.raises(AnswerRefused, match="401"):
        client(news).get("http://news.example/a")
    assert [set(fields) & {"authorization", "cookie", "referer"} for fields in news.fields] == [
        set()
    ]
