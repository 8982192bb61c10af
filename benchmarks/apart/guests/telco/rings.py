"""Extortion rings at home: collectors' wallets that live for weeks, and the hands the money passes through.

Numbers are burned as soon as a victim's family or the operator asks. So rings rent wallets from students who need the
money (own life on the same wallet), or open SIMs in other people's names on one phone, and move the money on within
hours to somebody who receives from collectors only.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.telco import almanac as al
from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.almanac import EPOCH, HOUR, Instants
from benchmarks.apart.guests.telco.kinds import EXTORTION, ONWARD
from benchmarks.apart.guests.telco.money import Sums
from benchmarks.apart.guests.telco.setting import Setting


@dataclass(slots=True)
class Collector:
    """A wallet that takes demands between two days, and what it took."""

    wallet: Account
    opens: int
    closes: int
    rented: bool
    received: list[tuple[Instants, Sums]] = field(default_factory=list)


@dataclass(slots=True)
class Ring:
    """A ring: its collectors, its phone, and the wallet where the money goes."""

    name: str
    phone: str
    treasurer: Account
    collectors: list[Collector]

    def collector_on(self, rng: np.random.Generator, day: int) -> Collector:
        """One of the wallets in use on a day, or the one whose time is nearest."""
        in_use = [c for c in self.collectors if c.opens <= day < c.closes]
        if in_use:
            return in_use[int(rng.integers(len(in_use)))]
        return min(self.collectors, key=lambda c: min(abs(c.opens - day), abs(c.closes - day)))

    def collect(
        self,
        setting: Setting,
        victim: Account,
        when: Instants,
        pesos: Sums,
        day: int,
        *,
        emptied: bool,
        imitates: bool,
    ) -> None:
        """Book a victim's payments to the wallet named on `day`."""
        collector = self.collector_on(setting.rng, day)
        collector.received.append((when, pesos))
        setting.ledger.pay(
            victim,
            collector.wallet,
            when,
            pesos,
            EXTORTION,
            "demand",
            exact=emptied,
            group=self.name,
            imitates=imitates,
        )


def recruited(setting: Setting, number: int) -> list[Ring]:
    """`number` rings, each with two to five collectors one after another through part of the year."""
    students = [wallet for wallet in setting.homes if 17 <= wallet.age <= 26 and wallet.later is None]
    rings = []
    for nth in range(number):
        phone = f"d{int(setting.rng.integers(16**10)):010x}"
        day = setting.age(0, 120)
        collectors = []
        for _ in range(setting.age(2, 6)):
            rented = setting.chance(0.45) and bool(students)
            wallet = (
                students.pop(int(setting.rng.integers(len(students))))
                if rented
                else setting.register.wallet(setting.age(18, 45), device=phone)
            )
            closes = day + setting.age(18, 80)
            collectors.append(Collector(wallet, day, closes, rented))
            day = closes - setting.age(0, 15) + (setting.age(10, 50) if setting.chance(0.3) else 0)
        treasurer = setting.register.wallet(setting.age(20, 44))
        rings.append(Ring(f"ring-{nth:03d}", phone, treasurer, collectors))
    return rings


def hand_on(setting: Setting, rings: list[Ring]) -> None:
    """Within hours the money goes on, less a tenth; some is cashed instead and leaves no payment here."""
    rng = setting.rng
    for ring in rings:
        for collector in ring.collectors:
            for when, pesos in collector.received:
                last, total = int(when.max()), float(pesos.sum())
                if setting.chance(0.3):
                    continue
                later = np.asarray([last + int(rng.gamma(1.5, 3.0) * HOUR)])
                if (later[0] - EPOCH) >= al.DAYS * 24 * HOUR:
                    continue
                setting.ledger.pay(
                    collector.wallet,
                    ring.treasurer,
                    later,
                    np.asarray([total * float(rng.uniform(0.82, 0.95))]),
                    ONWARD,
                    "onward",
                    group=ring.name,
                    device=ring.phone if setting.chance(0.6) else None,
                )
