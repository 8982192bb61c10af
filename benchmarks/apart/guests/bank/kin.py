"""Families across borders: migrants who keep parents, nephews and neighbours, often several payers for one mother."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.bank.almanac import (
    CHRISTMAS,
    DAYS,
    FEASTS,
    MONTH_START,
    MONTHS,
    STORMS,
    TERMS,
    hour,
    payday,
)
from benchmarks.apart.guests.bank.names import CITIES, family_name, pick
from benchmarks.apart.guests.bank.world import World

WORDS: Final = (
    "family support", "mama", "allowance", "til mor", "support", "for food", "rice", "bills", "to my sister", "familie",
    "monthly", "husk medisin", "electric bill", "gift", "load", "expenses", "treat", "help", "food",
)  # fmt: skip
SCHOOL: Final = ("school fees", "tuition", "uniform", "skole", "enrolment", "books", "education", "school bus")
ILL: Final = ("medical", "hospital", "medicine", "lege", "operation papa", "medical bills", "emergency")
FEAST: Final = ("christmas", "jul", "gift", "god jul", "fiesta", "birthday", "handa", "til feiring")


def _clans(world: World, members: list[int]) -> list[list[int]]:
    """Siblings and cousins who all live in this country: two in three migrants are here alone, a few are six."""
    rng, left, clans = world.rng, list(members), list[list[int]]()
    while left:
        size = int(rng.choice([1, 2, 3, 5, 7], p=[0.62, 0.18, 0.1, 0.07, 0.03]))
        clans.append([left.pop() for _ in range(min(size, len(left)))])
    return clans


def _allowance(world: World, payer: int, kin: int, weight: float) -> None:
    """A share of each salary, or small sums every week when the receiver lives from hand to mouth."""
    rng, people = world.rng, world.people
    monthly = float(people.income[payer]) * weight
    weekly = rng.random() < 0.2
    standing = rng.random() < 0.08
    begins, ends = int(rng.integers(-6, 12)), int(rng.integers(16, 40))
    at: float
    for month in range(max(0, begins), min(MONTHS, ends)):
        pay = payday(month, int(people.payday[payer]))
        if weekly:
            for week in range(4):
                if rng.random() < 0.7:
                    at = (
                        pay
                        + 7 * week
                        + rng.integers(0, 3)
                        + hour(rng, str(rng.choice(["lunch", "evening", "morning"])))
                    )
                    world.send(
                        at, monthly / 4 * rng.lognormal(0, 0.3), payer, kin, "family_support", WORDS, purpose="FAMI"
                    )
        elif standing:
            sum_fixed = round(monthly / 100) * 100.0 + 100
            at = pay + 1 + hour(rng, "batch")
            world.send(at, sum_fixed, payer, kin, "family_support", channel="standing", purpose="FAMI", abroad_share=0)
        elif rng.random() < 0.82:
            at = pay + rng.exponential(2.2) // 1 + hour(rng, str(rng.choice(["evening", "lunch", "day"])))
            world.send(at, monthly * rng.lognormal(0, 0.22), payer, kin, "family_support", WORDS, purpose="FAMI")


def _troubles(world: World, payer: int, kin: int, size: float) -> None:
    """Illness and bills come by a call at any hour; half of what is asked goes now and the rest on payday."""
    rng = world.rng
    for at in rng.uniform(0, DAYS, rng.poisson(2.4)):
        moment = at // 1 + hour(
            rng, str(rng.choice(["evening", "night", "small_hours", "day"], p=[0.4, 0.25, 0.1, 0.25]))
        )
        world.send(
            moment, size * rng.lognormal(-0.2, 0.7), payer, kin, "family_support", ILL, blank=0.4, purpose="MDCS"
        )
        if rng.random() < 0.3:
            later = moment + rng.uniform(0.02, 9)
            world.send(later, size * rng.lognormal(-0.5, 0.5), payer, kin, "family_support", ILL, purpose="MDCS")


def _occasions(world: World, payer: int, kin: int, size: float, *, pupil: bool) -> None:
    """School terms for kin with pupils, Christmas and the country's feasts for all, storms for whoever is hit."""
    rng, country = world.rng, world.receivers.rows[kin].country
    if pupil:
        for month in range(MONTHS):
            if month % 12 + 1 in TERMS[country] and rng.random() < 0.8:
                at = MONTH_START[month] + rng.integers(0, 26) + hour(rng, "evening")
                world.send(at, size * rng.lognormal(0.1, 0.5), payer, kin, "family_support", SCHOOL, purpose="EDUC")
    for feast in (*CHRISTMAS, *FEASTS.get(country, ())):
        if rng.random() < 0.55:
            at = feast + rng.integers(-5, 4) + hour(rng, "evening")
            world.send(at, size * rng.lognormal(0, 0.5), payer, kin, "family_support", FEAST, purpose="GIFT")
    for storm in STORMS.get(country, ()):
        if rng.random() < 0.16:
            at = storm + rng.exponential(1.5) + 0.1
            world.send(at, size * rng.lognormal(-0.1, 0.6), payer, kin, "family_support", ("typhoon", "roof", "help"))


def kinfolk(world: World, land: str, family: str, size: int) -> list[int]:
    """Receivers of one clan: blood kin share the name, in-laws, godchildren and helpful neighbours do not."""
    rng = world.rng
    found, town = [], pick(rng, CITIES[land])
    group = f"clan-{family}-{rng.integers(10**5)}"
    for _ in range(1 + int(rng.poisson(1.1)) + size // 2):
        blood = family if rng.random() < 0.6 else None
        found.append(
            world.receivers.someone(
                land, "family_receiver", family=blood, city=town if rng.random() < 0.7 else None, group=group
            )
        )
    return found


def keep_kin(world: World, payer: int, kin: list[int]) -> None:
    """One payer's share in keeping these kin: generous to one or two, now and then to the others."""
    rng = world.rng
    share = rng.uniform(0.02, 0.075)
    for place, receiver in enumerate(kin):
        if place and rng.random() < 0.35:
            continue
        size = float(world.people.income[payer]) * share
        if rng.random() < (0.55 if place == 0 else 0.22):
            _allowance(world, payer, receiver, share / (1 + place))
        if rng.random() < 0.5:
            _troubles(world, payer, receiver, size * 0.6)
        _occasions(world, payer, receiver, size, pupil=bool(rng.random() < 0.3))


def keep_families(world: World) -> None:
    """All family support: migrants by clan, and natives who pay the kin of somebody they married."""
    rng, people = world.rng, world.people
    ages = people.ages()
    for land in sorted(set(people.origin) - {"NO"}):
        members = [p for p in range(people.count) if people.origin[p] == land and rng.random() < 0.8]
        for clan in _clans(world, members):
            family = people.name[clan[0]].split(" ", 1)[1].split(" ")[-1]
            kin = kinfolk(world, land, family, len(clan))
            for payer in clan:
                keep_kin(world, payer, [k for k in kin if rng.random() < 0.75])
    native = np.array([land == "NO" for land in people.origin])
    for payer in world.choose(native & (ages > 30) & (ages < 76) & ~people.female, world.number(60)):
        land = str(rng.choice(["TH", "PH", "VN", "RO", "CO", "KE"], p=[0.4, 0.32, 0.08, 0.1, 0.05, 0.05]))
        keep_kin(world, payer, kinfolk(world, land, family_name(rng, land), 1))
