"""Love across borders: couples, couples to be, and people who believe they are one (romance fraud)."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.telco import almanac as al
from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.kinds import PARTNER, ROMANCE_FRAUD
from benchmarks.apart.guests.telco.places import STRANGER_COUNTRIES
from benchmarks.apart.guests.telco.setting import Setting


def courting(setting: Setting, payer: Account, sweethearts: list[Account]) -> None:
    """A payer with one or two partners at home: small gifts after calls, then growing support, visits, or an end.

    A third of the partners are courted by others too, and some payers look around before they settle: many small night
    payments to several receivers are part of honest dating.
    """
    rng = setting.rng
    for _ in range(1 + rng.poisson(0.35)):
        if sweethearts and setting.chance(0.32):
            partner = setting.one(sweethearts)
        else:
            partner = setting.register.wallet(setting.age(20, 48), woman=setting.chance(0.85))
            sweethearts.append(partner)
        start = 0 if setting.chance(0.4) else setting.age(0, 330)
        _romance(setting, payer, partner, start, settled=start == 0)
    if setting.chance(0.2):  # looking around: one or two gifts each, then silence
        for _ in range(1 + rng.poisson(1.5)):
            date = setting.register.wallet(setting.age(19, 40), woman=setting.chance(0.85))
            days = al.near(rng, setting.age(0, 350), 1 + rng.poisson(0.7), 6.0)
            sums = setting.around(1500, 0.6, days.size)
            setting.ledger.pay(payer, date, setting.at(payer, days, "night"), sums, PARTNER, "sweet")


def _romance(setting: Setting, payer: Account, partner: Account, start: int, *, settled: bool) -> None:
    rng = setting.rng
    end = al.DAYS if settled or setting.chance(0.5) else start + setting.age(15, 200)
    level = float(setting.around(5000 if settled else 2000, 0.55, 1)[0])
    gap = float(setting.around(24 if settled else 13, 0.4, 1)[0])
    days = al.every(rng, gap, start, end, slip=gap / 3)
    growth = 1.0 if settled else float(rng.uniform(1.0, 1.09))
    visits = [setting.age(start, al.DAYS) for _ in range(rng.poisson(0.6))]
    for visit in visits:  # nobody sends money to the person at the same table
        days = days[(days < visit) | (days > visit + 16)]
    sums = level * np.minimum(growth ** np.arange(days.size), 6.0) * setting.around(1.0, 0.35, days.size)
    hours = "evening" if settled or setting.chance(0.5) else "night"
    setting.ledger.pay(payer, partner, setting.at(payer, days, hours), sums, PARTNER, "sweet")
    if setting.chance(0.3):  # the partner's mother or child has a wallet of her own
        kin = setting.register.wallet(setting.age(13, 68), family=partner.family, city=partner.city)
        days = al.scattered(rng, 3.0, start, min(end, al.DAYS))
        sums = setting.around(level * 0.6, 0.5, days.size)
        setting.ledger.pay(payer, kin, setting.at(payer, days, hours), sums, PARTNER, "family")


def romance_fraud(setting: Setting) -> list[Account]:
    """Scripted love: older payers, one story, growing sums, until the savings or the belief end.

    A script has one to six believers at a time; the wallet changes in mid-story ("my aunt's, mine is blocked").
    """
    rng = setting.rng
    believers: list[Account] = []
    for _ in range(setting.count(13, 2)):
        wallets = [setting.register.wallet(setting.age(20, 40)) for _ in range(1 + rng.poisson(0.7))]
        for _ in range(1 + rng.poisson(1.6)):
            payer = setting.register.sender(STRANGER_COUNTRIES, setting.age(48, 80))
            believers.append(payer)
            start = setting.age(0, 300)
            days = al.every(rng, float(rng.uniform(5, 16)), start, start + setting.age(25, 230), slip=2.5)
            growth = float(rng.uniform(1.05, 1.25))
            sums = 3500 * np.minimum(growth ** np.arange(days.size), 25.0) * setting.around(1.0, 0.4, days.size)
            parts = np.array_split(np.arange(days.size), min(len(wallets), 1 + int(setting.chance(0.4))))
            first = int(rng.integers(len(wallets)))
            for nth, part in enumerate(parts):
                wallet = wallets[(first + nth) % len(wallets)]
                when = setting.at(payer, days[part], "day" if setting.chance(0.5) else "evening")
                setting.ledger.pay(payer, wallet, when, sums[part], ROMANCE_FRAUD, "sweet")
    return believers
