"""Language: what a text is written in, where it is long enough to tell."""

from functools import cache
from typing import Protocol

FEWEST_WORDS = 20
"""Shorter texts are mostly names and are taken for any language."""

SAMPLE = 20_000
"""Characters that are looked at."""

SURE = 0.9
"""Probability below which the language stays unknown; a paragraph of news scores above 0.99."""


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language(text: str, declared: str | None = None) -> str | None:
    """Give the ISO 639-1 code of the language of a text, None where it is not certain.

    `declared` is what the page says; it counts where the text is too short or too mixed to tell.
    """
    if len(text.split(None, FEWEST_WORDS)) < FEWEST_WORDS:
        return _code(declared)
    found, probability = _identifier().classify(text[:SAMPLE])
    return found if probability >= SURE else _code(declared)


def _code(declared: str | None) -> str | None:
    """Give the language of a tag such as `en-GB`."""
    code = (declared or "").strip().lower().replace("_", "-").split("-")[0]
    return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else None


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - it loads slowly

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
