"""Names met so far, so that one that comes again costs a look-up: a party's payments lie in many batches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.common.distinct import Distinct
from tanglaw.identities.names import read_names

_SEED: Final = 0x6E61
_HELD: Final = 2_000_000
"""Names held, 50 bytes each; when there are more, all are forgotten and read anew as they come."""

_READ: Final = pl.Schema({"s1": pl.UInt64, "s2": pl.UInt64, "s3": pl.UInt64, "organisation": pl.Boolean})

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]


class NamesMet:
    """Surnames and organisations by the name's 64-bit hash."""

    def __init__(self) -> None:
        self._keys: Hashes = np.empty(0, dtype=np.uint64)  # ascending
        self._at: Places = np.empty(0, dtype=np.int64)  # the row of each in `_read`
        self._read = _READ.to_frame()

    def read(self, columns: Sequence[pl.Series]) -> list[pl.DataFrame]:
        """Read the names of several columns.

        Returns:
            For each column ``s1``, ``s2``, ``s3`` and ``organisation``, as high as it is; all null where there is no
            name. See :func:`tanglaw.identities.names.read_names`.
        """
        texts = [column.drop_nulls() for column in columns]
        hashes = [text.hash(_SEED).to_numpy() for text in texts]
        distinct = [Distinct.of(one) for one in hashes]
        said = pl.concat(text.gather(pl.Series(one.first)) for text, one in zip(texts, distinct, strict=True))
        keys = np.concatenate([one[of.first] for one, of in zip(hashes, distinct, strict=True)])
        self._meet(keys, said)
        places = np.split(self._places(keys), np.cumsum([len(one) for one in distinct])[:-1])
        return [
            self._read.select(pl.all().gather(_spread(column, at[of.codes])))
            for column, at, of in zip(columns, places, distinct, strict=True)
        ]

    def _meet(self, keys: Hashes, said: pl.Series) -> None:
        """Read those names that are new."""
        new = self._places(keys) < 0
        if len(self._keys) + int(new.sum()) > _HELD:
            self._keys, self._at, self._read = self._keys[:0], self._at[:0], _READ.to_frame()
            new[:] = True
        unread = np.flatnonzero(new)
        unread = unread[Distinct.of(keys[unread]).first]
        if not len(unread):
            return
        read = read_names(said.gather(pl.Series(unread))).select(_READ.names()).cast(_READ)
        into = np.searchsorted(self._keys, keys[unread])
        self._at = np.insert(self._at, into, self._read.height + np.arange(len(unread)))
        self._keys = np.insert(self._keys, into, keys[unread])
        self._read = pl.concat([self._read, read], rechunk=True)

    def _places(self, keys: Hashes) -> Places:
        """Find the rows of names in what was read; -1 of those that were not."""
        if not len(self._keys):
            return np.full(len(keys), -1, dtype=np.int64)
        place = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return np.where(self._keys[place] == keys, self._at[place], -1)


def _spread(column: pl.Series, places: Places) -> pl.Series:
    """Give the places of names to the rows that have one; null to the others."""
    if not column.has_nulls():
        return pl.Series(places)
    named = column.is_not_null().to_numpy()
    spread = np.zeros(len(named), dtype=np.int64)
    spread[named] = places
    return pl.DataFrame({"at": spread, "named": named}).select(pl.when("named").then("at")).to_series()
