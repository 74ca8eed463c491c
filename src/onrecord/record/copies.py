"""How documents hang together: which is a copy, a rewrite, or shares only the background."""

from array import array
from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.anchors import Span
from onrecord.record.documents import Imprint


class RelationKind(StrEnum):
    """What the later of two documents is to the earlier one."""

    COPY = "copy"
    LIGHT_EDIT = "light_edit"
    REWRITE = "rewrite"
    BACKGROUND_ONLY = "background_only"
    UNRELATED = "unrelated"

    @property
    def one_source(self) -> bool:
        """Tell whether two documents so related rest on one source."""
        return self in {RelationKind.COPY, RelationKind.LIGHT_EDIT, RelationKind.REWRITE}


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A sentence of the later document with what corresponds to it in the earlier one.

    `earlier` and `later` are places in the clean texts. `kept` is the share of the later passage's
    words that stand in the earlier document in the same order, `alike` how much of what its own
    words tell, quotations apart, the earlier passage tells too; both in [0, 1].
    """

    earlier: Span
    later: Span
    kept: float
    alike: float


@dataclass(frozen=True, slots=True)
class Relation:
    """What a document is to an earlier one, how surely (in [0, 1]), and why.

    `credited` is true where one of the two names the outlet of the other as its source.
    """

    later: str
    earlier: str
    kind: RelationKind
    score: float
    reason: str
    credited: bool = False
    passages: tuple[SharedPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a document's words to find others like it: two sorted sets of 32-bit hashes.

    `runs` are chosen runs of words, `names` its names and numbers. `made_by` is the version of the
    rules that made it and the relations.
    """

    doc_id: str
    made_by: str
    runs: "array[int]"
    names: "array[int]"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from on its own word: its imprint, its address, whom it credits.

    `published_at` is the moment of publication, or of the last update, as EDTF.
    """

    imprint: Imprint
    url: str | None = None
    byline: str | None = None
    credits: tuple[str, ...] = ()
    language: str | None = None
    published_at: str | None = None

    @property
    def doc_id(self) -> str:
        """The document's id."""
        return self.imprint.doc_id
