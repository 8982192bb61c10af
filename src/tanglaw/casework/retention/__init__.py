"""How long files are kept, what goes when, and how it goes: the key destroyed, the rows removed, the fact logged."""
