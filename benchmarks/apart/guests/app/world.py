"""What every mechanism works on: the people, their weeks, whom they can pay, and the ledger."""

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.app.arrays import Flags, Floats, Ints, Texts
from benchmarks.apart.guests.app.ledger import Ledger
from benchmarks.apart.guests.app.parties import Parties
from benchmarks.apart.guests.app.people import People
from benchmarks.apart.guests.app.sums import fewer_but_larger
from benchmarks.apart.guests.app.weeks import WEEKS, week_of
from benchmarks.apart.guests.app.words import notes


@dataclass(slots=True)
class World:
    """The state of the world while it is being written."""

    rng: np.random.Generator
    people: People
    states: Ints
    parties: Parties
    ledger: Ledger

    def scaled(self, per_customer_base: float, least: int = 1) -> int:
        """How many of something there are, given how many there would be among 14,000 customers."""
        return max(least, round(per_customer_base * len(self.people) / 14_000))

    def some(self, chosen: Flags, count: int, weight: Floats | None = None) -> Ints:
        """Up to `count` different customers among the chosen."""
        rows = np.flatnonzero(chosen)
        share = None if weight is None else weight[rows] / weight[rows].sum()
        return self.rng.choice(rows, size=min(count, len(rows)), replace=False, p=share).astype(np.int64)

    def active(self, row: Ints, week: Ints) -> Flags:
        """Whether the account is open in that week."""
        inside = (week >= 0) & (week < WEEKS)
        kept = np.clip(week, 0, WEEKS - 1)
        return np.asarray(inside & (self.people.join[row] <= kept) & (kept < self.people.leave[row]))

    def write(
        self, kind: str, payer: Ints, receiver: Ints, local: Ints, euros: Floats, *,
        habit: str | Texts = "own", fee: bool = False,
    ) -> None:  # fmt: skip
        """Write payments of open accounts with their notes; with `fee`, people react to the fee on payments abroad."""
        week = week_of(local)
        open_ = self.active(payer, week)
        if fee:
            factor, kept = fewer_but_larger(self.rng, week, self.people.thrift[payer])
            euros, open_ = euros * factor, open_ & kept
        note = notes(self.rng, kind, week, self.people.country[payer], payer)
        texts = habit if isinstance(habit, str) else habit[open_]
        self.ledger.write(
            kind, payer[open_], receiver[open_], local[open_], euros[open_], habit=texts, note=note[open_]
        )
