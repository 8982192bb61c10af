"""Who is looked at for nothing: `python -m benchmarks.fairness` writes docs/fairness.md.

Makes practice worlds with seeds that nothing was tuned on, detects in each, and pools them: with the false alarms of
one world corridors cannot be told from chance.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.machine import describe
from tanglaw.lab.evaluation.fairness import BUDGET, Fairness, fairness
from tanglaw.lab.evaluation.fairness_table import fairness_text
from tanglaw.lab.evaluation.inputs import Inputs, read
from tanglaw.lab.worlds import simulate
from tanglaw.lab.worlds.settings import Kind

_TOP: Final = Path(__file__).parents[1]
_WORLDS: Final[tuple[tuple[Kind, int], ...]] = (
    ("mixed", 301), ("imitators", 302), ("clean", 304),
    ("mixed", 305), ("imitators", 306), ("clean", 307),
    ("mixed", 308), ("imitators", 309), ("clean", 310),
)  # fmt: skip
"""With the false alarms of three of them a corridor's own few are hardly told from chance."""

MOST: Final = 1.25
"""Corridors may differ by so much."""


def _play(home: Path, kind: Kind, seed: int, senders: int, *, reuse: bool) -> Inputs:
    world, out = home / f"{kind}-{seed}", home / f"{kind}-{seed}" / "out"
    if not (reuse and (world / "truth.parquet").is_file()):
        simulate(world, senders=senders, months=24, seed=seed, kind=kind, prevalence=0.003)
    if not (reuse and (out / "scores.parquet").is_file()):
        command = (sys.executable, "-m", "tanglaw", "detect", str(world / "payments.parquet"), "--out", str(out))
        subprocess.run(command, check=True, capture_output=True)
    return read(out, world / "truth.parquet")


def _verdict(queue: Fairness) -> str:
    said = []
    for name, found in (("corridors", queue.alike), ("receivers' countries", queue.destinations)):
        if found is None:
            said.append(f"{name}: too few false alarms to compare")
        else:
            word = "**held unequal**" if found.more_than(MOST) else "not held unequal"
            said.append(
                f"{name} {word} ({found.pulled_in:.2f}× with chance taken out; so uneven by chance in {found.p:.1%})"
            )
    return f"- **{queue.queue}**, among people who truly do the same: {'; '.join(said)}."


def main() -> None:
    """Play the worlds and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fairness", description=__doc__)
    parser.add_argument("--senders", type=int, default=14_000, help="payers in each world")
    parser.add_argument("--out", type=Path, default=_TOP / "docs" / "fairness.md", help="the page")
    parser.add_argument("--folder", type=Path, default=None, help="keep the worlds here, and use those that are there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tanglaw-fairness-") as name:
        home = options.folder or Path(name)
        worlds = [_play(home, kind, seed, options.senders, reuse=options.folder is not None) for kind, seed in _WORLDS]
        found = fairness(worlds)
    text = (
        (Path(__file__).parent / "fairness_head.md")
        .read_text(encoding="utf-8")
        .format(
            verdict="\n".join(_verdict(queue) for queue in found),
            count=len(_WORLDS),
            worlds=", ".join(f"{kind}, seed {seed}" for kind, seed in _WORLDS),
            senders=options.senders,
            budget=f"{BUDGET * 100:g}",
            day=datetime.now(UTC).date(),
            machine=describe(),
        )
    )
    for queue in found:
        text += f"## {queue.queue[0].upper()}{queue.queue[1:]}\n\n```\n{fairness_text(queue, BUDGET)}\n```\n\n"
    options.out.write_text(text.rstrip() + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
