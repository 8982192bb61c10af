"""Families across borders: migrants and their relatives, neighbours who collect, students, pocket money."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.ledger import CENTS, OWN, THEIRS, Ledger
from benchmarks.apart.guests.card.people import DAYS, FIRST_YEAR, Floats, Ints, People
from benchmarks.apart.guests.card.places import INDEX, RICH, STORMS
from benchmarks.apart.guests.card.rhythm import at_hour, by_day, monthly, paydays, scatter
from benchmarks.apart.guests.card.sums import around


def _clans(people: People, rng: np.random.Generator, migrants: Ints, origin: int) -> list[tuple[Ints, Ints]]:
    """Migrants of one origin cut into sibling groups, each with one to four relatives at home."""
    home = people.select((origin,), (16, 80))
    order, clans, at = rng.permutation(migrants), [], 0
    while at < len(order) and len(home):
        size = int(rng.choice([1, 1, 1, 2, 2, 3, 5]))
        kin = rng.choice(home, min(len(home), int(rng.choice([1, 1, 2, 2, 3, 4]))), replace=False)
        clan = order[at : at + size]
        named = kin[rng.random(len(kin)) < 0.55]
        people.surname[named] = people.surname[clan[0]]
        people.surname[clan[1:]] = people.surname[clan[0]]
        people.hearth[kin] = people.hearth[kin[0]]
        clans.append((clan, kin))
        at += size
    return clans


def _calls_for_help(rng: np.random.Generator, origin: int) -> Floats:
    """Days beyond the payday: Christmas, school opening, sickness, and the weeks after a storm at home."""
    feasts = np.array([168.0, 533.0, 899.0, 340.0, 705.0, 1070.0])
    days = [feasts[rng.random(6) < 0.6] + rng.normal(0, 5, 6)[:1], scatter(rng, 1.2)]
    days += [
        np.array([day + rng.exponential(4)]) for code, day in STORMS if INDEX[code] == origin and rng.random() < 0.5
    ]
    return np.concatenate(days)


def remittances(people: People, ledger: Ledger, rng: np.random.Generator) -> dict[int, tuple[Ints, Ints]]:
    """Support from migrants to kin; returns for each origin its migrants and their kin.

    Several siblings abroad pay the same mother, some pay small and often because she asks by chat at any hour, some
    only when the wage comes. The split between small and often or large and monthly is the family's own habit.
    """
    found: dict[int, tuple[Ints, Ints]] = {}
    abroad = people.select(RICH, (20, 70))
    abroad = abroad[people.origin[abroad] != people.country[abroad]]
    for origin in np.unique(people.origin[abroad]):
        migrants = abroad[people.origin[abroad] == origin]
        kin_all: list[Ints] = []
        for clan, kin in _clans(people, rng, migrants, int(origin)):
            kin_all.append(kin)
            drip = rng.random() < 0.17
            for payer in clan[rng.random(len(clan)) < 0.85]:
                since, until = np.sort(rng.uniform(-500, DAYS + 500, 2))
                wages = paydays(int(people.country[payer]), rng)
                wages = wages[rng.random(len(wages)) < rng.choice([0.3, 0.55, 0.9])] + rng.exponential(1.2)
                asked = scatter(rng, 22.0) if drip else _calls_for_help(rng, int(origin))
                day = np.concatenate([wages, asked])
                day = day[(day >= since) & (day <= until)]
                favour = rng.dirichlet(np.full(len(kin), 0.7))
                payee = rng.choice(kin, len(day), p=favour)
                hour = np.where(np.arange(len(day)) < len(wages), 18.5, 21.0) + people.owl[payer]
                usd = around(rng, len(day), (38 if drip else 165) * people.means[payer] ** 0.5, 0.5)
                manner = THEIRS if rng.random() < 0.4 else OWN
                ledger.add(payer, payee, at_hour(rng, day, hour), usd, Kind.FAMILY, manner=manner)
        found[int(origin)] = (migrants, np.unique(np.concatenate(kin_all)) if kin_all else migrants[:0])
    return found


def collectors(people: People, ledger: Ledger, rng: np.random.Generator, homes: dict[int, tuple[Ints, Ints]]) -> None:
    """Neighbours with the only account of the street, and treasurers of hometown clubs.

    Both are paid by many unrelated people abroad, in small round sums; the club's calls come in bursts (a wake, a
    basketball court), the neighbour's money comes whenever any of the families needs it.
    """
    for migrants, kin in homes.values():
        if len(migrants) < 6 or not len(kin):
            continue
        for _ in range(max(1, len(migrants) // 45)):
            treasurer = int(rng.choice(kin if rng.random() < 0.5 else migrants))
            club = rng.choice(migrants, min(len(migrants), int(rng.integers(6, 30))), replace=False)
            for call in scatter(rng, 5.0):
                answer = club[rng.random(len(club)) < 0.4]
                day = call + rng.exponential(3.0, len(answer))
                usd = around(rng, len(answer), float(rng.choice([12.0, 25.0, 50.0])), 0.25)
                ledger.add(answer, treasurer, by_day(rng, people, answer, day), usd, Kind.COLLECTED)
        for _ in range(max(1, len(migrants) // 60)):
            neighbour = int(rng.choice(kin))
            for payer in rng.choice(migrants, min(len(migrants), int(rng.integers(3, 9))), replace=False):
                day = scatter(rng, 14.0, float(rng.uniform(0, 500)))
                wall = by_day(rng, people, np.full(len(day), payer), day)
                ledger.add(int(payer), neighbour, wall, around(rng, len(day), 70.0, 0.55), Kind.COLLECTED)


def students(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Parents and their student in another country: rent each month, and small calls for help at night."""
    youth = people.select(None, (18, 26))
    parents = people.select(None, (40, 66))
    for _ in range(n):
        parent, student = int(rng.choice(parents)), int(rng.choice(youth))
        if people.country[parent] == people.country[student] and rng.random() < 0.7:
            continue
        people.surname[student] = people.surname[parent]
        term = float(rng.uniform(-200, 700))
        rent = monthly(int(rng.integers(1, 27)))
        rent = rent[(rent > term) & (rent < term + 700) & (rng.random(len(rent)) < 0.85)]
        calls = scatter(rng, 7.0, max(term, 0.0), min(term + 700, DAYS))
        day, usd = np.concatenate([rent, calls]), np.concatenate(
            [around(rng, len(rent), 380 * people.means[parent], 0.12), around(rng, len(calls), 45.0, 0.6)])  # fmt: skip
        ledger.add(parent, student, at_hour(rng, day, 20.0, 3.0), usd, Kind.STUDENT)


def pocket_money(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Adults who pay a teenager for honest reasons.

    Parents on a weekday of their own; aunts, neighbours and coaches for lawns, sitting, tutoring: several unrelated
    adults, small round sums, late afternoon or after a late evening of sitting. Both are ordinary.
    """
    for _ in range(n):
        country = int(rng.choice([*RICH, INDEX["BR"], INDEX["MX"], INDEX["PH"]]))
        teens, adults = people.select((country,), (13, 17)), people.select((country,), (27, 70))
        if not len(teens) or len(adults) < 8:
            continue
        teen = int(rng.choice(teens))
        since = float(rng.uniform(-100, 800))
        if rng.random() < 0.6:
            parent = int(rng.choice(adults[np.abs(people.birth[teen] - people.birth[adults] - 32) < 12]))
            people.surname[teen] = people.surname[parent]
            day = np.arange(max(since, 0.0), min(since + 600, DAYS), 7.0)
            day = day[rng.random(len(day)) < 0.55]
            usd = around(rng, len(day), 13.0, 0.4)
            ledger.add(parent, teen, at_hour(rng, day, 17.0, 3.0), usd, Kind.ORDINARY, voice=20)
            continue
        for adult in rng.choice(adults, int(rng.integers(1, 6)), replace=False):
            day = scatter(rng, 13.0, max(since, 0.0), min(since + 400, DAYS))
            hour = float(rng.choice([16.5, 18.0, 22.8]))
            usd = around(rng, len(day), 28.0, 0.35)
            ledger.add(int(adult), teen, at_hour(rng, day, hour, 1.6), usd, Kind.ORDINARY, voice=21)


def young_artists(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Teenagers who draw avatars on commission for adult strangers, often in two payments, often late."""
    teens = people.select(None, (14, 19))
    buyers = people.select(None, (18, 55))
    for artist in rng.choice(teens, min(n, len(teens)), replace=False):
        people.birth[artist] = min(int(people.birth[artist]), FIRST_YEAR - 13)
        day = scatter(rng, 14.0, float(rng.uniform(0, 700)))
        payer = rng.choice(buyers, len(day))
        usd = around(rng, len(day), 24.0, 0.5)
        wall = at_hour(rng, day, 21.0, 2.6)
        manner = CENTS if rng.random() < 0.2 else OWN
        ledger.add(payer, int(artist), wall, usd, Kind.HOBBY, manner=manner, voice=22)
        rest = rng.random(len(day)) < 0.4
        after = wall[rest] + rng.exponential(4.0, int(rest.sum()))
        ledger.add(payer[rest], int(artist), after, usd[rest], Kind.HOBBY, manner=manner, voice=22)
