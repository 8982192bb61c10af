"""Receivers as institutions know them: by account at banks, by each payer's own list at kiosks, by handle online."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import polars as pl

from benchmarks.apart.guests.bureau.habits import BANKS, HAV, KRYSS, KVIKK, PAN, SOL_APP, SOL_KIOSK
from benchmarks.apart.guests.bureau.ledger import Ints, Ledger
from benchmarks.apart.guests.bureau.places import COUNTRIES
from benchmarks.apart.guests.bureau.spelling import mail, phone, written_name
from benchmarks.apart.guests.bureau.stage import Receiver
from benchmarks.apart.guests.bureau.year import DAY_MINUTES

SCHEMA: Final = {
    "beneficiary_id": pl.String, "beneficiary_name": pl.String, "beneficiary_birth_year": pl.Int16,
    "beneficiary_phone": pl.String, "beneficiary_email": pl.String, "beneficiary_city": pl.String,
    "beneficiary_account": pl.String, "beneficiary_country": pl.String, "payee": pl.Int64,
}  # fmt: skip
_BY_ACCOUNT, _BY_LIST, _BY_NAME, _BY_WALLET, _BY_HANDLE, _BY_ADDRESS = range(6)
_SCHEMES: Final = {
    **dict.fromkeys(BANKS, _BY_ACCOUNT), HAV: _BY_LIST, SOL_KIOSK: _BY_NAME, SOL_APP: _BY_NAME, KVIKK: _BY_WALLET,
    PAN: _BY_HANDLE, KRYSS: _BY_ADDRESS,
}  # fmt: skip
_ROTATION: Final = 75 * DAY_MINUTES
"""Those who are paid in coins show a new address every few weeks."""


def payee_accounts(
    rng: np.random.Generator, book: Ledger, institution: Ints, payer_account: Ints, receivers: list[Receiver]
) -> tuple[Ints, pl.DataFrame]:
    """Give each payment's place in the table of receiver records, and that table."""
    scheme = np.array([_SCHEMES[place] for place in range(len(_SCHEMES))])[institution]
    variant = np.zeros(scheme.size, dtype=np.int64)
    # The kiosk chain keeps receivers by payer: the same woman is new for every customer who pays her.
    variant = np.where(scheme == _BY_LIST, payer_account, variant)
    # The other chain matches by name and so has some people twice.
    variant = np.where((scheme == _BY_NAME) & (book.payer % 7 == 0), 1, variant)
    variant = np.where(scheme == _BY_ADDRESS, book.minute // _ROTATION, variant)
    keys, place = np.unique((book.receiver * 6 + scheme) * 1_000_000 + variant, return_inverse=True)
    phones = _phones(rng, receivers)
    # One account a receiver, whatever bank sends to it; its digits say nothing of who holds it.
    accounts = [f"{code:06d}{code * 7919 % 10**6:06d}" for code in rng.permutation(len(receivers)).tolist()]
    serials = rng.permutation(keys.size)
    rows = []
    for key, serial in zip(keys.tolist(), serials.tolist(), strict=True):
        number, kept = divmod(key // 1_000_000, 6)
        rows.append(_record(rng, receivers[number], kept, serial, known=(phones[number], accounts[number])))
    return np.asarray(place, dtype=np.int64), pl.DataFrame(rows, schema=SCHEMA, orient="row")


def _phones(rng: np.random.Generator, receivers: list[Receiver]) -> list[str]:
    """Give numbers; people of one house, who stand next to each other here, sometimes share a telephone."""
    found: list[str] = []
    for receiver in receivers:
        before = receivers[receiver.number - 1] if receiver.number else None
        near = before is not None and (before.city, before.name.split()[-1]) == (
            receiver.city,
            receiver.name.split()[-1],
        )
        shared = near and rng.random() < 0.2
        found.append(found[-1] if shared else f"{int(rng.integers(7, 10))}{int(rng.integers(0, 10**8)):08d}")
    return found


def _record(
    rng: np.random.Generator, receiver: Receiver, scheme: int, serial: int, *, known: tuple[str, str]
) -> tuple[Any, ...]:
    """Fill one receiver record as its scheme has it; `known` is the receiver's own telephone and account."""
    number, digits = known
    has = rng.random(4)
    prefix = COUNTRIES[receiver.country].prefix
    person = receiver.birth_year is not None
    called = phone(rng, number, prefix) if person else None
    born, city, name = receiver.birth_year, receiver.city, receiver.name
    account = f"{receiver.country}{digits}"
    if scheme == _BY_ACCOUNT:
        town = city if has[0] < 0.5 else None
        return (f"ACC-{account}", name.upper(), None, None, None, town, account, receiver.country, receiver.number)
    if scheme == _BY_LIST:
        return (
            f"HR-B{serial:07d}", written_name(rng, name, "clerk"), born if has[1] < 0.1 else None,
            called if has[2] < 0.55 else None, None, city if has[0] < 0.9 else None, None, receiver.country,
            receiver.number,
        )  # fmt: skip
    if scheme == _BY_NAME:
        return (
            f"SB-{receiver.country}-{serial}", written_name(rng, name, "ascii"), born if has[1] < 0.35 else None,
            called if has[2] < 0.7 else None, None, city if has[0] < 0.8 else None,
            account if has[3] < 0.3 and not receiver.wallet else None, receiver.country, receiver.number,
        )  # fmt: skip
    if scheme == _BY_WALLET:
        wallet = f"{prefix}{number}" if receiver.wallet else account
        return (
            f"kvr_{serial * 48_271 % 2**28:07x}{serial:05x}", name, None, called if has[2] < 0.9 else None,
            mail(rng, name) if person and has[1] < 0.15 else None, city if has[0] < 0.4 else None, wallet,
            receiver.country, receiver.number,
        )  # fmt: skip
    if scheme == _BY_HANDLE:
        shown = written_name(rng, name, "profile") if person else name
        address = mail(rng, name) if person and has[1] < 0.85 else None
        return (f"pan.r{serial}", shown, None, None, address, None, None, receiver.country, receiver.number)
    address = f"bc1q{serial * 2_654_435_761 % 2**32:08x}{serial * 48_271 % 2**24:06x}{serial:07x}"
    return (address, None, None, None, None, None, address, receiver.country, receiver.number)
