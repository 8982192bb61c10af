"""The customers who pay: age, city, sleep, payday, means, devices, and when they joined."""

from __future__ import annotations

import numpy as np

from .accounts import Account, Registry
from .clock import DAYS
from .places import CITIES, pick_origin

_AGES = ((14, 18, 0.035), (18, 25, 0.18), (25, 40, 0.38), (40, 55, 0.24), (55, 70, 0.125), (70, 86, 0.04))


def _age(rng: np.random.Generator) -> float:
    low, high, _ = _AGES[int(rng.choice(len(_AGES), p=[share for *_, share in _AGES]))]
    return float(rng.uniform(low, high))


def token(rng: np.random.Generator, prefix: str) -> str:
    """A random identifier as a device or a stored card has."""
    return f"{prefix}-{int(rng.integers(1 << 48)):012x}"


def address(rng: np.random.Generator) -> str:
    """A network address out of the ranges kept for documentation and benchmarks, so that it is nobody's."""
    if rng.random() < 0.45:
        block, host, tail = rng.integers(0, 65_536, 3)
        return f"2001:db8:{int(block):x}:{int(host):x}::{int(tail):x}"
    return f"198.{18 + int(rng.integers(2))}.{int(rng.integers(256))}.{int(rng.integers(1, 255))}"


def equip(rng: np.random.Generator, account: Account) -> None:
    """Phones and connections: most have one phone and a home line, and meet other networks on the way."""
    account.devices = [token(rng, "d") for _ in range(1 + int(rng.poisson(0.7)))]
    account.addresses = [address(rng) for _ in range(1 + int(rng.poisson(2.0)))]
    account.funding = token(rng, "card") if rng.random() < 0.8 else None


def enrol(registry: Registry, count: int) -> list[Account]:
    """Open the customers' accounts, in no order that would tell anything."""
    rng = registry.rng
    shares = np.asarray([city.share for city in CITIES])
    cities = rng.choice(len(CITIES), count, p=shares / shares.sum())
    customers: list[Account] = []
    for place in cities:
        city = CITIES[int(place)]
        account = registry.open(city.country, origin=pick_origin(rng, city.country))
        account.city, account.age = city, _age(rng)
        # A young platform: half of its customers joined within the window, and some leave.
        account.opened = 0.0 if rng.random() < 0.5 else float(rng.uniform(0, DAYS - 20))
        account.last = DAYS if rng.random() < 0.8 else float(rng.uniform(account.opened + 10, DAYS))
        # One in fourteen works shifts; the others differ by an hour or two.
        account.owl = float(rng.choice([7.0, -6.0, 4.0]) if rng.random() < 0.07 else rng.normal(0.0, 1.1))
        account.chatty = float(rng.beta(1.2, 2.0))
        account.means = float(np.exp(rng.normal(0.0, 0.35))) * (0.45 if account.age < 19 else 1.0)
        account.pay_every = {"AU": 14.0, "NZ": 14.0, "SG": 30.4, "IE": 7.0 if rng.random() < 0.4 else 30.4}[
            city.country
        ]
        account.payday = float(rng.integers(0, int(account.pay_every)))
        # Some hide their network from habit or for films shown elsewhere.
        account.veil = float(rng.uniform(0.2, 0.9)) if rng.random() < 0.07 else 0.0
        equip(rng, account)
        customers.append(account)
    _share_homes(rng, customers)
    for account in customers:
        if rng.random() < 0.018 and account.age >= 18:
            day = float(rng.uniform(account.opened, account.last))
            account.second = registry.reopen(account, day, same_phone=bool(rng.random() < 0.6))
            account.second.funding = account.funding if rng.random() < 0.5 else token(rng, "card")
    return customers


def _share_homes(rng: np.random.Generator, customers: list[Account]) -> None:
    """Couples and flatmates share a home line, some a tablet; teenagers' cards are often a parent's."""
    for first, other in zip(customers[::9], customers[4::9], strict=False):
        if first.city is other.city:
            other.addresses[0] = first.addresses[0]
            if rng.random() < 0.3:
                other.devices.append(first.devices[0])
            if min(first.age, other.age) < 18:
                other.funding = first.funding
