"""In a real browser: what is marked is what was read, the keyboard does all, axe is content."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import onrecord
from docs.browser import browser_path, reading_room
from docs.screens import addresses

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(
        browser_path() is None, reason="no Chromium on this system: install the package chromium"
    ),
]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RANGES = """
(name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString())
"""


@pytest.fixture(scope="module")
def pages(sample_record: Path) -> dict[str, str]:
    with onrecord.open(sample_record) as record:
        return addresses(record)


@pytest.fixture(scope="module")
def address(sample_record: Path) -> Iterator[str]:
    with reading_room(sample_record) as opened:
        yield opened


@pytest.fixture
def page(looking: Any, address: str) -> Iterator[Any]:
    """Give a page on which no script fails, nothing is refused, and nothing is asked of others."""
    context = looking.new_context(
        base_url=address, viewport={"width": 1440, "height": 1000}, bypass_csp=False
    )
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    opened.on(
        "request",
        lambda asked: None if asked.url.startswith(address) else trouble.append(asked.url),
    )
    yield opened
    context.close()
    assert [it for it in trouble if "404" not in it] == []


def serious(looking: Any, address: str, look: dict[str, Any]) -> Iterator[str]:
    """Give what axe finds serious on the pages of a look."""
    context = looking.new_context(
        base_url=address,
        viewport={"width": look["width"], "height": 1000},
        color_scheme=look["theme"],
        bypass_csp=True,  # axe is a script in the page; no other test gets by the policy
    )
    opened = context.new_page()
    for name, path in look["pages"].items():
        opened.goto(path)
        opened.add_script_tag(path=str(AXE))
        found = opened.evaluate("async () => (await axe.run()).violations")
        for violation in found:
            if violation["impact"] in {"serious", "critical"}:
                where = [node["target"] for node in violation["nodes"][:3]]
                yield f"{name}: {violation['id']} at {where}"
    context.close()


@pytest.mark.parametrize("look", ["1440 light", "390 dark", "1024 dark"])
def test_axe_finds_nothing_serious_on_any_page(
    looking: Any, address: str, pages: dict[str, str], look: str
) -> None:
    """All pages at the widest and the narrowest, those with most in them in between."""
    width, theme = look.split()
    dense = {name: pages[name] for name in ("reader-card", "stances-trail")}
    chosen = dense if width == "1024" else pages
    asked = {"width": int(width), "theme": theme, "pages": chosen}
    assert list(serious(looking, address, asked)) == []


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_no_page_is_wider_than_its_window(page: Any, pages: dict[str, str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name, path in pages.items():
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, (name, wide)


PLACES = """
() => [...document.querySelectorAll('.rows .loc')].flatMap((link) => {
  const edge = link.closest('td').getBoundingClientRect().left;
  return [...link.getClientRects()].map((line) => Math.round(line.left - edge));
})
"""
BADGE = 40
"""Pixels that a badge with its word is at least wide: what begins further left begins a line."""


def test_a_place_of_words_that_begins_a_line_is_not_indented(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("/statements")
    lefts = page.evaluate(PLACES)
    assert len(lefts) > 50
    assert {left for left in lefts if left < BADGE} == {0}


def test_one_click_lands_on_the_exact_words(page: Any, sample_record: Path) -> None:
    """From a statement in the list to the reader: the words marked are those of the record."""
    page.goto("/statements?stance=reject")
    link = page.locator("table a.words").first
    statement_id = link.get_attribute("href").partition("#")[2]
    link.click()
    page.wait_for_selector(".card.on")
    with onrecord.open(sample_record) as record:
        statement = next(s for s in record.statements() if s.statement_id == statement_id)
        text = record.document(statement.doc_id).clean_text
    words = [text[a.clean_start : a.clean_end] for a in statement.content]
    assert page.evaluate(RANGES, "active") == words
    box = page.locator(f"#{statement_id}").bounding_box()
    assert 0 <= box["y"] <= 1000


def test_every_statement_is_marked_by_its_exact_words(page: Any, sample_record: Path) -> None:
    with onrecord.open(sample_record) as record:
        doc_id = record.documents()[3].doc_id
        text = record.document(doc_id).clean_text
        wanted = sorted(
            text[a.clean_start : a.clean_end]
            for s in record.store.reading(doc_id).statements
            for a in s.content
        )
    page.goto(f"/documents/{doc_id}")
    page.wait_for_function("CSS.highlights.size > 0")
    kinds = ("quoted", "paraphrase", "unnamed", "reporter")
    marked = sorted(words for kind in kinds for words in page.evaluate(RANGES, kind))
    assert marked == wanted


def test_a_stretch_in_the_address_is_marked_and_seen(page: Any, pages: dict[str, str]) -> None:
    path, _, _ = pages["reader-words"].partition("#")
    page.goto(path)
    words = page.locator("mark.sought").first
    assert words.is_visible()
    marked = words.inner_text()
    stretch = path.partition("c=")[2]
    page.goto(f"{path.partition('?')[0]}#c={stretch}")
    page.wait_for_url("**words")
    assert page.locator("mark.sought").first.inner_text() == marked


def test_everything_is_readable_without_scripts(
    looking: Any, address: str, pages: dict[str, str]
) -> None:
    context = looking.new_context(base_url=address, java_script_enabled=False)
    plain = context.new_page()
    for name, path in pages.items():
        plain.goto(path)
        assert plain.locator("h1").count() == 1, name
        assert len(plain.locator("main").inner_text()) > 60, name
    plain.goto(pages["reader"])
    assert plain.locator(".card").first.is_visible()
    plain.goto("/stances")
    plain.locator(".mx a.cellink").first.click()
    assert plain.locator("#trail").is_visible()
    context.close()


def test_keys_search_move_and_open(page: Any) -> None:
    page.goto("/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("plan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements?q=plan")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.className") == "words"
    page.keyboard.press("o")
    page.wait_for_selector(".card.on")
    now = page.locator(".card.on").get_attribute("id")
    page.keyboard.press("j")
    assert page.locator(".card.on").get_attribute("id") != now
    page.keyboard.press("Escape")
    assert page.locator(".card.on").count() == 0
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_url("**/timeline")


def test_every_page_of_the_rail_has_a_key_and_keeps_the_day(page: Any) -> None:
    page.goto("/stances?as_of=2027-05-12")
    page.keyboard.press("g")
    page.keyboard.press("m")
    page.wait_for_url("**/meetings?as_of=2027-05-12")
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/conflicts?as_of=2027-05-12")
    page.keyboard.press("?")
    named = page.locator("#keys .go span").all_inner_texts()
    led = page.locator(".rail [data-go]").evaluate_all(
        "all => all.map(a => `${a.dataset.go} ${a.firstChild.textContent.trim().toLowerCase()}`)"
    )
    assert [" ".join(words.split()) for words in named] == led
    assert len({words[0] for words in led}) == len(led)


def test_keys_do_nothing_in_fields_and_can_be_turned_off(page: Any) -> None:
    page.goto("/statements")
    page.locator("#q").fill("")
    page.locator("#q").press("j")
    assert page.locator("#q").input_value() == "j"
    page.locator("h1").click()
    page.keyboard.press("?")
    page.locator("#keys-off").check()
    page.locator("#keys button").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"


def test_a_cell_opens_its_trail_in_place_by_keyboard_and_escape_closes_it(page: Any) -> None:
    page.goto("/stances")
    page.locator(".mx a.cellink").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#trail")
    page.wait_for_function("document.activeElement.id === 'trail'")
    assert "holder=" in page.url
    page.keyboard.press("Escape")
    page.wait_for_function("!location.search.includes('holder')")
    page.go_back()
    page.wait_for_selector("#trail")


def test_the_slider_goes_to_a_day_that_documents_came_in(page: Any) -> None:
    page.goto("/stances")
    page.keyboard.press("[")
    page.wait_for_url("**as_of=2027-05-12**")
    assert page.locator(".asnote").is_visible()
    page.keyboard.press("]")
    page.wait_for_function("!location.search.includes('as_of')")


def test_a_filter_is_one_click_and_stays_in_the_address(page: Any) -> None:
    page.goto("/statements")
    page.locator(".facets input[name=stance]").first.check()
    page.wait_for_url("**stance=**")
    assert page.locator(".pill").count() == 1
    page.locator(".pill a").click()
    page.wait_for_function("!location.search.includes('stance')")


def test_filters_are_a_sheet_on_a_phone(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/statements")
    assert not page.locator("#facets").is_visible()
    page.locator(".bar [data-facets]").click()
    assert page.locator("#facets").is_visible()


def test_the_theme_is_kept(page: Any) -> None:
    page.goto("/")
    page.locator("[data-theme-toggle]").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto("/stances")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_print_leaves_out_what_only_a_screen_needs(page: Any, pages: dict[str, str]) -> None:
    page.goto(pages["reader"])
    page.emulate_media(media="print")
    assert not page.locator(".rail").is_visible()
    assert page.locator(".article").is_visible()
    assert page.locator(".card").first.is_visible()
