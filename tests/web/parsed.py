"""What a browser makes of a page: its tags with their attributes, and what a policy must forbid."""

from collections.abc import Iterator
from html.parser import HTMLParser

ADDRESSES = ("href", "src", "action", "formaction", "hx-get", "hx-post")


class Page(HTMLParser):
    """The tags of a page and the ids in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def forbidden(self) -> Iterator[str]:
        """Give what runs, styles or loads anything that is not a file of ours."""
        for tag, attributes in self.tags:
            if tag in {"style", "iframe", "object", "embed", "base"}:
                yield tag
            if tag == "script" and not attributes.get("src", "").startswith("/static/"):
                yield f"script {attributes}"
            for name, value in attributes.items():
                if name == "style" or name.startswith("on"):
                    yield f"{tag} {name}={value}"
                if name in ADDRESSES and not value.startswith(("/", "#", "http://", "https://")):
                    yield f"{tag} {name}={value}"
                if name == "src" and not value.startswith("/static/"):
                    yield f"{tag} {name}={value}"
