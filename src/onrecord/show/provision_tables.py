"""What plans say, for people: as a table, and one provision alone."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from onrecord.record import UNSPECIFIED, Modality, Provision
from onrecord.show.plain import one_line
from onrecord.show.single_stances import DECIDED, OBJECT, Facts, Parts
from onrecord.show.stance_tables import joined
from onrecord.show.standing import Background
from onrecord.show.tables import WORDS_SHOWN, short, table
from onrecord.show.words import MODALITIES, TEXT_STATES, rounded
from onrecord.store import DocumentFilter, Store

LABEL = 28
"""Characters of a plan's label in a table."""


def behind(store: Store, provisions: Iterable[Provision]) -> Background:
    """Give who is meant in these provisions and where they appeared."""
    ids: set[str] = set()
    documents: set[str] = set()
    for each in provisions:
        ids.update((*each.obligors, *each.beneficiaries, *filter(None, (each.reported_by,))))
        documents.add(each.doc_id)
    imprints = store.imprints(DocumentFilter())
    return Background(
        {actor.actor_id: actor for actor in store.actors_with(ids)},
        {each.doc_id: each for each in imprints if each.doc_id in documents},
    )


def provisions_table(rows: Iterable[Provision], names: Background) -> Table:
    """Give provisions: of which plan, about what, who must do it, in which words of which article.

    What is for review has a ? and its confidence.
    """
    made = table("plan", "point", "category", "who", "words", "id")
    last = ""
    for each in rows:
        label = one_line(plan_label(each), LABEL)
        made.add_row(
            Text("" if label == last else label),
            Text(str(each.number) if each.number is not None else ""),
            Text("\n".join((each.category or "no category", *each.also))),
            Text(obliged(each, names)),
            words_told(each, names),
            short(each.provision_id),
        )
        last = label
    return made


def plan_label(provision: Provision) -> str:
    """Give the plan in words, and whether it is open which version is meant."""
    return provision.plan.label + (", version not said" if provision.version_ambiguous else "")


def obliged(provision: Provision, names: Background) -> str:
    """Give who must do it, `Norway must`, or may, and whom it is for."""
    if provision.category == UNSPECIFIED:
        return "not described"
    permits = provision.modality is Modality.PERMIT
    acting = _names(provision.beneficiaries if permits else provision.obligors, names)
    getting = None if permits else _names(provision.beneficiaries, names)
    told = f"{acting or 'it is not said who'} {MODALITIES[provision.modality]}"
    return told + (f", for {getting}" if getting else "")


def words_told(provision: Provision, names: Background) -> Text:
    """Give the words, the state of the text where it is told, and who tells it in which article."""
    doubt = f"? {rounded(provision.provenance.confidence)} " if provision.for_review else ""
    by = f"{names.name(provision.reported_by)}, in " if provision.reported_by else ""
    state = TEXT_STATES.get(provision.text_state)
    return Text.assemble(
        (doubt, "bold magenta"),
        f"“{one_line(provision.anchor.exact, WORDS_SHOWN)}”",
        f" ({state})" if state else "",
        (f"\n{by}{names.source(provision)}", "dim"),
    )


def provision_parts(provision: Provision, names: Background) -> Parts:
    """Give the page of a provision."""
    facts: Facts = {
        "plan": plan_label(provision),
        "point": provision.number,
        "category": provision.category or "no word of the codebook is met",
        "also": ", ".join(provision.also) or None,
        "who": obliged(provision, names),
        "place": joined((provision.region,)) if provision.region else None,
        "text": TEXT_STATES.get(provision.text_state),
        "told by": names.name(provision.reported_by) if provision.reported_by else None,
        "statement": provision.statement_id,
        "condition": provision.condition,
        "money": ", ".join(provision.money) or None,
        "quantities": ", ".join(provision.quantities) or None,
        "id": provision.provision_id,
        "found by": f"rule {provision.provenance.rule_id}",
        "confidence": provision.provenance.confidence,
    }
    marks = [(provision.anchor, DECIDED)]
    marks += [(provision.plan_words, OBJECT)] if provision.plan_words else []
    level = rounded(provision.provenance.confidence)
    return Parts(
        title=f"{provision.plan.label}: {joined((provision.anchor,))}",
        doubt=f"for review: found with confidence {level}" if provision.for_review else "",
        facts={key: value for key, value in facts.items() if value is not None},
        marks=tuple(marks),
        legend=(("the plan", OBJECT), ("what it says", DECIDED)),
    )


def _names(ids: Sequence[str], names: Background) -> str | None:
    return " and ".join(names.name(actor) for actor in ids) or None
