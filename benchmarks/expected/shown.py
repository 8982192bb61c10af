"""What one world shows: in which bands the true subjects of each pattern fall, and those they are compared with."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from benchmarks.apart.make import make
from tanglaw.common.roles import Role
from tanglaw.engines.engine import choose
from tanglaw.inference.baseline import baseline
from tanglaw.inference.evidence import ABSTAINED, Evidence, gather
from tanglaw.inference.relation_table import library_table
from tanglaw.measures import catalogue
from tanglaw.measures.intake import Intake, take_in
from tanglaw.measures.measuring import measure
from tanglaw.measures.rows import AT_HOME, Enrichment
from tanglaw.payments.rates import Rates

LEAST: Final = 8
"""With fewer subjects whose measure did not abstain, a world has nothing to say of it."""

_TOGETHER: Final = pl.DataFrame(
    [
        *(
            (payer, receiver)
            for relation in library_table().relations.values()
            for payer in relation.payers
            for receiver in relation.receivers
        ),
        ("material_purchase", "material_vendor"),  # who is no explanation yet, but a true kind of the worlds
    ],
    schema=["payer_kind", "receiver_kind"],
    orient="row",
).with_columns(together=pl.lit(1))
"""Which true kind pays which: tells in which part of an account, abroad or at home, its kind lies."""

Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shown:
    """One measure of one pattern's true subjects in one world.

    Attributes:
        counts: (bands,) subjects in each band.
        anybody: (bands,) shares among all subjects of the role.
        alike: (bands,) mean shares among those whom these subjects are compared with: same cell.
    """

    counts: Shares
    anybody: Shares
    alike: Shares


@dataclass(frozen=True, slots=True)
class Seen:
    """All subjects of one role in one world.

    Attributes:
        evidence: their bands, one row for each part of a subject's payments, within one country and abroad.
        kinds: (rows,) the subject's true kind where this part is the one that its kind lies in, else null.
        subject_kinds: (rows,) the subject's true kind in either part.
    """

    evidence: Evidence
    kinds: pl.Series
    subject_kinds: pl.Series


def shown(world: str, seed: int, senders: int, folder: Path) -> dict[tuple[str, str], Shown]:
    """Make a world, measure it as `detect` does (accounts not joined), and count by pattern and measure.

    Args:
        world: its name.
        seed: of the world.
        senders: payers.
        folder: where worlds are kept; one that is there is used.
    """
    found: dict[tuple[str, str], Shown] = {}
    for seen in looked_at(world, seed, senders, folder).values():
        found |= counted(seen)
    return found


def looked_at(world: str, seed: int, senders: int, folder: Path) -> dict[Role, Seen]:
    """Make a world and measure it, as :func:`shown` does; give its subjects by role."""
    home = folder / f"{world}-{seed}"
    if not (home / "truth.parquet").is_file():
        home.mkdir(parents=True, exist_ok=True)
        make(home, world, seed, senders)
    file, truth = home / "payments.parquet", pl.read_parquet(home / "truth.parquet")
    mains = _main_parts(pl.read_parquet(file), truth)
    found: dict[Role, Seen] = {}
    with tempfile.TemporaryDirectory(prefix="tanglaw-shown-") as name:
        work = Path(name)
        intake = take_in([file], work, Enrichment(Rates.load()), buckets=4)
        measured = measure(intake, choose("local"), work)
        tables: dict[Role, pl.DataFrame] = {"originator": measured.payers, "beneficiary": measured.receivers}
        for role, table in tables.items():
            measures = [m for m in catalogue.of_role(role) if m not in catalogue.without_columns(role, intake.columns)]
            kinds = truth.filter(role=role).select("subject_id", subject_kind="pattern")
            named = _named(table, intake, role).join(mains[role], on=["subject_id", "at_home"], how="left")
            named = named.join(kinds, on="subject_id", how="left").sort("subject_id", "at_home")
            evidence = gather(named, tuple(measures))
            found[role] = Seen(evidence, named["kind"], named["subject_kind"])
    return found


def _main_parts(payments: pl.DataFrame, truth: pl.DataFrame) -> dict[Role, pl.DataFrame]:
    """Give each subject's true kind, in the part of its payments that has most payments of that kind.

    Returns:
        By role: ``subject_id, at_home, kind``, one row a subject.
    """
    payers = truth.filter(role="originator").select(originator_id="subject_id", payer_kind="pattern")
    receivers = truth.filter(role="beneficiary").select(beneficiary_id="subject_id", receiver_kind="pattern")
    told = (
        payments.select(
            "originator_id",
            "beneficiary_id",
            at_home=pl.col("originator_country") == pl.col("beneficiary_country"),
        )
        .join(payers, on="originator_id")
        .join(receivers, on="beneficiary_id")
        .join(_TOGETHER, on=["payer_kind", "receiver_kind"], how="left")
    )
    sides: dict[Role, tuple[str, str]] = {
        "originator": ("originator_id", "payer_kind"),
        "beneficiary": ("beneficiary_id", "receiver_kind"),
    }
    return {
        role: told.group_by(pl.col(identity).alias("subject_id"), pl.col(kind).alias("kind"), "at_home")
        .agg(pl.col("together").sum(), payments=pl.len())
        .sort("subject_id", "together", "payments", "at_home", descending=[False, True, True, False])
        .unique("subject_id", keep="first", maintain_order=True)
        .select("subject_id", "at_home", "kind")
        for role, (identity, kind) in sides.items()
    }


def _named(table: pl.DataFrame, intake: Intake, role: Role) -> pl.DataFrame:
    identity = f"{role}_id"
    rows = table.select(row="first_row").sort("row")["row"]
    ids = intake.payments(rows, [identity]).select(subject_id=identity)
    ordered = table.sort("first_row").with_columns(at_home=pl.col("key") >= AT_HOME)
    return ordered.hstack(ids)


def counted(seen: Seen) -> dict[tuple[str, str], Shown]:
    """Count a role's true subjects by pattern and measure."""
    evidence, kinds = seen.evidence, seen.kinds
    base = baseline(evidence)
    found = {}
    for kind in kinds.drop_nulls().unique().sort():
        rows = np.flatnonzero((kinds == kind).fill_null(value=False).to_numpy())
        cells = evidence.cells_of(rows)
        for column, one in enumerate(evidence.measures):
            width = len(one.bands)
            codes = evidence.codes[rows, column]
            known = codes != ABSTAINED
            if known.sum() < LEAST:
                continue
            everybody = np.bincount(evidence.codes[:, column], minlength=ABSTAINED + 1)[:width] + 0.5
            found[kind, one.id] = Shown(
                np.bincount(codes[known], minlength=width).astype(np.float64),
                everybody / everybody.sum(),
                base[column][cells[known]].mean(axis=0),
            )
    return found
