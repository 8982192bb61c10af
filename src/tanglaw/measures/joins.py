"""Accounts of one person or household counted as one party: their rows under one key, with the names that fit best.

Payers are joined as persons and receivers as households: many unrelated payers to one *household* are what a
receiving side looks like, while two payers under one roof are two people with lives of their own.

Kinship is between families, and a household may bear several surnames. A payer is kin of a household if they are kin
of anybody in it, whichever account the money went to: among all names recorded for the joined accounts, a row bears the
one under which the two parties are likeliest kin. Where none fits better, it keeps its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.identities.kinship import kin

SIDE: Final[Mapping[Role, str]] = {"originator": "o", "beneficiary": "b"}
LEVEL: Final[Mapping[Role, str]] = {"originator": "person", "beneficiary": "household"}
"""What accounts of a role are joined as."""

_SURNAMES: Final = ("s1", "s2", "s3")


@dataclass(frozen=True, slots=True)
class Joins:
    """Which accounts of one side are joined.

    Attributes:
        keys: ``account, entity``: hashed ids, one row a joined account.
        names: ``entity, s1, s2, s3``: every name recorded for the joined accounts, as hashed surnames.
    """

    keys: pl.DataFrame
    names: pl.DataFrame

    def concerns(self, parties: pl.Series) -> pl.Series:
        """Tell which of these accounts are joined."""
        return parties.is_in(self.keys["account"].implode())


SideJoins = Mapping[str, Joins]
"""By side, ``"o"`` and ``"b"``."""


def replace_parties(rows: pl.DataFrame, joins: SideJoins, surname_shares: pl.DataFrame) -> pl.DataFrame:
    """Put entities in the place of their accounts, on both sides.

    Args:
        rows: in ``ROW_SCHEMA``.
        joins: which accounts are joined.
        surname_shares: how common each surname is, from :func:`tanglaw.identities.kinship.surname_counts`.

    Returns:
        The rows in the same order; ``o``, ``b`` and the surnames of the rows concerned may differ.
    """
    at = (joins["o"].concerns(rows["o"]) | joins["b"].concerns(rows["b"])).arg_true()
    if not at.len():
        return rows
    part = rows.select(pl.all().gather(at))
    for side in ("o", "b"):
        entity = part.select(account=side).join(joins[side].keys, on="account", how="left", maintain_order="left")
        part = part.with_columns(pl.coalesce(entity["entity"], pl.col(side)).alias(side))
    part = part.with_columns(_closest_names(part, joins, surname_shares))
    changed = ["o", "b", *(f"{side}_{name}" for side in ("o", "b") for name in _SURNAMES)]
    return rows.with_columns(rows[name].scatter(at, part[name]) for name in changed)


def _closest_names(part: pl.DataFrame, joins: SideJoins, surname_shares: pl.DataFrame) -> pl.DataFrame:
    """Choose for each row the names under which the parties are likeliest kin; its own where none is better."""
    places = part.select("o", "b", at=pl.int_range(pl.len(), dtype=pl.UInt32))
    choices = {}
    for side in ("o", "b"):
        hers = [pl.col(f"{side}_{name}") for name in _SURNAMES]
        own = part.select(*hers, at=places["at"], choice=pl.lit(0, pl.UInt32))
        others = places.select("at", entity=side).join(joins[side].names, on="entity").select(
            *(pl.col(name).alias(f"{side}_{name}") for name in _SURNAMES), "at", "choice"
        )  # fmt: skip
        choices[side] = pl.concat([own, others]).rename({"choice": f"{side}_choice"})
    every = choices["o"].join(choices["b"], on="at")
    o_s1, o_s2, o_s3, b_s1, b_s2, b_s3 = names = [f"{side}_{name}" for side in ("o", "b") for name in _SURNAMES]
    likely = kin(every[o_s1], every[o_s2], every[o_s3], every[b_s1], every[b_s2], every[b_s3], surname_shares)
    best = (
        every.with_columns(likely)
        .sort("at", "kin", "o_choice", "b_choice", descending=[False, True, False, False], nulls_last=True)
        .unique("at", keep="first", maintain_order=True)
    )
    return best.select(names)
