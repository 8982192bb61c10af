"""Migrants who keep a family at home: the operator's bread and butter.

A family at home may have several members abroad (in one town or on three continents), several receivers (whoever can
walk to the pick-up counter with a document), feasts, school fees and storms. Some have nobody with a document and use
a neighbour who collects for half the village.
"""

from __future__ import annotations

import numpy as np

from .days import STORMS, feasts, irregular, near, paydays, terms, window
from .ledger import ROUND_RECEIVED, ROUND_SENT, Ledger
from .names import surname
from .people import Payer, People, Receiver
from .places import PAYOUTS

USUAL_USD = 165.0


def _neighbour(people: People, place: int, collectors: dict[int, list[Receiver]]) -> Receiver:
    """The villager with a document and a motorcycle; each serves some dozen families before another one does."""
    known = collectors.setdefault(place, [])
    if not known or people.rng.random() < 0.07:
        known.append(people.receiver(place, age=(30, 65), aliases=0.4))
    return known[int(people.rng.integers(len(known)))]


def _support(
    ledger: Ledger, payer: Payer, receiver: Receiver, share: float, size: float, *, group: int, life: str
) -> None:
    """What one member abroad sends one receiver: paydays, feasts, school, storms, and sudden needs."""
    rng, country = ledger.rng, PAYOUTS[receiver.place].country
    first, last = window(rng, 120)
    base = USUAL_USD * payer.wealth * size * rng.lognormal(0, 0.45)
    rounding = ROUND_RECEIVED if rng.random() < 0.33 else ROUND_SENT
    regular = paydays(rng, payer, first, last, share)
    ledger.add(
        payer, receiver, regular, base * rng.lognormal(0, 0.16, len(regular)), life, rounding=rounding, group=group
    )
    extra = near(rng, feasts(country), 9, 0.6)
    if rng.random() < 0.3:
        extra = np.concatenate([extra, near(rng, terms(country), 14, 0.8)])
    extra = np.concatenate([extra, near(rng, STORMS.get(country, ()), 5, 0.35)])
    extra = extra[(extra >= first) & (extra <= last)]
    ledger.add(payer, receiver, extra, base * rng.lognormal(0.2, 0.5, len(extra)), life, rounding=rounding, group=group)
    if rng.random() < 0.45:
        # Rice, medicine, phone load: small sums asked for by message and sent the same evening.
        small = irregular(rng, first, last, float(rng.choice([18, 40, 80, 150])))
        sums = rng.lognormal(np.log(38), 0.5, len(small))
        ledger.add(payer, receiver, small, sums, life, late=max(payer.late, 0.3), rounding=ROUND_RECEIVED, group=group)


def _members(people: People, place: int, name: str) -> list[Receiver]:
    """Who at home can collect: the same house, mostly the same family name, often one shared telephone."""
    rng = people.rng
    count = 1 + int(rng.geometric(0.5))
    home = people.receiver(place, family=name if rng.random() < 0.75 else None, age=(35, 75))
    members = [home]
    for _ in range(count - 1):
        away = rng.random() < 0.25
        members.append(
            people.receiver(
                place,
                city=None if away else home.city,
                family=name if rng.random() < 0.65 else None,
                age=(18, 70),
                phone=home.phone if not away and rng.random() < 0.35 else None,
            )
        )
    return members


def settle(people: People, ledger: Ledger, count: int) -> list[Payer]:
    """Bring `count` migrants to the counters, family by family."""
    rng = people.rng
    collectors: dict[int, list[Receiver]] = {}
    migrants: list[Payer] = []
    while len(migrants) < count:
        place = people.home()
        name = surname(rng, PAYOUTS[place].culture)
        siblings = min(int(rng.geometric(0.66)), 7, count - len(migrants))
        members = _members(people, place, name)
        group = ledger.group(f"family-{len(migrants)}")
        by_neighbour = rng.random() < 0.05
        first: Payer | None = None
        for _ in range(siblings):
            together = first is not None and rng.random() < 0.45
            payer = people.payer(
                people.adult(20, 66),
                place,
                name if rng.random() < 0.6 else None,
                first.town if together and first else None,
                first.address if together and first and rng.random() < 0.5 else None,
            )
            first = first or payer
            migrants.append(payer)
            _send_home(people, ledger, payer, members, group=group, collectors=collectors if by_neighbour else None)
    return migrants


def _send_home(
    people: People,
    ledger: Ledger,
    payer: Payer,
    members: list[Receiver],
    *,
    group: int,
    collectors: dict[int, list[Receiver]] | None,
) -> None:
    """One member abroad: mostly one receiver at home, with others on the side; a few feed everybody."""
    rng = people.rng
    if collectors is not None:
        neighbour = _neighbour(people, members[0].place, collectors)
        _support(ledger, payer, neighbour, 0.8, 0.8, group=group, life="collector")
        return
    feeds_everybody = rng.random() < 0.1
    order = rng.permutation(len(members))
    main = members[0] if rng.random() < 0.7 else members[int(order[0])]
    # A tenth comes to this operator only when the bank's application is down.
    share = float(rng.choice([0.12, 0.55, 0.85], p=[0.16, 0.4, 0.44]))
    _support(ledger, payer, main, share, 1.0, group=group, life="family_receiver")
    for member in members:
        if member is main:
            continue
        if feeds_everybody:
            _support(ledger, payer, member, 0.7, 0.5, group=group, life="family_receiver")
        elif rng.random() < 0.3:
            _support(ledger, payer, member, 0.15, 0.6, group=group, life="family_receiver")
    if rng.random() < 0.07:
        # A funeral or an operation: a week in which everything saved goes home in pieces.
        start = int(rng.integers(20, 520))
        days = start + np.sort(rng.integers(0, 7, int(rng.integers(2, 6))))
        sums = 120 * payer.wealth * rng.lognormal(0, 0.6, len(days))
        ledger.add(payer, main, days, sums, "family_receiver", late=max(payer.late, 0.35), group=group)
