"""Love at a distance: the true kind, whose sums grow until a flight, and the feigned kind that empties savings."""

from __future__ import annotations

import numpy as np

from . import clock, everyday, sums, words
from .accounts import Account
from .ledger import Tie
from .town import Town

_PARTNERS = ("PH", "TH", "CO", "VN", "ID", "BR", "UA", "KE", "PH", "GB", "DO")
_FEIGNED = ("NG", "GH", "MY", "CI", "GB", "PH")


def partner(town: Town, payer: Account) -> None:
    """Met in an app or on a holiday: first a treat, then rent, sums up and gaps down, kin too; then they meet."""
    rng = town.rng
    country = str(rng.choice(_PARTNERS))
    beloved = town.registry.open(country, female=not payer.female if rng.random() < 0.93 else payer.female)
    if rng.random() < 0.06:
        beloved.second = town.registry.reopen(beloved, float(rng.uniform(60, 480)), same_phone=True)
    met = float(rng.uniform(payer.opened - 120, payer.last - 20))
    count = 6 + int(rng.gamma(1.5, 14.0))
    days = clock.shrinking(rng, (met, met + rng.uniform(80, 600)), rng.uniform(10, 30), rng.uniform(3, 12), count)
    if rng.random() < 0.5 and len(days) > 6:
        # While he visits nobody needs to send anything.
        away = days[len(days) // 2]
        everyday.fly(town, payer, float(away) - 8.0)
        days = days[(days < away) | (days > away + rng.uniform(10, 35))]
    growth = np.exp(np.linspace(0.0, rng.uniform(-0.2, 1.1), len(days)))
    values = sums.spread(rng, float(rng.lognormal(np.log(62.0), 0.5)) * payer.means, 0.5, len(days)) * growth
    tie = Tie(payer, beloved, "partner_abroad", "partner_receiver", words.PARTNER, town.payout(beloved), 1.1)
    habit = "night" if rng.random() < 0.5 else "evening"
    town.ledger.enter(tie, clock.at(rng, days, habit, payer.owl), sums.said(rng, payer, beloved, values, days))
    if rng.random() < 0.35:
        kin = town.registry.open(country, family=beloved.family)
        late = clock.scattered(rng, met + 60, payer.last, 5.0)
        tie = Tie(payer, kin, "partner_abroad", "family_receiver", words.FAMILY, town.payout(kin), 1.0)
        values = sums.spread(rng, 60.0, 0.6, len(late))
        town.ledger.enter(tie, clock.at(rng, late, "evening", payer.owl), sums.said(rng, payer, kin, values, late))


def dating(town: Town, payer: Account) -> None:
    """Several acquaintances at once from an app: a treat for one, data for another, few of them twice."""
    rng = town.rng
    country = str(rng.choice(_PARTNERS[:8]))
    start = float(rng.uniform(payer.opened, payer.last))
    for _ in range(2 + int(rng.poisson(2.0))):
        friend = town.registry.open(country, female=not payer.female, named=0.3)
        count = 1 + int(rng.geometric(0.45))
        days = start + np.cumsum(rng.exponential(9.0, count))
        start += rng.exponential(25.0)
        values = sums.spread(rng, 38.0, 0.5, count)
        tie = Tie(payer, friend, "partner_abroad", "partner_receiver", words.PARTNER, town.payout(friend), 0.8)
        town.ledger.enter(tie, clock.at(rng, days, "night", payer.owl), sums.said(rng, payer, friend, values, days))


def fraud(town: Town, payer: Account) -> None:
    """An invented fiancé: growing sums with a story each, later to a 'lawyer' or 'courier' of the same crew."""
    rng = town.rng
    if not town.suitors or rng.random() < 0.45:
        town.suitors.append(town.registry.open(str(rng.choice(_FEIGNED)), female=not payer.female))
    crew = [town.suitors[int(rng.integers(len(town.suitors)))]]
    if rng.random() < 0.4:
        crew.append(town.suitors[int(rng.integers(len(town.suitors)))])
    count = 3 + int(rng.gamma(1.6, 6.0))
    met = float(rng.uniform(payer.opened, max(payer.opened + 5, payer.last - 60)))
    days = clock.shrinking(rng, (met, met + 240), 18.0, 3.0, count)
    values = (
        90.0 * payer.means * np.exp(np.linspace(0.0, rng.uniform(1.0, 2.6), len(days)) + rng.normal(0, 0.35, len(days)))
    )
    split = len(days) if len(crew) == 1 else int(len(days) * rng.uniform(0.4, 0.8))
    for receiver, part in zip(crew, (slice(0, split), slice(split, None)), strict=False):
        tie = Tie(
            payer,
            receiver,
            "romance_fraud_victim",
            "romance_fraud_receiver",
            words.HARD_LUCK,
            town.payout(receiver),
            0.8,
        )
        tie.trouble = 0.03
        when = clock.at(rng, days[part], "day" if payer.age > 60 else "evening", payer.owl)
        town.ledger.enter(tie, when, sums.said_here(payer, values[part]))
