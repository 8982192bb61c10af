"""Receivers with many unrelated payers by trade: shops, performers, tutors, guesthouses, churches, rescuers, carriers.

One engine: a trade comes by its payers (`spread`), each stays for a while, buys in a rhythm and at a price of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from benchmarks.apart.guests.desk import clock
from benchmarks.apart.guests.desk.clock import DAYS, Floats
from benchmarks.apart.guests.desk.ledger import Ledger
from benchmarks.apart.guests.desk.people import STRANGER, WORKER, Payer
from benchmarks.apart.guests.desk.sources import (
    APLAUZ,
    APPS,
    BALCAN,
    BANKED,
    CIRIPIT,
    FIRUL,
    GIRO,
    PLAZA,
    ROUNDEL,
    VAMA,
    YOUNG,
)


@dataclass(frozen=True, slots=True)
class Trade:
    """How one kind of receiver lives from its payers.

    `payers`: median and log-spread of how many; `strangers`: share with no tie to Romania; `stay`: median days a payer
    remains (log-spread 1); `gap`: mean days between payments; `price`: median dollars and log-spread between payers;
    `wobble`: log-spread within one payer; `fixed`: a price list instead of free sums; `growth`: how much sums rise over
    a long stay; `season`: centre and width in days when payers come, if any.
    """

    kind: str
    weight: float
    accepts: tuple[int, ...]
    payers: tuple[float, float]
    strangers: float
    ages: tuple[int, int]
    owner: tuple[int, int]
    spread: Literal["steady", "viral", "mouth"]
    stay: float
    gap: float
    price: tuple[float, float]
    hours: Literal["errand", "leisure", "home"]
    words: tuple[str, ...] = ()
    wobble: float = 0.2
    fixed: bool = False
    growth: float = 0.0
    man: float = 0.5
    new: float = 0.4
    season: tuple[float, float] | None = None


YOUNG_WORDS: Final = ("skin", "coins", "gift", "game", "for bro", "shoes", "please", "thanks", "", "")
TRADES: Final = {
    "parts and records": Trade("purchase", 11, (PLAZA, FIRUL, ROUNDEL), (22, 0.8), 0.8, (23, 70), (25, 60), "steady",
        8, 18, (38, 0.7), "leisure", ("order", "invoice", "parts", "lot 3", "LP", "postage"), 0.5, man=0.75),
    "game traders": Trade("purchase", 5, YOUNG, (26, 0.8), 0.9, (13, 34), (17, 29), "mouth",
        6, 3.5, (21, 0.7), "home", YOUNG_WORDS, 0.5, man=0.88, new=0.6),
    "performers": Trade("purchase", 7, (APLAUZ, PLAZA, CIRIPIT), (18, 0.9), 0.95, (22, 70), (20, 38), "steady",
        16, 7, (24, 0.7), "home", ("tip", "gift", "thank you", "birthday", ""), 0.55, growth=0.8, man=0.94, new=0.35),
    "music and crafts": Trade("purchase", 4, (APLAUZ, PLAZA), (30, 0.8), 0.7, (20, 72), (22, 60), "viral",
        60, 30, (7, 0.5), "leisure", ("monthly", "support", ""), 0.1, fixed=True),
    "tutors": Trade("work", 7, (APLAUZ, PLAZA, FIRUL), (9, 0.6), 0.75, (24, 62), (21, 55), "mouth",
        80, 8, (19, 0.35), "errand", ("lesson", "5 lessons", "invoice", "Romanian course", "maths"), 0.1, fixed=True),
    "remote work": Trade("work", 14, (FIRUL, VAMA, ROUNDEL, PLAZA), (2.6, 0.6), 0.9, (26, 64), (20, 50), "steady",
        130, 17, (190, 0.8), "errand", ("invoice", "design", "translation", "milestone 2", "fees", ""), 0.35, man=0.7),
    "guesthouses": Trade("bill", 5, (VAMA, FIRUL, CIRIPIT, PLAZA), (24, 0.6), 0.55, (24, 74), (30, 66), "steady",
        5, 9, (95, 0.5), "leisure", ("accommodation", "deposit", "2 nights", "room 4"), 0.4, season=(205, 48)),
    "dentists": Trade("bill", 2.5, BANKED, (22, 0.6), 0.4, (28, 74), (32, 62), "mouth",
        20, 12, (260, 0.7), "errand", ("treatment", "medical bills", "invoice", "crown", ""), 0.5),
    "carriers": Trade("bill", 4, (GIRO, CIRIPIT, VAMA), (34, 0.6), 0.03, (21, 62), (28, 58), "mouth",
        150, 30, (24, 0.4), "leisure", ("colet", "transport", "bagaj", "2 pers"), 0.4, new=0.25),
    "chapels": Trade("gift", 3, (GIRO, ROUNDEL, VAMA), (30, 0.6), 0.15, (25, 72), (35, 70), "steady",
        260, 25, (34, 0.6), "errand", ("zeciuiala", "donation", "for the roof", "offering", ""), 0.25, new=0.25),
    "dog rescuers": Trade("gift", 4, (PLAZA, FIRUL, ROUNDEL), (45, 0.8), 0.95, (22, 74), (26, 60), "viral",
        40, 24, (22, 0.6), "leisure", ("donation", "for Bruno", "vet bill", "food", "adoption fee", "transport"), 0.4),
    "bettors' agents": Trade("daily", 1.6, (CIRIPIT, BALCAN, PLAZA), (18, 0.6), 0.25, (20, 52), (22, 45), "mouth",
        45, 3, (27, 0.6), "home", ("top up", "cont", "50", "", ""), 0.7, growth=0.4, man=0.85),
    "lenders": Trade("daily", 3.5, (GIRO, BALCAN, CIRIPIT), (8, 0.6), 0.02, (21, 60), (34, 66), "mouth",
        140, 15, (60, 0.5), "errand", ("rata", "imprumut", "rest", ""), 0.03, fixed=True, new=0.35),
    "landlords and odd jobs": Trade("daily", 13, (VAMA, ROUNDEL, GIRO, CIRIPIT), (2, 0.6), 0.3, (25, 74), (28, 70),
        "steady", 170, 28, (110, 0.8), "errand", ("chirie", "rent", "garden", "keys", "bills", "masina", ""), 0.2),
    "neighbours who collect": Trade("collected", 3.5, (GIRO, BALCAN, CIRIPIT), (10, 0.5), 0.0, (21, 60), (28, 62),
        "mouth", 200, 25, (130, 0.6), "errand", ("pentru mama", "bani", "for Ilie", "", ""), 0.3, new=0.55),
    "old acquaintances": Trade("daily", 9, (*APPS, GIRO), (2, 0.5), 0.6, (20, 74), (20, 72), "steady",
        60, 40, (55, 0.9), "leisure", ("thanks", "share", "tickets", "birthday", "dinner", ""), 0.5),
}  # fmt: skip


def arrivals(rng: np.random.Generator, trade: Trade, n: int) -> Floats:
    """The days on which `n` payers first come; some came before the year began.

    steady: any day; viral: after posts that many see; mouth: each payer may bring the next, faster and faster.
    """
    if trade.season:
        return rng.normal(trade.season[0], trade.season[1], n)
    earlier = -min(trade.stay, 300.0)
    if trade.spread == "viral":
        posts = rng.uniform(earlier, DAYS - 10, 1 + n // 12)
        return rng.choice(posts, n) + rng.exponential(5.0, n)
    if trade.spread == "mouth":
        waits = rng.exponential(1.0, n) / np.minimum(np.arange(1, n + 1), 9)
        span = rng.uniform(0.5, 1.0) * (DAYS - earlier)
        first = earlier + rng.uniform(0, DAYS - earlier - span + 1)
        return np.asarray(first + np.cumsum(waits) / waits.sum() * span * 0.98, dtype=np.float64)
    return rng.uniform(earlier, DAYS - 2, n)


def custom(rng: np.random.Generator, trade: Trade, payer: Payer, start: float) -> tuple[Floats, Floats]:
    """The days and dollars of one payer's stay with the trade; the first payment is on the first day."""
    end = min(start + trade.stay * float(rng.lognormal(0, 1.0)), DAYS)
    gap = trade.gap * float(rng.lognormal(0, 0.35))
    if trade.fixed:
        days = np.floor(np.arange(start, max(end, start + 1), gap)) + rng.integers(0, 2)
    else:
        days = np.concatenate([[np.floor(start)], clock.poisson_days(rng, start, end, gap)])
    price = trade.price[0] * float(rng.lognormal(0, trade.price[1])) * payer.means**0.5
    rise = 1 + trade.growth * np.minimum(np.arange(len(days)) / 12, 1.5)
    return days, price * rise * rng.lognormal(0, trade.wobble, len(days))


def open_trade(ledger: Ledger, trade: Trade) -> None:
    """One receiver of the trade with all its payers of the year."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    owner = crowd.house(trade.accepts, trade.owner, 0.75 if trade.man > 0.9 else 0.5)
    tariff = trade.price[0] * float(rng.lognormal(0, 0.4))
    listed = np.round(tariff * np.array([1.0, 1.5, 2.0, 4.0])) - (0.01 if rng.random() < 0.4 else 0.0)
    n = max(1, round(trade.payers[0] * float(rng.lognormal(0, trade.payers[1]))))
    met: set[int] = set()
    hours = {"errand": clock.errand, "leisure": clock.leisure, "home": clock.when_home_is_up}[trade.hours]
    for start in arrivals(rng, trade, n):
        payer = crowd.find(STRANGER if rng.random() < trade.strangers else WORKER, trade.ages, trade.man, trade.new)
        if payer.index in met:
            continue
        met.add(payer.index)
        days, sums = custom(rng, trade, payer, float(start))
        if trade.kind == "gift" and rng.random() < 0.3:
            days = clock.weekend(rng, days, 0.9)
        if trade.fixed:
            sums = np.full(len(days), rng.choice(listed, p=np.array([0.5, 0.25, 0.15, 0.1])))
        ledger.pay(payer, owner, trade.kind, hours(rng, payer, days), sums, words=trade.words, priced=trade.fixed)
