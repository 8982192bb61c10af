"""Measure the network's rounds on graphs of many shapes and write ``docs/network-benchmarks.md``.

``python -m benchmarks.network`` from the top of the repository; takes some ten minutes on two cores. Each shape is a
process of its own: ``python -m benchmarks.network SHAPE`` prints one line of JSON.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from benchmarks import machine
from benchmarks.timing import run

_PAGE: Final = Path(__file__).parents[1] / "docs" / "network-benchmarks.md"

Ends = tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]
Shape = tuple[str, Callable[[np.random.Generator], tuple[int, int, Ends]]]


def _local(payers: int, edges: int, random: np.random.Generator) -> tuple[int, int, Ends]:
    """Make pairs as ``benchmarks.payments`` does: each payer has a handful of receivers, some shared."""
    payer = random.integers(0, payers, edges, dtype=np.int32)
    receiver = ((payer.astype(np.int64) * 7 + random.geometric(0.3, edges) * 101) % payers).astype(np.int32)
    return payers, payers, (payer, receiver)


def _path(count: int) -> tuple[int, int, Ends]:
    """Make one component of a path: payer, receiver, payer, …, each paying the one before and the one after."""
    payer = np.repeat(np.arange(count, dtype=np.int32), 2)
    receiver = payer + np.tile(np.array([0, 1], dtype=np.int32), count)
    return count, count + 1, (payer, receiver)


def _loops(count: int, random: np.random.Generator) -> tuple[int, int, Ends]:
    """Make rings: everybody pays themselves and the next of a ring of 2 to 5."""
    size = random.integers(2, 6, count)
    start = np.cumsum(size) - size
    who = np.arange(int(size.sum()), dtype=np.int32)
    ring = np.repeat(np.arange(count), size)
    after = (start[ring] + (who - start[ring] + 1) % size[ring]).astype(np.int32)
    return len(who), len(who), (np.concatenate([who, who]), np.concatenate([who, after]))


def _all_to_one(count: int) -> tuple[int, int, Ends]:
    return count, 1, (np.arange(count, dtype=np.int32), np.zeros(count, dtype=np.int32))


SHAPES: Final[dict[str, Shape]] = {
    "250 thousand": ("250,000 pairs, 80,000 payers: about 1 million payments", lambda r: _local(80_000, 250_000, r)),
    "2.5 million": ("2,500,000 pairs, 800,000 payers: about 10 million payments",
                    lambda r: _local(800_000, 2_500_000, r)),
    "50 million": ("50,000,000 pairs, 5,000,000 payers and as many receivers",
                   lambda r: _local(5_000_000, 50_000_000, r)),
    "one receiver": ("one receiver of 1,000,000 payers", lambda _: _all_to_one(1_000_000)),
    "one payer": ("one payer of 100,000 receivers", lambda _: (1, 100_000, _all_to_one(100_000)[2][::-1])),
    "loops": ("300,000 rings of two to five, everybody paying themselves too", lambda r: _loops(300_000, r)),
    "one component": ("one component of 1,000,001 subjects: a path", lambda _: _path(500_000)),
}  # fmt: skip


def beliefs(roles: list[str], subjects: int, random: np.random.Generator) -> npt.NDArray[np.float32]:
    """Draw own evidence, (subjects, roles + anybody), spread about as in a practice world of 20,000 payers.

    There, relative to anybody: patterns -11 nats and a spread of 3, family -2 and 2, other ordinary explanations -6.5
    and 2.5. Drawn independently, so that more subjects than in life look like two things at once.
    """
    crimes = {"livestream_purchase", "extortion_victim", "minor_purchase", "material_purchase",
              "facilitation", "extortion_collection", "minor_recipient"}  # fmt: skip
    figures = [(-11.0, 3.0) if role in crimes else (-2.0, 2.0) if "family" in role else (-6.5, 2.5) for role in roles]
    middle, spread = np.array([*figures, (0.0, 0.0)], dtype=np.float32).T
    own = random.standard_normal((subjects, len(middle)), dtype=np.float32)
    own *= spread
    own += middle
    own -= own.max(axis=1, keepdims=True)
    return own


def measure(name: str) -> dict[str, Any]:
    """Make a graph of one shape, let it settle, say what it took."""
    from tanglaw.inference.graph import Graph  # noqa: PLC0415 -- only where it is measured
    from tanglaw.inference.network import speakers  # noqa: PLC0415
    from tanglaw.inference.relation_table import library_table  # noqa: PLC0415
    from tanglaw.inference.relations import relations  # noqa: PLC0415
    from tanglaw.inference.rounds import converse  # noqa: PLC0415

    random = np.random.default_rng(1)
    payers, receivers, ends = SHAPES[name][1](random)
    table = library_table()
    roles = table.named("payers"), table.named("receivers")
    own = beliefs(roles[0], payers, random), beliefs(roles[1], receivers, random)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    start, cpu = time.perf_counter(), time.process_time()
    graph = Graph.of(*ends, payers, receivers)
    del ends
    arranged = time.process_time() - cpu
    of_roles = relations(*roles)
    outcome = converse(own, graph, speakers(of_roles, own, graph))
    degree = np.maximum(np.diff(graph.of_payer), 1) ** (1 - table.crowd) * of_roles.bound
    return {
        "pairs": len(graph), "payers": payers, "receivers": receivers,
        "seconds": time.perf_counter() - start, "cpu": time.process_time() - cpu, "arranging": arranged,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, "before": before,
        "rounds": outcome.rounds, "settled": outcome.settled, "change": outcome.change,
        "bounded": bool((np.abs(outcome.payers).max(axis=1) <= degree * 1.001).all()),
    }  # fmt: skip


def page(found: dict[str, dict[str, Any]], busy: float) -> str:
    """Write the page."""
    large, small = found.get("2.5 million"), found.get("250 thousand")
    made = (
        "Made by `python -m benchmarks.network`; do not edit. Graphs of invented subjects, twelve roles on each side; "
        "each row is a process of its own. Time is that of arranging the graph and of all rounds. The peak is the "
        "whole process's, with the subjects' own evidence (4 bytes a subject and role) and the drawing of the graph."
    )
    warning = (
        f"**The machine was not idle**: {busy:.1f} processes of other work were running when this began. Seconds are "
        "far too high and CPU seconds somewhat, since caches were shared; memory stands."
    )
    lines = [
        "# The network at work",
        "",
        made,
        "",
        f"Measured on {machine.describe()}; {machine.versions()}; numpy {np.__version__}.",
        "",
    ]
    if busy > 0.5:
        lines += [warning, ""]
    lines += [
        "| graph | pairs | s | CPU s | of it arranging | peak memory | rounds | settled |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for name, one in found.items():
        settled = "yes" if one["settled"] else f"no, {one['change']:.2g} nats"
        lines.append(
            f"| {SHAPES[name][0]} | {one['pairs']:,} | {one['seconds']:.1f} | {one['cpu']:.1f} | "
            f"{one['arranging']:.1f} | {one['peak'] / 2**30:.2f} GiB | {one['rounds']} | {settled} |"
        )
    held = all(one["bounded"] for one in found.values())
    kept = "In every graph no payer heard more than its bound ([network.md](network.md))."
    lines += ["", kept if held else "**A payer heard more than its bound.**"]
    if large and small:
        grown = large["cpu"] / small["cpu"]
        lines += [
            "",
            f"From the pairs of one million payments to those of ten million, CPU seconds grew {grown:.1f} times.",
        ]
    return "\n".join([*lines, ""])


def main() -> None:
    """Measure one shape, or all and write the page."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
        return
    busy = os.getloadavg()[0]
    found = {}
    for name in SHAPES:
        print(f"benchmarks: {SHAPES[name][0]}", file=sys.stderr)
        timing = run((sys.executable, "-m", "benchmarks.network", name))
        if timing.failure:
            sys.exit(f"benchmarks: {name}: {timing.failure}")
        found[name] = timing.says
    _PAGE.write_text(page(found, busy), encoding="utf-8")


if __name__ == "__main__":
    main()
