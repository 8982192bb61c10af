"""A file's header and first rows, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.payments.columns import BY_NAME
from tanglaw.payments.delimited.reader import open_delimited
from tanglaw.payments.inputs import HEAD, kind_of
from tanglaw.payments.proposal.words import PAYMENT

ROWS: Final = 2_000
_BLOCK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Sample:
    """What a proposal looks at.

    Attributes:
        source: the file as the user named it.
        rows: the first rows under the file's own names.
        delimiter, encoding: of text; None for Parquet.
    """

    source: str
    rows: pl.DataFrame
    delimiter: str | None = None
    encoding: str | None = None


def take_sample(path: Path) -> Sample:
    """Read the beginning of a CSV file (also of the first in a gzip or zip) or a Parquet file.

    Raises:
        FaultsError: it is neither, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            kind, unfit = kind_of(stream.read(HEAD))
    except OSError as error:
        raise _refused(path, f"a file that cannot be opened ({error.strerror})") from error
    if unfit or kind in {"empty", "xml"}:
        raise _refused(path, unfit or {"empty": "an empty file", "xml": "XML, which needs no mapping"}[kind])
    if kind == "parquet":
        try:
            return Sample(str(path), pl.scan_parquet(path, hive_partitioning=False).head(ROWS).collect())
        except pl.exceptions.PolarsError as error:
            raise _refused(path, f"a damaged Parquet file ({str(error).splitlines()[0][:200]})") from error
    return _text(path)


def _text(path: Path) -> Sample:
    from tanglaw.payments.archives import open_members  # noqa: PLC0415 -- only for text

    known = {*BY_NAME, *(word for words in PAYMENT.values() for word in words)}
    for source, stream in open_members(path):
        text = open_delimited(stream, source, known=known, block=_BLOCK)
        raw = next(text.batches(text.dialect.header), None)
        rows = raw.rows if raw else pl.DataFrame(schema=dict.fromkeys(text.dialect.header, pl.String))
        rows = rows.drop("line", strict=False).head(ROWS)
        return Sample(source, rows, text.dialect.delimiter, text.blocks.encoding)
    raise _refused(path, "an archive without files")


def _refused(path: Path, found: str) -> FaultsError:
    return FaultsError("No mapping can be proposed.", [Fault(str(path), found, "a CSV or Parquet file of payments")])
