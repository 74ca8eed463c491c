"""The signs of the reading room: stance as sign and word, sourcing as code and word."""

from typing import NamedTuple

from onrecord.record import Form, SourcingLevel, StanceBasis, StanceValue


class Sign(NamedTuple):
    """A sign that works without colour, the word beside it, and the name of its colours."""

    sign: str
    word: str
    name: str


STANCE_SIGNS = {
    StanceValue.ACCEPT: Sign("++", "accepts", "acc"),
    StanceValue.ACCEPT_IN_PRINCIPLE: Sign("+", "in principle", "pri"),
    StanceValue.ACCEPT_WITH_CONDITIONS: Sign("±", "with conditions", "con"),
    StanceValue.OPEN_TO_DISCUSS: Sign("~", "open to talk", "ope"),
    StanceValue.PARTIAL_OBJECTION: Sign("−", "objects in part", "par"),
    StanceValue.OPPOSE: Sign("−−", "opposes", "opp"),
    StanceValue.REJECT: Sign("×", "rejects", "rej"),
    StanceValue.NO_POSITION: Sign("∅", "no position", "nop"),
    StanceValue.UNCLEAR: Sign("?", "unclear", "unc"),
    StanceValue.NOT_REPORTED: Sign("·", "not reported", "not"),
}

WHOSE = {
    StanceBasis.SILENCE: "silence",
    StanceBasis.REPORTED_BY: "told by others",
    StanceBasis.HEARSAY: "hearsay",
    StanceBasis.AUTHOR_INFERENCE: "reporter",
}
"""On whose word a stance is that the holder did not express himself."""


class Badge(NamedTuple):
    """How well sourced: the code, the word beside it, and the sentence behind both."""

    code: str
    word: str
    sentence: str


BADGES = {
    SourcingLevel.ON_RECORD_QUOTE: Badge(
        "1a", "quoted", "On the record, in the speaker’s own words"
    ),
    SourcingLevel.ON_RECORD_PARAPHRASE: Badge(
        "1b", "paraphrased", "On the record, in the reporter’s words"
    ),
    SourcingLevel.INSTITUTION: Badge("1c", "institution", "An institution speaks as a body"),
    SourcingLevel.DOCUMENT_OBTAINED: Badge(
        "2", "document seen", "Read from a document the outlet says it has seen"
    ),
    SourcingLevel.UNNAMED_DESCRIBED: Badge("3a", "unnamed, described", "Unnamed source, described"),
    SourcingLevel.UNNAMED_BARE: Badge("3b", "unnamed", "Unnamed source, not described"),
    SourcingLevel.MEDIA_REPORTS: Badge("4", "other media", "Second-hand: other media"),
    SourcingLevel.AGENTLESS: Badge("5", "no source given", "No source given"),
    SourcingLevel.AUTHORIAL: Badge("6", "reporter’s voice", "The reporter’s own voice"),
}

PEN = {
    SourcingLevel.ON_RECORD_QUOTE: "quoted",
    SourcingLevel.ON_RECORD_PARAPHRASE: "paraphrase",
    SourcingLevel.INSTITUTION: "paraphrase",
    SourcingLevel.DOCUMENT_OBTAINED: "paraphrase",
    SourcingLevel.UNNAMED_DESCRIBED: "unnamed",
    SourcingLevel.UNNAMED_BARE: "unnamed",
    SourcingLevel.MEDIA_REPORTS: "unnamed",
    SourcingLevel.AGENTLESS: "unnamed",
    SourcingLevel.AUTHORIAL: "reporter",
}
"""How the reader marks words of each level."""

FORMS = {
    Form.DIRECT: "direct speech",
    Form.INDIRECT: "indirect speech",
    Form.MIXED: "mixed: part quoted",
    Form.NO_COMMENT: "no comment",
    Form.ATTITUDE: "an attitude, no words",
}
