"""The limits that decide what a copy is: all of them, chosen on the developing half of the pairs.

`python -m evaluation.copies` measures them on the half that was held out. Whoever changes a limit
of relations or sketches raises `VERSION`, so that what is stored is made anew.
"""

VERSION = "copies/1"
"""Stands in every stored sketch; those of another version are made anew, with their relations."""

RUN = 4
"""Words in a row that two texts have alike: fewer are shared by chance (`at the end of`)."""

COPY_KEPT = 0.9
"""Share of the shorter text's words that stand in runs of the longer one: copies have all but what
a new dateline costs, light edits of the developing half 0.64 to 0.75."""

COPY_NEW = 0.15
"""Share of a copy's words that may be new: a credit, a line about the weather. With more it is a
light edit, because what is added is a report of its own."""

LIGHT_KEPT = 0.5
"""Share from which a text is the other one edited: light edits have at least 0.64 of one of the two
texts, other news with the same background at most 0.35."""

BACKGROUND_KEPT = 0.1
"""Share from which texts have passages in common at all; one quotation is 0.05 to 0.14 of a text,
and quotations do not count here."""

LEAD = 2
"""Sentences at the beginning that tell the news. An outlet's article whose lead is new has other
news on top of what the outlet told before, however much of it is repeated."""

PASSAGE_KEPT, PASSAGE_WORDS = 0.6, 6
"""Share of a sentence's words in runs, and how many they must be, for it to be the same passage."""

PASSAGE_ALIKE, PASSAGE_COMMON = 0.3, 3
"""How much of what a sentence tells, and how many words of weight, a rewritten one has in common.
Rewritten sentences have 0.2 to 0.8, sentences of other news 0.0 to 0.3."""

FACTS = 0.72
"""Share of a text's names and numbers that the other has, too: rewrites have 0.77 to 1.0, reports
of one event by different outlets (NewsWCL50) 0.17 to 0.67."""

FACTS_CREDITED = 0.5
"""The same where the text credits the agency or outlet of the other one."""

FACTS_COMMON = 5
"""Names and numbers in common below which the share says nothing: a note has three of them."""

TOLD = 0.2
"""Share, by weight, of what a text tells that the other tells, too; below it the names are those of
the same people, and the news is another. Rewrites have 0.26 to 0.42."""

DAYS = 3
"""Days between a story and its rewrite at most: later a story of the same people is another."""

UNCREDITED = 0.75
"""The most that a rewrite without a credit scores: two reporters at one table tell the same."""

SKETCH_RUN, SKETCH_WINDOW = 5, 4
"""Words of a run in a sketch, and runs of which the smallest hash is kept: every passage of eight
words that two texts share is found, for two fifths of the hashes."""

SKETCH_SHARE = 0.08
"""Share of the smaller sketch's runs from which two documents are compared: a paragraph of
background is some 0.15 of a short article."""

CANDIDATES = 30
"""Documents at most that one is compared with, the likest: copies of one story hang together
through any of them, so that the hundredth copy need not be compared with all."""

QUOTED_COMMON = 3
"""Words of two quotations in the same order from which they may be of one utterance."""

QUOTED_SHARE = 0.7
"""Share of the shorter quotation's words that stand in the longer one: `we reject this completely`
and `we reject this entirely` have three of four."""

TOLD_COMMON, TOLD_SHARE = 3, 0.5
"""Words of weight, and their share of the shorter, that two reports of one utterance have alike."""

UNNAMED_COMMON = 6
"""Words of a quotation that show that two unnamed speakers, or two of unlike names, are one."""

LONG_COMMON = 8
"""Words of a quotation that are not said twice by chance: then an open day is no obstacle."""

OPEN_DAYS = 6
"""Days that an open end reaches back: `has said` is mostly of the week before."""

REPORT_DAYS = 2
"""Days between saying and reporting where the text dates nothing."""

MANY_SOURCES = 2
"""Independent sources that must agree on a wording before another one is the odd one out."""

END_WORDS = 2
"""Words at the end of a quotation that may stand in the place of others: with more the reporter has
broken off and goes on by himself."""
