"""Everybody's ordinary year: who lives at home, who works abroad, who deals with the country from afar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from benchmarks.apart.guests.telco import affections, dealings, home_life, kinship
from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.places import MIGRANT_COUNTRIES, STRANGER_COUNTRIES
from benchmarks.apart.guests.telco.setting import Setting

MIGRANT_SHARE: Final = 0.62

_DEALINGS: Final[tuple[tuple[float, tuple[int, int], Callable[[Setting, Account], None]], ...]] = (
    (0.13, (25, 66), dealings.employ),
    (0.14, (16, 62), dealings.learn),
    (0.11, (19, 74), dealings.follow),
    (0.12, (15, 60), dealings.buy),
    (0.12, (28, 80), dealings.give),
    (0.05, (30, 75), dealings.sponsor),
    (0.07, (26, 74), dealings.stay),
    (0.04, (22, 74), dealings.befriend),
)
"""Share of strangers, ages, and what brings them; the rest come for a partner."""


def live(setting: Setting, senders: int) -> None:
    """Home payers, migrants and strangers live the year; one person in four abroad has a second reason to pay."""
    for payer in setting.homes:
        if setting.chance(0.97):
            home_life.live(setting, payer)
    abroad = round(senders * 0.4)
    workers = [_arrive(setting, 21, 63, native=False) for _ in range(round(abroad * MIGRANT_SHARE))]
    kinship.migrants(setting, workers)
    for payer in workers:
        if setting.chance(0.15):
            _deal(setting, payer)
    sweethearts: list[Account] = []
    strangers = []
    for _ in range(abroad - len(workers)):
        payer = _stranger(setting, sweethearts)
        strangers.append(payer)
        if setting.chance(0.25):
            _deal(setting, payer)
    setting.migrants, setting.strangers = workers, strangers
    affections.romance_fraud(setting)


def _arrive(setting: Setting, youngest: int, oldest: int, *, native: bool, woman: bool | None = None) -> Account:
    shares = STRANGER_COUNTRIES if native else MIGRANT_COUNTRIES
    payer = setting.register.sender(shares, setting.age(youngest, oldest), native=native, woman=woman)
    if setting.chance(0.12):
        setting.register.move(payer, setting.age(20, 345))
    return payer


def _stranger(setting: Setting, sweethearts: list[Account]) -> Account:
    draw = setting.rng.random()
    for share, ages, deal in _DEALINGS:
        if draw < share:
            payer = _arrive(setting, *ages, native=True)
            deal(setting, payer)
            return payer
        draw -= share
    payer = _arrive(setting, 28, 74, native=True, woman=setting.chance(0.2))
    affections.courting(setting, payer, sweethearts)
    return payer


def _deal(setting: Setting, payer: Account) -> None:
    """A second reason to pay, of those that fit the age."""
    fitting = [deal for _, (low, high), deal in _DEALINGS if low <= payer.age < high]
    if fitting:
        fitting[int(setting.rng.integers(len(fitting)))](setting, payer)
