"""Honest wallets that look like collectors for a ring: weeks of life, many young payers, the money soon passed on.

Pre-orders of tickets and shoes ("deposit now, balance on arrival"), a class that collects for a trip, friends who raise
money for an operation.
"""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.telco import almanac as al
from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.kinds import DONATION, DUES, FRIENDS, HOBBY
from benchmarks.apart.guests.telco.setting import Setting


def live(setting: Setting) -> None:
    """All pre-orders, class kitties and appeals of the year."""
    young = [wallet for wallet in setting.homes if 13 <= wallet.age <= 27]
    abroad = setting.migrants + setting.strangers
    for _ in range(setting.count(34, 2)):
        _pre_order(setting, young, [payer for payer in abroad if payer.age < 32])
    for _ in range(setting.count(26, 2)):
        _class_kitty(setting, young)
    for _ in range(setting.count(14)):
        _appeal(setting, abroad)


def _pre_order(setting: Setting, young: list[Account], abroad: list[Account]) -> None:
    """A reseller's wallet: half now at night when the drop is announced, half some weeks later, then a new number."""
    rng = setting.rng
    seller = setting.register.wallet(setting.age(17, 34))
    start = setting.age(0, 330)
    price = float(setting.around(2200, 0.6, 1)[0])
    taken = 0.0
    for _ in range(4 + rng.poisson(9)):
        buyer = setting.one(abroad) if abroad and setting.chance(0.2) else setting.one(young)
        days = al.near(rng, start, 1, 3.0)
        if setting.chance(0.6):
            days = np.concatenate([days, al.near(rng, start + 21, 1, 5.0)])
        sums = np.full(days.size, price / 2 if days.size > 1 else price) * setting.around(1.0, 0.1, days.size)
        taken += float(sums.sum())
        setting.ledger.pay(buyer, seller, setting.at(buyer, days, "night"), sums, HOBBY, "goods")
    _pass_on(setting, seller, start, taken * 0.8)


def _class_kitty(setting: Setting, young: list[Account]) -> None:
    """A class treasurer: one evening's reminder, and thirty classmates pay within three days, some in two parts."""
    rng = setting.rng
    treasurer = setting.one(young)
    mates = [mate for mate in setting.neighbours[treasurer.city] if abs(mate.age - treasurer.age) <= 2]
    start = setting.age(0, 355)
    due = float(rng.choice([150, 250, 500, 800, 1200]))
    taken = 0.0
    for mate in mates[: 5 + setting.age(0, 25)]:
        days = al.near(rng, start, 1 + int(setting.chance(0.2)), 1.5)
        sums = np.full(days.size, due / max(days.size, 1))
        taken += float(sums.sum())
        setting.ledger.pay(mate, treasurer, setting.at(mate, days, "after_school"), sums, DUES, "dues")
    _pass_on(setting, treasurer, start, taken)


def _appeal(setting: Setting, abroad: list[Account]) -> None:
    """An operation to pay for: relatives, former colleagues and strangers send what they can, from many countries."""
    rng = setting.rng
    family = setting.register.wallet(setting.age(22, 60))
    start = setting.age(0, 340)
    for _ in range(5 + rng.poisson(10)):
        giver = setting.one(abroad) if setting.chance(0.6) else setting.one(setting.homes)
        days = al.near(rng, start, 1 + int(setting.chance(0.15)), 7.0)
        sums = setting.around(1500, 0.8, days.size)
        setting.ledger.pay(giver, family, setting.at(giver, days, "evening"), sums, DONATION, "gift_of_faith")


def _pass_on(setting: Setting, holder: Account, start: int, pesos: float) -> None:
    """The bulk goes on within days to the supplier or the bus owner, in one to three parts."""
    days = al.near(setting.rng, start + 3, 1 + setting.rng.poisson(0.8), 3.0)
    if days.size and pesos > 0:
        sums = np.full(days.size, pesos / days.size)
        supplier = setting.neighbour(holder.city)
        setting.ledger.pay(holder, supplier, setting.at(holder, days, "day"), sums, FRIENDS, "friends")
