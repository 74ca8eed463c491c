"""Stories and utterances as JSON objects."""

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.analyse.copies import Independence, Link, Outlets, Story, Tie, Wording
from onrecord.record import Actor, Relation, Statement
from onrecord.show.entries import actor_entry, anchor_entry
from onrecord.show.sources import Shared, Told, Uttered

Json = dict[str, Any]


def story_entry(story: Story, told: Iterable[Told], outlets: Outlets) -> Json:
    """Give a story: whose it is, and its documents with what is shared, new and repeated."""
    return {
        "source": outlets.name(story.source) if story.source else None,
        "sure": story.sure,
        "documents": [_told_entry(each, outlets) for each in told],
    }


def _told_entry(told: Told, outlets: Outlets) -> Json:
    imprint = told.member.origin.imprint
    outlet = outlets.of(imprint.doc_id)
    return {
        "id": imprint.doc_id,
        "file": imprint.name,
        "title": imprint.title,
        "outlet": outlets.name(outlet) if outlet else None,
        "published_on": imprint.published_on,
        "credited_to": [outlets.name(key) for key in sorted(outlets.credited(imprint.doc_id))],
        "relation": _relation_entry(told.member.relation) if told.member.relation else None,
        "shared": [_shared_entry(each) for each in told.shared],
        "changed": [_shared_entry(each) for each in told.changed],
        "new": [anchor_entry(anchor) for anchor in told.new],
        "repeated": [
            {"anchor": anchor_entry(anchor), "stands_in": list(ids)} for anchor, ids in told.repeats
        ],
    }


def _shared_entry(shared: Shared) -> Json:
    return {
        "earlier": anchor_entry(shared.earlier),
        "later": anchor_entry(shared.later),
        "kept": shared.kept,
        "alike": shared.alike,
    }


def _relation_entry(relation: Relation) -> Json:
    return {
        "kind": relation.kind,
        "to": relation.earlier,
        "score": relation.score,
        "reason": relation.reason,
        "credited": relation.credited,
    }


def utterance_entry(uttered: Uttered, actors: Mapping[str, Actor], outlets: Outlets) -> Json:
    """Give an utterance: its reports, their wordings side by side, its independent sources."""
    first = uttered.utterance.reports[0]
    return {
        "speaker": actor_entry(actors.get(first.actor_id or "")),
        "said_on": first.said_on,
        "reports": [_report_entry(each, outlets) for each in uttered.utterance.reports],
        "same_because": [_link_entry(link) for link in uttered.utterance.links],
        "wordings": [_wording_entry(wording) for wording in uttered.wordings],
        **independence_entry(uttered.independence),
    }


def independence_entry(independence: Independence) -> Json:
    """Give the independent sources of an utterance, and how many there are."""
    return {
        "independent_sources": independence.at_least,
        "independent_sources_at_most": independence.at_most,
        "sources": [
            {
                "name": source.name,
                "reports": list(source.reports),
                "because": [_tie_entry(tie) for tie in source.ties],
            }
            for source in independence.sources
        ],
    }


def _report_entry(report: Statement, outlets: Outlets) -> Json:
    outlet = outlets.of(report.doc_id)
    return {
        "id": report.statement_id,
        "doc_id": report.doc_id,
        "outlet": outlets.name(outlet) if outlet else None,
        "reported_on": report.reported_on,
        "said_on": report.said_on,
        "content": [anchor_entry(anchor) for anchor in report.content],
    }


def _link_entry(link: Link) -> Json:
    return {"one": link.one, "other": link.other, "reason": link.reason, "score": link.score}


def _tie_entry(tie: Tie) -> Json:
    return {
        "report": tie.report,
        "on": tie.on,
        "reason": tie.reason,
        "score": tie.score,
        "sure": tie.sure,
    }


def _wording_entry(wording: Wording) -> Json:
    return {
        "words": wording.words,
        "quoted": wording.quoted,
        "language": wording.language,
        "reports": list(wording.reports),
        "odd": wording.odd,
        "differences": [
            {"own": each.own, "others": each.others, "odd": each.odd}
            for each in wording.differences
        ],
    }
