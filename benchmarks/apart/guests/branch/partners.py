"""Partners abroad, met on holiday, at work or online: sums grow as the bond does, and the partner's kin collect too."""

from __future__ import annotations

import numpy as np

from .days import SPAN, irregular, near, paydays, terms
from .ledger import ROUND_RECEIVED, ROUND_SENT, Ledger
from .people import Payer, People
from .places import PAYOUT_AT, PAYOUTS

_HOMES = ("PH", "TH", "CO", "UA", "DO", "RO", "GH", "KE", "VN", "MA", "MX", "JM")
_SHARES = np.cumsum([30, 16, 12, 10, 7, 7, 4, 4, 4, 2, 2, 2])


def _courtship(people: People, ledger: Ledger, payer: Payer, start: int, end: int) -> None:
    """One bond: small gifts at irregular hours first, then an allowance on payday, then the household's needs."""
    rng = ledger.rng
    place = PAYOUT_AT[_HOMES[int(np.searchsorted(_SHARES, rng.random() * _SHARES[-1], side="right"))]]
    partner = people.receiver(place, age=(20, 50))
    group = ledger.group(f"couple-{partner.index}")
    length = max(end - start, 20)
    base = float(rng.lognormal(np.log(60), 0.5))
    days = irregular(rng, start, end, float(rng.choice([7, 14, 25, 45])))
    grown = 1 + 1.6 * (days - start) / length * float(rng.random() < 0.6)
    rounding = ROUND_RECEIVED if rng.random() < 0.3 else ROUND_SENT
    sums = base * grown * rng.lognormal(0, 0.4, len(days))
    ledger.add(
        payer, partner, days, sums, "partner_receiver", late=max(payer.late, 0.4), rounding=rounding, group=group
    )
    if rng.random() < 0.6:
        pay = paydays(rng, payer, start + length // 4, end, 0.8)
        allowance = base * 3 * rng.lognormal(0, 0.1, len(pay))
        ledger.add(payer, partner, pay, allowance, "partner_receiver", rounding=rounding, group=group)
    for _ in range(int(rng.poisson(0.55))):
        # No document, or the pick-up is far: a mother, sister or cousin goes instead.
        kin = people.receiver(
            place,
            partner.city,
            partner.family if rng.random() < 0.6 else None,
            phone=partner.phone if rng.random() < 0.5 else None,
        )
        turns = np.concatenate([irregular(rng, start, end, 70), near(rng, terms(PAYOUTS[place].country), 12, 0.4)])
        turns = turns[(turns >= start) & (turns <= end)]
        sums = base * rng.lognormal(0.1, 0.6, len(turns))
        ledger.add(
            payer, kin, turns, sums, "partner_receiver", late=max(payer.late, 0.3), rounding=ROUND_RECEIVED, group=group
        )


def pair(people: People, ledger: Ledger, payer: Payer) -> None:
    """Give a payer one partner, or one after another, or two who do not know of each other."""
    rng = ledger.rng
    start = 0 if rng.random() < 0.4 else int(rng.integers(0, SPAN - 60))
    bonds = 1 + int(rng.random() < 0.2) + int(rng.random() < 0.07)
    for _ in range(bonds):
        length = int(rng.lognormal(np.log(220), 0.8))
        _courtship(people, ledger, payer, start, min(SPAN - 1, start + max(length, 25)))
        start = min(SPAN - 40, start + int(length * rng.uniform(0.1, 1.2)))
