"""The pages of plans in a real browser: keys, selects, axe content, no sideways scroll."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docs.browser import reading_room
from tests.web.test_browser import page, pytestmark, serious
from tests.web.test_plans import plans_record

__all__ = ["page", "plans_record", "pytestmark"]


@pytest.fixture(scope="module")
def address(plans_record: Path) -> Iterator[str]:
    with reading_room(plans_record) as opened:
        yield opened


def text_of(page: Any) -> str:
    page.goto("/plans")
    path: str = page.locator("#texts tbody a").first.get_attribute("href")
    return path


@pytest.mark.parametrize("look", ["1440 light", "390 dark"])
def test_axe_finds_nothing_serious_on_texts(
    looking: Any, address: str, page: Any, look: str
) -> None:
    width, theme = look.split()
    pages = {"compare": "/plans/compare", "text": text_of(page)}
    asked = {
        "width": int(width),
        "theme": theme,
        "pages": {name: address + path for name, path in pages.items()},
    }
    assert list(serious(looking, address, asked)) == []
    page.set_viewport_size({"width": int(width), "height": 900})
    for path in pages.values():
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= int(width)


def test_keys_go_from_change_to_change_and_open_its_words(page: Any) -> None:
    page.goto("/plans/compare")
    page.keyboard.press("n")
    row = "document.activeElement.closest('tr').className"
    assert page.evaluate(row) == "r-changed"
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("p")
    assert page.evaluate(row) != "r-same"
    page.keyboard.press("Enter")
    page.wait_for_url("**c=**words")
    assert page.locator("mark.sought").first.is_visible()
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/plans")


def test_a_choice_of_texts_is_in_the_address(page: Any) -> None:
    page.goto("/plans/compare")
    right = page.locator("select[name=right]").input_value()
    page.locator("select[name=left]").select_option(right)
    page.wait_for_url("**left=**")
    assert page.locator("select[name=left]").input_value() == right
    assert page.get_by_text("Both sides are the same text.").is_visible()
    page.go_back()
    page.get_by_text("Swap").click()
    page.wait_for_url("**left=**")
    assert page.locator("select[name=left]").input_value() == right
