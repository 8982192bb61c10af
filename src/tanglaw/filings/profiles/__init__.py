"""Profiles: what one authority wants of a report. TOML files; nothing of an authority is written in code."""
