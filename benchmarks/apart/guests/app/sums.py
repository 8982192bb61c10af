"""How much: what people round to, in which currency, and how the fee changed it."""

import numpy as np

from benchmarks.apart.guests.app.arrays import Flags, Floats, Ints, Texts
from benchmarks.apart.guests.app.places import COUNTRIES
from benchmarks.apart.guests.app.weeks import FEE_WEEK

_PER_EURO = np.array([country.per_euro for country in COUNTRIES])


def rate(country: Ints, week: Ints) -> Floats:
    """Units of the country's money for a euro; those outside the euro drift with the months."""
    base = _PER_EURO[country]
    drift = 1 + 0.035 * np.sin(week / 19 + country * 1.7) + 0.0006 * week * (country >= 8)
    return np.asarray(np.where(base == 1.0, 1.0, base * drift))


def _round(value: Floats, steps_per_unit: Floats) -> Floats:
    """To the step that fits the size: 1, 5, 10, 50 … of the currency's everyday unit."""
    size = value / steps_per_unit
    step = np.select([size < 8, size < 60, size < 220, size < 900], [1.0, 5.0, 10.0, 50.0], 100.0) * steps_per_unit
    return np.maximum(step, np.round(value / step) * step)


# The everyday unit: what one euro's worth of rounding is called there (ten kronor, fifty pesos, a thousand francs).
_UNIT = np.array([10.0, 1, 1, 1, 1, 1, 1, 1, 5, 50, 50, 5000, 10, 10, 1000, 500])


def to_cents(rng: np.random.Generator, euros: Floats, payer: Ints, receiver: Ints, *, week: Ints, habit: Texts) -> Ints:
    """Cents of the payer's currency.

    `exact` keeps odd cents, `own` rounds in the payer's money, `theirs` rounds in the receiver's, `charm` ends in .99
    or .50 as shops do.
    """
    own, theirs = rate(payer, week), rate(receiver, week)
    jitter = rng.random(len(euros))
    rounded_own = _round(euros * own, _UNIT[payer])
    rounded_theirs = _round(euros * theirs, _UNIT[receiver]) / theirs * own
    charm = np.floor(euros * own) + np.where(jitter < 0.6, 0.99, 0.5)
    value = np.select(
        [habit == "own", habit == "theirs", habit == "charm"], [rounded_own, rounded_theirs, charm], euros * own
    )
    return np.maximum(100, np.round(value * 100)).astype(np.int64)


def fewer_but_larger(rng: np.random.Generator, week: Ints, thrift: Floats) -> tuple[Floats, Flags]:
    """What the fee does to payments abroad: a factor on each sum, and which payments are not made at all.

    People who mind the fee save up and send two sums in one; others carry on.
    """
    after = week >= FEE_WEEK
    factor = np.where(after, 1 + 0.7 * thrift, 1.0)
    kept = ~after | (rng.random(len(week)) < 1 / (1 + 0.9 * thrift))
    return factor, kept
