"""Judge scores against a world's truth: `python -m benchmarks.apart.judge WORLD_DIR SCORES.parquet [--json]`.

Average precision for each pattern, with every subject of its role in the ranking: a subject without a score comes
last (all such tie, and enter together). Who is a `material_vendor` is left out of the receivers: nobody's target,
nobody's error. So are further accounts of a person one of whose accounts is of the pattern, where the truth says who is
who: whoever finds the person is right about them.
"""

from __future__ import annotations

import argparse
import json
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

TARGETS: Final = {
    "livestream_purchase": "originator",
    "material_purchase": "originator",
    "extortion_victim": "originator",
    "minor_purchase": "originator",
    "facilitation": "beneficiary",
    "extortion_collection": "beneficiary",
    "minor_recipient": "beneficiary",
}
_LEAST: Final = -1e9
_BINS: Final = (0.0, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 1.000001)


def average_precision(positive: NDArray[np.bool_], score: NDArray[np.float64]) -> float:
    """Average precision; subjects of equal score enter together (the usual step definition)."""
    if not positive.any():
        return float("nan")
    order = np.argsort(-score, kind="stable")
    hits, ranked = np.cumsum(positive[order]), score[order]
    last = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    found = hits[last]
    gained = np.diff(np.concatenate([[0], found]))
    return float(np.sum(gained * found / (last + 1)) / hits[-1])


def ranking(truth: pl.DataFrame, scores: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """Rank every subject of the pattern's role, material vendors left out; `hit` tells who is of the pattern."""
    role = TARGETS[pattern]
    mine = scores.filter((pl.col("role") == role) & (pl.col("pattern") == pattern))
    mine = mine.group_by("subject_id").agg(pl.col("log_odds").max(), pl.col("score").max())
    who = truth.filter((pl.col("role") == role) & (pl.col("pattern") != "material_vendor"))
    if "person" in who.columns:
        persons = who.filter(pl.col("pattern") == pattern)["person"].unique()
        who = who.filter(
            (pl.col("pattern") == pattern) | ~pl.col("person").is_in(persons.implode()).fill_null(value=False)
        )
    joined = who.join(mine, on="subject_id", how="left").with_columns(
        log_odds=pl.col("log_odds").fill_nan(None).fill_null(_LEAST), hit=pl.col("pattern") == pattern
    )
    return joined.sort(["log_odds", "subject_id"], descending=[True, False])


def _bins(ranked: pl.DataFrame) -> list[dict[str, Any]]:
    scored = ranked.filter(pl.col("score").is_not_null())
    rows = []
    for low, high in pairwise(_BINS):
        part = scored.filter((pl.col("score") >= low) & (pl.col("score") < high))
        if part.height:
            rows.append(
                {
                    "from": low,
                    "to": min(high, 1.0),
                    "subjects": part.height,
                    "said": round(float(part["score"].mean() or 0.0), 4),  # type: ignore[arg-type]
                    "true": round(float(part["hit"].mean() or 0.0), 4),  # type: ignore[arg-type]
                }
            )
    return rows


def judge(truth: pl.DataFrame, scores: pl.DataFrame) -> dict[str, dict[str, Any]]:
    """Judge every pattern that occurs in the truth; see the module for what counts."""
    verdict: dict[str, dict[str, Any]] = {}
    for pattern in TARGETS:
        ranked = ranking(truth, scores, pattern)
        hit = ranked["hit"].to_numpy()
        if not hit.any():
            continue
        top = ranked.head(100).filter(pl.col("log_odds") > _LEAST)
        kinds = top.filter(~pl.col("hit"))["pattern"].value_counts(sort=True).rows()
        hard = ranked.filter(pl.col("hit"))["hard"].to_numpy()
        known = ranked.filter(pl.col("log_odds") > _LEAST)
        verdict[pattern] = {
            "ap": round(average_precision(hit, ranked["log_odds"].to_numpy()), 4),
            "positives": int(hit.sum()),
            "hard": int(hard.sum()),
            "scored_positives": int(known["hit"].sum()),
            "subjects": ranked.height,
            **{f"p@{k}": round(float(hit[:k].mean()), 3) for k in (50, 100, 200)},
            "victims_in_top_100": sum(n for kind, n in kinds if kind in {"extortion_victim", "romance_fraud_victim"}),
            "confusions": dict(kinds),
            "calibration": _bins(ranked),
        }
    return verdict


def show(verdict: dict[str, dict[str, Any]]) -> str:
    """Lay a verdict out for a person."""
    head = f"{'pattern':22}{'AP':>7}{'pos':>6}{'hard':>6}{'p@50':>7}{'p@100':>7}{'p@200':>7}{'victims':>9}"
    lines = [f"{head}  true kinds among the top 100"]
    for pattern, v in verdict.items():
        wrong = ", ".join(f"{kind} {n}" for kind, n in list(v["confusions"].items())[:6])
        lines.append(
            f"{pattern:22}{v['ap']:7.3f}{v['positives']:6}{v['hard']:6}{v['p@50']:7.2f}{v['p@100']:7.2f}{v['p@200']:7.2f}"
            f"{v['victims_in_top_100']:9}  {wrong}"
        )
    for pattern, v in verdict.items():
        told = "  ".join(f"{b['said']:.3f}→{b['true']:.3f} ({b['subjects']})" for b in v["calibration"])
        lines.append(f"{pattern}: score said→true (subjects): {told}")
    return "\n".join(lines)


def main() -> None:
    """Read the command line, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("world", type=Path)
    parser.add_argument("scores", type=Path)
    parser.add_argument("--json", action="store_true")
    said = parser.parse_args()
    verdict = judge(pl.read_parquet(said.world / "truth.parquet"), pl.read_parquet(said.scores))
    print(json.dumps(verdict, indent=1) if said.json else show(verdict))


if __name__ == "__main__":
    main()
