"""What holds for all tests, whichever worker runs them."""

import os

os.environ.pop("COLUMNS", None)
"""A worker is given the width of a terminal that it has not: output is as wide as in a pipe."""
