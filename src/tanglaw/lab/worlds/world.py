"""Make a practice world: a population over months, payments in one place and truth in another."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import polars as pl

from tanglaw.lab.worlds.aliases import with_aliases
from tanglaw.lab.worlds.assembly import assemble
from tanglaw.lab.worlds.dirt import soil
from tanglaw.lab.worlds.draft import Draft
from tanglaw.lab.worlds.population import populate
from tanglaw.lab.worlds.rhythm import calendar
from tanglaw.lab.worlds.settings import PREVALENCE, Kind, Settings
from tanglaw.lab.worlds.writing import write


@dataclass(frozen=True, slots=True)
class World:
    """A practice world as written.

    Attributes:
        payments_path: the payments, the only thing a detector may see.
        truth_path: ``role, subject_id, pattern, group, hard`` and, for study, ``variant`` and ``person``
            (and, of kind ``aliases``, ``household``).
        payments: rows written, broken and repeated ones included.
        subjects: how many subjects each role and true kind has.
    """

    folder: Path
    settings: Settings
    payments_path: Path
    truth_path: Path
    payments: int
    subjects: dict[str, dict[str, int]]


def make(settings: Settings) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The payment table (all columns, no broken rows) and the truth, in memory."""
    settings.check()
    people_seed, table_seed = np.random.SeedSequence(settings.seed).spawn(2)
    draft = Draft(calendar(settings.first_day, settings.months), settings.kind)
    populate(draft, settings, people_seed)
    table, truth = assemble(draft, np.random.default_rng(table_seed))
    if settings.kind == "aliases":
        return with_aliases(table, truth, np.random.default_rng([settings.seed, 11]))
    return table, truth


def simulate(
    folder: Path,
    senders: int,
    months: int,
    seed: int,
    *,
    kind: Kind = "mixed",
    prevalence: float = PREVALENCE,
    dirty: float = 0.0,
    drop_columns: tuple[str, ...] = (),
    columns: Literal["all", "required"] = "all",
    format: Literal["parquet", "csv"] = "parquet",  # noqa: A002 -- the option's own name
) -> World:
    """Write a practice world into ``folder``: ``payments.parquet`` or ``.csv``, ``truth.parquet``, ``world.json``.

    The same arguments give the same world. ``prevalence`` is the share of payers under ``livestream_purchase``; the
    default is for measuring, not a real-life figure.

    Raises:
        UsageError: a setting cannot be carried out; all of them are named at once.
    """
    settings = Settings(senders, months, seed, kind, prevalence, dirty, tuple(drop_columns), columns, format)
    table, truth = make(settings)
    table = table.select(settings.kept_columns)
    if settings.share_of_broken_rows:
        table = soil(table, settings.share_of_broken_rows, np.random.default_rng([settings.seed, 7]))
    counts = truth.group_by("role", "pattern").len().sort("role", "pattern")
    subjects: dict[str, dict[str, int]] = {"beneficiary": {}, "originator": {}}
    for role, pattern, count in counts.iter_rows():
        subjects[role][pattern] = count
    paths = write(folder, table, truth, {"settings": asdict(settings), "payments": table.height, "subjects": subjects})
    return World(folder, settings, *paths, table.height, subjects)
