"""A practice register: who is on file at several institutions, and who of them is truly one person or one household.

Households of one to six with the surnames, middle names and generations of their tradition; persons on file once or
several times, each time as another form would have it; numbers and addresses that are a person's own, a household's, an
agent's, or nobody's. All shares are assumed; all people invented.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from tanglaw.identities.entities import PARTY_SCHEMA
from tanglaw.lab.worlds.arrays import Flags, Ints, Rng, chance, pick, repeat, within
from tanglaw.lab.worlds.name_writing import write_names
from tanglaw.lab.worlds.names import name_pool
from tanglaw.lab.worlds.places import COUNTRIES, codes, towns

_WHERE: Final = {"PH": 34, "TH": 9, "VN": 9, "RO": 8, "CO": 10, "UA": 6, "NG": 6, "ID": 6, "MX": 6, "AU": 6}
_TWO_SURNAMES: Final = ("filipino", "spanish")
_HOUSEHOLD: Final = (30, 24, 20, 14, 8, 4)
"""Weights of households of one to six on file."""

_RECORDS: Final = (80, 13, 5, 2)
"""Weights of persons with one to four records."""

HOUSEHOLDS_WITH_ALIASES: Final = 0.004
"""Share of households every member of which has two to five records: several names, accounts and institutions."""

_SAME_SURNAME: Final = 0.75
_TWO_GIVEN: Final = 0.3
_SON_OF_ONE_NAME: Final = 0.02
_PEOPLE_AN_AGENT: Final = 60
_FIRST_SEEN: Final = 1_700_000_000
_STREETS: Final = ("Example Street", "Sample Road", "Specimen Lane", "Muster Avenue", "Calle Ejemplo", "Model Close",
                   "Barangay Halimbawa", "Strada Exemplu", "Test Boulevard", "Purok Subok")  # fmt: skip
_SHORT_STREETS: Final = {"Street": "St.", "Road": "Rd", "Lane": "Ln", "Avenue": "Ave.", "Barangay": "Brgy.",
                         "Boulevard": "Blvd", "Purok": "Prk"}  # fmt: skip
_NOTHING: Final = ("n/a", "0000000", "unknown", "-", "NONE", "")


def make_register(records: int, seed: int, role: str = "beneficiary") -> tuple[pl.DataFrame, pl.DataFrame]:
    """Make a register of about so many records.

    Args:
        records: subjects wanted; the number made differs by a per cent or two.
        seed: the same seed makes the same register.
        role: originator or beneficiary; devices are on file for originators only.

    Returns:
        Parties (``PARTY_SCHEMA``) and the truth: ``role, subject_id, person, household`` (numbers).
    """
    rng = np.random.default_rng([seed, 31])
    people = _people(rng, max(records // 3, 10))
    own = pick(rng, people.height, _RECORDS) + 1
    own = np.where(people["aliases"].to_numpy(), rng.integers(2, 6, people.height), own)
    who = repeat(own)[:records] if own.sum() >= records else repeat(own)
    parties = _recorded(rng, people, who, role)
    truth = parties.select("role", "subject_id", person=pl.Series(who), household=people["household"].gather(who))
    columns = [name for name in PARTY_SCHEMA if name in parties.columns]
    return parties.select(columns).match_to_schema(PARTY_SCHEMA), truth.sort("role", "subject_id")


def _people(rng: Rng, households: int) -> pl.DataFrame:
    """One row a person: household, names, birth year, town, own and household's numbers."""
    pool = name_pool()
    country = codes(*_WHERE)[pick(rng, households, list(_WHERE.values()))]
    tradition = np.array([pool.number(place.names) for place in COUNTRIES])
    size = pick(rng, households, _HOUSEHOLD) + 1
    home = repeat(size)
    n, place = len(home), within(size)
    kinds = tradition[country][home]
    family = pool.draw_surnames(rng, tradition[country])
    mother = pool.draw_surnames(rng, tradition[country])
    surname = np.where(chance(rng, n, _SAME_SURNAME), family[home], pool.draw_surnames(rng, kinds))
    given, second = _given(rng, kinds, home)
    head = rng.integers(1950, 1998, households)
    age = np.where(place == 0, 0, np.where(place == 1, rng.integers(-6, 7, n), rng.integers(18, 36, n)))
    son = chance(rng, n, _SON_OF_ONE_NAME / 0.3) & (place == 2)
    father = np.maximum(np.arange(n) - place, 0)
    given, second, surname = (np.where(son, value[father], value) for value in (given, second, surname))
    names, firsts = pl.Series(pool.surnames), pl.Series(pool.given)
    two = np.isin(kinds, [pool.number(name) for name in _TWO_SURNAMES])
    return pl.DataFrame({
        "household": home, "country": country[home], "town": towns().draw(rng, country)[home],
        "given": firsts.gather(given) + _where(second >= 0, " " + firsts.gather(second)).fill_null(""),
        "surname": names.gather(surname),
        "middle": _where(two, names.gather(np.where(place >= 2, mother[home], pool.draw_surnames(rng, kinds)))),
        "generation": _where(son, pl.Series(["Jr."]).new_from_index(0, n)),
        "romanised": np.isin(kinds, [pool.number("thai"), pool.number("vietnamese")]),
        "born": np.where(head[home] + age > 2007, rng.integers(1996, 2008, n), head[home] + age).astype(np.int16),
        "aliases": chance(rng, households, HOUSEHOLDS_WITH_ALIASES)[home],
    })  # fmt: skip


def _given(rng: Rng, kinds: Ints, home: Ints) -> tuple[Ints, Ints]:
    """Given names, three in ten with a second one (else -1); within a household no two people have one name."""
    pool = name_pool()
    given, other = pool.draw_given(rng, kinds), pool.draw_given(rng, kinds)
    second = np.where(chance(rng, len(kinds), _TWO_GIVEN) & (other != given), other, -1)
    for _ in range(6):
        again = np.flatnonzero(~pl.DataFrame({"h": home, "g": given}).is_unique().to_numpy())
        again = again[1:]
        given[again] = pool.draw_given(rng, kinds[again])
    return given, np.where(second == given, -1, second)


def _recorded(rng: Rng, people: pl.DataFrame, who: Ints, role: str) -> pl.DataFrame:
    """One row a record: what an institution wrote down of the person."""
    n = len(who)
    person = people.select(pl.all().gather(who))
    home = person["household"].to_numpy()
    year = person["born"].to_numpy() + np.where(chance(rng, n, 0.02), rng.integers(-1, 2, n), 0)
    wrong = chance(rng, n, 0.003)
    year = np.where(wrong, year - 10 * rng.integers(1, 3, n), year).astype(np.int16)
    town = np.where(chance(rng, n, 0.03), towns().draw(rng, person["country"].to_numpy()), person["town"].to_numpy())
    agent = person["town"].to_numpy() * 100_000 + rng.integers(0, max(people.height // _PEOPLE_AN_AGENT // 400, 1), n)
    phone = _one_of(rng, n, (56, 18, 4, 20, 2))
    number = _numbers(who, home, agent, phone)
    prefix = pl.Series([place.mobile[0] for place in COUNTRIES]).gather(person["country"])
    digits = np.array([place.mobile[1] for place in COUNTRIES])[person["country"].to_numpy()]
    mobile = prefix + pl.Series(_scattered(number, 10 ** (digits - 1)) + 10 ** (digits - 1)).cast(pl.String)
    spaced = mobile.str.slice(0, 3) + " " + mobile.str.slice(3, 4) + "-" + mobile.str.slice(7)
    mobile = _blank(rng, _either(chance(rng, n, 0.3), spaced, mobile), phone)
    mail = _one_of(rng, n, (18, 2, 0, 80, 0))
    bank = _one_of(rng, n, (30, 3, 0, 66, 1))
    tool = _one_of(rng, n, (40, 6, 2, 52, 0)) if role == "originator" else np.full(n, 3)
    code = pl.Series([place.code for place in COUNTRIES]).gather(person["country"])
    columns = {
        "role": pl.repeat(role, n, eager=True),
        "subject_id": f"{role[:1].upper()}-" + pl.Series(rng.permutation(n) + 10_000_000).cast(pl.String),
        "name": write_names(rng, person.select("given", "middle", "surname", "generation", "romanised"), 0.03),
        "birth_year": _where(chance(rng, n, 0.55), pl.Series(year)),
        "phone": mobile,
        "email": _blank(rng, "m" + _hex(_numbers(who, home, agent, mail)) + "@example.org", mail),
        "device": _blank(rng, "dev-" + _hex(_numbers(who, home, agent, tool)), tool),
        "ip": pl.repeat(None, n, dtype=pl.String, eager=True),
        "account": _blank(rng, "W" + _hex(_numbers(who, home, agent, bank)) + "7", bank),
        "address": _addresses(rng, home, agent),
        "city": _where(chance(rng, n, 0.88), pl.Series(towns().names).gather(town)),
        "country": code,
        "first_seen": pl.Series(_FIRST_SEEN + rng.integers(0, 31_536_000, n)),
    }  # fmt: skip
    return pl.DataFrame(columns)


def _one_of(rng: Rng, n: int, weights: tuple[float, ...]) -> Ints:
    """Whose a value is: the person's own (0), the household's (1), an agent's (2), not recorded (3), filler (4)."""
    return pick(rng, n, weights)


def _numbers(person: Ints, home: Ints, agent: Ints, whose: Ints) -> Ints:
    return np.where(whose == 0, person * 4 + 1, np.where(whose == 1, home * 4 + 2, agent * 4 + 3))


def _blank(rng: Rng, values: pl.Series, whose: Ints) -> pl.Series:
    filler = pl.Series(_NOTHING).gather(rng.integers(0, len(_NOTHING), len(whose)))
    return _where(whose != 3, _either(whose == 4, filler, values))


def _scattered(number: Ints, below: Ints) -> Ints:
    """Spread numbers over 0 … 9·below, the same for the same number."""
    mixed = (number.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(11)
    return (mixed % (below.astype(np.uint64) * np.uint64(9))).astype(np.int64)


def _hex(number: Ints) -> pl.Series:
    mixed = _scattered(number, np.full(len(number), 10**12))
    return pl.Series(mixed).cast(pl.String).str.zfill(13)


def _addresses(rng: Rng, home: Ints, agent: Ints) -> pl.Series:
    """The household's home in one of two ways of writing it, a payout office, or a village without a number."""
    n = len(home)
    kind = pick(rng, n, (42, 3, 5, 50))
    seat = np.where(kind == 1, agent, home)
    house = pl.Series(_scattered(seat, np.full(n, 40)) + 1).cast(pl.String)
    street = pl.Series(_STREETS).gather(_scattered(seat + 7, np.full(n, 10**6)) % len(_STREETS))
    block = "Block " + pl.Series(_scattered(seat + 13, np.full(n, 10)) + 1).cast(pl.String)
    long = house + " " + street + ", " + block
    short = long.str.replace_many(_SHORT_STREETS).str.replace_all("Block", "Blk")
    village = pl.Series(_STREETS).gather(rng.integers(0, len(_STREETS), n))
    written = _either(kind == 2, village, _either(chance(rng, n, 0.4), short, long))
    return _where(kind != 3, written)


def _where(flags: Flags, values: pl.Series) -> pl.Series:
    return pl.DataFrame({"f": flags, "v": values}).select(pl.when("f").then("v")).to_series()


def _either(flags: Flags, yes: pl.Series, no: pl.Series) -> pl.Series:
    return pl.DataFrame({"f": flags, "y": yes, "n": no}).select(pl.when("f").then("y").otherwise("n")).to_series()
