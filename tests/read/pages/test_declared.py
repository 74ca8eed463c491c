"""Title, outlet and author as the page prints and declares them."""

import pytest

from onrecord.read import document
from onrecord.record import Document

WORDS = (
    "<p>Hedda Vik, the fisheries minister of Ostrand, said on Monday that the quota was dead and "
    "that nobody had asked her about it.</p>"
)


def page(body: str, head: str = "") -> Document:
    source = f"<!doctype html><html><head>{head}</head><body>{body}{WORDS}</body></html>"
    return document(source.encode(), "a.html")


def title(body: str, head: str) -> str | None:
    found = page(body, head).metadata.title
    return found.value if found else None


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        (
            "<h1>Cod talks end</h1>",
            "<title>Cod talks end | Sea | Quay Post</title>",
            "Cod talks end",
        ),
        (
            "<h1>Cod talks end</h1>",
            '<meta property="og:title" content="Cod talks end - Quay Post - 12.04.2027">',
            "Cod talks end",
        ),
        ("<h1>Quay Post Sea</h1>", "<title>Cod talks end : Quay Post Sea</title>", "Cod talks end"),
        (
            "<h1>Local News | Cod talks end</h1>",
            '<meta property="og:title" content="Cod talks end">',
            "Cod talks end",
        ),
        (
            "<h1>Ministers let the talks about cod end</h1>",
            (
                '<meta property="og:title" content="Ministers let the talks about cod end">'
                '<script type="application/ld+json">'
                '{"@type": "NewsArticle", "headline": "Cod talks: what to know"}</script>'
            ),
            "Ministers let the talks about cod end",
        ),
        ("<h1>Latest</h1>", '<meta property="og:title" content="Cod talks end">', "Cod talks end"),
    ],
)
def test_the_title_is_the_heading_that_the_page_prints(body: str, head: str, expected: str) -> None:
    assert title(body, head) == expected


@pytest.mark.parametrize(
    ("site", "company", "expected"),
    [
        ("The Quay Post", "Quay Media Holding", "The Quay Post"),
        ("The Quay Post | News from the sea since 1901", "", "The Quay Post"),
        ("", "Quay Media Holding", "Quay Media Holding"),
        ("Cod talks end: why the ministers left Varn without a date", "Quay Media", "Quay Media"),
    ],
)
def test_the_outlet_is_the_site_and_not_the_company(site: str, company: str, expected: str) -> None:
    head = '<link rel="canonical" href="https://www.thequaypost.example/cod">'
    head += f'<meta property="og:site_name" content="{site}">' if site else ""
    head += (
        '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"@type": '
        f'"Organization", "name": "{company}"}}}}</script>'
        if company
        else ""
    )
    publisher = page("", head).metadata.publisher
    assert publisher
    assert publisher.value == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<span class="byline">By Jane Roe</span>', "Jane Roe"),
        ('<p class="author-name">Veröffentlicht von Jane Roe</p>', "Jane Roe"),
        ('<a rel="author" href="/x">Jane Roe</a>', "Jane Roe"),
        ('<span itemprop="author">Jane Roe and Ola Lund</span>', "Jane Roe and Ola Lund"),
        ('<div class="byline">By Jane Roe | April 12, 2027</div>', "Jane Roe"),
        ('<a href="https://quaypost.example/author/jane-roe/">Jane Roe</a>', "Jane Roe"),
        ('<div class="byline">Published on Monday</div>', None),
        ('<ol class="comments"><li><span class="author">Jane Roe</span></li></ol>', None),
        ('<aside><span class="author">Jane Roe</span></aside>', None),
        ('<a href="/author/all">View all</a>', None),
    ],
)
def test_the_author_that_a_page_shows(body: str, expected: str | None) -> None:
    byline = page(body).metadata.byline
    assert (byline.value if byline else None) == expected


def test_an_author_that_is_told_by_an_id_is_the_one_with_it() -> None:
    graph = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": '
        '{"@id": "#jane"}}, {"@type": "Person", "@id": "#jane", "name": "Jane Roe"}]}</script>'
    )
    byline = page("", graph).metadata.byline
    assert byline
    assert (byline.value, byline.field) == ("Jane Roe", "json-ld[author]")


@pytest.mark.parametrize("name", ["admin", "The Quay Post", "https://social.example/jane"])
def test_the_outlet_an_account_and_an_address_are_no_author(name: str) -> None:
    head = '<meta property="og:site_name" content="The Quay Post">'
    head += f'<meta name="author" content="{name}">'
    assert page("", head).metadata.byline is None


def test_a_page_in_the_web_archive_is_the_outlet_s() -> None:
    head = '<link rel="canonical" href="https://web.archive.org/web/20270412/http://quaypost.example/a">'
    publisher = page("", head).metadata.publisher
    assert publisher
    assert publisher.value == "quaypost.example"
