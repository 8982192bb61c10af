"""Gifts, students and places that many pay: small charities, neighbours who collect, landlords, schools, friends."""

from __future__ import annotations

from typing import Final

from benchmarks.apart.guests.bank.almanac import CHRISTMAS, DAYS, MONTH_START, MONTHS, STORMS, hour, payday
from benchmarks.apart.guests.bank.names import CITIES, family_name, pick
from benchmarks.apart.guests.bank.world import World

GIFT: Final = (
    "donation",
    "sponsor",
    "fadderbarn",
    "gave",
    "school project",
    "for the children",
    "roof",
    "water",
    "christmas",
    "education",
    "help",
    "food",
)
STUDY: Final = (
    "rent",
    "pocket money",
    "semester",
    "husleie",
    "mat",
    "books",
    "fra mamma",
    "reise",
    "tuition",
    "college",
    "accommodation",
    "fees",
)
PLACE: Final = (
    "deposit",
    "rent",
    "room 12",
    "condo",
    "enrolment",
    "treatment",
    "booking",
    "balance",
    "visa run",
    "tour",
    "accommodation",
    "fees",
)
FRIEND: Final = (
    "thanks",
    "takk",
    "dinner",
    "loan",
    "lan",
    "split",
    "hotel",
    "bike rental",
    "guide",
    "wedding",
    "gavekort",
)


def charities(world: World) -> None:
    """A teacher's school project or a parish abroad, found on a holiday; some give monthly, others after a storm."""
    rng, people = world.rng, world.people
    fit = people.ages() > 26
    for _ in range(world.number(16, 2)):
        land = str(rng.choice(["PH", "KE", "TH", "RO", "IN", "CO", "VN"], p=[0.3, 0.25, 0.13, 0.12, 0.1, 0.05, 0.05]))
        work = pick(rng, ["Learning Centre", "Childrens Home", "Outreach", "Parish", "Relief"])
        title = f"{pick(rng, CITIES[land])} {work}"
        charity = world.receivers.someone(land, "charity", name=title)
        for payer in world.choose(fit, 3 + int(rng.poisson(7))):
            size = float(rng.choice([150, 200, 250, 300, 500, 1000]))
            if rng.random() < 0.4:
                for month in range(int(rng.integers(0, 20)), MONTHS):
                    at = payday(month, int(people.payday[payer])) + 1 + hour(rng, "batch")
                    world.send(at, size, payer, charity, "donation", GIFT[:2], channel="standing", abroad_share=0)
            moments = [*CHRISTMAS, *STORMS.get(land, ())]
            for moment in moments:
                if rng.random() < 0.3:
                    at = moment + rng.integers(0, 6) + hour(rng, "evening")
                    world.send(at, size * rng.lognormal(0.3, 0.5), payer, charity, "donation", GIFT, purpose="CHAR")


def collectors(world: World) -> None:
    """One neighbour with an account gathers for a class, a team or a street: people who never met all pay her."""
    rng, people = world.rng, world.people
    fit = people.ages() > 24
    for _ in range(world.number(14, 2)):
        land = str(rng.choice(["PH", "TH", "KE", "RO", "VN", "CO"], p=[0.4, 0.2, 0.15, 0.1, 0.08, 0.07]))
        collector = world.receivers.someone(land, "collector")
        kind = str(rng.choice(["donation", "family_support"], p=[0.55, 0.45]))
        for payer in world.choose(fit, 3 + int(rng.poisson(5))):
            for at in rng.uniform(0, DAYS, 1 + int(rng.poisson(2.5))):
                mood = str(rng.choice(["evening", "night", "day"], p=[0.55, 0.2, 0.25]))
                world.send(at // 1 + hour(rng, mood), rng.lognormal(6.0, 0.6), payer, collector, kind, GIFT, blank=0.5)


def students(world: World) -> None:
    """Parents of a son or daughter at a college abroad: monthly keep, a deposit in autumn, rescues at weekends."""
    rng, people = world.rng, world.people
    fit = (people.ages() > 42) & (people.ages() < 64)
    for payer in world.choose(fit, world.number(75, 2)):
        land = str(rng.choice(["GB", "US", "DE", "NZ", "RO", "TH"], p=[0.38, 0.22, 0.16, 0.1, 0.1, 0.04]))
        family = people.name[payer].rsplit(" ", 1)[-1]
        child = world.receivers.someone(
            land, "student", name=f"{pick(rng, ['Ida', 'Nora', 'Emil', 'Jakob', 'Tuva'])} {family}"
        )
        begin = int(rng.choice([0, 8, 8, 20]))
        keep = float(rng.uniform(900, 5_500))
        other = int(people.partner[payer])
        for month in range(begin, min(MONTHS, begin + int(rng.choice([5, 10, 24])))):
            if month % 12 in (6, 7):
                continue
            at = MONTH_START[month] + rng.integers(0, 5) + hour(rng, str(rng.choice(["evening", "batch"])))
            world.send(at, keep * rng.lognormal(0, 0.15), payer, child, "student_support", STUDY, purpose="EDUC")
            for _ in range(int(rng.poisson(0.4))):
                who = other if other >= 0 and rng.random() < 0.5 else payer
                rescue = MONTH_START[month] + rng.integers(5, 28) + hour(rng, str(rng.choice(["evening", "night"])))
                world.send(rescue, rng.lognormal(6.1, 0.5), who, child, "student_support", STUDY, blank=0.6)


def hubs(world: World) -> None:
    """A condo agent, a language school, a dentist: many payers, each for a season."""
    rng, people = world.rng, world.people
    fit = people.ages() > 19
    for _ in range(world.number(18, 2)):
        land = str(
            rng.choice(["TH", "PH", "GB", "DE", "US", "RO", "CO", "VN", "IN"], p=[0.3, 0.12, *[0.1] * 5, 0.04, 0.04])
        )
        trade = pick(rng, ["Rentals", "Language School", "Dental", "Residence", "Visa Service"])
        title = f"{family_name(rng, land)} {trade}"
        hub = world.receivers.someone(land, "hub", name=title if rng.random() < 0.7 else None)
        price = float(rng.lognormal(7.6, 0.6))
        for payer in world.choose(fit, 3 + int(rng.poisson(8))):
            at = float(rng.uniform(0, DAYS))
            for _ in range(int(rng.choice([1, 2, 4, 7], p=[0.4, 0.3, 0.2, 0.1]))):
                world.send(at // 1 + hour(rng, "day"), price * rng.lognormal(0, 0.4), payer, hub, "hub_payment", PLACE)
                at += float(rng.choice([7, 30, 30]))


def friends_abroad(world: World) -> None:
    """A guide thanked after a holiday, a dinner split, a loan among friends repaid: few payments, no story."""
    rng, people = world.rng, world.people
    lands = ["GB", "US", "DE", "NZ", "TH", "PH", "IN", "CN", "RO", "KE", "ID", "VN", "CO", "DO"]
    weights = [0.2, 0.12, 0.16, 0.05, 0.13, 0.08, 0.04, 0.04, 0.04, 0.03, 0.03, 0.03, 0.03, 0.02]
    for payer in world.choose(people.ages() > 17, world.number(620, 12)):
        friend = world.receivers.someone(str(rng.choice(lands, p=weights)), "ordinary")
        at = float(rng.uniform(0, DAYS))
        repay = rng.random() < 0.1
        for _ in range(int(rng.integers(4, 12)) if repay else int(rng.geometric(0.65))):
            mood = str(rng.choice(["evening", "day", "night"], p=[0.55, 0.33, 0.12]))
            size = 1_000.0 if repay else float(rng.lognormal(6.1, 0.9))
            world.send(at // 1 + hour(rng, mood), size, payer, friend, "ordinary", FRIEND, abroad_share=0.3)
            at += 30.4 if repay else float(rng.exponential(90))


def give(world: World) -> None:
    """Everything above."""
    charities(world)
    collectors(world)
    students(world)
    hubs(world)
    friends_abroad(world)
