"""Financial sexual extortion of children and young people: bursts of payments under threat, into rented wallets."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.momo.accounts import Account, is_home
from benchmarks.apart.guests.momo.calendars import DAYS, moment
from benchmarks.apart.guests.momo.ledger import EVERYDAY, Kind
from benchmarks.apart.guests.momo.sweethearts import FRAUD
from benchmarks.apart.guests.momo.trade import Trades, play
from benchmarks.apart.guests.momo.world import World

PASSED_ON = Kind("ordinary", "extortion_collection", "friend")
CRIME = Kind("extortion_victim", "extortion_collection", "fear")


@dataclass(slots=True, eq=False)
class Crew:
    """A handful of people who threaten, and the wallets they rent, each used for a few weeks until it is reported."""

    label: str
    mules: list[Account]
    boss: Account | None
    opened: float
    turn: float
    """Days until they move on to the next wallet."""


def crews(world: World, west: list[Account]) -> list[Crew]:
    """Crews at home rent the wallets of students and of the poor; crews in West Africa use wallets there."""
    dice, found = world.dice, []
    for number in range(world.scaled(7, 3)):
        if number % 3 == 2:
            mules = dice.some(west, dice.whole(2, 4))
            boss = None
        else:
            mules = [
                world.unmarked(18, 32) if dice.chance(0.65) else world.newcomer(dice.chance(0.4), 18, 28)
                for _ in range(dice.whole(2, 6))
            ]  # fmt: skip
            boss = world.newcomer(False, 21, 34) if dice.chance(0.6) else None
        crew = Crew(f"crew-{number}", mules, boss, dice.between(0, DAYS * 0.6), dice.around(40, 0.5))
        for mule in mules:
            mule.group = crew.label
        found.append(crew)
    return found


def mule_of(world: World, crew: Crew, day: float) -> Account:
    """The wallet of those weeks; sometimes an old one still works."""
    turn = int(max(day - crew.opened, 0) / crew.turn) % len(crew.mules)
    return world.dice.pick(crew.mules) if world.dice.chance(0.15) else crew.mules[turn]


def target(world: World, crew: Crew, home_payers: list[Account], shop: Trades) -> Account:
    """Who pays: mostly boys and young men; one in six uses a parent's account, whose age and past are a parent's."""
    dice = world.dice
    young = [p for p in home_payers if p.age <= 24 and p.group is None]
    abroad = not is_home(crew.mules[0])
    if young and (abroad or dice.chance(0.25)):
        return dice.pick(young)
    if dice.chance(0.17):
        parents = [f for f in world.foreigners if 38 <= f.age <= 56 and f.group is None]
        if parents:
            parent = dice.pick(parents)
            parent.disguised = True
            return parent
    victim = world.foreigner(14, 17, men=0.9) if dice.chance(0.6) else world.foreigner(18, 24, men=0.88)
    if dice.chance(0.4):
        play(world, victim, shop)
    return victim


def extortion(world: World, home_payers: list[Account], west: list[Account], shop: Trades) -> None:
    """Each victim is one conversation, which begins in the evening and leaves no time to think."""
    dice, gangs = world.dice, crews(world, west)
    for _ in range(world.scaled(44, 5)):
        crew = dice.popular(gangs, 1.4)
        victim = target(world, crew, home_payers, shop)
        victim.group = crew.label
        day = min(crew.opened + dice.between(0, crew.turn * len(crew.mules)), DAYS - 5)
        burst(world, victim, crew, day, dice.between(35, 190))
        if dice.chance(0.27):
            # Who paid once is written to again, weeks later, from a new profile and for a new wallet.
            again = day + dice.around(35, 0.6)
            burst(world, victim, crew, again, dice.between(20, 150))
    for crew in gangs:
        pass_on(world, crew)


def burst(world: World, victim: Account, crew: Crew, day: float, demand: float) -> None:
    """The demand is paid in what can be scraped together; more is asked until nothing is left or somebody is told."""
    dice = world.dice
    at = moment(dice, "teen", day)
    wealth = dice.around(260, 0.6) if not is_home(victim) else dice.around(45, 0.6)
    demand = min(demand, wealth) if not is_home(victim) else demand * 0.2
    receiver, left = mule_of(world, crew, day), min(wealth, 1_300)
    for number in range(1 + min(dice.count(3.0), 10)):
        part = min(demand * (dice.between(0.4, 1.0) if number else dice.between(0.45, 1.0)), left)
        if part < 1:
            break
        world.ledger.pay_at(victim, receiver, CRIME, at, part)
        left -= part
        # A quarter of an hour, a night, or the time it takes to sell something.
        at += int(dice.around(3_000, 0.9) if dice.chance(0.65) else dice.around(50_000, 0.6))
        if dice.chance(0.12):
            receiver = dice.pick(crew.mules)
        demand *= dice.between(0.6, 1.5)


def pass_on(world: World, crew: Crew) -> None:
    """A rented wallet keeps a tenth and passes the rest on; the same wallets take the money of other frauds."""
    dice = world.dice
    elders = [f for f in world.foreigners if f.age > 50 and f.group is None]
    for mule in crew.mules:
        taken = mule.received_as["extortion_collection"]
        if is_home(mule) and crew.boss:
            for _ in range(taken // 2):
                day = crew.opened + dice.between(0, crew.turn * len(crew.mules))
                world.ledger.pay(mule, crew.boss, PASSED_ON, day, dice.around(60, 0.6), "night")
                crew.boss.group = crew.label
        if taken and dice.chance(0.35):
            for elder in dice.some(elders, dice.whole(1, 3)):
                world.ledger.pay(
                    elder, mule, FRAUD, crew.opened + dice.between(0, 90), dice.around(120, 0.6), "evening"
                )
        if is_home(mule) and dice.chance(0.5):
            friend = world.somebody(18, 40)
            for _ in range(dice.whole(1, 4)):
                world.ledger.pay(friend, mule, EVERYDAY, dice.between(0, DAYS), dice.around(4, 0.7))
