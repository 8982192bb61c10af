"""Migrants and their kin: paydays abroad, several relatives, siblings with one mother, storms, feasts, neighbours."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.telco import almanac as al
from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.kinds import FAMILY, STUDENT, VIA_COLLECTOR
from benchmarks.apart.guests.telco.places import TYPHOON_PATHS
from benchmarks.apart.guests.telco.setting import Setting


def household(setting: Setting) -> list[Account]:
    """A family at home: most often one mother or spouse who holds the wallet, sometimes half the street."""
    first = setting.register.wallet(setting.age(24, 72), woman=setting.chance(0.68))
    if setting.chance(0.1):
        setting.register.move(first, setting.age(30, 340))
    members = [first]
    for _ in range(int(min(setting.rng.poisson(0.75), 4))):
        same = first.family if setting.chance(0.65) else None
        members.append(setting.register.wallet(setting.age(15, 66), family=same, city=first.city))
    return members


def support(setting: Setting, payer: Account, members: list[Account], kin_of_others: bool = False) -> None:
    """One migrant's year of support, from arrival abroad (or the year's start) to return (or its end)."""
    rng, ledger = setting.rng, setting.ledger
    start = setting.age(0, 250) if setting.chance(0.25) else 0
    end = setting.age(start + 40, start + 360) if setting.chance(0.2) else al.DAYS
    payday = int(rng.choice([1, 5, 10, 15, 25, 28, 30]))
    weekly = setting.chance(0.17)
    level = float(setting.around(9000 if not weekly else 3000, 0.55, 1)[0])
    for nth, relative in enumerate(members):
        if nth and not weekly and setting.chance(0.45):
            days = al.scattered(rng, 3.0, start, end)  # the cousin who asks now and then
        elif weekly:
            days = al.every(rng, 7, start, end)
        else:
            days = al.monthly(rng, payday, start, end, 1.8)
        days = days[rng.random(days.size) < (0.9 if not kin_of_others else 0.6)]
        sums = setting.around(level if not nth else level * 0.4, 0.22, days.size)
        young = relative.age < 23 and nth > 0
        ledger.pay(
            payer,
            relative,
            setting.at(payer, days, "shift_end"),
            sums * np.where(days > al.CHRISTMAS - 8, np.where(days < al.CHRISTMAS + 8, 1.5, 1.0), 1.0),
            STUDENT if young else FAMILY,
            "school" if young else "family",
        )
    _occasions(setting, payer, members, level, (start, end))


def _occasions(setting: Setting, payer: Account, members: list[Account], level: float, span: tuple[int, int]) -> None:
    """School opening, Christmas, a death or an operation, and the storm that took the roof."""
    rng = setting.rng
    start, end = span
    nearest = members[0]
    events = [(al.SCHOOL_OPENS - 6, 0.3, 1.0), (al.CHRISTMAS - 5, 0.45, 1.0), (setting.age(0, 360), 0.25, 2.0)]
    for day, probability, factor in events:
        if setting.chance(probability) and start <= day < end:
            days = al.near(rng, day, 1 + rng.poisson(0.6 * factor), 4.0)
            sums = setting.around(level * factor * 0.6, 0.5, days.size)
            setting.ledger.pay(payer, nearest, setting.at(payer, days, "shift_end"), sums, FAMILY, "family")
    for day, path in zip(al.TYPHOON_DAYS, TYPHOON_PATHS, strict=True):
        if nearest.city in path and setting.chance(0.6) and start <= day < end:
            for relative in members:
                days = al.near(rng, day + 1, 1 + rng.poisson(0.8), 3.0)
                sums = setting.around(level * 0.6, 0.5, days.size)
                setting.ledger.pay(payer, relative, setting.at(payer, days, "evening"), sums, FAMILY, "storm")


def via_collector(setting: Setting, payer: Account) -> None:
    """A village without coverage: one neighbour's wallet takes everybody's remittances and walks them over."""
    collector = setting.venue("collector")
    days = al.monthly(setting.rng, int(setting.rng.choice([1, 5, 15, 30])), setting.age(0, 200), slip=2.5)
    sums = setting.around(3800, 0.45, days.size)
    setting.ledger.pay(payer, collector, setting.at(payer, days, "shift_end"), sums, VIA_COLLECTOR, "dues")


def migrants(setting: Setting, payers: list[Account]) -> None:
    """All migrants: nearly a third share a household with siblings abroad, who pay the same people on other paydays."""
    waiting: list[list[Account]] = []
    for payer in payers:
        if waiting and setting.chance(0.3):
            members = waiting[int(setting.rng.integers(len(waiting)))]
            if setting.chance(0.6):
                for account in (payer, payer.later or payer):
                    account.family = members[0].family
            support(setting, payer, members[: 1 + setting.age(0, len(members))], kin_of_others=True)
        else:
            members = household(setting)
            waiting = [*waiting[-40:], members]
            support(setting, payer, members)
        if setting.chance(0.06):
            via_collector(setting, payer)
