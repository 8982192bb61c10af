"""The rest of life: friends, own accounts, children who study abroad, debts, a companion robbed on a journey."""

from __future__ import annotations

import numpy as np

from . import hours
from .desk import Desk
from .names import pick
from .people import Payer, Registry
from .places import HOMES, HOSTS
from .seasons import DAYS, MONTHS

PLAIN = ("ordinary", "ordinary")

_TRAVELLED = ("TH", "VN", "PH", "ID", "TR", "MA", "CO", "EG", "BR", "LK", "KE", "NP")


class Sundry:
    """Small mechanisms that need no pool of receivers."""

    def __init__(self, rng: np.random.Generator, registry: Registry, desk: Desk) -> None:
        self._rng = rng
        self._registry = registry
        self._desk = desk

    def own_account(self, payer: Payer, home: str) -> None:
        """A house loan or savings at home, in the payer's own name."""
        rng = self._rng
        self_abroad = self._registry.receiver(home, woman=payer.woman)
        self_abroad.name = payer.name
        tie = self._desk.tie(payer, self_abroad, PLAIN, "savings", rail="bank")
        usd = payer.means * float(rng.lognormal(np.log(350), 0.6))
        for first in MONTHS[int(rng.random() * 12) :]:
            if rng.random() < 0.6:
                self._desk.pay(tie, first + payer.payday + int(rng.random() * 4), hours.errand(rng), usd)

    def student(self, payer: Payer, home: str | None) -> None:
        """A son or daughter at a university abroad: rent by month, fees by term, and 'Mum, I am short' at night."""
        rng = self._rng
        where = home if home and rng.random() < 0.5 else pick(rng, ("GB", "DE", "MY", "TH", "PL", "TR", "IN"))
        if where == payer.host:
            return
        culture = HOMES[payer.home].culture if payer.home else HOSTS[payer.host].culture
        child = self._registry.receiver(where, family=payer.family_name, culture=culture)
        tie = self._desk.tie(payer, child, ("student_support", "student"), "education", rail="bank", careful=True)
        usd = payer.means * float(rng.lognormal(np.log(330), 0.4))
        for month, first in enumerate(MONTHS):
            if month % 12 not in {6, 7} and rng.random() < 0.9:
                self._desk.pay(tie, first + payer.payday - 1 + int(rng.random() * 3), hours.errand(rng), usd)
            if month % 6 == 2:
                self._desk.pay(tie, first + int(rng.random() * 20), hours.errand(rng), usd * 4, exact=True)
            if rng.random() < 0.35:
                self._desk.pay(
                    tie, first + int(rng.random() * 28), hours.conversation(rng), float(rng.uniform(20, 110))
                )

    def friend(self, payer: Payer, home: str | None) -> None:
        """A present, a wedding, a small loan to somebody known from a journey or from home."""
        rng = self._rng
        friend = self._registry.receiver(home or pick(rng, _TRAVELLED))
        tie = self._desk.tie(payer, friend, PLAIN, pick(rng, ("gift", "other", "loan", "family")))
        usd = float(rng.lognormal(np.log(75), 0.8))
        day = float(rng.uniform(payer.joined, min(payer.left, DAYS)))
        for _ in range(1 + int(rng.gamma(0.8, 1.6))):
            hour = hours.conversation(rng) if rng.random() < 0.4 else hours.errand(rng)
            self._desk.pay(tie, int(day), hour, usd * float(rng.lognormal(0, 0.3)))
            day += float(rng.gamma(1.5, 30))

    def debt(self, payer: Payer, home: str) -> None:
        """A lender or agent paid off in equal parts, then an end."""
        rng = self._rng
        tie = self._desk.tie(payer, self._registry.receiver(home), PLAIN, "loan")
        begin, usd = int(rng.random() * 14), float(rng.lognormal(np.log(120), 0.5))
        for first in MONTHS[begin : begin + 3 + int(rng.random() * 9)]:
            self._desk.pay(tie, first + payer.payday + int(rng.random() * 3), hours.errand(rng), usd, exact=True)

    def stranded(self, payer: Payer) -> None:
        """A friend on a journey without wallet: several sums in two days, at any hour, then never again."""
        rng = self._rng
        home = pick(rng, _TRAVELLED)
        friend = self._registry.receiver(home, culture=HOSTS[payer.host].culture)
        tie = self._desk.tie(payer, friend, PLAIN, "other", rail="cash_pickup", at_once=True, careful=True)
        day, hour = int(rng.random() * DAYS), float(rng.uniform(7, 27))
        for _ in range(1 + int(rng.gamma(1.5, 1.3))):
            self._desk.pay(tie, day, hour, float(rng.lognormal(np.log(110), 0.6)))
            hour += float(rng.exponential(14))
