"""Payers of live-streamed abuse: people with ordinary lives in the same app, and a second reason to open it.

They meet a household in a chat, haggle, pay before each session, sometimes again within the hour. Most try it a few
times; a few go on for months with shorter gaps and higher sums, are handed on to others, and travel in the end.
Some are migrants who pay it between two remittances; some keep a courtship's calendar, out of caution or because they
also court an adult of the household.
"""

from __future__ import annotations

from datetime import timedelta

from benchmarks.apart.guests.diaspora.days import DAYS, calendar_day, zone
from benchmarks.apart.guests.diaspora.dice import Dice
from benchmarks.apart.guests.diaspora.households import Household, settle_households
from benchmarks.apart.guests.diaspora.people import Payer
from benchmarks.apart.guests.diaspora.places import PH
from benchmarks.apart.guests.diaspora.world import World

ALONE = (9, 8, 5, 3, 3, 5, 6, 4, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 4, 5, 7, 9, 10)
"""When payers are alone with a screen, by their local hour."""
AWAKE = (4, 3, 3, 3, 3, 3, 4, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 8, 9, 9, 9, 9, 8, 6)
"""When households answer, by the hour in the Philippines; they keep the hours of those who pay."""


def buy(world: World, number: int) -> None:
    """Gives so many customers this second reason."""
    dice = world.dice
    households = settle_households(world, max(3, round(number * 0.55)))
    chosen = _choose(world, number)
    for index, payer in enumerate(chosen):
        first = dice.weighted(households, [household.renown for household in households])
        for account in payer.accounts:
            world.groups[account.account_id] = first.name
        known = [first] + [dice.choice(households) for _ in range(dice.choice((0, 0, 0, 1, 2)))]
        start = payer.joined + int(dice.expovariate(1 / 50))
        # Cut off once by the app's staff, or careful: one in eight registers again.
        if dice.chance(0.12):
            world.register.open_account(payer, start + dice.randrange(20, 200), dice.chance(0.6))
            world.groups[payer.accounts[-1].account_id] = first.name
        if index % 6 == 0:
            _keep_a_calendar(world, payer, first, start)
        else:
            _go_on(world, payer, known, start)
    for household in households:
        for receiver in household.accounts:
            world.groups[receiver.receiver_id] = household.name


def _choose(world: World, number: int) -> list[Payer]:
    """Mostly locals in middle age and later; a fifth are migrants. All stay customers long enough to pay."""
    dice = world.dice
    migrants = [payer for family in world.families for payer in family.payers if 26 <= payer.age() <= 66]
    grown = [payer for payer in world.locals if payer.age() >= 27]
    chosen: dict[str, Payer] = {}
    while len(chosen) < number:
        pool = migrants if dice.chance(0.2) else grown
        weights = [2.5 if 42 <= payer.age() <= 69 else 1.0 for payer in pool]
        payer = dice.weighted(pool, weights)
        if payer.joined < DAYS - 50:
            payer.left = max(payer.left, payer.joined + 330)
            if dice.chance(0.2):
                world.register.hide(payer.accounts[0])
            chosen[payer.accounts[0].account_id] = payer
    return list(chosen.values())


def _session_hour(dice: Dice, payer: Payer, day: int) -> float:
    """An hour at which the payer is alone and the household awake; the same clock never suits both."""
    offset = zone(payer.timezone).utcoffset(calendar_day(min(day, DAYS)).replace(tzinfo=None)) or timedelta(0)
    shift = 8 - int(offset.total_seconds() // 3600)
    weights = [ALONE[hour] ** 1.4 * AWAKE[(hour + shift) % 24] for hour in range(24)]
    return dice.choices(range(24), weights)[0] + dice.random()


def _go_on(world: World, payer: Payer, known: list[Household], day: int) -> None:
    """A career: how long it lasts is very unequal; sums grow and gaps shorten while it does."""
    dice = world.dice
    sessions, gap = 1 + int(dice.about(5, 1.4)), dice.about(19, 0.5)
    haggled, growth = dice.about(1.0, 0.3), dice.uniform(1.0, 1.06)
    if sessions > 20:
        # Those who cannot leave it do not change providers either, and come to pay little, often.
        payer.left = DAYS
        day, gap = max(payer.joined, min(day, DAYS - 220)), gap / 2
        haggled, growth = haggled * 0.7, dice.uniform(1.0, 1.025)
    for session in range(min(sessions, 150)):
        household = known[0] if dice.chance(0.72) else dice.choice(known)
        euros = household.price * haggled * min(growth**session, 3.0) * dice.about(1, 0.3)
        _session(world, payer, household, day, euros)
        day += max(0, int(dice.expovariate(1 / max(3.0, gap * 0.97**session))))
        # Shame, a wife's question, an empty account: weeks of nothing, then a new beginning.
        if dice.chance(0.06):
            day += dice.randrange(25, 90)
    if sessions > 20 and dice.chance(0.5):
        rooms = world.stranger(PH, "bank", "Seaside Transient Rooms")
        world.ledger.pay(payer, rooms, day + 5, dice.about(160, 0.4), "hub")


def _session(world: World, payer: Payer, household: Household, day: int, euros: float) -> None:
    dice, ledger = world.dice, world.ledger
    receiver, hour = household.account_on(day, dice.random()), _session_hour(dice, payer, day)
    named = dice.chance(0.6)
    if dice.chance(0.14):
        # Half before, half after: neither side trusts the other.
        ledger.pay(payer, receiver, day, euros / 2, "livestream", hour=hour, asked_home=named)
        ledger.pay(payer, receiver, day, euros / 2, "livestream", hour=hour + dice.uniform(0.3, 1.2), asked_home=named)
        return
    ledger.pay(payer, receiver, day, euros, "livestream", hour=hour, asked_home=named, again=0.3)
    if dice.chance(0.17):
        other = household.account_on(day, dice.random())
        ledger.pay(
            payer,
            other,
            day,
            euros * dice.uniform(0.3, 0.9),
            "livestream",
            hour=hour + dice.uniform(0.2, 0.9),
            asked_home=named,
        )
    if dice.chance(0.06):
        # The household's own emergencies, true or not, are put to whoever has paid before.
        ledger.pay(
            payer,
            receiver,
            day + dice.randrange(1, 9),
            euros * dice.uniform(3, 14),
            "livestream",
            hour=None,
            asked_home=True,
        )


def _keep_a_calendar(world: World, payer: Payer, household: Household, day: int) -> None:
    """Looks like a courtship: a sum each fortnight or month to one account, with a small extra late on some nights."""
    dice = world.dice
    for account in payer.accounts:
        world.imitators[account.account_id] = True
    every, euros, growth = dice.choice((14, 30)), dice.about(60, 0.4), dice.uniform(1.0, 1.04)
    receiver = household.accounts[0]
    for _ in range(2 + int(dice.about(8, 0.5))):
        world.ledger.pay(payer, receiver, day + dice.choice((0, 0, 1, 2)), euros, "livestream")
        if dice.chance(0.35):
            late = day + dice.randrange(3, every)
            world.ledger.pay(
                payer, receiver, late, euros * 0.4, "livestream", hour=_session_hour(dice, payer, late), asked_home=True
            )
        euros, day = euros * growth, day + every
