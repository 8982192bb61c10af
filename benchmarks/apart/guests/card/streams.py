"""The crime of livestreaming: procurers in chat circles, households that are paid, adults who pay them.

A procurer sits in an ordinary circle, sounds people out, and is paid a small finder's fee or a cut. The household is
paid on request, mostly part before and part after; when one adult asks, others who wait in the same chat are told. So
payments of strangers from several countries fall on the same night, between the household's ordinary receipts.
"""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.card.circles import Circle
from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.ledger import CARD, CRYPTO, OWN, THEIRS, WALLET, Ledger
from benchmarks.apart.guests.card.people import DAYS, FIRST_YEAR, Floats, Ints, People
from benchmarks.apart.guests.card.places import INDEX, RICH
from benchmarks.apart.guests.card.rhythm import at_hour, paydays
from benchmarks.apart.guests.card.sums import around

_HOUSEHOLDS = {"PH": 0.6, "TH": 0.12, "BR": 0.08, "MX": 0.09, "UA": 0.07, "NG": 0.04}


def _household(people: People, rng: np.random.Generator, name: str) -> Ints:
    """One to four accounts under one roof: the mother or aunt, a cousin, now and then the child's own account."""
    country = INDEX[str(rng.choice(list(_HOUSEHOLDS), p=list(_HOUSEHOLDS.values())))]
    home = people.recruit(rng, int(rng.choice([1, 2, 2, 3, 4])), country, (18, 52), people.select((country,)))
    kin = rng.random(len(home)) < 0.7
    people.surname[home[kin]] = people.surname[home[0]]
    people.hearth[home] = people.hearth[home[0]]
    if len(home) > 2 and rng.random() < 0.4:
        people.birth[home[-1]] = FIRST_YEAR - int(rng.integers(13, 17))
    people.churn[home] = 0.4
    people.lull[home] = rng.exponential(4.0, len(home))
    people.joined[home] = -1.0
    people.ring.update(dict.fromkeys(home.tolist(), name))
    return home


def _course(rng: np.random.Generator, start: float) -> Floats:
    """Days of the requests of one adult: few for most, very many for some; gaps shorten with every one.

    Counts follow a heavy tail because most stop from fear or cost, and habit carries a few beyond all others.
    """
    count = int(min(1 + np.floor(rng.pareto(1.0) * 2.0), 140))
    gap = float(rng.uniform(14, 40)) / min(1 + count / 60, 3.0) * np.maximum(0.965 ** np.arange(count), 0.25)
    day = start + np.concatenate([[0.0], np.cumsum(rng.gamma(1.1, 1.0, count) * gap)[:-1]])
    return day[day < DAYS - 1]


def _orders(
    people: People, ledger: Ledger, rng: np.random.Generator, payer: int, *, home: Ints, day: Floats, level: float
) -> Floats:
    """One adult's payments for the given days: late in his evening, moved when the household would be asleep."""
    n = len(day)
    hour = rng.normal(22.8 + 0.4 * people.owl[payer], 2.2, n)
    there = (hour - people.offset[payer] + people.offset[home[0]]) % 24
    hour = np.where((there > 1.5) & (there < 6.0) & (rng.random(n) < 0.7), hour + rng.choice([-3.5, 3.5]), hour)
    wall = np.floor(day) + hour / 24
    usd = around(rng, n, level, 0.35) * np.minimum(1 + 0.02 * np.arange(n), 1.9)
    favour = np.full(len(home), 1.0)
    favour[0] += 3.0
    favour[int(rng.integers(0, len(home)))] += 2.0
    payee = rng.choice(home, n, p=favour / favour.sum())
    rail = np.where(rng.random(n) < 0.12, CARD if rng.random() < 0.7 else CRYPTO, WALLET)
    manner = np.where(rng.random(n) < 0.35, THEIRS, OWN)
    ledger.add(payer, payee, wall, usd, Kind.LIVESTREAM, manner=manner, rail=rail)
    parted = rng.random(n) < 0.2
    rest = wall[parted] + rng.gamma(2.0, 0.012, int(parted.sum()))
    ledger.add(payer, payee[parted], rest, usd[parted] * 0.8, Kind.LIVESTREAM, manner=manner[parted])
    common: Floats = wall - people.offset[payer] / 24
    return common


def _as_family(
    people: People, ledger: Ledger, rng: np.random.Generator, payer: int, *, home: Ints, start: float
) -> None:
    """The careful one: pays a single account on paydays, larger and less often, and writes what a family would."""
    days = paydays(int(people.country[payer]), rng)
    ahead = days[days > start]
    chosen = rng.random(len(ahead)) < 0.4
    chosen[0] = True
    days = ahead[chosen][: int(rng.integers(4, 30))]
    wall = at_hour(rng, days + rng.exponential(1.0, len(days)), 20.0, 2.5)
    ledger.add(payer, int(home[0]), wall, around(rng, len(days), 85.0, 0.35), Kind.LIVESTREAM, voice=Kind.FAMILY)
    people.disguised.add(payer)


def streams(
    people: People, ledger: Ledger, rng: np.random.Generator, circles: list[Circle], *, n: int, airline: int
) -> None:
    """Write all rings for about `n` adults; an eighth deal alone with a household that nobody else pays."""
    rings: list[tuple[Ints, int, Circle]] = []
    for index in range(max(1, round(n / 6))):
        home = _household(people, rng, f"ring-{index:02d}")
        circle = circles[int(rng.integers(0, len(circles)))]
        procurer = int(people.recruit(rng, 1, int(people.country[home[0]]), (19, 45), circle.members)[0])
        people.ring[procurer] = f"ring-{index:02d}"
        rings.append((home, procurer, circle))
    size = rng.dirichlet(np.full(len(rings), 1.6))
    seen: dict[int, list[Floats]] = {index: [] for index in range(len(rings))}
    waiting: dict[int, list[tuple[int, float]]] = {index: [] for index in range(len(rings))}
    for _ in range(n):
        index = int(rng.choice(len(rings), p=size))
        home, procurer, circle = rings[index]
        alone = rng.random() < 0.13
        ages = (27, 46) if rng.random() < 0.3 else (47, 78)
        payer = int(people.recruit(rng, 1, RICH, ages, circle.members)[0])
        people.joined[payer], people.churn[payer] = min(people.joined[payer], 200.0), 0.16
        start = float(rng.uniform(max(people.joined[payer], 0) + 2, DAYS - 150))
        if alone:
            home = _household(people, rng, f"alone-{payer}")
        people.ring[payer] = people.ring[int(home[0])]
        if rng.random() < 0.17:
            _as_family(people, ledger, rng, payer, home=home, start=start)
            continue
        day = _course(rng, start)
        if not alone and rng.random() < 0.55:
            fee = around(rng, 1, 14.0, 0.4)
            ledger.add(payer, procurer, at_hour(rng, day[:1] - 1, 22.5), fee, Kind.LIVESTREAM)
        level = float(rng.lognormal(np.log(29), 0.4))
        asked = _orders(people, ledger, rng, payer, home=home, day=day, level=level)
        if not alone:
            seen[index].append(asked)
            waiting[index].append((payer, start))
        if len(day) > 14 and rng.random() < 0.35:
            ticket = around(rng, 1, 850.0, 0.25)
            ledger.add(payer, airline, day[-1:] + 6.5, ticket, Kind.SHOP, rail=CARD, voice=30)
        if not alone and len(rings) > 1 and rng.random() < 0.28:
            other = int(rng.choice([k for k in range(len(rings)) if k != index]))
            _orders(people, ledger, rng, payer, home=rings[other][0], day=_course(rng, start + 60)[:12], level=level)
    for index, (home, procurer, _) in enumerate(rings):
        _told_and_shared(people, ledger, rng, home=home, procurer=procurer, seen=seen[index], waiting=waiting[index])


def _told_and_shared(
    people: People,
    ledger: Ledger,
    rng: np.random.Generator,
    *,
    home: Ints,
    procurer: int,
    seen: list[Floats],
    waiting: list[tuple[int, float]],
) -> None:
    """Others of the chat who join a night that one has asked for, and the cut that the household hands the procurer."""
    if not seen:
        return
    nights = np.concatenate(seen)
    payers, starts = np.array([payer for payer, _ in waiting]), np.array([start for _, start in waiting])
    joins = nights[rng.random(len(nights)) < 0.16]
    pick = rng.integers(0, len(payers), len(joins))
    known = starts[pick] < joins
    joins, joiner = joins[known], payers[pick[known]]
    wall = joins + rng.exponential(0.04, len(joins)) + people.offset[joiner] / 24
    ledger.add(joiner, int(home[0]), wall, around(rng, len(joins), 22.0, 0.35), Kind.LIVESTREAM)
    cut = nights[rng.random(len(nights)) < 0.25] + people.offset[home[0]] / 24
    wall = at_hour(rng, cut + rng.exponential(1.5, len(cut)), 14.0, 4.0)
    ledger.add(int(home[0]), procurer, wall, around(rng, len(cut), 9.0, 0.4), Kind.STREAM_CUT)
