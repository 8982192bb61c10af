"""Proposes a mapping for an institution's file: names and values of its columns, weighed together."""
