"""Tanglaw: payments consistent with online child sexual exploitation, found, explained and carried to a report."""

__version__ = "0.1.0"
