"""What the reading room shows, put together from a record and kept while it stands."""
