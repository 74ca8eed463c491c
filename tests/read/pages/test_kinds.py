"""Pages that hold no article, or not a whole one, are named with the reason."""

import json
from itertools import pairwise

import pytest

from onrecord.errors import CookieBanner, DocumentError, ListingPage
from onrecord.read import Found, PassedOver, Source, documents

WORDS = (
    "Hedda Vik, the fisheries minister of Ostrand, said on Monday that quota number {} was dead "
    "and that nobody had asked her about it, neither in spring nor in the long summer that came."
)


def read(body: str, head: str = "") -> list[Found | PassedOver | DocumentError]:
    page = f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    return list(documents(Source("a.html", page.encode())))


def one(body: str, head: str = "") -> Found:
    (found,) = read(body, head)
    assert isinstance(found, Found)
    return found


def paragraphs(count: int) -> str:
    return "".join(f"<p>{WORDS.format(number)}</p>" for number in range(count))


def described(**values: object) -> str:
    node = {"@type": "NewsArticle", "headline": "Cod talks end", **values}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


TEASERS = "".join(
    f"<div><h3><a href='/story-{n}'>Story number {n} of the day</a></h3>"
    f"<p>Ministers met again in Varn on day {n} and said little.</p></div>"
    for n in range(14)
)


def test_a_list_of_articles_is_refused_with_its_reason() -> None:
    (refused,) = read(f"<main>{TEASERS}</main>")
    assert isinstance(refused, ListingPage)
    assert "14 of its headings lead to other pages" in str(refused)


def test_an_article_above_a_list_of_others_is_an_article() -> None:
    assert "quota number 3" in one(f"<main>{paragraphs(5)}</main>{TEASERS}").document.raw_text


def test_what_a_page_describes_as_an_article_is_no_list() -> None:
    body = f"<article><h1>Cod talks end</h1><p>{WORDS}</p></article>{TEASERS}"
    assert one(body, described()).document.metadata.title


NOTICE = (
    "<div><p>We and our partners store and/or access information on your device, such as cookies, "
    "and process personal data. You can accept all or manage preferences at any time.</p></div>"
)


def test_a_cookie_banner_in_place_of_an_article_is_refused() -> None:
    (refused,) = read(f"<main>{NOTICE}<p>Please choose.</p></main>")
    assert isinstance(refused, CookieBanner)
    assert "cookies and consent" in str(refused)


def test_a_cookie_banner_above_an_article_is_left_out() -> None:
    text = one(f"<main>{NOTICE}{paragraphs(4)}</main>").document.raw_text
    assert "partners" not in text
    assert "quota number 3" in text


def test_an_article_about_data_protection_is_an_article() -> None:
    body = (
        "<p>The ministers agreed on Monday that websites must ask before they set cookies, and "
        "that the privacy of children comes first, Hedda Vik said.</p>"
    )
    assert (
        "privacy of children" in one(f"<article>{body}{paragraphs(3)}</article>").document.raw_text
    )


@pytest.mark.parametrize(
    ("head", "behind", "reason"),
    [
        (described(isAccessibleForFree=False), "", "is not free"),
        (described(isAccessibleForFree="False", wordCount=900), "", "has 900 words"),
        (described(), "<div>Subscribe to continue reading.</div>", "subscribe to continue"),
    ],
)
def test_a_paywall_s_stub_is_read_and_said_to_be_one(head: str, behind: str, reason: str) -> None:
    found = one(f"<article>{paragraphs(2)}</article>{behind}", head)
    assert len(found.notes) == 1
    assert "Only the beginning of the article" in found.notes[0]
    assert reason in found.notes[0]


@pytest.mark.parametrize(
    "head", [described(), described(isAccessibleForFree=True), described(wordCount="many")]
)
def test_a_short_article_is_no_stub(head: str) -> None:
    assert one(f"<article>{paragraphs(2)}</article>", head).notes == ()


def test_a_whole_article_is_no_stub_whatever_the_page_asks_for() -> None:
    asking = "<div>Subscribe to continue reading other stories.</div>"
    assert one(f"<article>{paragraphs(12)}</article>{asking}").notes == ()


def entry(number: int) -> str:
    return (
        f'<article class="entry"><time datetime="2027-04-{12 + number}T09:0{number}:00+02:00">'
        f"9:0{number}</time><h2>Round {number}</h2><p>{WORDS.format(number)}</p></article>"
    )


def live(numbers: range) -> str:
    entries = "\n".join(entry(number) for number in numbers)
    return f"<h1>Cod talks live</h1><div class='live-blog'>{entries}</div>"


def test_the_entries_of_a_live_blog_have_each_its_own_time() -> None:
    parts = [part for part in read(live(range(4))) if isinstance(part, Found)]
    days = [part.document.published_on for part in parts]
    assert days == ["2027-04-12", "2027-04-13", "2027-04-14", "2027-04-15"]
    assert [part.content.decode() for part in parts] == [entry(number) for number in range(4)]
    assert "live blog: its 4 dated entries" in parts[0].notes[0]
    assert parts[1].document.clean_text == f"Round 1\n\n{WORDS.format(1)}"


def test_an_entry_is_the_same_document_in_a_later_version_of_the_page() -> None:
    before = {part.document.doc_id for part in read(live(range(3))) if isinstance(part, Found)}
    after = [part.document.doc_id for part in read(live(range(5))) if isinstance(part, Found)]
    assert before < set(after)


def test_the_entries_that_a_page_describes_have_the_characters_of_the_description() -> None:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"Round {n}",
            "datePublished": f"2027-04-{12 + n}T08:00:00Z",
            "articleBody": WORDS.format(n),
        }
        for n in range(3)
    ]
    head = described(**{"@type": "LiveBlogPosting", "liveBlogUpdate": updates})
    parts = [part for part in read("<p>Live</p>", head) if isinstance(part, Found)]
    assert [json.loads(part.content) for part in parts] == updates
    moments = [part.document.metadata.published for part in parts]
    assert all(a and b and a.edtf < b.edtf for a, b in pairwise(moments))


def test_dated_comments_below_an_article_make_no_live_blog() -> None:
    comments = "".join(
        f'<li class="comment"><time datetime="2027-04-12T09:0{n}:00Z">9</time><p>{WORDS}</p></li>'
        for n in range(5)
    )
    parts = read(f"<article>{paragraphs(4)}</article><ol class='comments'>{comments}</ol>")
    assert len(parts) == 1
