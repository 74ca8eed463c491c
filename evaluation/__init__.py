"""Scores against gold annotation: what is right, what is missed, what must not get worse."""
