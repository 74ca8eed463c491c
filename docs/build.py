"""Writes the generated pages; with --check says which are out of date and which links are broken.

Generated are the reference of the commands, the picture of the layout, and the terminal pictures of
the README, all from the program itself.
"""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from docs.codes import codes_page
from docs.commands import commands_page
from docs.layout import layout_picture
from docs.pictures import show_picture, statements_picture

ROOT = Path(__file__).parents[1]
PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/commands.md": commands_page,
    "docs/reference/codes.md": codes_page,
    "docs/layout.svg": layout_picture,
    "docs/pictures/statements.svg": statements_picture,
    "docs/pictures/show.svg": show_picture,
}
_LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)>\s]+)>?\)")


def outdated() -> Iterator[str]:
    """Give the generated pages that are not what the program would write now."""
    for name, make in PAGES.items():
        path = ROOT / name
        if not path.exists() or path.read_text(encoding="utf-8") != make():
            yield name


def broken_links() -> Iterator[str]:
    """Give the links between our own pages that lead nowhere."""
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    for page in sorted(pages):
        for link in _LINK.findall(page.read_text(encoding="utf-8")):
            target = link.partition("#")[0]
            if target and "://" not in target and not (page.parent / target).exists():
                yield f"{page.relative_to(ROOT)} -> {link}"


def write() -> None:
    """Write the generated pages."""
    for name, make in PAGES.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make(), encoding="utf-8")


def main() -> None:
    """Write the pages, or check them."""
    if "--check" not in sys.argv:
        write()
        return
    wrong = [f"out of date (run `make fix`): {name}" for name in outdated()]
    wrong += [f"leads nowhere: {link}" for link in broken_links()]
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
