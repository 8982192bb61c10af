"""Payers and receivers, and how a receiver comes by a payer.

The desk sees money arrive, so the world starts from receivers: each finds its payers among people already known to
some remitter or among new ones. Lives with several kinds of payments come out of that reuse.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.desk.names import first_name, surname
from benchmarks.apart.guests.desk.places import HOME_ZONE, HOMELAND, LANDS, TOWNS, Land
from benchmarks.apart.guests.desk.sources import CIRIPIT, PHONE_WALLETS, REMITTERS

WORKER: Final = "worker"
STRANGER: Final = "stranger"
LOCAL: Final = "local"
HABITS: Final = ("tens", "fives", "ones", "payout", "exact")


@dataclass(slots=True)
class Payer:
    """A person who pays; `routes` are the sources where the person already has an account, the favourite first."""

    index: int
    origin: str
    land: Land
    city: str
    timezone: str
    first: str
    last: str
    born: int
    payday: int
    weekly: bool
    shifts: bool
    evening: float
    means: float
    loyalty: float
    habit: str
    routes: list[int]


@dataclass(slots=True)
class Receiver:
    """A person or small business in Romania; `accepts` are the sources that it can be paid through."""

    index: int
    first: str
    last: str
    born: int
    town: str
    accepts: tuple[int, ...]
    renewed: float
    """Day on which a new identity card changes the number that remitters report; past the year for most."""


@dataclass(slots=True)
class Crowd:
    """Everybody: recruits payers until the number asked for is reached, then only reuses."""

    rng: np.random.Generator
    abroad: int
    at_home: int
    payers: list[Payer] = field(default_factory=list)
    receivers: list[Receiver] = field(default_factory=list)
    _by_origin: dict[str, list[Payer]] = field(default_factory=lambda: {WORKER: [], STRANGER: [], LOCAL: []})

    def full(self, origin: str) -> bool:
        """Whether no more people of this origin are to be born."""
        if origin == LOCAL:
            return len(self._by_origin[LOCAL]) >= self.at_home
        return len(self._by_origin[WORKER]) + len(self._by_origin[STRANGER]) >= self.abroad

    def those(self, origin: str) -> list[Payer]:
        """All payers of an origin, oldest acquaintance first."""
        return self._by_origin[origin]

    def recruit(self, origin: str, ages: tuple[int, int], man: float, last: str | None = None) -> Payer:
        """A new payer: a worker or a stranger abroad, or a local with a wallet."""
        rng = self.rng
        land = HOMELAND if origin == LOCAL else LANDS[int(np.searchsorted(_CUMULATED[origin], rng.random()))]
        tongue = land.tongue if origin == STRANGER else "romanian"
        town = (TOWNS[int(rng.integers(len(TOWNS)))], HOME_ZONE)
        city, zone = land.cities[int(rng.integers(len(land.cities)))] if land.cities else town
        payer = Payer(
            index=len(self.payers),
            origin=origin,
            land=land,
            city=city,
            timezone=zone,
            first=first_name(rng, tongue, bool(rng.random() < man)),
            last=last or surname(rng, tongue),
            born=2025 - int(rng.integers(ages[0], ages[1] + 1)),
            payday=int(rng.choice(np.array([1, 5, 10, 15, 25, 27, 28]))),
            weekly=bool(rng.random() < (0.45 if land.code in {"GB", "IE", "US", "AU", "CA"} else 0.06)),
            shifts=bool(rng.random() < 0.12),
            evening=float(np.clip(rng.normal(21.2, 1.6), 17, 25.5)),
            means=float(rng.lognormal(0, 0.45)),
            loyalty=float(rng.beta(5, 1)),
            habit=str(rng.choice(np.array(HABITS), p=np.array([0.34, 0.2, 0.16, 0.18, 0.12]))),
            routes=[],
        )
        self.payers.append(payer)
        self._by_origin[origin].append(payer)
        return payer

    def find(self, origin: str, ages: tuple[int, int], man: float = 0.5, new: float = 0.5) -> Payer:
        """Somebody of the origin and about the age: a new person with probability `new`, else one already known."""
        known = self._by_origin[origin]
        if not known or (not self.full(origin) and self.rng.random() < new):
            return self.recruit(origin, ages, man)
        for _ in range(25):
            payer = known[int(self.rng.integers(len(known)))]
            if ages[0] <= 2025 - payer.born <= ages[1]:
                return payer
        return self.recruit(origin, ages, man) if not self.full(origin) else payer

    def house(self, accepts: tuple[int, ...], ages: tuple[int, int], woman: float = 0.6, **known: str) -> Receiver:
        """A new receiver; `last` and `town` may be given to make relatives and neighbours."""
        rng = self.rng
        receiver = Receiver(
            index=len(self.receivers),
            first=first_name(rng, "romanian", bool(rng.random() >= woman)),
            last=known.get("last") or surname(rng, "romanian"),
            born=2025 - int(rng.integers(ages[0], ages[1] + 1)),
            town=known.get("town") or TOWNS[int(len(TOWNS) * rng.random() ** 1.3)],
            accepts=accepts,
            renewed=float(rng.uniform(20, 345)) if rng.random() < 0.03 else 1e9,
        )
        self.receivers.append(receiver)
        return receiver

    def route(self, payer: Payer, receiver: Receiver, n: int) -> list[int]:
        """The source of each of `n` payments: one that both sides have; a payer with none opens an account.

        Wallets serve only people at home. People keep to what they know; the less loyal follow a fee now and then.
        """
        serves = (CIRIPIT, *PHONE_WALLETS) if payer.origin == LOCAL else REMITTERS
        accepts = [source for source in receiver.accepts if source in serves] or list(receiver.accepts)
        both = [source for source in payer.routes if source in accepts]
        if not both or (len(both) < len(accepts) and self.rng.random() > 0.6 + 0.4 * payer.loyalty):
            fresh = [source for source in accepts if source not in payer.routes]
            opened = fresh[int(len(fresh) * self.rng.random() ** 1.5)]
            payer.routes.append(opened)
            both.append(opened)
        other = self.rng.random(n) > payer.loyalty
        picks = np.where(other, self.rng.integers(0, len(both), n), 0)
        return [both[int(pick)] for pick in picks]


def _cumulated(weights: list[float]) -> npt.NDArray[np.float64]:
    total = np.cumsum(np.array(weights, dtype=np.float64))
    return np.asarray(total / total[-1], dtype=np.float64)


_CUMULATED: Final = {
    WORKER: _cumulated([land.workers for land in LANDS]),
    STRANGER: _cumulated([land.strangers for land in LANDS]),
}
