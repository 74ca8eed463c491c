"""The closed lists of codes, as the domain specification names them.

A code never means two things. Values are stable: they are stored, exported and compared with gold
annotation. Each list gives its decision rule in one line.
"""

from enum import StrEnum


class ActorSchema(StrEnum):
    """What kind of thing an actor is; the names are FollowTheMoney's where it has one."""

    PERSON = "Person"
    PUBLIC_BODY = "PublicBody"
    ORGANIZATION = "Organization"
    GROUP = "Group"
    UNNAMED_SOURCE = "UnnamedSource"
    DOCUMENT = "Document"
    AUTHOR = "Author"


class MentionKind(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    TITLE = "title"
    PRONOUN = "pronoun"
    METONYM = "metonym"
    GROUP = "group"
    DESCRIPTION = "description"


class SourcingLevel(StrEnum):
    """How well sourced a statement is, from strongest to weakest; the first test to hold wins."""

    ON_RECORD_QUOTE = "L1a_on_record_quote"
    ON_RECORD_PARAPHRASE = "L1b_on_record_paraphrase"
    INSTITUTION = "L1c_institution"
    DOCUMENT_OBTAINED = "L2_document_obtained"
    UNNAMED_DESCRIBED = "L3a_unnamed_described"
    UNNAMED_BARE = "L3b_unnamed_bare"
    MEDIA_REPORTS = "L4_media_reports"
    AGENTLESS = "L5_agentless"
    AUTHORIAL = "L6_authorial"


class Form(StrEnum):
    """How the words are given: all, none or part of the content in quotation marks, or no words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NO_COMMENT = "no_comment"
    ATTITUDE = "attitude"


class SpeechAct(StrEnum):
    """What the speaker does in saying it; Searle's classes, in this order."""

    STATE = "state"
    CLAIM = "claim"
    CONFIRM = "confirm"
    DENY = "deny"
    REITERATE = "reiterate"
    ARGUE = "argue"
    PREDICT = "predict"
    INDICATE = "indicate"
    HINT = "hint"
    REPORT = "report"
    CONCERN = "concern"
    DEMAND = "demand"
    REQUEST = "request"
    URGE = "urge"
    SET_DEADLINE = "set_deadline"
    WARN = "warn"
    OFFER = "offer"
    PROMISE = "promise"
    ACCEPT = "accept"
    REFUSE = "refuse"
    THREATEN = "threaten"
    PRAISE = "praise"
    CRITICISE = "criticise"
    INSULT = "insult"
    THANK = "thank"
    ANNOUNCE = "announce"
    ENDORSE = "endorse"
    SIGN = "sign"
    APPOINT = "appoint"
    ACCUSE = "accuse"
    DECLINE_TO_COMMENT = "decline_to_comment"
    NO_POSITION = "no_position"


class ReporterDistance(StrEnum):
    """What the reporter's cue adds; it never changes what the speaker said."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    ENDORSING = "endorsing"
    WEAK = "weak"
    MANNER = "manner"


class Factuality(StrEnum):
    """How certain a source is that what is told is so, in FactBank's values (Saurí 2009).

    `CT` certain, `PR` probable, `PS` possible, each of a positive or negative event; `CTu`: the
    source knows, the text does not say what; `Uu`: the source does not commit itself.
    """

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAIN_NOT = "CT-"
    PROBABLE_NOT = "PR-"
    POSSIBLE_NOT = "PS-"
    KNOWN = "CTu"
    UNCOMMITTED = "Uu"


class StanceValue(StrEnum):
    """Where a holder stands on an object, in the order of the scale (section 3.6)."""

    ACCEPT = "accept"
    ACCEPT_IN_PRINCIPLE = "accept_in_principle"
    ACCEPT_WITH_CONDITIONS = "accept_with_conditions"
    OPEN_TO_DISCUSS = "open_to_discuss"
    PARTIAL_OBJECTION = "partial_objection"
    OPPOSE = "oppose"
    REJECT = "reject"
    NO_POSITION = "no_position"
    UNCLEAR = "unclear"
    NOT_REPORTED = "not_reported"

    @property
    def ordinal(self) -> int | None:
        """The place on the scale from +3 to -3; None where no position was taken."""
        return ORDINALS.get(self)


ORDINALS = dict(zip(StanceValue, range(3, -4, -1), strict=False))
"""Only the first seven values have a place on the scale."""


class StanceBasis(StrEnum):
    """On what a stance rests; only `expressed` may be shown as the holder's own position."""

    EXPRESSED = "expressed"
    SILENCE = "silence"
    REPORTED_BY = "reported_by"
    HEARSAY = "hearsay"
    AUTHOR_INFERENCE = "author_inference"


class StanceAspect(StrEnum):
    """Which side of its object a stance is about, where the words say so."""

    SUBSTANCE = "substance"
    WORDING = "wording"
    LEGAL_FORM = "legal_form"
    PROVISIONS = "provisions"


class ObjectKind(StrEnum):
    """What a stance or a statement can be about; a `question` is one of fact: who wrote a text."""

    PROPOSAL = "proposal"
    PROVISION = "provision"
    ISSUE = "issue"
    PROCESS = "process"
    MEETING = "meeting"
    QUESTION = "question"


class ConditionType(StrEnum):
    """What a condition asks for (section 10)."""

    PRECONDITION = "precondition"
    THREAT_CONDITIONAL = "threat_conditional"
    LEGAL_CAPACITY = "legal_capacity"
    RECOGNITION = "recognition"
    AMENDMENT = "amendment"
    LEGAL_FORM = "legal_form"
    OFFER_IF_ASKED = "offer_if_asked"
    DEADLINE_FLEXIBILITY = "deadline_flexibility"


class TimeRole(StrEnum):
    """What a time is the time of (section 6: six times, never mixed).

    `said`: of an utterance; `occurred`: of an event that is told; `due`: the last day for an act;
    `scheduled`: of what is planned; `effective`: what a provision or a status holds from or to;
    `reported`: of the document; `none`: a length, a habit, `now`, or nothing that tells.
    """

    SAID = "said"
    OCCURRED = "occurred"
    DUE = "due"
    SCHEDULED = "scheduled"
    EFFECTIVE = "effective"
    REPORTED = "reported"
    NONE = "none"


class TimeType(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Precision(StrEnum):
    """How exactly a date of a document is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Qualifier(StrEnum):
    """How an amount is bounded by its own words."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class UrlStatus(StrEnum):
    """Whether a document's address stands as printed, was put together again, or is missing."""

    OK = "ok"
    REPAIRED = "repaired"
    MISSING = "missing"


class NoiseKind(StrEnum):
    """Kinds of noise in a text as published."""

    EMPTY_LINK_TARGET = "empty_link_target"
    EMPTY_LINK_TARGET_IN_RELATED_LINK = "empty_link_target_in_related_link"
    LINK_MARKUP = "link_markup"
    IMAGE_MARKUP = "image_markup"
    ESCAPED_DOLLAR = "escaped_dollar"
    ESCAPED_CHARACTER = "escaped_character"
    CHARACTER_REFERENCE = "character_reference"
    TITLE_WITHOUT_MARKUP = "title_without_markup"
    HEADING_MARKUP = "heading_markup"
    BOLD_MARKUP = "bold_markup"
    ITALIC_MARKUP = "italic_markup"
    LIST_MARKUP = "list_markup"
    QUOTE_MARKUP = "quote_markup"
    RULE_MARKUP = "rule_markup"
    PHOTO_CREDIT_AS_BODY_PARAGRAPH = "photo_credit_as_body_paragraph"
    PHOTO_CREDIT_WITH_LINK = "photo_credit_with_link"
    RELATED_LINK_AS_BODY_PARAGRAPH = "related_link_as_body_paragraph"
    AGENCY_CREDIT_AS_BODY_PARAGRAPH = "agency_credit_as_body_paragraph"
    BYLINE_AS_BODY_PARAGRAPH = "byline_as_body_paragraph"
    DATE_AS_BODY_PARAGRAPH = "date_as_body_paragraph"
    MIXED_QUOTE_MARKS = "mixed_quote_marks"
    NESTED_SINGLE_QUOTES_IN_HEADLINE = "nested_single_quotes_in_headline"
    LEADING_BLANK_LINES = "leading_blank_lines"
    URL_FOOTER = "url_footer"
    SENTENCE_SPLIT_BY_PAGE_BREAK = "sentence_split_by_page_break"
    URL_SPLIT_BY_PAGE_BREAK = "url_split_by_page_break"
    DATELINE_IN_BODY = "dateline_in_body"
    LIVE_BLOG_TIME_STAMP = "live_blog_time_stamp"
    CONTACT_FOOTER = "contact_footer"
    LETTERHEAD = "letterhead"
    UPDATE_NOTICE_AS_BODY_PARAGRAPH = "update_notice_as_body_paragraph"
    CORRECTION_AS_BODY_PARAGRAPH = "correction_as_body_paragraph"
    SOFT_HYPHEN = "soft_hyphen"
    INVISIBLE_CHARACTER = "invisible_character"
    BYTE_ORDER_MARK = "byte_order_mark"
    LINE_ENDING = "line_ending"


class Fix(StrEnum):
    """What cleaning does with noise: replace it, move it to the metadata, cut it, or leave it."""

    REPLACE = "replace"
    TO_METADATA = "to_metadata"
    TRIM = "trim"
    KEEP = "keep"


class ParagraphKind(StrEnum):
    """What a paragraph of the clean text is; furniture is no part of the clean text."""

    HEADLINE = "headline"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
