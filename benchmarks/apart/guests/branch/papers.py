"""Ids: a payer is the document shown, a receiver is a name typed with a city. One person may so be several subjects."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import polars as pl

from .days import SPAN
from .ledger import PROFILES
from .names import respelled
from .people import Payer, Receiver
from .places import PAYOUTS, SENDING

_STREETS = ("Mill", "Station", "Chapel", "Garden", "Harbour")


def documents(
    rng: np.random.Generator, payers: list[Payer], wary: set[int], payer: np.ndarray, days: np.ndarray
) -> np.ndarray:
    """Key of the document shown at each payment: twice the payer's number, plus one for the second document.

    Documents run out and are renewed under a new number; a few people show whichever is in the pocket; some of those
    who have a reason to stay small (`wary`) alternate on purpose.
    """
    renewed = np.full(len(payers), 10_000)
    some = rng.random(len(payers)) < 0.055
    renewed[some] = rng.integers(30, SPAN - 20, int(some.sum()))
    share = np.where(rng.random(len(payers)) < 0.02, rng.uniform(0.1, 0.5, len(payers)), 0.0)
    for index in sorted(wary):
        if rng.random() < 0.17:
            share[index] = rng.uniform(0.25, 0.5)
    second = (days >= renewed[payer]) | (rng.random(len(payer)) < share[payer])
    return np.asarray(payer.astype(np.int64) * 2 + second)


def _numbers(rng: np.random.Generator, count: int) -> np.ndarray:
    """Distinct numbers that say nothing of the order in which people came."""
    return np.asarray(rng.permutation(count * 7)[:count] + 1_000_000)


def payer_table(rng: np.random.Generator, payers: list[Payer], keys: np.ndarray) -> pl.DataFrame:
    """One row for each document: what the teller copied from it."""
    rows = []
    births: dict[int, date] = {}
    for key, number in zip(keys.tolist(), _numbers(rng, len(keys)).tolist(), strict=True):
        person, second = payers[key // 2], key % 2
        country = person.town.country
        born = births.setdefault(person.index, date(person.born, 1, 1) + timedelta(days=int(rng.integers(365))))
        # Another authority transliterates otherwise, or leaves the second given name out.
        other = second and rng.random() < 0.45
        name = respelled(rng, person.given, person.family) if other else f"{person.given} {person.family}"
        tel = f"{SENDING[country].dialling} {400 + person.index * 37 % 599} {person.index * 7919 % 1_000_000:06d}"
        street = f"{person.address * 31 % 240 + 1} {_STREETS[person.address % len(_STREETS)]} St"
        rows.append(
            (
                key,
                f"{country}-{'IPRL'[int(rng.integers(4))]}{number}",
                country,
                SENDING[country].currency,
                name.upper(),
                born if rng.random() < 0.965 else None,
                tel if rng.random() < 0.72 else None,
                person.town.name,
                f"{street} {person.address % 17 + 1}" if rng.random() < 0.83 else None,
                person.town.zone,
                f"Caravel Transfer {country}",
                f"payer-{person.index}",
            )
        )
    names = [
        "payer_key",
        "originator_id",
        "originator_country",
        "currency",
        "originator_name",
        "originator_birth_date",
        "originator_phone",
        "originator_city",
        "originator_address",
        "originator_timezone",
        "institution",
        "originator_person",
    ]
    return pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)


def receiver_table(rng: np.random.Generator, receivers: list[Receiver], keys: np.ndarray) -> pl.DataFrame:
    """One row for each name and city under which somebody collects."""
    rows = []
    on_wallet: dict[int, bool] = {}
    for key, number in zip(keys.tolist(), _numbers(rng, len(keys)).tolist(), strict=True):
        person, profile = receivers[key // PROFILES], key % PROFILES
        home = PAYOUTS[person.place]
        wallet = on_wallet.setdefault(person.index, not person.business and rng.random() < home.wallets)
        name = f"{person.given} {person.family}".strip()
        city = person.city
        if profile:
            name = respelled(rng, person.given, person.family or "Office")
            # The payer writes the province's capital, or the receiver goes to the town with the larger counter.
            city = home.cities[int(rng.integers(len(home.cities)))] if rng.random() < 0.2 else city
        tel = f"{home.dialling} {900 + person.phone % 97} {person.phone * 104_729 % 1_000_000:06d}"
        rows.append(
            (
                key,
                f"R{number}",
                home.country,
                name.upper(),
                person.born if person.born and rng.random() < 0.22 else None,
                tel if wallet or rng.random() < 0.38 else None,
                city if rng.random() < 0.97 else None,
                tel if wallet else None,
                "wallet" if wallet else "cash_pickup",
                f"receiver-{person.index}",
            )
        )
    names = [
        "receiver_key",
        "beneficiary_id",
        "beneficiary_country",
        "beneficiary_name",
        "beneficiary_birth_year",
        "beneficiary_phone",
        "beneficiary_city",
        "beneficiary_account",
        "rail",
        "beneficiary_person",
    ]
    return pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)
