"""Patterns and ordinary explanations: YAML files that state what is expected, with sources."""
