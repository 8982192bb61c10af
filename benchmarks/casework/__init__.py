"""How fast the workspace answers with many leads in it: ``python -m benchmarks.casework``."""
