"""Subjects, measures and explanations made up for the laws of inference: small, and free of any real pattern."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from tanglaw.inference.evidence import gather
from tanglaw.inference.model import Model, assemble
from tanglaw.measures.measure import Measure
from tanglaw.measures.rows import encode_corridor
from tanglaw.patterns.pattern import Expectation, Pattern, Prior

EDGES = (1.0, 2.0)
"""Values 0, 1 and 2 fall in bands 0, 1 and 2."""

CORRIDORS = ("AUPH", "GBPH", "USCO", "NZTH")


def measure(name: str, family: str | None = None) -> Measure:
    return Measure(name, "originator", family or name, name, "payments", "{value}", "invented", EDGES)


MEASURES = (measure("a"), measure("b"), measure("c", "b"), measure("payments", "count"))


def explanation(
    name: str, expects: Mapping[str, Sequence[float]], prior: float = 0.01, kind: str = "pattern"
) -> Pattern:
    """An explanation that expects shares of the first bands; what is missing to 1 is the rest's."""
    bands = measure("any").bands
    stated = tuple(
        Expectation(one, tuple(zip(bands, shares, strict=False)), "assumed", "invented")
        for one, shares in sorted(expects.items())
    )
    return Pattern(name, kind, "originator", name, "", "", False, 0.0, Prior(prior, "assumed", ""), stated, "", "", "")  # type: ignore[arg-type]


EXPLANATIONS = (
    explanation("sought", {"a": (0.1, 0.2, 0.7), "b": (0.2, 0.3, 0.5), "c": (0.1, 0.1, 0.8), "payments": (0.1, 0.3, 0.6)}),
    explanation("partly", {"a": (0.0, 0.9), "c": (0.3,)}, prior=0.003),
    explanation("ordinary", {"a": (0.8, 0.1, 0.1), "b": (0.6, 0.3, 0.1)}, prior=0.4, kind="ordinary"),
)  # fmt: skip


def subjects(seed: int, count: int = 900, measures: Sequence[Measure] = MEASURES, absent: float = 0.2) -> pl.DataFrame:
    """Subjects of four corridors, one of them too small to stand alone, whose habits differ by corridor."""
    random = np.random.default_rng(seed)
    corridor = random.choice(4, count, p=[0.4, 0.3, 0.25, 0.05])
    columns: dict[str, object] = {}
    for number, one in enumerate(measures):
        habits = np.random.default_rng([seed, number]).dirichlet([2.0, 2.0, 2.0], 4)
        values = [float(random.choice(3, p=habits[at])) for at in corridor]
        columns[one.id] = [None if random.random() < absent else value for value in values]
    named = pl.Series([CORRIDORS[at] for at in corridor]).to_frame("name")
    packed = named.select(encode_corridor(pl.col("name").str.head(2), pl.col("name").str.tail(2))).to_series()
    return pl.DataFrame(columns, schema={one.id: pl.Float32 for one in measures}).with_columns(
        corridor=packed, rows=pl.Series(random.choice([1, 2, 3, 6, 12, 40], count), dtype=pl.UInt32)
    )


def modelled(
    frame: pl.DataFrame, measures: Sequence[Measure] = MEASURES, explanations: Sequence[Pattern] = EXPLANATIONS
) -> Model:
    return assemble(gather(frame, measures), explanations)
