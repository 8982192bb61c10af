"""Programs that act in a person's name: their keys, and what each may be used for."""
