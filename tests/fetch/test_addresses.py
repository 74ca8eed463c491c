"""What may be fetched at all, decided before anything is sent."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import AddressRefused
from onrecord.fetch import canonical
from onrecord.fetch.addresses import LONGEST, target
from onrecord.fetch.client import WEB_PORTS
from onrecord.fetch.public import refusal

CASES = tomllib.loads((Path(__file__).parent / "addresses.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: repr(case["url"]))
def test_what_is_no_plain_web_address_is_refused(case: dict[str, str]) -> None:
    with pytest.raises(AddressRefused, match=case["why"]) as found:
        target(case["url"], WEB_PORTS)
    assert "secret" not in str(found.value)


@pytest.mark.parametrize("case", CASES["ip"], ids=lambda case: case["address"])
def test_only_public_addresses_are_connected_to(case: dict[str, Any]) -> None:
    for private, wanted in ((False, case["refused"]), (True, case["refused_privately"])):
        found = refusal(case["address"], private=private)
        assert (found or "").endswith(wanted), (private, found)
        assert bool(found) is bool(wanted)


def test_an_address_is_sent_in_ascii() -> None:
    where = target("https://É.example/ü?q=ä b#top".replace(" ", "%20"), WEB_PORTS)
    assert (where.host, where.path) == ("xn--9ca.example", "/%C3%BC?q=%C3%A4%20b")
    assert where.authority == "xn--9ca.example"


def test_an_address_has_a_length() -> None:
    with pytest.raises(AddressRefused, match="too long"):
        target("https://news.example/" + "a" * LONGEST, WEB_PORTS)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://www.news.example/a/", "https://news.example/a?utm_source=x#top", True),
        ("https://news.example/a?id=1", "https://news.example/a?id=2", False),
        ("https://news.example/a?b=1&a=2", "https://news.example/a?a=2&b=1", True),
        ("https://news.example:8080/a", "https://news.example/a", False),
        ("www.news.example/a", "https://news.example/a", True),
    ],
)
def test_an_article_has_one_address(one: str, other: str, same: bool) -> None:
    assert (canonical(one) == canonical(other)) is same
    assert canonical(one) is not None


@pytest.mark.parametrize("words", ["nowhere", "https://[::1", "https:///a", ""])
def test_what_is_no_address_has_no_canonical_one(words: str) -> None:
    assert canonical(words) is None
