"""How the judge of single passages is trained: how factual an event is, who blames whom."""
