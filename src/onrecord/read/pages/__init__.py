"""Web pages: their article, what they declare about it, and what kind of page they are."""
