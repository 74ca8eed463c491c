"""Stances and conditions of a case.

A gold stance is found where a found one in one of its documents has the same holder, object and
value. Its documents are those of its statements, and of the statements that repeat them.

Holder: the found name leads to an actor as in `evaluation.case.speakers`; right where it is the
gold's, or the one acts for the other, in one step.

Object: the kinds must agree.

- A proposal: the found version must be the gold's, by its number of points or, without one, by
  `original` (the first of its lineage) or `revised` (a later one). A found lineage without a
  version is right where the gold is marked as ambiguous, or where none of the sentences of the
  gold's statements names a number of points or a draft (`revised`, `original`, `new` and the like):
  then the text does not say which. A proposal of another lineage (another instrument, or another
  sponsor's) is wrong whatever its version.
- A provision: the found category is the gold's main one or one of its `also`, and a found version
  is compatible with the gold's.
- An issue: the found category is one of those that the topic carries as `category` in the gold, or
  in `SEED_TOPICS` for the seeds, whose gold cannot carry it. Talks and meetings agree by kind.

A found stance counts once for each holder, object, value and document. It is right where some gold
stance of that document has these three. `stance_holder_value` is the same F1 without the object.

A gold condition is found where the words of a found `if` overlap those of its `if` (or of its
`text` or its `reason`, where the gold has no parts) in the same article. A found one that
overlaps none is wrong, unless it stands in a statement that repeats one
which a gold condition was read from.
"""

import re
from collections.abc import Iterator, Sequence

from evaluation.case.articles import Case, CaseArticle, span
from evaluation.case.checks import Check, f1
from evaluation.case.speakers import Directory, plain
from evaluation.extracting import Json
from onrecord.record import Span

SEED_TOPICS = {
    "issue:territory": ["TER.CESSION", "TER.STATUS", "TER.LINE"],
    "issue:ceasefire": ["SEC.CEASEFIRE"],
    "issue:elections": ["POL.ELECTIONS"],
    "issue:signature": ["LEG.SIGNATORY"],
    "issue:legal_form": ["LEG.FORM"],
}
"""Categories of the topics of the seeds: knowledge of the gold, not of the product."""
APART = re.compile(r"memorandum|principles|conditions")
"""Instruments that are no draft of the plan."""
DRAFTS = re.compile(
    r"\b(?:\d+|nine|[a-z]+teen)[- ]points?\b"
    r"|\b(?:revised|original|initial|new|changes|second|first) (?:\w+ ){0,2}"
    r"(?:plan|text|draft|version|framework|proposal|document)|\bthe changes\b",
    re.IGNORECASE,
)


def checks(case: Case) -> Iterator[Check]:
    """Give every gold stance (was it found?), every found one (is it gold?), and the conditions."""
    judge = Judge(case)
    for row in case.gold["positions"]:
        right = any(judge.same(row, doc, item) for doc, item in judge.near(row))
        yield Check("stance_recall", right, row["id"], shown(row), judge.tried(row))
    for article in case.articles:
        rows = judge.rows(article.doc)
        seen: set[tuple[str, ...]] = set()
        for item in article.line.get("stances", []):
            key = (item["holder"]["id"], item["object"]["id"], item["stance"])
            if key in seen:
                continue
            seen.add(key)
            right = any(judge.same(row, article.doc, item) for row in rows)
            yield Check("stance_precision", right, article.doc, "", found_words(article, item))
    yield from _conditions(case)


def figures(case: Case, checked: Sequence[Check]) -> dict[str, float]:
    """Give the F1 of stances, with and without their objects, and of conditions."""
    judge = Judge(case)
    loose = list(_loose(case, judge))
    return {
        "stance": f1(checked, "stance"),
        "stance_holder_value": f1(loose, "stance"),
        "conditions": f1(checked, "conditions"),
    }


def _loose(case: Case, judge: "Judge") -> Iterator[Check]:
    for row in case.gold["positions"]:
        right = any(judge.holds(row, doc, item) for doc, item in judge.near(row))
        yield Check("stance_recall", right, row["id"], "", "")
    for article in case.articles:
        pairs = {(i["holder"]["id"], i["stance"]): i for i in article.line.get("stances", [])}
        for item in pairs.values():
            right = any(judge.holds(row, article.doc, item) for row in judge.rows(article.doc))
            yield Check("stance_precision", right, article.doc, "", "")


class Judge:
    """Tells whether a found stance is a gold one."""

    def __init__(self, case: Case) -> None:
        gold = case.gold
        self._case = case
        self._articles = {article.doc: article for article in case.articles}
        self._directories = {a.doc: Directory(case, a) for a in case.articles}
        self._actors = {actor["id"]: actor for actor in gold["actors"]}
        self._versions = {row["id"]: row for row in gold["proposals"]["versions"]}
        self._lineage: Json = gold["proposals"]["lineage"]
        self._provisions = {row["id"]: row for row in gold["provisions"]}
        self._topics = {
            t["id"]: t.get("category", SEED_TOPICS.get(t["id"], [])) for t in gold["topics"]
        }
        rows = ((a.doc, s) for a in case.articles for s in a.statements)
        self._statements = {s["id"]: (doc, s) for doc, s in rows}

    def documents(self, row: Json) -> set[str]:
        """Give the documents of a row's statements and of those that repeat them."""
        own = set(row["statements"])
        return {
            doc
            for id_, (doc, statement) in self._statements.items()
            if id_ in own or statement.get("duplicate_of") in own
        }

    def rows(self, doc: str) -> list[Json]:
        """Give the gold stances of a document."""
        return [row for row in self._case.gold["positions"] if doc in self.documents(row)]

    def near(self, row: Json) -> Iterator[tuple[str, Json]]:
        """Give the found stances of a gold stance's documents."""
        for doc in sorted(self.documents(row)):
            for item in self._articles[doc].line.get("stances", []):
                yield doc, item

    def same(self, row: Json, doc: str, item: Json) -> bool:
        """Tell whether holder, object and value agree."""
        return self.holds(row, doc, item) and self.object(row, item)

    def holds(self, row: Json, doc: str, item: Json) -> bool:
        """Tell whether holder and value agree."""
        return item["stance"] == row["stance"] and self._holder(row["holder"], doc, item)

    def _holder(self, wanted: str, doc: str, item: Json) -> bool:
        directory, name = self._directories[doc], item["holder"]["name"] or ""
        for actor in directory.named(name) or self._by_words(doc, name) or directory.ended(name):
            for_whom = self._actors.get(actor, {}).get("acts_for")
            if wanted in {actor, for_whom}:
                return True
            if self._actors.get(wanted, {}).get("acts_for") == actor:
                return True
        return False

    def _by_words(self, doc: str, name: str) -> frozenset[str]:
        """Give the actors of the statements whose source is no more than the name."""
        words = plain(name)
        return frozenset(
            actor
            for row in self._articles[doc].statements
            if (mention := row["source"]["mention"]) and words and plain(mention["exact"]) == words
            for actor in row["source"]["actors"]
        )

    def object(self, row: Json, item: Json) -> bool:
        """Tell whether what the stances are about agrees."""
        wanted, found = row["object"], item["object"]
        kind = wanted.partition(":")[0]
        if kind == "prop":
            return found["kind"] == "proposal" and self._proposal(row, wanted, found)
        if kind == "prov":
            return found["kind"] == "provision" and self._provision(wanted, found)
        if kind == "mtg":
            return bool(found["kind"] == "meeting")
        if kind == "process":
            return bool(found["kind"] == "process")
        return found["kind"] == "issue" and found["category"] in self._topics.get(wanted, [])

    def _proposal(self, row: Json, wanted: str, found: Json) -> bool:
        version = self._versions.get(wanted)
        if not self._of_lineage(version, found["label"]):
            return False
        if found["version"] is None:
            return row.get("version_ambiguous", False) or not self._says_draft(row)
        if version is None:
            return True
        return self._is_version(version, found["version"])

    def _is_version(self, version: Json, found: str) -> bool:
        number = re.match(r"\d+", found)
        if number:
            return int(number[0]) == version.get("point_count")
        first = version["id"] == self._lineage["versions"][0]
        return first if found == "original" else version["id"] in self._lineage["versions"][1:]

    def _of_lineage(self, version: Json | None, label: str) -> bool:
        """Tell whether a label is of the gold's lineage: its instrument, its sponsor if named."""
        found = APART.search(plain(label))
        if version is None or version["id"] in self._lineage["versions"]:
            return found is None and self._sponsor(plain(label))
        wanted = APART.search(f"{version.get('instrument_type')} {version['id']}")
        return bool(found and wanted and found[0] == wanted[0])

    def _sponsor(self, words: str) -> bool:
        """Tell whether the sponsor in a label is none of those who have a text of their own."""
        apart = (v for v in self._versions.values() if v["id"] not in self._lineage["versions"])
        actors = (self._actors[row["sponsor"]["actor"]] for row in apart if row.get("sponsor"))
        return not any(actor["name"].casefold().split()[-1] in words for actor in actors)

    def _says_draft(self, row: Json) -> bool:
        """Tell whether the sentences of a gold stance's statements say which draft is meant."""
        return any(DRAFTS.search(sentence) for sentence in self._sentences(row))

    def _sentences(self, row: Json) -> Iterator[str]:
        for id_ in row["statements"]:
            doc, statement = self._statements[id_]
            text = self._articles[doc].text
            for part in statement["content"]:
                start, end = span(part)
                first = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
                last = min(
                    i for i in (text.find(". ", end), text.find("\n", end), len(text)) if i >= 0
                )
                yield text[first:last]

    def _provision(self, wanted: str, found: Json) -> bool:
        provision = self._provisions[wanted]
        if found["category"] not in [provision["category"], *provision.get("also", [])]:
            return False
        version = self._versions.get(provision["version"])
        if found["version"] is None or version is None:
            return True
        return self._is_version(version, found["version"])

    def tried(self, row: Json) -> str:
        """Give the found stances of the same holder, for a reader of the mistakes."""
        return "; ".join(
            f"{item['object']['label']}: {item['stance']}"
            for doc, item in self.near(row)
            if self._holder(row["holder"], doc, item)
        )


def shown(row: Json) -> str:
    """Give a gold stance in one line."""
    return f"{row['holder']} | {row['object']} | {row['stance']} {' '.join(row['statements'])}"


def found_words(article: CaseArticle, item: Json) -> str:
    """Give a found stance in one line."""
    words = article.words(tuple(_place(words) for words in item["evidence"]))
    return f"{item['holder']['name']} | {item['object']['label']} | {item['stance']} “{words}”"


def _conditions(case: Case) -> Iterator[Check]:
    gold = [(row, _asked(row)) for row in case.gold["conditions"]]
    repeated = _repeated(case)
    for row, words in gold:
        article = next(a for a in case.articles if a.doc == words[0]["doc"])
        places = [_place(found["if"]) for found in article.line.get("conditions", [])]
        hit = any(place.meets(span(each)) for place in places for each in words)
        yield Check("conditions_recall", hit, row["id"], words[0]["exact"], "")
    for article in case.articles:
        told = (each for _, words in gold for each in words)
        here = [span(each) for each in told if each["doc"] == article.doc]
        for item in article.line.get("conditions", []):
            place = _place(item["if"])
            if any(place.meets(other) for other in repeated.get(article.doc, [])):
                continue
            right = any(place.meets(words) for words in here)
            yield Check("conditions_precision", right, article.doc, "", article.words((place,)))


def _asked(row: Json) -> list[Json]:
    """Give the words of what a gold condition asks for, and of its reason where it has one."""
    words: list[Json] = [row[name] for name in ("if", "text", "reason") if row.get(name)]
    return words or [row["then"]]


def _repeated(case: Case) -> dict[str, list[Span]]:
    """Give the contents of statements that repeat one which a gold condition was read from."""
    own = {row.get("statement") for row in case.gold["conditions"]}
    found: dict[str, list[Span]] = {}
    for article in case.articles:
        for row in article.statements:
            if row.get("duplicate_of") in own:
                found.setdefault(article.doc, []).extend(span(part) for part in row["content"])
    return found


def _place(words: Json) -> Span:
    return Span(words["start"], words["end"])
