"""How the pictures look, by day and in the dark."""

from __future__ import annotations

from typing import Final

STYLE: Final = (
    "svg{font:12px system-ui,sans-serif;background:#fff}.a{stroke:#8a8f98;fill:none}.g{stroke:#e3e5e9}"
    ".c{stroke:#0b6e8f;stroke-width:2;fill:none}.p{fill:#0b6e8f}text{fill:#23272e}.t{font-weight:600}"
    "@media(prefers-color-scheme:dark){svg{background:#16181d}.g{stroke:#2c3038}.c{stroke:#5cc2e0}.p{fill:#5cc2e0}"
    "text{fill:#e6e8eb}}"
)
