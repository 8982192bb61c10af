"""Extorted children and young adults: a demand, what the wallet holds, a few hours of payments, and then nothing.

At home a boy pays from his own basic wallet, or hands cash to the agent, whose till then appears as payer. Abroad
partners open ids from eighteen on, so he pays with an age he does not have, or over a parent's id, where the burst
drowns in years of support.
"""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.telco import almanac as al
from benchmarks.apart.guests.telco import dealings
from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.kinds import EXTORTION
from benchmarks.apart.guests.telco.money import Sums
from benchmarks.apart.guests.telco.places import STRANGER_COUNTRIES
from benchmarks.apart.guests.telco.rings import Ring, hand_on, recruited
from benchmarks.apart.guests.telco.setting import Setting

CEILING = 90_000.0
"""About EUR 1,500, the most that victims are reported to have paid in all, in pesos."""


def live(setting: Setting) -> None:
    """All victims, shared unevenly among rings; then the rings move the money."""
    number = setting.count(42, 6)
    rings = recruited(setting, max(2, round(number / 10)))
    strength = setting.rng.gamma(3.0, 1.0, len(rings))
    boys = [p for p in setting.homes if 13 <= p.age <= 20 and not (p.woman and setting.chance(0.9))]
    parents = [p for p in setting.migrants + setting.strangers if 37 <= p.age <= 55]
    for _ in range(number):
        ring = rings[int(setting.rng.choice(len(rings), p=strength / strength.sum()))]
        draw = setting.rng.random()
        if draw < 0.42 and boys:
            _extorted(setting, boys.pop(int(setting.rng.integers(len(boys)))), ring, borrowed=False)
        elif draw < 0.54:
            _extorted(setting, parents.pop(int(setting.rng.integers(len(parents)))), ring, borrowed=True)
        else:
            victim = setting.register.sender(STRANGER_COUNTRIES, setting.age(18, 23), woman=setting.chance(0.1))
            if setting.chance(0.35):
                dealings.buy(setting, victim)
            _extorted(setting, victim, ring, borrowed=False)
    for ring in rings:
        for _ in range(setting.rng.poisson(1.0)):
            _over_the_counter(setting, ring)
    hand_on(setting, rings)


def _extorted(setting: Setting, victim: Account, ring: Ring, *, borrowed: bool) -> None:
    """One victim: the first burst, and for one in four another some weeks later (he paid once, he will again)."""
    rng = setting.rng
    opened = ring.collectors[0].opens
    day = int(np.clip(setting.age(opened, max(ring.collectors[-1].closes, opened + 1)), 0, al.DAYS - 6))
    at_home = victim.country == "PH"
    demand = float(setting.around(1100 if at_home else 7200, 0.5, 1)[0])
    paid = _burst(setting, victim, ring, day, demand, borrowed=borrowed)
    if rng.random() < 0.27:
        again = day + setting.age(8, 60)
        if again < al.DAYS - 4 and paid < CEILING * 0.7:
            _burst(setting, victim, ring, again, demand * float(rng.uniform(0.5, 1.2)), borrowed=borrowed)


def _burst(setting: Setting, victim: Account, ring: Ring, day: int, demand: float, *, borrowed: bool) -> float:
    """Payments over hours or two days: first what was demanded or half of it, then whatever can be found.

    Returns pesos paid.
    """
    rng = setting.rng
    count = int(min(rng.geometric(0.36), 7))
    sums: Sums = demand * setting.around(0.75, 0.4, count)
    sums[0] = demand if setting.chance(0.6) else demand / 2
    sums *= min(1.0, CEILING * 0.7 / float(sums.sum()))
    begin = setting.at(victim, np.full(1, day), "after_school" if victim.country == "PH" else "night")[0]
    gaps = rng.exponential(np.where(rng.random(count) < 0.65, 0.7, 14.0))
    gaps[0] = 0.0
    when = begin + (np.cumsum(gaps) * al.HOUR).astype(np.int64)
    half = count if setting.chance(0.4) else (count + 1) // 2
    ring.collect(setting, victim, when[:half], sums[:half], day, emptied=False, imitates=borrowed)
    if half < count:  # now the balance to the last coin
        ring.collect(setting, victim, when[half:], sums[half:], day, emptied=True, imitates=borrowed)
    return float(sums.sum())


def _over_the_counter(setting: Setting, ring: Ring) -> None:
    """A boy without a wallet hands over cash: the payments stand under the agent's id, who knows nothing."""
    collector = ring.collectors[int(setting.rng.integers(len(ring.collectors)))]
    day = int(np.clip(setting.age(collector.opens, collector.closes), 0, al.DAYS - 3))
    agent = setting.venue("agent")
    count = int(min(setting.rng.geometric(0.5), 4))
    when = np.sort(setting.at(agent, np.full(count, day), "after_school"))
    pesos = setting.around(900, 0.5, count)
    collector.received.append((when, pesos))
    counter = EXTORTION._replace(payer="ordinary")
    setting.ledger.pay(agent, collector.wallet, when, pesos, counter, "cash_in", product="CASHIN", group=ring.name)
