"""Families abroad: the one who left pays parents, siblings and cousins, alone or together with others who left."""

from __future__ import annotations

import numpy as np

from . import clock, sums, words
from .accounts import Account
from .arrays import Floats
from .ledger import Tie
from .places import LANDS
from .town import Home, Town


def _found(town: Town, country: str, family: str) -> Home:
    """A household with one to five members who hold a wallet, mostly of one surname."""
    rng = town.rng
    members = []
    for place in range(1 + int(rng.poisson(1.3))):
        name = family if place == 0 or rng.random() < 0.65 else None
        member = town.registry.open(country, family=name, female=bool(rng.random() < 0.66))
        if rng.random() < 0.05:
            member.second = town.registry.reopen(
                member, float(rng.uniform(30, 500)), same_phone=bool(rng.random() < 0.6)
            )
        members.append(member)
    gatherings = tuple(int(day) for day in rng.uniform(0, clock.DAYS, int(rng.poisson(0.5))))
    return Home(members, town.new_group("family"), gatherings)


def _home(town: Town, payer: Account) -> Home:
    """His own, or one that a sister or cousin abroad already pays."""
    rng = town.rng
    country = payer.origin if not payer.at_home() else str(rng.choice(["GB", "US", "PH", "TH", "IN"]))
    known = town.homes.setdefault(country, [])
    if known and rng.random() < 0.3:
        return known[int(rng.integers(len(known)))]
    known.append(_found(town, country, payer.family))
    return known[-1]


def _neighbour(town: Town, country: str) -> Account:
    """Somebody with a phone and a steady hand, who takes in money for several houses of the street."""
    pool = town.neighbours.setdefault(country, [])
    if not pool or town.rng.random() < 0.06:
        pool.append(town.registry.open(country))
    return pool[int(town.rng.integers(len(pool)))]


def _events(town: Town, payer: Account, home: Home) -> Floats:
    """Days on which more is sent at any hour: school, Christmas, storms, a funeral, three hospital days in a row."""
    rng = town.rng
    country = home.members[0].country
    sick = float(rng.uniform(payer.opened, payer.last)) if rng.random() < 0.3 else None
    return np.concatenate(
        [
            clock.after(rng, clock.SCHOOL_STARTS, 6.0, 0.4),
            clock.after(rng, clock.CHRISTMAS, 3.0, 0.4),
            clock.after(rng, clock.TYPHOONS.get(country, ()), 4.0, 0.35),
            clock.after(rng, home.gatherings, 1.2, 0.8),
            np.empty(0) if sick is None else sick + rng.exponential(1.0, 1 + int(rng.poisson(2.0))),
        ]
    )


def support(town: Town, payer: Account) -> None:
    """Payday money to the one who runs the house; small sums to the others when they ask, often late after a call."""
    rng, ledger = town.rng, town.ledger
    home = _home(town, payer)
    country = home.members[0].country
    median = float(rng.lognormal(np.log(125.0), 0.5)) * payer.means
    if LANDS[payer.country].currency == "EUR":
        median *= 0.9
    head = home.members[int(rng.random() ** 2 * len(home.members))]
    kind = "family_receiver"
    if rng.random() < 0.07:
        head, kind = _neighbour(town, country), "collector"
    every = payer.pay_every if payer.pay_every > 20 or rng.random() < 0.5 else payer.pay_every * 2
    days = clock.recurring(
        rng, payer.payday + rng.choice([0.0, 1.0]), clock.DAYS, every, wobble=1.2, kept=float(rng.beta(5, 1.6))
    )
    # Steady senders keep one sum for months; others send what is left.
    steady = rng.random() < 0.55
    values = sums.spread(rng, median, 0.06 if steady else 0.45, len(days))
    tie = Tie(payer, head, "family_support", kind, words.FAMILY, town.payout(head), 0.9, home.group)
    ledger.enter(tie, clock.at(rng, days, "payday", payer.owl), sums.said(rng, payer, head, values, days))
    extra = _events(town, payer, home)
    elder = home.members[0]
    tie = Tie(payer, elder, "family_support", "family_receiver", words.FAMILY, town.payout(elder), 1.1, home.group)
    values = sums.spread(rng, median * 1.2, 0.6, len(extra))
    ledger.enter(tie, clock.at(rng, extra, "any", payer.owl), sums.said(rng, payer, elder, values, extra))
    for member in home.members[1:]:
        if rng.random() < 0.55:
            _small_asks(town, payer, member, home, median)


def _small_asks(town: Town, payer: Account, member: Account, home: Home, median: float) -> None:
    """A nephew's phone credit, a sister's groceries: small, irregular, in bursts, at night."""
    rng = town.rng
    days = clock.scattered(rng, payer.opened, payer.last, float(rng.gamma(1.2, 4.0)))
    if rng.random() < 0.25:
        days = np.repeat(days, 1 + rng.poisson(0.5, len(days)))
    values = sums.spread(rng, median * 0.3, 0.5, len(days))
    tie = Tie(payer, member, "family_support", "family_receiver", words.FAMILY, town.payout(member), 0.8, home.group)
    habit = "night" if rng.random() < 0.4 else "evening"
    town.ledger.enter(tie, clock.at(rng, days, habit, payer.owl), sums.said(rng, payer, member, values, days))
