"""Victims of romance fraud: older payers, growing sums, one receiver after another's story; they need help."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import Rng, around, chance, ints, pick, repeat, within
from tanglaw.lab.worlds.behaviours import domestic
from tanglaw.lab.worlds.behaviours.ties import roundings, words
from tanglaw.lab.worlds.clock import personal, seconds
from tanglaw.lab.worlds.draft import Draft, ages
from tanglaw.lab.worlds.parameters import Parameters

FIGURES: Final = Parameters("romance_fraud_victim")
AGE: Final = FIGURES.assumed(
    "payer's age", 62, "years, mean; 40–86", "consumer-protection reports put losses highest past 50"
)
FIRST_USD: Final = FIGURES.assumed("first payment", 130, "US$, median", "a gift card, a phone")
GROWTH: Final = FIGURES.assumed("growth from first to last", 12, "times", "then the money or the trust ends")
PER_RECEIVER: Final = FIGURES.assumed("victims a receiver", 2.2, "mean", "mules serve several stories")


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` victims and the receivers of the fraud."""
    if not count:
        return
    origin = corridors.draw_origin(rng, count)
    receivers_count = max(1, round(count / PER_RECEIVER))
    country = corridors.draw_destination(rng, rng.choice(origin, receivers_count), "romance")
    receivers = draft.add_people(
        rng,
        country,
        kind="romance_fraud_receiver",
        age=ages(rng, receivers_count, 30, 8, 18, 60),
        variant="mule",
        group=draft.new_groups(receivers_count),
        several=0.3,
    )
    mine = rng.integers(0, receivers_count, count)
    small = chance(rng, count, 0.15)
    victims = draft.add_people(
        rng,
        origin,
        kind="romance_fraud_victim",
        age=ages(rng, count, AGE, 10, 40, 86),
        group=receivers.group[mine],
        variant=np.where(small, draft.variant("small_sums"), draft.variant("growing")),
        hard=small,
        several=0.2,
        channel=pick(rng, count, [60, 20, 20]),
    )
    counts = 3 + np.minimum(rng.geometric(0.09, count), 60)
    who, nth = repeat(counts), within(counts)
    progress = nth / np.maximum(counts[who] - 1, 1)
    gaps = np.where(nth == 0, 0.0, around(rng, len(who), 7, 0.7) * (1.3 - 0.7 * progress))
    since = np.cumsum(gaps)
    since -= np.repeat(since[np.cumsum(counts) - counts], counts)
    start = rng.integers(0, max(draft.days - 90, 1), count)
    level = np.where(small, around(rng, count, 45, 0.3), around(rng, count, FIRST_USD, 0.5))
    growth = np.where(small, 2.0, GROWTH)
    usd = around(rng, len(who), level[who] * growth[who] ** progress, 0.4)
    second = np.where(chance(rng, count, 0.3), rng.integers(0, receivers_count, count), mine)
    receiver = np.where(progress > 0.6, second[who], mine[who])
    clock = personal(rng, count, evening=0.45, day=0.35, night=0.2)
    draft.add_payments(
        payer=victims.id[who],
        receiver=receivers.id[receiver],
        day=start[who] + ints(since),
        second=seconds(rng, clock[who], len(who)),
        usd=usd,
        rounding=roundings(rng, count, (0.65, 0.15, 0.1, 0.1))[who],
        reference=words(
            rng,
            len(who),
            {"gift": 22, "medical": 20, "expenses": 22, "blank": 14, "family": 12, "invoice": 4, "accommodation": 6},
        ),
    )
    domestic.everyday(draft, rng, victims, share=0.25)
