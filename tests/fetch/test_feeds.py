"""Feeds and sitemaps, well made and not."""

import gzip
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import AnswerTooLarge, AnswerUnusable
from onrecord.fetch import Answer, Listed, Listing, listing
from onrecord.fetch.feeds import MOST_ENTRIES

HERE = "https://news.example/feeds/talks"
LIMIT = 10_000_000


def listed(content: bytes, media_type: str = "application/xml") -> Listing | None:
    return listing(Answer(HERE, HERE, content, media_type), LIMIT)


def entries(content: bytes, media_type: str = "application/xml") -> tuple[Listed, ...]:
    found = listed(content, media_type)
    assert found
    return found.entries


RSS = b"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Talks</title>
<item><title>Older &amp;amp; <![CDATA[<b>bold</b>]]></title><link>/a?x=1&amp;y=2</link>
<pubDate>Thu, 01 Apr 2027 10:00:00 +0200</pubDate>
<description>&lt;p&gt;Words&lt;/p&gt;</description></item>
<item><title>Newer</title><link>https://news.example/b#top</link>
<pubDate>Fri, 02 Apr 2027 10:00:00 GMT</pubDate></item>
<item><title>Mail</title><link>mailto:a@news.example</link></item>
<item><title>Script</title><link>javascript:alert(1)</link></item>
</channel></rss>"""

ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Talks</title>
<entry><title>One</title><id>tag:1</id><link href="https://news.example/1"/>
<updated>2027-04-01T08:00:00Z</updated></entry></feed>"""

SITEMAP = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/1</loc><lastmod>2027-04-01</lastmod></url>
<url><loc> https://news.example/2 </loc><news:news>
<news:publication_date>2027-04-02</news:publication_date>
<news:title>Two</news:title></news:news></url><url><loc>not an address</loc></url></urlset>"""

INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
<loc>https://news.example/s1.xml</loc></sitemap></sitemapindex>"""


def test_rss_lists_articles_newest_first() -> None:
    newer, older = "2027-04-02T10:00:00+00:00", "2027-04-01T08:00:00+00:00"
    assert entries(RSS, "application/rss+xml") == (
        Listed("https://news.example/b", "Newer", "", newer, newer),
        Listed("https://news.example/a?x=1&y=2", "Older & bold", "Words", older, older),
    )


def test_atom_lists_articles() -> None:
    (one,) = entries(ATOM, "application/atom+xml")
    assert (one.url, one.title) == ("https://news.example/1", "One")


@pytest.mark.parametrize("packed", [False, True])
def test_a_sitemap_lists_articles(packed: bool) -> None:
    one, two = entries(gzip.compress(SITEMAP) if packed else SITEMAP)
    assert (one.title, one.changed, two.url) == ("Two", "2027-04-02", "https://news.example/1")
    assert one.url == "https://news.example/2"


def test_an_index_lists_sitemaps() -> None:
    found = listed(INDEX)
    assert found == Listing(sitemaps=("https://news.example/s1.xml",))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"plain words about <rss feeds",
        b"<!doctype html><html><body><p>About &lt;rss&gt; and <feed> it</p></body></html>",
        b"\x89PNG\r\n",
    ],
)
def test_what_is_no_list_is_none(content: bytes) -> None:
    assert listed(content, "text/html") is None


def test_a_feed_that_breaks_off_gives_what_is_there() -> None:
    assert [each.title for each in entries(RSS[: RSS.index(b"<item><title>Mail")])] == [
        "Newer",
        "Older & bold",
    ]


@pytest.mark.parametrize("content", [b"<rss><channel><item>", b"<feed", b"<urlset><url><loc>"])
def test_a_broken_list_ends_nothing_but_itself(content: bytes) -> None:
    try:
        found = listed(content)
    except AnswerUnusable:
        return
    assert found in (None, Listing())


@pytest.mark.parametrize("root", ["rss", "urlset"])
def test_entities_are_refused_before_they_grow(root: str) -> None:
    names = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{names}]><{root}><url><loc>&a9;</loc></url></{root}>'
    begun = time.monotonic()
    with pytest.raises(AnswerUnusable, match="entities"):
        listed(bomb.encode())
    assert time.monotonic() - begun < 1


def test_entities_in_another_encoding_are_refused_too() -> None:
    with pytest.raises(AnswerUnusable, match="entities"):
        listed('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><rss>&a;</rss>'.encode("utf-16"))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([RSS, ATOM, SITEMAP, INDEX]),
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 40), st.binary(max_size=8)), max_size=6),
)
def test_a_mangled_list_is_a_list_or_a_sentence(
    whole: bytes, cuts: list[tuple[int, int, bytes]]
) -> None:
    for at, length, put in cuts:
        whole = whole[:at] + put + whole[at + length :]
    try:
        found = listed(whole)
    except AnswerUnusable:
        return
    for entry in found.entries if found else ():
        assert entry.url.startswith(("http://", "https://"))
        assert not set(entry.url) & set(" \n\r\t\\")


def test_entities_do_not_read_files() -> None:
    with pytest.raises(AnswerUnusable):
        listed(b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss>&f;</rss>')


def test_a_packed_sitemap_has_a_limit() -> None:
    with pytest.raises(AnswerTooLarge):
        listed(gzip.compress(b"<urlset>" + b" " * 50_000_000))


def test_only_the_newest_of_very_many_are_looked_at() -> None:
    places = b"".join(
        b"<url><loc>https://news.example/%d</loc><lastmod>2027-01-01T%06d</lastmod></url>" % (n, n)
        for n in range(3000)
    )
    found = entries(b"<urlset>" + places + b"</urlset>")
    assert len(found) == MOST_ENTRIES
    assert found[0].url == "https://news.example/2999"
