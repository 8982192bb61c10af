"""Vendors of material with token prices, and adults who pay schoolchildren for pictures with small gifts."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.card.circles import Circle
from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.ledger import CARD, CENTS, CRYPTO, OWN, WALLET, Ledger
from benchmarks.apart.guests.card.people import DAYS, Ints, People
from benchmarks.apart.guests.card.places import INDEX, RICH
from benchmarks.apart.guests.card.rhythm import at_hour, cascade, scatter
from benchmarks.apart.guests.card.sums import TOKEN_TIERS, around


def vendors(people: People, ledger: Ledger, rng: np.random.Generator, circles: list[Circle], n: int) -> None:
    """A vendor announces in a closed chat and sells by tiers for a few weeks; the account closes, another opens.

    Buyers come in the night, twice or thrice within an hour because each purchase shows what else there is. One price
    list, crypto before card: the same as the honest token shops, except that the receiver is a person without a name.
    """
    places = tuple(INDEX[code] for code in ("UA", "BR", "TH", "US", "DE", "MX"))
    shops = people.recruit(rng, max(1, round(n / 7)), places, (19, 50), people.select())
    people.churn[shops], people.lull[shops], people.joined[shops] = 0.95, 2.0, -1.0
    for shop in shops:
        people.ring[int(shop)] = f"vendor-{shop}"
    drops = {int(shop): np.sort(scatter(rng, 9.0)) for shop in shops}
    for _ in range(n):
        circle = circles[int(rng.integers(0, len(circles)))]
        payer = int(people.recruit(rng, 1, RICH, (22, 64), circle.members)[0])
        people.joined[payer] = -1.0
        shop = int(rng.choice(shops))
        people.ring[payer] = people.ring[shop]
        drop = drops[shop]
        starts = drop[rng.random(len(drop)) < rng.beta(1.2, 3.0)]
        starts = starts if len(starts) else rng.uniform(0, DAYS, 1)
        wall, _ = cascade(rng, at_hour(rng, starts, 25.5, 1.6), 0.45, 0.02)
        usd = rng.choice(TOKEN_TIERS, len(wall), p=[0.1, 0.2, 0.2, 0.25, 0.15, 0.1])
        rail = np.where(rng.random(len(wall)) < 0.6, CRYPTO, np.where(rng.random(len(wall)) < 0.8, CARD, WALLET))
        other = np.where(rng.random(len(wall)) < 0.15, rng.choice(shops), shop)
        ledger.add(payer, other, wall, usd, Kind.MATERIAL, manner=CENTS, rail=rail)


def gifts_to_minors(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Adults who pay schoolchildren of their own country, met on picture apps, small round sums after school and late.

    One child tells another, so an adult pays two or three of one clique and some children are paid by two adults;
    then the adult moves on. Some adults stay with one child and pay as an uncle would, weekly.
    """
    cliques: dict[int, Ints] = {}
    for index in range(n):
        country = int(rng.choice(RICH))
        if country not in cliques or rng.random() < 0.35:
            cliques[country] = people.recruit(rng, int(rng.integers(2, 5)), country, (13, 17), people.select())
            people.joined[cliques[country]] = -1.0
            people.ring.update(dict.fromkeys(cliques[country].tolist(), f"clique-{index}"))
        clique = cliques[country]
        adult = int(people.recruit(rng, 1, country, (24, 62), people.select())[0])
        people.joined[adult], people.ring[adult] = -1.0, people.ring[int(clique[0])]
        since = float(rng.uniform(0, DAYS - 200))
        if rng.random() < 0.2:
            day = since + 7.0 * np.arange(float(rng.integers(5, 24)))
            wall = at_hour(rng, day[day < DAYS], 17.0, 2.0)
            ledger.add(adult, int(clique[0]), wall, around(rng, len(wall), 15.0, 0.2), Kind.MINOR, voice=20)
            people.disguised.add(adult)
            continue
        for child in rng.choice(clique, int(rng.integers(1, len(clique) + 1)), replace=False):
            first = since + rng.exponential(20.0)
            time, _ = cascade(rng, first + np.sort(rng.uniform(0, 80, int(rng.integers(1, 6)))), 0.4, 1.5)
            hour = np.where(rng.random(len(time)) < 0.35, 16.5, 22.2)
            usd = around(rng, len(time), 24.0, 0.45)
            ledger.add(adult, int(child), at_hour(rng, time, hour, 1.5), usd, Kind.MINOR, manner=OWN)
