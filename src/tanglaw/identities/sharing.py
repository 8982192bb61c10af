"""Which subjects share an identifier that tells people apart, and which identifiers do not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import polars as pl

from tanglaw.identities.details import KINDS, Details

MOST_NAMES: Final = {"phone": 8, "email": 6, "account": 6, "device": 8, "address": 12}
"""Different names that may stand behind one value before it tells nobody apart.

Names are counted and not subjects, for one person with ten accounts on one phone is exactly who is looked for. A
household has four members in the Philippines (4.1, census of 2020), and its names are written in more ways than one: a
phone or device that serves eight names is an agent's, a neighbour's or a café's; an account or mailbox of more than six
is an institution's; at one address two families of cousins may live, beyond twelve names it is a block, a dormitory or
an office.
"""

MOST_SUBJECTS: Final = 50
"""Subjects that may share one value whatever their names: fifty records of one name are a default that a form filled
in."""

_SEED: Final = 0x7368

PLURALS: Final = {"phone": "phone numbers", "email": "e-mail addresses", "account": "accounts", "device": "devices",
                  "address": "addresses"}  # fmt: skip


@dataclass(frozen=True)
class Sharing:
    """What is shared.

    Attributes:
        details: of the subjects.
        useless: ``kind, value`` of the values that tell nobody apart.
        pairs: ``left, right`` (idx, left < right, distinct) and one column a kind: how many different names share the
            value that both have (UInt32, the fewest if they share several), null if they share none.
        notes: how many values were left out.
    """

    details: Details
    useless: pl.DataFrame
    pairs: pl.DataFrame
    notes: tuple[str, ...]

    @cached_property
    def values(self) -> pl.DataFrame:
        """``idx, kind, value`` of the values that tell people apart, those of one subject included."""
        return self.details.values.join(self.useless, on=["kind", "value"], how="anti", maintain_order="left")


def share(details: Details, who: str) -> Sharing:
    """Find pairs of subjects that share a discriminating identifier.

    Args:
        details: the subjects.
        who: "payers" or "receivers", for the notes.
    """
    shared = _shared(details.values)
    counted = (
        shared.with_columns(details.subjects["name"].gather(shared["idx"]))
        .group_by("kind", "value")
        # The nameless may be anybody: each counts as a name of its own.
        .agg(subjects=pl.len(), names=pl.col("name").drop_nulls().n_unique() + pl.col("name").null_count())
    )
    most = pl.col("kind").replace_strict(MOST_NAMES, return_dtype=pl.UInt32)
    useless = (pl.col("names") > most) | (pl.col("subjects") > MOST_SUBJECTS)
    left_out = counted.filter(useless)
    kept = counted.filter(~useless)
    several = shared.join(kept.filter(pl.col("subjects") > 1), on=["kind", "value"]).select(
        "idx", "kind", "value", "names"
    )
    pairs = (
        several.join(several.select("idx", "kind", "value"), on=["kind", "value"])
        .filter(pl.col("idx") < pl.col("idx_right"))
        .group_by(left="idx", right="idx_right")
        .agg(pl.col("names").filter(pl.col("kind") == kind).min().cast(pl.UInt32).alias(kind) for kind in KINDS)
        .sort("left", "right")
    )
    notes = tuple(_note(left_out, kind, who) for kind in KINDS if _of(left_out, kind).height)
    return Sharing(details, left_out.select("kind", "value"), pairs, notes)


def _shared(values: pl.DataFrame) -> pl.DataFrame:
    """Leave out values that only one subject has, nearly all; told by a hash, one of a billion may stay."""
    found = []
    for kind in KINDS:  # one at a time, for they are many
        places = values.select((pl.col("kind") == kind).arg_true().alias("at"))["at"]
        twice = values["value"].gather(places).hash(_SEED).is_duplicated()
        found.append(places.filter(twice))
    return values.select(pl.all().gather(pl.concat(found)))


def _of(left_out: pl.DataFrame, kind: str) -> pl.DataFrame:
    return left_out.filter(pl.col("kind") == kind)


def _note(left_out: pl.DataFrame, kind: str, who: str) -> str:
    here = _of(left_out, kind)
    most = int(here.select(pl.col("subjects").max()).item())
    return (
        f"{here.height:,} {PLURALS[kind]} of {who} linked nobody: each is shared by more than {MOST_NAMES[kind]} names "
        f"or {MOST_SUBJECTS} subjects (one by {most:,})"
    )
