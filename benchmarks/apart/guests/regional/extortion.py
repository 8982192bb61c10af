"""Financial sexual extortion of young people: a burst of payments under threat, collected through mules.

The app asks for adulthood, so victims pay from accounts opened that night with a first identity card, from an account
they had, or from a parent's. Threats run by the clock: pay now, then pay again; when nothing is left it stops.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np

from benchmarks.apart.guests.regional.clock import DAYS, FIRST_DAY
from benchmarks.apart.guests.regional.firm import Firm, Reason
from benchmarks.apart.guests.regional.hearts import Circles
from benchmarks.apart.guests.regional.people import Payer, Receiver, weighted

PRESSED: Final = Reason("extortion_victim", "extortion_collection", "pressed")
PLACES: Final = {"NG": 5.0, "CI": 3, "PH": 1.2, "GH": 0.8, "SN": 0.3}


@dataclass(slots=True)
class Mule:
    """Somebody who lends a wallet or account for some weeks, for a share or under pressure."""

    person: Receiver
    since: float
    until: float


@dataclass(slots=True)
class Gang:
    """A script, a chat account and a row of mules."""

    group: str
    mules: list[Mule]

    def on(self, rng: np.random.Generator, day: float) -> Receiver:
        """The mule whose number is given out on a day; the nearest one when none is current."""
        current = [mule.person for mule in self.mules if mule.since <= day < mule.until]
        if current:
            return current[int(rng.integers(len(current)))]
        return min(self.mules, key=lambda mule: abs(mule.since - day)).person


@dataclass(frozen=True, slots=True)
class Victim:
    """A victim's account: `fresh` if opened for it, `lives` if its holder has an ordinary life there too."""

    payer: Payer
    fresh: bool
    lives: bool


def gather(firm: Firm, circles: Circles) -> list[Gang]:
    """Gangs with their mules; some mules also collect for romance fraud, run from the same rooms."""
    rng = firm.rng
    gangs = []
    for n in range(firm.scaled(5, 2)):
        country = weighted(rng, PLACES)
        group = f"gang-{n}"
        mules: list[Mule] = []
        since = float(rng.uniform(-20, 200))
        while since < DAYS and len(mules) < 14:
            person = firm.meet(country, female=bool(rng.random() < 0.3), rail=str(rng.choice(["wallet", "bank"])))
            person.group = group
            lasts = float(rng.exponential(40)) + 8
            mules.append(Mule(person, since, since + lasts))
            if rng.random() < 0.25:
                circles.mules.append(person)
            since += lasts * float(rng.uniform(0.4, 1.2)) + (rng.random() < 0.2) * float(rng.uniform(20, 90))
        gangs.append(Gang(group, mules))
    return gangs


def cast(firm: Firm, payer: Payer) -> Victim:
    """Make a customer's account the one a victim pays from."""
    rng = firm.rng
    kind = float(rng.random())
    payer.hours = "evening"
    if kind < 0.58:
        # Opened under threat: the identity check takes minutes and the first transfer is free.
        payer.opened = float(rng.uniform(10, DAYS - 8))
        payer.until = float(DAYS)
        age = 18.05 + float(rng.exponential(1.1))
        payer.born = FIRST_DAY + timedelta(days=int(payer.opened - age * 365.25))
        payer.female = bool(rng.random() < 0.1)
        return Victim(payer, fresh=True, lives=bool(rng.random() < 0.25))
    if kind < 0.78:
        payer.born = FIRST_DAY - timedelta(days=int(float(rng.uniform(18.1, 24)) * 365.25))
        payer.opened, payer.until = min(payer.opened, DAYS - 120.0), float(DAYS)
        return Victim(payer, fresh=False, lives=True)
    payer.born = FIRST_DAY - timedelta(days=int(float(rng.uniform(37, 55)) * 365.25))
    payer.opened, payer.until, payer.disguised = min(payer.opened, DAYS - 120.0), float(DAYS), True
    return Victim(payer, fresh=False, lives=True)


def _night(rng: np.random.Generator, day: float) -> float:
    """When the chat turned into a threat: after school, the evening, mostly the hours when the house sleeps."""
    hour = rng.normal(23.2, 2.2) if rng.random() < 0.75 else rng.normal(17, 1.8)
    return float(np.floor(day) + hour / 24)


def burst(firm: Firm, payer: Payer, gang: Gang, began: float) -> float:
    """One round: the first demand, then what is left, until refusal or an empty account; tells when it ended."""
    rng = firm.rng
    mule = gang.on(rng, began)
    now, paid = began, 0.0
    demand = float(np.clip(110 * np.exp(rng.normal(0, 0.55)), 25, 245))
    limit = float(rng.uniform(200, 1450))
    for _ in range(1 + min(int(rng.geometric(0.36)), 9)):
        sum_ = demand * (1 if paid == 0 else float(rng.choice([0.25, 0.5, 0.7, 1.0, 1.5])))
        if paid + sum_ > limit:
            break
        firm.pay(payer, mule, np.array([now]), np.array([sum_]), PRESSED, whole=0.08)
        paid += sum_
        # Most follow within the hour; some wait for pocket money, a sold console or the bank's morning.
        now += float(rng.exponential(0.06) if rng.random() < 0.65 else rng.exponential(0.9) + 0.2)
        if rng.random() < 0.3:
            mule = gang.on(rng, now)
    return now


def run(firm: Firm, victims: list[Victim], gangs: list[Gang]) -> None:
    """Let each victim be found by a gang; about one in four who paid is found again."""
    rng = firm.rng
    for victim in victims:
        payer = victim.payer
        gang = gangs[int(rng.integers(len(gangs)))]
        # A new account's first use is the threat itself, within the hours its identity check took.
        day = payer.opened + 1 if victim.fresh else float(rng.uniform(payer.opened + 5, DAYS - 6))
        ended = burst(firm, payer, gang, _night(rng, day))
        payer.group = gang.group
        if rng.random() < 0.27:
            again = gang if rng.random() < 0.75 else gangs[int(rng.integers(len(gangs)))]
            burst(firm, payer, again, _night(rng, ended + float(rng.exponential(14)) + 2))
