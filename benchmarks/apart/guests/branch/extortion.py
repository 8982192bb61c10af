"""Financial sexual extortion: young people who pay in panic, and the crews who collect.

The threat comes at night; the counter opens in the morning. The operator takes cash against a document: at sixteen that
is enough in some countries, a younger boy asks a brother or friend of age, and sometimes a parent goes and pays. So the
account holder is a little older than the child. Crews tell each victim which name to write and change it between
demands; some names are lent by those who collect for romance fraud.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .days import SPAN
from .ledger import EXACT, ROUND_SENT, Ledger
from .people import YEAR, Payer, People, Receiver
from .places import PAYOUT_AT, SENDING

_CREWS = ("NG", "CI", "NG", "PH", "CI", "NG", "GH", "PH")
_MULES = {"GB": "GB", "US": "US", "AU": "AU", "IT": "IT"}
FIRST_USD = 270.0
MOST_USD = 1_600.0


@dataclass(slots=True)
class Crew:
    """Those who collect for one group of extorters: names at home and mules in the victims' countries."""

    pullers: list[Receiver]
    mules: dict[str, Receiver]
    group: int


def gather(people: People, ledger: Ledger, victims: int, lent: list[Receiver]) -> list[Crew]:
    """About one crew for seven victims, each with several names; two names in a crew often share a telephone."""
    rng, crews = people.rng, []
    for number in range(max(2, round(victims / 7))):
        place = PAYOUT_AT[_CREWS[number % len(_CREWS)]]
        first = people.receiver(place, age=(18, 34), aliases=0.3)
        pullers = [first]
        for _ in range(int(rng.integers(1, 5))):
            shared = first.phone if rng.random() < 0.4 else None
            pullers.append(
                people.receiver(place, first.city if rng.random() < 0.6 else None, None, (18, 40), shared, aliases=0.3)
            )
        if rng.random() < 0.4:
            pullers.append(lent[int(rng.integers(len(lent)))])
        mules = {
            country: people.receiver(PAYOUT_AT[payout], age=(17, 30))
            for country, payout in _MULES.items()
            if rng.random() < 0.35
        }
        crews.append(Crew(pullers, mules, ledger.group(f"crew-{number}")))
    return crews


def victim(people: People, ledger: Ledger) -> Payer:
    """Whose document is shown: the boy's own where the counter allows it, an older friend's, or a parent's."""
    rng, town = people.rng, people.pick_town()
    youngest = SENDING[town.country].youngest
    kind = rng.random()
    if kind < 0.45:
        age = int(rng.integers(youngest, youngest + 3))
    elif kind < 0.85:
        age = int(rng.integers(18, 26))
    else:
        age = int(rng.integers(38, 56))
    payer = people.payer(YEAR - age, town=town)
    payer.wealth *= 0.7 if age < 26 else 1.1
    if age > 30:
        ledger.imitators.add(("originator", payer.index))
    return payer


def _burst(people: People, ledger: Ledger, payer: Payer, crew: Crew, start: int) -> None:
    """Demand after demand until the money is gone: what is asked goes up, what can be paid goes down."""
    rng = people.rng
    n = int(rng.choice([1, 2, 3, 4, 5, 7], p=[0.2, 0.2, 0.2, 0.17, 0.13, 0.1]))
    days = start + np.sort(np.minimum(rng.exponential(1.8, n).astype(np.int64), 10))
    days[0] = start
    demand = float(np.clip(rng.lognormal(np.log(105), 0.5), 25, 260))
    sums = demand * payer.wealth**0.5 * rng.lognormal(0, 0.35, n)
    sums[0] = min(sums[0], FIRST_USD)
    sums *= np.linspace(1, float(rng.uniform(0.5, 1.9)), n)
    sums = sums * min(1.0, MOST_USD / float(sums.sum()))
    mule = crew.mules.get(payer.town.country)
    pullers = crew.pullers if mule is None or rng.random() < 0.4 else [mule]
    changes = rng.random() < 0.55
    rounding = ROUND_SENT if rng.random() < 0.8 else EXACT
    puller = pullers[int(rng.integers(len(pullers)))]
    for when, usd in zip(days, sums, strict=True):
        if changes:
            puller = pullers[int(rng.integers(len(pullers)))]
        ledger.add(
            payer,
            puller,
            np.array([when]),
            float(usd),
            "extortion_collection",
            late=0.4,
            rounding=rounding,
            group=crew.group,
            slip=0.12,
        )


def run(people: People, ledger: Ledger, crews: list[Crew], victims: list[Payer]) -> None:
    """Crews work in waves: some weeks five victims, then none; a payer who paid may be found again."""
    rng = people.rng
    waves = {crew.group: rng.integers(0, SPAN - 40, 3) for crew in crews}
    for payer in victims:
        crew = crews[int(len(crews) * rng.random() ** 1.3)]
        wave = int(waves[crew.group][int(rng.integers(3))])
        start = wave + int(rng.integers(0, 25)) if rng.random() < 0.6 else int(rng.integers(0, SPAN - 15))
        _burst(people, ledger, payer, crew, start)
        if rng.random() < 0.27:
            other = crew if rng.random() < 0.6 else crews[int(rng.integers(len(crews)))]
            _burst(people, ledger, payer, other, min(SPAN - 3, start + int(rng.integers(12, 70))))
