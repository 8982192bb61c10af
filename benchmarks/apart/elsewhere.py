"""A model with labels, but of other places: `python -m benchmarks.apart.elsewhere >> benchmarks/elsewhere.jsonl`.

The labelled opponent of :mod:`benchmarks.apart.opponents` has labels of sister worlds of the very mechanism that it is
tested on, which no institution has before it has cases. This one has labels of every *other* mechanism among the
eight worlds and the lab's: what somebody gets who buys a model trained on another institution's cases. In its favour it
also sees each measure as a rank within the world, and is given the best of its settings on the test world itself.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from benchmarks.apart.judge import TARGETS, average_precision
from benchmarks.apart.opponents import PATTERNS, ROUNDS, SETTINGS, Sister, fit

_LAB: Final = ("lab-mixed", "lab-imitators", "lab-sparse")
_WORLDS: Final = ("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", *_LAB)
_TRAIN: Final = (11, 12)
_TEST: Final = {"lab-mixed": 101, "lab-imitators": 102, "lab-sparse": 103}
"""Seeds of the evaluation; 1 where none stands here."""

Tables = dict[str, pl.DataFrame]


def _tables(world: str, seed: int, senders: int) -> tuple[Tables, int]:
    """Features of both roles, each beside its rank within the world; and how many payments there were."""
    sister = Sister(world, seed, senders)
    ranked = {}
    for role, table in sister.tables.items():
        names = [n for n in table.columns if n not in ("subject_id", "pattern")]
        plain = table.with_columns(pl.col(n).cast(pl.Float32) for n in names)
        ranks = [(pl.col(n).rank() / pl.col(n).count()).cast(pl.Float32).alias(f"rank_{n}") for n in names]
        ranked[role] = plain.with_columns(ranks).drop("subject_id")
    return ranked, sister.raw.height


def _kin(world: str) -> str:
    """Worlds of the lab are one maker's: none is trained on to be tested on another."""
    return "lab" if world in _LAB else world


def _xy(tables: Tables, pattern: str, names: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    table = tables[TARGETS[pattern]].filter(pl.col("pattern").fill_null("") != "material_vendor")
    lacking = [pl.lit(None, pl.Float32).alias(n) for n in names if n not in table.columns]
    return table.with_columns(lacking).select(names).to_numpy(), (table["pattern"] == pattern).fill_null(
        value=False
    ).to_numpy()


def _best(train: Sequence[Tables], test: Tables, pattern: str) -> float:
    """Average precision of the setting that does best on the test world."""
    names = [n for n in train[0][TARGETS[pattern]].columns if n != "pattern"]
    parts = [_xy(tables, pattern, names) for tables in train]
    x, y = np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
    held, truth = _xy(test, pattern, names)
    tried = []
    for settings in SETTINGS:
        model = fit(x, y, settings, ROUNDS[-1], 1)
        tried += [average_precision(truth, np.asarray(model.predict(held, num_iteration=n))) for n in ROUNDS]
    return max(tried)


def contest(senders: int, worlds: Sequence[str]) -> list[dict[str, Any]]:
    """Let the model play each of the worlds with labels of all others; return a record a world."""
    train = {w: [_tables(w, seed, senders)[0] for seed in _TRAIN] for w in _WORLDS}
    records = []
    for world in worlds:
        print(world, file=sys.stderr, flush=True)
        seed = _TEST.get(world, 1)
        test, payments = _tables(world, seed, senders)
        others = [tables for w, seeds in train.items() if _kin(w) != _kin(world) for tables in seeds]
        found = {}
        for pattern in PATTERNS:
            if (test[TARGETS[pattern]]["pattern"] == pattern).sum() >= 5 and any(
                (t[TARGETS[pattern]]["pattern"] == pattern).any() for t in others
            ):
                found[pattern] = round(_best(others, test, pattern), 3)
        records.append({"world": world, "test_seed": seed, "senders": senders, "payments": payments, "patterns": found})
    return records


def main() -> None:
    """Hold the contest; print one JSON line a world."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--senders", type=int, default=14_000)
    parser.add_argument("--worlds", nargs="+", default=list(_WORLDS))
    said = parser.parse_args()
    for record in contest(said.senders, said.worlds):
        print(json.dumps(record))


if __name__ == "__main__":
    main()
