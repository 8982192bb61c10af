"""People paid for work: helpers abroad, tutors online, babysitters down the road."""

from __future__ import annotations

from . import clock
from .ledger import rounded
from .people import Receiver
from .words import LESSON, WORK, said
from .world import World


def freelancers(world: World) -> None:
    """Small firms pay helpers weekly; after hours here is office time there, and December brings a bonus."""
    dice = world.dice
    workers: list[Receiver] = []
    for _ in range(world.times(150, 2)):
        country = dice.weigh({"PH": 0.45, "IN": 0.2, "UA": 0.1, "KE": 0.08, "ID": 0.07, "LK": 0.1})
        workers.append(world.registry.abroad(country))
    for payer in world.find(world.times(330, 2), lambda one: 20 <= one.age <= 66):
        hired = [dice.favour(workers, 1.6) for _ in range(dice.whole(1, 3))]
        for worker in dict.fromkeys(hired):
            gig = dice.chance(0.45)
            wage, every = (
                (dice.about(45, 0.6), dice.gap(30) + 3) if gig else (dice.about(160, 0.6), dice.pick((7, 14, 30)))
            )
            day, end = dice.between(-100, 330), dice.about(120, 0.9)
            end += day
            while day < min(end, clock.DAYS):
                hour = clock.evening(dice) if dice.chance(0.45) else clock.waking(dice, payer.shift)
                bonus = 2 if not gig and clock.CHRISTMAS - 16 < day < clock.CHRISTMAS else 1
                amount = rounded(dice, wage * bonus * dice.about(1, 0.3 if gig else 0.08), worker.country, 0.35)
                world.ledger.pay(
                    payer,
                    worker,
                    clock.at(day, hour),
                    amount,
                    "freelancer_employer",
                    "freelancer",
                    said(dice, WORK, 0.7),
                )
                day += dice.gap(every) + 1 if gig else every + dice.whole(-1, 1)


def tutors(world: World) -> None:
    """Language and music by video: many unrelated pupils, small equal sums, evenings, pauses in the holidays."""
    dice = world.dice
    for _ in range(world.times(42, 1)):
        tutor = world.registry.abroad(dice.weigh({"PH": 0.5, "CO": 0.15, "KE": 0.08, "UA": 0.07, "JP": 0.1, "ZA": 0.1}))
        price = dice.pick((15, 18, 20, 25, 30, 40))
        for pupil in world.find(dice.whole(2, 11), lambda one: one.age >= 16):
            day, pack, lessons = dice.between(-50, 330), dice.pick((1, 1, 1, 4)), dice.whole(2, 26)
            hour = dice.normal(20.5, 1.7)
            for _ in range(lessons // pack + 1):
                if not clock.CHRISTMAS - 8 < day < clock.CHRISTMAS + 25:
                    world.ledger.pay(
                        pupil,
                        tutor,
                        clock.at(day, hour + dice.normal(0, 0.4)),
                        price * pack,
                        "freelancer_employer",
                        "freelancer",
                        said(dice, LESSON, 0.55),
                    )
                day += 7 * pack * dice.pick((1, 1, 1, 2))


def babysitters(world: World) -> None:
    """Teenagers paid by several grown neighbours, late on Friday and Saturday, in round sums, rising with the hours."""
    dice = world.dice
    for sitter in world.find(world.times(95, 1), lambda one: 14 <= one.age <= 20):
        account = world.registry.as_receiver(sitter)
        for parent in world.find(dice.whole(1, 5), lambda one: 27 <= one.age <= 52):
            for _ in range(1 + dice.count(3.5)):
                week = dice.whole(0, 51) * 7
                night = week + dice.pick((4, 4, 5, 5, 5, 2))
                world.ledger.pay(
                    parent,
                    account,
                    clock.at(night, dice.normal(22.9, 1.1)),
                    dice.pick((40, 50, 60, 60, 80, 100)),
                    "freelancer_employer",
                    "freelancer",
                    said(dice, ("babysitting", "thanks!", "saturday", "for last night", "treat"), 0.55),
                )
