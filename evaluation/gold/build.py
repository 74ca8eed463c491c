"""From the gold files of a case to its gold record."""

import hashlib
import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.gold.spans import Article, Json
from evaluation.gold.statements import Statements, actor_id

STATEMENT = re.compile(r"S\d\d[a-z]?")
ELSEWHERE = re.compile(r"(A\d\d): (.+)", re.DOTALL)
# The order of the parts is that of the gold of the seeds.
BEFORE = ("actors", "places", "topics")
AFTER = (
    "proposals",
    "provisions",
    "meetings",
    "deadlines",
    "claims_not_confirmed",
    "denials",
    "contradictions",
    "conditions",
    "money",
    "quantities",
)
# TOML has no null: these fields are null where a gold file leaves them out.
NULL = {
    "versions": ("version",),
    "meetings": ("track", "plover"),
    "deadlines": ("stated_consequence",),
    "money": ("provision",),
    "events": ("plover",),
}
COUNTED = {
    "claims": "claims_not_confirmed",
    "times": "time_expressions",
    "corefs": "coreference_and_metonyms",
    "noise": "extraction_noise",
}


def load(folder: Path) -> dict[str, Json]:
    """Give the content of every gold file of a folder, by its name without ending."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in folder.glob("*.toml")}


def build(gold_folder: Path, case_folder: Path) -> Json:
    """Give the gold record of the case whose articles stand in a folder."""
    parts = load(gold_folder)
    case, asked = parts.pop("case"), parts.pop("questions")["questions"]
    shorts = [parts[name] for name in sorted(parts)]
    articles = {short["doc"]: read(case_folder, short) for short in shorts}
    schemas = {row["id"]: row["schema"] for row in case["actors"]}
    pairs = [(short, articles[short["doc"]]) for short in shorts]

    def across(*names: str) -> Json:
        return {name: anchored(completed(name, case[name]), articles) for name in names}

    record: Json = {
        "meta": dict(case["meta"]),
        **across(*BEFORE),
        "articles": [article_row(*pair, case_folder, schemas) for pair in pairs],
        **across(*AFTER),
        "time_expressions": numbered("time", [row for pair in pairs for row in times(*pair)]),
        "coreference_and_metonyms": [row for pair in pairs for row in mentions(*pair)],
        **across("events", "positions"),
        "extraction_noise": [row for pair in pairs for row in noise(*pair)],
        "questions": anchored([numbered_facts(row) for row in asked], articles),
    }
    record["meta"]["counts"] = counts(record)
    return record


def read(case_folder: Path, short: Json) -> Article:
    """Give the article that a gold file is about."""
    return Article(short["doc"], (case_folder / short["file"]).read_bytes().decode("utf-8"))


def anchored(value: Any, articles: dict[str, Article]) -> Any:
    """Give a value with every string of the form `A01: words` replaced by its span."""
    if isinstance(value, dict):
        return {key: anchored(completed(key, item), articles) for key, item in value.items()}
    if isinstance(value, list):
        return [anchored(item, articles) for item in value]
    match = ELSEWHERE.fullmatch(value) if isinstance(value, str) else None
    if not match:
        return value
    article = articles[match[1]]
    return article.anchor(article.find(match[2]))


def completed(name: str, value: Any) -> Any:
    """Give the rows of a list of this name with null for what they leave out."""
    if name not in NULL or not all(isinstance(row, dict) for row in value):
        return value
    return [{**dict.fromkeys(NULL[name]), **row} for row in value]


def article_row(short: Json, article: Article, folder: Path, schemas: dict[str, str]) -> Json:
    """Give one article of the gold record: metadata, statements, background."""
    expand = Statements(article, schemas, short["metadata"]["published"]["iso"]).expand
    return {
        "metadata": metadata(short, article, folder),
        "statements": [expand(key, short[key]) for key in short if STATEMENT.fullmatch(key)],
        "background": [
            {"doc": article.doc, "text": article.anchor(article.find(words)), "kind": kind}
            for words, kind in short.get("background", [])
        ],
    }


def metadata(short: Json, article: Article, folder: Path) -> Json:
    """Give the metadata of one article, with its digest and its length."""
    given = short["metadata"]
    spans = ("title", "photo_credit", "agency_credit", "byline", "url_raw")
    published = dict(given["published"])
    published["text"] = article.anchor(article.find(published["text"]))
    published["weekday"] = date.fromisoformat(published["iso"]).strftime("%A")
    published.setdefault("precision", "day")
    links = [
        {**link, "raw": article.anchor(article.find(link["raw"])), "target": None}
        for link in given.get("related_links", [])
    ]
    found = {
        name: article.anchor(article.find(given[name])) if name in given else None for name in spans
    }
    return {
        "doc_id": article.doc,
        "file": short["file"],
        "sha256": hashlib.sha256((folder / short["file"]).read_bytes()).hexdigest(),
        "chars": len(article.text),
        "language": "en",
        "url": None,
        **{key: value for key, value in given.items() if key not in spans},
        **found,
        "published": published,
        "related_links": links,
    }


def times(short: Json, article: Article) -> list[Json]:
    """Give the time expressions of one article; no EDTF value is written as an empty string."""
    rows = []
    for words, kind, edtf, value, rule, *more in short["times"]:
        row = {"text": article.anchor(article.find(words)), "type": kind, "edtf": edtf or None}
        rows.append({**row, "timex_value": value, "rule": rule, **(more[0] if more else {})})
    return rows


def numbered(prefix: str, rows: list[Json]) -> list[Json]:
    """Give the rows with an id each, in their order."""
    return [{"id": f"{prefix}:{number:03}", **row} for number, row in enumerate(rows, 1)]


def numbered_facts(question: Json) -> Json:
    """Give a question of an analyst with an id for each fact of its answer."""
    facts = [
        {"id": f"{question['id']}.{number}", **fact}
        for number, fact in enumerate(question["facts"], 1)
    ]
    return {**question, "facts": facts}


def mentions(short: Json, article: Article) -> list[Json]:
    """Give the pronouns, titles and metonyms of one article."""
    rows = []
    for words, actor, kind, *more in short["mentions"]:
        row = {"mention": article.anchor(article.find(words)), "actor": actor_id(actor)}
        rows.append({**row, "kind": kind, **(more[0] if more else {})})
    return rows


def noise(short: Json, article: Article) -> list[Json]:
    """Give what is no text of one article, or not as it was written."""
    rows = []
    for kind, words, fix, *more in short["noise"]:
        row = {"doc": article.doc, "kind": kind, "raw": article.anchor(article.find(words))}
        rows.append({**row, "fix": fix, **({"fix_text": more[0]} if more else {})})
    return rows


def counts(record: Json) -> Json:
    """Give the number of statements of each article and of all other rows."""
    result: Json = {
        f"statements_{row['metadata']['doc_id']}": len(row["statements"])
        for row in record["articles"]
    }
    plain = ("actors", "topics", "provisions", "meetings", "deadlines", "denials")
    for name in (*plain, "contradictions", "conditions", "money", "quantities"):
        result[name] = len(record[name])
    for name, part in COUNTED.items():
        result[name] = len(record[part])
    return {
        **result,
        "events": len(record["events"]),
        "positions": len(record["positions"]),
        "questions": len(record["questions"]),
        "facts": sum(len(row["facts"]) for row in record["questions"]),
    }


def text(record: Json) -> str:
    """Give the record as the text of its file."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
