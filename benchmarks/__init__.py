"""Benchmarks of Tanglaw."""
