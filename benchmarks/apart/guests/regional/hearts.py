"""Partners found online or on a journey, and those who pose as one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.regional import clock
from benchmarks.apart.guests.regional.clock import DAYS, Floats
from benchmarks.apart.guests.regional.firm import Firm, Reason
from benchmarks.apart.guests.regional.people import Payer, Receiver, weighted
from benchmarks.apart.guests.regional.sums import typical

LOVE: Final = Reason("partner_abroad", "partner_receiver", "partner")
FRAUD: Final = Reason("romance_fraud_victim", "romance_fraud_receiver", "fraud")

DATING: Final = {"CO": 7.0, "DO": 5, "UA": 6, "RO": 3, "MX": 4, "PH": 4, "GH": 2, "SN": 2, "MD": 1.5, "IN": 1, "EC": 1}
FRAUD_FROM: Final = {"NG": 6.0, "GH": 4, "CI": 3, "UA": 2, "SN": 1, "PH": 0.5}


@dataclass(slots=True)
class Circles:
    """Receivers whom several lovers pay: mules of romance fraud, and people with more than one admirer abroad."""

    mules: list[Receiver] = field(default_factory=list)
    admired: dict[str, list[Receiver]] = field(default_factory=dict)


def _growing_gaps(rng: np.random.Generator, start: float, end: float, first: float, last: float) -> Floats:
    """Days whose gaps go from `first` to `last` over the span: people who grow closer pay more often."""
    days: list[float] = []
    now = start
    while now < end and len(days) < 400:
        days.append(now)
        share = (now - start) / max(end - start, 1)
        now += float(rng.gamma(2.0, (first + (last - first) * share) / 2)) + 0.3
    return np.array(days)


def _acquaintance(firm: Firm, payer: Payer, country: str, circles: Circles) -> Receiver:
    """Somebody new, or one whom others who do not know of each other pay as well."""
    rng = firm.rng
    known = circles.admired.setdefault(country, [])
    if known and rng.random() < 0.14:
        # The first ones are regulars of the sites, with several admirers at a time.
        return known[min(int(rng.exponential(len(known) * 0.25)), len(known) - 1)]
    person = firm.meet(country, female=not payer.female if rng.random() < 0.93 else payer.female)
    known.append(person)
    return person


def courtship(firm: Firm, payer: Payer, circles: Circles) -> None:
    """Small gifts after late calls, then rent and bills, journeys in between; now and then it ends early."""
    rng = firm.rng
    country = payer.roots or weighted(rng, DATING)
    partner = _acquaintance(firm, payer, country, circles)
    partner.group = partner.group or f"pair-{payer.index}"
    start = payer.opened + float(rng.uniform(0, 60))
    end = min(DAYS, start + float(rng.gamma(1.7, 150)) + 20)
    days = _growing_gaps(rng, start, end, float(rng.uniform(14, 32)), float(rng.uniform(5, 14)))
    if not len(days):
        return
    for _ in range(int(rng.poisson(len(days) / 25))):
        away = rng.uniform(start, end)
        days = days[(days < away) | (days > away + rng.uniform(9, 24))]
    progress = (days - start) / max(end - start, 1)
    usd = typical(rng, len(days), 52 * payer.means, 0.55) * (1 + 1.6 * progress)
    late = rng.random(len(days)) < 0.5
    for part, hours in ((late, "night"), (~late, payer.hours)):
        firm.pay(payer, partner, clock.moments(rng, days[part], hours), usd[part], LOVE)
    if rng.random() < 0.5 and end - start > 120:
        rent = clock.monthly(rng, start + 90, end, 2.0, slack=1.0, skip=0.05)
        firm.pay(payer, partner, clock.moments(rng, rent, payer.hours), np.full(len(rent), 160 * payer.means), LOVE)
    if rng.random() < 0.3:
        # Her mother is ill, his brother needs a phone: the partner's family is paid too.
        relative = firm.meet(country, family=partner.name.split()[-1], city=partner.city)
        relative.group = partner.group
        asked = clock.scattered(rng, start + 30, end, 0.4)
        firm.pay(payer, relative, clock.moments(rng, asked, "evening"), typical(rng, len(asked), 75, 0.5), LOVE)


def dates(firm: Firm, payer: Payer, circles: Circles) -> None:
    """Several acquaintances from dating sites in a row, each paid a little for data, a taxi or a birthday."""
    rng = firm.rng
    now = payer.opened + float(rng.uniform(0, 30))
    for _ in range(2 + int(rng.poisson(2.5))):
        country = weighted(rng, DATING)
        friend = _acquaintance(firm, payer, country, circles)
        days = now + np.cumsum(rng.exponential(9, int(rng.geometric(0.33))))
        firm.pay(payer, friend, clock.moments(rng, days, "night"), typical(rng, len(days), 42, 0.5), LOVE)
        now = float(days[-1]) + float(rng.exponential(25)) - 8


def deceived(firm: Firm, payer: Payer, circles: Circles) -> None:
    """Romance fraud: a first small favour, then a crisis a fortnight, each larger, until the money or trust ends."""
    rng = firm.rng
    payer.until = max(payer.until, payer.opened + 60)
    start = payer.opened + float(rng.uniform(0, 90))
    days = _growing_gaps(rng, start, min(DAYS, start + float(rng.gamma(2, 60)) + 15), 17, 6)
    usd = typical(rng, len(days), 110, 0.5) * np.exp(np.linspace(0, rng.uniform(0.8, 2.6), len(days)))
    when = clock.moments(rng, days, "evening" if rng.random() < 0.6 else payer.hours)
    stages = 1 + int(rng.random() < 0.45) + int(rng.random() < 0.2)
    for share in np.array_split(np.arange(len(days)), stages):
        if circles.mules and rng.random() < 0.45:
            mule = circles.mules[int(rng.integers(len(circles.mules)))]
        else:
            mule = firm.meet(weighted(rng, FRAUD_FROM), female=bool(rng.random() < 0.4))
            circles.mules.append(mule)
        firm.pay(payer, mule, when[share], usd[share], FRAUD, whole=0.05)


def dreamer(payer: Payer) -> float:
    """How much likelier than others a payer is to be deceived so: older people who live alone, migrants seldom."""
    return (0.15 if payer.roots else 1.0) * (2.5 if payer.age > 50 else 0.5)
