"""Households that facilitate: a few wallets in turn, often of a mother, an aunt or a neighbour, with a life beside it.

Their wallets also take what relatives abroad send, and wages: nobody's account holds one thing only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .payees import Payee
from .scene import Scene
from .season import DAYS, at, paydays

_LANDS: Final = (
    ("PH", 6.2),
    ("CO", 0.9),
    ("TH", 0.7),
    ("DO", 0.6),
    ("KE", 0.5),
    ("GH", 0.4),
    ("ID", 0.4),
    ("RO", 0.4),
    ("MX", 0.4),
)

CIRCLES: Final = 4
"""Chats and sites in which payers and households meet; each payer knows one of them."""


@dataclass(slots=True)
class Household:
    """One household: its wallets with the days on which each is given out, and what it asks."""

    key: str
    country: str
    wallets: list[tuple[int, int, Payee]]
    ask: float
    fame: float
    circle: int
    """Where it is met: one of the chats, or -1 when it finds its payers one by one on dating sites."""

    def wallet_on(self, scene: Scene, day: int) -> Payee:
        """A wallet that is in use on that day, else the first one."""
        open_now = [payee for first, last, payee in self.wallets if first <= day <= last]
        return scene.chance.pick(open_now) if open_now else self.wallets[0][2]


def found(scene: Scene, payers: int) -> list[Household]:
    """Nearly as many households as payers, of unequal reach: most have one or two payers here, a few have many."""
    count = max(5, round(payers * 0.9))
    return [_household(scene, place, 1 / (place // CIRCLES + 1.5)) for place in range(count)]


def _household(scene: Scene, place: int, fame: float) -> Household:
    chance = scene.chance
    country = chance.weighted(_LANDS)
    first = scene.payees.abroad(country)
    assert first.name is not None
    wallets = [(0, DAYS, first)]
    for _ in range(chance.count(0.8)):
        kin = scene.payees.abroad(country, last=first.name[1] if chance.yes(0.5) else None)
        opened = chance.between(0, DAYS - 60)
        wallets.append((opened, min(DAYS, opened + chance.between(90, 500)), kin))
    if chance.yes(0.35):
        changed = chance.between(120, DAYS - 120)
        wallets[0] = (0, changed, first)
        wallets.append((changed, DAYS, scene.payees.spare(first)))
    if chance.yes(0.12):  # a relative in the payers' own country takes card transfers and carries the money on
        land = chance.pick(("NL", "GB", "US"))
        wallets.append(
            (
                chance.between(0, 300),
                DAYS,
                scene.payees.unlinked_card(land, chance.between(1968, 2000) if chance.yes(0.8) else None),
            )
        )
    circle = -1 if place >= CIRCLES and chance.yes(0.45) else place % CIRCLES
    household = Household(f"household-{place}", country, wallets, chance.around(30.0, 0.4), fame, circle)
    _own_life(scene, household, first)
    return household


def _own_life(scene: Scene, household: Household, wallet: Payee) -> None:
    """A sister abroad who supports the household, or a client of honest small work."""
    chance = scene.chance
    if chance.yes(0.4):
        kin = scene.choose(
            1, lambda one: 1.0 if one.root == household.country and one.age > 20 and one.life > 120 else 0.0
        )
        for sister in kin:
            usual = chance.around(90.0, 0.5)
            for day in paydays(sister.payday):
                if chance.yes(0.35):
                    kinds = ("family_support", "family_receiver")
                    scene.ledger.pay(sister, wallet, at(chance, day, "payday"), usual * chance.around(1.0, 0.3), kinds)
    if chance.yes(0.25):
        for client in scene.choose(chance.between(1, 3), lambda one: 1.0 if one.age > 20 and one.life > 60 else 0.0):
            for _ in range(chance.between(1, 5)):
                minute = at(chance, chance.between(client.since, client.until), "evening")
                kinds = ("hobby_purchase", "seller")
                scene.ledger.pay(client, wallet, minute, chance.around(24.0, 0.5), kinds)
