"""The rest of life at a counter: students, desks that many pay, the stranded, friends, and elderly people deceived."""

from __future__ import annotations

import numpy as np

from .days import MONTHS, SPAN, irregular, near, paydays, terms
from .ledger import EXACT, ROUND_RECEIVED, Ledger
from .people import Payer, People, Receiver
from .places import PAYOUT_AT, PAYOUTS

_DESKS = (
    "Lending Cooperative",
    "Land Office Savings",
    "Dental Centre",
    "Central School",
    "Pension House",
    "Lucky Draw Agency",
)
_WORLD = ("GB", "US", "AU", "IT", "ES", "TH", "MX", "RO", "UA", "MA", "PH", "CO")


def study(people: People, ledger: Ledger, payer: Payer) -> None:
    """A child or a nephew at a university: rent each month, fees each term, a little at the end of a lean week."""
    rng = people.rng
    place = payer.origin if payer.origin >= 0 else PAYOUT_AT[_WORLD[int(rng.integers(len(_WORLD)))]]
    student = people.receiver(place, family=payer.family if rng.random() < 0.7 else None, age=(17, 27))
    start = int(rng.choice([0, 60, 240]))
    days = paydays(rng, payer, start, SPAN - 1, 0.75)
    days = days[rng.random(len(days)) < 0.9]
    ledger.add(payer, student, days, float(rng.lognormal(np.log(190), 0.4)), "student")
    fees = near(rng, terms(PAYOUTS[place].country), 10, 0.7)
    ledger.add(payer, student, fees, rng.lognormal(np.log(480), 0.4, len(fees)), "student", rounding=EXACT)
    lean = irregular(rng, start, SPAN - 1, 60)
    sums = rng.lognormal(np.log(40), 0.4, len(lean))
    ledger.add(payer, student, lean, sums, "student", late=max(payer.late, 0.4))


def open_desks(people: People, senders: int) -> list[Receiver]:
    """Lenders, schools, clinics, landlords, betting agents; a third of them is one person's name, not a firm's."""
    rng = people.rng
    desks = []
    for number in range(max(6, senders // 200)):
        place = people.home()
        city = PAYOUTS[place].cities[number % len(PAYOUTS[place].cities)]
        if rng.random() < 0.35:
            desks.append(people.receiver(place, city, age=(28, 65)))
        else:
            desks.append(people.business(place, f"{city} {_DESKS[number % len(_DESKS)]}", city))
    return desks


def pay_desk(people: People, ledger: Ledger, desks: list[Receiver], payer: Payer) -> None:
    """An instalment each month; a bill or two; or stakes with an agent, which come at night and follow the losses."""
    rng = people.rng
    own = [desk for desk in desks if desk.place == payer.origin] if payer.origin >= 0 else []
    pool = own or desks
    desk = pool[int(len(pool) * rng.random() ** 1.4)]
    kind = rng.random()
    if kind < 0.45:
        start = int(rng.integers(0, 14))
        dates = MONTHS[start : start + int(rng.integers(4, 18))] + int(rng.integers(1, 28))
        ledger.add(payer, desk, dates, float(rng.lognormal(np.log(120), 0.5)), "hub", rounding=EXACT)
    elif kind < 0.8:
        days = irregular(rng, 0, SPAN - 1, 240)
        ledger.add(payer, desk, days, rng.lognormal(np.log(260), 0.8, len(days)), "hub", rounding=EXACT)
    else:
        n = min(2 + int(rng.lognormal(2.0, 0.9)), 110)
        gaps = np.maximum(rng.exponential(9, n) * np.linspace(1.3, 0.5, n), 0.2)
        days = int(rng.integers(0, SPAN - 30)) + np.cumsum(gaps).astype(np.int64)
        sums = rng.lognormal(np.log(28), 0.5, n) * np.linspace(1, float(rng.uniform(1, 2)), n)
        ledger.add(payer, desk, days, sums, "hub", late=0.6)


def odd_send(people: People, ledger: Ledger, payer: Payer) -> None:
    """A friend in need, a child stranded on the road, one's own holiday cash, a debt: a few payments and no more."""
    rng = people.rng
    for _ in range(int(rng.geometric(0.65))):
        home = payer.origin >= 0 and rng.random() < 0.6
        place = payer.origin if home else PAYOUT_AT[_WORLD[int(rng.integers(len(_WORLD)))]]
        friend = people.receiver(place, family=payer.family if rng.random() < 0.3 else None, age=(18, 70))
        start = int(rng.integers(0, SPAN - 10))
        n = int(rng.choice([1, 2, 3, 5], p=[0.55, 0.25, 0.12, 0.08]))
        # The stranded ask again within days; friends ask again within months.
        spread = 6 if rng.random() < 0.35 else 200
        days = start + np.sort(rng.integers(0, spread, n))
        days = days if days[0] < SPAN else days - spread
        sums = rng.lognormal(np.log(110), 0.8, n)
        rounding = ROUND_RECEIVED if rng.random() < 0.2 else 0
        ledger.add(payer, friend, days, sums, "ordinary", late=max(payer.late, 0.25), rounding=rounding)


def woo(people: People, ledger: Ledger, pullers: list[Receiver], payer: Payer) -> None:
    """Romance fraud: an elderly payer, a story that grows, `agents` who collect in the beloved's place, then ruin."""
    rng = people.rng
    start = int(rng.integers(-60, SPAN - 60))
    n = min(2 + int(rng.lognormal(2.0, 0.7)), 60)
    days = start + np.cumsum(np.maximum(rng.exponential(11, n), 0.5)).astype(np.int64)
    sums = 70 * payer.wealth * rng.lognormal(0, 0.5, n) * np.exp(np.linspace(0, float(rng.uniform(0.8, 2.4)), n))
    beloved = pullers[int(rng.integers(len(pullers)))]
    agent = pullers[int(rng.integers(len(pullers)))]
    handed = rng.random(n) < (0.3 if rng.random() < 0.5 else 0.0)
    for receiver, mask in ((beloved, ~handed), (agent, handed)):
        ledger.add(payer, receiver, days[mask], sums[mask], "romance_fraud_receiver", slip=0.03)
