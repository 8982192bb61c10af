"""Households that take livestream payments: wallets in turn, neighbours who copy them, and a life beside it.

Neighbours copy what brings money, so households stand in lanes. A basic wallet has a monthly ceiling, and a number that
was reported is dropped: households turn to another member's wallet or a fresh SIM. Most wallets also see honest money:
neighbours' debts, a sister abroad who supports the same mother and knows nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.telco import almanac as al
from benchmarks.apart.guests.telco import home_life, kinship
from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.kinds import DAILY, FRIENDS
from benchmarks.apart.guests.telco.places import HOME_CITIES
from benchmarks.apart.guests.telco.setting import Setting


@dataclass(slots=True)
class Household:
    """Wallets of one household; `lane` is the neighbourhood whose households know of each other."""

    name: str
    lane: int
    wallets: list[Account]
    pull: float
    opens: int
    closes: int

    def wallet_on(self, rng: np.random.Generator, day: int) -> Account:
        """The wallet given out on a day: one at a time for some weeks, sometimes a relative's instead."""
        turn = (day // 75) % len(self.wallets)
        if len(self.wallets) > 1 and rng.random() < 0.2:
            turn = int(rng.integers(len(self.wallets)))
        return self.wallets[turn]


def households(setting: Setting, number: int) -> list[Household]:
    """Households in lanes of one to four; one in five opens only during the year, one in six stops."""
    found: list[Household] = []
    lane = 0
    while len(found) < number:
        city = str(setting.rng.choice(list(HOME_CITIES)))
        for _ in range(min(setting.age(1, 5), number - len(found))):
            found.append(_household(setting, len(found), lane, city))
        lane += 1
    return found


def _household(setting: Setting, nth: int, lane: int, city: str) -> Household:
    rng = setting.rng
    head = setting.register.wallet(setting.age(22, 52), woman=setting.chance(0.7), city=city)
    wallets = [head]
    for _ in range(rng.poisson(1.1)):
        kin = setting.chance(0.6)
        wallets.append(
            setting.register.wallet(
                setting.age(14, 60), family=head.family if kin else None, city=city, device=head.device
            )
        )
    if setting.chance(0.3):
        setting.register.move(head, setting.age(40, 320))
    for wallet in wallets:  # what comes in is lived on: top-ups, and shares for those who help
        days = al.scattered(rng, 5.0)
        sums = rng.choice([50.0, 99.0, 100.0, 299.0], days.size)
        when = setting.at(wallet, days, "evening")
        setting.ledger.pay(wallet, setting.venue("load"), when, sums, DAILY, "load", product="LOAD", exact=True)
    for wallet in wallets:
        for _ in range(rng.poisson(1.2)):
            days = al.scattered(rng, 3.0)
            sums = setting.around(400, 0.7, days.size)
            pair = (wallet, setting.neighbour(city))
            payer, receiver = pair if setting.chance(0.5) else pair[::-1]
            setting.ledger.pay(payer, receiver, setting.at(payer, days, "day"), sums, FRIENDS, "friends")
    if setting.chance(0.4):
        home_life.live(setting, head)
    if setting.chance(0.3):
        kinship.support(setting, setting.one(setting.migrants), [head], kin_of_others=True)
    opens = setting.age(30, 200) if setting.chance(0.2) else 0
    closes = setting.age(opens + 60, 360) if setting.chance(0.16) else al.DAYS
    return Household(f"house-{nth:03d}", lane, wallets, float(rng.gamma(0.8) + 0.15), opens, closes)
