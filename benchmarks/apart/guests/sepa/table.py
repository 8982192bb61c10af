"""The payment table as the bank exports it: columns of the contract, with the gaps that a transfer system has."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import polars as pl

from benchmarks.apart.guests.sepa.arrays import Words, only_where
from benchmarks.apart.guests.sepa.book import Book
from benchmarks.apart.guests.sepa.days import START, to_utc
from tanglaw.payments.columns import INSTANT, MONEY

_NO_BIRTH_YEAR = 0.03


def _text(values: Words) -> pl.Series:
    return pl.Series(values.tolist(), dtype=pl.String)


def _purpose_codes(rng: np.random.Generator, kinds: Words, countries: Words, channels: Words) -> Words:
    """Brazil and Ukraine ask correspondents for a purpose; the clerk's default is family maintenance.

    Elsewhere hardly any.
    """
    asked = (channels == "correspondent") & np.isin(countries.astype(str), ["BR", "UA", "TH"])
    filled = np.where(asked, rng.random(len(kinds)) < 0.7, rng.random(len(kinds)) < 0.015)
    honest = np.where(kinds == "freelancer_employer", "SUPP", np.where(kinds == "student_support", "EDUC", "FAMI"))
    code = np.where(rng.random(len(kinds)) < 0.75, honest, "OTHR")
    return only_where(filled, code.astype(object))


def payments(rng: np.random.Generator, book: Book) -> pl.DataFrame:
    """All rows, by the time of booking; `payer`, `payee` and `kind` stay until the truth is read from them."""
    customers, receivers = book.customers, book.payees.all
    payer = np.concatenate([one.payer for one in book.rows])
    payee = np.concatenate([one.payee for one in book.rows])
    second = np.concatenate([one.second for one in book.rows])
    kind = np.concatenate([np.full(len(one.payer), one.kind, dtype=object) for one in book.rows])
    order = np.lexsort((payee, payer, second))
    payer, payee, second, kind = payer[order], payee[order], second[order], kind[order]
    amount, currency, reference, returned = (
        np.concatenate(parts)[order]
        for parts in zip(*((one.amount, one.currency, one.reference, one.returned) for one in book.rows), strict=True)
    )
    count = len(order)

    def of_payer(values: list[str]) -> Words:
        everyone: Words = np.array(values, dtype=object)
        taken: Words = everyone[payer]
        return taken

    def of_payee(name: str) -> Words:
        everyone: Words = np.array([getattr(one, name) for one in receivers], dtype=object)
        taken: Words = everyone[payee]
        return taken

    known = rng.random(len(customers)) >= _NO_BIRTH_YEAR
    country, channel = of_payee("country"), of_payee("channel")
    city_held = (of_payee("rail") == "cash_pickup") | ((channel == "correspondent") & (rng.random(count) < 0.5))
    start = int(datetime(START.year, START.month, START.day, tzinfo=UTC).timestamp())
    branch = np.where(of_payer(customers.country) == "AT", "Mittelbank Österreich", "Mittelbank Deutschland").astype(
        object
    )
    return pl.DataFrame(
        {
            "payment_id": [f"MB{number:08d}" for number in range(1, count + 1)],
            "executed_at": pl.Series((start + to_utc(second)) * 1_000_000)
            .cast(pl.Datetime("us"))
            .dt.replace_time_zone("UTC"),
            "amount": pl.Series(np.round(amount * 100).astype(np.int64)),
            "currency": _text(currency),
            "originator_id": _text(of_payer(customers.account)),
            "originator_country": _text(of_payer(customers.country)),
            "beneficiary_id": _text(of_payee("id")),
            "beneficiary_country": _text(country),
            "originator_name": _text(of_payer(customers.name)),
            "originator_birth_year": pl.Series(customers.birth_year[payer].astype(np.int16)),
            "originator_city": _text(only_where(rng.random(count) >= 0.04, of_payer(customers.city))),
            "beneficiary_name": _text(only_where(rng.random(count) >= 0.004, of_payee("name"))),
            "beneficiary_city": _text(only_where(city_held & (of_payee("city") != ""), of_payee("city"))),
            "beneficiary_account": _text(only_where(channel != "partner", of_payee("id"))),
            "rail": _text(of_payee("rail")),
            "institution": _text(branch),
            "reference": _text(reference),
            "purpose_code": _text(_purpose_codes(rng, kind, country, channel)),
            "status": _text(np.where(returned.astype(np.bool_), "returned", "booked")),
            "payer": payer,
            "payee": payee,
            "kind": _text(kind),
            "birth_known": known[payer],
        }
    ).with_columns(
        pl.col("executed_at").cast(INSTANT),
        (pl.col("amount").cast(MONEY) * pl.lit("0.01").cast(pl.Decimal(3, 2))).cast(MONEY).alias("amount"),
        pl.when("birth_known").then("originator_birth_year").alias("originator_birth_year"),
    )
