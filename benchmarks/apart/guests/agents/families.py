"""Migrants and their families: clans with several payers, neighbours with the only card, students, loans at home."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.agents.ledger import Story
from benchmarks.apart.guests.agents.people import Payer, Receiver
from benchmarks.apart.guests.agents.places import DAYS, DIASPORA, PAYOUT_SHARES, SOURCES, pick
from benchmarks.apart.guests.agents.rhythm import FEASTS, STORMS, TERMS, chance_days, near, salary_days, span
from benchmarks.apart.guests.agents.world import World

SUPPORT = Story("family_support", "family_receiver", "family")


def clan(world: World, room: int) -> list[Payer]:
    """One family with its members abroad (at most `room`); returns them after they have paid."""
    rng = world.rng
    home = pick(rng, PAYOUT_SHARES)
    abroad = min(room, int(rng.choice([1, 2, 3, 4, 6, 8], p=[0.62, 0.19, 0.09, 0.05, 0.03, 0.02])))
    first = world.payee(38, 74, women=0.68, country=home)
    household = [first]
    relatives = int(rng.choice([0, 1, 2, 3, 5], p=[0.38, 0.28, 0.2, 0.1, 0.04]))
    household.extend(relative(world, first) for _ in range(relatives))
    collector = world.known("collector", home, 1.2) if world.chance(0.07) else None
    return [_member(world, home, household, collector) for _ in range(abroad)]


def relative(world: World, of: Receiver) -> Receiver:
    """Somebody of the same house: half share the family name, a fifth the phone; in-laws share neither."""
    return world.register.receiver(
        of.country,
        world.born(18, 60),
        woman=world.chance(0.66),
        city=of.city if world.chance(0.8) else None,
        family_name=of.family_name if world.chance(0.55) else None,
        phone=of.phones[0] if world.chance(0.2) else None,
    )


def _member(world: World, home: str, household: list[Receiver], collector: Receiver | None) -> Payer:
    """One migrant: a main payee, sometimes several; the card-less family is paid through the neighbour."""
    rng = world.rng
    country = pick(rng, DIASPORA[home])
    payer = world.register.payer(country, home, world.born(22, 62), woman=world.chance(0.52))
    for place, receiver in enumerate(household):
        if place and not world.chance(0.36):
            continue
        if place == 0 and collector is not None:
            support(world, payer, collector, Story("family_support", "collector", "family"), regular=True)
        else:
            support(world, payer, receiver, SUPPORT, regular=place == 0 and world.chance(0.75))
    return payer


def support(world: World, payer: Payer, receiver: Receiver, story: Story, *, regular: bool) -> None:
    """Money for a relative: after pay if regular, else when asked; feasts, terms, storms; small nightly asks."""
    rng = world.rng
    first, last = span(rng)
    # Shift workers, carers and seamen send when they wake; a person's hour is a habit.
    profile = str(rng.choice(["day", "lunch", "evening", "any", "night"], p=[0.3, 0.18, 0.27, 0.17, 0.08]))
    level = float(world.around(175.0 if regular else 85.0, 0.6, 1)[0])
    if regular:
        every = str(rng.choice(["month", "twice", "fortnight"], p=[0.55, 0.25, 0.2]))
        days = salary_days(rng, first, last, every)
        level = level if every == "month" else level * 0.65
    else:
        days = chance_days(rng, first, last, float(rng.choice([25, 45, 80, 150])))
    world.pay(payer, receiver, days, world.around(level, 0.25 if regular else 0.55, len(days)), story, profile=profile)
    for marks, odds, factor, theme in (
        (FEASTS[receiver.country], 0.3, 1.1, "feast"),
        (TERMS[receiver.country], 0.25, 1.6, "school"),
        (tuple(day for day, towns in STORMS[receiver.country] if receiver.city in towns), 0.6, 0.9, "storm"),
    ):
        extra = near(rng, marks, first, last, odds) if marks else np.empty(0)
        world.pay(
            payer, receiver, extra, world.around(level * factor, 0.4, len(extra)),
            Story(story.payer_kind, story.receiver_kind, theme), profile=profile,
        )  # fmt: skip
    if world.chance(0.2):
        # Nieces and brothers who write at any hour for credit, medicine, a fare.
        asks = chance_days(rng, first, last, float(rng.choice([12, 30, 60])))
        small = Story(story.payer_kind, story.receiver_kind, "medical" if world.chance(0.3) else "family")
        world.pay(
            payer,
            receiver,
            asks,
            world.around(24.0, 0.6, len(asks)),
            small,
            profile="night" if world.chance(0.4) else "any",
        )


def loan(world: World, payer: Payer, home: str) -> None:
    """A lot, a flat or an agency loan at home: the same odd sum each month to a lender's cashier."""
    days = salary_days(world.rng, *span(world.rng), "month")
    due = np.round(world.around(140.0, 0.5, 1))[0] + 0.37
    world.pay(
        payer,
        world.known("hub", home),
        days,
        np.full(len(days), due),
        Story("hub_payment", "hub", "dues"),
        profile="day",
    )


def student(world: World) -> Payer:
    """Parents who keep a child at a university in a pay-out country: allowance, term fees, small needs."""
    rng = world.rng
    home = pick(rng, {"PH": 70, "TH": 15, "KE": 10, "CO": 5})
    country = pick(rng, {"IN": 55, "KR": 15, "US": 10, "AE": 10, "JP": 10})
    payer = world.register.payer(country, SOURCES[country].culture, world.born(40, 60), woman=world.chance(0.35))
    child = world.payee(18, 25, women=0.5, country=home)
    story = Story("student_support", "student", "school")
    first, last = span(rng)
    days = salary_days(rng, first, last, "month")
    world.pay(payer, child, days, world.around(190.0, 0.3, len(days)), story, profile="evening")
    fees = near(rng, TERMS[home], 0.0, float(DAYS), 0.8)
    world.pay(payer, child, fees, world.around(1100.0, 0.4, len(fees)), story, profile="day")
    needs = chance_days(rng, first, last, 40.0)
    world.pay(
        payer,
        child,
        needs,
        world.around(40.0, 0.6, len(needs)),
        Story("student_support", "student", "medical"),
        profile="night",
    )
    return payer
