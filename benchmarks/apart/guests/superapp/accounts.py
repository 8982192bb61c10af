"""Accounts, devices and changed numbers: one person may be several ids, and a telephone may be handed on.

A new telephone number is a new account in the app and a new receiver for friends; old devices move to the new account.
Some hold a second account on purpose: for work, for a secret, because the first met a limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from benchmarks.apart.guests.superapp.days import DAYS
from benchmarks.apart.guests.superapp.places import ABROAD, HOMES
from benchmarks.apart.guests.superapp.world import World

_LENGTHS: Final = {"US": 12, "DO": 12, "FR": 12, "VN": 12, "TH": 12, "RO": 12, "NP": 14, "NG": 14, "CI": 14}
"""Signs of a telephone number where they are not thirteen, the plus sign among them."""


@dataclass(slots=True)
class Account:
    """One payer id; `number` is the receiver number on the same telephone, `renewed` the day of a new device."""

    holder: int
    name: str
    number: int
    devices: tuple[str, str]
    renewed: int
    born: int | None


def _telephone(world: World, country: str) -> str:
    dial = HOMES[country].dial if country in HOMES else ABROAD[country].dial
    digits = _LENGTHS.get(country, 13) - len(dial)
    return dial + "".join(str(digit) for digit in world.rng.integers(0, 10, digits))


def telephones(world: World) -> list[str]:
    """A telephone for every receiver, all different."""
    taken: set[str] = set()
    numbers = []
    for receiver in world.receivers:
        phone = _telephone(world, receiver.country)
        while phone in taken:
            phone = _telephone(world, receiver.country)
        taken.add(phone)
        numbers.append(phone)
    return numbers


def first_accounts(world: World) -> list[Account]:
    """Every payer's first account, on the number by which friends pay them."""
    rng = world.rng
    accounts = []
    for payer in world.payers:
        device = f"d-{int(rng.integers(1 << 40)):010x}"
        renewed = int(rng.integers(0, DAYS)) if rng.random() < 0.22 else DAYS + 2
        newer = f"d-{int(rng.integers(1 << 40)):010x}"
        born: int | None = 2025 - payer.age
        if payer.age < 18 and rng.random() < 0.12:
            # Some teenagers type an earlier year, to have the limits of an adult.
            born = 2025 - payer.age - int(rng.integers(3, 8))
        if rng.random() < 0.02:
            born = None
        accounts.append(Account(payer.index, payer.name, payer.own, (device, newer), renewed, born))
    for account in accounts:
        # A household's tablet: two people of one city order from one device.
        if rng.random() < 0.015:
            friends = world.circles[account.holder]
            if friends:
                account.devices = (accounts[friends[0]].devices[0], account.devices[1])
    return accounts


def second_accounts(world: World, accounts: list[Account]) -> tuple[dict[int, tuple[int, int]], dict[int, int]]:
    """Add second accounts in place.

    Returns:
        For holders who changed number: the day and the new account; for those with an account aside: that account.
    """
    rng = world.rng
    changed: dict[int, tuple[int, int]] = {}
    aside: dict[int, int] = {}
    for payer in world.payers:
        secret = payer.crime in {"livestream_purchase", "material_purchase"}
        draw = rng.random()
        if draw >= (0.2 if secret else 0.035):
            continue
        first = accounts[payer.index]
        name = first.name if rng.random() < 0.7 else f"{first.name[:1]}. {first.name.partition(' ')[2]}"
        same = first.devices if rng.random() < 0.7 else (f"d-{int(rng.integers(1 << 40)):010x}",) * 2
        own = world.receivers[payer.own]
        number = world.number(payer.home, own.name, group=own.group)
        number.owner = payer.index
        accounts.append(Account(payer.index, name, number.index, same, first.renewed, first.born))
        if rng.random() < (0.4 if secret else 0.65):
            day = int(rng.integers(30, DAYS - 30))
            changed[payer.index] = (day, len(accounts) - 1)
            number.person = own.person = own.person or f"person-number-{payer.index}"
            own.moves = (day, number.index)
        else:
            aside[payer.index] = len(accounts) - 1
    return changed, aside


def moved_relatives(world: World) -> None:
    """One receiver abroad in sixteen changes number in the year: a new id under the same or a similar name."""
    rng = world.rng
    for receiver in list(world.receivers):
        if receiver.country in HOMES or receiver.group or rng.random() >= 0.06:
            continue
        person = receiver.person or f"person-{receiver.index}"
        heir = world.number(receiver.country, receiver.name)
        heir.person, receiver.person, heir.imitates = person, person, receiver.imitates
        receiver.moves = (int(rng.integers(30, DAYS - 30)), heir.index)
