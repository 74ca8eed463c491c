"""The codes that a gold record may hold, by place and field.

Each set is that of docs on the domain; what the sample adds says so. A field that ends in `?` may
be absent, and None among the codes lets it be null.
"""

from onrecord.extract.matters.codebook import codebook
from onrecord.record.codes import (
    ActorSchema,
    Form,
    NoiseKind,
    ReporterDistance,
    SourcingLevel,
    SpeechAct,
    UrlStatus,
)

Codes = frozenset[str | bool | None]


def words(text: str) -> Codes:
    """Give the codes of a list with spaces between."""
    return frozenset(text.split())


ABSENT: Codes = frozenset({None})
TRUE: Codes = frozenset({True})
EITHER: Codes = frozenset({True, False})

STANCE = words(
    """accept accept_in_principle accept_with_conditions open_to_discuss partial_objection oppose
    reject no_position unclear not_reported"""
)
FACTUALITY = words("CT+ PR+ PS+ CT- PR- PS- CTu Uu")
LEAVES = {
    "TER": "CESSION STATUS LINE SELFDET",
    "SEC": "CEASEFIRE WITHDRAWAL DMZ FORCE_LIMITS DDR NONAGGRESSION NUCLEAR",
    "ALI": "NEUTRALITY MEMBERSHIP_BAR FOREIGN_TROOPS GUARANTEES INTEGRATION",
    "POL": "SOVEREIGNTY ELECTIONS POWERSHARING GOVERNANCE",
    "LEG": "SIGNATORY RECOGNITION DOMESTIC_LAW FORM",
    "RIG": "HUMAN_RIGHTS LANGUAGE RELIGION_MEDIA",
    "HUM": "PRISONERS DISPLACED MISSING_VICTIMS ACCESS",
    "JUS": "AMNESTY ACCOUNTABILITY REPARATIONS RECONCILIATION",
    "ECO": "RECONSTRUCTION FROZEN_ASSETS SANCTIONS TRADE_ENERGY",
    "IMP": "MONITORING PEACEKEEPING ENFORCEMENT TIMETABLE REFERENDUM",
    "PRO": "FORMAT CBM PUBLICITY",
    "OTH": "UNSPECIFIED",
}
OTHER_FIELDS: Codes = frozenset().union(*(codebook(name).leaves for name in ("trade", "climate")))
CATEGORY: Codes = OTHER_FIELDS | frozenset(
    f"{group}.{leaf}" for group, leaves in LEAVES.items() for leaf in leaves.split()
)
SECTOR = words(
    """GOV MIL LEG JUD COP SPY PTY OPP REB PRM UAF UNK BUS CVL CRM EDU ELI JRN MED LAB AGR REF REL
    SOC PRE IGO UNO EUR NGO ISM IMG MNC"""
)
MEDIA = words("press_conference interview briefing address")
MEETING = words(
    """summit ministerial envoy_visit talks drafting_session call shuttle_leg proximity_talks
    mediation conference hearing"""
)
INSTRUMENT = words(
    """non_paper proposal draft_framework principles ceasefire_terms memorandum treaty protocol
    unilateral_conditions joint_statement"""
)
DEADLINE = words("open due_today met missed extended withdrawn outcome_not_reported")
QUALIFIER = words("exact approximate at_least")
EVENT = words(
    """MEETING.held MEETING.scheduled MEETING.invited MEETING.offered MEETING.cancelled
    TALKS.broken_off PROPOSAL.tabled PROPOSAL.revised DISCLOSURE.leak STANCE.accept
    STANCE.accept_in_principle STANCE.accept_with_conditions STANCE.open_to_discuss STANCE.reject
    STATEMENT.criticise STATEMENT.insult STATEMENT.concern STATEMENT.accuse STATEMENT.demand
    STATEMENT.urge STATEMENT.deny STATEMENT.confirm STATEMENT.decline_to_comment STATEMENT.state
    DEADLINE.set ULTIMATUM THREAT.territory THREAT.force CONCESSION.announced PLEDGE.written
    AGREEMENT.signed CEASEFIRE.begun AID.given SANCTION.imposed SANCTION.eased
    TERRITORY.captured FORCE.moved ATTACK"""
)
PLOVER: dict[str, Codes] = {
    "event": words(
        """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN
        PROTEST SANCTION MOBILIZE COERCE ASSAULT"""
    ),
    "mode?": words(
        """visit third-party multilateral phone meet change yield assist territory violence
        relations disapprove allege investigate seize withdraw ceasefire release access
        discontinue troops weapons aerial drone heavy-weapons"""
    ),
    "context?": words(
        """diplomatic legal military territory economic corruption election reparations
        human_security cbrn"""
    ),
    "aux?": words("historical future hypothetical negation"),
}
NOISE: Codes = frozenset(NoiseKind)

STATEMENT: dict[str, Codes] = {
    "form": frozenset(Form),
    "speech_act": frozenset(SpeechAct),
    "reporter_distance": frozenset(ReporterDistance),
    "sourcing_level": frozenset(SourcingLevel),
    "stance": STANCE | ABSENT,
    "venue": MEDIA | ABSENT,
}
VERSION: dict[str, Codes] = {
    "instrument_type?": INSTRUMENT,
    "point_count_qualifier?": QUALIFIER,
    "publication_route?": words("published leaked described unseen"),
    "status?": words(
        """reported leaked tabled under_discussion superseded provisionally_agreed initialled
        signed ratified in_force suspended rejected lapsed"""
    ),
}

CODES: dict[str, dict[str, Codes]] = {
    "actors": {
        "schema": frozenset(ActorSchema),
        "plover_sector?": SECTOR,
    },
    "articles.metadata": {"url_status": frozenset(UrlStatus), "language": words("en")},
    "articles.metadata.published": {"precision": words("day month year")},
    "articles.background": {"kind": words("author_context presupposed_fact")},
    "articles.statements": STATEMENT,
    "articles.statements.factuality": {
        "source": FACTUALITY | ABSENT,
        "author": FACTUALITY,
        "conditional?": EITHER,
    },
    "proposals.lineage": {"instrument_type": INSTRUMENT},
    "proposals.versions": VERSION,
    "proposals.versions.drafters": {
        "status": words("stated reported claimed denied disputed"),
        "disputed?": EITHER,
    },
    "proposals.versions.recipients": {
        "status": words("confirmed implied prospective"),
        "route?": words("official after_leak disputed"),
    },
    "provisions": {
        "category": CATEGORY,
        "also": CATEGORY,
        "modality": words("require permit forbid recognise establish"),
        "text_state": words("agreed agreed_on_objective proposed_open bracketed deleted unknown"),
    },
    "meetings": {
        "type": MEETING | MEDIA,
        "track": words("1 1.5 2 3") | ABSENT,
        "status": words(
            """offered proposed planned scheduled under_way held postponed cancelled
            reported_disputed"""
        ),
        "ics_status?": words("TENTATIVE CONFIRMED CANCELLED"),
    },
    "meetings.plover": PLOVER,
    "deadlines": {
        "firmness": words("hard firm soft"),
        "act_required": words("accept") | words("reply withdraw"),  # the sample adds two
        "status": DEADLINE,
    },
    "deadlines.status_history": {"status": DEADLINE, "outcome?": DEADLINE},
    "claims_not_confirmed": {
        "status": words(
            """not_independently_confirmed reported_disputed hearsay allegation
            contested_legal_claim confirmed_by_second_source superseded attributed
            document_reported unnamed_opinion"""
        ),
        "military": EITHER,
    },
    "denials": {"kind": words("denial refusal_to_answer")},
    "contradictions": {
        "type": words(
            """denial_vs_report temporal_reversal characterisation authorship numeric
            intra_speaker_tension headline_vs_body version_change framing_difference
            different_object mixed_stance"""
        ),
        "open": EITHER,
    },
    "conditions": {
        "type": words(
            """precondition threat_conditional legal_capacity recognition amendment legal_form
            offer_if_asked deadline_flexibility"""
        )
    },
    "money": {"currency": words("USD EUR GBP XXX"), "qualifier": QUALIFIER},
    "quantities": {"qualifier": QUALIFIER, "unit": words("points soldiers observers")},
    "time_expressions": {
        "type": words("DATE TIME DURATION SET"),
        "mod?": words("BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER START MID END APPROX"),
        "function?": words("PUBLICATION_TIME"),
        "optional?": TRUE,
    },
    "coreference_and_metonyms": {"kind": words("name title pronoun metonym group description")},
    "events": {"own_type": EVENT, "also_own_type?": EVENT, "confirmed?": EITHER},
    "events.plover": PLOVER,
    "positions": {
        "stance": STANCE,
        "basis": words("expressed silence reported_by hearsay author_inference"),
        "aspect?": words("provisions legal_form wording substance"),
        "version_ambiguous?": EITHER,
    },
    "extraction_noise": {"kind": NOISE, "fix": words("replace to_metadata trim keep")},
}
