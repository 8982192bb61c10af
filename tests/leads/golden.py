"""What people read is kept beside the tests; ``TANGLAW_GOLDEN=write`` refreshes it, so that a change shows in a diff."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check(name: str, text: str) -> None:
    path = FOLDER / name
    if os.environ.get("TANGLAW_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{path} differs; look, then refresh it with TANGLAW_GOLDEN=write"
