"""Donors and sponsors: charities, congregations, and people who sponsor several unrelated children of one town."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.accounts import TRADE
from tanglaw.lab.worlds.arrays import Rng, around, chance, pick, repeat
from tanglaw.lab.worlds.behaviours.ties import Style, pay
from tanglaw.lab.worlds.clock import personal
from tanglaw.lab.worlds.draft import Draft, ages
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.places import towns
from tanglaw.lab.worlds.rhythm import irregular, monthly, spells

FIGURES: Final = Parameters("donation")
LEVEL_USD: Final = FIGURES.assumed("median payment", 38, "US$", "monthly sponsorship")
DIRECT: Final = FIGURES.assumed(
    "donors who sponsor people directly", 0.15, "share", "hard case: several unrelated receivers of one town"
)


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` donors, their charities, and the people some of them sponsor."""
    if not count:
        return
    origin = corridors.draw_origin(rng, count)
    direct = chance(rng, count, DIRECT)
    donors = draft.add_people(
        rng,
        origin,
        kind="donation",
        age=ages(rng, count, 56, 14, 20, 88),
        hard=direct,
        channel=pick(rng, count, [40, 20, 34, 6]),
        variant=np.where(direct, draft.variant("direct_sponsor"), draft.variant("donor")),
        several=0.08,
    )
    country = corridors.draw_destination(rng, rng.choice(origin, max(2, count // 14)), "donation")
    charities = draft.add_people(
        rng,
        country,
        kind="charity",
        age=ages(rng, len(country), 40, 9, 25, 70),
        several=0.5,
        variant="charity",
        trade=np.where(chance(rng, len(country), 0.8), TRADE["Foundation"], 0),
    )
    givers = np.flatnonzero(~direct)
    each = 1 + pick(rng, len(givers), [75, 20, 5])
    tie_payer = givers[repeat(each)]
    charity = charities.id[pick(rng, len(tie_payer), 1 / np.arange(1, len(country) + 1) ** 0.8)]
    sponsors = np.flatnonzero(direct)
    several = rng.integers(2, 7, len(sponsors))
    own_town = towns().draw(rng, corridors.draw_destination(rng, origin[sponsors], "donation"))
    sponsored_town = own_town[repeat(several)]
    sponsored = draft.add_people(
        rng,
        towns().country[sponsored_town],
        kind="charity",
        age=ages(rng, len(sponsored_town), 33, 12, 15, 70),
        town=sponsored_town,
        variant="sponsored_person",
    )
    tie_payer = np.concatenate([tie_payer, sponsors[repeat(several)]])
    receiver = np.concatenate([charity, sponsored.id])
    n = len(tie_payer)
    start, end = spells(rng, draft.calendar, n, whole=0.35)
    standing = chance(rng, n, 0.65)
    payday = np.array([1, 5, 15, 28])[pick(rng, n, [4, 2, 2, 2])]
    events = monthly(rng, draft.calendar, start, np.where(standing, end, -1), payday, keep=0.95, delay=0.4)
    events = events.plus(irregular(rng, start, end, np.where(standing, 0.3, 2.5)))
    clock = personal(rng, count, day=0.6, evening=0.35, night=0.05)
    words = {"donation": 62, "blank": 20, "school": 8, "gift": 6, "medical": 4}
    pay(
        draft,
        rng,
        donors,
        tie_payer,
        receiver,
        events,
        Style(around(rng, n, LEVEL_USD, 0.7), 0.15, clock, words, (0.7, 0.2, 0.05, 0.05)),
    )
