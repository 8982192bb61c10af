"""Life at home on a phone-number wallet: top-ups, bills, shops, cash-in, friends, kin, games, loans, dues."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.telco import almanac as al
from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.kinds import DAILY, DONATION, DUES, FAMILY, FRIENDS, HOBBY, HUB, STUDENT
from benchmarks.apart.guests.telco.setting import Setting

_LOADS = np.asarray([10, 20, 50, 50, 99, 100, 100, 149, 299, 500], dtype=np.float64)


def live(setting: Setting, payer: Account) -> None:
    """One home payer's year. How busy the wallet is differs a lot between people: many are opened and hardly used."""
    busy = float(setting.rng.gamma(1.3, 0.62))
    _daily(setting, payer, busy)
    _friends(setting, payer, busy)
    if payer.age >= 19:
        _obligations(setting, payer)
    _wants(setting, payer)


def _daily(setting: Setting, payer: Account, busy: float) -> None:
    rng, ledger = setting.rng, setting.ledger
    days = al.scattered(rng, 4.5 * busy + 0.5)
    loads = rng.choice(_LOADS, days.size)
    ledger.pay(
        payer,
        setting.venue("load"),
        setting.at(payer, days, "evening"),
        loads,
        DAILY,
        "load",
        product="LOAD",
        exact=True,
    )
    days = al.scattered(rng, 2.4 * busy)
    ledger.pay(
        setting.venue("agent"),
        payer,
        setting.at(payer, days, "day"),
        setting.around(900, 0.8, days.size),
        FRIENDS,
        "cash_in",
        product="CASHIN",
    )
    for _ in range(rng.poisson(0.9 * busy)):
        days = al.scattered(rng, 1.8)
        ledger.pay(
            payer,
            setting.venue("shop"),
            setting.at(payer, days, "day"),
            setting.around(320, 0.8, days.size),
            DAILY,
            "shop",
            product="QR",
            exact=True,
        )
    if payer.age > 22 and setting.chance(0.36):
        for _ in range(1 + rng.poisson(0.4)):
            days = al.monthly(rng, setting.age(3, 28), setting.age(0, 200), slip=3)
            ledger.pay(
                payer,
                setting.venue("biller"),
                setting.at(payer, days, "day"),
                setting.around(float(setting.around(1400, 0.5, 1)[0]), 0.15, days.size),
                DAILY,
                "bill",
                product="BILL",
                exact=True,
            )


def _friends(setting: Setting, payer: Account, busy: float) -> None:
    """Splits, debts and favours among people of one town; the young pay late, small and often."""
    rng = setting.rng
    young = payer.age < 24
    for _ in range(rng.poisson(1.5 * busy + 0.2)):
        friend = setting.neighbour(payer.city)
        days = al.scattered(rng, 2.0 if not young else 3.0)
        sums = setting.around(130 if young else 450, 0.8, days.size)
        hours = "after_school" if young else "day"
        setting.ledger.pay(payer, friend, setting.at(payer, days, hours), sums, FRIENDS, "friends")


def _obligations(setting: Setting, payer: Account) -> None:
    """Kin in the province after payday, a child at school in town, rent, a lender's app, the neighbourhood's kitty."""
    rng, ledger = setting.rng, setting.ledger
    if setting.chance(0.2):
        kin = setting.register.wallet(setting.age(40, 75), family=payer.family if setting.chance(0.6) else None)
        days = al.twice_monthly(rng) if setting.chance(0.3) else al.monthly(rng, 30 if setting.chance(0.5) else 15)
        days = days[rng.random(days.size) < 0.75]
        ledger.pay(
            payer,
            kin,
            setting.at(payer, days, "shift_end"),
            setting.around(1500, 0.45, days.size),
            FAMILY,
            "family",
        )
    if payer.age > 36 and setting.chance(0.13):
        student = setting.register.wallet(setting.age(15, 23), family=payer.family)
        days = al.every(rng, 7, almost_school_year(setting), 330)
        ledger.pay(
            payer, student, setting.at(payer, days, "day"), setting.around(700, 0.3, days.size), STUDENT, "school"
        )
    if setting.chance(0.14):
        sort = str(rng.choice(["landlord", "lender", "lender", "school", "clinic"]))
        days = al.monthly(rng, setting.age(1, 28), setting.age(0, 150)) if sort != "clinic" else al.scattered(rng, 2.0)
        ledger.pay(
            payer,
            setting.venue(sort),
            setting.at(payer, days, "day"),
            setting.around(2400, 0.5, days.size),
            HUB,
            "hub",
        )
    if setting.chance(0.1):
        start = setting.age(0, 200)
        days = al.every(rng, 7 if setting.chance(0.6) else 15, start, start + setting.age(70, 160))
        share = float(rng.choice([200, 300, 500, 1000]))
        ledger.pay(
            payer,
            setting.venue("collector"),
            setting.at(payer, days, "evening"),
            np.full(days.size, share),
            DUES,
            "dues",
        )
    if setting.chance(0.05):
        days = al.every(rng, 14)
        ledger.pay(
            payer,
            setting.venue("charity"),
            setting.at(payer, days, "day"),
            setting.around(250, 0.5, days.size),
            DONATION,
            "gift_of_faith",
        )


def _wants(setting: Setting, payer: Account) -> None:
    """Live selling late at night, game items among the young, and online play: bursts that grow while one loses."""
    rng, ledger = setting.rng, setting.ledger
    if setting.chance(0.16):
        for _ in range(1 + rng.poisson(0.8)):
            days = al.scattered(rng, 3.0)
            ledger.pay(
                payer,
                setting.venue("craft_seller"),
                setting.at(payer, days, "night"),
                setting.around(420, 0.6, days.size),
                HOBBY,
                "goods",
            )
    if setting.chance(0.22 if payer.age < 25 else 0.03):
        for _ in range(1 + rng.poisson(0.7)):
            spell = al.near(rng, setting.age(0, 350), 1 + rng.poisson(2.5), 3.0)
            ledger.pay(
                payer,
                setting.venue("game_seller"),
                setting.at(payer, spell, "after_school"),
                setting.around(350, 0.9, spell.size),
                HOBBY,
                "game",
            )
    if payer.age >= 20 and setting.chance(0.05):
        for _ in range(1 + rng.poisson(3)):
            count = 1 + rng.poisson(3)
            start = setting.at(payer, np.full(1, setting.age(0, al.DAYS)), "night")
            when = start + np.cumsum(rng.exponential(25 * al.MINUTE, count)).astype(np.int64)
            sums = np.asarray([100.0 * 1.6**nth for nth in range(count)])
            ledger.pay(payer, setting.venue("play"), when, sums, DAILY, "play", product="PLAY")


def almost_school_year(setting: Setting) -> int:
    """First day of a school year's allowances; some families start weeks late."""
    return al.SCHOOL_OPENS + setting.age(0, 40)
