"""Work across borders: assistants and designers paid by the week or the piece, tutors by the lesson."""

from __future__ import annotations

import numpy as np

from . import clock, sums, words
from .accounts import Account
from .ledger import Tie
from .town import Town

_DESKS = ("PH", "IN", "UA", "PH", "KE", "LK", "BR", "RO")


def employer(town: Town, payer: Account) -> None:
    """A small firm on a private account: one to four freelancers, shared with other firms by word of mouth."""
    rng = town.rng
    pool = town.neighbours.setdefault("freelancers", [])
    for _ in range(1 + int(rng.poisson(0.9))):
        if not pool or rng.random() < 0.6:
            pool.append(town.registry.open(str(rng.choice(_DESKS)), named=0.6))
        hand = pool[int(rng.integers(len(pool)))]
        start = float(rng.uniform(payer.opened - 60, payer.last - 20))
        until = start + float(rng.gamma(1.5, 140.0))
        if rng.random() < 0.55:
            days = clock.recurring(rng, start, until, float(rng.choice([7.0, 14.0, 30.4])), wobble=0.8, kept=0.93)
            values = sums.spread(rng, float(rng.lognormal(np.log(170.0), 0.6)), 0.12, len(days))
        else:
            days = clock.scattered(rng, start, until, 16.0)
            values = sums.spread(rng, 95.0, 0.7, len(days))
        tie = Tie(payer, hand, "freelancer_employer", "freelancer", words.WORK, town.payout(hand), 1.5)
        # Some pay from the desk, some at night when the shop is shut and she is at her own desk.
        habit = "office" if rng.random() < 0.6 else "evening"
        town.ledger.enter(tie, clock.at(rng, days, habit, payer.owl), sums.said(rng, payer, hand, values, days))


def lessons(town: Town, payer: Account) -> None:
    """A tutor abroad, by the lesson or in packs: the same evening each week in term, the same small price."""
    rng = town.rng
    stall = town.stall("tutor")
    start = float(rng.uniform(payer.opened, payer.last))
    days = clock.recurring(rng, start, start + rng.uniform(30, 300), 7.0, wobble=0.4, kept=0.85)
    if rng.random() < 0.3:
        days = days[::4]
    values = np.full(len(days), stall.median * (4.0 if len(days) < 6 else 1.0))
    tie = Tie(payer, stall.account, "freelancer_employer", stall.kind, words.LESSON, town.payout(stall.account), 1.0)
    town.ledger.enter(
        tie, clock.at(rng, days, "evening", payer.owl), sums.said(rng, payer, stall.account, values, days)
    )
