"""Love at a distance: partners abroad, men who write to several women, and lovers who do not exist."""

from __future__ import annotations

import numpy as np

from .accounts import Account
from .days import YEAR, ordered_gaps, spread
from .families import support
from .kinds import PARTNER, ROMANCE
from .places import RECEIVING
from .sums import around
from .travel import visit
from .world import World


def hearts(world: World) -> None:
    """Ties of the heart, true and false."""
    rng = world.rng
    grown = [payer for payer in world.sending() if payer.age >= 25]
    for payer in grown:
        chance = rng.random()
        if chance < 0.035:
            _partner(world, payer)
        elif chance < 0.045:
            _correspondent(world, payer)
    crews: list[list[Account]] = []
    for _ in range(world.count(60)):
        payer = grown[int(rng.integers(len(grown)))]
        if payer.age < 42:
            payer = world.someone(payer.country, 45)
        _swindled(world, payer, crews)


def _partner(world: World, payer: Account) -> None:
    """A romance that grows: small gifts by night when they talk, more often, rent, a visit, her brother's tuition."""
    rng = world.rng
    home = payer.origin if payer.origin != payer.country else world.homeland()
    partner = world.receiver(home, int(np.clip(payer.age - abs(rng.normal(9, 8)), 20, 70)))
    first = int(rng.integers(-200, 250))
    days = first + ordered_gaps(
        rng, int(rng.integers(6, 50)), float(rng.choice([8, 14, 25])), float(rng.uniform(0, 0.6))
    )
    growth = np.linspace(1, float(rng.uniform(1, 3.5)), len(days))
    world.send(
        payer, partner, days, around(rng, 60 * payer.means, 0.55, len(days)) * growth, PARTNER,
        part=str(rng.choice(["late", "waking", "evening"])), agreed=str(rng.choice(["own", "theirs"])),
        about="partner", filled=rng.beta(1.3, 2),
    )  # fmt: skip
    if rng.random() < 0.4:
        kin = world.book.wallet(home, int(rng.integers(17, 60)), family=partner.names[1], city=partner.city)
        support(world, payer, kin, spread(rng, int(rng.integers(1, 8)), max(first, 0)), 55, part="late", kind=PARTNER)
    if rng.random() < 0.35:
        day = int(rng.integers(max(first, 0) + 20, YEAR))
        visit(world, payer, country=home, day=day, host=partner, kind=PARTNER)


def _correspondent(world: World, payer: Account) -> None:
    """An adult who meets adults on the apps: several at once, small helps at night, most of it comes to nothing."""
    rng = world.rng
    home = str(rng.choice(RECEIVING))
    for _ in range(int(rng.integers(2, 7))):
        friend = world.receiver(home, int(rng.integers(19, 45)))
        count = 1 + int(rng.gamma(1.0, 3.0))
        days = int(rng.integers(0, 320)) + ordered_gaps(rng, count, 9, 0.2)
        world.send(
            payer, friend, days, around(rng, 36, 0.5, count), PARTNER, part="late",
            agreed=str(rng.choice(["own", "theirs"])), about="partner", filled=0.3,
        )  # fmt: skip


def _swindled(world: World, payer: Account, crews: list[list[Account]]) -> None:
    """Someone lonely and a crew with a script: a gift, a fee, a hospital, an investment; sums grow, then an end.

    A crew works several people and keeps two or three handles, so that payers who never met share a receiver.
    """
    rng = world.rng
    if not crews or rng.random() < 0.35:
        base = str(rng.choice(["NG", "GH", "PH", "CI", "GB"], p=[0.35, 0.25, 0.15, 0.1, 0.15]))
        crew = [world.receiver(base, int(rng.integers(20, 40))) for _ in range(int(rng.integers(1, 4)))]
        crews.append([*crew, world.book.other("address", base)])
    crew = crews[int(rng.integers(len(crews)))]
    days = int(rng.integers(0, 260)) + ordered_gaps(rng, int(rng.integers(3, 22)), 13, 0.5)
    sums = around(rng, 90, 0.35, len(days)) * np.linspace(1, float(rng.uniform(2, 14)), len(days))
    turn = int(len(days) * rng.uniform(0.5, 1.2))
    face = crew[int(rng.integers(len(crew) - 1))]
    for receiver, part in ((face, slice(0, turn)), (crew[-1], slice(turn, None))):
        world.send(payer, receiver, days[part], sums[part], ROMANCE, part="waking", about="romance", filled=0.35)
