"""Provisions as JSON objects: the one place that names their keys."""

from onrecord.record import Imprint, Provision
from onrecord.show.stance_entries import Actors, Json, named_entry, object_entry, words_entry


def provision_entry(provision: Provision, actors: Actors) -> Json:
    """Give a provision with its words."""
    return {
        "id": provision.provision_id,
        "words": words_entry(provision.anchor),
        "plan": object_entry(provision.plan),
        "plan_words": words_entry(provision.plan_words),
        "version_ambiguous": provision.version_ambiguous,
        "object": provision.object_id,
        "number": provision.number,
        "category": provision.category,
        "also": list(provision.also),
        "modality": provision.modality,
        "obligors": [named_entry(actor, actors) for actor in provision.obligors],
        "beneficiaries": [named_entry(actor, actors) for actor in provision.beneficiaries],
        "quantities": list(provision.quantities),
        "money": list(provision.money),
        "region": words_entry(provision.region),
        "condition": provision.condition,
        "text_state": provision.text_state,
        "statement": provision.statement_id,
        "reported_by": named_entry(provision.reported_by, actors),
        "rule": provision.provenance.rule_id,
        "confidence": provision.provenance.confidence,
        "for_review": provision.for_review,
    }


def reported_provision(provision: Provision, actors: Actors, imprint: Imprint | None) -> Json:
    """Give a provision of a record: with its document."""
    return {
        **provision_entry(provision, actors),
        "reported_on": provision.reported_on,
        "doc_id": provision.doc_id,
        "file": imprint.name if imprint else None,
        "title": imprint.title if imprint else None,
        "outlet": imprint.outlet if imprint else None,
    }
