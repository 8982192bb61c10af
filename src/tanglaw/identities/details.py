"""What is on file about the subjects of one role, brought to one form: the only thing the linkage looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from tanglaw.common.mapped import by_column, kept
from tanglaw.identities import addresses, emails, ibans, phones
from tanglaw.identities.entities import PARTY_SCHEMA
from tanglaw.identities.person_names import parse

KINDS: Final = ("phone", "email", "account", "device", "address")
"""Identifiers that are compared. An IP address is not one of them: thousands share one behind a mobile network."""

_NO_DEVICE: Final = r"^(?:0+|n/?a|none|null|nil|unknown|undefined|test|device|web|-+|x+|1+|9+|0{8}-.*)$"
_MOST_FORMS: Final = 4
"""Names of one subject that are compared: its first ones; more would make pairs, not evidence."""

_LONGEST: Final = 200

_AT_ONCE: Final = 1 << 18
"""Rows brought to one form at a time."""


@dataclass(frozen=True, slots=True)
class Details:
    """The subjects of one role.

    Attributes:
        subjects: ``idx`` (UInt32, 0…n−1 in order of subject id), ``subject_id``, ``first_seen``, ``birth_year``,
            ``country`` (each the first one recorded), ``cities`` (list, normalised), ``name`` (number of the fullest
            name, null without one).
        values: ``idx, kind, value``, distinct: normalised identifiers.
        names: ``name`` (UInt32) and :data:`person_names.PARSED_SCHEMA`, one row a spelling.
        forms: ``idx, name``, distinct: which names a subject has.
    """

    subjects: pl.DataFrame
    values: pl.DataFrame
    names: pl.DataFrame
    forms: pl.DataFrame

    @property
    def height(self) -> int:
        """Number of subjects."""
        return self.subjects.height


def collect(parties: pl.DataFrame, folder: Path | None = None) -> Details:
    """Bring the parties of one role to one form; rows without a subject id are passed over.

    Args:
        parties: columns of ``PARTY_SCHEMA``; one that is missing counts as empty. Their order does not matter.
        folder: where to keep what there is of every subject, which is then mapped; ``None``: hold it.
    """
    missing = [pl.lit(None, dtype).alias(name) for name, dtype in PARTY_SCHEMA.items() if name not in parties.columns]
    rows = parties.with_columns(missing).select(pl.col(name).cast(dtype) for name, dtype in PARTY_SCHEMA.items())
    if rows["subject_id"].has_nulls() or not rows["subject_id"].is_sorted():
        rows = rows.filter(pl.col("subject_id").is_not_null()).sort("subject_id")
    names = _names(rows["name"].drop_nulls().unique().sort())
    subjects, values, forms = [], [], []
    for part in _whole_subjects(rows):
        some = part.with_columns(
            city=addresses.normalise_city(part["city"]), country=pl.col("country").str.to_uppercase()
        )
        called = _forms(some, names)
        subjects.append(kept([_subjects(some, names, called)], folder))
        values.append(kept([_values(some)], folder))
        forms.append(kept([called], folder))
    everybody = pl.concat(subjects, rechunk=False)
    return Details(
        by_column(everybody, folder),
        pl.concat(values, rechunk=False),
        names.unique("name", keep="first", maintain_order=True).drop("text").sort("name"),
        pl.concat(forms, rechunk=False),
    )


def _whole_subjects(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Cut rows that lie together by subject into parts, none of which splits one; each with ``idx``, seen first first.

    There is always one part.
    """
    different = pl.col("subject_id") != pl.col("subject_id").shift(1)
    idx = rows.select(different.fill_null(value=False).cum_sum().cast(pl.UInt32).alias("idx")).to_series()
    numbers = idx.to_numpy()
    start = 0
    while start < rows.height or not start:
        beyond = start + _AT_ONCE
        end = (
            int(np.searchsorted(numbers, numbers[beyond - 1], side="right")) if beyond < len(numbers) else len(numbers)
        )
        yield rows[start:end].with_columns(idx[start:end]).sort("idx", "first_seen", nulls_last=True)
        start = max(end, 1)


def _subjects(rows: pl.DataFrame, names: pl.DataFrame, forms: pl.DataFrame) -> pl.DataFrame:
    def first(column: str) -> pl.Expr:
        """Give the value seen first; the smallest where several were."""
        known = pl.col(column).filter(pl.col(column).is_not_null())
        since = pl.col("first_seen").filter(pl.col(column).is_not_null())
        return known.filter((since == since.min()) | since.min().is_null()).min().alias(column)

    once, often = _apart(rows)
    facts = ("idx", "subject_id", "first_seen", "birth_year", "country")
    cities = pl.concat_list("city").list.drop_nulls().alias("cities")
    several = often.group_by("idx").agg(
        pl.col("subject_id").first(),
        pl.col("first_seen").min(),
        first("birth_year"),
        first("country"),
        cities=pl.col("city").drop_nulls().unique().sort(),
    )
    subjects = pl.concat([once.select(*facts, cities), several.select(*facts, "cities")])
    words = names.select("name", size=pl.col("words").list.len() * 2 + pl.col("initials").list.len())
    fullest = (
        forms.join(words, on="name")
        .sort("idx", "size", "name", descending=[False, True, False])
        .unique("idx", keep="first", maintain_order=True)
        .select("idx", "name")
    )
    return subjects.join(fullest, on="idx", how="left").sort("idx")


def _names(distinct: pl.Series) -> pl.DataFrame:
    """Read distinct names, ``text``; spellings that come to the same words are one ``name``."""
    parts = [parse(distinct[start : start + _AT_ONCE]) for start in range(0, max(distinct.len(), 1), _AT_ONCE)]
    parsed = pl.concat(parts).with_columns(text=distinct, name=pl.int_range(pl.len(), dtype=pl.UInt32))
    usable = parsed.filter(pl.col("words").list.len() > 0)
    return usable.with_columns(name=pl.col("name").min().over("words", "initials", "generation"))


def _forms(rows: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Give the names of each subject: ``idx, name``."""
    written = rows.filter(pl.col("name").is_not_null()).select("idx", "first_seen", text="name")
    once, often = _apart(written.join(names.select("text", "name"), on="text"))
    several = (
        often.group_by("idx", "name")
        .agg(pl.col("first_seen").min())
        .sort("idx", "first_seen", "name", nulls_last=True)
        .group_by("idx", maintain_order=True)
        .head(_MOST_FORMS)
        .select("idx", "name")
    )
    return pl.concat([once.select("idx", "name"), several]).sort("idx", maintain_order=True)


def _values(rows: pl.DataFrame) -> pl.DataFrame:
    country = rows["country"]
    device = pl.col("device").str.slice(0, _LONGEST).str.to_lowercase().str.strip_chars()
    place = addresses.normalise(rows["address"])
    normal = {
        "phone": phones.normalise(rows["phone"].str.slice(0, _LONGEST), country),
        "email": emails.normalise(rows["email"].str.slice(0, _LONGEST)),
        "account": ibans.normalise(rows["account"].str.slice(0, _LONGEST), country),
        "device": rows.select(
            pl.when(device.str.contains("[a-z0-9]{4}") & ~device.str.contains(_NO_DEVICE)).then(device)
        )["device"],
        # Every town has a Rizal Street: an address without its city is no address.
        "address": place + " | " + rows["city"] + " | " + country.fill_null("?"),
    }
    found = []
    for kind, values in sorted(normal.items()):
        once, often = _apart(pl.DataFrame({"idx": rows["idx"], "value": values}).drop_nulls("value"))
        both = pl.concat([once, often.unique().sort("idx", "value")])
        found.append(both.select("idx", pl.lit(kind).alias("kind"), "value"))
    # By idx, kind and value: kinds come in their order, and within one only what a subject has several of was sorted.
    return pl.concat(found).sort("idx", maintain_order=True)


def _apart(rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Set the rows of those who have one apart from the rows of those who have several: nearly all have one."""
    several = rows["idx"].is_duplicated()
    return rows.filter(~several), rows.filter(several)
