"""``tanglaw`` as it is without extras, on a machine that has them. ``python -m benchmarks.base_install ARGUMENTS``.

Where Splink is installed, `detect` asks its linkage model; a plain installation joins accounts by shared identifiers
alone. Both are measured.
"""

from __future__ import annotations

from tanglaw.cli.main import main
from tanglaw.identities import model

if __name__ == "__main__":
    model.available = lambda: False
    main()
