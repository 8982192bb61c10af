"""What stands on one side of a comparison of patterns: the library, a folder of pattern files, or an update."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tanglaw.inference.counts import FILE_COUNTS
from tanglaw.inference.difference import Side
from tanglaw.leads.learning.using import as_counts
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load
from tanglaw.patterns.pattern_set import PatternSet
from tanglaw.patterns.update_reading import read_update

LIBRARY_WORD: Final = "library"


def side(given: str, folders: Sequence[Path] = ()) -> Side:
    """Read one side.

    Args:
        given: ``library``, a folder of pattern files, or an update; a refused update may be looked at too.
        folders: further folders of pattern files, which stand beside the library under an update.

    Raises:
        FaultsError: with every fault of the files.
    """
    bands = catalogue.bands()
    if given == LIBRARY_WORD:
        return Side(given, load([LIBRARY, *folders], bands))
    path = Path(given)
    if path.is_dir():
        return Side(given, load([path], bands))
    patterns: PatternSet = load([LIBRARY, *folders], bands)
    update = read_update(path, patterns, bands, FILE_COUNTS)
    return Side(given, patterns, as_counts([update]))
