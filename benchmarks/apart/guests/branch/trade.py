"""Things and pastimes bought for cash from people abroad, and sellers who never send anything."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .days import SPAN, irregular
from .ledger import EXACT, ROUND_RECEIVED, ROUND_SENT, Ledger
from .people import Payer, People, Receiver
from .places import PAYOUT_AT


@dataclass(slots=True)
class Market:
    """Who sells: makers of goods, entertainers who are tipped by grown-up viewers, and sham advertisers."""

    makers: list[Receiver] = field(default_factory=list)
    entertainers: list[Receiver] = field(default_factory=list)
    shams: list[Receiver] = field(default_factory=list)


def _drawn(rng: np.random.Generator, sellers: list[Receiver]) -> Receiver:
    """The known ones draw most buyers: a squared uniform favours the first."""
    return sellers[int(len(sellers) * rng.random() ** 1.8)]


def open_market(people: People, senders: int) -> Market:
    """Sellers in proportion to the customers; entertainers' cousins pick up now and then, so some share a telephone."""
    rng, market = people.rng, Market()

    def somewhere(*countries: str) -> int:
        return PAYOUT_AT[countries[int(rng.integers(len(countries)))]]

    for _ in range(max(5, senders // 160)):
        place = somewhere("UA", "RO", "PH", "IN", "VN", "MA", "TH", "CO", "MX", "NP")
        market.makers.append(people.receiver(place, age=(22, 68), aliases=0.15))
    for _ in range(max(4, senders // 260)):
        star = people.receiver(somewhere("PH", "CO", "RO", "UA", "TH", "DO"), age=(19, 38), aliases=0.25)
        market.entertainers.append(star)
        if rng.random() < 0.3:
            family = star.family if rng.random() < 0.5 else None
            market.entertainers.append(people.receiver(star.place, star.city, family, (19, 60), star.phone))
    for _ in range(max(3, senders // 450)):
        market.shams.append(people.receiver(somewhere("NG", "CI", "RO", "GB", "IT", "US", "KE"), age=(18, 40)))
    return market


def collect(people: People, ledger: Ledger, market: Market, payer: Payer) -> None:
    """Stamps, fishing flies, carved boards, account upgrades for a game: a few makers, odd sums, evenings."""
    rng = people.rng
    for _ in range(int(rng.geometric(0.5))):
        maker = _drawn(rng, market.makers)
        start = int(rng.integers(0, SPAN - 30))
        days = irregular(rng, start, min(SPAN - 1, start + int(rng.lognormal(4.4, 1))), 24)
        rounding = EXACT if rng.random() < 0.4 else ROUND_SENT
        sums = rng.lognormal(np.log(55), 0.75, len(days))
        ledger.add(payer, maker, days, sums, "seller", late=max(payer.late, 0.35), rounding=rounding)


def tip(people: People, ledger: Ledger, market: Market, payer: Payer) -> None:
    """A grown-up viewer tips grown-up entertainers late at night; enthusiasm swells, moves on, and dies away."""
    rng = people.rng
    start = int(rng.integers(-120, SPAN - 20))
    for _ in range(int(rng.geometric(0.42))):
        star = _drawn(rng, market.entertainers)
        n = min(1 + int(rng.lognormal(1.1, 1.0)), 60)
        gaps = rng.exponential(float(rng.choice([5, 11, 24])), n) + 0.3
        swell = np.linspace(1, float(rng.uniform(0.7, 2.2)), n)
        sums = float(rng.lognormal(np.log(36), 0.4)) * swell * rng.lognormal(0, 0.4, n)
        days = start + np.cumsum(gaps).astype(np.int64)
        ledger.add(
            payer, star, days, sums, "seller", late=0.6, rounding=ROUND_SENT if rng.random() < 0.7 else ROUND_RECEIVED
        )
        start += int(rng.integers(0, 70))


def fall_for_sham(people: People, ledger: Ledger, market: Market, payer: Payer) -> None:
    """A console, a puppy or a room that does not exist: a deposit, then fees over some days, then silence.

    The buyers are mostly young and do not know each other; the sham collects under one name until it is worn out.
    """
    rng = people.rng
    sham = _drawn(rng, market.shams)
    start = int(rng.integers(0, SPAN - 12))
    n = int(rng.choice([1, 2, 3, 4], p=[0.5, 0.27, 0.15, 0.08]))
    days = start + np.sort(rng.integers(0, 6, n))
    sums = rng.lognormal(np.log(130), 0.5, n)
    ledger.add(payer, sham, days, sums, "seller", late=max(payer.late, 0.25), slip=0.1)
