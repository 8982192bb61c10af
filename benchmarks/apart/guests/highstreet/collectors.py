"""Where extorted money goes: rings, the young account holders they recruit here, and their cashiers abroad."""

from __future__ import annotations

from dataclasses import dataclass

from . import days
from .casting import Casting
from .hubs import Hubs
from .people import Payer
from .receivers import Receiver
from .world import World


@dataclass(slots=True)
class Mule:
    """An account lent for some weeks; `holder` is set where it is this bank's."""

    receiver: Receiver
    opens: int
    closes: int
    holder: Payer | None = None


@dataclass(slots=True)
class Ring:
    """Extorters who share scripts and accounts."""

    name: str
    mules: list[Mule]
    cashiers: list[Receiver]
    cashier_share: float

    def receiver(self, world: World, day: int, avoid: str = "") -> Mule:
        """Who is to be paid today: a mule whose account is still open, else a cashier abroad."""
        chance = world.chance
        open_now = [m for m in self.mules if m.opens <= day <= m.closes and m.receiver.subject != avoid]
        if open_now and not chance.odds(self.cashier_share):
            return chance.pick(open_now)
        return Mule(chance.pick(self.cashiers), 0, days.DAYS)


def rings(world: World, casting: Casting) -> list[Ring]:
    """Each works from one country; mules follow each other as banks close their accounts."""
    chance = world.chance
    made = []
    for number in range(world.quota(5, 2)):
        country = chance.pick(("NG", "NG", "CI", "PH"))
        name = f"ring {number}"
        cashiers = [world.book.abroad(country, "extortion_collection") for _ in range(chance.whole(1, 2))]
        mules: list[Mule] = []
        opens = chance.whole(-30, 40)
        while opens < days.DAYS:
            mules.append(_mule(world, casting, opens))
            opens += chance.whole(50, 130)
        for receiver in [*cashiers, *(mule.receiver for mule in mules)]:
            receiver.group = name
        made.append(Ring(name, mules, cashiers, chance.between(0.15, 0.5)))
    return made


def _mule(world: World, casting: Casting, opens: int) -> Mule:
    """Eighteen to twenty-six, short of money, promised a share; two in five bank here."""
    chance = world.chance
    closes = opens + chance.whole(30, 100)
    if chance.odds(0.4):
        holder = casting.one(18, 26, men=0.7)
        return Mule(world.book.customer(holder, "extortion_collection"), opens, closes, holder)
    return Mule(world.book.at_home("extortion_collection", city=chance.pick(world.people).city), opens, closes)


def pass_on(world: World, hubs: Hubs, ring: Ring, mule: Mule, *, day: int, at: float, kronor: float) -> None:
    """The mule keeps a tenth and sends the rest within hours: to an exchange by card, or to the cashier."""
    if mule.holder is None:
        return
    chance = world.chance
    target = chance.pick(hubs.exchanges) if chance.odds(0.6) else chance.pick(ring.cashiers)
    world.ledger.pay(mule.holder, target, day, at + chance.between(0.2, 6), kronor * 0.88, kind="ordinary")
