"""Worlds by guests: six authors, each of whom had read the contract and the field, and nothing of the detector."""
