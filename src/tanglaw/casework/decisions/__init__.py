"""Deciding: what may follow what, by one person or two, and what goes back to detection."""
