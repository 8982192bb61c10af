"""Giving and studying: monthly donors, storm appeals, sponsors of schooling, children abroad, schools and rooms."""

from __future__ import annotations

import numpy as np

from . import clock, sums, words
from .accounts import Account
from .ledger import Tie
from .town import Town


def donation(town: Town, payer: Account) -> None:
    """A small sum each month, or once after a storm because the news was bad."""
    rng = town.rng
    stall = town.stall("relief" if rng.random() < 0.65 else "orphan")
    if rng.random() < 0.45:
        days = clock.recurring(
            rng, float(rng.uniform(payer.opened, payer.last)), payer.last, 30.4, wobble=0.3, kept=0.97
        )
        values = np.full(len(days), stall.median * float(rng.choice([0.5, 1.0, 1.0, 2.0])))
    else:
        storms = (*clock.TYPHOONS.get(stall.account.country, ()), 355)
        days = clock.after(rng, storms, 5.0, 0.6)
        values = sums.spread(rng, stall.median, 0.7, len(days))
    tie = Tie(payer, stall.account, "donation", stall.kind, words.GIVING, town.payout(stall.account), 0.8)
    town.ledger.enter(tie, clock.at(rng, days, "evening", payer.owl), sums.said_here(payer, values))


def sponsor(town: Town, payer: Account) -> None:
    """Pays one family's school costs, having met them on a trip: an unrelated adult, a household, school words."""
    rng = town.rng
    home = town.registry.open(str(rng.choice(["PH", "KE", "NP", "TH", "GH"])))
    every = float(rng.choice([30.4, 30.4, 91.0]))
    days = np.concatenate(
        [
            clock.recurring(
                rng, float(rng.uniform(payer.opened, payer.last)), payer.last, every, wobble=3.0, kept=0.85
            ),
            clock.after(rng, clock.SCHOOL_STARTS, 8.0, 0.5),
        ]
    )
    values = sums.spread(rng, 58.0, 0.35, len(days))
    tie = Tie(payer, home, "donation", "family_receiver", words.COVER, town.payout(home), 1.3)
    town.ledger.enter(tie, clock.at(rng, days, "evening", payer.owl), sums.said(rng, payer, home, values, days))


def student(town: Town, payer: Account) -> None:
    """A son or daughter who studies elsewhere: allowance by the week, fees by the term, small rescues at night."""
    rng = town.rng
    place = str(rng.choice([c for c in ("AU", "NZ", "IE", "GB", "US", "SG", "MY") if c != payer.country]))
    child = town.registry.open(place, origin=payer.origin, family=payer.family if rng.random() < 0.8 else None)
    start = float(rng.uniform(payer.opened - 100, payer.last - 30))
    until = start + float(rng.uniform(60, 400))
    allowance = clock.recurring(rng, start, until, float(rng.choice([7.0, 14.0, 30.4])), wobble=0.7, kept=0.92)
    rescue = clock.scattered(rng, start, until, 12.0)
    rail = town.payout(child)
    for days, median, sigma, habit in ((allowance, 110.0, 0.1, "day"), (rescue, 42.0, 0.5, "night")):
        tie = Tie(payer, child, "student_support", "student", words.STUDENT, rail, 1.1)
        values = sums.spread(rng, median * payer.means, sigma, len(days))
        town.ledger.enter(tie, clock.at(rng, days, habit, payer.owl), sums.said_here(payer, values))


def hub(town: Town, payer: Account) -> None:
    """A school, an agent or a landlord abroad, whom many customers pay: large, dated, with a reference."""
    rng = town.rng
    stall = town.stall("school" if rng.random() < 0.5 else "room")
    start = float(rng.uniform(payer.opened, payer.last))
    days = clock.recurring(
        rng, start, start + rng.uniform(1, 330), float(rng.choice([30.4, 30.4, 91.0])), wobble=1.0, kept=0.95
    )
    values = sums.spread(rng, stall.median, 0.25, len(days))
    tie = Tie(payer, stall.account, "hub_payment", stall.kind, words.BILL, town.checkout(payer), 1.6)
    town.ledger.enter(tie, clock.at(rng, days, "day", payer.owl), sums.priced(rng, payer, values))
