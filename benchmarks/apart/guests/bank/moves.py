"""Receivers abroad who change account: a lost telephone, a closed wallet, a new bank; same person, new id."""

from __future__ import annotations

from typing import Final

import polars as pl

from benchmarks.apart.guests.bank.almanac import DAYS
from benchmarks.apart.guests.bank.world import World

SHARE: Final = 0.09
INSTITUTIONS: Final = ("charity", "hub")


def change_accounts(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """Rows with the new account from the day of the change on.

    One person in eleven within two years, whoever they are: several ids for one person are no sign by themselves.
    """
    rng, register = world.rng, world.receivers
    moved: dict[str, list[float]] = {"receiver": [], "since": [], "again": []}
    for number in range(len(register.rows)):
        row = register.rows[number]
        if row.country == "NO" or row.rail == "card" or row.pattern in INSTITUTIONS or rng.random() > SHARE:
            continue
        again = register.someone(row.country, row.pattern, group=row.group, same_as=number)
        for key, value in zip(moved, (number, float(rng.uniform(30, DAYS - 30)), again), strict=True):
            moved[key].append(value)
    table = pl.DataFrame(moved, schema={"receiver": pl.Int64, "since": pl.Float64, "again": pl.Int64})
    joined = rows.join(table, on="receiver", how="left", maintain_order="left")
    current = pl.when(pl.col("at") >= pl.col("since")).then("again").otherwise("receiver")
    return joined.with_columns(current.alias("receiver")).drop("since", "again")
