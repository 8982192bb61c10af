"""The register itself: what institutions reported of each payment, in the columns of the contract."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import numpy as np
import polars as pl

from benchmarks.apart.guests.bureau.habits import (
    BANKS,
    FJORD,
    HAV,
    INSTITUTIONS,
    INSTRUCTED,
    KRYSS,
    KVIKK,
    PAN,
    POOLS,
    SOL_KIOSK,
)
from benchmarks.apart.guests.bureau.internet import addresses, devices
from benchmarks.apart.guests.bureau.ledger import CURRENCIES, Floats, Ints, Ledger
from benchmarks.apart.guests.bureau.places import COUNTRIES, value
from benchmarks.apart.guests.bureau.routing import executed
from benchmarks.apart.guests.bureau.stage import Stage
from benchmarks.apart.guests.bureau.year import DAY_MINUTES, START
from tanglaw.payments.columns import BY_NAME, COLUMNS

_START_SECONDS: Final = int(datetime(START.year, START.month, START.day, tzinfo=UTC).timestamp())
_MERCHANTS: Final = {"hub": "8299", "charity": "8398", "ordinary": "5816", "material_vendor": "5816"}


def reports(
    rng: np.random.Generator,
    stage: Stage,
    book: Ledger,
    *,
    institution: Ints,
    payers: pl.DataFrame,
    payees: pl.DataFrame,
) -> pl.DataFrame:
    """Write one report a payment; `payers` and `payees` hold the two parties' records, row by row."""
    amount, currency = _reported(book, institution, stage)
    rail, private = _rails(rng, book, institution, stage)
    seconds = executed(rng, book.minute, institution) + _START_SECONDS
    shares = np.array([habits.reference for habits in INSTITUTIONS])[institution]
    passed = (rng.random(shares.size) < shares).tolist()
    serials = rng.permutation(shares.size)
    cents = pl.Series("amount", np.maximum(np.round(amount * 100), 1).astype(np.int64))
    frame = pl.DataFrame(
        {
            "payment_id": [f"UT{number:09d}" for number in (serials * 11 + 40_000_000).tolist()],
            "executed_at": pl.Series(seconds * 1_000_000).cast(pl.Datetime("us")).dt.replace_time_zone("UTC"),
            "currency": currency,
            "originator_country": ["NO"] * shares.size,
            "originator_device": devices(rng, stage.people, book, institution),
            "originator_ip": addresses(rng, stage.people, book, institution),
            "rail": rail,
            "institution": [INSTITUTIONS[place].name for place in institution.tolist()],
            "reference": [text if kept else None for text, kept in zip(book.reference, passed, strict=True)],
            "purpose_code": _purposes(rng, book, institution, private),
            "status": _status(rng, book, institution),
            "merchant_category": [
                _MERCHANTS.get(kind, "5999") if way == "card" else None
                for kind, way in zip(book.receiver_kind, rail, strict=True)
            ],
        }
    ).with_columns(_money(cents))
    whole = pl.concat([frame, payers.drop("payer"), payees.drop("payee")], how="horizontal")
    names = [column.name for column in COLUMNS if column.name in whole.columns]
    return whole.select(pl.col(name).cast(BY_NAME[name].dtype) for name in names).sort("executed_at", "payment_id")


def _money(cents: pl.Series) -> pl.Series:
    """Make exact decimals of hundredths."""
    text = (cents // 100).cast(pl.String) + "." + (cents % 100).cast(pl.String).str.zfill(2)
    return text.cast(BY_NAME["amount"].dtype).alias("amount")


def _reported(book: Ledger, institution: Ints, stage: Stage) -> tuple[Floats, list[str]]:
    """Give the sum in the currency that the institution reports in."""
    wanted = [CURRENCIES[code] for code in book.currency.tolist()]
    local = [COUNTRIES[receiver.country].currency for receiver in stage.receivers]
    currency = ["NOK"] * len(wanted)
    for i, (place, receiver) in enumerate(zip(institution.tolist(), book.receiver.tolist(), strict=True)):
        if place in BANKS and wanted[i] in INSTRUCTED:
            currency[i] = wanted[i]
        elif place == PAN:
            currency[i] = local[receiver] if local[receiver] in POOLS else "USD"
    codes = np.array(currency)
    amount = book.kroner.copy()
    for code in np.unique(codes):
        rows = codes == code
        amount[rows] /= value(str(code), book.minute[rows] / DAY_MINUTES)
    same = codes == np.array(wanted)
    return np.where(same, book.amount, amount), currency


def _rails(rng: np.random.Generator, book: Ledger, institution: Ints, stage: Stage) -> tuple[list[str], list[bool]]:
    """Say how each payment was paid out, and whether to a private person."""
    wallet = [receiver.wallet for receiver in stage.receivers]
    private = [receiver.birth_year is not None for receiver in stage.receivers]
    cash = (rng.random(len(wallet)) < 0.25).tolist()
    rails = []
    for place, number in zip(institution.tolist(), book.receiver.tolist(), strict=True):
        if place in BANKS:
            rails.append("bank")
        elif place == KRYSS:
            rails.append("crypto")
        elif place == PAN:
            rails.append("wallet" if private[number] else "card")
        elif place in {HAV, SOL_KIOSK}:
            rails.append("wallet" if wallet[number] and not cash[number] else "cash_pickup")
        else:
            rails.append("cash_pickup" if cash[number] else "wallet" if wallet[number] else "bank")
    return rails, [private[number] for number in book.receiver.tolist()]


def _purposes(rng: np.random.Generator, book: Ledger, institution: Ints, private: list[bool]) -> list[str | None]:
    """Give the purpose from each institution's own list; the first entry of a list is what people leave standing."""
    lists = {"freelancer_employer": "Services", "hobby_purchase": "Goods", "student_support": "Education"}
    draws = rng.random(institution.size).tolist()
    found: list[str | None] = []
    for place, draw, kind, person in zip(institution.tolist(), draws, book.payer_kind, private, strict=True):
        if place == FJORD:
            found.append(("OTHR" if draw < 0.7 else "FAMI") if person else "GDDS" if draw < 0.5 else "OTHR")
        elif place == HAV:
            found.append("FAMILY SUPPORT" if draw < 0.82 else ("GIFT", "MEDICAL", "EDUCATION")[int(draw * 1e4) % 3])
        elif place == KVIKK:
            found.append("Family or friends" if draw < 0.4 else lists.get(kind, "Family or friends"))
        else:
            found.append(None)
    return found


def _status(rng: np.random.Generator, book: Ledger, institution: Ints) -> list[str | None]:
    """Give the outcome where it is reported: a first payment to somebody new fails more often."""
    pair = book.payer * 1_000_000 + book.receiver
    first = np.zeros(pair.size, dtype=bool)
    first[np.unique(pair, return_index=True)[1]] = True
    failed = rng.random(pair.size) < np.where(first, 0.035, 0.006)
    words = {KVIKK: ("PAID", "RETURNED"), PAN: ("Completed", "Reversed")}
    return [
        words[place][int(bad)] if place in words else None
        for place, bad in zip(institution.tolist(), failed.tolist(), strict=True)
    ]
