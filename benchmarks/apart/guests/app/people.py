"""The app's customers: mostly young, some migrants, joining and leaving while the app grows."""

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.app import names
from benchmarks.apart.guests.app.arrays import Flags, Floats, Ints, Texts, texts
from benchmarks.apart.guests.app.places import COUNTRIES, HOME_COUNT, HOME_SHARES, INDEX
from benchmarks.apart.guests.app.weeks import WEEKS

# Where migrants of each home country come from, most first; shares fall by rank.
_ORIGINS = {
    "SE": "UA PH RO GH CO", "DE": "UA RO GH NG MA PH", "NL": "MA GH RO PH CO", "FR": "MA CI RO CO NG",
    "GB": "RO NG GH PH UA", "IE": "RO PH NG UA", "ES": "CO MA RO UA NG", "IT": "RO MA PH UA GH CI",
}  # fmt: skip
_ORIGIN_WEIGHTS = (0.38, 0.25, 0.16, 0.10, 0.07, 0.04)

TEEN, STUDENT, WORKER, SETTLED, OLDER = range(5)


@dataclass(slots=True)
class People:
    """One row a customer account; `twin` is the row of the same person's first account, or the row itself."""

    country: Ints
    city: Ints
    origin: Ints
    male: Flags
    birth_year: Ints
    birth_day: Ints
    stage: Ints
    join: Ints
    leave: Ints
    appetite: Floats
    thrift: Floats
    owl: Flags
    twin: Ints
    first: Texts
    last: Texts

    def __len__(self) -> int:
        return len(self.country)

    def age(self) -> Ints:
        """Age in the middle of the world's three years."""
        return 2024 - self.birth_year


def _joins(rng: np.random.Generator, size: int) -> tuple[Ints, Ints]:
    """Week of joining and of leaving: a third was there before, the rest joins in a wave with a bump each September."""
    growth = 1 / (1 + np.exp(-(np.arange(WEEKS) - 70) / 22))
    wave = np.gradient(growth) + 0.002
    wave[[0, 1, 2, 3, 52, 53, 54, 55, 104, 105, 106, 107]] *= 2.2
    join = np.where(rng.random(size) < 0.34, 0, rng.choice(WEEKS - 3, size=size, p=wave[:-3] / wave[:-3].sum()))
    # Half of those who leave do so within months; most stay.
    stay = np.where(rng.random(size) < 0.22, rng.exponential(16, size), rng.exponential(320, size)) + 3
    return join, np.minimum(WEEKS, join + stay.astype(np.int64))


def _second_accounts(rng: np.random.Generator, made: People) -> None:
    """Some people open a second account: a lost phone, a forgotten code, or a wish to keep things apart."""
    size = len(made)
    doubles = rng.choice(size, size=max(2, size // 50), replace=False)
    later, earlier = doubles[::2][: len(doubles) // 2], doubles[1::2]
    for field in ("country", "city", "origin", "male", "birth_year", "birth_day", "stage", "owl", "first", "last"):
        values = getattr(made, field)
        values[later] = values[earlier]
    made.twin[later] = earlier
    made.join[later] = np.minimum(WEEKS - 4, made.join[earlier] + rng.integers(4, 60, len(later)))
    made.leave[later] = np.maximum(made.leave[later], np.minimum(WEEKS, made.join[later] + 12))


def make_people(rng: np.random.Generator, size: int) -> People:
    """Draw the customers."""
    country = rng.choice(HOME_COUNT, size=size, p=HOME_SHARES)
    band = rng.choice(5, size=size, p=(0.075, 0.36, 0.30, 0.165, 0.10))
    low, high = np.array([14, 18, 24, 36, 50]), np.array([18, 25, 37, 51, 78])
    age = (low[band] + rng.random(size) * (high - low)[band]).astype(np.int64)
    origin = country.copy()
    migrant = (rng.random(size) < 0.11) & (band != TEEN)
    for row in np.flatnonzero(migrant):
        pool = _ORIGINS[COUNTRIES[int(country[row])].code].split()
        weights = np.array(_ORIGIN_WEIGHTS[: len(pool)])
        origin[row] = INDEX[pool[int(rng.choice(len(pool), p=weights / weights.sum()))]]
    male = rng.random(size) < 0.52
    join, leave = _joins(rng, size)
    first = texts([names.first_name(rng, int(origin[row]), bool(male[row])) for row in range(size)])
    last = texts([names.surname(rng, int(origin[row])) for row in range(size)])
    city_weights = np.array([0.40, 0.22, 0.15, 0.10, 0.07, 0.04, 0.02])
    city = rng.choice(7, size=size, p=city_weights)
    room = np.array([len(place.cities) for place in COUNTRIES])
    made = People(
        country=country, city=city % room[country], origin=origin, male=male, birth_year=2024 - age,
        birth_day=rng.integers(1, 366, size), stage=band, join=join, leave=leave,
        appetite=rng.lognormal(-0.35, 0.85, size), thrift=rng.beta(2, 2, size), owl=rng.random(size) < 0.18,
        twin=np.arange(size), first=first, last=last,
    )  # fmt: skip
    _second_accounts(rng, made)
    return made
