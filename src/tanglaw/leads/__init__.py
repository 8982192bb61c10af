"""Ranked, explained leads and the files that carry them."""
