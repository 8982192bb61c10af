"""Tickets, rooms and game accounts that do not exist: an ordinary fraud, whose victims are often young."""

from __future__ import annotations

import numpy as np

from . import hours
from .desk import Desk
from .names import pick
from .people import Payer, Receiver, Registry
from .seasons import DAYS

FRAUD = ("ordinary", "ordinary")


class FalseOffers:
    """Fraudulent sellers, each alive for some months, and the days of those who believe them."""

    def __init__(self, rng: np.random.Generator, registry: Registry, desk: Desk, senders: int) -> None:
        self._rng = rng
        self._desk = desk
        self._sellers: list[Receiver] = []
        for _ in range(max(3, senders // 300)):
            seller = registry.receiver(pick(rng, ("NG", "CI", "PH", "PH", "RO", "GH", "VN", "CN")))
            seller.day_from = int(rng.uniform(-40, DAYS - 20))
            seller.day_to = seller.day_from + 20 + int(rng.gamma(1.5, 50))
            seller.crowd = float(rng.pareto(1.2)) + 0.2
            self._sellers.append(seller)

    def believe(self, payer: Payer) -> None:
        """A deposit, a fee, another fee, then no more; all while the seller writes and waits."""
        rng = self._rng
        weight = np.array([seller.crowd for seller in self._sellers])
        seller = self._sellers[int(rng.choice(len(self._sellers), p=weight / weight.sum()))]
        day = int(rng.uniform(seller.day_from, seller.day_to))
        tie = self._desk.tie(payer, seller, FRAUD, "goods", at_once=True, careful=True)
        hour, usd = hours.play(rng), float(rng.lognormal(np.log(90), 0.6))
        for _ in range(1 + int(rng.gamma(1.2, 1.5))):
            self._desk.pay(tie, day, hour, usd, exact=rng.random() < 0.4)
            hour += float(rng.exponential(16))
            usd *= float(rng.uniform(0.4, 1.3))
