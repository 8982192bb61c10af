"""Worlds by guests: one author each, who had read the contract and the field, and nothing of the detector."""
