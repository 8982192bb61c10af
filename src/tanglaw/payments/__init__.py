"""From files and messages to one checked, canonical payment table."""
