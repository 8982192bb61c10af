"""Migrants and their families abroad: several payers for one household, several relatives for one payer."""

from __future__ import annotations

from dataclasses import dataclass

from . import clock, names
from .ledger import rounded
from .people import Customer, Receiver
from .places import COUNTRIES, HOME
from .words import FAMILY, said
from .world import World


@dataclass(slots=True)
class Member:
    """A relative abroad, with one or more accounts, who may be a student."""

    accounts: list[Receiver]
    student: bool


def families(world: World) -> None:
    """Siblings share a mother; a few church families are large and every cousin pays the same aunt."""
    dice = world.dice
    sending = 0.05
    by_origin: dict[str, list[Customer]] = {}
    for customer in world.customers:
        if dice.chance(0.72 if customer.origin != HOME else sending) and customer.age >= 18:
            by_origin.setdefault(
                customer.origin if customer.origin != HOME else dice.pick(("AU", "GB", "US", "PH", "WS")), []
            ).append(customer)
    number = 0
    for origin, senders in by_origin.items():
        place = 0
        while place < len(senders):
            size = dice.weigh({1: 0.62, 2: 0.22, 3: 0.1, 6: 0.04, 9: 0.02})
            payers = senders[place : place + size]
            place += size
            number += 1
            _family(world, origin, payers, f"family-{number:05d}")


def _family(world: World, origin: str, payers: list[Customer], group: str) -> None:
    """One household abroad with its payers here."""
    dice = world.dice
    surname = dice.pick(names.FAMILY_LISTS[COUNTRIES[origin].names])
    members = []
    for _ in range(dice.weigh({1: 0.42, 2: 0.3, 3: 0.17, 5: 0.08, 8: 0.03})):
        first = world.registry.abroad(origin, surname=surname if dice.chance(0.6) else None, group=group)
        more = [world.registry.second(first)] if dice.chance(0.16) else []
        members.append(Member([first, *more], dice.chance(0.13)))
    for payer in payers:
        payer.group = payer.group or group
        if payer.origin == origin and dice.chance(0.6):
            payer.name = f"{payer.name.rpartition(' ')[0]} {surname}"
        _support(world, payer, members)
    _funeral(world, payers, members)


def _send(  # noqa: PLR0917 -- as the ledger's own
    world: World, payer: Customer, member: Member, moment: float, hour: float, amount: float
) -> None:
    """One remittance; the second account serves when the first is at its limit or out of reach."""
    dice = world.dice
    account = member.accounts[0] if dice.chance(0.75) else dice.pick(member.accounts)
    kind, role = ("student_support", "student") if member.student else ("family_support", "family_receiver")
    world.ledger.pay(
        payer,
        account,
        clock.at(moment, hour),
        rounded(dice, amount, account.country),
        kind,
        role,
        said(dice, FAMILY, 0.5),
    )


def _support(world: World, payer: Customer, members: list[Member]) -> None:
    """Payday money, small asks after a call at any hour, school, Christmas, storms."""
    dice = world.dice
    country = members[0].accounts[0].country
    small = dice.chance(0.17)
    base = dice.about(48, 0.35) if small else dice.about(270, 0.55) * payer.means
    faith = dice.between(0.05, 0.42) if not small else dice.between(0.4, 0.95)
    if payer.pay_every == 30:
        faith = min(1.0, faith * 2)
    standing = dice.chance(0.12)
    for payday in payer.paydays():
        if dice.chance(faith):
            # Those who send small and often do so after the call home, once the children there are in bed.
            hour = clock.batch(dice) if standing else clock.late(dice) if small else clock.waking(dice, payer.shift)
            member = members[0] if dice.chance(0.6) else dice.pick(members)
            _send(world, payer, member, payday + dice.count(0.8), hour, base * (1 if standing else dice.about(1, 0.25)))
    for _ in range(dice.count(dice.about(1.3, 0.9))):
        hour = clock.late(dice) if dice.chance(0.35) else clock.waking(dice, payer.shift)
        _send(world, payer, dice.pick(members), dice.between(0, 364), hour, dice.about(45, 0.6))
    peaks = [(clock.CHRISTMAS - dice.whole(1, 12), 0.55, 1.5)]
    peaks += [(day - dice.whole(0, 12), 0.3, 0.9) for day in clock.SCHOOL.get(country, ())]
    peaks += [(day + dice.whole(0, 4), 0.25, 1.2) for day in clock.STORMS.get(country, ())]
    for day, chance, factor in peaks:
        if dice.chance(chance):
            for member in dice.some(members, dice.whole(1, 3)):
                _send(world, payer, member, day, clock.waking(dice, payer.shift), base * factor * dice.about(1, 0.3))


def _funeral(world: World, payers: list[Customer], members: list[Member]) -> None:
    """A death or an operation: all payers at once, several times in a few days."""
    dice = world.dice
    if not dice.chance(0.12):
        return
    day = dice.whole(5, 350)
    for payer in payers:
        for _ in range(dice.whole(1, 4)):
            hour = clock.late(dice) if dice.chance(0.4) else clock.waking(dice, payer.shift)
            _send(world, payer, members[0], day + dice.gap(2), hour, dice.about(190, 0.7))


def students(world: World) -> None:
    """Parents here, a child at a university abroad or in another town: weekly food money and sudden shortfalls."""
    dice = world.dice
    for payer in world.find(world.times(260), lambda one: 40 <= one.age <= 64):
        country = dice.weigh({"AU": 0.3, "GB": 0.15, "US": 0.1, HOME: 0.45})
        name = names.person(dice, COUNTRIES[payer.origin].names, payer.surname)
        child = world.registry.abroad(country, name=name) if country != HOME else world.registry.local(name)
        weekly, part = dice.pick((7, 7, 14, 30)), dice.about(90, 0.4)
        for turn in range(clock.DAYS // weekly):
            day = turn * weekly + dice.whole(0, 1)
            if dice.chance(0.55) and not clock.CHRISTMAS - 30 < day < clock.CHRISTMAS + 55:
                world.ledger.pay(
                    payer,
                    child,
                    clock.at(day, clock.evening(dice)),
                    rounded(dice, part, HOME),
                    "student_support",
                    "student",
                    said(dice, ("food", "rent", "allowance", "books"), 0.5),
                )
        for _ in range(dice.count(2)):
            world.ledger.pay(
                payer,
                child,
                clock.at(dice.between(0, 364), clock.late(dice)),
                dice.pick((20, 30, 50, 100)),
                "student_support",
                "student",
                said(dice, ("help", "uber home", "emergency", "fees"), 0.5),
            )
