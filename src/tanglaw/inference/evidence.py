"""The evidence about all subjects of one role, as band numbers: what inference reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.common.mapped import slices
from tanglaw.common.room import IN_MEMORY, Room
from tanglaw.measures.measure import Measure
from tanglaw.measures.rows import COUNTRY, decode_corridor

ABSTAINED: Final = 255

STRATA: Final = (2, 3, 5, 9, 17, 33)
"""Subjects are compared with subjects that have about as many payments: 1, 2, 3–4, 5–8, 9–16, 17–32, more."""

LONE: Final = 0
"""The stratum of a single payment."""

_LEAST_IN_CORRIDOR: Final = 200
_ABROAD, _DOMESTIC, _AMONG_SENDERS = SORTS = 0, 1, 2
"""Sorts of corridors. Each also stands for its small ones in place of a packed corridor, none of which is so low."""

_FREE_OF_STRATA: Final = frozenset({"count"})
_FREE_OF_CORRIDORS: Final = frozenset({"abroad", "rail"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Band numbers of every subject.

    Attributes:
        measures: the measures, in column order.
        codes: (subjects, measures) UInt8, band number or ``ABSTAINED``.
        corridor: (subjects,) index into `corridors`, of those with whom a subject is compared.
        corridors: packed corridor of each index. Corridors with under 200 subjects stand together: 1 for those within
            one country, 2 for those between two countries that send, 0 for the others across borders (and for any sort
            that is under 200 again).
        sorts: (corridors,) of which sort each is: 0, 1 or 2 as above.
        stratum: (subjects,) index by number of payments, see ``STRATA``.
    """

    measures: tuple[Measure, ...]
    codes: npt.NDArray[np.uint8]
    corridor: npt.NDArray[np.int64]
    corridors: tuple[int, ...]
    sorts: npt.NDArray[np.int64]
    stratum: npt.NDArray[np.int64]

    @property
    def cells(self) -> int:
        """Number of (corridor, stratum) cells."""
        return len(self.corridors) * (len(STRATA) + 1)

    def peers(self, row: int) -> str:
        """Say with whom a subject is compared, as words after "payers" or "receivers"."""
        packed = self.corridors[int(self.corridor[row])]
        if packed == _DOMESTIC:
            return "in smaller corridors within one country"
        if packed == _AMONG_SENDERS:
            return "in smaller corridors between countries that send"
        if packed == _ABROAD:
            return "in smaller corridors across borders" if _DOMESTIC in self.corridors else "in smaller corridors"
        return f"in {decode_corridor(packed)}"

    @property
    def cell(self) -> npt.NDArray[np.int64]:
        """(subjects,) cell of each subject; made anew each time."""
        return self.cells_of(slice(None))

    def cells_of(self, rows: slice | Sequence[int] | npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
        """Give the cells of some subjects."""
        return np.asarray(self.corridor[rows] * (len(STRATA) + 1) + self.stratum[rows])


def stratified(measure: Measure) -> bool:
    """Say whether a measure is compared within strata; the number of payments itself cannot be."""
    return measure.family not in _FREE_OF_STRATA


def within_corridors(measure: Measure) -> bool:
    """Say whether a measure is compared within corridors.

    Whether money crosses a border cannot be. How it is sent could, but then the few who pay by card where families send
    cash would look rare for living there, and would be looked at more often than those who do the same elsewhere
    (docs/decisions/018).
    """
    return measure.family not in _FREE_OF_CORRIDORS


def gather(subjects: pl.DataFrame, measures: Sequence[Measure], room: Room = IN_MEMORY) -> Evidence:
    """Read the bands of measured subjects.

    Args:
        subjects: one row a subject with ``rows``, ``corridor`` and a column for each measure.
        measures: which measures to read.
        room: for the arrays.
    """
    # By column, as they are read.
    codes = room.zeros((len(measures), subjects.height), np.uint8).T
    corridor, stratum = (room.zeros(subjects.height, np.int64) for _ in range(2))
    corridors, sorts, stands_with = _compared(subjects["corridor"])
    bands = [m.band(pl.col(m.id)).fill_null(ABSTAINED).alias(m.id) for m in measures]
    for part in slices(subjects.height):
        some = subjects[part]
        if bands:
            codes[part] = some.select(bands).to_numpy()
        corridor[part] = some["corridor"].replace_strict(stands_with, return_dtype=pl.Int64).to_numpy()
        stratum[part] = np.searchsorted(np.array(STRATA), some["rows"].to_numpy(), side="right")
    return Evidence(tuple(measures), codes, corridor, corridors, sorts, stratum)


def _compared(packed: pl.Series) -> tuple[tuple[int, ...], npt.NDArray[np.int64], dict[int, int]]:
    """Say within which corridors, small ones together, subjects are compared, and of which sort each is.

    Life within one country and money sent abroad are different lives: who buys at home must not look rare because the
    corridors that theirs stands with are full of families who support parents. Nor must who buys in another country
    that people send from, rather than to.

    Returns:
        ``corridors`` and ``sorts`` of :class:`Evidence`, and where in them subjects of each packed corridor stand.
    """
    own, payers, receivers = pl.col("corridor"), pl.col("corridor") // COUNTRY, pl.col("corridor") % COUNTRY
    counted = packed.cast(pl.Int64).to_frame("corridor").group_by("corridor").len("subjects")
    across = counted.filter(payers != receivers)
    senders = _senders(across.select("subjects", payers.alias("from"), receivers.alias("to"))).implode()
    sort = (
        pl.when(own.is_in(SORTS)).then(own)
        .when(payers == receivers).then(_DOMESTIC)
        .when(payers.is_in(senders) & receivers.is_in(senders)).then(_AMONG_SENDERS)
        .otherwise(_ABROAD)
    )  # fmt: skip
    held = counted.with_columns(packed="corridor")
    together = pl.col("subjects").sum().over("corridor")
    for small in (sort, pl.lit(_ABROAD, pl.Int64)):  # a sort that is small again falls to the last one
        held = held.with_columns(corridor=pl.when(together >= _LEAST_IN_CORRIDOR).then(own).otherwise(small))
    corridors = pl.Series("corridor", sorted({_ABROAD, *held["corridor"].unique()}), pl.Int64)
    sorts = corridors.to_frame().select(sort.cast(pl.Int64)).to_series().to_numpy()
    places = {one: at for at, one in enumerate(corridors)}
    stands_with = {one: places[whole] for one, whole in held.select("packed", "corridor").iter_rows()}
    return tuple(corridors), sorts, stands_with


def _senders(across: pl.DataFrame) -> pl.Series:
    """Give the countries that more of these subjects send from than to."""
    sent, got = (
        across.group_by(pl.col(end).alias("country")).agg(pl.col("subjects").sum().alias(end)) for end in ("from", "to")
    )
    return sent.join(got, on="country", how="left").filter(pl.col("from") > pl.col("to").fill_null(0))["country"]
