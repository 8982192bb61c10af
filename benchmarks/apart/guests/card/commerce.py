"""Buying and selling, working and giving: what most of the platform's payments are."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.ledger import CARD, CENTS, CRYPTO, LISTED, OWN, THEIRS, WALLET, Ledger
from benchmarks.apart.guests.card.people import DAYS, Ints, People
from benchmarks.apart.guests.card.places import COUNTRIES, INDEX, RICH, STORMS
from benchmarks.apart.guests.card.rhythm import at_hour, by_day, cascade, monthly, paydays, scatter, shopping_days
from benchmarks.apart.guests.card.sums import TOKEN_TIERS, around

_WORKING = tuple(INDEX[code] for code in ("PH", "UA", "BR", "NG", "MX", "TH"))


def open_business(people: People, rng: np.random.Generator, country: int, name: str) -> int:
    """A business account; businesses keep their accounts."""
    made = int(people.add(rng, np.array([country]))[0])
    people.title[made], people.joined[made], people.churn[made] = name, -1.0, 0.02
    return made


def shops(people: People, ledger: Ledger, rng: np.random.Generator, customers: Ints) -> None:
    """Bills and shopping at home: the quiet bulk, by card or wallet, to the cent."""
    words = ("Bakery", "Books", "Power Co", "Mobile", "Cycles", "Pharmacy", "Streaming", "Grocer", "Garage", "Café")
    for country, place in enumerate(COUNTRIES):
        here = customers[people.country[customers] == country]
        stores = np.array([
            open_business(people, rng, country, f"{rng.choice(place.last)} {words[int(rng.integers(0, len(words)))]}")
            for _ in range(2 + len(here) // 70)
        ])  # fmt: skip
        price = rng.lognormal(3.0, 0.7, len(stores))
        count = rng.poisson(rng.gamma(0.8, 7.0, len(here)))
        payer = np.repeat(here, count)
        pick = np.minimum(rng.geometric(2.0 / (len(stores) + 1), len(payer)) - 1, len(stores) - 1)
        wall = by_day(rng, people, payer, shopping_days(rng, len(payer)))
        usd = around(rng, len(payer), 1.0, 0.6) * price[pick] * people.means[payer] ** 0.5
        rail = np.where(rng.random(len(payer)) < 0.55, CARD, WALLET)
        manner = np.where(rng.random(len(payer)) < 0.5, LISTED, CENTS)
        ledger.add(payer, stores[pick], wall, usd, Kind.SHOP, manner=manner, rail=rail, voice=31)


def market(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Hobby sellers: cards, records, seeds, dolls. Many foreign buyers, a listing posted in the evening draws several.

    Collectors come back, and more often while the fever lasts.
    """
    buyers = people.select(None, (18, 80))
    for _ in range(n):
        seller = int(rng.choice(buyers))
        crowd = rng.choice(buyers, min(int(rng.integers(8, 90)), len(buyers)), replace=False)
        crowd = crowd[crowd != seller]
        near = people.country[crowd] == people.country[seller]
        weight = np.where(near, 2.0, 1.0) / (1 + rng.permutation(len(crowd))) ** 0.8
        since = float(rng.uniform(-200, 850))
        starts = scatter(rng, float(rng.uniform(4, 30)), max(since, 0.0), min(since + 700, DAYS))
        time, _ = cascade(rng, np.floor(starts) + rng.uniform(0.7, 1.0, len(starts)), 0.5, 0.3)
        payer = rng.choice(crowd, len(time), p=weight / weight.sum())
        hour = np.where(rng.random(len(time)) < 0.4, 22.5, 18.0) + people.owl[payer]
        usd = around(rng, len(time), float(rng.lognormal(3.2, 0.5)), 0.6)
        manner = rng.choice([OWN, LISTED, CENTS, THEIRS], len(time), p=[0.3, 0.3, 0.3, 0.1])
        rail = np.where(rng.random(len(time)) < 0.2, CARD, WALLET)
        ledger.add(payer, seller, at_hour(rng, time, hour), usd, Kind.HOBBY, manner=manner, rail=rail, voice=27)


def top_ups(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Credit for chance games and prize boxes: chases of losses at night, each top-up drawing the next within minutes.

    The houses sell tokens by tier and take card and crypto; a win or the wage ends or restarts the chase.
    """
    houses = np.array([
        open_business(people, rng, INDEX[code], name)
        for code, name in (("GB", "Ninepin Tokens"), ("CA", "Lucky Heron"), ("UA", "Boxdrop"), ("PH", "Palaro Credits"))
    ])  # fmt: skip
    players = people.select(None, (18, 70))
    for payer in rng.choice(players, min(n, len(players)), replace=False):
        since = float(rng.uniform(0, 900))
        wages = paydays(int(people.country[payer]), rng)
        wages = wages[(wages > since) & (wages < since + float(rng.exponential(300)))]
        starts = at_hour(rng, wages[rng.random(len(wages)) < 0.5], 22.5 + people.owl[payer], 2.0)
        time, root = cascade(rng, starts, 0.7, 0.03)
        usd = np.minimum(rng.choice(TOKEN_TIERS, len(time)) * np.where(rng.random(len(time)) < 0.2, 2.0, 1.0), 100.0)
        house = rng.choice(houses, max(len(starts), 1))[root] if len(root) else houses[:0]
        rail = CRYPTO if rng.random() < 0.25 else CARD
        ledger.add(int(payer), house, time, usd, Kind.HOBBY, manner=CENTS, rail=rail, voice=32)


def freelancers(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Small employers pay assistants, editors and coders abroad: weekly or by the job, deposit then the rest."""
    bosses, workers = people.select(RICH, (23, 68)), people.select(_WORKING, (19, 55))
    crew = rng.choice(workers, min(len(workers), max(3, n)), replace=False)
    for boss in rng.choice(bosses, min(n, len(bosses)), replace=False):
        for worker in rng.choice(crew, min(len(crew), int(rng.choice([1, 1, 2, 3, 5]))), replace=False):
            since, until = np.sort(rng.uniform(-200, DAYS + 200, 2))
            weekly = rng.random() < 0.4
            step = float(rng.choice([7.0, 14.0, 30.0])) if weekly else 0.0
            day = (
                np.arange(max(since, 0), min(until, DAYS), step)
                if weekly
                else scatter(rng, 8.0, max(since, 0), min(until, DAYS))
            )
            fee = float(rng.lognormal(4.4 if weekly else 4.0, 0.6))
            usd = around(rng, len(day), fee, 0.08 if weekly else 0.6)
            wall = at_hour(rng, day, float(rng.choice([10.0, 16.0, 21.5])), 2.0)
            ledger.add(int(boss), int(worker), wall, usd, Kind.FREELANCE, manner=OWN if rng.random() < 0.6 else CENTS)


def hubs(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Landlords, clinics, schools and boarding houses that many pay, some of them from abroad for a relative."""
    words = ("Rooms", "Clinic", "Learning Center", "Boarding House", "Dental", "Daycare", "Parish School")
    for _ in range(n):
        country = int(rng.integers(0, len(COUNTRIES)))
        owner = people.select((country,), (30, 70))
        if not len(owner):
            continue
        name = f"{rng.choice(COUNTRIES[country].last)} {words[int(rng.integers(0, len(words)))]}"
        hub = int(rng.choice(owner)) if rng.random() < 0.5 else open_business(people, rng, country, name)
        abroad = people.select(RICH, (22, 70))
        kin = abroad[people.origin[abroad] == country]
        local = people.select((country,), (20, 70))
        payers = rng.choice(np.concatenate([local, kin, kin, kin]), int(rng.integers(6, 32)))
        fee, due = float(rng.lognormal(4.2, 0.7)), int(rng.integers(1, 27))
        for payer in np.unique(payers[payers != hub]):
            since = float(rng.uniform(-200, 900))
            day = monthly(due)
            day = day[(day > since) & (day < since + rng.exponential(300)) & (rng.random(len(day)) < 0.8)]
            wall = by_day(rng, people, np.full(len(day), payer), day + rng.exponential(2.0, len(day)))
            ledger.add(int(payer), hub, wall, around(rng, len(day), fee, 0.05), Kind.HUB, manner=THEIRS)


def giving(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Open-source maintainers with monthly sponsors, children's homes with godparents, storm appeals with cascades.

    A children's home paid in small round sums by many unrelated foreigners is as honest as it looks odd.
    """
    givers = people.select(None, (18, 82))
    for index in range(n):
        country = int(rng.choice([INDEX["PH"], INDEX["UA"], INDEX["NG"], INDEX["BR"], INDEX["DE"], INDEX["US"]]))
        private = rng.random() < 0.5
        local = people.select((country,), (20, 60))
        name = f"{rng.choice(COUNTRIES[country].cities)} {rng.choice(['Relief', 'Kids Home', 'Paws', 'Libre Tools'])}"
        charity = int(rng.choice(local)) if private and len(local) else open_business(people, rng, country, name)
        for giver in rng.choice(givers, min(int(rng.integers(4, 26)), len(givers)), replace=False):
            since = float(rng.uniform(-300, 1000))
            day = monthly(int(rng.integers(1, 28)))
            day = day[(day > since) & (day < since + rng.exponential(240))]
            usd = np.full(len(day), float(rng.choice([3, 5, 10, 15, 25, 40])))
            wall = by_day(rng, people, np.full(len(day), giver), day)
            ledger.add(int(giver), charity, wall, usd, Kind.DONATION)
        storms = [day for code, day in STORMS if INDEX[code] == country]
        appeal = float(rng.choice(storms)) if storms else float(rng.uniform(100, 1000))
        time, _ = cascade(rng, np.full(3 + index % 5, appeal + 1.0), 0.88, 0.8)
        payer = rng.choice(givers, len(time))
        usd = around(rng, len(time), 22.0, 0.6)
        ledger.add(payer, charity, by_day(rng, people, payer, time), usd, Kind.DONATION, voice=28)
