"""Tests a gold record against its articles and the codes; each failure is one sentence."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from evaluation.gold.codes import CODES, Codes, words
from evaluation.gold.spans import Article, Json

SPAN = {"exact", "start", "end", "doc", "line", "prefix", "suffix"}

DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?"
EDTF = re.compile(rf"{DAY}|{MOMENT}|{DAY}/{DAY}|\[(?:{DAY})?\.\.{DAY}\]|\[{DAY}\.\.\]", re.ASCII)
DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?|\d{4}-W\d\d(?:-WE)?|\d{4}-(?:SP|SU|FA|WI)"
CLOCK = r"T(?:\d\d:\d\d(?::\d\d)?Z?|MO|AF|EV|NI)"
LENGTH = r"P(?:\d+|X)[DWMY]|PT(?:\d+|X)[HMS]"
REPEATED = r"XXXX-WXX-\d|XXXX-(?:SP|SU|FA|WI)"
TIMEX = re.compile(
    rf"(?:{DATE})|\d{{4}}-\d\d-\d\d{CLOCK}|{CLOCK}|{LENGTH}|{REPEATED}|(?:PAST|PRESENT|FUTURE)_REF"
)
DATES = words(
    """said_on edtf date_edtf as_of_edtf as_of due first_due announced_on created_edtf date iso
    first_reported received_on from to"""
)
REFERENCES = words(
    """acts_for holder obligor beneficiary object act_object set_by derived_from follows venue_id
    nested_in duplicate_of statement statements actor actors recipient participants claimants
    reported_by denied_by confirmed_by superseded_by agenda a b of by via about target
    addressee publisher_id version versions provision provisions counter_to source_statement money
    hints announced_in proposed_by copy_of revision_of revised_by quantity"""
)
ID = re.compile(
    r"(?:act|doc|prop|prov|mtg|ddl|mon|evt|claim|cond|st|qty|den|fact|issue|process|context|place)"
    r":\w[\w.]*|A\d\d\.S\d\d[a-z]?"
)


def check(folder: Path) -> list[str]:
    """Give one sentence for every failure of the gold record of a folder."""
    record: Json = json.loads((folder / "gold.json").read_text("utf-8"))
    articles: dict[str, Article] = {}
    found = []
    for row in record["articles"]:
        data = row["metadata"]
        raw = (folder / data["file"]).read_bytes()
        articles[data["doc_id"]] = Article(data["doc_id"], raw.decode("utf-8"))
        if hashlib.sha256(raw).hexdigest() != data["sha256"]:
            found.append(f"{data['doc_id']}: sha256 differs")
        if len(articles[data["doc_id"]].text) != data["chars"]:
            found.append(f"{data['doc_id']}: number of characters differs")
    for test in (statements, codes, ids, dates, times, doubles):
        found.extend(test(record))
    return [*found, *spans(record, articles), *counts(record)]


def nodes(value: Any, path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Give path, key and value of everything in a value, depth first."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield f"{path}/{key}", key, item
            yield from nodes(item, f"{path}/{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield f"{path}[{number}]", "", item
            yield from nodes(item, f"{path}[{number}]")


def select(record: Json, place: str) -> list[Json]:
    """Give the objects at a place such as `proposals.versions.drafters`, lists flattened."""
    found: list[Any] = [record]
    for step in place.split("."):
        found = [row[step] for row in found if row.get(step) is not None]
        found = [item for row in found for item in (row if isinstance(row, list) else [row])]
    return found


def is_span(value: Any) -> bool:
    """Tell whether a value is a span."""
    return isinstance(value, dict) and value.keys() >= SPAN


def spans(record: Json, articles: dict[str, Article]) -> Iterator[str]:
    """Give a sentence for every span that is not as the article has it."""
    for path, _, value in nodes(record):
        if not is_span(value):
            continue
        if articles[value["doc"]].anchor((value["start"], value["end"])) != value:
            yield f"{path}: span is not as the article has it: {value['exact'][:60]!r}"


def statements(record: Json) -> Iterator[str]:
    """Give a sentence for every statement whose parts are not where they belong."""
    for row in select(record, "articles.statements"):
        whole = row["sentence"]
        parts = (row["source"]["mention"], row["cue"], *row["content"])
        for part in parts:
            if part and not within(part, whole):
                yield f"{row['id']}: outside its sentence: {part['exact']!r}"
        # An answer after its speaker's name and a colon needs no marks.
        colon = row["cue"] and row["cue"]["exact"] == ":"
        for part in row["content"] if row["form"] == "direct" and not colon else ():
            if not any(within(part, quote) for quote in row["quoted_spans"]):
                yield f"{row['id']}: direct content outside quotation marks"
        if not row["content"]:
            yield f"{row['id']}: no content"
        if row["source"]["actor"] != row["source"]["actors"][0]:
            yield f"{row['id']}: actor is not the first of actors"


def within(part: Json, whole: Json) -> bool:
    """Tell whether one span lies in another."""
    inside: bool = whole["start"] <= part["start"] and part["end"] <= whole["end"]
    return inside and part["doc"] == whole["doc"]


def codes(record: Json) -> Iterator[str]:
    """Give a sentence for every code that is not among those of its field."""
    for place, fields in CODES.items():
        for row in select(record, place):
            for field, allowed in fields.items():
                for trouble in code(row, field, allowed):
                    yield f"{place} {row.get('id', '')}: {trouble}"


def code(row: Json, field: str, allowed: Codes) -> Iterator[str]:
    """Give what is wrong with the codes of one field."""
    name = field.rstrip("?")
    if name not in row:
        if field == name:
            yield f"no field {name}"
        return
    for value in row[name] if isinstance(row[name], list) else [row[name]]:
        if value not in allowed:
            yield f"{name} has the unknown code {value!r}"


def ids(record: Json) -> Iterator[str]:
    """Give a sentence for every id that occurs twice or leads nowhere."""
    own = [node for node in nodes(record) if "/facts[" not in node[0]]
    known = [value for _, key, value in own if key == "id"]
    known += [row["doc_id"] for row in select(record, "articles.metadata")]
    for name, count in Counter(known).items():
        if count > 1:
            yield f"id {name} stands {count} times"
    names = set(known)
    for path, key, value in own:
        if key in REFERENCES and not path.startswith("/meta/"):
            for name in value if isinstance(value, list) else [value]:
                if isinstance(name, str) and name not in names:
                    yield f"{path}: {name!r} is no id"
        elif isinstance(value, str) and ID.fullmatch(value) and value not in names:
            yield f"{path}: {value!r} does not resolve"


def dates(record: Json) -> Iterator[str]:
    """Give a sentence for every date that is no EDTF."""
    for path, key, value in nodes(record):
        if key in DATES and isinstance(value, str) and not EDTF.fullmatch(value):
            yield f"{path}: no EDTF: {value!r}"


def times(record: Json) -> Iterator[str]:
    """Give a sentence for every time whose value is no TIMEX3, or that lacks its date."""
    for row in record["time_expressions"]:
        name, value = row["id"], row["timex_value"]
        if not TIMEX.fullmatch(value):
            yield f"{name}: no TIMEX3 value: {value!r}"
        if row["type"] == "DATE" and row["edtf"] is None and not value.endswith("_REF"):
            yield f"{name}: a date without EDTF"
        if not agree(row["edtf"], value):
            yield f"{name}: {row['edtf']} is not within {value}"
        if value.endswith("_REF") and not row.get("optional"):
            yield f"{name}: a vague time that is not optional"


def agree(edtf: str | None, value: str) -> bool:
    """Tell whether the days of an EDTF date lie within a TIMEX3 value, as far as both say days."""
    bounds = calendar(value)
    days = [date.fromisoformat(day) for day in re.findall(r"\d{4}-\d\d-\d\d", edtf or "")]
    return not bounds or all(bounds[0] <= day <= bounds[1] for day in days)


def calendar(value: str) -> tuple[date, date] | None:
    """Give the first and the last day of a TIMEX3 value, None where it has none."""
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday + timedelta(5 if week[3] else 0), monday + timedelta(6)
    if day := re.match(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(day[0]), date.fromisoformat(day[0])
    if month := re.fullmatch(r"(\d{4})-(\d\d)", value):
        first = date(int(month[1]), int(month[2]), 1)
        return first, (first + timedelta(31)).replace(day=1) - timedelta(1)
    return None


def doubles(record: Json) -> Iterator[str]:
    """Give a sentence for everything that is annotated twice."""
    seen: Counter[tuple[Any, ...]] = Counter()
    for row in select(record, "articles.statements"):
        places = tuple((part["start"], part["end"]) for part in row["content"])
        seen["statement", row["sentence"]["doc"], row["source"]["actor"], places] += 1
    for name, field in (("time_expressions", "text"), ("coreference_and_metonyms", "mention")):
        for row in record[name]:
            seen[name, row[field]["doc"], row[field]["start"], row[field]["end"]] += 1
    for what, count in seen.items():
        if count > 1:
            yield f"annotated {count} times: {what}"


def counts(record: Json) -> Iterator[str]:
    """Give a sentence for every number of statements that is not that of the record."""
    stated = record["meta"]["counts"]
    for row in record["articles"]:
        name = f"statements_{row['metadata']['doc_id']}"
        if stated.get(name) != len(row["statements"]):
            yield f"meta.counts: {name} is {len(row['statements'])}, not {stated.get(name)}"
