"""A practice world's files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import polars as pl

_HONESTY: Final = (
    "Invented people and payments. The prevalence is set so that there are cases to measure; nobody has published the "
    "real one, and guesses run from 1 in 1,000 to 1 in 100,000 payers. A figure measured here is not a figure of life."
)


def write(folder: Path, table: pl.DataFrame, truth: pl.DataFrame, about: dict[str, Any]) -> tuple[Path, Path]:
    """Write payments, truth and ``world.json``; returns the paths of the first two."""
    folder.mkdir(parents=True, exist_ok=True)
    kind = about["settings"]["format"]
    payments = folder / f"payments.{kind}"
    (folder / f"payments.{'csv' if kind == 'parquet' else 'parquet'}").unlink(missing_ok=True)
    if kind == "csv":
        table.write_csv(payments, datetime_format="%Y-%m-%dT%H:%M:%SZ")
    else:
        table.write_parquet(payments, compression="zstd", compression_level=1, row_group_size=250_000)
    truth_path = folder / "truth.parquet"
    truth.write_parquet(truth_path, compression="zstd", compression_level=1)
    text = json.dumps({"note": _HONESTY, **about}, indent=2, ensure_ascii=False)
    (folder / "world.json").write_text(text + "\n", encoding="utf-8")
    return payments, truth_path
