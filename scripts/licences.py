"""docs/licences.md, made from the installed metadata of the locked base set: `python scripts/licences.py`.

Versions are left out, so that a newer one under the same licence changes nothing. Rows of packages that this platform
does not install are kept as they are.
"""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "licences.md"
LOCK: Final = ROOT / "requirements" / "base.txt"

_PIN: Final = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
_ROW: Final = re.compile(r"^\| ([^|`]+) \| ([^|]+) \|", re.MULTILINE)
_TEXTS: Final = {"Apache License": "Apache-2.0", "MIT License": "MIT", "BSD 3-Clause": "BSD-3-Clause"}
_SHORT: Final = 40

_HEAD: Final = """\
# Licences

<!-- Made by `python scripts/licences.py` from what the packages themselves declare; do not edit by hand. -->

Tanglaw is Apache-2.0. The packages that a plain install brings (`requirements/base.txt`), as they declare themselves:

| package | licence |
|---|---|
"""
_TAIL: Final = """
None is under the GPL or the AGPL; a test holds that. One is under the LGPL: `pycountry`, which `schwifty` needs for
names of countries. It is installed from its own package, unchanged, imported through its public interface and
replaceable by the user, the use that the LGPL leaves open; Tanglaw ships no part of it. Whoever ships Tanglaw and
its packages together in one image ships `pycountry` too, and passes its licence and source on. See
[decision 020](decisions/020-one-library-under-the-lgpl.md).
"""


_SHIPPED: Final = """
Files of others that Tanglaw ships, minified and unchanged as npm has them, for the workspace's pages; their licences
stand whole beside them, in `src/tanglaw/casework/static/vendor/LICENSES.txt`:

| file | of | licence |
|---|---|---|
| `cytoscape.min.js` | cytoscape 3.34.4 | MIT |
| `d3-array.min.js` | d3-array 3.2.5, with internmap 2.0.3 | ISC |
| `d3-geo.min.js` | d3-geo 3.1.2 | ISC |
| `topojson-client.min.js` | topojson-client 3.1.0 | ISC |
| `countries-110m.json` | world-atlas 2.0.2, from Natural Earth (public domain) | ISC |
"""


def locked() -> list[str]:
    """Names of the packages in the lock file, in order."""
    return list(dict.fromkeys(_PIN.findall(LOCK.read_text(encoding="utf-8"))))


def licence(name: str) -> str | None:
    """Say under which licence an installed package puts itself; ``None`` where it is not installed.

    In this order: the SPDX expression, a short licence field, the classifiers, the first words of its licence file.
    """
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    said = found.metadata
    stated = said.get("License-Expression") or said.get("License") or ""
    if (stated and len(stated) <= _SHORT) or said.get("License-Expression"):
        return " ".join(stated.split())
    classed = [one.rsplit(" :: ", 1)[1] for one in said.get_all("Classifier") or [] if one.startswith("License ::")]
    if classed:
        return ", ".join(sorted(set(classed)))
    for file in found.files or []:
        if "licen" in file.name.lower():
            text = file.read_text()
            for words, identifier in _TEXTS.items():
                if words in text[:400]:
                    return f"{identifier} (from its licence file)"
    return "not declared"


def rows(page: str) -> dict[str, str]:
    """Read the table of a page: package → licence."""
    return {name: said for name, said in _ROW.findall(page.partition(_TAIL)[0]) if name not in {"package", "---"}}


def render(page: str = "") -> str:
    """Make the page; ``page`` is the present one, for packages that are not installed here."""
    known = rows(page)
    lines = [f"| {name} | {licence(name) or known.get(name, 'not installed here')} |\n" for name in locked()]
    return _HEAD + "".join(lines) + _TAIL + _SHIPPED


if __name__ == "__main__":
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""), encoding="utf-8")
