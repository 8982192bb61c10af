"""People under several names, accounts and devices: one subject's payments spread over several.

Households that receive for a facilitator split most, purchasers often, ordinary people now and then: a second account
is no evidence by itself. An alias of a receiver stands in the person's own name, written anew, or in a relative's.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from tanglaw.lab.worlds.arrays import Ints, Rng, chance, ints

_SPLIT: Final = {
    "beneficiary": {"facilitation": (0.8, 4), "extortion_collection": (0.5, 4)},
    "originator": {"livestream_purchase": (0.5, 3), "material_purchase": (0.4, 3)},
}
_ORDINARY: Final = (0.04, 2)
"""Share of subjects that have aliases, and the most that one has (assumed)."""

_FEWEST_PAYMENTS: Final = 4
_RELATIVE: Final = {"beneficiary": 0.5, "originator": 0.0}
_KEPT: Final = {"phone": 0.7, "email": 0.35, "device": 0.6, "account": 0.2, "address": 0.7}
"""How often an alias has the same phone, mailbox, device, account or address on file as the first record (assumed)."""

_GIVEN: Final = ("Rowena", "Liza", "Arnel", "Joel", "Gemma", "Rosalie", "Andrei", "Luz", "Malee", "Nok")


def with_aliases(table: pl.DataFrame, truth: pl.DataFrame, rng: Rng) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Spread some subjects' payments over aliases.

    Args:
        table: the payment table.
        truth: its truth, with ``person``.
        rng: source of chance.

    Returns:
        The table with the aliases' ids and details, and the truth with a row for each alias and ``household``: subjects
        of one household have one number; a relative has a ``person`` of their own (below zero).
    """
    truth = truth.with_columns(household="person")
    rows = [truth]
    for role in ("beneficiary", "originator"):
        table, added = _of_role(table, truth.filter(pl.col("role") == role), role, rng)
        rows.append(added.select(truth.columns).match_to_schema(truth.schema))
    paid = [table.select(pl.lit(role).alias("role"), subject_id=f"{role}_id").unique() for role in _SPLIT]
    # Who pays or is paid under aliases only has no record under the first id.
    return table, pl.concat(rows).join(pl.concat(paid), on=["role", "subject_id"], how="semi").sort(
        "role", "subject_id"
    )


def _of_role(table: pl.DataFrame, truth: pl.DataFrame, role: str, rng: Rng) -> tuple[pl.DataFrame, pl.DataFrame]:
    aliases = _aliases(table, truth, role, rng)
    key = f"{role}_id"
    counts = aliases.group_by("subject_id").agg(records=pl.len() + 1)
    per_row = table.select(key).join(counts, left_on=key, right_on="subject_id", how="left", maintain_order="left")
    number = ints(rng.random(table.height) * per_row["records"].fill_null(1).to_numpy())
    chosen = pl.DataFrame({"id": table[key], "number": number}).join(
        aliases, left_on=["id", "number"], right_on=["subject_id", "number"], how="left", maintain_order="left"
    )
    changed = [
        pl.when(chosen["alias"].is_not_null())
        .then(chosen[detail])
        .otherwise(pl.col(f"{role}_{detail}"))
        .alias(f"{role}_{detail}")
        for detail in ("name", *_KEPT)
        if f"{role}_{detail}" in table.columns
    ]
    table = table.with_columns(*changed, pl.coalesce(chosen["alias"], pl.col(key)).alias(key))
    seen = aliases.join(table.select(alias=key).unique(), on="alias", how="semi")
    return table, seen.select(pl.exclude("subject_id")).rename({"alias": "subject_id"})


def _aliases(table: pl.DataFrame, truth: pl.DataFrame, role: str, rng: Rng) -> pl.DataFrame:
    """One row an alias: the truth of its subject, ``number`` from 1, ``alias`` (its id), and its details."""
    details = [f"{role}_{detail}" for detail in ("name", *_KEPT) if f"{role}_{detail}" in table.columns]
    first = table.group_by(subject_id=f"{role}_id").agg(
        *(pl.col(name).drop_nulls().first().alias(name.removeprefix(f"{role}_")) for name in details), payments=pl.len()
    )
    able = truth.join(first, on="subject_id").filter(pl.col("payments") >= _FEWEST_PAYMENTS).sort("subject_id")
    wanted = [_SPLIT[role].get(pattern, _ORDINARY) for pattern in able["pattern"]]
    share, most = np.array([part[0] for part in wanted]), np.array([part[1] for part in wanted])
    extra = np.where(chance(rng, len(wanted), share), ints(rng.random(len(wanted)) * (most - 1)) + 1, 0)
    which = np.repeat(np.arange(len(wanted)), extra)
    rows = able.select(pl.all().gather(which))
    n = rows.height
    ids = rows["subject_id"].str.replace(r"\d+$", "") + pl.Series(rng.permutation(n) + 10_000_000 + truth.height).cast(
        pl.String
    )
    relative = chance(rng, n, _RELATIVE[role])
    rows = rows.with_columns(alias=ids, number=pl.int_range(1, pl.len() + 1).over("subject_id"))
    return rows.with_columns(
        _renamed(rows["name"], relative, rng),
        *_redetailed(rows, rng),
        person=pl.Series(np.where(relative, -1 - np.arange(n), rows["person"].to_numpy())),
    )


def _renamed(name: pl.Series, relative: np.ndarray, rng: Rng) -> pl.Series:
    """Write the name anew, or give the surname another given name."""
    frame = pl.DataFrame({"name": name, "way": rng.integers(0, 3, len(name)), "relative": relative,
                          "given": pl.Series(_GIVEN).gather(rng.integers(0, len(_GIVEN), len(name)))})  # fmt: skip
    parts = pl.col("name").str.replace(r"^([^,]+), (.+)$", "$2 $1").str.extract_groups(r"^(.*) (\S+)$")
    given, surname = parts.struct[0], parts.struct[1]
    own = (
        pl.when(pl.col("way") == 0)
        .then(surname + ", " + given)
        .when(pl.col("way") == 1)
        .then(pl.col("name").str.to_uppercase())
        .otherwise("name")
    )
    written = pl.when("relative").then(pl.col("given") + " " + surname).otherwise(own)
    return frame.select(pl.coalesce(written, "name").alias("name"))["name"]


def _redetailed(rows: pl.DataFrame, rng: Rng) -> list[pl.Series]:
    """Keep each detail or give the alias its own, in the form of the old one: its last digits drawn anew."""
    changed = []
    for detail, share in _KEPT.items():
        if detail not in rows.columns:
            continue
        fresh: Ints = rng.integers(1_000_000, 10_000_000, rows.height)
        frame = pl.DataFrame({"old": rows[detail], "new": pl.Series(fresh).cast(pl.String),
                              "kept": chance(rng, rows.height, share)})  # fmt: skip
        old, new = pl.col("old"), pl.col("new")
        made = {
            "phone": old.str.slice(0, old.str.len_chars() - 7) + new,
            "email": "m" + new + "@example.org",
            "device": "dev-" + new,
            "account": new + "00",
            "address": new.str.slice(0, 2) + " " + old.str.replace(r"^\d+ ", ""),
        }[detail]
        value = pl.when("kept").then(old).otherwise(pl.when(old.is_not_null()).then(made))
        changed.append(frame.select(value.alias(detail))[detail])
    return changed
