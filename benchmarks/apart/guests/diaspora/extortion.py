"""Financial sexual extortion: rings that press boys and young adults, and the wallets they rent to be paid into.

The ring dictates the app, because the wallets it rents are reached by it. A frightened boy registers that night (and
makes himself eighteen), or a young customer uses what he has, or a migrant's son takes the phone that supports the
family. He pays what is asked, then what he has, then stops; a quarter of them are found again weeks later.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.diaspora import names
from benchmarks.apart.guests.diaspora.days import DAYS
from benchmarks.apart.guests.diaspora.newcomers import help_friend
from benchmarks.apart.guests.diaspora.people import Payer, Receiver
from benchmarks.apart.guests.diaspora.places import IVORY, LOCALS_LIVE, NG, PH
from benchmarks.apart.guests.diaspora.romance import defraud
from benchmarks.apart.guests.diaspora.world import World

MOST = 1400.0
"""Euros that one victim loses at most, before rounding and fees."""


@dataclass(slots=True)
class Wallet:
    """A rented payout account and the days on which it is rented."""

    receiver: Receiver
    since: int
    until: int


@dataclass(slots=True)
class Ring:
    """Who presses, the days on which their campaigns begin, and the wallets they rent in turn."""

    name: str
    campaigns: list[int]
    wallets: list[Wallet]

    def open_on(self, day: int) -> list[Receiver]:
        """Wallets in use that day; before the first and between two, the nearest."""
        usable = [wallet.receiver for wallet in self.wallets if wallet.since <= day < wallet.until]
        nearest = min(self.wallets, key=lambda wallet: abs(wallet.since - day))
        return usable or [nearest.receiver]


def extort(world: World, number: int) -> None:
    """So many victims, pressed by a few rings."""
    dice = world.dice
    rings = [_found_ring(world, index) for index in range(max(2, round(number / 8)))]
    young = [payer for payer in world.young if payer.age() <= 25]
    dice.shuffle(young)
    parents = [payer for family in world.families for payer in family.payers if 37 <= payer.age() <= 53]
    for index in range(number):
        ring = dice.weighted(rings, [len(ring.wallets) for ring in rings])
        # Rings work through a school or a friends list at a time: victims come in clusters.
        day = dice.choice(ring.campaigns) + dice.randrange(40) if dice.chance(0.65) else dice.randrange(5, DAYS - 5)
        if index % 20 < 8:
            payer = _registers_that_night(world, day)
        elif index % 20 < 14 and young:
            payer = young.pop()
        else:
            payer = dice.choice(parents)
            world.imitators[payer.accounts[0].account_id] = True
        day = max(day, payer.joined)
        payer.left = max(payer.left, day + 70)
        for account in payer.accounts:
            world.groups[account.account_id] = ring.name
        demands = dice.weighted((1, 2, 3, 4, 6, 9), (0.14, 0.18, 0.2, 0.22, 0.18, 0.08))
        spent = _press(world, payer, ring, day, demands)
        if dice.chance(0.27):
            _press(world, payer, ring, day + dice.randrange(9, 60), dice.randrange(1, 4), spent=spent)


def _registers_that_night(world: World, day: int) -> Payer:
    """A boy without an account; once he has one, some use it later for what other boys use it for."""
    dice = world.dice
    age = dice.weighted((16, 17, 18, 19, 20, 22), (0.06, 0.1, 0.44, 0.2, 0.12, 0.08))
    joined = max(0, day - dice.choice((0, 0, 0, 1, 4)))
    surname = dice.choice(names.FAMILY["local" if dice.chance(0.7) else "PH"])
    payer = world.register.payer("local", surname, age, world.live_abroad(LOCALS_LIVE), joined)
    if dice.chance(0.35):
        help_friend(world, payer)
    return payer


def _found_ring(world: World, index: int) -> Ring:
    dice = world.dice
    home = dice.weighted((NG, PH, IVORY), (0.5, 0.3, 0.2))
    kin = [receiver for family in world.families if family.home is home for _, receiver in family.kin]
    ring, day = Ring(f"ring-{index:02d}", [dice.randrange(5, DAYS - 45) for _ in range(2)], []), -dice.randrange(40)
    while day < DAYS:
        # A cousin whose wallet the app already knows raises no question.
        receiver = dice.choice(kin) if kin and dice.chance(0.4) else world.stranger(home)
        rented = 15 + int(dice.expovariate(1 / 90))
        ring.wallets.append(Wallet(receiver, day, day + rented))
        world.groups[receiver.receiver_id] = ring.name
        day += int(rented * dice.uniform(0.25, 0.9))
    # The same rented wallets serve those who court the elderly.
    older = [payer for payer in world.locals if payer.age() >= 50]
    for _ in range(dice.count(1.2)):
        if older:
            defraud(world, dice.choice(older), dice.choice(ring.wallets).receiver)
    return ring


def _press(world: World, payer: Payer, ring: Ring, day: int, demands: int, *, spent: float = 0.0) -> float:
    """One round of demands: hours apart at first; returns what the victim has lost so far, in euros."""
    dice = world.dice
    receiver = dice.choice(ring.open_on(day))
    hour, euros = dice.weighted((15, 18, 20, 22, 24, 8), (2, 4, 6, 6, 4, 1)) + 2 * dice.random(), dice.about(95, 0.6)
    for demand in range(demands):
        euros = min(euros, 400.0, MOST - spent)
        if euros < 5:
            break
        # After the first payment it is less and less what they ask, and more and more what is left.
        left_over = demand > 0 and dice.chance(0.35)
        if world.ledger.pay(payer, receiver, day, euros, "extortion", hour=hour, again=0.1, odd=left_over):
            spent += euros
        euros *= dice.about(0.85, 0.5)
        hour += dice.about(1.6, 1.3)
        if dice.chance(0.25):
            receiver = dice.choice(ring.open_on(day))
    return spent
