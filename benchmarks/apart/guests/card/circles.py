"""Circles: guilds, fan groups, tutors with pupils, friends. They overlap, and payments within them come in cascades."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.ledger import CARD, CENTS, CRYPTO, LISTED, OWN, WALLET, Ledger
from benchmarks.apart.guests.card.people import DAYS, Ints, People
from benchmarks.apart.guests.card.places import INDEX, RICH
from benchmarks.apart.guests.card.rhythm import at_hour, awake, by_day, cascade, scatter
from benchmarks.apart.guests.card.sums import TOKEN_TIERS, around


@dataclass(frozen=True, slots=True)
class Circle:
    """People who know one another by a chat, and those among them who are paid."""

    topic: str
    members: Ints
    hosts: Ints


def _zipf(rng: np.random.Generator, n: int, power: float = 0.9) -> np.ndarray:
    """Weights of members: a few do most, in random order."""
    weight = 1.0 / np.arange(1, n + 1) ** power
    return np.asarray(rng.permutation(weight / weight.sum()))


def friends(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Friends, flatmates and school friends split what one of them paid; loans go back in parts."""
    by_country = [people.select((country,), (14, 75)) for country in range(people.country.max() + 1)]
    by_country = [pool[np.argsort(people.birth[pool], kind="stable")] for pool in by_country if len(pool) > 12]
    weight = np.array([len(pool) for pool in by_country], dtype=np.float64)
    for choice in rng.choice(len(by_country), n, p=weight / weight.sum()):
        pool = by_country[choice]
        size = min(int(rng.integers(3, 11)), len(pool))
        centre = int(rng.integers(0, len(pool)))
        near = np.unique(np.clip(centre + rng.integers(-60, 61, size), 0, len(pool) - 1))
        band = pool[near]
        if len(band) < 2:
            continue
        since = float(rng.uniform(-500, 700))
        starts = scatter(rng, 4.0, max(since, 0.0), min(since + float(rng.uniform(200, 1300)), DAYS))
        time, root = cascade(rng, starts, 0.62, 0.7)
        host = rng.choice(band, max(len(starts), 1))[root] if len(root) else root
        payer = rng.choice(band, len(time))
        keep = payer != host
        share = around(rng, max(len(starts), 1), 16.0 * float(people.means[band].mean()) ** 0.6, 0.8)
        usd = share[root] * np.where(rng.random(len(root)) < 0.7, 1.0, rng.uniform(0.5, 2.0, len(root)))
        manner = np.where(rng.random(len(starts) + 1) < 0.4, CENTS, OWN)[root] if len(root) else OWN
        wall = by_day(rng, people, payer, time)
        ledger.add(payer[keep], host[keep], wall[keep], usd[keep], Kind.ORDINARY,
                   manner=np.broadcast_to(manner, len(keep))[keep])  # fmt: skip
    lenders = people.select()
    for _ in range(n // 5):
        debtor, lender = rng.choice(lenders, 2, replace=False)
        first, parts = float(rng.uniform(0, 900)), int(rng.integers(3, 14))
        day = first + np.arange(parts) * float(rng.choice([7, 14, 30])) + rng.exponential(1.5, parts)
        part = float(around(rng, 1, 45.0, 0.6)[0])
        wall = by_day(rng, people, np.full(parts, debtor), day)
        ledger.add(int(debtor), int(lender), wall, np.full(parts, part), Kind.ORDINARY, voice=23)


def guilds(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> list[Circle]:
    """Game guilds: members of many countries and ages buy items and levels from a few who play for money.

    A new season or a raid draws cascades at night; token shops sell credit at the same tiers as any token shop.
    """
    players = people.select(None, (13, 44))
    grinders = people.select(tuple(INDEX[c] for c in ("PH", "BR", "UA", "MX", "TH", "NG")), (15, 35))
    found = []
    for _ in range(n):
        members = rng.choice(players, min(int(rng.integers(20, 70)), len(players)), replace=False)
        hosts = np.unique(rng.choice(grinders, int(rng.integers(1, 4))))
        weight = _zipf(rng, len(members))
        time, _ = cascade(rng, scatter(rng, float(rng.uniform(8, 34))), 0.6, 0.15)
        payer = rng.choice(members, len(time), p=weight)
        wall = awake(rng, people, payer, np.floor(time) + (20 + 5 * rng.random(len(time))) / 24)
        peer = rng.random(len(time)) < 0.25
        payee = np.where(peer, rng.choice(members, len(time)), rng.choice(hosts, len(time)))
        keep = payer != payee
        usd = around(rng, len(time), 13.0, 0.75)
        manner = np.where(rng.random(len(time)) < 0.3, LISTED, OWN)
        ledger.add(payer[keep], payee[keep], wall[keep], usd[keep], Kind.HOBBY, manner=manner[keep], voice=24)
        found.append(Circle("guild", members, hosts))
    return found


def fan_groups(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> list[Circle]:
    """Adult performers (singers, dancers, gamers, talkers) tipped by adult strangers while they are on air.

    Some perform as a house of two or three. A programme of evenings in the performer's own zone; one tip draws others
    within minutes; the devoted pay more with time, ask for a private lesson or a birthday song, and pay at three in
    the morning because the performer lives far away. Some take tips by token, card or crypto.
    """
    adults = people.select(None, (19, 72))
    found = []
    for _ in range(n):
        performer = int(rng.choice(people.select(None, (19, 42))))
        fans = rng.choice(adults, min(int(rng.integers(10, 80)), len(adults)), replace=False)
        house = np.array([performer])
        if rng.random() < 0.2:
            others = rng.choice(people.select((int(people.country[performer]),), (19, 42)), int(rng.integers(1, 3)))
            house = np.unique(np.append(others, performer))
            people.hearth[house] = people.hearth[performer]
        fans = np.setdiff1d(fans, house)
        weight = _zipf(rng, len(fans), 1.1)
        since = float(rng.uniform(-300, 800))
        nights = np.arange(
            max(since, 0.0), min(since + float(rng.lognormal(5.8, 0.7)), DAYS), float(rng.choice([2, 3, 4, 7]))
        )
        on_air = nights + (float(rng.uniform(19, 24)) - people.offset[performer]) / 24
        time, _ = cascade(rng, on_air[rng.random(len(on_air)) < 0.75], float(rng.uniform(0.3, 0.75)), 0.02)
        payer = rng.choice(fans, len(time), p=weight)
        wall = time + people.offset[payer] / 24
        asleep = (wall % 1 < 0.27) & (wall % 1 > 0.06) & (rng.random(len(wall)) < 0.6)
        devotion = 1 + np.clip(time - since, 0, 600) / 400
        taste = np.exp(rng.normal(0, 0.45, len(people)))[payer]
        tokens = rng.random() < 0.3
        usd = rng.choice(TOKEN_TIERS, len(time)) if tokens else around(rng, len(time), 9.0, 0.6) * devotion * taste
        rail = np.where(
            rng.random(len(time)) < (0.5 if tokens else 0.1), CRYPTO if rng.random() < 0.3 else CARD, WALLET
        )
        keep = ~asleep
        payee = rng.choice(house, len(time))
        ledger.add(payer[keep], payee[keep], wall[keep], usd[keep], Kind.HOBBY,
                   manner=CENTS if tokens else OWN, rail=rail[keep], voice=25)  # fmt: skip
        for devoted in rng.choice(fans, min(3, len(fans)), replace=False, p=weight):
            day = scatter(rng, float(rng.exponential(9.0)), max(since, 0.0), min(since + 400, DAYS))
            wish = around(rng, len(day), 36.0, 0.45) * (1 + 0.015 * np.arange(len(day)))
            ledger.add(int(devoted), performer, at_hour(rng, np.sort(day), 22.5), wish, Kind.HOBBY, voice=25)
        found.append(Circle("fans", fans, house))
    return found


def tutors(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> list[Circle]:
    """Language exchange: pupils pay a tutor abroad lesson by lesson, by evening, some for years."""
    found = []
    pupils_all = people.select(RICH, (16, 75))
    for _ in range(n):
        tutor = int(rng.choice(people.select(tuple(INDEX[c] for c in ("PH", "UA", "MX", "BR", "TH")), (19, 60))))
        pupils = rng.choice(pupils_all, min(int(rng.integers(3, 14)), len(pupils_all)), replace=False)
        fee = float(rng.choice([8, 10, 12, 15, 20, 25]))
        for pupil in pupils:
            since, weeks = float(rng.uniform(-100, 1000)), int(rng.geometric(0.05))
            day = since + float(rng.integers(0, 7)) + np.arange(weeks, dtype=np.float64) * 7.0
            day = day[(rng.random(weeks) < 0.8) & (day >= 0) & (day < DAYS)]
            usd = fee * rng.choice([1.0, 1.0, 1.0, 2.0], len(day))
            wall = at_hour(rng, day, float(rng.choice([13.0, 18.5, 21.5, 22.5])), 0.7)
            ledger.add(int(pupil), tutor, wall, usd, Kind.FREELANCE, manner=CENTS, voice=26)
        found.append(Circle("tutor", pupils, np.array([tutor])))
    return found
