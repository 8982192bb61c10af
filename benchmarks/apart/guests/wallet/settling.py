"""What people do when the money is not there: wait for pay day, send less, or let it be."""

from __future__ import annotations

from collections.abc import Generator

from .paying import World, pay
from .people import Person


def settle(
    world: World,
    payer: Person,
    receiver: Person,
    usd: float,
    kind: str,
    *,
    finely: bool = False,
    tag: str | None = None,
) -> Generator[float, None, bool]:
    """Pay now; else pay what pay day allows, mostly a little less. Returns whether anything was paid."""
    if pay(world, payer, receiver, usd, kind, finely=finely, tag=tag):
        return True
    if world.random.random() < 0.35:
        return False
    yield world.clock.local(payer, payer.purse.next_pay_day(world.now) + world.random.choice((0, 0, 1, 2)))
    return any(pay(world, payer, receiver, usd * part, kind, finely=finely, tag=tag) for part in (1.0, 0.6, 0.3))
