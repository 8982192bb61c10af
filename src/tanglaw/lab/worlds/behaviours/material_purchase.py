"""Payments consistent with buying child sexual abuse material: small, at night, repeated to one vendor."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.accounts import TRADE
from tanglaw.lab.worlds.arrays import Ints, Rng, around, chance, ints, pick, within
from tanglaw.lab.worlds.behaviours import domestic
from tanglaw.lab.worlds.behaviours.ties import roundings, words
from tanglaw.lab.worlds.clock import PROFILES, personal, seconds
from tanglaw.lab.worlds.draft import CHANNELS, RAILS, Draft, People, ages
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.places import codes
from tanglaw.lab.worlds.rhythm import irregular, spells

FIGURES: Final = Parameters("material_purchase")
LOWEST_USD: Final = FIGURES.published("lowest usual payment", 5, "US$", "Chainalysis (S)")
HIGHEST_USD: Final = FIGURES.published("highest usual payment", 50, "US$", "Chainalysis (S); Tracfin 2021: €15–35")
NIGHT: Final = FIGURES.assumed(
    "payers who mostly pay 23:00–05:00", 0.65, "share", "Chainalysis names the hours, no share"
)
CRYPTO: Final = FIGURES.assumed(
    "vendors paid in crypto-assets", 0.5, "share", "then cards and wallets; no share published"
)
PER_VENDOR: Final = FIGURES.assumed("payers a vendor", 5, "mean", "of this institution's payers")
FAVOURITE: Final = FIGURES.assumed(
    "payments to the first vendor", 0.75, "share", "repeats to one address (Chainalysis)"
)

_VENDOR_RAILS: Final = ("crypto", "card", "wallet")


def _vendors(draft: Draft, rng: Rng, count: int) -> tuple[People, Ints]:
    """Vendors and the place of each one's rail in ``_VENDOR_RAILS``."""
    rail = pick(rng, count, [CRYPTO, 0.3, 0.2])
    country = codes("UA", "RO", "NL", "US", "DE", "VN", "MX", "GB")[pick(rng, count, [5, 4, 4, 4, 2, 2, 1, 2])]
    vendors = draft.add_people(
        rng,
        country,
        kind="material_vendor",
        age=ages(rng, count, 33, 8, 20, 60),
        variant="vendor",
        group=draft.new_groups(count),
        trade=np.where(rail == 1, TRADE["Digital"], 0),
        channel="crypto",
    )
    return vendors, rail


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` payers and the vendors they pay."""
    if not count:
        return
    vendors, vendor_rail = _vendors(draft, rng, max(2, round(count / PER_VENDOR)))
    favourite = pick(rng, count, 1 / np.arange(1, len(vendors.id) + 1) ** 0.7)
    rail = vendor_rail[favourite]
    channel = np.array([CHANNELS.index(name) for name in ("crypto", "card", "app")])
    day_time = ~chance(rng, count, NIGHT)
    payers = draft.add_people(
        rng,
        corridors.draw_origin(rng, count),
        kind="material_purchase",
        age=ages(rng, count, 42, 12, 19, 74),
        group=vendors.group[favourite],
        variant="usual",
        channel=channel[rail],
        several=0.15,
        hard=day_time,
    )
    start, end = spells(rng, draft.calendar, count, whole=0.2)
    events = irregular(rng, start, end, rng.gamma(1.6, 7.0, count))
    # Everyone pays at least twice: a first try and a repeat.
    first = np.repeat(np.arange(count), 2)
    again = start[first] + within(np.full(count, 2)) * ints(rng.exponential(9.0, 2 * count))
    who, day = np.concatenate([events.tie, first]), np.concatenate([events.day, again])
    n = len(who)
    receiver = favourite[who].copy()
    stray = ~chance(rng, n, FAVOURITE)
    receiver[stray] = _same_rail(rng, vendor_rail, favourite)[who[stray]]
    usd = np.clip(around(rng, n, around(rng, count, 19, 0.4)[who], 0.35), LOWEST_USD, HIGHEST_USD)
    clock = np.where(day_time, personal(rng, count, evening=0.6, any=0.4), PROFILES["deep_night"])
    number = np.array([RAILS[name] for name in _VENDOR_RAILS])
    draft.add_payments(
        payer=payers.id[who],
        receiver=vendors.id[receiver],
        day=day,
        second=seconds(rng, clock[who], n),
        usd=usd,
        rounding=roundings(rng, count, (0.3, 0.3, 0.0, 0.4))[who],
        rail=number[vendor_rail[receiver]],
        reference=words(rng, n, {"blank": 70, "goods": 18, "gift": 6, "donation": 3, "handle": 3}),
    )
    domestic.everyday(draft, rng, payers, share=0.3)


def _same_rail(rng: Rng, rail: Ints, chosen: Ints) -> Ints:
    """For each payer a second vendor, paid over the same rail."""
    other = chosen.copy()
    for number in np.unique(rail):
        here = rail[chosen] == number
        other[here] = rng.choice(np.flatnonzero(rail == number), int(here.sum()))
    return other
