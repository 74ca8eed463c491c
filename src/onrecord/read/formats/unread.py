"""Kinds of file that are known by their first bytes and that no reader takes."""

MARKS = {
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"RIFF": "a picture or a sound",
    b"\x00\x00\x00 ftyp": "a film or a picture",
    b"\x00\x00\x00\x18ftyp": "a film or a picture",
    b"ID3": "a sound",
    b"OggS": "a sound",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3\x00": "a database",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old or an encrypted Office document",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"-----BEGIN PGP MESSAGE-----": "an encrypted message",
    b"%!PS": "a PostScript document",
}
"""First bytes and what they are; sources are the formats' own specifications."""

TAR = 257
"""Where a tar archive has its mark."""


def unread(head: bytes) -> str | None:
    """Give the kind that these first bytes prove a file to be, with its article.

    >>> unread(b"GIF89a..."), unread(b"Talks resume")
    ('a picture', None)
    """
    if head[TAR : TAR + 5] == b"ustar":
        return "a tar archive"
    return next((kind for mark, kind in MARKS.items() if head.startswith(mark)), None)
