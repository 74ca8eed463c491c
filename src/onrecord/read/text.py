"""Texts: what a reader gives to be cleaned."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A published text as its reader gives it, under the name of its document.

    `marked` says that it may hold Markdown, `start` where front matter ends, `headings` where
    headings begin, `title` what the publication itself calls its title.
    """

    raw: str
    name: str
    marked: bool = True
    start: int = 0
    headings: tuple[int, ...] = ()
    title: str | None = None
