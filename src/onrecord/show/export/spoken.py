"""The rows of what was said: documents, statements, stances, provisions, plans."""

from collections.abc import Iterator

from onrecord.record import PlanClaim, Stance, Statement
from onrecord.show.export.asked import Asked, Row, read_by
from onrecord.store import (
    DocumentFilter,
    EntryFilter,
    ProvisionFilter,
    StanceFilter,
    StatementFilter,
)


def documents(asked: Asked) -> Iterator[Row]:
    """Give the documents; their words are those of the title."""
    for document in asked.store.documents(DocumentFilter(process=asked.process)):
        about = document.metadata
        title = about.title.anchor if about.title else None
        yield {
            "id": document.doc_id,
            "file": document.name,
            "sha256": document.sha256,
            "language": about.language,
            "byline": about.byline.value if about.byline else None,
            "url": about.url.value if about.url else None,
            "url_status": about.url_status,
            "characters": len(document.raw_text),
            **asked.place(document.doc_id, [title]),
        }


def statements(asked: Asked) -> Iterator[Row]:
    """Give the statements, document by document, each with the stances read from it."""
    for doc_id in asked.imprints:
        wanted = StanceFilter(doc_id=doc_id, states=asked.states)
        taken: dict[str, list[Stance]] = {}
        for stance in asked.store.stances(wanted):
            for statement_id in stance.statements:
                taken.setdefault(statement_id, []).append(stance)
        asks = StatementFilter(doc_id=doc_id, states=asked.states)
        for statement in asked.store.statements(asks):
            if asked.keeps(statement.statement_id, statement.provenance):
                yield _statement(asked, statement, taken.get(statement.statement_id, []))


def _statement(asked: Asked, statement: Statement, stances: list[Stance]) -> Row:
    speaker, target = asked.who(statement.actor_id), asked.who(statement.target_id)
    certainty = statement.certainty
    return {
        "id": statement.statement_id,
        "said_on": statement.said_on,
        "speaker": speaker["name"] or (statement.source.surface if statement.source else None),
        "speaker_id": speaker["id"],
        "speech_act": statement.speech_act,
        "form": statement.form,
        "sourcing": statement.sourcing_level,
        "certainty_source": certainty.source if certainty else None,
        "certainty_author": certainty.author if certainty else None,
        "conditional": certainty.conditional if certainty else None,
        "hedges": [anchor.exact for anchor in certainty.hedges] if certainty else [],
        "stances": [f"{each.value} ({each.basis}): {each.object.label}" for each in stances],
        "gist": statement.gist,
        "source_words": statement.source.surface if statement.source else None,
        "cue": statement.cue.exact if statement.cue else None,
        "addressee": statement.addressee.exact if statement.addressee else None,
        "target": statement.target.exact if statement.target else None,
        "target_id": target["id"],
        "venue": statement.venue.exact if statement.venue else None,
        "nested_in": statement.nested_in,
        **asked.place(statement.doc_id, statement.content),
        "for_review": statement.for_review,
        **read_by(statement.provenance),
    }


def stances(asked: Asked) -> Iterator[Row]:
    """Give the stances; their words are those that decided the value."""
    for stance in asked.store.stances(StanceFilter(process=asked.process, states=asked.states)):
        if not asked.keeps(stance.stance_id, stance.provenance):
            continue
        holder, teller = asked.who(stance.holder), asked.who(stance.reported_by)
        yield {
            "id": stance.stance_id,
            "holder": holder["name"],
            "holder_id": holder["id"],
            "object": stance.object.label,
            "object_id": stance.object.object_id,
            "object_kind": stance.object.kind,
            "category": stance.object.category,
            "version": stance.object.version,
            "version_ambiguous": stance.version_ambiguous,
            "stance": stance.value,
            "ordinal": stance.value.ordinal,
            "basis": stance.basis,
            "as_of": stance.as_of,
            "reported_by": teller["name"],
            "statements": list(stance.statements),
            **asked.place(stance.doc_id, stance.evidence),
            "for_review": stance.for_review,
            **read_by(stance.provenance),
        }


def provisions(asked: Asked) -> Iterator[Row]:
    """Give what plans say, point by point."""
    for provision in asked.store.provisions(ProvisionFilter(process=asked.process)):
        if not asked.keeps(provision.provision_id, provision.provenance):
            continue
        yield {
            "id": provision.provision_id,
            "plan": provision.plan.label,
            "plan_id": provision.plan.object_id,
            "version_ambiguous": provision.version_ambiguous,
            "number": provision.number,
            "category": provision.category,
            "also": list(provision.also),
            "modality": provision.modality,
            "obligors": asked.names(provision.obligors),
            "beneficiaries": asked.names(provision.beneficiaries),
            "region": provision.region.exact if provision.region else None,
            "text_state": provision.text_state,
            "reported_by": asked.who(provision.reported_by)["name"],
            "statement": provision.statement_id,
            **asked.place(provision.doc_id, [provision.anchor]),
            "for_review": provision.for_review,
            **read_by(provision.provenance),
        }


def plans(asked: Asked) -> Iterator[Row]:
    """Give what documents say of plans and their versions, a claim a row, once each."""
    lineages = {member: one for one in asked.plans.all for member in one.members}
    versions = {
        claim.claim_id: version
        for one in asked.plans.all
        for version in one.versions
        for claim in version.claims
    }
    for claim in asked.store.plans(EntryFilter(process=asked.process, states=asked.states)):
        if not asked.keeps(claim.claim_id, claim.provenance):
            continue
        plan = lineages.get(claim.object.lineage or "")
        version = versions.get(claim.claim_id)
        yield {
            "id": claim.claim_id,
            "plan": plan.label if plan else claim.object.label,
            "plan_id": plan.proposal_id if plan else None,
            "version": version.label if version else None,
            "version_id": version.version_id if version else None,
            **_claim(asked, claim),
        }


def _claim(asked: Asked, claim: PlanClaim) -> Row:
    actor, teller = asked.who(claim.actor), asked.who(claim.said_by)
    return {
        "aspect": claim.aspect,
        "status": claim.status,
        "actor": actor["name"],
        "actor_id": actor["id"],
        "number": claim.number,
        "qualifier": claim.qualifier,
        "on": claim.on,
        "route": claim.route,
        "said_by": teller["name"],
        "statement": claim.statement_id,
        "named": claim.words.exact,
        **asked.place(claim.doc_id, [claim.evidence]),
        **read_by(claim.provenance),
    }
