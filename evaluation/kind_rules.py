"""The kinds of gold attributions, decided from their spans and the text alone.

An attribution can be of several kinds. `direct`, `mixed` and `indirect` part all attributions whose
content holds a letter or digit; the other kinds are those that systems are known to miss. In the
examples, braces mark the content, angle brackets the cue, square brackets the source.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from evaluation.attribution_scores import Attribution
from evaluation.marks import Marks, Quotation
from evaluation.normal_form import Spans, normal
from evaluation.words import words
from onrecord.record import Span

COMMON_CUE = re.compile(r"\b(?:sa(?:y|ys|id|ying)|tell|tells|told|telling|add(?:s|ed|ing)?)\b")
WORD = re.compile(r"[^\W\d_]")
INFINITIVE = re.compile(r"(?:(?:not )?to [“\"‘'`]*(?![A-Z])|To (?=[A-Z]))([^\W\d_]+)")
NO_VERB, VERB_IN_ING = words("no_infinitive"), words("infinitive_in_ing")
NOUN_OR_ING = re.compile(r"(?:[^su]s|ing)$")
"""Endings that no infinitive has but those in `-ing` of the list: that of a plural (`requests`;
`discuss` and `focus` are none) and `-ing`."""

LEAD = " \t\xa0“”\"‘’'`«»„‟(["
AFTER_MARK = re.compile(r"(?::|[–—―]|--|\s-)$")
MARK = re.compile(r"\s*(?::|[-–—―]+)\s*")

SENTENCE_END = re.compile(r"(\S*?)[.!?…]+[”\"’')\]]*\s+[“\"‘'(\[`]*(?=[A-Z0-9])")
NO_END = words("abbreviations")
"""Neither do single letters end a sentence, nor words with a stop inside (`J.`, `U.S.`)."""


@dataclass(frozen=True)
class Gold:
    """A gold attribution in its article, with all others of the article and its marks."""

    text: str
    item: Attribution
    all: Sequence[Attribution]
    marks: Marks

    @cached_property
    def content(self) -> Spans:
        """The content in normal form."""
        return normal(self.text, self.item.content)

    @cached_property
    def cue(self) -> str:
        """The words of the cue, parted by single spaces."""
        return " ".join(" ".join(self.text[start:end] for start, end in self.item.cue).split())

    @cached_property
    def quoted(self) -> float:
        """The share in [0, 1] of the content's letters and digits that stand in quotations."""
        places = [at for span in self.content for at in range(*span) if self.text[at].isalnum()]
        inside = {at for one in self.quotations for at in range(*one.span)}
        return sum(at in inside for at in places) / len(places) if places else 0.0

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations that the content meets, a closing mark right behind it among them."""
        wide = [Span(start, end + 2) for start, end in self.content]
        return tuple(
            one
            for one in self.marks.quotations
            if any(map(one.span.meets, wide if not one.opening else self.content))
        )


def other_cues(gold: Gold) -> bool:
    """Tell whether the cue has no form of say, tell or add: `[Ann] <insisted> {she ran}`.

    It stands for "the last verb of the cue is another one", which no rule can tell without a
    parse; nearly always it is the same. A cue without words (`:`) is no other cue.
    """
    return bool(WORD.search(gold.cue)) and not COMMON_CUE.search(gold.cue.lower())


def split_by_cue(gold: Gold) -> bool:
    """Tell whether a cue parts the content: `{“I ran,”} [Ann] <said.> {“I fell.”}`."""
    return any(
        gold.content[0].end <= start and end <= gold.content[-1].start
        for start, end in gold.item.cue
    )


def mixed(gold: Gold) -> bool:
    """Tell whether some of the content stands in quotation marks, and some does not.

    `[Ann] <said> {she “never” ran}`.
    """
    return 0 < gold.quoted < 1


def no_source(gold: Gold) -> bool:
    """Tell whether nobody says it: `<Reportedly,> {Ann ran}`."""
    return not normal(gold.text, gold.item.source)


def odd_marks(gold: Gold) -> bool:
    """Tell whether marks are no balanced pair of the article's own: `{‘I ran,’} [Ann] <said>`.

    Its own are the double marks that it has more of, curly or straight. Odd are the others, single
    marks outside double ones, two apostrophes, guillemets, and a mark without its partner, except
    that of a paragraph that the next one goes on with.
    """
    return any(map(gold.marks.odd, gold.quotations))


def infinitive(gold: Gold) -> bool:
    """Tell whether the content begins with `to` and a verb: `[Ann] <promised> {to run}`.

    A verb is a word in small letters (in a headline, `To Run`, both are large) that is no
    determiner, no pronoun and ends in neither the `s` of a plural nor `ing`.
    """
    match = INFINITIVE.match(gold.text[gold.content[0].start :])
    verb = match[1].lower() if match else ""
    return verb in VERB_IN_ING or not (not verb or verb in NO_VERB or NOUN_OR_ING.search(verb))


def colon_or_dash(gold: Gold) -> bool:
    """Tell whether the cue is, or the content follows, a colon or dash: `[ANN]<:> {I ran}`.

    What it follows must belong to the attribution: its cue or source stands before it in the same
    paragraph. So `a plan – {which} [Ann] <called> {“mad”}` is not of this kind.
    """
    content = gold.content[0].start
    paragraph = Span(gold.text.rfind("\n", 0, content) + 1, content)
    led = any(map(paragraph.holds, (*gold.item.cue, *gold.item.source)))
    before = gold.text[slice(*paragraph)].rstrip(LEAD)
    cues = (gold.text[start:end] for start, end in gold.item.cue)
    return (led and bool(AFTER_MARK.search(before))) or any(map(MARK.fullmatch, cues))


def several_sentences(gold: Gold) -> bool:
    """Tell whether the content goes on after a sentence: `[Ann]: {“I ran. Then I fell.”}`."""
    content = " ".join(gold.text[start:end] for start, end in gold.item.content)
    last = (match[1].lstrip("“\"‘'([").lower() for match in SENTENCE_END.finditer(content))
    return any(len(word) > 1 and "." not in word and word not in NO_END for word in last)


def several_paragraphs(gold: Gold) -> bool:
    """Tell whether the content stands in more than one paragraph."""
    return "\n" in gold.text[gold.content[0].start : gold.content[-1].end]


def according_to(gold: Gold) -> bool:
    """Tell whether the cue holds `according to`: `{Ann ran,} <according to> [Bob]`."""
    return "according to" in gold.cue.lower()


def nested(gold: Gold) -> bool:
    """Tell whether cue and content stand in another's content.

    `{she ran}` does in `[Bob] <said> {that Ann <told> him {she ran}}`.
    """
    inner = (*normal(gold.text, gold.item.cue), *gold.content)
    others = (normal(gold.text, other.content) for other in gold.all if other is not gold.item)
    return bool(gold.item.cue) and any(
        all(any(part.holds(one) for part in outer) for one in inner) for outer in others
    )


def headline(gold: Gold) -> bool:
    """Tell whether all of the content stands in the article's first paragraph."""
    first = len(gold.text) - len(gold.text.lstrip())
    end = gold.text.find("\n", first)
    return gold.content[-1].end <= (end if end >= 0 else len(gold.text))


def direct(gold: Gold) -> bool:
    """Tell whether all of the content is in quotation marks: `[Ann] <said:> {“I ran.”}`.

    The scorer's `direct.overlap` counts `mixed` attributions, too, and no single marks.
    """
    return gold.quoted == 1


def indirect(gold: Gold) -> bool:
    """Tell whether nothing of the content is in quotation marks: `[Ann] <said> {she ran}`."""
    return gold.quoted == 0


Rule = Callable[[Gold], bool]

RULES: tuple[Rule, ...] = (
    other_cues,
    split_by_cue,
    mixed,
    no_source,
    odd_marks,
    infinitive,
    colon_or_dash,
    several_sentences,
    several_paragraphs,
    according_to,
    nested,
    headline,
    direct,
    indirect,
)


def kinds(gold: Gold) -> tuple[str, ...]:
    """Give the kinds of an attribution; one without content is of none."""
    return tuple(rule.__name__ for rule in RULES if rule(gold)) if gold.content else ()
