"""Adults who pay minors at home by the banks' own app, beside the many adults who pay the same ages for honest work."""

from __future__ import annotations

from typing import Final

from benchmarks.apart.guests.bank.almanac import DAYS, hour
from benchmarks.apart.guests.bank.world import World

WORDS: Final = ("hei", "takk", "pizza", "gave", "taxi", "til deg", "kino")


def buy_from_minors(world: World) -> None:
    """Contact by a chat: several short ties with the young of other towns, small sums at night, soon ended."""
    rng, people = world.rng, world.people
    ages = people.ages()
    receivers = world.choose((ages >= 13) & (ages < 18), world.number(18, 5), untouched=True)
    world.secret.update(receivers)
    payers = world.choose((ages > 19) & (ages < 62) & ~people.female, world.number(11, 4), untouched=True)
    world.secret.update(payers)
    for payer in payers:
        size = float(rng.lognormal(5.4, 0.35))
        for minor in rng.choice(receivers, min(len(receivers), 1 + int(rng.poisson(1.8))), replace=False):
            to = world.receivers.customer(int(minor), "minor_recipient")
            at = float(rng.uniform(0, DAYS - 60))
            for _ in range(1 + int(rng.poisson(2.6))):
                mood = str(rng.choice(["evening", "night", "small_hours", "after_school"], p=[0.38, 0.38, 0.12, 0.12]))
                moment = at // 1 + hour(rng, mood)
                sum_paid = size * rng.lognormal(0, 0.35)
                world.send(moment, sum_paid, payer, to, "minor_purchase", WORDS, blank=0.72)
                size, at = min(size * 1.04, 900.0), at + float(rng.gamma(1.2, 8))
