"""Everything that can go wrong, said once: one class, one situation, one sentence.

Trouble *in the news text* (a broken link, an ambiguous pronoun) is no error: it is a value with a
span and a reason, stored and shown. An error stops the work on one document or one command.
"""

from onrecord.errors.documents import (
    DocumentError,
    FileBinary,
    FileEmpty,
    FileKindUnknown,
    FileMissing,
    FileTooLarge,
    FileUndecodable,
    FileUnreadable,
    NoArticle,
    ReadingFailed,
    TooManyMarks,
)
from onrecord.errors.records import (
    AmbiguousId,
    NoSuchEntry,
    NotARecord,
    NotVerbatim,
    RecordBusy,
    RecordInaccessible,
    RecordMissing,
    RecordTooNew,
)
from onrecord.errors.root import (
    OnrecordError,
)
from onrecord.errors.wishes import (
    AddressTaken,
    AmbiguousActor,
    BadCode,
    BadDate,
    BadSetting,
    DaysReversed,
    ModelMissing,
    NoSuchActor,
    NothingGiven,
    OptionsExclude,
    OutputUnwritable,
    SameActor,
    WeightsBroken,
)

__all__ = [
    "AddressTaken",
    "AmbiguousActor",
    "AmbiguousId",
    "BadCode",
    "BadDate",
    "BadSetting",
    "DaysReversed",
    "DocumentError",
    "FileBinary",
    "FileEmpty",
    "FileKindUnknown",
    "FileMissing",
    "FileTooLarge",
    "FileUndecodable",
    "FileUnreadable",
    "ModelMissing",
    "NoArticle",
    "NoSuchActor",
    "NoSuchEntry",
    "NotARecord",
    "NotVerbatim",
    "NothingGiven",
    "OnrecordError",
    "OptionsExclude",
    "OutputUnwritable",
    "ReadingFailed",
    "RecordBusy",
    "RecordInaccessible",
    "RecordMissing",
    "RecordTooNew",
    "SameActor",
    "TooManyMarks",
    "WeightsBroken",
]
