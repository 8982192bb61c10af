"""Customers of institutions: one person may be several subjects, each as its institution records it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from tanglaw.lab.worlds.arrays import Flags, Ints, Rng, chance, pick
from tanglaw.lab.worlds.draft import RAILS, People
from tanglaw.lab.worlds.names import name_pool
from tanglaw.lab.worlds.places import COUNTRIES


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution: how its ids look and how often it records each optional field (assumed shares)."""

    name: str
    prefix: str
    phone: float
    email: float
    device: float
    birth_date: float
    birth_year: float
    city: float
    address: float
    receiver_birth_year: float
    receiver_phone: float


INSTITUTIONS: Final = (
    Institution("Remit One", "R1", 0.95, 0.8, 0.7, 0.95, 1.0, 0.97, 0.8, 0.35, 0.75),
    Institution("Harbour Transfer", "HT", 0.7, 0.3, 0.0, 0.0, 0.9, 0.9, 0.5, 0.1, 0.5),
    Institution("PayLoop", "PL", 1.0, 0.9, 0.95, 0.97, 1.0, 0.7, 0.0, 0.6, 0.9),
    Institution("Northbank", "NB", 0.8, 0.7, 0.5, 1.0, 1.0, 1.0, 1.0, 0.05, 0.1),
    Institution("Lumen Card", "LC", 0.6, 0.8, 0.4, 0.8, 0.95, 0.9, 0.4, 0.0, 0.0),
    Institution("Coinharbour", "CH", 0.5, 1.0, 0.9, 0.9, 1.0, 0.5, 0.2, 0.0, 0.0),
)
_MAIN: Final = np.array([
    [80, 12, 4, 4, 0, 0],   # remitter
    [10, 2, 84, 3, 1, 0],   # app
    [8, 4, 4, 82, 2, 0],    # bank
    [2, 0, 6, 10, 82, 0],   # card
    [0, 0, 6, 4, 4, 86],    # crypto
], dtype=np.float64)  # fmt: skip
"""Main institution by channel (assumed)."""


def institutions_of(rng: Rng, people: People) -> tuple[Ints, Ints]:
    """Main and second institution of each person (the same twice for most)."""
    main = np.zeros(len(people.id), dtype=np.int64)
    for channel, weights in enumerate(_MAIN):
        here = np.flatnonzero(people.channel == channel)
        main[here] = pick(rng, len(here), weights)
    other = pick(rng, len(main), [40, 30, 20, 10, 0, 0])
    return main, np.where(people.several, other, main)


def where_it_can(institution: Ints, rail: Ints) -> Ints:
    """Move payments that their institution does not offer to one that does."""
    remit, bank = institution <= 1, institution == 3
    institution = np.where((rail == RAILS["wallet"]) & ~remit & ~bank, 2, institution)
    institution = np.where(rail == RAILS["card"], 4, institution)
    return np.where(rail == RAILS["crypto"], 5, institution)


@dataclass(frozen=True, slots=True)
class Accounts:
    """Customer records of one role: ``person`` and ``institution`` of each, and each payment's record number."""

    role: str
    person: Ints
    institution: Ints
    of_payment: Ints


def open_accounts(role: str, person: Ints, institution: Ints) -> Accounts:
    """One record for each person × institution that occurs."""
    key, of_payment = np.unique(person * len(INSTITUTIONS) + institution, return_inverse=True)
    return Accounts(role, key // len(INSTITUTIONS), key % len(INSTITUTIONS), of_payment.astype(np.int64))


def has(rng: Rng, accounts: Accounts, field: str) -> Flags:
    """Whether each record holds a field, by its institution's habits."""
    shares = np.array([getattr(place, field) for place in INSTITUTIONS])
    return chance(rng, len(accounts.person), shares[accounts.institution])


def ids(rng: Rng, accounts: Accounts, role: str) -> pl.Series:
    """Institutions' own ids, in no order that could tell a behaviour."""
    number = rng.permutation(len(accounts.person)) + 10_000_000
    prefix = pl.Series([f"{place.prefix}-{role}" for place in INSTITUTIONS]).gather(accounts.institution)
    return prefix + pl.Series(number).cast(pl.String)


_TRADES: Final = ("", "School", "Clinic", "Properties", "Travel Agency", "Foundation", "Store", "Digital", "Trading")
TRADE: Final = {name: number for number, name in enumerate(_TRADES)}
"""Kinds of organisation; 0 is a person."""


def names(rng: Rng, people: People, person: Ints) -> pl.Series:
    """Each record's name: given name and surname, with the variants that people and forms make."""
    pool, n = name_pool(), len(person)
    given = pl.Series(pool.given).gather(people.given[person])
    surname = pl.Series(pool.surnames).gather(people.surname[person])
    trade = pl.Series(_TRADES).gather(people.trade[person])
    middle = pl.Series([*"ABCDEFGJLMPRST"]).gather(rng.integers(0, 14, n))
    form = pick(rng, n, [66, 8, 7, 6, 5, 4, 4])
    frame = pl.DataFrame({"given": given, "surname": surname, "trade": trade, "middle": middle, "form": form,
                          "organisation": people.trade[person] > 0})  # fmt: skip
    full = pl.col("given") + " " + pl.col("surname")
    last_letter = pl.col("surname").str.slice(0, pl.col("surname").str.len_chars() - 1)
    return frame.select(
        pl.when("organisation").then(pl.col("surname") + " " + pl.col("trade"))
        .when(pl.col("form") == 1).then(full.str.to_uppercase())
        .when(pl.col("form") == 2).then(pl.col("surname") + ", " + pl.col("given"))
        .when(pl.col("form") == 3).then(pl.col("given") + " " + pl.col("middle") + ". " + pl.col("surname"))
        .when(pl.col("form") == 4).then(pl.col("given").str.slice(0, 1) + ". " + pl.col("surname"))
        .when(pl.col("form") == 5).then(full.str.to_lowercase())
        .when((pl.col("form") == 6) & (pl.col("surname").str.len_chars() > 5))
        .then(pl.col("given") + " " + last_letter)
        .otherwise(full).alias("name")
    ).to_series()  # fmt: skip


def digits(rng: Rng, size: int, low: int, high: int) -> pl.Series:
    """Random numbers as text, all of one length when ``low`` and ``high`` are powers of ten."""
    return pl.Series(rng.integers(low, high, size)).cast(pl.String)


def phones(rng: Rng, people: People, known: Flags, person: Ints) -> pl.Series:
    """Mobile numbers, one a person whatever the institution; written with or without spaces."""
    size = np.array([country.mobile[1] for country in COUNTRIES])[people.country]
    number = (rng.random(len(people.id)) * 9 * 10.0 ** (size - 1) + 10.0 ** (size - 1)).astype(np.int64)
    whole = pl.Series([country.mobile[0] for country in COUNTRIES]).gather(people.country) + pl.Series(number).cast(
        pl.String
    )
    recorded = whole.gather(person)
    spaced = recorded.str.slice(0, 3) + " " + recorded.str.slice(3, 3) + " " + recorded.str.slice(6)
    mixed = pl.DataFrame({"a": recorded, "b": spaced, "s": chance(rng, len(person), 0.3), "k": known})
    return mixed.select(pl.when("k").then(pl.when("s").then("b").otherwise("a"))).to_series()
