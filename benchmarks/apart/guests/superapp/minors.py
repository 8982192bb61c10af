"""Adults who pay minors at home: the receiver is a teenager's own number, and the teenager is a possible victim.

They meet in the app's open groups. Sums are those of presents, hours those after school and late; the teenager spends
the money as teenagers do, so only the unrelated adults who pay the same young number stand out.
"""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.superapp.days import DAYS, at
from benchmarks.apart.guests.superapp.people import Receiver
from benchmarks.apart.guests.superapp.world import Cause, World

_PAID = Cause("minor_purchase", "minor_recipient", "present")


def pay_minors(world: World) -> None:
    """About twenty adults and ten teenagers in 14,000 users; some teenagers are paid on a second number."""
    rng = world.rng
    young: list[Receiver] = []
    for teenager in world.choose(world.free_of_crime(13, 17), world.scaled(10, 2)):
        number = world.receivers[teenager.own]
        if rng.random() < 0.25:
            own = number
            number = world.number(teenager.home, teenager.name)
            number.person = own.person = f"person-number-{teenager.index}"
        teenager.joined = 0
        young.append(number)
    homes = {number.country for number in young}
    adults = [adult for adult in world.free_of_crime(21, 60) if adult.home in homes]
    for adult in world.choose(adults, world.scaled(22, 4)):
        near = [number for number in young if number.country == adult.home]
        adult.crime = "minor_purchase"
        for place in rng.choice(len(near), size=min(len(near), int(rng.choice((1, 1, 2, 3)))), replace=False):
            count = 1 + int(rng.poisson(3.5))
            start = int(rng.integers(0, DAYS - 30))
            days = start + np.cumsum(rng.exponential(9, count)).astype(np.int64)
            adult.joined = min(adult.joined, start)
            habit = ("night", "evening", "waking")[int(rng.choice(3, p=(0.5, 0.35, 0.15)))]
            sums = rng.lognormal(np.log(26), 0.5, count)
            world.pay(adult, near[int(place)], at(rng, days, habit), sums, manner="chip", cause=_PAID)
