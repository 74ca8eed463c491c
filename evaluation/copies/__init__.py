"""Scores how documents are told to hang together: `python -m evaluation.copies [DIR]`."""
