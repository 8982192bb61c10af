"""What every mechanism works with: customers, a forge of identities, the ledger, and one way to send money."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.apart.guests.neobank import sums
from benchmarks.apart.guests.neobank.days import DAY
from benchmarks.apart.guests.neobank.forge import Forge
from benchmarks.apart.guests.neobank.ledger import Ledger
from benchmarks.apart.guests.neobank.parties import Customer, Party
from benchmarks.apart.guests.neobank.places import CORRIDORS

_PURPOSES = {
    "family": "FAMI", "padala": "FAMI", "partner": "GIFT", "student": "EDUC", "work": "SERV", "hobby": "GDDS",
    "gift": "CHAR", "relayed": "FAMI",
}  # fmt: skip


ABROAD_FROM = 16
"""Age from which a teenager's account may send to the partner's countries."""


@dataclass(slots=True)
class World:
    """The practice world while it is being written."""

    seed: int
    scale: float
    customers: list[Customer]
    forge: Forge
    ledger: Ledger

    def stream(self, mechanism: str) -> Random:
        """Chance of one mechanism, so that a change in one leaves the others' draws alone."""
        return Random(f"{self.seed}/{mechanism}")  # noqa: S311 -- practice data, not secrets

    def some(self, expected: float, least: int = 4) -> int:
        """How many of something per 14,000 payers, scaled to this world."""
        return max(least, round(expected * self.scale))

    def adults(self, low: int = 18, high: int = 99) -> list[Customer]:
        """Customers of an age band."""
        return [customer for customer in self.customers if low <= customer.age <= high]

    def send(  # noqa: PLR0917 -- who, whom, when, how much, what for
        self,
        rng: Random,
        customer: Customer,
        receiver: Party,
        minute: int,
        euros: float,
        kind: str,
        *,
        style: str = "typed",
        reference: str | None = None,
        payer: Party | None = None,
        auto: bool = False,
    ) -> bool:
        """One payment by a customer; `style` says how the sum came about (typed, exact, payout).

        False when nothing was written: outside the window or an account's life, or closed to the payer's age.
        """
        if customer.age < ABROAD_FROM and receiver.country in CORRIDORS and receiver.means != "merchant":
            return False
        source = payer or customer.account(rng, minute)
        currency = source.currency if receiver.means == "merchant" else customer.pocket(rng)
        abroad = receiver.country in CORRIDORS and receiver.means in {"wallet", "cash_pickup", "bank"}
        if style == "payout" and abroad:
            minor = sums.payout(euros, currency, receiver.country, minute // DAY)
        elif style == "exact":
            minor = sums.exact(euros, currency)
        else:
            minor = sums.typed(rng, euros, currency)
        # The partner asks for a purpose from a short list; the first entry is family, and most never scroll.
        purpose = None
        if abroad:
            purpose = "FAMI" if rng.random() < 0.55 else _PURPOSES.get(kind, rng.choice(("FAMI", "GIFT", "OTHR")))
        declined = "declined" if rng.random() < 0.008 else "completed"
        return self.ledger.post(
            source,
            receiver,
            minute,
            minor,
            currency,
            kind,
            reference=reference,
            purpose=purpose,
            status=declined,
            auto=auto,
        )
