"""Paying side of live-streamed abuse: how payers meet households, how sessions are paid, how it grows or fades."""

from __future__ import annotations

from typing import Final

import numpy as np

from . import clock, everyday, sums, words
from .accounts import Account
from .arrays import Floats, Ints
from .customers import token
from .households import HOURS_EAST, Household
from .ledger import Tie
from .places import CITIES
from .town import Town

_CAREERS: Final = ("once", "seldom", "steady", "prolific", "helper")
_SHARES: Final = (0.25, 0.37, 0.20, 0.06, 0.12)
_EAST: Final = {"AU": 10, "NZ": 12, "SG": 8, "IE": 0}


def _careers(rng: np.random.Generator, count: int) -> list[str]:
    """At least one of the two ends of the scale, the remainder by their shares."""
    rest = [_CAREERS[int(pick)] for pick in rng.choice(len(_CAREERS), max(0, count - 2), p=_SHARES)]
    return ["prolific", "once", *rest][:count]


def _awake(rng: np.random.Generator, payer: Account, house: Household, day: float) -> int:
    """A night hour of the payer's at which the household is likely awake; he tries a few times, then pays anyway."""
    shift = HOURS_EAST[house.country] - _EAST[payer.country]
    habit = "any" if rng.random() < 0.14 else "night"
    moment: Ints = clock.at(rng, np.asarray([day]), habit, payer.owl * 0.6)
    for _ in range(2):
        hour = (int(moment[0]) // 3600 + shift) % 24
        if 7 <= hour <= 23:
            break
        moment = clock.at(rng, np.asarray([day]), habit, payer.owl * 0.6)
    return int(moment[0])


def _session(town: Town, payer: Account, house: Household, day: float, *, value: float, veil: float) -> None:
    """A deposit, then what is asked for more within the hour; sometimes a token first, to see that the handle works."""
    rng = town.rng
    receiver = house.handle(rng, day)
    parts = [value]
    if rng.random() < 0.1:
        parts = [value * 0.15, value * 0.85]
    while rng.random() < 0.22 and len(parts) < 5:
        parts.append(value * float(rng.uniform(0.3, 1.1)))
    when = _awake(rng, payer, house, day) + np.cumsum(rng.exponential(1700.0, len(parts)))
    rail = town.payout(receiver)
    tie = Tie(payer, receiver, "livestream_purchase", "facilitation", words.COVER, rail, 0.7, house.group)
    tie.veil, tie.trouble = veil, 0.012
    days = np.full(len(parts), day)
    town.ledger.enter(tie, when.astype(np.int64), sums.said(rng, payer, receiver, np.asarray(parts), days))


def _prelude(town: Town, payer: Account, day: float) -> None:
    """Before: acquaintances from dating sites who are given a treat and lead to nothing or to an introduction."""
    rng = town.rng
    for _ in range(1 + int(rng.poisson(0.8))):
        friend = town.registry.open(str(rng.choice(["PH", "PH", "TH", "CO"])), named=0.3)
        days = day - rng.uniform(5, 90) + np.cumsum(rng.exponential(6.0, int(rng.geometric(0.6))))
        values = sums.spread(rng, 35.0, 0.4, len(days))
        tie = Tie(payer, friend, "partner_abroad", "partner_receiver", words.PARTNER, town.payout(friend), 0.8)
        town.ledger.enter(tie, clock.at(rng, days, "night", payer.owl), sums.said(rng, payer, friend, values, days))


def _choose(town: Town, houses: list[Household], day: float, street: int | None) -> Household:
    """One that is open on the day: by introduction in the same street, else by how widely it is known."""
    alive = [h for h in houses if h.opens <= day < h.closes] or houses
    near = [h for h in alive if h.street == street]
    pool = near if near and town.rng.random() < 0.7 else alive
    weights = np.asarray([h.draw for h in pool])
    return pool[int(town.rng.choice(len(pool), p=weights / weights.sum()))]


def _visit(town: Town, payer: Account, days: Floats) -> float | None:
    """Some buy a flight once sums are high: an agency at home is paid, and nothing is sent for some weeks."""
    if len(days) < 14 or town.rng.random() > 0.3:
        return None
    day = float(days[int(len(days) * 0.8)])
    everyday.fly(town, payer, day - 9.0)
    return day


def _career(town: Town, payer: Account, houses: list[Household], career: str) -> None:
    rng = town.rng
    low, high, gap, floor = {
        "once": (1, 3, 30.0, 15.0),
        "seldom": (4, 11, 40.0, 16.0),
        "steady": (12, 34, 26.0, 9.0),
        "prolific": (120, 260, 4.5, 1.0),
        "helper": (8, 20, 30.0, 22.0),
    }[career]
    count = int(rng.integers(low, high + 1))
    room = max(10.0, payer.last - payer.opened)
    start = payer.opened + float(rng.uniform(0, 0.2 if career == "prolific" else 0.6)) * room
    days = clock.shrinking(rng, (start, max(payer.last, start + 1)), gap, floor, count)
    if rng.random() < 0.35:
        _prelude(town, payer, start)
    trip = _visit(town, payer, days)
    climb = {"once": 0.0, "prolific": 0.35}.get(career, float(rng.uniform(0.0, 1.0)))
    base = float(rng.lognormal(np.log(30.0 if career == "prolific" else 40.0), 0.35))
    veil = 0.75 if rng.random() < 0.22 else 0.01
    house = _choose(town, houses, start, None)
    stray = {"once": 0.2, "helper": 0.0, "prolific": 0.16}.get(career, 0.12)
    for place, day in enumerate(days):
        if trip is not None and trip - 3 < day < trip + 24:
            continue
        if day >= house.closes or rng.random() < stray:
            house = _choose(town, houses, float(day), house.street)
        growth = np.exp(climb * place / max(1, len(days) - 1))
        value = base * house.price * float(growth * np.exp(rng.normal(0.0, 0.35)))
        if rng.random() < 0.04:
            # A sick child, a broken roof, a debt: true or told, it is paid.
            value *= float(rng.uniform(2.5, 6.0))
        _session(town, payer, house, float(day), value=value, veil=veil)
    if career == "helper":
        _help(town, payer, house, start)


def _help(town: Town, payer: Account, house: Household, start: float) -> None:
    """Pays like an uncle: by payday, for school, for storms; what he buys is hidden among it."""
    rng = town.rng
    town.imitators.add(payer.index)
    receiver = house.handles[0][1]
    days = np.concatenate(
        [
            clock.recurring(rng, start, payer.last, 30.4, wobble=1.5, kept=0.8),
            clock.after(rng, clock.SCHOOL_STARTS, 5.0, 0.5),
        ]
    )
    values = sums.spread(rng, 85.0, 0.3, len(days))
    tie = Tie(payer, receiver, "livestream_purchase", "facilitation", words.FAMILY, "wallet", 1.0, house.group)
    town.ledger.enter(tie, clock.at(rng, days, "payday", payer.owl), sums.said(rng, payer, receiver, values, days))


def buy(town: Town, payers: list[Account], houses: list[Household]) -> None:
    """Let every payer's story run."""
    rng = town.rng
    assert set(_EAST) == {city.country for city in CITIES}
    for payer, career in zip(payers, _careers(rng, len(payers)), strict=True):
        if career in {"prolific", "steady"}:
            payer.opened, payer.last = min(payer.opened, 150.0), max(payer.last, clock.DAYS - 40.0)
        if payer.second is None and rng.random() < (0.5 if career == "prolific" else 0.08):
            # A second account, once the platform has asked questions: other mail and card, mostly the same phone.
            day = float(rng.uniform(payer.opened, payer.last))
            payer.second = town.registry.reopen(payer, day, same_phone=bool(rng.random() < 0.3))
            payer.second.funding = token(rng, "card")
            if rng.random() < 0.4:
                payer.second.devices = [token(rng, "d")]
        _career(town, payer, houses, career)
