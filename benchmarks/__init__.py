"""Benchmarks, run by one command: ``python -m benchmarks``."""
