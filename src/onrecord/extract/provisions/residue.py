"""What is mentioned but not described: `among other provisions`, `the rest deal with procedure`."""

from collections.abc import Iterator

from onrecord.extract.language import Parsed
from onrecord.extract.matters import Matters
from onrecord.extract.phrases import Phrases
from onrecord.extract.provisions.heads import FAR, READ
from onrecord.extract.provisions.lexicon import rows
from onrecord.extract.provisions.scopes import Scope, Shape


def residue(parsed: Parsed, matters: Matters) -> Iterator[Scope]:
    """Give the words that tell of further provisions, close behind the plan that has them."""
    phrases = Phrases[str]()
    for row in rows("frames", "residue"):
        phrases.enter(" ".join(row), "residue")
    for met in phrases.met(parsed.lowers):
        word = parsed.words[met.first]
        plan = matters.plans.before(word.start)
        sentence = parsed.sentences[word.sentence]
        if plan and word.start - plan.span.end <= FAR and sentence.kind in READ:
            yield Scope(plan, met.first, met.last, Shape.WHOLE, "residue")
