"""``tanglaw`` as it is without extras, on a machine that has them. ``python -m benchmarks.base_install ARGUMENTS``.

Where Splink is installed, `detect` asks its linkage model; a plain installation joins accounts by shared identifiers
alone. Both are measured.
"""

from __future__ import annotations

import sys

from tanglaw.cli.main import main

if __name__ == "__main__":
    # Found to be absent when it is looked for; nothing is loaded here that a plain installation would load later.
    sys.modules["splink"] = None  # type: ignore[assignment]
    main()
