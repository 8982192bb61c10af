"""Donations to parish priests, small homes and village associations: many unrelated payers, a rush after storms."""

from __future__ import annotations

import numpy as np

from .days import SPAN, STORMS, irregular, near, paydays
from .ledger import Ledger
from .people import Payer, People, Receiver
from .places import PAYOUT_AT, PAYOUTS

_HOMES = ("PH", "KE", "IN", "NP", "GH", "UA", "RO", "JM", "BD", "CO")
_NAMES = (
    "Hope House",
    "St Brigid Mission",
    "Sunrise Feeding Fund",
    "River Village Association",
    "Open Door Clinic Fund",
)


def found(people: People, senders: int) -> list[Receiver]:
    """Small charities. Half have no account nor letterhead: their founder collects under a private name."""
    rng = people.rng
    charities = []
    for number in range(max(4, senders // 350)):
        place = PAYOUT_AT[_HOMES[number % len(_HOMES)]]
        if rng.random() < 0.5:
            charities.append(people.receiver(place, age=(30, 75), aliases=0.3))
        else:
            city = PAYOUTS[place].cities[int(rng.integers(len(PAYOUTS[place].cities)))]
            charities.append(people.business(place, f"{_NAMES[int(rng.integers(len(_NAMES)))]} {city}", city))
    return charities


def give(people: People, ledger: Ledger, charities: list[Receiver], payer: Payer) -> None:
    """Sponsors give each month, others when moved: at Christmas or when the storm was on the news."""
    rng = people.rng
    own = [charity for charity in charities if charity.place == payer.origin] if payer.origin >= 0 else []
    pool = own or charities
    charity = pool[int(len(pool) * rng.random() ** 1.5)]
    base = float(rng.lognormal(np.log(42), 0.55))
    if rng.random() < 0.45:
        start = 0 if rng.random() < 0.6 else int(rng.integers(0, SPAN - 60))
        days = paydays(rng, payer, start, SPAN - 1, 0.8)
        ledger.add(payer, charity, days, base, "charity")
    storms = near(rng, STORMS.get(PAYOUTS[charity.place].country, ()), 12, 0.7)
    other = irregular(rng, 0, SPAN - 1, 260)
    days = np.concatenate([storms, other])
    ledger.add(payer, charity, days, base * rng.lognormal(0.3, 0.5, len(days)), "charity")
