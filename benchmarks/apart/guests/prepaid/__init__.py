"""A practice world: an issuer of prepaid cards and app accounts in the Netherlands, Britain and the United States."""

from .world import build

__all__ = ["build"]
