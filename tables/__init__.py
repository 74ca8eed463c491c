"""How the tables that ship with the package are made from public ones."""
