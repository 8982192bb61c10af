"""Residents with somebody abroad: courtship, allowance, visits, the end; and those who court several at once."""

from __future__ import annotations

import numpy as np

from . import hours
from .desk import Desk, Tie
from .names import family_name, pick
from .people import Payer, Receiver, Registry
from .places import HOMES
from .seasons import DAYS

PARTNER = ("partner_abroad", "partner_receiver")

_WHERE = ("PH", "PH", "PH", "TH", "TH", "VN", "CO", "UA", "RO", "KE", "GH", "TR", "MA", "BR", "CN", "ID")


class Partners:
    """Lets residents fall in love far away."""

    def __init__(self, rng: np.random.Generator, registry: Registry, desk: Desk, senders: int) -> None:
        self._rng = rng
        self._registry = registry
        self._desk = desk
        # Some adults keep several admirers at a time, each of whom believes to be the only one.
        self._admired = {home: [registry.receiver(home) for _ in range(max(2, senders // 900))] for home in _WHERE[:6]}

    def _somebody(self, payer: Payer, home: str, family: str | None = None) -> Receiver:
        woman = not payer.woman if self._rng.random() < 0.95 else payer.woman
        return self._registry.receiver(home, woman=woman, family=family)

    def _tie(self, payer: Payer, receiver: Receiver) -> Tie:
        wish = "family" if self._rng.random() < 0.5 else "gift"
        return self._desk.tie(payer, receiver, PARTNER, wish, careful=True)

    def lasting(self, payer: Payer) -> None:
        """Small sums on request, then an allowance that grows, her kin too, a visit, sometimes the end."""
        rng = self._rng
        home = _WHERE[int(rng.random() * len(_WHERE))]
        family = family_name(HOMES[home].culture, rng)
        partner = self._somebody(payer, home, family)
        tie = self._tie(payer, partner)
        kin = [
            self._tie(payer, self._registry.receiver(home, family=family, city=partner.city))
            for _ in range(int(rng.poisson(0.7)))
        ]
        day = float(rng.uniform(-300, DAYS - 90))
        ends = day + float(rng.exponential(500)) + 60
        usd = payer.means * float(rng.lognormal(np.log(55), 0.5))
        allowance_from = day + float(rng.uniform(40, 200))
        visits = sorted(float(rng.uniform(day + 90, day + 700)) for _ in range(int(rng.poisson(1.1))))
        while day < min(ends, DAYS):
            if any(visit - 2 < day < visit + 18 for visit in visits):
                day += 18
                continue
            settled = day > allowance_from
            who = kin[int(rng.random() * len(kin))] if kin and rng.random() < 0.12 else tie
            hour = hours.conversation(rng) if not settled or rng.random() < 0.5 else hours.errand(rng)
            self._desk.pay(who, int(day), hour, usd * float(rng.lognormal(0.0, 0.35)) * (2.6 if settled else 1.0))
            if settled and rng.random() < 0.3:
                # The extra that did not wait for the month: a fever, a fare, a birthday.
                self._desk.pay(
                    tie,
                    int(day) + 1 + int(rng.random() * 12),
                    hours.conversation(rng),
                    usd * float(rng.uniform(0.3, 1.0)),
                )
            usd *= float(rng.normal(1.03, 0.05))
            usd = min(max(usd, 15.0), 500.0)
            day += float(rng.normal(30, 3)) if settled and rng.random() < 0.7 else 2 + float(rng.gamma(1.6, 7.0))

    def dating(self, payer: Payer) -> None:
        """Adults met on dating sites: a fare or a meal for one, next month another, most of them never met."""
        rng = self._rng
        home = _WHERE[int(rng.random() * 6)]
        start = float(rng.uniform(0, DAYS - 60))
        for _ in range(2 + int(rng.gamma(1.5, 1.5))):
            admired = rng.random() < 0.35
            tie = self._tie(payer, pick(rng, self._admired[home]) if admired else self._somebody(payer, home))
            day = start + float(rng.uniform(0, 180))
            usd = float(rng.lognormal(np.log(38), 0.5))
            for _ in range(1 + int(rng.gamma(1.0, 2.5))):
                self._desk.pay(tie, int(day), hours.conversation(rng), usd)
                usd *= float(rng.uniform(0.8, 1.35))
                day += 1 + float(rng.gamma(1.3, 8.0))
