"""Gigs: people who pay freelancers and tutors in other countries."""

from __future__ import annotations

from benchmarks.apart.guests.payout import money
from benchmarks.apart.guests.payout.accounts import Payer, Receiver
from benchmarks.apart.guests.payout.seasons import DAYS, month_of, weekday
from benchmarks.apart.guests.payout.words import LESSONS, WORK, note
from benchmarks.apart.guests.payout.world import World

_GIG = ("freelancer_employer", "freelancer")


def employ(world: World, payer: Payer, zeal: float) -> None:
    """Small businesses: some keep an assistant every week, some buy a logo once, some work at night."""
    dice = world.dice
    for _ in range(1 + dice.count(1.4 * zeal)):
        to = world.freelancers.known(dice)
        start = dice.whole(max(payer.opened, to.opened), DAYS)
        if dice.chance(0.45):
            _keep(world, payer, to, start, zeal)
        else:
            _job(world, payer, to, start)


def _keep(world: World, payer: Payer, to: Receiver, start: int, zeal: float) -> None:
    dice = world.dice
    usd = dice.skewed(95, 0.7)
    step = dice.pick((7, 7, 14, 30))
    hour = dice.between(9, 22)
    hourly = dice.chance(0.5)
    day = start
    for _ in range(1 + dice.count(9 * min(zeal, 1.3))):
        due = usd * (dice.between(0.6, 1.3) if hourly else 1)
        amount = money.exact(payer.country, due) if hourly else money.typed(payer.country, due)
        late = dice.whole(0, 3) if dice.chance(0.3) else 0
        words = note(dice, WORK, 0.3)
        world.ledger.pay(payer, to, day + late, dice.around(hour, 1.2), amount, _GIG, product="GIG", note=words)
        if month_of(day) == 12 and dice.chance(0.25):
            bonus = money.typed(payer.country, usd / 2)
            world.ledger.pay(payer, to, day, hour, bonus, _GIG, product="TIP", note="thank you")
        usd *= 1.004
        day += step
        if dice.chance(0.05):
            return


def _job(world: World, payer: Payer, to: Receiver, start: int) -> None:
    """Half at the order, half at delivery, perhaps a tip."""
    dice = world.dice
    usd = dice.skewed(70, 0.9)
    hour = dice.around(15, 4)
    parts = (0.5, 0.5) if dice.chance(0.5) else (1.0,)
    day = start
    for part in parts:
        amount = money.exact(payer.country, usd * part)
        world.ledger.pay(payer, to, day, hour, amount, _GIG, product="GIG", note=note(dice, WORK, 0.35))
        day += dice.whole(1, 12)
    if dice.chance(0.2):
        world.ledger.pay(payer, to, day, hour, money.button(payer.country, usd / 8), _GIG, product="TIP")


def learn(world: World, payer: Payer, zeal: float) -> None:
    """Lessons by video, for oneself or a child: the same evening each week, small, paused in the holidays."""
    dice = world.dice
    to = world.tutors.known(dice)
    if dice.chance(0.4):
        world.ledger.pay(
            payer,
            world.tutors.known(dice),
            payer.opened + 2,
            19,
            money.exact(payer.country, 5),
            _GIG,
            product="GIG",
            note="trial",
        )
    start = dice.whole(payer.opened, DAYS)
    evening, hour = dice.whole(0, 6), dice.between(16, 21.5)
    usd = dice.skewed(14, 0.4)
    pack = dice.pick((1, 1, 4, 10))
    day = start + (evening - weekday(start)) % 7
    for _ in range(1 + dice.count(16 * zeal / pack**0.6)):
        if month_of(day) not in {8, 12} or dice.chance(0.35):
            amount = money.exact(payer.country, usd * pack * 0.97) if pack > 1 else money.typed(payer.country, usd)
            words = note(dice, LESSONS, 0.4)
            world.ledger.pay(payer, to, day, dice.around(hour, 0.4), amount, _GIG, product="GIG", note=words)
        day += 7 * pack + (7 if dice.chance(0.12) else 0)
