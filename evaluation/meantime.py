"""Writes MEANTIME articles as TimeML: `python -m evaluation.meantime FOLDER_OF_CAT_XML OUT`.

Only sentences 0 to 5 are fully annotated, so only these are written. The line that gives the day of
publication becomes `<DCT>`. Words are joined by spaces, marks to the word before them.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from evaluation import command

ANNOTATED = 6
"""Sentences that are annotated in full, from the first one."""
CREATED = "CREATION_TIME"
NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "?", "!", ")", "'s", "n't", "%"})


def timeml(article: etree._Element) -> etree._Element:
    """Give the root of an article as the root of a TimeML document.

    Raises:
        ValueError: nothing in it says when it was published.
    """
    times = [time for time in article.iter("TIMEX3") if _words_of(time)]
    created = next((time for time in times if time.get("functionInDocument") == CREATED), None)
    if created is None:
        raise ValueError(f"it has no TIMEX3 that is the {CREATED}")
    root = etree.Element("TimeML")
    dct = etree.SubElement(etree.SubElement(root, "DCT"), "TIMEX3", value=created.get("value", ""))
    dct.text = created.get("value")
    starts = {_words_of(time)[0]: time for time in times if time is not created}
    _write(etree.SubElement(root, "TEXT"), list(_tokens(article, set(_words_of(created)))), starts)
    return root


def read(path: Path) -> etree._Element:
    """Give the root of an article's file; entities are not resolved, nothing is fetched."""
    return etree.fromstring(
        path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True)
    )


def _words_of(time: etree._Element) -> list[str]:
    """Give the ids of the tokens of a time."""
    return [anchor.get("t_id", "") for anchor in time.iter("token_anchor")]


def _tokens(article: etree._Element, left_out: set[str]) -> Iterator[etree._Element]:
    """Give the tokens of the annotated sentences but those left out."""
    for token in article.iter("token"):
        if int(token.get("sentence", "0")) < ANNOTATED and token.get("t_id") not in left_out:
            yield token


def _write(
    body: etree._Element, tokens: list[etree._Element], starts: dict[str, etree._Element]
) -> None:
    """Write the tokens into the text, times as elements."""
    parts: list[tuple[str, str | None]] = []
    inside: dict[str, str] = {}
    for token in tokens:
        name, word = token.get("t_id", ""), token.text or ""
        time = starts.get(name)
        if time is not None:
            inside |= dict.fromkeys(_words_of(time), time.get("value", ""))
            parts.append(("", None))
        value = inside.get(name)
        space = "" if word in NO_SPACE_BEFORE else " "
        if value is not None and time is None and parts[-1][1] == value:
            parts[-1] = (parts[-1][0] + space + word, value)
        else:
            parts += [(space, None), (word, value)]
    _fill(body, parts)


def _fill(body: etree._Element, parts: list[tuple[str, str | None]]) -> None:
    """Write pieces of text, those with a value as TIMEX3."""
    last: etree._Element | None = None
    for text, value in parts:
        if value is not None:
            last = etree.SubElement(body, "TIMEX3", value=value)
            last.text = text
        elif last is None:
            body.text = (body.text or "") + text
        else:
            last.tail = (last.tail or "") + text


def main() -> None:
    """Convert every article of the folder."""
    parser = command.parser("meantime", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with command.sentences(parser):
        articles = command.legible(command.files(given.folder, ".xml"), read)
    for path, article in articles.items():
        tree = etree.ElementTree(timeml(article))
        tree.write(str(given.out / f"{path.stem}.tml"), encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()
