"""Names as the database compares them, where no search index is needed."""

import unicodedata


def folded(*names: str) -> str:
    """Give the words of names without case and diacritics, with a blank before each.

    Letters and digits make words, everything else parts them. A word can thus be looked for by its
    beginning with a blank before it, and several in a row as well.

    >>> folded("The Sélun plan, version 2", "TER.STATUS")
    ' the selun plan version 2 ter status'
    """
    plain = unicodedata.normalize("NFKD", " ".join(names).casefold())
    kept = (each for each in plain if not unicodedata.combining(each))
    words = "".join(each if each.isalnum() else " " for each in kept).split()
    return "".join(f" {word}" for word in words)
