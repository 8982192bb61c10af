"""The people of one country who send money abroad, and what of them decides where, when and how they pay."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

import numpy as np

from benchmarks.apart.guests.bureau.names import family_name, given_name
from benchmarks.apart.guests.bureau.places import HOME_CITIES

_CITY_WEIGHTS: Final = np.array([30, 12, 9, 8, 6, 5, 5, 4, 4, 3, 3, 3, 3, 2, 2, 1]) / 100.0
_ORIGINS: Final[dict[str, float]] = {
    "NO": 46, "PL": 11, "LT": 4, "RO": 3, "UA": 3, "PH": 8, "TH": 5, "VN": 2.5, "PK": 3, "SO": 3, "ET": 2.5,
    "KE": 1.5, "NG": 1.2, "GH": 0.8, "IN": 2.5, "CO": 1, "BR": 0.8, "TR": 0.9, "MA": 0.8,
}  # fmt: skip
_YOUTH: Final = 0.06
"""Share of natives of 14 to 20: they have their own card or app, and little reason to pay abroad but games."""


@dataclass(slots=True)
class Person:
    """One person who pays, whatever accounts he or she holds."""

    number: int
    origin: str
    given: str
    family: str
    male: bool
    born: date
    city: str
    payday: int
    owl: float
    """Minutes by which evenings run later than other people's."""
    purse: float
    """How much more or less than others this person spends."""
    hidden: bool
    """Uses an anonymising network: gamers and the cautious do so as well."""
    trips: list[tuple[int, int]] = field(default_factory=list)

    @property
    def age(self) -> int:
        """Give full years at the middle of the register."""
        return (date(2024, 10, 1) - self.born).days // 365

    @property
    def native(self) -> bool:
        """Tell whether the person has no family in another country by birth."""
        return self.origin == "NO"


def population(rng: np.random.Generator, count: int) -> list[Person]:
    """Draw the people who appear in the register at least once."""
    places = tuple(_ORIGINS)
    weights = np.array(list(_ORIGINS.values()))
    origins = rng.choice(len(places), count, p=weights / weights.sum())
    cities = rng.choice(len(HOME_CITIES), count, p=_CITY_WEIGHTS)
    paydays = rng.choice([10, 12, 15, 20, 25], count, p=[0.12, 0.25, 0.28, 0.2, 0.15])
    return [_person(rng, i, places[origins[i]], HOME_CITIES[cities[i]], int(paydays[i])) for i in range(count)]


def _person(rng: np.random.Generator, number: int, origin: str, city: str, payday: int) -> Person:
    # Marriage brings many women from Thailand and the Philippines, work brings men from the Baltic.
    male = bool(rng.random() < {"PH": 0.3, "TH": 0.15, "PL": 0.68, "LT": 0.66}.get(origin, 0.54))
    if origin == "NO" and rng.random() < _YOUTH:
        age = float(rng.uniform(14.2, 20.9))
    elif origin == "NO":
        age = float(np.clip(rng.normal(46, 16), 18, 86))
    else:
        age = float(np.clip(rng.normal(39, 11), 18, 78))
    return Person(
        number=number,
        origin=origin,
        given=given_name(rng, origin, male),
        family=family_name(rng, origin),
        male=male,
        born=date(2024, 10, 1) - timedelta(days=int(age * 365.25)),
        city=city,
        payday=payday,
        owl=_owl(rng, age),
        purse=float(np.exp(rng.normal(0, 0.45))),
        hidden=bool(rng.random() < (0.16 if age < 32 else 0.05)),
    )


def _owl(rng: np.random.Generator, age: float) -> float:
    """Shift evenings: the young stay up, and one in eleven works nights, at sea or in a ward."""
    shift = float(rng.normal(0, 50)) + (60.0 if age < 28 else 0.0)
    return shift + float(rng.uniform(90, 260)) if rng.random() < 0.09 else shift
