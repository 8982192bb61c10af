"""The worker: carries out what was started, starts what is due, and takes up what a killed worker left.

``tanglaw serve`` keeps one beside the server (this module, run with a pipe as stdin); in production ``tanglaw workspace
work`` runs one alone.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from threading import Event, Thread
from types import FrameType
from typing import Final

logger = logging.getLogger(__name__)

_LOOKS: Final = 2.0
"""Seconds between two looks into the queue; on SQLite each takes the write lock for a moment."""

_KEEPS: Final = 3.0
_PRUNES: Final = 3600.0


def work() -> None:
    """Work until told to end. Django must be loaded."""
    from django.db import OperationalError, connections  # noqa: PLC0415 -- Django must be loaded first
    from django_tasks_db.management.commands.db_worker import Worker  # noqa: PLC0415

    from tanglaw.casework.running.carrying_out import STOP  # noqa: PLC0415
    from tanglaw.casework.running.process import me  # noqa: PLC0415

    class Interruptible(Worker):
        """Ends within seconds when told to: what it is at goes back to the queue instead of being waited for."""

        def shutdown(self, signum: int, frame: FrameType | None) -> None:
            del signum, frame
            self.running = False
            STOP.set()
            if not self.running_task:
                sys.exit(0)

    worker = Interruptible(
        queue_names=["default"], interval=_LOOKS, batch=False, backend_name="default", startup_delay=False,
        max_tasks=None, worker_id=me()[-64:], excluded_queue_names=[],
    )  # fmt: skip
    worker.configure_signals()
    over = Event()
    keeper = Thread(target=_keep, args=(over,), name="keeper", daemon=True)
    keeper.start()
    try:
        while worker.running:
            try:
                worker.run()
            except OperationalError:  # an import on SQLite holds the database, or PostgreSQL starts anew
                logger.warning("The database did not answer; trying again.")
                connections.close_all()
                STOP.wait(_LOOKS)
    finally:
        over.set()
        keeper.join(10)
        connections.close_all()


def _keep(over: Event) -> None:
    """Look after detections, again and again; nothing that goes wrong in one look ends the next."""
    from django.db import close_old_connections, connections  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from tanglaw.casework.running.reaping import prune, reap  # noqa: PLC0415
    from tanglaw.casework.running.starting import start_due  # noqa: PLC0415

    pruned = -_PRUNES
    while not over.is_set():
        try:
            close_old_connections()
            reap(timezone.now())
            start_due(timezone.now())
            if time.monotonic() - pruned > _PRUNES:
                prune(timezone.now())
                pruned = time.monotonic()
        except Exception:
            logger.warning("A look after detections failed; the next follows.", exc_info=True)
            connections.close_all()
        over.wait(_KEEPS)
    connections.close_all()


def main() -> None:
    """Work beside a server: until told to end, or until the supervisor is gone."""
    from tanglaw.casework.running import lifeline  # noqa: PLC0415
    from tanglaw.casework.site.start import load  # noqa: PLC0415

    lifeline.hold(lambda: os.kill(os.getpid(), signal.SIGTERM))
    load()
    work()


if __name__ == "__main__":
    main()
