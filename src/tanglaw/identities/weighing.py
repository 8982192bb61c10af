"""One person, one household, or neither: what a shared identifier comes to once name, age and city are weighed in.

By Bayes' rule over three explanations of why two subjects share an identifier. All figures are assumed (nobody
publishes how often kin, agents and strangers share phones); `docs/identities.md` shows how they did on practice data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl

from tanglaw.identities.comparing import contradicts
from tanglaw.identities.details import KINDS

EXPLANATIONS: Final = ("person", "household", "strangers")

ENOUGH: Final = 0.95
"""Probability from which a link is made: a wrong join puts an innocent family under suspicion, a missed one costs a
lead."""

SHARED: Final[Mapping[str, tuple[float, float, float]]] = {
    "phone": (0.50, 0.35, 0.15),
    "email": (0.75, 0.17, 0.08),
    "account": (0.80, 0.15, 0.05),
    "device": (0.40, 0.35, 0.25),
    "address": (0.15, 0.67, 0.18),
}
"""Why two subjects share a value with nobody else: one person, one household, strangers (an agent, a number given out
anew, a block of flats). Each further name behind the value makes strangers likelier by as much again; of several values
that with the fewest names, for who serves strangers would stand behind each of them with all their names."""

TWICE: Final = 0.1
"""How often strangers who share one value share another too, of a different kind, against what that value would say by
itself.

What makes strangers share a phone (an agent who writes down their own, a number given out anew) seldom makes them share
a home or an account as well; for people who live together it is the same thing.
"""

NAMES: Final[Mapping[str, tuple[float, float, float]]] = {
    "same": (0.62, 0.010, 0.0005),
    "part": (0.16, 0.015, 0.0010),
    "spelling": (0.10, 0.015, 0.0005),
    "initials": (0.06, 0.020, 0.0020),
    "married": (0.02, 0.020, 0.0005),
    "one word": (0.02, 0.020, 0.0050),
    "surname": (0.01, 0.450, 0.0200),
    "differ": (0.01, 0.450, 0.9700),
    "unknown": (1.0, 1.0, 1.0),
}
"""How often names agree so. A father and a son may have one name; a household has several surnames. Of strangers the
share that bears the shared surname is taken from the data, at least the figure here."""

YEARS: Final[Mapping[str, tuple[float, float, float]]] = {
    "same": (0.92, 0.05, 0.03),
    "one apart": (0.05, 0.06, 0.05),
    "two apart": (0.02, 0.06, 0.05),
    "far": (0.01, 0.83, 0.87),
    "unknown": (1.0, 1.0, 1.0),
}

CITY: Final[Mapping[str, tuple[float, float, float]]] = {
    "same": (0.90, 0.95, 0.60),
    "other": (0.10, 0.05, 0.40),
    "unknown": (1.0, 1.0, 1.0),
}
"""Strangers who share an identifier mostly live in one town too: their agent's."""

GENERATION: Final[Mapping[str, tuple[float, float, float]]] = {
    "agree": (1.0, 1.0, 1.0),
    "one side": (0.1, 1.0, 1.0),
    "conflict": (0.001, 1.0, 1.0),
}
"""Jr. is often left out, but where only one has it, father and son are meant as often as not."""

_SAME_NAME_IN_A_FAMILY: Final = 20.0
"""How many times likelier a household of two with one name is once one of them is a Jr."""


def weigh(compared: pl.DataFrame) -> pl.DataFrame:
    """Give each pair that shares an identifier its explanation.

    Args:
        compared: ``sharing.Sharing.pairs`` with what ``Comparer.compare`` adds.

    Returns:
        The rows with ``person`` and ``household`` (probabilities; household includes one person) and ``level``: person,
        household, or null for no link.
    """
    parts = [_explained(place) for place in range(len(EXPLANATIONS))]
    frame = compared.with_columns(part.alias(name) for name, part in zip(EXPLANATIONS, parts, strict=True))
    whole = pl.sum_horizontal(EXPLANATIONS)
    frame = frame.with_columns(
        person=pl.col("person") / whole, household=(pl.col("person") + pl.col("household")) / whole
    ).drop("strangers")
    # Without a name, a phone or a device of two people born in one year would make them one.
    own = (pl.col("agreement") != "unknown") | pl.col("account").is_not_null() | pl.col("email").is_not_null()
    is_person = (pl.col("person") >= ENOUGH) & ~contradicts() & own
    level = pl.when(is_person).then(pl.lit("person")).when(pl.col("household") >= ENOUGH).then(pl.lit("household"))
    return frame.with_columns(level=level)


def _explained(place: int) -> pl.Expr:
    said: pl.Expr = pl.lit(1.0)
    for kind in KINDS:
        # Pooled as if each had been the only one: a third is what no opinion would be.
        said *= pl.when(pl.col(kind).is_null()).then(1.0).otherwise(SHARED[kind][place] * 3)
    if EXPLANATIONS[place] == "strangers":
        names = pl.min_horizontal(KINDS).cast(pl.Float64)
        kinds = pl.sum_horizontal(pl.col(kind).is_not_null().cast(pl.Float64) for kind in KINDS)
        said *= (names - 1).clip(lower_bound=1) * pl.lit(TWICE).pow(kinds - 1)
    said *= _looked_up("agreement", NAMES, place)
    if EXPLANATIONS[place] == "strangers":
        rarer = pl.col("surname_share").fill_null(0) / NAMES["surname"][place]
        said *= pl.when(pl.col("agreement") == "surname").then(rarer.clip(lower_bound=1)).otherwise(1.0)
    if EXPLANATIONS[place] == "household":
        father_and_son = (pl.col("generation") != "agree") & pl.col("agreement").is_in(["same", "part", "initials"])
        said *= pl.when(father_and_son).then(_SAME_NAME_IN_A_FAMILY).otherwise(1.0)
    said *= _looked_up("years", YEARS, place) * _looked_up("city", CITY, place)
    return said * _looked_up("generation", GENERATION, place)


def _looked_up(column: str, table: Mapping[str, tuple[float, float, float]], place: int) -> pl.Expr:
    return pl.col(column).replace_strict(
        {key: figures[place] for key, figures in table.items()}, return_dtype=pl.Float64
    )
