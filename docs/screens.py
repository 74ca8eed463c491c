"""Pictures of every page of the reading room: `python -m docs.screens FOLDER`.

Takes each page of the sample case at three widths, light and dark, whole pages with --whole.
Without a folder it writes the few small pictures that README and docs show, into docs/pictures.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onrecord
from docs.browser import browser, browser_path, reading_room
from onrecord.record import Statement
from onrecord.show.conflicts import Conflicts
from onrecord.show.occasions import OccasionFilter, Occasions
from onrecord.show.plans import Plans

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
WIDTHS = (1440, 1024, 390)
HEIGHT = 1000
THEMES = ("light", "dark")
SHOWN = {
    "overview": "light",
    "stances-trail": "light",
    "reader-card": "dark",
    "statements": "light",
    "plans": "light",
    "meetings": "light",
    "conflicts": "light",
    "review": "dark",
}
"""The pictures of README and docs, and their theme."""


def addresses(record: onrecord.Record) -> dict[str, str]:
    """Give the address of every page, by the name of its picture."""
    store = record.store
    quoted = next(s for s in record.statements() if s.form == "direct" and s.speech_act != "state")
    trails = Counter((it.holder, it.object.object_id) for it in record.stances(trail=True))
    held = next(
        it
        for it in record.stances()
        if (it.holder, it.object.object_id) == trails.most_common(1)[0][0]
    )
    speaker = quoted.actor_id or ""
    day = store.days()[len(store.days()) // 2][0]
    cell = f"holder={held.holder}&object={held.object.object_id}"
    at = held.evidence[0]
    return {
        "overview": "/",
        "overview-as-of": f"/?as_of={day}",
        "stances": "/stances",
        "stances-trail": f"/stances?{cell}",
        "stances-categories": "/stances?rows=categories",
        "timeline": "/timeline",
        "plans": "/plans",
        "plan": f"/plans/{Plans(store).all[0].proposal_id}",
        "compare": "/plans/compare",
        "statements": "/statements?q=plan&sourcing=1a,1b",
        "statements-empty": "/statements?q=nothing+like+it",
        "reader-words": f"/documents/{held.doc_id}?c={at.start}-{at.end}#words",
        "actors": "/actors",
        "actor": f"/actors/{speaker}",
        "sources": "/sources?gaps=true",
        "merge": f"/actors/{speaker}/merge?other={held.holder}",
        "brief": "/brief",
        "add": "/add",
        "api": "/api",
        "trouble": "/nothing-here",
        **_of_statement(quoted),
        **_of_meetings(record),
    }


def _of_statement(quoted: Statement) -> dict[str, str]:
    """Give the addresses of a statement and of its article."""
    return {
        "documents": "/documents",
        "reader": f"/documents/{quoted.doc_id}",
        "reader-card": f"/documents/{quoted.doc_id}#{quoted.statement_id}",
        "published": f"/documents/{quoted.doc_id}/published",
        "review": "/review",
        "review-statement": f"/review/{quoted.statement_id}",
    }


def _of_meetings(record: onrecord.Record) -> dict[str, str]:
    """Give the addresses of what most is told of."""
    told = Occasions(record.store, OccasionFilter())
    talks = max(told.meetings(), key=lambda one: len(one.accounts)).meeting_id
    due = max(told.deadlines(), key=lambda one: len(one.accounts)).deadline_id
    conflict = Conflicts(record.store).all[0].conflict_id
    return {
        "meetings": "/meetings",
        "meeting": f"/meetings/{talks}",
        "deadline": f"/deadlines/{due}",
        "conflicts": "/conflicts",
        "conflict": f"/conflicts/{conflict}",
    }


def pictures(record: Path, folder: Path, *, whole: bool) -> Iterator[Path]:
    """Take every page at every width in both themes, and give the files."""
    with onrecord.open(record) as opened:
        pages = addresses(opened)
    with reading_room(record) as address, browser() as looking:
        for width in WIDTHS:
            for theme in THEMES:
                page = _page(looking, width, theme)
                for name, path in pages.items():
                    file = folder / f"{name}-{theme}-{width}.png"
                    yield _taken(page, address + path, file, whole=whole)
                page.close()


def _page(looking: Any, width: int, theme: str) -> Any:
    return looking.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=theme)


def _taken(page: Any, address: str, file: Path, *, whole: bool) -> Path:
    page.goto(address)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(150)
    page.screenshot(path=file, full_page=whole)
    return file


def small_pictures(record: Path) -> Iterator[Path]:
    """Take the pictures that README and docs show."""
    with onrecord.open(record) as opened:
        pages = addresses(opened)
    with reading_room(record) as address, browser() as looking:
        for name, theme in SHOWN.items():
            page = looking.new_page(viewport={"width": 1180, "height": 620}, color_scheme=theme)
            yield _taken(page, address + pages[name], PICTURES / f"room-{name}.png", whole=False)
            page.close()


def main() -> int:
    """Take the pictures, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m docs.screens", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--record", type=Path, help="another record than the sample case's")
    parser.add_argument("--whole", action="store_true", help="whole pages, not the first screen")
    given = parser.parse_args()
    if not browser_path():
        print("There is no Chromium on this system: install the package chromium.", file=sys.stderr)
        return 1
    with TemporaryDirectory() as name:
        record = given.record or Path(name) / "sample.db"
        if not given.record:
            with onrecord.open(record) as opened:
                opened.read(onrecord.sample(), processes=["Sample case"])
        if given.folder:
            given.folder.mkdir(parents=True, exist_ok=True)
            made = pictures(record, given.folder, whole=given.whole)
        else:
            made = small_pictures(record)
        for file in made:
            print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
