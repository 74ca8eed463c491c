"""The pages, one a file: each gives a page for people and the same answer as JSON."""
