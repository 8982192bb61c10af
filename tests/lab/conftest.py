from __future__ import annotations

from dataclasses import dataclass

import polars as pl
import pytest

from tanglaw.lab.worlds.places import COUNTRIES
from tanglaw.lab.worlds.settings import Settings
from tanglaw.lab.worlds.world import make


@dataclass(frozen=True)
class Known:
    """A world whose payments are joined with the truth of both sides, and valued in US dollars."""

    table: pl.DataFrame
    truth: pl.DataFrame
    joined: pl.DataFrame

    def of(self, payer: str, receiver: str) -> pl.DataFrame:
        return self.joined.filter((pl.col("payer_kind") == payer) & (pl.col("receiver_kind") == receiver))


def known(settings: Settings) -> Known:
    table, truth = make(settings)
    side = lambda role, name: truth.filter(role=role).select(  # noqa: E731
        pl.col("subject_id").alias(f"{role}_id"),
        pl.col("pattern").alias(f"{name}_kind"),
        pl.col("variant").alias(f"{name}_variant"),
        pl.col("person").alias(name),
        pl.col("group").alias(f"{name}_group"),
    )
    usd = {country.currency: country.usd for country in COUNTRIES}
    joined = (
        table.with_columns(usd=pl.col("amount").cast(pl.Float64) * pl.col("currency").replace_strict(usd))
        .join(side("originator", "payer"), on="originator_id", how="left")
        .join(side("beneficiary", "receiver"), on="beneficiary_id", how="left")
    )
    return Known(table, truth, joined)


@pytest.fixture(scope="session")
def rich() -> Known:
    """Five payers in a hundred are purchasers, so that published figures can be measured."""
    return known(Settings(4_000, 24, 2024, prevalence=0.05))
