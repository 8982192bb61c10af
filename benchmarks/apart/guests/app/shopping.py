"""Purchases: second-hand goods, niche sellers at home and abroad, game items, tips to creators, card shops, travel."""

import numpy as np

from benchmarks.apart.guests.app.arrays import Floats, Ints
from benchmarks.apart.guests.app.lives import occasions
from benchmarks.apart.guests.app.moments import in_week
from benchmarks.apart.guests.app.people import STUDENT, TEEN, WORKER
from benchmarks.apart.guests.app.places import INDEX
from benchmarks.apart.guests.app.weeks import WEEKS, season
from benchmarks.apart.guests.app.world import World

_SHOPS = (
    ("Gemforge Games", "5816", 1.0), ("Blockvale", "5816", 0.8), ("Arena Nine", "5816", 0.5),
    ("Cloudcrate", "5734", 0.5), ("Veilnet VPN", "5734", 0.16), ("Clipcatch Recorder", "5734", 0.06),
    ("Nordlys Streaming", "5815", 0.9), ("Fortuna Spins", "7995", 0.4), ("Skylark Air", "4511", 0.3),
    ("Velvet Lounge Video", "5967", 0.12), ("Bookbarn", "5942", 0.4), ("Wheely Scooters", "4121", 0.7),
)  # fmt: skip
"""Card merchants: name, merchant category, and how much they are used."""


def merchants(world: World) -> dict[str, int]:
    """The card shops, one receiver each."""
    home = [INDEX[code] for code in ("IE", "NL", "DE", "SE", "GB")]
    return {
        name: world.parties.add_body(world.rng, home[row % 5], name, rail="card", merchant=category)
        for row, (name, category, _) in enumerate(_SHOPS)
    }


def card_shops(world: World, shops: dict[str, int]) -> None:
    """Most customers use the app's card now and then; a few top up games or bets many times in one night."""
    rng, people = world.rng, world.people
    rate = 0.022 * people.appetite * np.array([1.4, 1.2, 1.0, 0.8, 0.6])[people.stage]
    payer, week = occasions(rng, world.states, rate, (1, 1.2, 0.5, 1.6, 0.9, 0.9), season({12: 1.3}))
    weight = np.array([weight for *_, weight in _SHOPS])
    which = rng.choice(len(_SHOPS), size=len(payer), p=weight / weight.sum())
    # Nobody under eighteen can pay a betting site or an adult one with this card.
    barred = (people.stage[payer] == TEEN) & np.isin(which, [7, 9])
    which[barred] = 0
    ids = np.array(list(shops.values()))
    euros = np.where(which == 8, rng.lognormal(5.0, 0.4, len(payer)), rng.lognormal(2.3, 0.6, len(payer)))
    local = in_week(rng, week, "home")
    game = which <= 2
    world.write("top_up", payer[game], ids[which[game]], local[game], euros[game], habit="charm")
    world.write("shop", payer[~game], ids[which[~game]], local[~game], euros[~game], habit="charm")
    for row in world.some(people.stage >= 0, world.scaled(90, 2)).tolist():
        nights = rng.integers(people.join[row], people.leave[row], int(rng.integers(1, 9)))
        times = np.repeat(in_week(rng, nights, "night"), rng.integers(2, 8, len(nights)))
        times = times + rng.integers(0, 9000, len(times))
        shop = ids[int(rng.choice([0, 1, 7]))] if people.stage[row] != TEEN else ids[0]
        world.write("top_up", np.full(len(times), row), np.full(len(times), shop), times,
                    rng.choice([5.0, 10, 10, 20, 20, 50], len(times)))  # fmt: skip


def second_hand(world: World) -> None:
    """One-off purchases from other customers; some sell every week, and students sell most in the moving season."""
    rng, people = world.rng, world.people
    weekly = season({8: 1.5, 9: 1.7, 12: 1.2, 1: 1.2})
    payer, week = occasions(rng, world.states, 0.016 * people.appetite, (1, 1, 0.5, 0.4, 3.5, 0.7), weekly)
    selling = rng.pareto(1.4, len(people)) + 0.05
    seller = np.zeros(len(payer), dtype=np.int64)
    for country in range(8):
        here = people.country[payer] == country
        pool = np.flatnonzero(people.country == country)
        if len(pool):
            seller[here] = rng.choice(pool, size=int(here.sum()), p=selling[pool] / selling[pool].sum())
    habit = np.where(rng.random(len(payer)) < 0.85, "own", "exact").astype(object)
    world.write("market", payer, seller, in_week(rng, week, "home"), rng.lognormal(3.3, 0.85, len(payer)), habit=habit)


def _fans(world: World, seller: int, kind: str, fans: Ints, median: float, *, shape: str, loyal: float) -> None:
    """Customers who buy from one seller: each for some months, a few very often."""
    rng, people = world.rng, world.people
    for fan in fans.tolist():
        first = int(rng.integers(people.join[fan], people.leave[fan]))
        count = 1 + int(min(60, rng.pareto(1.2) * loyal))
        gaps = rng.exponential(3.2, count)
        weeks = first + np.cumsum(gaps).astype(np.int64)
        weeks = weeks[weeks < WEEKS]
        # One evening's stream or game may be paid for several times over.
        local = in_week(rng, weeks, shape)
        again = np.minimum(6, rng.geometric(1.0 if kind == "hobby" else 0.72, len(weeks)))
        weeks, local = np.repeat(weeks, again), np.repeat(local, again)
        local = local + np.where(np.append(False, weeks[1:] == weeks[:-1]), rng.integers(200, 7000, len(local)), 0)
        sums: Floats = median * rng.lognormal(0, 0.3) * rng.lognormal(0, 0.45, len(weeks))
        if rng.random() < 0.25:
            sums = sums * np.linspace(1, 2.2, max(1, len(weeks)))[: len(weeks)]
        habit = str(rng.choice(["own", "own", "theirs", "charm"]))
        world.write(kind, np.full(len(weeks), fan), np.full(len(weeks), seller), local, sums,
                    habit=habit, fee=world.parties.country[seller] >= 8)  # fmt: skip


def niche_sellers(world: World) -> None:
    """Sellers with buyers from many countries: card and figure traders, artists, people who play a game for others."""
    rng, people, parties = world.rng, world.people, world.parties
    abroad = [INDEX[code] for code in ("PH", "PH", "RO", "UA", "CO", "MA")]
    buyers = (people.stage == TEEN) | (people.stage == STUDENT) | (people.stage == WORKER) | (people.appetite > 1.2)
    for _ in range(world.scaled(64, 4)):
        foreign = rng.random() < 0.55
        kind = "game_item" if rng.random() < 0.55 else "hobby"
        if foreign:
            seller = parties.add_person(rng, int(rng.choice(abroad)))
            shape = "late" if rng.random() < 0.6 else "night"
        else:
            seller, shape = int(world.some(people.stage != TEEN, 1)[0]), "late"
        fans = world.some(buyers, int(min(70, 3 + rng.pareto(1.1) * 6)))
        _fans(world, seller, kind, fans, float(rng.choice([9, 15, 22, 35])), shape=shape, loyal=1.6)


def creators(world: World) -> None:
    """Streamers, musicians and adult performers who live from tips: many payers, often men, often at night.

    Performers work from Romania, Colombia and the Philippines as well as from home; some keep two accounts.
    """
    rng, people, parties = world.rng, world.people, world.parties
    homes = [INDEX[code] for code in ("RO", "RO", "CO", "CO", "PH", "UA", "ES", "DE", "GB")]
    grown = people.stage != TEEN
    leaning = np.where(people.male, 3.0, 1.0) * people.appetite * np.array([1, 1, 1.5, 2.2, 2.0])[people.stage]
    for _ in range(world.scaled(42, 3)):
        seller = parties.add_person(rng, int(rng.choice(homes)))
        adult = rng.random() < 0.6
        fans = world.some(grown, int(min(60, 3 + rng.pareto(1.0) * 6)), leaning if adult else None)
        shape, median = ("night", float(rng.choice([15, 20, 30, 45]))) if adult else ("late", 5.0)
        if rng.random() < 0.25:
            second = parties.add_account(rng, seller, "bank")
            _fans(world, second, "tip", fans[::2], median, shape=shape, loyal=2.0)
            fans = fans[1::2]
        _fans(world, seller, "tip", fans, median, shape=shape, loyal=2.0)


def travels(world: World) -> None:
    """In travelling weeks people pay hosts, drivers and guides, at home, around Europe and far away."""
    rng, people, parties = world.rng, world.people, world.parties
    hosts = [
        parties.add_person(rng, int(rng.choice([3, 6, 7, 8, 10, 11, 12, 2, 5]))) for _ in range(world.scaled(240, 8))
    ]
    payer, week = occasions(rng, world.states, 0.25 * people.appetite, (0.004, 0.004, 0, 1, 0, 0), season({}))
    popular = rng.pareto(1.3, len(hosts)) + 0.1
    receiver = rng.choice(np.array(hosts), size=len(payer), p=popular / popular.sum())
    world.write(
        "travel", payer, receiver, in_week(rng, week, "home"), rng.lognormal(3.7, 0.8, len(payer)), habit="theirs"
    )


def write_shopping(world: World) -> dict[str, int]:
    """All purchases; returns the card shops by name."""
    shops = merchants(world)
    card_shops(world, shops)
    second_hand(world)
    niche_sellers(world)
    creators(world)
    travels(world)
    return shops
