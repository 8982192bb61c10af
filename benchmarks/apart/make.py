"""Make a world: `python -m benchmarks.apart.make OUT --world w1 --seed 1 --senders 30000`."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Final, Literal, cast

from benchmarks.apart.worlds import WORLDS
from tanglaw.lab.worlds.world import simulate

LAB: Final = tuple(f"lab-{kind}" for kind in ("mixed", "imitators", "sparse", "aliases", "clean"))
LAB_PREVALENCE: Final = 0.003
"""Share of livestream purchasers in the lab's own worlds, near that of the worlds kept apart."""


def make(out: Path, world: str, seed: int, senders: int) -> dict[str, int]:
    """Let a world live and write its `payments.parquet` and `truth.parquet` into `out`; return counts.

    `lab-mixed` and its like are Tanglaw's own practice worlds, made the same way so that both can be compared.
    """
    if world in LAB:
        kind = cast("Literal['mixed', 'imitators', 'sparse', 'aliases', 'clean']", world.removeprefix("lab-"))
        return {"payments": simulate(out, senders, 24, seed, kind=kind, prevalence=LAB_PREVALENCE).payments}
    return WORLDS[world](out, seed, senders)


def main() -> None:
    """Read the command line, make the world, print its counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--world", choices=[*sorted(WORLDS), *LAB], required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--senders", type=int, default=30_000)
    said = parser.parse_args()
    begun = time.perf_counter()
    counts = make(said.out, said.world, said.seed, said.senders)
    print(
        json.dumps({"world": said.world, "seed": said.seed, "seconds": round(time.perf_counter() - begun, 1), **counts})
    )


if __name__ == "__main__":
    main()
