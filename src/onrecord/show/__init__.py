"""From answers to people: tables, briefs, JSON."""
