"""Deciding in a real browser: by keyboard, by selecting words, without scripts, on a phone."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import onrecord
from docs.browser import browser_path, reading_room

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(
        browser_path() is None, reason="no Chromium on this system: install the package chromium"
    ),
]
SELECT = """
([selector, words]) => {
  for (const root of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push([node, text.length]);
      text += node.data;
    }
    const at = text.indexOf(words);
    if (at < 0) continue;
    const place = (offset) => nodes.findLast(([, start]) => start <= offset);
    const [first, from] = place(at);
    const [last, to] = place(at + words.length - 1);
    const range = document.createRange();
    range.setStart(first, at - from);
    range.setEnd(last, at + words.length - to);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return true;
  }
  return false;
}
"""


@pytest.fixture(scope="module")
def record(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_record, tmp_path_factory.mktemp("decided") / "own.db"))


@pytest.fixture(scope="module")
def address(record: Path) -> Iterator[str]:
    with reading_room(record) as opened:
        yield opened


@pytest.fixture
def page(looking: Any, address: str) -> Iterator[Any]:
    """Give a page of somebody whose name is known, on which no script fails."""
    context = looking.new_context(base_url=address, viewport={"width": 1440, "height": 1000})
    context.add_cookies([{"name": "onrecord_by", "value": "Ann%20Lee", "url": address}])
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert trouble == []


def state(record: Path, entry_id: str) -> str:
    with onrecord.open(record) as opened:
        return str(opened.desk("x").case(entry_id).log.state)


def current(page: Any) -> str:
    link = page.locator(".queue [aria-current]").get_attribute("href")
    return str(link).rpartition("/")[2].partition("?")[0]


def test_one_key_decides_and_one_undoes(page: Any, record: Path) -> None:
    page.goto("/review?kind=statement")
    one = current(page)
    page.keyboard.press("a")
    page.wait_for_url(f"**done={one}")
    assert state(record, one) == "confirmed"
    assert "Ann Lee accepted" in page.locator("[data-toast]").inner_text()
    other = current(page)
    assert other != one
    page.keyboard.press("r")
    page.wait_for_url(f"**done={other}")
    assert state(record, other) == "rejected"
    page.keyboard.press("u")
    page.wait_for_url(f"**/review/{other}?**")
    assert state(record, other) == "machine"
    page.keyboard.press("j")
    page.wait_for_function("(id) => !location.pathname.endsWith(id)", arg=other)
    page.keyboard.press("k")
    page.wait_for_url(f"**/review/{other}?**")


def test_a_stance_is_corrected_by_two_keys(page: Any, record: Path) -> None:
    page.goto("/review?kind=stance")
    one = current(page)
    page.keyboard.press("t")
    page.wait_for_selector("details.correct[open] [data-choice]")
    page.keyboard.press("9")
    page.wait_for_url(f"**/review/{one}?**")
    assert state(record, one) == "corrected"
    assert "unclear" in page.locator("tr.other").inner_text()
    page.keyboard.press("?")
    assert "accept, reject" in page.locator("dialog#keys").inner_text()
    page.keyboard.press("a")
    assert state(record, one) == "corrected"


def test_keys_do_nothing_in_fields_or_when_they_are_off(page: Any, record: Path) -> None:
    page.goto("/review?kind=statement")
    one = current(page)
    page.locator("input[name=note]").press("a")
    page.locator("input[name=note]").press("r")
    assert page.locator("input[name=note]").input_value() == "ar"
    page.evaluate("localStorage.setItem('keys', 'off')")
    page.reload()
    page.keyboard.press("r")
    page.wait_for_timeout(200)
    assert state(record, one) == "machine"


def test_selected_words_of_the_passage_become_the_words(page: Any, record: Path) -> None:
    page.goto("/review?kind=statement")
    one = current(page)
    with onrecord.open(record) as opened:
        statement = next(it for it in opened.statements() if it.statement_id == one)
        clean = opened.document(statement.doc_id).clean_text
    anchor = statement.content[0]
    words = clean[anchor.clean_start or 0 : anchor.clean_end].rpartition(" ")[0]
    assert page.evaluate(SELECT, ["[data-passage] [data-start]", words])
    page.wait_for_selector("[data-picked]:not([hidden])")
    page.keyboard.press("s")
    page.wait_for_function("document.activeElement.matches('[data-words]')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/review/{one}?**")
    with onrecord.open(record) as opened:
        content = next(it for it in opened.statements() if it.statement_id == one).content
    assert [clean[it.clean_start or 0 : it.clean_end] for it in content] == [words]
    assert content[0].clean_start == anchor.clean_start
    assert page.locator("tr.other").first.inner_text().startswith("Words")


def test_a_statement_is_added_by_selecting_its_words(page: Any, record: Path) -> None:
    with onrecord.open(record) as opened:
        document = opened.documents()[5]
    paragraph = document.paragraphs[3]
    words = " ".join(document.clean_text[paragraph.start : paragraph.end].split()[1:7])
    page.goto(f"/documents/{document.doc_id}")
    assert page.evaluate(SELECT, ["#article p", words])
    page.wait_for_selector("[data-picked]:not([hidden])")
    page.locator("[data-picked] [data-pick=words]").click()
    assert page.locator("#add-words").input_value() == words
    page.locator("#add-speaker").fill("")
    page.locator("#adding button.main").click()
    page.wait_for_selector(".card.on")
    added = page.url.rpartition("#")[2]
    assert state(record, added) == "added"
    assert "added by Ann Lee" in page.locator(".card.on").inner_text()
    page.locator("[data-toast] button").click()
    page.wait_for_url("**/review**")
    with onrecord.open(record) as opened:
        assert added not in {it.statement_id for it in opened.statements()}


def test_everything_can_be_decided_without_scripts(
    looking: Any, address: str, record: Path
) -> None:
    context = looking.new_context(base_url=address, java_script_enabled=False)
    plain = context.new_page()
    plain.goto("/review?kind=statement")
    one = current(plain)
    plain.locator("details[data-field=act] summary").click()
    plain.locator("details[data-field=act] select").select_option("warn")
    plain.locator("details[data-field=act] button").first.click()
    plain.locator("input[name=by]").fill("Bo")
    plain.locator("form.add button").click()
    plain.wait_for_url(f"**/review/{one}?**")
    assert state(record, one) == "corrected"
    plain.locator("button[name=action][value=reject]").click()
    plain.wait_for_load_state()
    assert state(record, one) == "rejected"
    plain.locator("[data-toast] button").click()
    plain.wait_for_load_state()
    assert state(record, one) == "corrected"
    context.close()


def test_a_phone_has_the_buttons_at_hand(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/review?kind=statement")
    for name in ("accept", "reject"):
        box = page.locator(f"button[name=action][value={name}]").bounding_box()
        assert box["height"] >= 44
        assert 0 <= box["y"] <= 800
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
