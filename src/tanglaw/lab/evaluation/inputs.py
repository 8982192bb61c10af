"""What an evaluation reads: a detector's scores, the truth, and each subject's corridor where it is known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from tanglaw.common.errors import Fault, FaultsError, UsageError
from tanglaw.common.roles import Role
from tanglaw.measures import catalogue

_SCORES: Final = ("role", "subject_id", "pattern", "score")
_ALONE: Final = {"score_alone": "score", "log_odds_alone": "log_odds"}
_TRUTH: Final = ("role", "subject_id", "pattern")
_AGE: Final[dict[Role, str]] = {"originator": "payer_age", "beneficiary": "receiver_age"}


@dataclass(frozen=True, slots=True)
class Inputs:
    """Scores and truth, checked.

    Attributes:
        scores: ``role, subject_id, pattern, score, value``; ``value`` is what ranks (log-odds, else the score).
        truth: ``role, subject_id, kind, hard, variant, person, corridor, age, age_band, entity_id``; corridor, age and
            band null where unknown; ``entity_id`` is the party that detection joined the account to, else its own id.
        leads: ``role, subject_id, pattern, protect`` of the leads written out, or ``None`` where there is no
            ``leads.parquet``.
        strangers: scored subjects that the truth does not know.
    """

    scores: pl.DataFrame
    truth: pl.DataFrame
    leads: pl.DataFrame | None
    strangers: int


def read(folder: Path, truth: Path, payments: Path | None = None, *, network: bool = True) -> Inputs:
    """Read and check everything.

    Args:
        folder: output of ``tanglaw detect``; ``scores.parquet`` is needed, ``measures.parquet`` may give corridors and
            ages, and ``leads.parquet`` what was written out.
        truth: the practice world's ``truth.parquet``.
        payments: the payments themselves, to tell corridors when ``measures.parquet`` does not.
        network: whether what counterparties contribute counts; without it ``score_alone`` and ``log_odds_alone`` rank.

    Raises:
        UsageError: a file is not there.
        FaultsError: a file cannot be evaluated; all reasons at once.
    """
    scores_path = folder / "scores.parquet"
    missing = [str(path) for path in (scores_path, truth, *([payments] if payments else [])) if not path.is_file()]
    if missing:
        raise UsageError(f"not found: {', '.join(missing)}; give the folder that `tanglaw detect` wrote, and --truth")
    scores, known = _parquet(scores_path), _parquet(truth)
    wanted = _SCORES if network else (*_SCORES, *_ALONE)
    faults = [*_lacking(scores, wanted, scores_path), *_lacking(known, _TRUTH, truth)]
    if not faults:
        scores = scores if network else scores.with_columns(pl.col(alone).alias(name) for alone, name in _ALONE.items())
        faults = [*_bad_scores(scores, scores_path), *_repeated(known, truth)]
    if faults:
        raise FaultsError("this cannot be evaluated", faults)
    known = _with_defaults(known)
    for facts in (_corridors(folder, payments, scores), _ages(folder), _entities(scores)):
        known = known.join(facts, on=["role", "subject_id"], how="left")
    known = known.with_columns(pl.coalesce("entity_id", "subject_id"))
    value = pl.coalesce("log_odds", "score") if "log_odds" in scores.columns else pl.col("score")
    best = (
        scores.with_columns(value=value.cast(pl.Float64), score=pl.col("score").cast(pl.Float64))
        .group_by("role", "subject_id", "pattern")
        .agg(pl.col("score", "value").max())
    )
    subjects = best.select("role", "subject_id").unique()
    strangers = subjects.join(known, on=["role", "subject_id"], how="anti").height
    return Inputs(best, known, _leads(folder), strangers)


def _parquet(path: Path) -> pl.DataFrame:
    try:
        return pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise UsageError(f"{path} is no readable Parquet file: {error}") from error


def _lacking(frame: pl.DataFrame, columns: tuple[str, ...], path: Path) -> list[Fault]:
    lacking = [name for name in columns if name not in frame.columns]
    return [Fault(str(path), f"no column {', '.join(lacking)}", f"columns {', '.join(columns)}")] if lacking else []


def _bad_scores(scores: pl.DataFrame, path: Path) -> list[Fault]:
    score = pl.col("score").cast(pl.Float64)
    bad = scores.filter(score.is_null() | score.is_nan() | (score < 0) | (score > 1)).height
    return [Fault(str(path), f"{bad:,} scores outside 0–1 or empty", "a probability in every row")] if bad else []


def _repeated(truth: pl.DataFrame, path: Path) -> list[Fault]:
    extra = truth.height - truth.select("role", "subject_id").n_unique()
    return [Fault(str(path), f"{extra:,} subjects named twice", "one row a role and subject")] if extra else []


def _with_defaults(truth: pl.DataFrame) -> pl.DataFrame:
    """Truth from elsewhere may hold the first columns only; then every subject is a person of its own."""
    if "person" not in truth.columns:
        truth = truth.with_row_index("person")
    return truth.select(
        pl.col("role", "subject_id").cast(pl.String),
        pl.col("pattern").cast(pl.String).alias("kind"),
        pl.col("hard").fill_null(value=False) if "hard" in truth.columns else pl.lit(False).alias("hard"),
        (pl.col("variant") if "variant" in truth.columns else pl.lit("")).cast(pl.String).alias("variant"),
        pl.col("person").cast(pl.Int64),
    )


def _corridors(folder: Path, payments: Path | None, scores: pl.DataFrame) -> pl.DataFrame:
    """Each subject's commonest corridor, ``AU→PH``: of the payments that made it look most like any pattern."""
    measures = folder / "measures.parquet"
    there = list(pl.read_parquet_schema(measures)) if measures.is_file() else []
    if "corridor" in there:
        names: list[str] = [name for name in ("role", "subject_id", "part", "corridor") if name in there]
        found = pl.read_parquet(measures, columns=names).with_columns(pl.all().cast(pl.String))
        if {"part", "log_odds"} <= set(scores.columns) and "part" in names:
            spoke = scores.sort("log_odds", descending=True, maintain_order=True).unique(
                ["role", "subject_id"], keep="first", maintain_order=True
            )
            order = spoke.select(pl.col("role", "subject_id", "part").cast(pl.String), pl.lit(0).alias("after"))
            found = found.join(order, on=["role", "subject_id", "part"], how="left", maintain_order="left")
            found = found.sort("after", nulls_last=True, maintain_order=True)
        return found.select("role", "subject_id", "corridor").unique(
            ["role", "subject_id"], keep="first", maintain_order=True
        )
    if payments is None:
        return pl.DataFrame(schema={"role": pl.String, "subject_id": pl.String, "corridor": pl.String})
    rows = pl.scan_csv(payments, infer_schema=False) if payments.suffix == ".csv" else pl.scan_parquet(payments)
    ways = rows.with_columns(corridor=pl.col("originator_country") + "→" + pl.col("beneficiary_country"))
    parts = [
        ways.group_by(pl.col(f"{role}_id").alias("subject_id"), "corridor")
        .len()
        .sort("subject_id", "len", "corridor", descending=[False, True, False])
        .unique("subject_id", keep="first", maintain_order=True)
        .select(pl.lit(role).alias("role"), "subject_id", "corridor")
        .collect()
        for role in ("originator", "beneficiary")
    ]
    return pl.concat(parts)


def _ages(folder: Path) -> pl.DataFrame:
    """Each subject's own age as it was measured, and its band."""
    measures = folder / "measures.parquet"
    there = pl.read_parquet_schema(measures) if measures.is_file() else {}
    parts = [
        pl.DataFrame(schema={"role": pl.String, "subject_id": pl.String, "age": pl.Float64, "age_band": pl.String})
    ]
    for role, name in _AGE.items():
        if {"role", "subject_id", name} <= set(there):
            own = next(measure for measure in catalogue.of_role(role) if measure.id == name)
            bands = dict(enumerate(own.bands))
            parts.append(
                pl.read_parquet(measures, columns=["role", "subject_id", name])
                .filter(pl.col("role") == role)
                .select(
                    pl.col("role", "subject_id").cast(pl.String),
                    age=pl.col(name).cast(pl.Float64),
                    age_band=own.band(pl.col(name)).replace_strict(bands, default=None, return_dtype=pl.String),
                )
            )
    return pl.concat(parts).unique(["role", "subject_id"], keep="first", maintain_order=True)


def _entities(scores: pl.DataFrame) -> pl.DataFrame:
    """The party that each scored account was joined to."""
    entity = pl.col("entity_id") if "entity_id" in scores.columns else pl.col("subject_id").alias("entity_id")
    return scores.select(pl.col("role", "subject_id"), entity).cast(pl.String).unique(["role", "subject_id"])


def _leads(folder: Path) -> pl.DataFrame | None:
    """The subjects of the leads that were written out."""
    path = folder / "leads.parquet"
    if not path.is_file():
        return None
    leads = _parquet(path)
    columns = ("role", "subject_ids", "pattern", "protect")
    lacking = _lacking(leads, columns, path)
    if lacking:
        raise FaultsError("this cannot be evaluated", lacking)
    return leads.select(columns).explode("subject_ids").rename({"subject_ids": "subject_id"})
