"""Account numbers that look right: IBANs with valid check digits, and plain numbers where there is no IBAN."""

from __future__ import annotations

from typing import Final

import numpy as np

_DIGITS: Final = {"DE": 18, "AT": 16, "PL": 24, "LT": 16, "ES": 20}
OUR_BANK: Final = {"DE": "52099100", "AT": "19777"}
"""Invented sort codes of the bank's two branches."""


def _checked(country: str, bban: str) -> str:
    as_number = "".join(str(int(letter, 36)) for letter in f"{bban}{country}00")
    return f"{country}{98 - int(as_number) % 97:02d}{bban}"


def _run(rng: np.random.Generator, length: int) -> str:
    return "".join(str(digit) for digit in rng.integers(0, 10, length))


def account(rng: np.random.Generator, country: str) -> str:
    """A new account at any bank of a country."""
    if country == "RO":
        bank = ("BTRL", "RNCB", "INGB", "BRDE")[int(rng.integers(4))]
        return _checked("RO", bank + _run(rng, 16))
    if country in _DIGITS:
        return _checked(country, _run(rng, _DIGITS[country]))
    return f"{country}-{_run(rng, 12)}"


def our_account(rng: np.random.Generator, country: str) -> str:
    """A new account at the bank itself."""
    code = OUR_BANK[country]
    return _checked(country, code + _run(rng, _DIGITS[country] - len(code)))
