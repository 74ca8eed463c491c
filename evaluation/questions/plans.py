"""Plans and their versions as rows, from the record that the product puts together."""

from collections.abc import Iterator

from evaluation.extracting import Json
from evaluation.questions.case import Named
from evaluation.questions.facts import Row

ROUTES = {"official", "after_leak"}


class Versions:
    """The versions of a record and what the gold calls them: by number in the main lineage."""

    def __init__(self, named: Named, proposals: list[Json]) -> None:
        self._named, self._proposals = named, proposals
        gold = named.case.gold["proposals"]
        self.lineage: Json = gold["lineage"]
        self._gold: list[Json] = gold["versions"]
        self.main = self._main()

    def _main(self) -> Json:
        """Give the plan that shares most points with the gold's lineage."""
        own = {v.get("point_count") for v in self._gold if v["id"] in self.lineage["versions"]}

        def shared(plan: Json) -> int:
            return len(own & {v["point_count"] for v in plan["versions"]} - {None})

        return max(self._proposals, key=shared, default={"versions": [], "id": None})

    def gold_id(self, number: int) -> str | None:
        """Give the gold's id of the version with a number of the main lineage."""
        return next((v["id"] for v in self._gold if v.get("version") == number), None)

    def proposals(self) -> Iterator[Row]:
        """Give the plans."""
        for plan in self._proposals:
            versions = (
                [self.gold_id(v["version"]) for v in plan["versions"]] if plan is self.main else []
            )
            yield {
                "id": self.lineage["id"] if plan is self.main else plan["id"],
                "versions": [id_ for id_ in versions if id_],
            }

    def versions(self) -> Iterator[Row]:
        """Give the versions of the main lineage."""
        for row in self.main["versions"]:
            yield self._version(row)

    def _version(self, row: Json) -> Row:
        by_id = {v["id"]: v["version"] for v in self.main["versions"]}
        before = by_id.get(row["derived_from"])
        return {
            "id": self.gold_id(row["version"]),
            "version": row["version"],
            "point_count": row["point_count"],
            "point_count_qualifier": row["point_count_qualifier"],
            "provisions_known": row["provisions_known"],
            "provisions_unknown": row["provisions_unknown"],
            "derived_from": self.gold_id(before) if before else None,
            "first_reported": row["first_reported"],
            "created_edtf": row["created"],
            "created_place": row["created_place"],
            "drafters": [self._told(told) for told in row["drafters"]],
            "recipients": [self._told(told) for told in row["recipients"]],
        }

    def _told(self, told: Json) -> Row:
        name = told["actor"]["name"] if told["actor"] else None
        docs = [article.doc for article in self._named.case.articles]
        routes = set(told["routes"])
        return {
            "actor": frozenset().union(*(self._named.actor(doc, name) for doc in docs)),
            "status": told["status"],
            "disputed": told["disputed"],
            "route": "disputed" if len(routes & ROUTES) > 1 else next(iter(sorted(routes)), None),
            "received_on": told["on"],
        }
