"""A process that ends when the one that started it is gone, however that ended: a pipe as stdin says so by closing."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from threading import Thread


def hold(then: Callable[[], None]) -> None:
    """Call `then`, in a thread, once stdin ends. Only for processes whose stdin is a pipe from their parent."""

    def wait() -> None:
        with suppress(OSError):
            while os.read(0, 4096):
                pass
        then()

    Thread(target=wait, name="lifeline", daemon=True).start()
