"""Charities: large ones with campaigns, and tiny ones that are one woman's account and a photograph of a kitchen."""

from __future__ import annotations

from random import Random

from benchmarks.apart.guests.neobank.days import DAY, DAYS, STORMS, at, day_of, months
from benchmarks.apart.guests.neobank.parties import Party
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World


def write(world: World) -> None:
    """Monthly sponsors, one-off gifts, relief after storms, and small private projects abroad."""
    rng = world.stream("giving")
    large = [
        world.forge.receiver(country, "bank", name=f"{word} {country}")
        for country in ("SE", "GB", "DE", "NL")
        for word in ("Open Hands", "Clear Water Fund", "Night Shelter")
    ]
    _large(world, rng, large)
    for _ in range(world.some(24, 3)):
        _private_project(world, rng)


def _large(world: World, rng: Random, charities: list[Party]) -> None:
    storms = [day_of(when) for when, _ in STORMS["PH"]]
    for customer in rng.sample(world.adults(), world.some(900)):
        charity = rng.choice(charities)
        euros = rng.choice((5, 8, 10, 10, 15, 20, 25, 35, 50))
        if rng.random() < 0.35:
            minute_of_day = 5 * 60 + rng.randrange(30)
            for day in months(rng.choice((1, 15, 28)), customer.joined)[: rng.randrange(2, 13)]:
                minute = day * DAY + minute_of_day
                world.send(rng, customer, charity, minute, euros, "gift", reference="donation", auto=True)
            continue
        for _ in range(rng.choice((1, 1, 2))):
            near = rng.choice((*storms, 138, 140, rng.randrange(DAYS)))
            minute = at(rng, near + rng.randrange(5), "evening", customer.shift)
            world.send(rng, customer, charity, minute, euros, "gift", reference=reference(rng, "gift"))


def _private_project(world: World, rng: Random) -> None:
    """A feeding kitchen or a school in a village, told on social media; strangers give at night, small and round.

    Some sponsor one pupil and give every month, more at Christmas, with the words that relatives use too.
    """
    country = rng.choice(("PH", "PH", "KE", "GH", "IN", "UA", "CO", "RO", "TH"))
    founder = world.forge.receiver(country, world.forge.means(country))
    for donor in rng.sample(world.adults(20, 75), rng.randrange(4, 30)):
        euros = rng.choice((10, 10, 15, 20, 25, 25, 30, 50))
        profile = rng.choice(("evening", "night", "dawn", "day"))
        days = [rng.randrange(DAYS)]
        if rng.random() < 0.35:
            days = months(rng.choice((1, 3, 26)), donor.joined)[: rng.randrange(3, 13)]
        for day in days:
            minute = at(rng, day, profile, donor.shift)
            style = "payout" if rng.random() < 0.15 else "typed"
            text = reference(rng, rng.choice(("gift", "gift", "family")))
            world.send(rng, donor, founder, minute, euros, "gift", style=style, reference=text)
