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

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.common.roles import Role
from tanglaw.identities.kinship import kin
from tanglaw.measures.rows import BARE, bare

SIDE: Final[Mapping[Role, str]] = {"originator": "o", "beneficiary": "b"}
LEVEL: Final[Mapping[Role, str]] = {"originator": "person", "beneficiary": "household"}
"""What accounts of a role are joined as."""

_SPARSE: Final = 16
"""How many times as many ends of numbers there are as joined accounts: so few others share one."""

Places = npt.NDArray[np.intp]
Keys = npt.NDArray[np.uint64]

_SURNAMES: Final = ("s1", "s2", "s3")


@dataclass(frozen=True, slots=True)
class Joins:
    """Which accounts of one side are joined.

    Attributes:
        keys: ``account, entity``: bare keys, one row a joined account, sorted.
        names: ``entity, s1, s2, s3``: every name recorded for the joined accounts, as hashed surnames.
    """

    keys: pl.DataFrame
    names: pl.DataFrame

    def concerns(self, parties: pl.Series) -> pl.Series:
        """Tell which of these accounts are joined."""
        joined = np.zeros(parties.len(), dtype=np.bool_)
        joined[self.entities(parties)[0]] = True
        return pl.Series(joined)

    def entities(self, parties: pl.Series) -> tuple[Places, Keys]:
        """Give the places of those among these accounts that are joined, ascending, and the entity of each.

        Both are keys of one part of somebody's payments, and an entity's is of the same part as the account's.

        No table of hashes is made of all joined accounts, for every bucket asks and most of them are not in it.
        """
        accounts, parts = self.keys["account"].to_numpy(), parties.to_numpy()
        asked = parts & np.uint64(BARE)
        if not len(accounts):
            return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.uint64)
        low = np.uint64((1 << (_SPARSE * len(accounts)).bit_length()) - 1)
        ends = np.zeros(int(low) + 1, dtype=np.bool_)
        ends[accounts & low] = True
        maybe = np.flatnonzero(ends[asked & low])
        at = np.minimum(np.searchsorted(accounts, asked[maybe]), len(accounts) - 1)
        found = accounts[at] == asked[maybe]
        places = maybe[found]
        return places, self.keys["entity"].to_numpy()[at[found]] + (parts[places] - asked[places])


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
    found = {side: joins[side].entities(rows[side]) for side in ("o", "b")}
    places = np.union1d(found["o"][0], found["b"][0])
    if not len(places):
        return rows
    at = pl.Series(places, dtype=pl.UInt32)
    part = rows[at]
    for side, (where, entities) in found.items():
        part = part.with_columns(part[side].scatter(np.searchsorted(places, where), entities))
    part = part.with_columns(_closest_names(part, joins, surname_shares))
    changed = ["o", "b", *(f"{side}_{name}" for side in ("o", "b") for name in _SURNAMES)]
    return rows.with_columns(rows[name].scatter(at, part[name]) for name in changed)


def _closest_names(part: pl.DataFrame, joins: SideJoins, surname_shares: pl.DataFrame) -> pl.DataFrame:
    """Choose for each row the names under which the parties are likeliest kin; its own where none is better."""
    places = part.select(bare(pl.col("o", "b")), at=pl.int_range(pl.len(), dtype=pl.UInt32))
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
