"""Payments consistent with live-streamed abuse: households that are paid, and adults abroad who pay them.

A household is found through a chat, an earlier payer or an earlier acquaintance. A time is agreed for the payer's free
hours, part is paid before and part after, the household says who collects it. Trust makes sums grow and gaps shrink.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.regional import clock
from benchmarks.apart.guests.regional.clock import DAYS, Floats
from benchmarks.apart.guests.regional.firm import Firm, Reason
from benchmarks.apart.guests.regional.people import Payer, Receiver, digits, weighted
from benchmarks.apart.guests.regional.sums import typical
from benchmarks.apart.guests.regional.venues import Market

ARRANGED: Final = Reason("livestream_purchase", "facilitation", "arranged")
CHEATED: Final = Reason("livestream_purchase", "ordinary", "arranged")
TIPS: Final = Reason("hobby_purchase", "seller", "hobby")
COUSIN: Final = Reason("family_support", "family_receiver", "family")

PLACES: Final = {"CO": 6.0, "DO": 4, "RO": 4, "UA": 3, "PH": 3, "MX": 1.5, "GH": 1.5, "IN": 1.5}


@dataclass(slots=True)
class Collector:
    """A member of a household who collects between two days."""

    person: Receiver
    since: float
    until: float


@dataclass(slots=True)
class Household:
    """Who collects, turn by turn, and how many payers it has had."""

    group: str
    country: str
    members: list[Collector] = field(default_factory=list)
    payers: list[Payer] = field(default_factory=list)

    def on(self, rng: np.random.Generator, day: float) -> Receiver:
        """Who is named to collect on a day."""
        present = [member.person for member in self.members if member.since <= day < member.until]
        return present[int(rng.integers(len(present)))] if present else self.members[0].person


def found_household(firm: Firm, name: str, alone: bool) -> Household:
    """A woman of the family usually starts; relatives join when a name was refused or the daily limit is met."""
    rng = firm.rng
    country = weighted(rng, PLACES)
    rail = "cash_pickup" if rng.random() < 0.62 else "wallet"
    first = firm.meet(country, female=bool(rng.random() < 0.8), rail=rail)
    house = Household(name, country, [Collector(first, 0.0, DAYS)])
    for _ in range(0 if alone else int(rng.poisson(1.3))):
        kin = bool(rng.random() < 0.7)
        person = firm.meet(country, family=first.name.split()[-1] if kin else None, city=first.city, rail="cash_pickup")
        if rng.random() < 0.5:
            # One phone in the house gets the text messages for everybody.
            person.phone = first.phone
        since = float(rng.uniform(0, DAYS * 0.8))
        house.members.append(Collector(person, since, since + float(rng.exponential(220)) + 30))
        if rng.random() < 0.3:
            house.members[0].until = min(house.members[0].until, since + 20)
    for member in house.members:
        member.person.group = name
    return house


def cover(firm: Firm, house: Household, market: Market) -> None:
    """Households have other income: a cousin abroad, or adults who tip one of them for dancing."""
    rng = firm.rng
    person = house.members[0].person
    cousins = [p for p in firm.accounts if p.roots == house.country]
    if cousins and rng.random() < 0.4:
        cousin = cousins[int(rng.integers(len(cousins)))]
        days = clock.monthly(rng, cousin.opened, cousin.until, 5.0, slack=3.0, skip=0.3)
        firm.pay(cousin, person, clock.moments(rng, days, cousin.hours), typical(rng, len(days), 90, 0.25), COUSIN)
    if rng.random() < 0.2:
        market["performers"].append(person)
        for _ in range(3):
            tipper = firm.accounts[int(rng.integers(len(firm.accounts)))]
            days = clock.sittings(rng, tipper.opened, min(tipper.opened + 60, DAYS), 1.0)
            usd = typical(rng, len(days), 30, 0.5)
            firm.pay(tipper, person, clock.moments(rng, days, "night"), usd, TIPS, whole=0.15)


def _course(rng: np.random.Generator, start: float, times: int) -> Floats:
    """Days of the sessions: weeks apart at first, days apart later, with dry spells of fear or empty pockets."""
    share = np.arange(times) / max(times - 1, 1)
    # Who pays most often has learnt to pay every few days; the others wait for a free house or the next pension.
    gaps = min(rng.uniform(16, 34), 520 / times) * (1 - 0.72 * share) * np.exp(rng.normal(0, 0.6, times))
    gaps += (rng.random(times) < 0.05) * rng.uniform(30, 80, times)
    days: Floats = start + np.cumsum(gaps) - gaps[0]
    return days


def sessions(firm: Firm, payer: Payer, house: Household, start: float, *, times: int, base: float) -> None:
    """One payer's course with one household."""
    rng = firm.rng
    days = _course(rng, start, times)
    hours = str(rng.choice(["night", "evening", "retired", "shift"], p=[0.58, 0.2, 0.12, 0.1]))
    when = clock.moments(rng, days, hours)
    progress = np.arange(times) / max(times, 8)
    usd = typical(rng, times, base, 0.38) * (1 + 1.1 * progress)
    whole = float(rng.beta(1.2, 1.0))
    halves = rng.random(times) < 0.26
    for at, moment in enumerate(when):
        to = house.on(rng, float(days[at]))
        parts = [(moment, usd[at])]
        if halves[at]:
            parts = [(moment, usd[at] * 0.5), (moment + rng.uniform(0.5, 3) / 24, usd[at] * rng.uniform(0.4, 0.8))]
        if rng.random() < 0.1:
            other = house.on(rng, float(days[at]))
            extra = moment + rng.uniform(0.2, 20) / 24
            firm.pay(payer, other, np.array([extra]), typical(rng, 1, 18, 0.4), ARRANGED, whole=whole)
        firm.pay(payer, to, np.array([m for m, _ in parts]), np.array([u for _, u in parts]), ARRANGED, whole=whole)
    if rng.random() < 0.5:
        helped = clock.scattered(rng, start + 20, float(days[-1]) + 21, 0.35)
        to = house.on(rng, float(days[0]))
        firm.pay(payer, to, clock.moments(rng, helped, payer.hours), typical(rng, len(helped), 140, 0.7), ARRANGED)
    if times > 9 and rng.random() < 0.3:
        ticket = np.array([days[-1] + rng.uniform(4, 12)])
        firm.pay(payer, house.members[0].person, ticket, rng.uniform(500, 1600, 1), ARRANGED)


def sponsor(firm: Firm, payer: Payer, house: Household, start: float) -> None:
    """Poses as a godparent: a fixed monthly sum by day, and only the small extra ones are at odd hours."""
    rng = firm.rng
    payer.disguised = True
    end = min(DAYS, start + float(rng.uniform(120, 480)))
    to = house.members[0].person
    days = clock.monthly(rng, start, end, float(rng.integers(1, 28)), slack=1.5, skip=0.06)
    sum_ = float(rng.uniform(60, 170))
    firm.pay(payer, to, clock.moments(rng, days, payer.hours), np.full(len(days), sum_), ARRANGED)
    extra = clock.scattered(rng, start, end, 0.7)
    firm.pay(payer, to, clock.moments(rng, extra, "night"), typical(rng, len(extra), 35, 0.4), ARRANGED)


def introduce(firm: Firm, payer: Payer, houses: list[Household], solo: bool) -> Household:
    """Which household a payer comes to: one of their own, or a known one, the oldest being known to most."""
    rng = firm.rng
    if solo:
        house = found_household(firm, f"house-{digits(rng, 6)}", alone=True)
    else:
        fame = 1.0 / (1 + np.arange(len(houses)))
        house = houses[int(rng.choice(len(houses), p=fame / fame.sum()))]
    house.payers.append(payer)
    payer.group = house.group
    return house


def account_used(firm: Firm, payer: Payer) -> Payer:
    """The payer's own account, one that replaces it after questions were asked, or a second one the family ignores."""
    rng = firm.rng
    account = payer
    if rng.random() < 0.12:
        account = firm.reopen(payer, payer.opened + float(rng.uniform(0, 40)), same_device=0.7)
    elif rng.random() < 0.2:
        payer.successor = firm.reopen(payer, payer.opened + float(rng.uniform(60, 300)), same_device=0.6)
    account.hides = 0.8 if rng.random() < 0.3 else account.hides
    return account


def run(firm: Firm, payers: list[Payer], market: Market) -> None:
    """Let the chosen payers meet the households."""
    rng = firm.rng
    houses = [found_household(firm, f"house-{n}", alone=n % 4 == 3) for n in range(firm.scaled(15, 3))]
    for payer in payers:
        account = account_used(firm, payer)
        start = account.opened + float(rng.uniform(0, max(20.0, (DAYS - account.opened) * 0.55)))
        base = float(np.clip(32 * np.exp(rng.normal(0, 0.45)), 9, 150))
        # A few people make half of all payments and a quarter make hardly any.
        times = int(np.clip(np.exp(rng.normal(1.6, 1.3)), 1, 170))
        kind = float(rng.random())
        if kind < 0.15:
            sponsor(firm, account, introduce(firm, account, houses, rng.random() < 0.5), start)
        elif kind < 0.4:
            for _ in range(2 + int(rng.poisson(1.8))):
                house = introduce(firm, account, houses, rng.random() < 0.25)
                sessions(firm, account, house, start, times=max(1, times // 4), base=base)
                start += float(rng.exponential(40))
            for _ in range(int(rng.poisson(1.0))):
                cheat = firm.meet(weighted(rng, PLACES))
                firm.pay(account, cheat, clock.moments(rng, np.array([start]), "night"), np.array([base]), CHEATED)
        else:
            sessions(
                firm, account, introduce(firm, account, houses, rng.random() < 0.25), start, times=times, base=base
            )
            if rng.random() < 0.25:
                house = introduce(firm, account, houses, solo=False)
                sessions(firm, account, house, start + 60, times=max(1, times // 3), base=base)
    for house in houses:
        if house.payers:
            cover(firm, house, market)
