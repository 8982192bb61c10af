"""Run Tanglaw as a module: ``python -m tanglaw``."""

from tanglaw.cli.main import main

main()
