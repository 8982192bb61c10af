"""Charities here, and small causes abroad that are one person's wallet."""

from __future__ import annotations

from . import clock
from .ledger import rounded
from .people import Receiver
from .words import CAUSE, said
from .world import World


def donors(world: World) -> None:
    """Standing gifts run at night; a storm brings givers who never gave before."""
    dice, registry = world.dice, world.registry
    causes: list[Receiver] = [
        registry.local(f"{name} Trust") for name in ("Kindle", "Hospice", "Rescue", "Lifeline", "Kiwi")
    ]
    small = [
        registry.abroad(dice.weigh({"PH": 0.4, "KE": 0.25, "FJ": 0.15, "LK": 0.1, "TH": 0.1}))
        for _ in range(world.times(16, 1))
    ]
    for payer in world.find(world.times(520, 2), lambda one: one.age >= 20):
        cause = dice.pick(causes) if dice.chance(0.6) else dice.favour(small, 1.4)
        part, due = dice.pick((10, 20, 25, 35, 45, 50, 60, 100)), dice.whole(0, 27)
        standing, start = dice.chance(0.7), dice.whole(0, 9)
        for month in range(start, dice.whole(start, 11) + 1):
            hour = clock.batch(dice) if standing else clock.evening(dice)
            # A sponsor of one child adds a birthday and a uniform.
            extra = dice.pick((10, 20, 30)) if dice.chance(0.06) else 0
            world.ledger.pay(
                payer,
                cause,
                clock.at(int(month * 30.42) + due, hour),
                part + extra,
                "donation",
                "charity",
                said(dice, CAUSE, 0.6),
            )
    for country, days in clock.STORMS.items():
        near = [cause for cause in small if cause.country == country] or causes
        for day in days:
            for payer in world.find(world.times(28), lambda one: one.age >= 16):
                sum_ = rounded(dice, dice.about(45, 0.6), country, 0.9)
                moment = clock.at(day + dice.gap(3), clock.waking(dice, payer.shift))
                world.ledger.pay(payer, dice.pick(near), moment, sum_, "donation", "charity", said(dice, CAUSE, 0.5))
