# ruff: noqa: E501 -- a table reads better unbroken
"""Work and goods bought from single persons abroad: tutors, freelancers, sellers, performers; each finds its crowd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from . import hours
from .desk import Desk
from .people import Payer, Receiver, Registry
from .seasons import DAYS


@dataclass(frozen=True, slots=True)
class Trade:
    """How one trade is bought."""

    name: str
    homes: tuple[str, ...]
    kinds: tuple[str, str]
    wish: str
    women: float
    per_senders: int
    """One such receiver for so many customers of the group."""
    usd: float
    spread: float
    gap: float
    times: float
    """Mean days between payments and mean number of payments to one receiver."""
    loyal: float
    """Chance of keeping to one receiver rather than trying others."""
    habit: hours.Habit
    packages: bool = False
    """Prices come from a list, so that everybody pays the same few sums."""
    named: float = 0.0
    """Chance that the receiver wants a screen name in the reference."""


_WORK, _GOODS = ("freelancer_employer", "freelancer"), ("hobby_purchase", "seller")

TRADES: tuple[Trade, ...] = (
    Trade("tutor", ("PH", "PH", "PH", "RO", "KE", "IN"), _WORK, "services", 0.75, 260, 24, 0.5, 12, 12, 0.8, hours.conversation, packages=True),
    Trade("assistant", ("PH", "PH", "IN", "PK", "UA", "NG"), _WORK, "services", 0.5, 300, 130, 0.7, 12, 16, 0.85, hours.office),
    Trade("designer", ("PK", "IN", "VN", "UA", "CO", "ID"), _WORK, "services", 0.4, 320, 75, 0.8, 24, 4, 0.5, hours.play),
    Trade("game items", ("PH", "VN", "BR", "ID", "CN"), _GOODS, "goods", 0.2, 300, 22, 0.8, 8, 6, 0.4, hours.play, named=0.25),
    Trade("commissions", ("PH", "ID", "TH", "CO"), _GOODS, "gift", 0.65, 330, 40, 0.6, 35, 3, 0.45, hours.play, packages=True, named=0.15),
    Trade("fish and orchids", ("TH", "ID", "LK", "CO"), _GOODS, "goods", 0.3, 600, 90, 0.6, 60, 3, 0.5, hours.errand),
    Trade("cards and parts", ("CN", "TR", "RO", "PL"), _GOODS, "goods", 0.25, 450, 70, 0.9, 40, 3, 0.4, hours.play),
    # Adults who sing, dance or talk before a camera; viewers tip through the app once they know the name.
    Trade("performer", ("PH", "PH", "CO", "RO", "TH"), _GOODS, "gift", 0.85, 550, 34, 0.7, 9, 11, 0.45, hours.conversation, named=0.2),
    Trade("readings and prayers", ("PH", "NG", "IN", "BR"), _WORK, "services", 0.7, 900, 35, 0.6, 20, 5, 0.8, hours.conversation, packages=True),
)  # fmt: skip


class Market:
    """The receivers of every trade, and those who buy from them."""

    def __init__(self, rng: np.random.Generator, registry: Registry, desk: Desk, senders: int) -> None:
        self._rng = rng
        self._desk = desk
        self._stalls: dict[str, list[Receiver]] = {}
        for trade in TRADES:
            self._stalls[trade.name] = [
                self._stall(registry, trade) for _ in range(max(2, senders // trade.per_senders))
            ]

    def _stall(self, registry: Registry, trade: Trade) -> Receiver:
        rng = self._rng
        receiver = registry.receiver(
            trade.homes[int(rng.random() * len(trade.homes))], woman=rng.random() < trade.women
        )
        receiver.crowd = float(rng.pareto(1.1)) + 0.15
        receiver.extra["price"] = round(trade.usd * float(rng.lognormal(0, 0.3)))
        if rng.random() < 0.4:
            receiver.day_from = int(rng.random() * DAYS * 0.7)
        return receiver

    def _choose(self, stalls: Sequence[Receiver], day: float) -> Receiver | None:
        open_now = [stall for stall in stalls if stall.day_from <= day]
        if not open_now:
            return None
        crowd = np.array([stall.crowd for stall in open_now])
        return open_now[int(self._rng.choice(len(open_now), p=crowd / crowd.sum()))]

    def buy(self, payer: Payer, trade: Trade) -> None:
        """One person's custom in one trade."""
        rng = self._rng
        day = float(rng.uniform(-60, DAYS - 10))
        receivers = 1 + (0 if rng.random() < trade.loyal else 1 + int(rng.poisson(0.9)))
        for _ in range(receivers):
            receiver = self._choose(self._stalls[trade.name], day)
            if receiver is None:
                return
            tie = self._desk.tie(payer, receiver, trade.kinds, trade.wish, careful=True, named=trade.named)
            start = day
            price = receiver.extra["price"] if trade.packages else trade.usd
            for _ in range(1 + int(rng.gamma(0.7, trade.times / 0.7))):
                if trade.packages:
                    usd = price * (1, 1, 2, 4)[int(rng.random() * 4)]
                else:
                    usd = price * float(rng.lognormal(0.0, trade.spread))
                self._desk.pay(tie, int(day), trade.habit(rng), usd)
                day += float(rng.gamma(1.4, trade.gap / 1.4))
            # The next one is tried while the first is still in favour, or after the interest came back.
            day = start + float(rng.exponential(50))
