"""Attributions by words and frames: what the trained finder leaves out, and the cue lexicon."""
