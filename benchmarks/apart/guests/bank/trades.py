"""Work, hobbies and pastimes bought abroad: tutors, designers, sellers of collectables, performers tipped by adults."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.bank.almanac import DAYS, MONTH_START, MONTHS, hour, month_of, payday
from benchmarks.apart.guests.bank.world import World

WORK: Final = (
    "invoice",
    "faktura",
    "logo",
    "website",
    "hours",
    "VA",
    "week",
    "milestone",
    "editing",
    "oversettelse",
    "fee",
)
LESSON: Final = ("lesson", "english lesson", "chess", "time", "spanish", "4 lessons", "gitar", "math", "class", "lekse")
HOBBY: Final = (
    "card lot",
    "order",
    "fish",
    "stamps",
    "gold 50k",
    "item",
    "parts",
    "frakt",
    "model kit",
    "commission",
    "keys",
)
TIPS: Final = ("tip", "thanks", "support", "gift", "stream", "song", "great set", "tusen takk")
TOP_UP: Final = ("credits", "top up", "diamonds", "load", "chips")
SKILLED: Final = ("PH", "IN", "RO", "VN", "ID", "CO", "KE", "GB")


def freelancers(world: World) -> None:
    """Small firms run from a private account: weekly or monthly invoices, several helpers, sums that follow hours."""
    rng, people = world.rng, world.people
    pool = [world.receivers.someone(str(rng.choice(SKILLED)), "freelancer") for _ in range(world.number(110, 4))]
    fit = (people.ages() > 22) & (people.ages() < 66)
    for payer in world.choose(fit, world.number(60)):
        for worker in rng.choice(pool, min(len(pool), int(rng.integers(1, 6))), replace=False):
            rate, step = float(rng.lognormal(6.9, 0.7)), float(rng.choice([7, 14, 30]))
            at, until = float(rng.uniform(0, 600)), float(rng.exponential(160))
            end = min(DAYS, at + until)
            while at < end:
                mood = "day" if rng.random() < 0.55 else str(rng.choice(["evening", "night"]))
                world.send(
                    at // 1 + hour(rng, mood), rate * rng.lognormal(0, 0.3), payer, int(worker), "freelancer_employer",
                    WORK, blank=0.35, purpose="SCVE",
                )  # fmt: skip
                at += step * float(rng.lognormal(0, 0.25))


def tutors(world: World) -> None:
    """A tutor teaches a dozen families in the evening, one lesson or a pack at a time, never in July."""
    rng, people = world.rng, world.people
    fit = (people.ages() > 27) & (people.ages() < 62)
    for _ in range(world.number(14, 2)):
        tutor = world.receivers.someone(str(rng.choice(["PH", "CO", "GB", "IN", "RO", "KE"])), "freelancer")
        price = float(rng.uniform(120, 320))
        for payer in world.choose(fit, int(rng.integers(4, 16))):
            at, end, pack = float(rng.uniform(0, 500)), float(rng.uniform(200, DAYS)), int(rng.choice([1, 1, 4]))
            while at < end:
                if month_of(at) % 12 != 6:
                    moment = at // 1 + hour(rng, str(rng.choice(["evening", "night"], p=[0.8, 0.2])))
                    world.send(moment, price * pack, payer, tutor, "freelancer_employer", LESSON, blank=0.5)
                at += 7.0 * pack + float(rng.choice([0, 0, 1, 7, 14]))


def sellers(world: World) -> None:
    """Sellers with buyers all over the country, most of them once, collectors often; lots come out at night here."""
    rng, people = world.rng, world.people
    buyers = world.choose((people.ages() > 15) & (people.ages() < 70), world.number(260, 8))
    for _ in range(world.number(55, 3)):
        land = str(rng.choice(["PH", "TH", "ID", "US", "GB", "CN", "RO", "CO", "DE", "NZ"]))
        seller = world.receivers.someone(land, "seller")
        price, drops = float(rng.lognormal(5.8, 0.7)), rng.uniform(0, DAYS, int(rng.integers(2, 10)))
        for drop in drops:
            for payer in rng.choice(buyers, min(len(buyers), int(rng.poisson(2.6))), replace=False):
                for _again in range(1 + int(rng.random() < 0.15)):
                    moment = drop // 1 + hour(
                        rng, str(rng.choice(["night", "small_hours", "evening"], p=[0.45, 0.2, 0.35]))
                    )
                    sum_paid = price * float(rng.lognormal(0, 0.6))
                    world.send(
                        moment, sum_paid, int(payer), seller, "hobby_purchase", HOBBY, blank=0.45, purpose="GDDS"
                    )


def performers(world: World) -> None:
    """Adult performers and musicians abroad live from tips: late, small, several on one night, several performers."""
    rng, people = world.rng, world.people
    stage = [
        world.receivers.someone(
            str(rng.choice(["CO", "RO", "PH", "TH", "DO"], p=[0.34, 0.28, 0.2, 0.1, 0.08])), "seller"
        )
        for _ in range(world.number(34, 3))
    ]
    fit = (people.ages() > 20) & (people.ages() < 68) & (~people.female | (rng.random(people.count) < 0.1))
    for payer in world.choose(fit, world.number(55, 3)):
        liked = rng.choice(stage, min(len(stage), 1 + int(rng.poisson(1.4))), replace=False)
        rate = float(rng.gamma(1.1, 0.5)) + 0.05
        for month in range(int(rng.integers(0, 18)), MONTHS):
            for _night in range(int(rng.poisson(rate))):
                first = payday(month, int(people.payday[payer])) if rng.random() < 0.4 else int(MONTH_START[month])
                moment = first + int(rng.integers(0, 9 if first > MONTH_START[month] else 30)) + hour(rng, "night")
                for _tip in range(1 + int(rng.poisson(0.5))):
                    moment += float(rng.exponential(0.02))
                    to = int(rng.choice(liked))
                    world.send(moment, rng.lognormal(5.5, 0.6), payer, to, "hobby_purchase", TIPS, blank=0.7)
            if rng.random() < 0.06:
                break


def gamers(world: World) -> None:
    """Resellers of game credit: tiny top-ups in streaks, like a gambler's, mostly by the young, often past midnight."""
    rng, people = world.rng, world.people
    agents = [
        world.receivers.someone(str(rng.choice(["PH", "ID", "VN", "TH"])), "seller") for _ in range(world.number(7, 2))
    ]
    fit = (people.ages() > 17) & (people.ages() < 46)
    for payer in world.choose(fit, world.number(60, 3)):
        for streak in rng.uniform(0, DAYS, 1 + int(rng.poisson(2.2))):
            at = streak // 1 + hour(rng, str(rng.choice(["night", "evening", "small_hours"])))
            agent = int(rng.choice(agents))
            for _ in range(int(rng.geometric(0.45))):
                world.send(at, rng.lognormal(4.9, 0.5), payer, agent, "hobby_purchase", TOP_UP, blank=0.6)
                at += float(rng.exponential(0.05)) if rng.random() < 0.7 else float(np.ceil(rng.exponential(2)))


def buy_abroad(world: World) -> None:
    """Everything bought from a person abroad that is not family, love, charity or crime."""
    freelancers(world)
    tutors(world)
    sellers(world)
    performers(world)
    gamers(world)
