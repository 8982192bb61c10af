"""The world of the desk: receivers appear until their payers are as many as asked for, then crime finds its place."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.desk.crews import run_crews
from benchmarks.apart.guests.desk.friends import run_households
from benchmarks.apart.guests.desk.households import dancer, family, godparent, partner, romance, student
from benchmarks.apart.guests.desk.ledger import Ledger
from benchmarks.apart.guests.desk.people import STRANGER, Crowd, Payer
from benchmarks.apart.guests.desk.trades import TRADES, open_trade
from benchmarks.apart.guests.desk.wallets import run_wallets

AT_HOME = 0.16
"""Share of the payers who only use a wallet at home."""
HOMES = {"family": 190.0, "student": 15.0, "godparent": 5.0, "partner": 20.0, "dancer": 7.0, "romance": 1.0}
"""How often each kind of home appears, on the scale of the trades' weights."""


def live(rng: np.random.Generator, senders: int) -> Ledger:
    """One year of payments, by about `senders` payers."""
    at_home = round(senders * AT_HOME)
    crowd = Crowd(rng, abroad=senders - at_home, at_home=at_home)
    ledger = Ledger(crowd)
    admirers: list[Payer] = []
    plain = {"family": family, "student": student, "godparent": godparent, "partner": partner, "romance": romance}
    names = [*HOMES, *TRADES]
    weights = np.array([*HOMES.values(), *(trade.weight for trade in TRADES.values())])
    while not crowd.full(STRANGER):
        for pick in rng.choice(len(names), 16, p=weights / weights.sum()):
            name = names[int(pick)]
            if name in plain:
                plain[name](ledger)
            elif name == "dancer":
                dancer(ledger, admirers)
            else:
                open_trade(ledger, TRADES[name])
    run_wallets(ledger, max(2, round(senders / 1200)))
    run_households(ledger, max(4, round(senders * 40 / 14000)))
    run_crews(ledger, max(4, round(senders * 42 / 14000)))
    return ledger
