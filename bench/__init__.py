"""Speed and memory of each step, measured alone."""
