"""Leads to try the workspace with: a practice world of invented people, detected and imported."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

from tanglaw.common.errors import TanglawError

_SENDERS, _SEED = 5_000, 4  # the world of `tanglaw demo`, so that the pages of the documentation speak of it


def fill(data: Path) -> str:
    """Fill an empty workspace; return what to tell.

    The work is done in a process of its own: the threads that detection starts would not survive the server's fork.

    Raises:
        TanglawError: it did not succeed.
    """
    from tanglaw.casework.models import Run  # noqa: PLC0415 -- Django must be loaded first

    if Run.objects.exists():
        return "The workspace holds a run already; no sample was added."
    worker = multiprocessing.get_context("spawn").Process(target=_make, args=(data / "sample",))
    worker.start()
    worker.join()
    if worker.exitcode:
        raise TanglawError("The sample could not be made; what went wrong stands above.")
    return "The workspace holds leads of a practice world now; all people in it are invented."


def _make(folder: Path) -> None:
    from tanglaw.casework.site.start import load  # noqa: PLC0415
    from tanglaw.lab import worlds  # noqa: PLC0415
    from tanglaw.leads.detection import detect  # noqa: PLC0415

    load()
    from tanglaw.casework.audit.chain import CONSOLE, Who  # noqa: PLC0415
    from tanglaw.casework.intake.importing import import_run  # noqa: PLC0415
    from tanglaw.casework.running.sources import Described, keep  # noqa: PLC0415

    world = worlds.simulate(folder / "world", _SENDERS, 24, _SEED)
    detect([world.payments_path], folder / "results")
    import_run(folder / "results", Who(CONSOLE))
    keep(Described("practice-world", [world.payments_path]), Who(CONSOLE))
