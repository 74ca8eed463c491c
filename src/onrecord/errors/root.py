"""The error that all others are."""


class OnrecordError(Exception):
    """Something the user can be told in one sentence."""
