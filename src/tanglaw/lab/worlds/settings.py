"""What a practice world is asked to be, checked before anything is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from tanglaw.common.errors import UsageError
from tanglaw.payments.columns import BY_NAME, REQUIRED

Kind = Literal["mixed", "imitators", "sparse", "clean", "dirty", "aliases"]
KINDS: Final[dict[Kind, str]] = {
    "mixed": "every pattern and every ordinary explanation",
    "imitators": "most livestream payers imitate family support",
    "sparse": "few payments a person and few columns",
    "clean": "ordinary life only: a good detector finds nothing here",
    "dirty": "mixed, with one row in fifty broken",
    "aliases": "mixed, with people under several names, accounts and devices",
}

PREVALENCE: Final = 1 / 500
"""Share of payers that are livestream purchasers. Not a real-life figure: nobody has published one, and the guesses run
from 1 in 1,000 to 1 in 100,000. A practice world needs enough cases to measure anything."""

FIRST_DAY: Final = date(2023, 7, 1)
LAST_YEAR: Final = 2026
"""Worlds of more than three years begin earlier, so that none goes on after June of this year: rates are known."""
SPARSE_COLUMNS: Final = (*REQUIRED, "originator_birth_year", "rail", "institution")


@dataclass(frozen=True, slots=True)
class Settings:
    """A practice world's settings; :meth:`check` raises on anything that cannot be made.

    Attributes:
        senders: payers in the world, about.
        months: calendar months from :attr:`first_day`.
        prevalence: share of payers that are livestream purchasers; the other patterns follow it in fixed ratios.
        dirty: share of rows to break.
        drop_columns: optional columns to leave out.
        columns: ``all`` or ``required``.
    """

    senders: int
    months: int
    seed: int
    kind: Kind = "mixed"
    prevalence: float = PREVALENCE
    dirty: float = 0.0
    drop_columns: tuple[str, ...] = ()
    columns: Literal["all", "required"] = "all"
    format: Literal["parquet", "csv"] = "parquet"

    def check(self) -> None:
        """Raise one :class:`UsageError` that names everything that is wrong."""
        laws = (
            (self.kind in KINDS, f"kind {self.kind!r} is unknown; choose one of {', '.join(KINDS)}"),
            (100 <= self.senders <= 20_000_000, f"senders is {self.senders}; expected 100 to 20,000,000"),
            (1 <= self.months <= 120, f"months is {self.months}; expected 1 to 120"),
            (self.seed >= 0, f"seed is {self.seed}; expected 0 or more"),
            (0 <= self.prevalence <= 0.2, f"prevalence is {self.prevalence}; expected 0 to 0.2"),
            (0 <= self.dirty <= 0.5, f"dirty is {self.dirty}; expected 0 to 0.5"),
            (self.columns in {"all", "required"}, f"columns is {self.columns!r}; expected all or required"),
            (self.format in {"parquet", "csv"}, f"format is {self.format!r}; expected parquet or csv"),
            *((name in BY_NAME, f"column {name!r} does not exist") for name in self.drop_columns),
            *((name not in REQUIRED, f"column {name!r} is required and stays") for name in self.drop_columns),
        )
        wrong = [message for holds, message in laws if not holds]
        if wrong:
            raise UsageError("this practice world cannot be made: " + "; ".join(wrong))

    @property
    def first_day(self) -> date:
        """The world's first day: July 2023, or earlier for a long world."""
        before = LAST_YEAR * 12 + 6 - self.months
        return min(FIRST_DAY, date(before // 12, before % 12 + 1, 1))

    @property
    def share_of_purchasers(self) -> float:
        """Share of payers under ``livestream_purchase`` once the kind is taken into account."""
        return 0.0 if self.kind == "clean" else self.prevalence

    @property
    def share_of_broken_rows(self) -> float:
        """Share of rows to break once the kind is taken into account."""
        return max(self.dirty, 0.02) if self.kind == "dirty" else self.dirty

    @property
    def kept_columns(self) -> tuple[str, ...]:
        """Columns that are written, in the contract's order."""
        if self.columns == "required":
            return REQUIRED
        kept = SPARSE_COLUMNS if self.kind == "sparse" else tuple(BY_NAME)
        return tuple(name for name in BY_NAME if name in kept and name not in self.drop_columns)
