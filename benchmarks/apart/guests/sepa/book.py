"""The bank's book: payments wanted by the mechanisms, turned into rows by the bank's products."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Floats, Ints, Words
from benchmarks.apart.guests.sepa.booking import booked
from benchmarks.apart.guests.sepa.customers import Customers
from benchmarks.apart.guests.sepa.days import DAY, DAYS, INSTANT_IS_FREE
from benchmarks.apart.guests.sepa.geography import COUNTRIES
from benchmarks.apart.guests.sepa.payees import Payees
from benchmarks.apart.guests.sepa.references import written
from benchmarks.apart.guests.sepa.sums import debited, orderable, priced, round_abroad, round_euro


@dataclass(frozen=True, slots=True)
class Rows:
    """A batch of booked payments as parallel arrays."""

    payer: Ints
    payee: Ints
    second: Ints
    amount: Floats
    currency: Words
    reference: Words
    kind: str
    returned: Words


@dataclass(slots=True)
class Book:
    """Everything that was paid; `rings` and `imitators` keep the truth about payers of a crime."""

    rng: np.random.Generator
    customers: Customers
    payees: Payees
    rows: list[Rows] = field(default_factory=list)
    rings: dict[int, str] = field(default_factory=dict)
    imitators: set[int] = field(default_factory=set)

    def post(
        self,
        kind: str,
        payer: Ints,
        payee: Ints,
        ordered: Ints,
        euro: Floats,
        *,
        words: str,
        price: bool = False,
        standing: bool = False,
        hurry: bool = False,
        returned: float = 0.004,
    ) -> None:
        """Pay: wanted euros at ordered local seconds. `price` keeps a trader's sum, `hurry` insists on instant."""
        inside = (ordered >= 0) & (ordered < DAYS * DAY)
        payer, payee, ordered, euro = payer[inside], payee[inside], ordered[inside], euro[inside]
        count = len(payer)
        if not count:
            return
        product = self._product(payer, payee, ordered, standing=standing, hurry=hurry)
        amount, currency = self._amount(payer, payee, ordered, euro, product, price=price or standing)
        second = booked(self.rng, product, ordered)
        keep = second < DAYS * DAY
        lines = self._lines(words, payer, payee, product, standing=standing)
        failed = (self.rng.random(count) < returned).astype(object)
        self.rows.append(
            Rows(
                payer[keep],
                payee[keep],
                second[keep],
                amount[keep],
                currency[keep],
                lines[keep],
                kind,
                failed[keep],
            )
        )

    def _lines(self, words: str, payer: Ints, payee: Ints, product: Words, *, standing: bool) -> Words:
        """References; a standing order was written once and says the same each month."""
        if not standing:
            return written(self.rng, words, len(payer), product)
        ties, order = np.unique(payer * len(self.payees.all) + payee, return_inverse=True)
        once: Words = written(self.rng, words, len(ties), product[: len(ties)])[order]
        return once

    def _product(self, payer: Ints, payee: Ints, ordered: Ints, *, standing: bool, hurry: bool) -> Words:
        if standing:
            return np.full(len(payer), "standing", dtype=object)
        channel = np.array([self.payees.all[one].channel for one in payee], dtype=object)
        wish = self.customers.instant_habit[payer] * np.where(ordered // DAY < INSTANT_IS_FREE, 0.6, 1.25)
        instant = (self.rng.random(len(payer)) < wish) | hurry
        return np.where(channel == "sepa", np.where(instant, "instant", "transfer"), channel).astype(object)

    def _amount(
        self, payer: Ints, payee: Ints, ordered: Ints, euro: Floats, product: Words, *, price: bool
    ) -> tuple[Floats, Words]:
        lands = [COUNTRIES[self.payees.all[one].country] for one in payee]
        rate = np.array([land.per_euro for land in lands])
        abroad = round_abroad(euro, rate)
        in_theirs = (rate > 1) & (self.rng.random(len(payer)) < self.customers.thinks_abroad[payer])
        at_home = priced(euro) if price else round_euro(self.rng, euro)
        by_partner = in_theirs & (product == "partner")
        by_order = in_theirs & orderable(lands) & (product == "correspondent")
        amount = np.where(by_partner, debited(abroad, rate, ordered // DAY), np.where(by_order, abroad, at_home))
        currency = np.where(by_order, np.array([land.currency for land in lands], dtype=object), "EUR")
        return np.maximum(np.round(amount, 2), 0.5), currency.astype(object)
