"""The trained finder: a network that ships with the package, and how its scores become spans."""
