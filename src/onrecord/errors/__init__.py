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
    FolderGiven,
    NoArticle,
    ReadingFailed,
    TooManyMarks,
    TooManyPassages,
)
from onrecord.errors.records import (
    AmbiguousId,
    AmbiguousText,
    NoSuchEntry,
    NoSuchText,
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
    "AmbiguousActor",
    "AmbiguousId",
    "AmbiguousText",
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
    "FolderGiven",
    "ModelMissing",
    "NoArticle",
    "NoSuchActor",
    "NoSuchEntry",
    "NoSuchText",
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
    "TooManyPassages",
    "WeightsBroken",
]
