"""Account holders: who they are, where they live, when they joined. Families and circles refer to them by index."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.card.places import COUNTRIES, INDEX, ORIGINS, RICH, ZONES

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

DAYS = 1096
"""Three years from 2022-07-01."""

FIRST_YEAR = 2022
_ZONE_INDEX = {zone: index for index, zone in enumerate(ZONES)}


def _none() -> Ints:
    return np.zeros(0, dtype=np.int64)


def _nothing() -> Floats:
    return np.zeros(0)


@dataclass(slots=True)
class People:
    """A growing register; one position in every array is one person or small business."""

    country: Ints = field(default_factory=_none)
    origin: Ints = field(default_factory=_none)
    zone: Ints = field(default_factory=_none)
    birth: Ints = field(default_factory=_none)
    surname: Ints = field(default_factory=_none)
    hearth: Ints = field(default_factory=_none)
    offset: Floats = field(default_factory=_nothing)
    joined: Floats = field(default_factory=_nothing)
    means: Floats = field(default_factory=_nothing)
    churn: Floats = field(default_factory=_nothing)
    lull: Floats = field(default_factory=_nothing)
    owl: Floats = field(default_factory=_nothing)
    title: dict[int, str] = field(default_factory=dict)
    ring: dict[int, str] = field(default_factory=dict)
    disguised: set[int] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.country)

    def age(self) -> Ints:
        """Age in the middle of the three years, by the true year of birth."""
        return FIRST_YEAR + 1 - self.birth

    def add(self, rng: np.random.Generator, country: Ints, origin: Ints | None = None) -> Ints:
        """Register people living in `country`; returns their indices.

        Half had an account before the horizon begins, the others join while it runs. `churn` is the chance of each
        that an account is closed and opened anew, `lull` the days that usually lie between.
        """
        n, first = len(country), len(self)
        origin = country if origin is None else origin
        zone, offset = np.zeros(n, dtype=np.int64), np.zeros(n)
        for index, place in enumerate(COUNTRIES):
            here = np.flatnonzero(country == index)
            pick = rng.choice(len(place.zones), len(here), p=[share for _, _, share in place.zones])
            zone[here] = [_ZONE_INDEX[place.zones[k][0]] for k in pick]
            offset[here] = [place.zones[k][1] for k in pick]
        age = np.where(rng.random(n) < 0.09, rng.integers(13, 18, n), 18 + np.floor(rng.gamma(2.4, 9.5, n)))
        wealth = np.array([place.wealth for place in COUNTRIES])[country]
        self.country = np.concatenate([self.country, country])
        self.origin = np.concatenate([self.origin, origin])
        self.zone = np.concatenate([self.zone, zone])
        self.birth = np.concatenate([self.birth, FIRST_YEAR + 1 - np.minimum(age, 88).astype(np.int64)])
        self.surname = np.concatenate([self.surname, rng.integers(0, 10_000, n)])
        self.hearth = np.concatenate([self.hearth, np.arange(first, first + n)])
        self.offset = np.concatenate([self.offset, offset])
        joined = np.where(rng.random(n) < 0.55, -1.0, rng.uniform(0, DAYS * 0.8, n))
        self.joined = np.concatenate([self.joined, joined])
        self.means = np.concatenate([self.means, wealth * rng.lognormal(0, 0.45, n)])
        self.churn = np.concatenate([self.churn, np.full(n, 0.045)])
        self.lull = np.concatenate([self.lull, rng.lognormal(2.6, 0.8, n)])
        owl = np.where(rng.random(n) < 0.14, rng.uniform(2.5, 5.0, n), rng.normal(0, 0.8, n))
        self.owl = np.concatenate([self.owl, owl])
        return np.arange(first, first + n)

    def select(self, countries: tuple[int, ...] | None = None, ages: tuple[int, int] = (18, 90)) -> Ints:
        """Private people who live in `countries` and whose age is in the closed range; businesses never."""
        age = self.age()
        mask = (age >= ages[0]) & (age <= ages[1])
        if countries is not None:
            mask &= np.isin(self.country, countries)
        if self.title:
            mask[list(self.title)] = False
        return np.flatnonzero(mask)

    def recruit(
        self, rng: np.random.Generator, n: int, country: int | tuple[int, ...], ages: tuple[int, int], pool: Ints
    ) -> Ints:
        """Take `n` people not yet in any ring, from `pool` first, then from the country, then newly registered."""
        places = (country,) if isinstance(country, int) else country
        fit = self.select(places, ages)
        chosen: list[int] = []
        for source in (np.intersect1d(pool, fit), fit):
            free = np.array([p for p in source if p not in self.taken], dtype=np.int64)
            chosen += rng.permutation(free)[: n - len(chosen)].tolist()
            self.taken.update(chosen)
        if len(chosen) < n:
            fresh = self.add(rng, rng.choice(places, n - len(chosen)))
            self.birth[fresh] = FIRST_YEAR + 1 - rng.integers(ages[0], ages[1] + 1, len(fresh))
            chosen += fresh.tolist()
            self.taken.update(chosen)
        return np.array(chosen, dtype=np.int64)


def populate(rng: np.random.Generator, n: int) -> People:
    """The platform's private customers; one in seven in a rich country was born in one of the poorer ones."""
    people = People()
    shares = np.array([place.share for place in COUNTRIES])
    country = rng.choice(len(COUNTRIES), n, p=shares / shares.sum())
    origin = country.copy()
    migrant = np.flatnonzero(np.isin(country, RICH) & (rng.random(n) < 0.14))
    origin[migrant] = rng.choice([INDEX[code] for code in ORIGINS], len(migrant), p=list(ORIGINS.values()))
    people.add(rng, country, origin)
    return people
