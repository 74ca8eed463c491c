"""The points of a plan as JSON objects: the one place that names their keys."""

from collections.abc import Mapping

from onrecord.record import Provision
from onrecord.show.entries import statement_entry
from onrecord.show.provision_entries import reported_provision
from onrecord.show.room.matters import Matter
from onrecord.show.room.sourcing import Sources
from onrecord.show.stance_entries import Json, reported_entry


def matter_entry(matter: Matter, labels: Mapping[str, str], found: Sources) -> Json:
    """Give a point of a plan: its provisions, the stances on it, what else is said about it.

    `labels` are the names of the versions by their ids; what does not say which has none.
    """
    actors = found.people.actors
    return {
        "key": matter.key,
        "label": matter.label,
        "group": matter.group,
        "numbers": list(matter.numbers),
        "provisions": [
            {"version": labels.get(version), **provision_entry_of(each, found)}
            for version, wordings in matter.wordings.items()
            for wording in wordings
            for each in wording.provisions
        ],
        "stances": [
            {
                "version": labels.get(held.version),
                "in_force": held.in_force,
                **reported_entry(held.stance, actors, found.imprints.get(held.stance.doc_id)),
            }
            for held in matter.stances
        ],
        "statements": [
            {"version": labels.get(version), **statement_entry(statement, actors)}
            for statement, version in matter.statements
        ],
    }


def provision_entry_of(provision: Provision, found: Sources) -> Json:
    """Give a provision of a record with its document."""
    imprint = found.imprints.get(provision.doc_id)
    return reported_provision(provision, found.people.actors, imprint)
