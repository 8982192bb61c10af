"""Small practice worlds with what detect finds in them, made once for all tests, also of several workers."""

from __future__ import annotations

import fcntl
import os
import pickle
from dataclasses import dataclass
from pathlib import Path

import pytest

from tanglaw.lab.worlds import World, simulate
from tanglaw.leads.detection import Detection, detect


@dataclass(frozen=True)
class Practised:
    """A world of twelve months and the finished run over it: to be read, never to be written into."""

    folder: Path
    world: World
    detection: Detection

    @property
    def results(self) -> Path:
        return self.folder / "results"


def practised(temporary: pytest.TempPathFactory, senders: int, seed: int, prevalence: float) -> Practised:
    """Give the world and its run; whoever asks first makes them, others wait. Accounts are joined by identifiers only."""
    place = temporary.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        place = place.parent  # what the workers of one run share
    folder = place / f"practised-{senders}-{seed}-{prevalence}"
    folder.mkdir(exist_ok=True)
    kept = folder / "made.pickle"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            world = simulate(folder / "world", senders=senders, months=12, seed=seed, prevalence=prevalence)
            made = Practised(folder, world, detect([world.payments_path], folder / "results"))
            kept.write_bytes(pickle.dumps(made))
        return pickle.loads(kept.read_bytes())
