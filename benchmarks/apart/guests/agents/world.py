"""What every mechanism shares: the draw, the register, the book, and the known payees of each trade."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.agents.ledger import Ledger, Story
from benchmarks.apart.guests.agents.people import Payer, Receiver, Register
from benchmarks.apart.guests.agents.places import FOREIGN, PAYOUT_SHARES, SOURCES, Floats, pick
from benchmarks.apart.guests.agents.rhythm import hours

YEAR = 2024


@dataclass(slots=True)
class World:
    """One run; `trades` holds, for each trade, the receivers known for it, the best known first."""

    rng: np.random.Generator
    senders: int
    register: Register
    ledger: Ledger
    trades: dict[str, list[Receiver]] = field(default_factory=dict)

    def chance(self, odds: float) -> bool:
        """True with these odds."""
        return bool(self.rng.random() < odds)

    def born(self, youngest: int, eldest: int) -> int:
        """A year of birth for an age between the two."""
        return YEAR - int(self.rng.integers(youngest, eldest + 1))

    def around(self, median: float, spread: float, size: int) -> Floats:
        """Sums around a median; spread is that of the logarithm."""
        return np.asarray(median * np.exp(self.rng.normal(0.0, spread, size)))

    def foreigner(self, youngest: int, eldest: int, *, men: float, partners: int = 0, young: bool = False) -> Payer:
        """A payer without roots in the pay-out countries."""
        country = pick(self.rng, FOREIGN)
        return self.register.payer(
            country,
            SOURCES[country].culture,
            self.born(youngest, eldest),
            woman=not self.chance(men),
            partners=partners,
            young=young,
        )

    def payee(
        self, youngest: int, eldest: int, *, women: float, country: str | None = None, city: str | None = None
    ) -> Receiver:
        """A new receiver in a pay-out country."""
        country = country or pick(self.rng, PAYOUT_SHARES)
        return self.register.receiver(
            country, self.born(youngest, eldest), woman=self.chance(women), city=city
        )  # fmt: skip

    def known(self, trade: str, country: str | None = None, fame: float = 2.0) -> Receiver:
        """Someone of a trade, the famous more often; of this country if there is one."""
        pool = self.trades[trade]
        if country is not None:
            pool = [receiver for receiver in pool if receiver.country == country] or pool
        return pool[int(len(pool) * self.rng.random() ** fame)]

    def pay(
        self,
        payer: Payer,
        receiver: Receiver,
        days: Floats,
        usd: Floats,
        story: Story,
        *,
        profile: str = "day",
    ) -> None:
        """Pay on whole `days` at hours of a profile."""
        if len(days):
            self.ledger.pay(payer, receiver, days + hours(self.rng, profile, len(days)), usd, story)
