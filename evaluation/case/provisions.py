"""Provisions of a case.

A gold provision is found where the words of a found one overlap its own or, in other articles,
those of the statements that report it (its `source_statement`, and what repeats that), with the
category: the found main one is the gold's main one or one of its `also`. What the gold names as not
described, a version's `provision_list_open`, counts as a provision of OTH.UNSPECIFIED.

A found provision is right where some gold one is found by it. One that restates a gold provision
elsewhere - the same category, in the same plan or a plan whose version is left open - is left out
of the precision: the gold has each provision of a version once.

`provision_category` is the share of the provisions whose words are found that have the gold's main
category, `provision_obligor`, `provision_modality` and `provision_state` that of those found with
their category. Obligors are actors as in `evaluation.case.speakers`, one for the other in one step;
where the gold's note says that both sides act, one of them is right, and so is `both sides`. Nobody
found is wrong, even where the words name nobody and the gold infers who acts.
"""

import re
from collections.abc import Iterator, Sequence

from evaluation.case.articles import Case, span
from evaluation.case.checks import Check, f1
from evaluation.case.speakers import Directory
from evaluation.extracting import Json
from onrecord.record import UNSPECIFIED, Span


def checks(case: Case) -> Iterator[Check]:
    """Give every gold provision (was it found, and with what?), and every found one (is it?)."""
    judge = Judge(case)
    for row in judge.gold:
        near = [item for doc in judge.places[row["id"]] for item in judge.near(row, doc)]
        hits = [item for item in near if judge.of_category(row, item)]
        tried = "; ".join(str(item["category"]) for item in near)
        yield Check("provision_recall", bool(hits), row["id"], row["category"], tried)
        yield from _details(judge, row, near, hits)
    for article in case.articles:
        for item in article.line.get("provisions", []):
            right = judge.is_gold(article.doc, item)
            if right or not judge.restates(article.doc, item):
                words = article.words((_place(item),))
                yield Check("provision_precision", right, article.doc, "", words)


def figures(checked: Sequence[Check]) -> dict[str, float]:
    """Give the F1 of provisions."""
    return {"provision": f1(checked, "provision")}


def _details(
    judge: "Judge", row: Json, near: Sequence[Json], hits: Sequence[Json]
) -> Iterator[Check]:
    if near and row["category"] != UNSPECIFIED:
        told = [item["category"] for item in near]
        main = row["category"] in told
        yield Check("provision_category", main, row["id"], row["category"], str(told))
    if hits and row["category"] != UNSPECIFIED:
        best = hits[0]
        obligors = [actor["name"] for actor in best["obligors"]]
        acts = judge.obliges(row, best)
        yield Check("provision_obligor", acts, row["id"], row["obligor"], str(obligors))
        for name, wanted in (("modality", row["modality"]), ("state", row["text_state"])):
            found = best["text_state" if name == "state" else name]
            yield Check(f"provision_{name}", found == wanted, row["id"], wanted, found)


class Judge:
    """Tells whether a found provision is a gold one."""

    def __init__(self, case: Case) -> None:
        self._articles = {article.doc: article for article in case.articles}
        self._directories = {a.doc: Directory(case, a) for a in case.articles}
        self._actors = {actor["id"]: actor for actor in case.gold["actors"]}
        self._versions = {row["id"]: row for row in case.gold["proposals"]["versions"]}
        self.gold: list[Json] = [*case.gold["provisions"], *_left_open(self._versions)]
        self.places = {row["id"]: self._places(row) for row in self.gold}

    def _places(self, row: Json) -> dict[str, list[Span]]:
        """Give where the words of a provision stand, by document."""
        found = {row["text"]["doc"]: [span(row["text"])]}
        own = row.get("source_statement")
        for doc, article in self._articles.items():
            for statement in article.statements:
                if (
                    doc != row["text"]["doc"]
                    and own
                    and own in {statement["id"], statement.get("duplicate_of")}
                ):
                    found.setdefault(doc, []).extend(span(part) for part in statement["content"])
        return found

    def near(self, row: Json, doc: str) -> list[Json]:
        """Give the found provisions of a document that overlap a gold one's words."""
        places = self.places[row["id"]].get(doc, [])
        found = self._articles[doc].line.get("provisions", []) if doc in self._articles else []
        return [item for item in found if any(_place(item).meets(place) for place in places)]

    def of_category(self, row: Json, item: Json) -> bool:
        """Tell whether the category agrees."""
        return item["category"] in [row["category"], *row.get("also", [])]

    def is_gold(self, doc: str, item: Json) -> bool:
        """Tell whether a found provision is some gold one."""
        return any(
            any(item is other for other in self.near(row, doc)) and self.of_category(row, item)
            for row in self.gold
        )

    def restates(self, doc: str, item: Json) -> bool:
        """Tell whether a found provision says again, elsewhere, what a gold one says."""
        return any(
            self.of_category(row, item)
            and self._of_version(row, item)
            and not any(_place(item).meets(place) for place in self.places[row["id"]].get(doc, []))
            for row in self.gold
        )

    def _of_version(self, row: Json, item: Json) -> bool:
        number = re.match(r"\d+", item["plan"]["version"] or "")
        points = self._versions[row["version"]].get("point_count")
        return number is None or int(number[0]) == points

    def obliges(self, row: Json, item: Json) -> bool:
        """Tell whether one of the found obligors is the gold's, or acts for it."""
        names = [actor["name"] or "" for actor in item["obligors"]]
        if "both" in row.get("obligor_note", ""):
            return any(self._any(row, name) for name in names)
        return any(
            self._is(row["obligor"], doc, n) for n in names for doc in self.places[row["id"]]
        )

    def _any(self, row: Json, name: str) -> bool:
        sides = re.search(r"\b(?:sides|states|countries|parties|governments)\b", name)
        return bool(sides) or any(
            self._is(row["obligor"], doc, name) for doc in self.places[row["id"]]
        )

    def _is(self, wanted: str, doc: str, name: str) -> bool:
        directory = self._directories[doc]
        for actor in directory.named(name) or directory.ended(name):
            if wanted in {actor, self._actors.get(actor, {}).get("acts_for")}:
                return True
            if self._actors.get(wanted, {}).get("acts_for") == actor:
                return True
        return False


def _left_open(versions: dict[str, Json]) -> Iterator[Json]:
    """Give what the gold says a version has beside its provisions."""
    for id_, version in versions.items():
        if text := version.get("provision_list_open"):
            yield {"id": f"{id_}.open", "version": id_, "category": UNSPECIFIED, "text": text}


def _place(item: Json) -> Span:
    return Span(item["words"]["start"], item["words"]["end"])
