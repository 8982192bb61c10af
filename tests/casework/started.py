"""Loads Django once, before any test module imports a model: on a SQLite file that every test on SQLite starts from."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tanglaw.casework.site import start

DATA = Path(tempfile.mkdtemp(prefix="tanglaw-tests-"))

os.environ |= {
    "TANGLAW_DATA": str(DATA),
    "TANGLAW_ORIGIN": "http://localhost:8000",
    "TANGLAW_SECOND_FACTOR": "optional",
}
os.environ.pop("DATABASE_URL", None)
start.prepare({})
