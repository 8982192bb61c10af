"""Receiving side of live-streamed abuse: households of one neighbourhood that learn from each other whom to ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.bureau.places import COUNTRIES
from benchmarks.apart.guests.bureau.stage import Stage

_PLACES: Final = ("PH", "TH", "CO", "RO", "KE", "DO", "ID")
_WEIGHTS: Final = np.array([0.66, 0.07, 0.08, 0.06, 0.05, 0.04, 0.04])


@dataclass(slots=True)
class Household:
    """One household, the accounts its money comes to, and how well it is known among payers."""

    country: str
    neighbourhood: str
    accounts: list[int]
    """In the order in which they are named to payers: the mother's, then an aunt's, then a neighbour's."""
    pull: float
    moves: float
    """Chance that at any payment the account named is another than the first."""
    next_door: list[int] = field(default_factory=list)
    """Places in the list of households that can be recommended."""


def households(stage: Stage, rng: np.random.Generator, payers: int) -> list[Household]:
    """Make fewer households than payers: one country sees only its own share of those who pay them."""
    wanted = max(3, round(payers * 0.72))
    kept: dict[str, list[int]] = {}
    collecting: dict[str, list[int]] = {}
    for entry in stage.orders:
        country = stage.receivers[entry.receiver].country
        if entry.kind.receiver == "family_receiver":
            kept.setdefault(country, []).append(entry.receiver)
        if entry.kind.receiver == "collector":
            collecting.setdefault(country, []).append(entry.receiver)
    found: list[Household] = []
    while len(found) < wanted:
        country = _PLACES[int(rng.choice(len(_PLACES), p=_WEIGHTS))]
        city = COUNTRIES[country].cities[int(rng.integers(len(COUNTRIES[country].cities)))]
        doors = int(rng.choice([1, 2, 3, 4], p=[0.45, 0.3, 0.15, 0.1]))
        ring = f"neighbourhood-{len(found)}"
        places = list(range(len(found), len(found) + doors))
        for place in places:
            accounts = _accounts(
                stage, rng, country, city, kept=kept.get(country, []), collecting=collecting.get(country, [])
            )
            others = [other for other in places if other != place]
            pull = float(np.exp(rng.normal(0, 0.9)))
            found.append(Household(country, ring, accounts, pull, float(rng.uniform(0.05, 0.45)), others))
            stage.groups.update({("beneficiary", account): ring for account in accounts})
    return found


def _accounts(
    stage: Stage, rng: np.random.Generator, country: str, city: str, *, kept: list[int], collecting: list[int]
) -> list[int]:
    """Name the accounts of one household; some also take honest money from a relative who works abroad."""
    accounts: list[int] = []
    for turn in range(int(rng.choice([1, 2, 3, 4], p=[0.35, 0.35, 0.2, 0.1]))):
        draw = rng.random()
        if turn == 0 and kept and draw < 0.3:
            account = kept[int(rng.integers(len(kept)))]
            stage.quiet.add(("beneficiary", account))
        elif turn > 0 and collecting and draw < 0.2:
            # The shop next door takes the money out for a fee and does not ask.
            account = collecting[int(rng.integers(len(collecting)))]
            stage.quiet.add(("beneficiary", account))
        else:
            family = stage.receivers[accounts[0]].name.split()[-1] if accounts and rng.random() < 0.55 else None
            account = stage.private(rng, country, family=family, city=city, male=0.25, age=(17, 58))
        if account not in accounts:
            accounts.append(account)
    return accounts
