"""Identifiers, names and kinship of the parties to a payment."""
