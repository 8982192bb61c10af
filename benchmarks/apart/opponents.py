"""Two honest opponents: `python -m benchmarks.apart.opponents --world w1 --train-seeds 11,12,13 --test-seed 1`.

*The published rule* (ACAMS Today 2021): twelve months, individuals, to the Philippines (or to FINTRAC's corridors), at
most US$1,000, an innocuous keyword in the reference; ranked by hits. *The labelled model*: LightGBM, trained with
labels on sister worlds, in two stages: the second also sees what the first, trained without that world, says of a
subject's partners.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path
from typing import Any, Final

import lightgbm as lgb
import numpy as np
import polars as pl
from numpy.typing import NDArray

from benchmarks.apart import features
from benchmarks.apart.judge import TARGETS, average_precision
from benchmarks.apart.make import make
from benchmarks.apart.seen import payments

PATTERNS: Final = (
    "livestream_purchase",
    "material_purchase",
    "extortion_victim",
    "minor_purchase",
    "facilitation",
    "extortion_collection",
    "minor_recipient",
)
FINTRAC: Final = ("PH", "TH", "CO", "US", "GH", "UA", "DO", "RO", "JM", "RU", "MX")
SETTINGS: Final[tuple[dict[str, Any], ...]] = (
    {"num_leaves": 15, "min_data_in_leaf": 10, "feature_fraction": 0.4, "lambda_l2": 5.0},
    {"num_leaves": 7, "min_data_in_leaf": 10, "feature_fraction": 0.25, "lambda_l2": 10.0},
)
ROUNDS: Final = (80, 150, 240)
_KEPT: Final = 0.15
"""Share of the negatives that a training set keeps: one in hundreds is positive, the rest add time and little else."""


def rule(raw: pl.DataFrame, corridor: tuple[str, ...] | None) -> pl.DataFrame:
    """Rank payers by the published rule's hits in the last twelve months."""
    frame = payments(raw)
    newest = pl.col("t").max()
    to = pl.col("beneficiary_country").is_in(corridor) if corridor else pl.lit(value=True)
    hit = (
        to
        & pl.col("abroad")
        & (pl.col("usd") <= 1000)
        & pl.col("w_innocuous")
        & ~pl.col("firm").fill_null(value=False)
        & (pl.col("t") >= newest - 365)
    )
    return frame.group_by("originator_id").agg(score=hit.sum().cast(pl.Float64)).rename({"originator_id": "subject_id"})


class Sister:
    """A world with its features and labels."""

    def __init__(self, world: str, seed: int, senders: int) -> None:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), world, seed, senders)
            self.raw = pl.read_parquet(Path(folder) / "payments.parquet")
            self.truth = pl.read_parquet(Path(folder) / "truth.parquet")
        built = features.build(self.raw)
        self.pairs = built.pop("pairs")
        self.tables = {role: self._with_truth(role, table) for role, table in built.items()}

    def _with_truth(self, role: str, table: pl.DataFrame) -> pl.DataFrame:
        said = self.truth.filter(pl.col("role") == role).select("subject_id", "pattern")
        return table.join(said, on="subject_id", how="left", maintain_order="left")


def _matrix(table: pl.DataFrame, extra: pl.DataFrame | None = None) -> NDArray[np.float32]:
    plain = table.drop("subject_id", "pattern").select(pl.all().cast(pl.Float32))
    if extra is not None:
        plain = pl.concat([plain, extra], how="horizontal")
    return plain.to_numpy()


def fit(x: NDArray[np.float32], y: NDArray[np.bool_], settings: dict[str, Any], rounds: int, seed: int) -> lgb.Booster:
    """Train on features (subjects by measures) and labels; most of the negatives are left out."""
    fixed = {
        "objective": "binary",
        "learning_rate": 0.05,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "verbosity": -1,
        "num_threads": 1,
        "seed": seed,
        "deterministic": True,
        "scale_pos_weight": 3.0,
    }
    rng = np.random.default_rng(seed)
    kept = y | (rng.random(len(y)) < _KEPT)
    x, y = x[kept], y[kept]
    return lgb.train({**fixed, **settings}, lgb.Dataset(x, y), rounds)


class Labelled:
    """The labelled model for every pattern, tuned and stacked over sister worlds."""

    def __init__(self, sisters: list[Sister], patterns: list[str]) -> None:
        self.patterns = patterns
        self.chosen: dict[str, tuple[dict[str, Any], int]] = {}
        outside = [self._first_without(sisters, n) for n in range(len(sisters))]
        self.first = {p: self._train(sisters, p, None) for p in patterns}
        self.second = {p: self._train(sisters, p, outside) for p in patterns}

    def _train(
        self, sisters: list[Sister], pattern: str, said: list[dict[str, NDArray[np.float64]]] | None
    ) -> lgb.Booster:
        x, y = _stack(sisters, pattern, said)
        settings, rounds = self.chosen[pattern]
        return fit(x, y, settings, rounds, 1)

    def _first_without(self, sisters: list[Sister], left_out: int) -> dict[str, NDArray[np.float64]]:
        """First-stage scores of one sister by models that never saw it; the first such fold also tunes the settings."""
        rest = [s for n, s in enumerate(sisters) if n != left_out]
        said = {}
        for pattern in self.patterns:
            x, y = _stack(rest, pattern, None)
            held = sisters[left_out].tables[TARGETS[pattern]]
            truth = (held["pattern"] == pattern).to_numpy()
            if pattern not in self.chosen:
                tried = []
                for settings in SETTINGS:
                    model = fit(x, y, settings, ROUNDS[-1], 1)
                    for rounds in ROUNDS:
                        guess = np.asarray(model.predict(_matrix(held), num_iteration=rounds))
                        tried.append((average_precision(truth, guess), -rounds, settings))
                best = max(tried, key=lambda t: t[:2])
                self.chosen[pattern] = (best[2], -best[1])
            settings, rounds = self.chosen[pattern]
            said[pattern] = np.asarray(fit(x, y, settings, rounds, 1).predict(_matrix(held), raw_score=True))
        return said

    def score(self, sister: Sister) -> tuple[dict[str, NDArray[np.float64]], dict[str, NDArray[np.float64]]]:
        """Scores of both stages for every pattern."""
        one = {
            p: np.asarray(self.first[p].predict(_matrix(sister.tables[TARGETS[p]]), raw_score=True))
            for p in self.patterns
        }
        two = {}
        for p in self.patterns:
            extra = _neighbours(sister, one, TARGETS[p])
            two[p] = np.asarray(self.second[p].predict(_matrix(sister.tables[TARGETS[p]], extra), raw_score=True))
        return one, two


def _stack(
    sisters: list[Sister], pattern: str, said: list[dict[str, NDArray[np.float64]]] | None
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    role = TARGETS[pattern]
    parts = [_matrix(s.tables[role], _neighbours(s, said[n], role) if said else None) for n, s in enumerate(sisters)]
    labels = [(s.tables[role]["pattern"] == pattern).to_numpy() for s in sisters]
    return np.concatenate(parts), np.concatenate(labels)


def _neighbours(sister: Sister, said: dict[str, NDArray[np.float64]], role: str) -> pl.DataFrame:
    """What the first stage says of a subject, of its partners, and of its partners' other partners."""
    other = "beneficiary" if role == "originator" else "originator"
    mine, theirs = f"{role}_id", f"{other}_id"
    both = sister.pairs.select("originator_id", "beneficiary_id")
    tables = {r: sister.tables[r].select(pl.col("subject_id").alias(f"{r}_id")) for r in ("originator", "beneficiary")}
    for pattern, values in said.items():
        tables[TARGETS[pattern]] = tables[TARGETS[pattern]].with_columns(
            pl.Series(f"s_{pattern}", values).cast(pl.Float32)
        )
    own, far = tables[role], tables[other]
    far_names = [c for c in far.columns if c.startswith("s_")]
    own_names = [c for c in own.columns if c.startswith("s_")]
    joined = both.join(far, on=theirs, maintain_order="left").join(own, on=mine, maintain_order="left")
    odds = [(1 / (1 + (-pl.col(c)).exp())).alias(f"q_{c}") for c in own_names]
    joined = joined.with_columns(odds)
    rest = [(pl.col(f"q_{c}").sum() - pl.col(f"q_{c}")).over(theirs).alias(f"r_{c}") for c in own_names]
    joined = joined.with_columns(rest)
    told = joined.group_by(mine, maintain_order=True).agg(
        *[pl.col(c).max().alias(f"max_{c}") for c in far_names],
        *[pl.col(c).mean().alias(f"mean_{c}") for c in far_names],
        *[pl.col(f"r_{c}").sum().alias(f"rest_{c}") for c in own_names],
        *[pl.col(f"r_{c}").max().alias(f"restmax_{c}") for c in own_names],
    )
    full = own.join(told, on=mine, how="left", maintain_order="left").drop(mine)
    return full.select(pl.all().cast(pl.Float32))


def contest(world: str, train: list[int], test: int, senders: int) -> dict[str, Any]:
    """Let both opponents play a world; return average precisions and counts."""
    begun = time.perf_counter()
    sisters = [Sister(world, seed, senders) for seed in train]
    unseen = Sister(world, test, senders)
    rated = {p: (unseen.tables[TARGETS[p]]["pattern"] == p).to_numpy() for p in PATTERNS}
    present = [p for p, y in rated.items() if y.sum() >= 5]
    payer = unseen.tables["originator"]
    result: dict[str, Any] = {"world": world, "test_seed": test, "train_seeds": train, "senders": senders}
    result |= {"payers": payer.height, "payments": unseen.raw.height}
    for name, corridor in (("rule_PH", ("PH",)), ("rule_FINTRAC", FINTRAC), ("rule_anywhere", None)):
        ranked = payer.select("subject_id").join(rule(unseen.raw, corridor), on="subject_id", maintain_order="left")
        scored = ranked["score"].fill_null(0.0).to_numpy()
        result[name] = round(average_precision(rated["livestream_purchase"], scored), 4)
    model = Labelled(sisters, present)
    one, two = model.score(unseen)
    result["patterns"] = {}
    for p in present:
        keep = (unseen.tables[TARGETS[p]]["pattern"] != "material_vendor").to_numpy()
        result["patterns"][p] = {
            "positives": int(rated[p].sum()),
            "labelled": round(average_precision(rated[p][keep], one[p][keep]), 3),
            "labelled_stacked": round(average_precision(rated[p][keep], two[p][keep]), 3),
        }
    result["seconds"] = round(time.perf_counter() - begun)
    return result


def main() -> None:
    """Read the command line, hold the contest, print it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--world", required=True)
    parser.add_argument("--train-seeds", default="11,12,13")
    parser.add_argument("--test-seed", type=int, default=1)
    parser.add_argument("--senders", type=int, default=30_000)
    said = parser.parse_args()
    seeds = [int(s) for s in said.train_seeds.split(",")]
    print(json.dumps(contest(said.world, seeds, said.test_seed, said.senders)))


if __name__ == "__main__":
    main()
