"""Livestream payments: payers who are passed from one household to the next.

Contact begins in chat; a household asks for money before and, when it can, after, so one night has one to three
payments, smaller while they do not know each other. Payers haggle in their own round money or in the household's. A
payer who asks for more is introduced along the lane more often than he finds somebody new.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.telco import almanac as al
from benchmarks.apart.guests.telco import dealings
from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.almanac import Instants, Weights, hour_weights
from benchmarks.apart.guests.telco.households import Household, households
from benchmarks.apart.guests.telco.kinds import LIVESTREAM
from benchmarks.apart.guests.telco.money import Sums
from benchmarks.apart.guests.telco.places import STRANGER_COUNTRIES
from benchmarks.apart.guests.telco.setting import Setting

_AWAKE: Final = np.asarray([3, 2, 1, 1, 2, 4, 5, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 9, 10, 10, 9, 7, 5], dtype=np.float64)
"""When a household can be reached, by home hour: rarely before dawn."""
MANILA_HOURS: Final = 8


def live(setting: Setting) -> None:
    """All payers: half use the operator for this and at most a pastime, half are among its ordinary senders."""
    number = setting.count(40, 5)
    found = households(setting, max(2, round(number / 3)))
    known = [p for p in setting.strangers if p.age >= 34 and not p.woman]
    migrants = [p for p in setting.migrants if p.age >= 34 and not p.woman]
    grown = [p for p in setting.homes if 28 <= p.age <= 66 and not p.woman]
    for _ in range(number):
        draw = setting.rng.random()
        if draw < 0.1:
            payer = setting.one(grown)
        elif draw < 0.15:
            payer = setting.one(migrants)
        elif draw < 0.48:
            payer = setting.one(known)
        else:
            age = int(np.clip(setting.rng.normal(52, 11), 27, 80))
            payer = setting.register.sender(STRANGER_COUNTRIES, age, woman=setting.chance(0.04))
            if setting.chance(0.4):  # a partner that asks questions is left for one that does not
                setting.register.move(payer, setting.age(60, 320))
            if setting.chance(0.45):
                pastime = (dealings.follow, dealings.buy, dealings.stay, dealings.give)[setting.age(0, 4)]
                pastime(setting, payer)
        _pay_for_a_year(setting, payer, found)


def _pay_for_a_year(setting: Setting, payer: Account, found: list[Household]) -> None:
    rng = setting.rng
    home = payer.country == "PH"
    imitates = setting.chance(0.15)
    sessions = int(np.clip(np.exp(rng.normal(np.log(8.0), 1.15)), 1, 130))
    days = _session_days(rng, sessions, steady=imitates)
    level = float(setting.around(2300 if not home else 700, 0.5, 1)[0]) * (1.9 if imitates else 1.0)
    growth = float(rng.uniform(0.99, 1.05))
    curious = 0.0 if imitates else float(rng.beta(1.2, 5.0))
    rotation = [_introduced(rng, found, None, int(days[0]) if days.size else 0)]
    hours = _shared_hours(payer)
    away_until = 0
    for nth, day in enumerate(days):
        if day < away_until:
            continue
        before = len(rotation)
        house = _turned_to(rng, found, rotation, int(day), curious)
        trust = 0.5 if len(rotation) > before and not imitates else 1.0  # half at first: will they keep their word?
        wish = trust * min(level * growth**nth, level * 7) * float(setting.around(1.0, 0.45, 1)[0])
        start = setting.at(payer, np.full(1, day), "shift_end" if imitates else hours)
        when, sums = _one_night(rng, start, wish, plain=imitates)
        if nth > 8 and rng.random() < 0.03:  # the trip: a large sum in advance, then none while he is there
            sums = sums * 9
            away_until = int(day) + setting.age(12, 30)
        wallet = house.wallet_on(rng, int(day))
        words = "family" if imitates else "treats"
        setting.ledger.pay(payer, wallet, when, sums, LIVESTREAM, words, group=house.name, imitates=imitates)


def _turned_to(
    rng: np.random.Generator, found: list[Household], rotation: list[Household], day: int, curious: float
) -> Household:
    """The household of a day: one of the last two that are open, or a new one, which joins `rotation`."""
    if rng.random() >= curious:
        open_now = [house for house in rotation if house.opens <= day < house.closes]
        if open_now:
            return open_now[-1 - int(rng.integers(min(2, len(open_now))))]
    rotation.append(_introduced(rng, found, rotation[-1], day))
    return rotation[-1]


def _session_days(rng: np.random.Generator, sessions: int, *, steady: bool) -> al.Days:
    """Gaps that shorten as it goes on, broken by weeks of abstaining; those who imitate support keep to a month."""
    start = int(rng.integers(0, 270 if sessions < 12 else 90))
    if steady:
        return al.monthly(rng, int(rng.integers(1, 29)), start // 2, slip=4.0)[: max(sessions, 3)]
    first = float(np.exp(rng.normal(np.log(17), 0.6)))
    shrink = float(rng.uniform(0.93, 1.0))
    mean = np.maximum(first * shrink ** np.arange(sessions), 2.0)
    gaps = rng.gamma(1.6, mean / 1.6)
    gaps = np.where(rng.random(sessions) < 0.07, gaps + rng.uniform(20, 60, sessions), gaps)
    days = al.inside(start + np.cumsum(gaps) - gaps[:1].sum())
    alone = rng.random(days.size) < float(rng.choice([0.0, 0.2, 0.6]))  # some can only pay when the week is over
    return np.sort(al.inside(np.where(alone, days + al.until_saturday(days), days)))


def _introduced(rng: np.random.Generator, found: list[Household], by: Household | None, day: int) -> Household:
    """The next household: along the lane when somebody introduces him, otherwise whoever is easily found."""
    pool = [house for house in found if house.opens <= day < house.closes and house is not by] or found
    lane = [house for house in pool if by is not None and house.lane == by.lane]
    if lane and rng.random() < 0.6:
        pool = lane
    pull = np.asarray([house.pull for house in pool])
    return pool[int(rng.choice(len(pool), p=pull / pull.sum()))]


def _shared_hours(payer: Account) -> Weights:
    """Local hours that suit both: the payer's evening and night, when the household is awake."""
    ahead = MANILA_HOURS - int(al.utc_offsets(payer.zone)[180] // al.HOUR)
    return hour_weights("night") * _AWAKE[(np.arange(24) + ahead) % 24]


def _one_night(rng: np.random.Generator, start: Instants, wish: float, *, plain: bool) -> tuple[Instants, Sums]:
    """One to three payments within the night: something "for load", the agreed sum, and what is asked on top."""
    when, sums = [0.0], [wish]
    if not plain and rng.random() < 0.22:
        when, sums = [0.0, float(rng.uniform(8, 90))], [min(350.0, wish * 0.5), wish]
    if not plain and rng.random() < 0.2:
        when.append(when[-1] + float(rng.uniform(10, 80)))
        sums.append(wish * float(rng.uniform(0.3, 0.8)))
    return start[0] + (np.asarray(when) * al.MINUTE).astype(np.int64), np.asarray(sums)
