"""Those whom many pay for one reason: schools, landlords, clinics, charities, cash agents and changers of money."""

from __future__ import annotations

import numpy as np

from .accounts import Account
from .days import CHRISTMAS, SCHOOL_OPENS, YEAR, moments, paydays, spread
from .kinds import GIFT, HUB
from .places import RECEIVING, SENDING
from .sums import around
from .world import World


def hubs(world: World) -> None:
    """All of them but the cash agents, who appear with the cash-outs."""
    _schools_and_landlords(world)
    _charities(world)
    _changers(world)


def _schools_and_landlords(world: World) -> None:
    rng = world.rng
    for _ in range(world.count(75)):
        country = world.homeland()
        hub = world.book.wallet(country, int(rng.integers(30, 70)), verified=0.7)
        own = [payer for payer in world.payers if country in {payer.origin, payer.country}]
        if not own:
            continue
        fee = float(rng.choice([25, 60, 120, 250]))
        termly = rng.random() < 0.4
        for place in rng.integers(0, len(own), int(rng.integers(3, 20))):
            payer = own[place]
            if termly:
                days = np.array([SCHOOL_OPENS - 8, SCHOOL_OPENS + 80, SCHOOL_OPENS + 160]) + rng.integers(-9, 10, 3)
            else:
                days = paydays(rng, "month")[int(rng.integers(0, 8)) :]
            world.send(
                payer, hub, days, np.full(len(days), fee), HUB, part="waking", agreed="theirs", about="fees",
                filled=0.6,
            )  # fmt: skip


def _charities(world: World) -> None:
    """A feeding programme, a home for children, a shelter: a pastor's wallet with friends in ten countries.

    Givers are older, faithful to a day of the month, and generous late at night when a storm is on television.
    """
    rng = world.rng
    for _ in range(world.count(42)):
        country = world.homeland() if rng.random() < 0.8 else str(rng.choice(SENDING))
        charity = world.book.wallet(country, int(rng.integers(30, 70)), verified=0.55)
        for _ in range(int(rng.gamma(1.2, 9)) + 2):
            giver = world.someone(str(rng.choice(SENDING)), 33)
            days = paydays(rng, "month")[int(rng.integers(0, 11)) :]
            if rng.random() < 0.45:
                days = spread(rng, int(rng.integers(1, 4)))
            size = float(rng.choice([10, 25, 30, 50, 100]))
            world.send(giver, charity, days, np.full(len(days), size), GIFT, part="waking", about="gift", filled=0.4)
            if rng.random() < 0.4:
                day = CHRISTMAS if country != "PH" or rng.random() < 0.4 else int(rng.choice(world.storms)) + 1
                extra = np.array([day + int(rng.integers(0, 4))])
                world.send(giver, charity, extra, around(rng, 45, 0.5, 1), GIFT, part="late", about="gift", filled=0.5)


def _changers(world: World) -> None:
    """Somebody who sells coins for cash or a discount on a new phone: many young locals pay, all is sent on outside.

    To the books this is what a mule looks like: quick, round, evening, emptied the same night.
    """
    rng = world.rng
    for _ in range(world.count(16)):
        country = str(rng.choice(SENDING + RECEIVING))
        if country not in world.by_country:
            continue
        changer = world.someone(country, 18, 40)
        outside = world.book.other("address", country)
        took: list[tuple[int, float]] = []
        for _ in range(int(rng.integers(6, 26))):
            client = world.someone(country, 15, 35)
            days = np.sort(int(rng.integers(0, YEAR - 20)) + rng.integers(0, 16, 1 + int(rng.geometric(0.55))))
            when = moments(rng, days, "evening", client.shift)
            sums = around(rng, 65, 0.7, len(days))
            if client is not changer:
                world.ledger.pay(client, changer, when, sums, HUB)
                took += zip(when.tolist(), sums.tolist(), strict=True)
        send_on(world, changer, outside, took, 0.5)


def send_on(world: World, holder: Account, outside: Account, took: list[tuple[int, float]], share: float) -> None:
    """Move a share of what came in to an outside address within hours."""
    rng = world.rng
    moved = [(when, usd) for when, usd in took if rng.random() < share]
    if moved:
        when = np.array([second for second, _ in moved]) + (rng.gamma(1.2, 3.5, len(moved)) * 3_600).astype(np.int64)
        usd = np.array([sum_ for _, sum_ in moved]) * rng.uniform(0.85, 0.99, len(moved))
        world.ledger.pay(holder, outside, when, usd, HUB, agreed="exact")
