"""Financial sexual extortion: crews abroad, accounts lent at home, and young people who pay within hours."""

from __future__ import annotations

from dataclasses import dataclass

from . import clock
from .ledger import rounded
from .people import Customer, Receiver
from .words import DEMAND, said
from .world import World

CRIME: tuple[str, str] = ("extortion_victim", "extortion_collection")


@dataclass(slots=True)
class Crew:
    """A crew's accounts, each for some weeks: wallets abroad, and students here who were paid for their log-in."""

    group: str
    spells: list[tuple[int, int, Receiver]]
    dictates: float
    patience: float


def extortion(world: World) -> None:
    """Victims are found through followers of one school or game, so a crew's victims cluster in weeks."""
    dice = world.dice
    crews = [_crew(world, number) for number in range(world.times(9, 2))]
    for victim in world.claim(world.times(44, 4), _young):
        crew = dice.favour(crews, 1.4)
        wave = dice.pick(crew.spells)
        met = dice.between(max(wave[0], victim.joined), max(wave[0], victim.joined, wave[1]))
        left = _first_night(world, victim, crew, min(met, 355.0))
        if left and dice.chance(0.27):
            # Whoever paid once is on a list, and the list is sold.
            again = crew if dice.chance(0.5) else dice.pick(crews)
            _first_night(world, victim, again, met + dice.about(24, 0.7))


def _young(customer: Customer) -> bool:
    """Fourteen to twenty-four: most hold a youth account."""
    return customer.age <= 24


def _crew(world: World, number: int) -> Crew:
    """Some crews use only accounts abroad, some only lent ones at home, most both."""
    dice, registry = world.dice, world.registry
    group = f"crew-{number:03d}"
    country = dice.weigh({"NG": 0.45, "CI": 0.25, "PH": 0.3})
    spells = []
    lent = dice.weigh({0.15: 0.3, 0.5: 0.4, 0.9: 0.3})
    begun = dice.whole(0, 150)
    for _ in range(dice.whole(2, 4)):
        length = max(5, round(dice.about(38, 0.6)))
        account = _lent(world, group) if dice.chance(lent) else registry.abroad(country, group=group)
        spells.append((begun, min(360, begun + length), account))
        begun = min(345, begun + round(length * dice.between(0.5, 1.6)))
    return Crew(group, spells, dice.weigh({0.0: 0.3, 0.4: 0.4, 0.9: 0.3}), dice.between(1.0, 5.0))


def _lent(world: World, group: str) -> Receiver:
    """A customer of this bank or of another lends the account; friends pay into it as before."""
    dice = world.dice
    lenders = world.claim(1, lambda one: 17 <= one.age <= 27) if dice.chance(0.6) else []
    account = world.registry.as_receiver(lenders[0]) if lenders else world.registry.local()
    account.group = group
    return account


def _named(world: World, crew: Crew, day: float) -> Receiver:
    """The account the crew names now; outside its spells, the last one that still stands."""
    standing = [account for first, last, account in crew.spells if first <= day <= last]
    return world.dice.pick(standing) if standing else crew.spells[-1][2]


def _first_night(world: World, victim: Customer, crew: Crew, day: float) -> bool:
    """Demand and payment until the balance or the silence is broken; True if anything was paid."""
    dice = world.dice
    balance = dice.about(330, 0.7) * (0.7 if victim.age < 18 else 1.3)
    demand = dice.pick((50, 80, 100, 100, 150, 200, 200, 250, 300))
    hour = dice.weigh({22.4: 0.6, 17.5: 0.25, 1.2: 0.15}) + dice.normal(0, 1.3)
    account, total, paid = _named(world, crew, day), 0.0, 0
    if victim.age >= 19 and dice.chance(0.25):
        return _instalments(world, victim, account, day)
    while paid < 14:
        # The victim bargains: half now, the rest when wages come; in the end the whole odd balance goes.
        offered = demand if demand <= balance else balance if dice.chance(0.5) else 5 * (balance // 5)
        if offered < 8:
            break
        sum_ = offered if account.country == "NZ" or dice.chance(0.6) else rounded(dice, offered, account.country, 0.2)
        blocked = dice.chance(0.06)
        done = world.ledger.pay(
            victim,
            account,
            clock.at(day, hour),
            sum_,
            *CRIME,
            said(dice, DEMAND, crew.dictates),
            "rejected" if blocked else None,
        )
        paid += done
        total += offered
        balance -= 0 if blocked else offered
        if blocked or dice.chance(0.2):
            account = _named(world, crew, day)
        # Telling a parent, blocking the account or reaching a helpline ends it at once.
        if dice.chance(0.2) or total > 1600:
            break
        hour += dice.gap(crew.patience)
        if hour > 27:
            day, hour = day + 1, dice.normal(16.8, 2.5)
        if balance < 8 and dice.chance(0.4):
            # Borrowed from a brother or taken from savings.
            balance += dice.about(70, 0.6)
        demand = dice.pick((20, 30, 50, 50, 80, 100, 150))
    return paid > 0


def _instalments(world: World, victim: Customer, account: Receiver, day: float) -> bool:
    """An older victim with wages is milked on paydays; it reads like a loan."""
    dice = world.dice
    victim.imitates = True
    part, paid = dice.pick((40, 50, 60, 80, 100)), 0
    for payday in victim.paydays():
        if payday >= day and paid < 6:
            hour = clock.waking(dice, victim.shift)
            paid += world.ledger.pay(victim, account, clock.at(payday, hour), part, *CRIME, said(dice, DEMAND, 0.4))
            if dice.chance(0.2):
                break
    return paid > 0
