"""The pipe `onrecord` for spaCy: who said what, as spans of a Doc's tokens.

spaCy imports this module through the entry point `spacy_factories`, with every pipeline that it
makes: so it imports little, cannot fail, and takes no name on the Doc before the pipe is added.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

PIPE = "onrecord"
"""The name of the pipe, and the key of `doc.user_data` under which its findings are kept."""

ATTRIBUTE = "attributions"
"""The name after `doc._.`."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what: `source` and `cue` are None where the text has none.

    `content` are the parts of what was said, in text order. A span holds every token that it
    shares a character with. `confidence` in [0, 1] is how often such a finding is right.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    confidence: float


def annotate(doc: Doc) -> Doc:
    """Give the Doc itself, with what was found in its text kept in `doc.user_data`.

    Kept are numbers only, so that the Doc can be pickled and written: the digest of the text, and
    for each attribution the offsets in `doc.text` (code points from 0, end exclusive).

    Raises:
        DocumentError: the text has more marks than any article.
    """
    from onrecord.extract import find_attributions
    from onrecord.read import text_document
    from onrecord.spans import OffsetMap

    document = text_document(doc.text)
    published = OffsetMap(document.raw_text, document.edits).to_raw
    doc.user_data[PIPE] = {
        "sha256": document.sha256,
        "attributions": [
            {
                "source": list(published(item.source)) if item.source else None,
                "cue": list(published(item.cue)) if item.cue else None,
                "content": [list(published(span)) for span in item.content],
                "confidence": float(item.confidence),
            }
            for item in find_attributions(document)
        ],
    }
    return doc


def attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Give what the pipe found in a Doc, in text order; nothing where it has not read this text.

    It is what `doc._.attributions` gives, for Docs from a file without the pipeline, too.
    `span.as_doc(copy_user_data=True)` takes the findings along to another text: they are not its.
    """
    kept = doc.user_data.get(PIPE)
    if not kept or kept["sha256"] != hashlib.sha256(doc.text.encode()).hexdigest():
        return ()
    return tuple(_attribution(doc, item) for item in kept["attributions"])


def _attribution(doc: Doc, kept: dict[str, Any]) -> Attribution:
    source, cue = kept["source"], kept["cue"]
    return Attribution(
        source=_span(doc, source) if source else None,
        cue=_span(doc, cue) if cue else None,
        content=tuple(_span(doc, part) for part in kept["content"]),
        confidence=kept["confidence"],
    )


def _span(doc: Doc, offsets: Sequence[int]) -> Span:
    start, end = offsets
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None  # words of the text lie in its tokens
    return span


@Language.factory(PIPE, assigns=[f"doc._.{ATTRIBUTE}"])
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy hands both in
    """Give the pipe, and make `doc._.attributions` known.

    The pipe has no settings and keeps nothing, so nothing of it is written to disk.

    Raises:
        ValueError: another package has taken the name.
    """
    known = Doc.get_extension(ATTRIBUTE)[2] if Doc.has_extension(ATTRIBUTE) else None
    ours = getattr(known, "__module__", None) == __name__
    Doc.set_extension(ATTRIBUTE, getter=attributions, force=ours)
    return annotate
