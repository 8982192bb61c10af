"""Who lives in the world: casts the customers, gives each a life, then lets the crimes happen among them."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.regional import extortion, livestream, material
from benchmarks.apart.guests.regional.clock import DAYS
from benchmarks.apart.guests.regional.firm import Firm
from benchmarks.apart.guests.regional.hearts import Circles, courtship, dates, deceived, dreamer
from benchmarks.apart.guests.regional.kin import Villages, support
from benchmarks.apart.guests.regional.people import Payer
from benchmarks.apart.guests.regional.venues import Market, follow, open_market, pick_habit

LEAST_CAST: Final = 4


def _offers(payer: Payer) -> float:
    """Weight of a payer among those who pay for abuse: mostly men, mostly past middle age, few migrants, any work."""
    peak = float(np.exp(-(((payer.age - 60) / 11) ** 2) / 2)) if payer.age >= 27 else 0.0
    return peak * (0.06 if payer.female else 1.0) * (0.2 if payer.roots else 1.0) + 1e-9


def draw(rng: np.random.Generator, among: list[Payer], weights: list[float], n: int) -> list[Payer]:
    """Some customers by weight, none twice."""
    p = np.array(weights)
    chosen = rng.choice(len(among), size=min(n, len(among)), replace=False, p=p / p.sum())
    return [among[int(at)] for at in chosen]


def live(firm: Firm, payer: Payer, villages: Villages, market: Market, circles: Circles) -> None:
    """One customer's ordinary years: a family for migrants, then whatever else people pay for abroad."""
    rng = firm.rng
    if payer.roots and rng.random() < 0.93:
        support(villages, payer, payer.roots)
        more = int(rng.poisson(0.55))
    else:
        more = 1 + int(rng.poisson(0.5))
    for _ in range(more):
        chance = float(rng.random())
        if chance < (0.03 if payer.roots else 0.16):
            courtship(firm, payer, circles)
        elif not payer.roots and chance < 0.2:
            dates(firm, payer, circles)
        elif chance > 1 - 0.02 * dreamer(payer):
            deceived(firm, payer, circles)
        else:
            follow(firm, market, payer, pick_habit(rng, payer))


def inhabit(seed: int, senders: int) -> Firm:
    """The whole world: its firm, with everything ordered there."""
    rng = np.random.default_rng([seed, 61_417])
    firm = Firm(rng, senders)
    customers = [firm.enrol() for _ in range(senders)]
    buyers = draw(rng, customers, [_offers(p) for p in customers], firm.scaled(52, 2 * LEAST_CAST))
    file_buyers = buyers[: firm.scaled(11, LEAST_CAST)]
    payers = buyers[len(file_buyers) :]
    for payer in buyers:
        payer.until = max(payer.until, min(DAYS, payer.opened + float(rng.exponential(260)) + 40))
    taken = {p.index for p in buyers}
    others = [p for p in customers if p.index not in taken]
    found = draw(rng, others, [0.3 if p.roots else 1.0 for p in others], firm.scaled(42, LEAST_CAST))
    victims = [extortion.cast(firm, payer) for payer in found]
    bare = {victim.payer.index for victim in victims if not victim.lives}
    bare |= {p.index for p in buyers if rng.random() < 0.3}
    for payer in others:
        if payer.until - payer.opened > 90 and rng.random() < 0.025:
            payer.successor = firm.reopen(payer, float(rng.uniform(payer.opened + 30, payer.until)), same_device=0.45)
    market, villages, circles = open_market(firm), Villages(firm, {}), Circles()
    gangs = extortion.gather(firm, circles)
    livestream.run(firm, payers, market)
    for payer in customers:
        if payer.index not in bare:
            live(firm, payer, villages, market, circles)
    extortion.run(firm, victims, gangs)
    material.run(firm, file_buyers)
    return firm
