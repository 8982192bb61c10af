"""Love abroad: real partners, with visits and kin who ask, and the people whom a fraud took for partners."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.creditunion import money, names
from benchmarks.apart.guests.creditunion.clock import DAYS, feasts, hours, kept, paydays, renewals
from benchmarks.apart.guests.creditunion.people import Member, Receiver
from benchmarks.apart.guests.creditunion.world import World, moment

PARTNER: Final = ("partner_abroad", "partner_receiver")
FRAUD: Final = ("romance_fraud_victim", "romance_fraud_receiver")
_WORDS: Final = ("for you", "gift", "birthday", "rent", "visa", "load", "groceries", "medicine", "ticket", "love")
_LANDS: Final = ("PH", "PH", "PH", "TH", "TH", "CO", "DO", "UA", "MX", "VN", "KE", "GH", "RO", "JM")


def courtship(world: World, member: Member) -> None:
    """Small gifts after late calls, then a share of the rent; visits stop the payments; one in three ends.

    Growing sums and shrinking gaps are what love looks like too: the partner's household comes to depend on it.
    """
    rng = world.rng
    land = member.origin if member.migrant and member.country != member.origin else world.one(_LANDS)
    family = names.surname(rng, land)
    partner = world.payee(land, man=not member.man if world.chance(0.93) else member.man, family=family)
    first = moment(rng, 120) if world.chance(0.7) else 0.0
    last = min(float(DAYS), first + float(rng.uniform(50, 320))) if world.chance(0.4) else float(DAYS)
    way = money.habit(rng)
    gifts = renewals(rng, float(rng.lognormal(2.9, 0.45)), first, last, 1.0)
    grown = np.clip((gifts - first) / 240, 0, 1)
    usd = money.spread(rng, float(rng.lognormal(3.9, 0.45)), 0.5, len(gifts)) * np.exp(grown * rng.normal(0.5, 0.3))
    thinned = rng.random(len(gifts)) < 0.45 + 0.55 * grown
    local = hours(rng, len(gifts), min(0.9, member.night + 0.35))
    world.give(member, partner, gifts[thinned], usd[thinned], PARTNER, local=local[thinned], words=_WORDS, way=way)
    settled = first + rng.uniform(60, 240)
    monthly = kept(rng, paydays(member.rule, member.phase), 0.5)
    monthly = monthly[(monthly > settled) & (monthly < last)]
    if world.chance(0.55):
        usd = money.spread(rng, float(rng.lognormal(5.2, 0.4)), 0.1, len(monthly))
        world.give(member, partner, monthly, usd, PARTNER, words=_WORDS, way=way)
    if world.chance(0.3):
        kin = world.payee(land, man=world.chance(0.4), family=family, city=partner.city)
        days = renewals(rng, 60, settled, last)
        world.give(member, kin, days, money.spread(rng, 55, 0.6, len(days)), PARTNER, words=_WORDS)
    if world.chance(0.4):
        days = feasts(rng, 0.5)
        days = days[(days > first) & (days < last)]
        world.give(
            member, world.again(partner, 0.3), days, money.spread(rng, 160, 0.5, len(days)), PARTNER, words=_WORDS
        )


def dating(world: World, member: Member, courted: list[Receiver]) -> None:
    """Somebody who writes with several people abroad and helps each a little, for a season.

    Those people are courted by others too, of other cities, who do not know of each other.
    """
    land = world.one(_LANDS)
    season = moment(world.rng, 60)
    for _ in range(int(world.rng.integers(2, 6))):
        start = season + float(world.rng.exponential(50))
        days = renewals(world.rng, 14, start, start + world.rng.uniform(15, 110), 0.8)
        usd = money.spread(world.rng, 48, 0.6, len(days))
        local = hours(world.rng, len(days), min(0.9, member.night + 0.4))
        known = member.man and world.chance(0.55)
        friend = world.again(world.one(courted)) if known else world.payee(land, man=not member.man)
        world.give(member, friend, days, usd, PARTNER, local=local, words=_WORDS)


def deceived(world: World, members: list[Member]) -> None:
    """Victims of romance fraud: an older payer, ever larger sums, other receivers of the same ring, a stop."""
    rng = world.rng
    for ring in range(world.number(9, 1)):
        land = world.one(("NG", "GH", "CI", "NG", "PH", "US"))
        desks = []
        for _ in range(int(rng.integers(2, 5))):
            desk = (
                world.alias("US", man=world.chance(0.6)) if land == "US" else world.payee(land, man=world.chance(0.7))
            )
            world.mark("beneficiary", desk.id, f"romance-{ring:02d}")
            desks.append(desk)
        for victim in world.some(members, int(rng.integers(4, 9)), lambda person: max(0.0, person.age - 45) ** 1.2):
            first = moment(rng, 150)
            count = int(rng.integers(4, 26))
            days = (first + np.cumsum(rng.gamma(1.2, 9, count))).astype(np.int64)
            usd = 140 * np.exp(np.linspace(0, float(rng.uniform(0.8, 2.6)), count) + rng.normal(0, 0.4, count))
            main = world.one(desks)
            turns = rng.random(count) < 0.3
            world.mark("originator", victim.id, f"romance-{ring:02d}")
            world.give(
                victim, main, days[~turns], usd[~turns], FRAUD, words=("gift", "visa", "hospital", "customs fee")
            )
            world.give(victim, world.one(desks), days[turns], usd[turns], FRAUD, words=("lawyer", "ticket"))


def live(world: World) -> None:
    """Partners of natives and migrants, seasons of dating, and the deceived."""
    courted = [world.payee(world.one(_LANDS)) for _ in range(world.number(40, 2))]
    for member in world.members:
        if member.age < 21:
            continue
        older_man = member.man and 35 < member.age < 75
        if world.chance(0.045 if older_man else 0.014):
            courtship(world, member)
        elif world.chance(0.01 if older_man else 0.001):
            dating(world, member, courted)
    deceived(world, world.members)
