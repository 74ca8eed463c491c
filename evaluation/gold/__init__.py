"""Builds and checks the gold record of the sample case."""
