"""A person: roots, age, habits, a purse that pay days fill, and the accounts held here and there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from .institutions import Institution
from .places import City


@lru_cache
def pay_days(rhythm: str, anchor: int) -> tuple[float, ...]:
    """Return the days of the world on which wages arrive; weekly, twice a month or monthly from an anchor day."""
    if rhythm == "weekly":
        return tuple(range(anchor % 7, 366, 7))
    months = [date(2025, month, 1).toordinal() - date(2025, 1, 1).toordinal() for month in range(1, 13)]
    turns = (anchor % 28,) if rhythm == "monthly" else (14, 29)
    return tuple(sorted(start + min(turn, 27 if start == 31 else 29) for start in months for turn in turns))


@dataclass(slots=True)
class Purse:
    """What a person can spend on the needs of this world, in US dollars; nobody has credit: no money, no payment."""

    wage: float
    days: tuple[float, ...]
    balance: float
    taken: int = 0

    def has(self, now: float) -> float:
        """Return what is left, once the wages due by now have been added; savings stop at three wages."""
        due = bisect_right(self.days, now)
        if due > self.taken:
            self.balance = min(self.balance + self.wage * (due - self.taken), max(self.balance, 3 * self.wage))
            self.taken = due
        return self.balance

    def take(self, now: float, usd: float) -> bool:
        """Take a sum if it is there."""
        if self.has(now) < usd:
            return False
        self.balance -= usd
        return True

    def next_pay_day(self, now: float) -> float:
        """Return the next day on which wages arrive."""
        place = bisect_right(self.days, now)
        return self.days[place] if place < len(self.days) else 400.0


@dataclass(slots=True, eq=False)
class Account:
    """An account as one institution knows it; `serial` is its row in the ledger's account table."""

    serial: int
    code: str
    institution: Institution
    person: Person
    name: str
    month: int = -1
    month_total: float = 0.0
    limited_until: float = -1.0
    strangers: set[int] = field(default_factory=set)

    def open_to(self, now: float, usd: float) -> bool:
        """Tell whether the account can take a sum: not limited by a review, and with room under the month's cap."""
        month = int(now // 30.44)
        if month != self.month:
            self.month, self.month_total = month, 0.0
            self.strangers.clear()
        return now >= self.limited_until and self.month_total + usd <= self.institution.cap


@dataclass(slots=True, eq=False)
class Person:
    """Somebody who pays, is paid, or both.

    `hour` is when this person usually does such things, local time; `writes` the habit of adding a message; `thinks`
    whose money sums are agreed in; `trip` the days spent in another country (first, last, city).
    """

    number: int
    given: str
    family: str
    roots: str
    born: date
    home: City
    income: float
    purse: Purse
    hour: float
    writes: float
    thinks: str
    phone: str
    sends: list[Account] = field(default_factory=list)
    tills: list[Account] = field(default_factory=list)
    group: str | None = None
    imitates: bool = False
    trip: tuple[float, float, City] | None = None

    @property
    def age(self) -> int:
        """Age in the middle of the world's year."""
        return 2025 - self.born.year

    def place(self, now: float) -> City:
        """Return the city the person is in at that moment."""
        if self.trip and self.trip[0] <= now < self.trip[1]:
            return self.trip[2]
        return self.home
