"""From the short statements of a gold file to the full ones of the gold record."""

from typing import Any

from evaluation.gold.spans import Article, Json, Range

SHORT = 3  # quoted words that make a quotation more than a paraphrase, by L1a and L1b

LEVEL = {
    "PublicBody": "L1c_institution",
    "Organization": "L1c_institution",
    "Group": "L1c_institution",
    "Document": "L2_document_obtained",
    "Author": "L6_authorial",
    "UnnamedSource": "L3a_unnamed_described",
}
DISTANCE = {
    "claim": "distancing",
    "argue": "distancing",
    "accuse": "distancing",
    "confirm": "endorsing",
    "hint": "weak",
    "indicate": "weak",
    "threaten": "manner",
    "warn": "manner",
    "criticise": "manner",
}
FACTUALITY: dict[str, Json] = {
    "deny": {"source": "CT-", "author": "Uu"},
    "refuse": {"source": "CT-", "author": "Uu"},
    "confirm": {"source": "CT+", "author": "CT+"},
    "decline_to_comment": {"source": "Uu", "author": "CT+"},
    "no_position": {"source": "Uu", "author": "CT+"},
    "concern": {"source": None, "author": "CT+"},
}
CERTAIN: Json = {"source": "CT+", "author": "Uu"}
UNNAMED = ("act:harbor_bank_head",)  # persons whom no article names
SILENT = ("decline_to_comment", "no_position")
OPTIONAL = ("nested_in", "duplicate_of", "note", "version_ambiguous", "flag_unnamed_opinion")


def actor_id(short: str) -> str:
    """Give the id of an actor, whose prefix a gold file may leave out."""
    return short if ":" in short else f"act:{short}"


def actor_ids(short: str | list[str]) -> list[str]:
    """Give the ids of one actor or several."""
    return [actor_id(name) for name in ([short] if isinstance(short, str) else short)]


class Statements:
    """Expands the statements of one article."""

    def __init__(self, article: Article, schemas: dict[str, str], said_on: str) -> None:
        self.article = article
        self.schemas = schemas
        self.said_on = said_on

    def expand(self, key: str, short: Json) -> Json:
        """Give one statement of the gold record."""
        actors = actor_ids(short["by"])
        places = self._places(short)
        content = [place for place in places["content"] if place]
        quoted = self._quoted(short, content)
        form = short.get("form") or self._form(short["act"], content, quoted)
        whole = self._whole(places)
        row = {
            "id": f"{self.article.doc}.{key}",
            "sentence": self.article.anchor(self.article.sentence(whole)),
            "source": self._source(short, actors, places["source"][0]),
            "cue": self._anchor(places["cue"][0]),
            "content": [self.article.anchor(place) for place in content],
            "quoted_spans": [self.article.anchor(place) for place in quoted],
            "form": form,
            **self._codes(short, self.schemas[actors[0]], quoted),
            **self._circumstances(short),
        }
        return {**row, **{name: short[name] for name in OPTIONAL if name in short}}

    def _anchor(self, place: Range | None) -> Json | None:
        return self.article.anchor(place) if place else None

    def _places(self, short: Json) -> dict[str, list[Range | None]]:
        scopes: list[Range] = []
        if "near" in short:
            near = self.article.find(short["near"])
            scopes = [self.article.sentence(near), self.article.paragraph(near)]
        content = [self.article.find(words, *scopes) for words in short["content"]]
        around = content[0][0], content[0][1]
        scopes = scopes or [self.article.sentence(around), self.article.paragraph(around)]
        result: dict[str, list[Range | None]] = {"content": list(content)}
        for role in ("source", "cue"):
            words = short.get(role)
            result[role] = [self.article.find(words, *scopes) if words else None]
        return result

    @staticmethod
    def _whole(places: dict[str, list[Range | None]]) -> Range:
        found = [place for role in places.values() for place in role if place]
        return min(start for start, _ in found), max(end for _, end in found)

    def _quoted(self, short: Json, content: list[Range]) -> list[Range]:
        """Give the quotations in the content; that of a nested speaker is not the outer one."""
        if "quoted" in short:
            return [self.article.find(words) for words in short["quoted"]]
        touched = [
            (low, high)
            for low, high in self.article.quotations
            if any(start < high and low < end for start, end in content)
        ]
        if "nested_in" not in short:
            return touched
        return [
            (low, high)
            for low, high in touched
            if not any(low < start and end < high for start, end in content)
        ]

    @staticmethod
    def _form(act: str, content: list[Range], quoted: list[Range]) -> str:
        if act in SILENT:
            return "no_comment"
        if not quoted:
            return "indirect"
        inside = all(
            any(low < start and end <= high for low, high in quoted) for start, end in content
        )
        return "direct" if inside else "mixed"

    def _source(self, short: Json, actors: list[str], mention: Range | None) -> Json:
        return {
            "mention": self._anchor(mention),
            "actor": actors[0],
            "actors": actors,
            "named": self.schemas[actors[0]] == "Person" and actors[0] not in UNNAMED,
            "role_in_text": short.get("role"),
        }

    def _codes(self, short: Json, schema: str, quoted: list[Range]) -> Json:
        return {
            "speech_act": short["act"],
            "reporter_distance": short.get("distance", DISTANCE.get(short["act"], "neutral")),
            "sourcing_level": short.get("level") or self._level(schema, quoted),
        }

    def _level(self, schema: str, quoted: list[Range]) -> str:
        if schema != "Person":
            return LEVEL[schema]
        words = max((len(self.article.text[low:high].split()) for low, high in quoted), default=0)
        return "L1a_on_record_quote" if words >= SHORT else "L1b_on_record_paraphrase"

    def _circumstances(self, short: Json) -> Json:
        factuality: dict[str, Any] = {**FACTUALITY.get(short["act"], CERTAIN)}
        factuality.update(short.get("factuality", {}))
        row: Json = {
            "said_on": short.get("on", self.said_on),
            "said_on_basis": short.get("basis", "day of publication"),
            "addressee": None,
            "venue": short.get("venue"),
        }
        for role in ("addressee", "target"):
            row[role] = actor_id(short[role]) if role in short else None
        if "venue_id" in short:
            row["venue_id"] = short["venue_id"]
        return {
            **row,
            "about": short.get("about", []),
            "stance": short.get("stance"),
            "factuality": factuality,
            "hedges": short.get("hedges", []),
            "gist": short["gist"],
        }
