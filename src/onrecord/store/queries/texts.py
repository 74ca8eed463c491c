"""Questions for texts of plans."""

from sqlalchemy import func, or_, select

from onrecord.store import search
from onrecord.store.filters import TextFilter
from onrecord.store.mapping.names import folded
from onrecord.store.queries.conditions import Condition, Question
from onrecord.store.schema import documents, plan_points, plan_texts

ORDER = (plan_texts.c.names, plan_texts.c.dated.is_(None), plan_texts.c.dated, plan_texts.c.text_id)


def texts_wanted(wanted: TextFilter) -> Question:
    """Ask for the current texts that a filter wants, by plan and version."""
    conditions: list[Condition] = [plan_texts.c.superseded_at.is_(None)]
    if wanted.named is not None:
        named, words = search.storable(wanted.named), folded(wanted.named)
        fits = plan_texts.c.names.contains(words, autoescape=True)
        same = or_(plan_texts.c.text_id == named, documents.c.doc_id == named)
        conditions.append(or_(same, fits) if words else same)
    return _texts().where(*conditions).order_by(*ORDER)


def text_with(text_id: str) -> Question:
    """Ask for one text, superseded or not."""
    return _texts().where(plan_texts.c.text_id == text_id)


def _texts() -> Question:
    columns = (plan_texts, documents.c.doc_id, documents.c.raw_text)
    return select(*columns).join(documents)


def points_of(text: int) -> Question:
    """Ask for the points of a text in order."""
    return select(plan_points).where(plan_points.c.text == text).order_by(plan_points.c.place)


def point_with(point_id: str) -> Question:
    """Ask for one point."""
    columns = (plan_points, documents.c.doc_id, documents.c.raw_text)
    joined = plan_points.join(plan_texts).join(documents)
    return select(*columns).select_from(joined).where(plan_points.c.point_id == point_id)


def texts_beside(document: int, text_id: str, label: tuple[str, str]) -> Question:
    """Ask for the current texts of the same document under the same names, but this one."""
    plan, version = label
    return select(plan_texts.c.text).where(
        plan_texts.c.document == document,
        plan_texts.c.names == folded(plan, version),
        plan_texts.c.text_id != text_id,
        plan_texts.c.superseded_at.is_(None),
    )


def all_point_anchors() -> Question:
    """Ask for the anchors of all points, document by document."""
    columns = (
        plan_points,
        plan_points.c.point_id.label("id"),
        documents.c.document,
        documents.c.doc_id,
    )
    joined = plan_points.join(plan_texts).join(documents)
    order = (documents.c.document, plan_points.c.text, plan_points.c.place)
    return select(*columns).select_from(joined).order_by(*order)


def current_texts() -> Question:
    """Ask how many current texts there are."""
    return select(func.count()).select_from(plan_texts).where(plan_texts.c.superseded_at.is_(None))
