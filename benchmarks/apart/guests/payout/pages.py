"""Tips: adults who tip performers and streamers on their pages, from a coin in the hat to a costly habit.

Tipping is by button, late, in bouts while a broadcast runs, and a few admirers pay most of what a page earns. Admirers
raise their sums when they are noticed, turn to others, and book private hours half in advance: all lawful, and all
like what the crime looks like.
"""

from __future__ import annotations

from benchmarks.apart.guests.payout import money
from benchmarks.apart.guests.payout.accounts import Payer, Receiver
from benchmarks.apart.guests.payout.seasons import DAYS
from benchmarks.apart.guests.payout.words import FANS, note
from benchmarks.apart.guests.payout.world import World

_TIP = ("hobby_purchase", "seller")


def share_flats(world: World) -> None:
    """A fifth of the performers live and work with another: one city, often one telephone."""
    dice = world.dice
    members = world.performers.members
    for one, other in zip(members[::2], members[1::2], strict=False):
        if dice.chance(0.2):
            other.country, other.city = one.country, one.city
            if dice.chance(0.5):
                other.phone = one.phone
        elif dice.chance(0.06):
            # A page that was closed and opened anew, or one for each of two audiences.
            other.person, other.country, other.city, other.account = one.person, one.country, one.city, one.account
            other.birth, other.phone = one.birth, one.phone


def _bout(world: World, payer: Payer, to: Receiver, day: int, usd: float) -> None:
    """One broadcast's tips: some small ones minutes apart."""
    dice = world.dice
    hour = payer.bedtime + dice.around(-0.5, 1.7)
    for _ in range(1 + min(7, dice.count(0.7))):
        amount = money.button(payer.country, usd * dice.skewed(1, 0.5))
        world.ledger.pay(payer, to, day, hour, amount, _TIP, product="TIP", note=note(dice, FANS, 0.72, to))
        hour += dice.skewed(0.2, 0.8)


def admire(world: World, payer: Payer, zeal: float) -> None:
    """A taste for a few performers, followed for weeks or months."""
    dice = world.dice
    favourites = [world.performers.known(dice) for _ in range(1 + dice.count(1.1))]
    day = payer.opened + dice.skewed(12, 1)
    usd = dice.skewed(8, 0.6) * payer.means
    wait = dice.skewed(20, 0.7) / max(zeal, 0.2)
    rise = dice.between(0.98, 1.06)
    for _ in range(min(90, round(dice.skewed(4.5, 1.15) * zeal) + 1)):
        if day >= DAYS:
            return
        to = favourites[0] if dice.chance(0.6) else dice.pick(favourites)
        if dice.chance(0.16):
            _private_hour(world, payer, to, int(day), usd * 4)
        else:
            _bout(world, payer, to, int(day), usd)
        if dice.chance(0.09):
            favourites.insert(0, world.performers.known(dice))
        usd = min(usd * rise, 220)
        day += dice.skewed(wait, 0.8)


def _private_hour(world: World, payer: Payer, to: Receiver, day: int, usd: float) -> None:
    """An hour between adults: sent to the person, round, half before when they do not know each other."""
    dice = world.dice
    hour = payer.bedtime + dice.around(-0.8, 1.5)
    whole = money.typed(payer.country, usd)
    parts = (whole / 2, whole / 2) if dice.chance(0.3) else (whole,)
    for part in parts:
        words = note(dice, FANS, 0.6, to)
        world.ledger.pay(payer, to, day, hour, part, _TIP, product="SEND", note=words)
        hour += dice.between(0.4, 1.6)


def applaud(world: World, payer: Payer, zeal: float) -> None:
    """Tips to streamers and street musicians: small, at all hours that people are out or online."""
    dice = world.dice
    favourite = world.streamers.known(dice)
    for _ in range(min(60, 1 + dice.count(dice.skewed(5, 0.8) * zeal))):
        day = dice.whole(payer.opened, DAYS)
        to = favourite if dice.chance(0.5) else world.streamers.known(dice)
        hour = dice.around(13.5, 3) if dice.chance(0.3) else dice.around(21, 2.2)
        amount = money.button(payer.country, dice.skewed(4, 0.6))
        world.ledger.pay(payer, to, day, hour, amount, _TIP, product="TIP", note=note(dice, FANS, 0.7, to))
