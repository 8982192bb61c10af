"""Two crimes that live among small sums at home: adults who pay minors, and sellers of access to closed groups."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.telco import almanac as al
from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.kinds import MATERIAL, MINOR
from benchmarks.apart.guests.telco.places import STRANGER_COUNTRIES
from benchmarks.apart.guests.telco.setting import Setting


def pay_minors(setting: Setting) -> None:
    """Adults find teenagers in games and chats: first a top-up as a present, then sums that grow, then the next child.

    Some children are passed on among them; most children have a wallet with friends and load like everybody's.
    """
    rng = setting.rng
    teens = [wallet for wallet in setting.homes if 12 <= wallet.age <= 17]
    adults = [wallet for wallet in setting.homes if 21 <= wallet.age <= 60]
    known: list[Account] = []
    for _ in range(setting.count(14, 4)):
        payer = adults.pop(int(rng.integers(len(adults))))
        start = setting.age(0, 230)
        for _ in range(1 + rng.poisson(1.5)):
            shared = bool(known) and setting.chance(0.4)
            child = setting.one(known if shared else teens)
            known.append(child)
            days = al.every(rng, float(rng.uniform(3, 14)), start, start + setting.age(10, 90), slip=2.0)
            sums = 130 * np.minimum(1.12 ** np.arange(days.size), 8.0) * setting.around(1.0, 0.4, days.size)
            when = setting.at(payer, days, "night")
            setting.ledger.pay(payer, child, when, sums, MINOR, "load_for")
            start += setting.age(10, 70)


def sell_access(setting: Setting) -> None:
    """Sellers of access to closed groups: fixed prices, monthly renewal, a new number when one is reported."""
    rng = setting.rng
    buyers_at_home = [wallet for wallet in setting.homes if 20 <= wallet.age <= 60]
    for nth in range(setting.count(4, 2)):
        seller = setting.register.wallet(setting.age(18, 38))
        setting.register.move(seller, setting.age(60, 300))
        prices = rng.choice([150.0, 300.0, 500.0, 800.0, 1500.0], 3, replace=False)
        for _ in range(2 + rng.poisson(4)):
            buyer = (
                setting.one(buyers_at_home)
                if setting.chance(0.6)
                else setting.register.sender(STRANGER_COUNTRIES, setting.age(22, 62), woman=False)
            )
            days = (
                al.every(rng, 30, setting.age(0, 300), slip=2.0)
                if setting.chance(0.4)
                else al.near(rng, setting.age(0, 350), 1 + rng.poisson(2.0), 12.0)
            )
            sums = rng.choice(prices, days.size) * (2.0 if buyer.country != "PH" else 1.0)
            when = setting.at(buyer, days, "night")
            setting.ledger.pay(buyer, seller, when, sums, MATERIAL, "access", group=f"vendor-{nth:03d}")
