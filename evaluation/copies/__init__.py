"""How documents hang together, measured on pairs written for it: `python -m evaluation.copies`."""
