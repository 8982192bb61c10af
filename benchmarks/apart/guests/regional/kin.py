"""Families with somebody abroad: who is supported, by how many of the children, on which days, and for what besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.regional import clock
from benchmarks.apart.guests.regional.clock import Floats, day_number
from benchmarks.apart.guests.regional.firm import Firm, Reason
from benchmarks.apart.guests.regional.names import surname
from benchmarks.apart.guests.regional.people import Payer, Receiver
from benchmarks.apart.guests.regional.places import ABROAD
from benchmarks.apart.guests.regional.sums import typical
from benchmarks.apart.guests.regional.venues import STUDENT

SUPPORT: Final = Reason("family_support", "family_receiver", "family")
LOAN: Final = Reason("ordinary", "ordinary", "plain")

ROLES: Final = {
    "parent": (0.36, 150.0), "spouse": (0.16, 190.0), "sibling": (0.2, 80.0), "elder": (0.1, 50.0),
    "student": (0.07, 210.0), "cousin": (0.11, 45.0),
}  # fmt: skip
"""Share among supported relatives, and the usual sum in US dollars."""

CHRISTMAS: Final = (day_number(2024, 12, 20), day_number(2025, 4, 17))
EIDS: Final = (day_number(2024, 4, 7), day_number(2024, 6, 13), day_number(2025, 3, 27), day_number(2025, 6, 3))
DIWALI: Final = (day_number(2024, 10, 29), day_number(2024, 4, 10), day_number(2025, 4, 11))
MOTHERS: Final = (day_number(2024, 5, 9), day_number(2025, 5, 9))
FEASTS: Final = {"PK": EIDS, "BD": EIDS, "SN": EIDS, "IN": DIWALI, "LK": DIWALI, "MX": CHRISTMAS + MOTHERS,
                 "GT": CHRISTMAS + MOTHERS, "SV": CHRISTMAS + MOTHERS, "NG": CHRISTMAS + EIDS[:2]}  # fmt: skip

DISASTERS: Final = {"BD": day_number(2024, 8, 22), "HN": day_number(2024, 11, 16), "PH": day_number(2024, 11, 17),
                    "RO": day_number(2024, 9, 14), "NG": day_number(2024, 9, 10), "GT": day_number(2025, 2, 11),
                    "UA": day_number(2024, 11, 28), "CO": day_number(2024, 11, 9)}  # fmt: skip
"""Days of a flood, storm or blackout, after which everybody with kin there pays within the week."""


@dataclass(slots=True)
class Household:
    """A family in the destination; children who left it pay the same few people."""

    group: str
    family: str
    country: str
    kin: list[tuple[str, Receiver]]
    children: int


@dataclass(slots=True)
class Villages:
    """Households by country that may still have another child abroad."""

    firm: Firm
    open: dict[str, list[Household]]

    def household(self, payer: Payer, roots: str) -> Household:
        """The payer's family: in three of ten cases one that a brother or sister at the firm already pays."""
        rng = self.firm.rng
        waiting = self.open.setdefault(roots, [])
        if waiting and rng.random() < 0.3:
            house = waiting.pop(int(rng.integers(len(waiting))))
        else:
            culture = ABROAD[roots].culture
            family = " ".join(payer.name.split()[-2 if culture == "latin" else -1 :])
            if payer.female and rng.random() < 0.4:
                family = surname(rng, culture)
            city = ABROAD[roots].cities[int(rng.integers(len(ABROAD[roots].cities)))]
            group = f"family-{payer.index}"
            house = Household(group, family, roots, [], 0)
            for _ in range(1 + min(int(rng.geometric(0.52)), 6)):
                role = str(rng.choice(list(ROLES), p=[share for share, _ in ROLES.values()]))
                own_name = role in {"spouse", "cousin"} and rng.random() < 0.6
                person = self.firm.meet(roots, family=None if own_name else family, city=city)
                person.group = group
                if house.kin and rng.random() < 0.2:
                    # The old and the young are reached through the one telephone of the house.
                    person.phone = house.kin[0][1].phone
                house.kin.append((role, person))
        house.children += 1
        if house.children < 2 + rng.poisson(1.4):
            waiting.append(house)
        payer.group = house.group
        return house


def _days(rng: np.random.Generator, role: str, payer: Payer, payday: float) -> Floats:
    start, end = payer.opened + float(rng.exponential(9)), payer.until
    if role == "spouse":
        # Weekly pay packets in North America, monthly salaries in Europe.
        gap = float(rng.choice([7.0, 14.0])) if payer.country in {"US", "CA"} else 15.2
        return clock.every(rng, start, end, gap, 0.14)
    if role in {"parent", "elder", "student"}:
        return clock.monthly(rng, start, end, payday, slack=2.2, skip=0.12)
    return clock.scattered(rng, start, end, 0.35 if role == "cousin" else 0.6)


def support(villages: Villages, payer: Payer, roots: str) -> None:
    """Let a migrant live with a family abroad for as long as they use the firm."""
    firm, rng = villages.firm, villages.firm.rng
    house = villages.household(payer, roots)
    payday = float(rng.choice([1.0, 15.0, 25.0, 28.0]))
    mine = [pair for pair in house.kin if rng.random() < 0.75] or house.kin[:1]
    for role, person in mine:
        days = _days(rng, role, payer, payday)
        median = ROLES[role][1] * payer.means * float(np.exp(rng.normal(0, 0.35)))
        # Wages and prices rise, and who has settled in sends more: part of the payers grow by the month.
        growth = 1 + (rng.random() < 0.25) * 0.03 * (days - payer.opened) / 30
        usd = typical(rng, len(days), median, 0.14 if role != "sibling" else 0.5) * growth
        reason = STUDENT if role == "student" else SUPPORT
        firm.pay(payer, person, clock.moments(rng, days, payer.hours), usd, reason)
    occasions(firm, payer, mine)
    if rng.random() < 0.05:
        borrowed(firm, payer, roots)
    if rng.random() < 0.05:
        building(firm, payer, house)


def occasions(firm: Firm, payer: Payer, kin: list[tuple[str, Receiver]]) -> None:
    """Feasts, storms, and the nights when somebody at home is taken to hospital."""
    rng = firm.rng
    country = kin[0][1].country
    for _, person in kin[:2]:
        feasts = np.array([d for d in FEASTS.get(country, CHRISTMAS) if payer.opened < d < payer.until], dtype=float)
        feasts = feasts[rng.random(len(feasts)) < 0.4] - rng.exponential(2.5, 1)
        usd = typical(rng, len(feasts), 110 * payer.means, 0.5)
        firm.pay(payer, person, clock.moments(rng, feasts, payer.hours), usd, SUPPORT)
    struck = DISASTERS.get(country)
    if struck is not None and payer.opened < struck < payer.until and rng.random() < 0.45:
        days = struck + rng.exponential(2.5, 1 + int(rng.poisson(0.6)))
        usd = typical(rng, len(days), 130 * payer.means, 0.5)
        firm.pay(payer, kin[0][1], clock.moments(rng, days, "night"), usd, SUPPORT)
    if rng.random() < 0.14:
        # Bad news comes at any hour and is paid at once, in several parts as bills are handed over.
        began = rng.uniform(payer.opened, payer.until)
        days = began + np.cumsum(rng.exponential(0.7, 2 + int(rng.poisson(1.5))))
        usd = typical(rng, len(days), 120 * payer.means, 0.6)
        firm.pay(payer, kin[-1][1], clock.moments(rng, days, "shift"), usd, SUPPORT)


def borrowed(firm: Firm, payer: Payer, roots: str) -> None:
    """The journey was paid with a loan from home: equal instalments to the lender that stop on the last one."""
    rng = firm.rng
    start = payer.opened
    days = clock.monthly(
        rng, start, min(payer.until, start + 30.4 * float(rng.integers(5, 15))), 3.0, slack=1.5, skip=0.04
    )
    lender = firm.meet(roots, female=False)
    usd = np.full(len(days), 90 * payer.means)
    firm.pay(payer, lender, clock.moments(rng, days, payer.hours), usd, LOAN, whole=1.0)


def building(firm: Firm, payer: Payer, house: Household) -> None:
    """A house goes up at home: big, growing, irregular sums to the relative who watches the masons."""
    rng = firm.rng
    days = clock.scattered(rng, payer.opened, min(payer.until, payer.opened + 300), 1.3)
    usd = typical(rng, len(days), 380 * payer.means, 0.6) * np.linspace(0.7, 1.5, len(days))
    firm.pay(payer, house.kin[-1][1], clock.moments(rng, days, payer.hours), usd, SUPPORT)
