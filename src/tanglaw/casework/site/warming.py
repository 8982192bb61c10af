"""What a server makes ready before it is asked: the first page after a start or an import is then like every other.

Nothing here decides what anybody sees. It is what pages would make themselves, and do where this is not done yet.
"""

from __future__ import annotations

import gc
import threading
import time
from contextlib import closing, suppress
from typing import Final

from django.db import DatabaseError, connection
from django.template.loader import get_template
from django.urls import get_resolver

from tanglaw.casework.decisions.ordinary import explanations
from tanglaw.casework.reading import names, places, subjects
from tanglaw.common.errors import TanglawError

_PAUSE: Final = 1.0
"""Seconds between two looks for what an import brought; each look is a handful of counts."""

_OBJECTS: Final = 10_000
"""Made and not let go of, before Python looks for rings of them; a page makes some thousands."""

_TEMPLATES: Final = ("lead", "case", "queue", "network")


def keep_warm() -> None:
    """Begin, beside what this process serves; it ends with the process. For servers alone: it opens the database."""
    threading.Thread(target=_keep_warm, name="warming", daemon=True).start()


def _keep_warm() -> None:
    warm()
    while True:
        time.sleep(_PAUSE)
        _open()


def warm() -> None:
    """Load what pages load when they are first asked for, and open what they keep open."""
    get_resolver().url_patterns  # noqa: B018 -- imports every page
    for name in _TEMPLATES:
        get_template(f"casework/{name}.html")
    places.cities()
    for side in ("originator", "beneficiary"):
        explanations(side)
    _open()
    # All of this stays: a collection that went through it each time would hold up the page that it falls into.
    gc.collect()
    gc.freeze()
    # What a page makes it lets go of by counting; looked for every 700 objects, rings hold up each page a little.
    gc.set_threshold(_OBJECTS, 20, 20)


def _open() -> None:
    """Open protected names and subjects' ids that came since. Whom it fails for meets the reason on the page."""
    with closing(connection), suppress(DatabaseError, TanglawError):
        names.shield()
        subjects.known()
