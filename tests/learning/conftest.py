"""One run over a small practice world, with more of what is sought than in life, and what people found out in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest
from tests.practised import practised

SOUGHT = ("livestream_purchase", "extortion_victim", "facilitation")


@dataclass(frozen=True)
class Practice:
    """A world, its run, and the truth."""

    payments: Path
    run: Path
    truth: pl.DataFrame

    def known(self, path: Path, *, most: int = 30, dismissed: int = 4) -> Path:
        """Write outcomes: confirmed subjects of every pattern sought, and families dismissed as such."""
        confirmed = self.truth.filter(pl.col("pattern").is_in(SOUGHT)).sort("role", "pattern", "subject_id")
        rows = [
            (role, subject, pattern, "confirmed", "")
            for role, subject, pattern in confirmed.group_by("pattern", maintain_order=True)
            .head(most)
            .select("role", "subject_id", "pattern")
            .iter_rows()
        ]
        families = self.truth.filter(pattern="family_support")["subject_id"].sort().head(dismissed)
        rows += [("originator", name, "livestream_purchase", "dismissed", "family_support") for name in families]
        columns = ["role", "subject_id", "pattern", "outcome", "explanation"]
        pl.DataFrame(rows, schema=columns, orient="row").write_csv(path)
        return path


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    made = practised(tmp_path_factory, 500, 4, 0.02)
    return Practice(made.world.payments_path, made.results, pl.read_parquet(made.world.truth_path))
