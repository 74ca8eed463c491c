"""A record that remembers: what whole lists are made of is read once, and then by what changed."""
