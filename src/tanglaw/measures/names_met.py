"""Names met so far, so that one that comes again costs a look-up: a party's payments lie in many batches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from tanglaw.identities.names import read_names

_SEED: Final = 0x6E61
_HELD: Final = 2_000_000
"""Names held, 40 bytes each; when there are more, all are forgotten and read anew as they come."""

_READ: Final = pl.Schema({"s1": pl.UInt64, "s2": pl.UInt64, "s3": pl.UInt64, "organisation": pl.Boolean})


class NamesMet:
    """Surnames and organisations by the name's 64-bit hash."""

    def __init__(self) -> None:
        self._met = pl.DataFrame(schema={"name": pl.UInt64} | dict(_READ))

    def read(self, columns: Sequence[pl.Series]) -> list[pl.DataFrame]:
        """Read the names of several columns.

        Returns:
            For each column ``s1``, ``s2``, ``s3`` and ``organisation``, as high as it is; all null where there is no
            name. See :func:`tanglaw.identities.names.read_names`.
        """
        keys = [column.to_frame("text").select("text", name=_key("text")) for column in columns]
        distinct = pl.concat([key.drop_nulls().unique("name", keep="any") for key in keys]).unique("name", keep="any")
        new = distinct.join(self._met, on="name", how="anti")
        if self._met.height + new.height > _HELD:
            self._met, new = self._met.clear(), distinct
        if new.height:
            read = new.select("name").hstack(read_names(new["text"]))
            self._met = pl.concat([self._met, read.select(self._met.columns)])
        here = self._met.join(distinct.select("name"), on="name", how="semi")
        return [
            key.select("name").join(here, on="name", how="left", maintain_order="left").select(_READ.names())
            for key in keys
        ]


def _key(column: str) -> pl.Expr:
    return pl.when(pl.col(column).is_not_null()).then(pl.col(column).hash(_SEED))
