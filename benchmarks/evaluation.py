"""Judge `tanglaw detect` on worlds it was not built on: `python -m benchmarks.evaluation` writes docs/evaluation.md.

Makes the worlds kept apart and the lab's own, with seeds that nothing was tuned on; detects in each, in a process of
its own; judges; sets the published rule and models trained with labels beside it. Those take minutes a world: their
results come from ``benchmarks/labelled.jsonl`` and ``benchmarks/elsewhere.jsonl``, lines that
``benchmarks.apart.opponents`` and ``benchmarks.apart.elsewhere`` printed, and are used only where world, seed, payers
and number of payments are the same.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import polars as pl

from benchmarks.apart.judge import TARGETS, average_precision, judge, ranking
from benchmarks.apart.make import make
from benchmarks.apart.opponents import FINTRAC, rule
from benchmarks.evaluation_page import page
from benchmarks.evaluation_picture import picture
from benchmarks.evaluation_short import BELIEVER, CHECKED, CONFIRMS, VOICE
from benchmarks.expected.voices import BELIEVED, CHECKS, LATEST, VOICES
from benchmarks.known import Row, ablation

_TOP: Final = Path(__file__).parents[1]
_GUESTS: Final = tuple(name for name in BELIEVED if not name.startswith("the "))
_APART: Final = (*(f"w{number}" for number in range(1, 9)), *_GUESTS, *CHECKS)
_LAB_SEEDS: Final = {"lab-mixed": 101, "lab-imitators": 102, "lab-sparse": 103, "lab-clean": 104}
_BARE: Final = ("w1", "w2")
_REQUIRED: Final = (
    "payment_id",
    "executed_at",
    "amount",
    "currency",
    "originator_id",
    "originator_country",
    "beneficiary_id",
    "beneficiary_country",
)
_COUNTERPARTS: Final = {
    "livestream_purchase": "facilitation",
    "facilitation": "livestream_purchase",
    "extortion_victim": "extortion_collection",
    "extortion_collection": "extortion_victim",
}
_VICTIMS: Final = ("extortion_victim", "romance_fraud_victim")
_CORRIDORS: Final[tuple[tuple[str, tuple[str, ...] | None], ...]] = (
    ("to the Philippines", ("PH",)),
    ("FINTRAC's corridors", FINTRAC),
    ("anywhere", None),
)


@dataclass(frozen=True, slots=True)
class World:
    """A world to play: its name, its seed, and whether only the required columns are left of it."""

    name: str
    seed: int
    bare: bool = False

    @property
    def title(self) -> str:
        """Name in the tables."""
        return f"{self.name}{', required columns only' if self.bare else ''}"

    @property
    def history(self) -> str:
        """What this world was to those who built the detector."""
        if self.name in {"w1", "w3", "app", "wallet"} and self.seed == 1:
            return "used in development"
        if (self.name, self.seed) in {
            ("w2", 1), ("w4", 1), ("w5", 1), ("w6", 1), ("desk", 1), ("remitter", 1), ("lab-clean", 104),
        }:  # fmt: skip
            return "looked at through the judge when choosing between methods"
        if self.name.startswith("lab-"):
            return "a kind used in development, with another seed"
        if self.name in CHECKS:
            return CONFIRMS if self.name in LATEST else CHECKED
        return VOICE if self.name in VOICES or self.name not in BELIEVED else BELIEVER


@dataclass(slots=True)
class Played:
    """A world and everything found in it."""

    world: World
    payments: int
    payers: int
    verdict: dict[str, dict[str, Any]]
    rule: dict[str, float]
    leads: dict[str, Any]
    highest: dict[str, float]
    said: dict[str, tuple[Any, Any]] = field(repr=False)
    hard: dict[str, dict[str, int]] = field(default_factory=dict)
    shapes: pl.DataFrame = field(default_factory=pl.DataFrame)
    labelled: dict[str, Any] = field(default_factory=dict)
    elsewhere: dict[str, float] = field(default_factory=dict)
    steps: dict[str, dict[str, float]] = field(default_factory=dict)
    known: list[Row] = field(default_factory=list)


def play(world: World, senders: int, folder: Path, *, reuse: bool, known: bool = True) -> Played:
    """Make a world, detect in it, judge; `known`: also try what known outcomes add.

    Raises:
        RuntimeError: `tanglaw detect` failed.
    """
    home = folder / f"{'' if world.name.startswith('lab') else 'apart-'}{world.name}-{world.seed}"
    if not (reuse and (home / "truth.parquet").is_file()):
        home.mkdir(parents=True, exist_ok=True)
        make(home, world.name, world.seed, senders)
    file, out = home / "payments.parquet", home / "out"
    if world.bare:
        file, out = home / "bare.parquet", home / "out-bare"
        pl.read_parquet(home / "payments.parquet", columns=list(_REQUIRED)).write_parquet(file)
    if not (reuse and (out / "scores.parquet").is_file()):
        _detect(file, out)
    played = _judge(world, home, file, out)
    if played.verdict and not world.bare:
        single = home / "out-single"
        if not (reuse and (single / "scores.parquet").is_file()):
            _detect(file, single, "--no-identities")
        played.steps = _steps(home, single, out)
        played.known = ablation(home, draws=2) if known else []
    return played


def _steps(home: Path, single: Path, out: Path) -> dict[str, dict[str, float]]:
    """Average precision by pattern: every account alone; accounts of one party joined; and the network heard."""
    truth = pl.read_parquet(home / "truth.parquet")
    parts = {
        "alone": pl.read_parquet(single / "scores.parquet").with_columns(log_odds="log_odds_alone"),
        "identities": pl.read_parquet(out / "scores.parquet").with_columns(log_odds="log_odds_alone"),
        "single": pl.read_parquet(single / "scores.parquet"),
        "network": pl.read_parquet(out / "scores.parquet"),
    }
    judged = {name: judge(truth, scores) for name, scores in parts.items()}
    return {pattern: {name: found[pattern]["ap"] for name, found in judged.items()} for pattern in judged["alone"]}


def _detect(file: Path, out: Path, *options: str) -> None:
    command = (sys.executable, "-m", "tanglaw", "detect", str(file), "--out", str(out), *options)
    paths = {"PYTHONPATH": os.pathsep.join([str(_TOP / "src"), str(_TOP)])}
    done = subprocess.run(command, env=os.environ | paths, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"detect failed on {file}: {done.stderr[-2000:]}")


def _judge(world: World, home: Path, file: Path, out: Path) -> Played:
    raw, truth, scores = (pl.read_parquet(p) for p in (file, home / "truth.parquet", out / "scores.parquet"))
    payers = truth.filter(pl.col("role") == "originator")
    verdict = judge(truth, scores)
    said, hard, shapes = {}, {}, []
    for pattern in verdict:
        ranked = ranking(truth, scores, pattern)
        first = ranked.head(100).filter(pl.col("hit"))["hard"]
        everybody = ranked.filter(pl.col("hit"))["hard"]
        hard[pattern] = {
            "hard": int(everybody.sum()),
            "hard_found": int(first.sum()),
            "plain": int((~everybody).sum()),
            "plain_found": int((~first).sum()),
        }
        if pattern in _COUNTERPARTS:
            shapes.append(_shapes(raw, truth, ranked, pattern))
        ranked = ranked.filter(pl.col("score").is_not_null())
        said[pattern] = (ranked["score"].to_numpy(), ranked["hit"].to_numpy())
    top = scores.filter(pl.col("pattern").is_in(list(TARGETS))).group_by("pattern").agg(pl.col("score").max())
    return Played(
        world,
        raw.height,
        payers.height,
        verdict,
        _rule(raw, payers),
        _leads(pl.read_parquet(out / "leads.parquet"), truth),
        dict(sorted(top.iter_rows(), key=lambda row: -row[1])),
        said,
        hard,
        pl.concat(shapes) if shapes else pl.DataFrame(),
    )


def _shapes(raw: pl.DataFrame, truth: pl.DataFrame, ranked: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """Tell what the positives left in the file: payments, partners, and the share of these that belong to the crime."""
    mine, theirs = ("originator_id", "beneficiary_id")[:: 1 if TARGETS[pattern] == "originator" else -1]
    first = ranked.with_row_index("place").filter(pl.col("hit"))
    first = first.select(pl.col("subject_id").alias(mine), found=pl.col("place") < 100)
    other = TARGETS[_COUNTERPARTS[pattern]]
    crime = truth.filter((pl.col("role") == other) & (pl.col("pattern") == _COUNTERPARTS[pattern]))
    pairs = raw.group_by(mine, theirs).agg(payments=pl.len()).join(first, on=mine)
    pairs = pairs.with_columns(crime=pl.col(theirs).is_in(crime["subject_id"].to_list()))
    return (
        pairs.group_by(mine, "found")
        .agg(pl.col("payments").sum(), partners=pl.len(), crime=pl.col("crime").mean(), pattern=pl.lit(pattern))
        .select("pattern", "found", "payments", "partners", "crime")
    )


def _rule(raw: pl.DataFrame, payers: pl.DataFrame) -> dict[str, float]:
    """Average precision of the published rule for payers, in three readings of its corridors."""
    positive = (payers["pattern"] == "livestream_purchase").to_numpy()
    found = {"by chance": float(positive.mean())}
    for name, corridor in _CORRIDORS:
        if not positive.any():
            break
        hits = payers.select("subject_id", hit=pl.Series(positive)).join(
            rule(raw, corridor), on="subject_id", how="left"
        )
        found[name] = average_precision(hits["hit"].to_numpy(), hits["score"].fill_null(0.0).to_numpy())
    return found


def _leads(leads: pl.DataFrame, truth: pl.DataFrame) -> dict[str, Any]:
    """Say who stands among the first hundred livestream leads; a lead may name several subjects."""
    mine = leads.filter(pl.col("pattern") == "livestream_purchase").sort("rank").head(100)
    kinds = truth.filter(pl.col("role") == "originator").select("subject_id", kind="pattern")
    named = mine.select("rank", subject_id="subject_ids").explode("subject_id").join(kinds, on="subject_id", how="left")
    return {
        "all": leads.height,
        "above_half": leads.filter(pl.col("score") >= 0.5).height,
        "first": mine.height,
        "true": named.filter(pl.col("kind") == "livestream_purchase")["rank"].n_unique(),
        "who_above_half": _above_half(leads, truth),
        "victims": named.filter(pl.col("kind").is_in(list(_VICTIMS)))["rank"].n_unique(),
    }


def _above_half(leads: pl.DataFrame, truth: pl.DataFrame) -> list[tuple[str, str, float]]:
    """List pattern, true kind and score of every lead at one half or more, the highest first."""
    high = leads.filter(pl.col("score") >= 0.5).sort("score", descending=True)
    high = high.select("role", "pattern", "score", subject_id=pl.col("subject_ids").list.first())
    kinds = truth.select("role", "subject_id", kind="pattern")
    found = high.join(kinds, on=["role", "subject_id"], how="left", maintain_order="left")
    return [(row[0], str(row[1]), row[2]) for row in found.select("pattern", "kind", "score").iter_rows()]


def _labelled(path: Path, played: Played, senders: int) -> dict[str, Any]:
    """Find the labelled model's results on the very same world."""
    if played.world.bare or not path.is_file():
        return {}
    wanted = (played.world.name, played.world.seed, senders, played.payments)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if (record["world"], record["test_seed"], record["senders"], record["payments"]) == wanted:
            return dict(record["patterns"])
    return {}


def main() -> None:
    """Play every world, write the page and the picture."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluation", description=__doc__)
    parser.add_argument("--senders", type=int, default=14_000, help="payers in each world")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1], help="seeds of the worlds kept apart")
    parser.add_argument("--lab-seed", type=int, default=None, help="seed of the lab's worlds instead of 101 to 104")
    parser.add_argument("--labelled", type=Path, default=_TOP / "benchmarks" / "labelled.jsonl")
    parser.add_argument("--elsewhere", type=Path, default=_TOP / "benchmarks" / "elsewhere.jsonl")
    parser.add_argument("--out", type=Path, default=_TOP / "docs", help="folder for the page and the picture")
    parser.add_argument("--folder", type=Path, default=None, help="keep the worlds here, and use those that are there")
    options = parser.parse_args()
    worlds = [World(name, seed) for seed in options.seeds for name in _APART]
    worlds += [World(name, options.lab_seed or seed) for name, seed in _LAB_SEEDS.items()]
    worlds += [World(name, options.seeds[0], bare=True) for name in _BARE]
    results = []
    with tempfile.TemporaryDirectory(prefix="tanglaw-evaluation-") as name:
        for world in worlds:
            print(f"{world.title}, seed {world.seed}", file=sys.stderr, flush=True)
            played = play(world, options.senders, options.folder or Path(name), reuse=options.folder is not None)
            played.labelled = _labelled(options.labelled, played, options.senders)
            played.elsewhere = _labelled(options.elsewhere, played, options.senders)
            results.append(played)
    options.out.mkdir(parents=True, exist_ok=True)
    practice, why = (
        (Path(__file__).parent / f"evaluation_{part}.md").read_text(encoding="utf-8") for part in ("practice", "why")
    )
    text = page(results, options.senders, practice, why)
    (options.out / "evaluation.md").write_text(text, encoding="utf-8")
    (options.out / "calibration.svg").write_text(picture(results), encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
