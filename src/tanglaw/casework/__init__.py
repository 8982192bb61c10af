"""Casework: the web workspace in which people review leads, decide by two pairs of eyes, and can show who did what."""
