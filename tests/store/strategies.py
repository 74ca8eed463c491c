"""Documents and readings of every shape, for properties that hold for all of them."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

from hypothesis import strategies as st

from onrecord.record import (
    Actor,
    ActorSchema,
    Anchor,
    Certainty,
    Condition,
    ConditionType,
    DateDetail,
    Detail,
    Document,
    Edit,
    Factuality,
    Fix,
    Form,
    Mention,
    MentionKind,
    Metadata,
    Money,
    Noise,
    NoiseKind,
    ObjectKind,
    Occupancy,
    Office,
    Paragraph,
    ParagraphKind,
    Precision,
    Provenance,
    Qualifier,
    Quantity,
    Reading,
    RelatedLink,
    ReporterDistance,
    SourcingLevel,
    Span,
    SpeechAct,
    Stance,
    StanceAspect,
    StanceBasis,
    StanceObject,
    StanceValue,
    Statement,
    TimeExpression,
    TimeRole,
    TimeType,
    UrlStatus,
    identify,
)
from tests.store.occasions import deadlines, meetings
from tests.store.plan_claims import plan_claims, provisions, topics
from tests.store.samples import Sample
from tests.store.values import EDTF, FLOATS, IDS, MAYBE, OFFSETS, TEXTS, several

NUMBERS = itertools.count()


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    """Give a document of its own with its reading."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
    content = f"{next(NUMBERS)} {text}".encode()
    digest = sha256(content).hexdigest()
    doc_id = identify("doc", digest)
    anchors = st.builds(
        lambda ends, rest: anchor(text, doc_id, ends, rest),
        st.tuples(st.integers(0, len(text) - 1), st.integers(1, 40)),
        st.fixed_dictionaries(
            dict.fromkeys(
                ("clean_start", "clean_end", "sentence", "paragraph"), st.none() | OFFSETS
            )
        ),
    )
    document = draw(documents(text, digest, anchors))
    return Sample(document, content, draw(readings(doc_id, anchors)))


def anchor(text: str, doc_id: str, ends: tuple[int, int], rest: dict[str, Any]) -> Anchor:
    """Give an anchor of some length from some place."""
    start, end = ends[0], min(len(text), ends[0] + ends[1])
    return Anchor(text, doc_id=doc_id, exact=text[start:end], start=start, end=end, **rest)


def documents(
    text: str, digest: str, anchors: st.SearchStrategy[Anchor]
) -> st.SearchStrategy[Document]:
    """Give documents with this text and metadata of every shape."""
    details = st.builds(Detail, TEXTS, anchors) | st.builds(Detail, TEXTS, field=TEXTS)
    dates = st.builds(
        DateDetail, EDTF, st.sampled_from(Precision), MAYBE, st.none() | anchors, MAYBE
    )
    links = st.builds(RelatedLink, TEXTS, MAYBE, st.none() | anchors)
    metadata = st.builds(
        Metadata,
        title=st.none() | details,
        publisher=st.none() | details,
        byline=st.none() | details,
        agency_credits=several(details),
        photo_credits=several(details),
        url=st.none() | details,
        url_status=st.sampled_from(UrlStatus),
        language=MAYBE,
        published=st.none() | dates,
        updated=st.none() | dates,
        dateline_place=st.none() | details,
        dateline_day=st.none() | dates,
        related_links=several(links),
    )
    kinds = st.sampled_from(NoiseKind)
    spans = st.builds(Span, OFFSETS, OFFSETS)
    return st.builds(
        Document,
        doc_id=st.just(identify("doc", digest)),
        sha256=st.just(digest),
        name=TEXTS,
        media_type=TEXTS,
        reader=TEXTS,
        encoding=TEXTS,
        raw_text=st.just(text),
        clean_text=TEXTS,
        edits=several(st.builds(Edit, OFFSETS, OFFSETS, TEXTS)),
        paragraphs=several(st.builds(Paragraph, st.sampled_from(ParagraphKind), OFFSETS, OFFSETS)),
        noise=several(st.builds(Noise, kinds, spans, st.sampled_from(Fix), MAYBE)),
        metadata=metadata,
    )


def readings(doc_id: str, anchors: st.SearchStrategy[Anchor]) -> st.SearchStrategy[Reading]:
    """Give readings of this document with findings of every shape."""
    mentions = st.builds(
        Mention, IDS, anchors, st.sampled_from(MentionKind), st.none() | IDS, st.booleans(), TEXTS
    )
    amounts: list[Callable[..., Any]] = [Money, Quantity]
    money, quantities = (
        st.builds(
            each, IDS, anchors, FLOATS, TEXTS, st.sampled_from(Qualifier), upper=st.none() | FLOATS
        )
        for each in amounts
    )
    time_types = st.sampled_from(TimeType)
    return st.builds(
        Reading,
        doc_id=st.just(doc_id),
        extractor=TEXTS,
        published_on=MAYBE,
        refused=MAYBE,
        statements=several(statements(doc_id, anchors, mentions)),
        mentions=several(mentions),
        actors=several(
            st.builds(
                Actor, IDS, st.sampled_from(ActorSchema), TEXTS, several(TEXTS), MAYBE, st.none()
            )
        ),
        offices=several(st.builds(Office, IDS, TEXTS, MAYBE)),
        occupancies=several(st.builds(Occupancy, IDS, IDS, IDS, several(anchors), MAYBE, MAYBE)),
        times=several(
            st.builds(
                TimeExpression,
                IDS,
                anchors,
                time_types,
                MAYBE,
                TEXTS,
                TEXTS,
                MAYBE,
                MAYBE,
                st.sampled_from(TimeRole),
                MAYBE,
            )
        ),
        money=several(st.builds(replace, money, purpose=st.none() | anchors)),
        quantities=several(quantities),
        stances=several(stances(doc_id, anchors)),
        conditions=several(conditions(doc_id, anchors)),
        plans=several(plan_claims(doc_id, anchors, origins())),
        topics=several(topics(doc_id, anchors, origins())),
        provisions=several(provisions(doc_id, anchors, origins())),
        meetings=several(meetings(doc_id, anchors, origins())),
        deadlines=several(deadlines(doc_id, anchors, origins())),
    )


def origins() -> st.SearchStrategy[Provenance]:
    """Give where entries come from."""
    confidence = st.none() | st.floats(0, 1)
    return st.builds(Provenance, TEXTS, TEXTS, TEXTS, MAYBE, confidence, MAYBE)


def stances(doc_id: str, anchors: st.SearchStrategy[Anchor]) -> st.SearchStrategy[Stance]:
    """Give stances of this document."""
    kinds = st.sampled_from(ObjectKind)
    return st.builds(
        Stance,
        stance_id=IDS,
        doc_id=st.just(doc_id),
        holder=IDS,
        object=st.builds(StanceObject, IDS, kinds, TEXTS, MAYBE, MAYBE, MAYBE),
        value=st.sampled_from(StanceValue),
        basis=st.sampled_from(StanceBasis),
        evidence=several(anchors),
        provenance=origins(),
        object_words=st.none() | anchors,
        aspect=st.none() | st.sampled_from(StanceAspect),
        as_of=st.none() | EDTF,
        reported_on=st.none() | EDTF,
        reported_by=st.none() | IDS,
        statements=several(IDS),
        version_ambiguous=st.booleans(),
    )


def conditions(doc_id: str, anchors: st.SearchStrategy[Anchor]) -> st.SearchStrategy[Condition]:
    """Give conditions of this document."""
    return st.builds(
        Condition,
        condition_id=IDS,
        doc_id=st.just(doc_id),
        type=st.sampled_from(ConditionType),
        demand=anchors,
        provenance=origins(),
        by=st.none() | IDS,
        consequence=st.none() | anchors,
        otherwise=st.none() | anchors,
        statement_id=st.none() | IDS,
    )


def statements(
    doc_id: str, anchors: st.SearchStrategy[Anchor], mentions: st.SearchStrategy[Mention]
) -> st.SearchStrategy[Statement]:
    """Give statements of this document."""
    factuality = st.sampled_from(Factuality)
    return st.builds(
        Statement,
        statement_id=IDS,
        doc_id=st.just(doc_id),
        source=st.none() | mentions,
        cue=st.none() | anchors,
        content=several(anchors),
        quoted=several(anchors),
        form=st.sampled_from(Form),
        speech_act=st.sampled_from(SpeechAct),
        reporter_distance=st.sampled_from(ReporterDistance),
        sourcing_level=st.sampled_from(SourcingLevel),
        provenance=origins(),
        gist=TEXTS,
        actor_id=st.none() | IDS,
        said_on=st.none() | EDTF,
        said_on_basis=MAYBE,
        reported_on=st.none() | EDTF,
        flag_unnamed_opinion=st.booleans(),
        nested_in=st.none() | IDS,
        certainty=st.none()
        | st.builds(Certainty, factuality, factuality, st.booleans(), several(anchors)),
        act_words=several(anchors),
        chain=several(anchors),
        addressee=st.none() | anchors,
        venue=st.none() | anchors,
        target=st.none() | anchors,
        target_id=st.none() | IDS,
    )
