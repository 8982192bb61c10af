# ruff: noqa: E501 -- a table reads better unbroken
"""Countries this bank pays: cities, whose names people bear, currencies, and how its rails reach them."""

from __future__ import annotations

from typing import NamedTuple

HOME = "NL"


class Country(NamedTuple):
    """A destination. `iban` is the national part: digits wanted, after so many letters; None means by the partner."""

    culture: str
    cities: tuple[str, ...]
    currency: str = "EUR"
    per_euro: float = 1.0
    step: int = 1
    iban: tuple[int, int] | None = None
    prefix: str = ""
    payout: tuple[tuple[str, float], ...] = (("bank", 1.0),)


_CASH = (("cash_pickup", 0.35), ("wallet", 0.40), ("bank", 0.25))
_BANK = (("bank", 0.8), ("cash_pickup", 0.2))

COUNTRIES: dict[str, Country] = {
    "NL": Country("low", ("Utrecht", "Zwolle", "Tilburg", "Den Haag", "Almere", "Groningen", "Breda", "Hengelo", "Rotterdam"), iban=(4, 10)),
    "BE": Country("euro", ("Gent", "Luik", "Antwerpen"), iban=(0, 12)),
    "DE": Country("euro", ("Bremen", "Essen", "Leipzig"), iban=(0, 18)),
    "FR": Country("euro", ("Lille", "Lyon", "Nantes"), iban=(0, 23)),
    "ES": Country("euro", ("Valencia", "Sevilla"), iban=(0, 20)),
    "IT": Country("euro", ("Torino", "Bari"), iban=(1, 22)),
    "PT": Country("euro", ("Braga", "Porto"), iban=(0, 21)),
    "LT": Country("euro", ("Vilnius",), iban=(0, 16)),
    "PL": Country("east", ("Lublin", "Opole", "Gdynia"), iban=(0, 24)),
    "RO": Country("east", ("Iasi", "Bacau", "Craiova"), iban=(4, 16)),
    "PH": Country("ph", ("Cagayan de Oro", "Iligan", "Cebu City", "Angeles", "Bacolod", "Taguig", "Davao"), "PHP", 62.0, 500, payout=_CASH),
    "TH": Country("th", ("Pattaya", "Udon Thani", "Chiang Mai"), "THB", 37.0, 100, payout=_BANK),
    "ID": Country("asia", ("Surabaya", "Medan", "Denpasar"), "IDR", 17_200.0, 100_000, payout=_BANK),
    "IN": Country("asia", ("Kochi", "Pune"), "INR", 92.0, 500),
    "CO": Country("latin", ("Cali", "Medellin", "Pereira"), "COP", 4_600.0, 50_000, payout=_CASH),
    "DO": Country("latin", ("Santiago", "Sosua"), "DOP", 64.0, 500, payout=_BANK),
    "MA": Country("maghreb", ("Nador", "Oujda", "Tanger"), "MAD", 10.8, 100, payout=_BANK),
    "TR": Country("turk", ("Konya", "Kayseri", "Izmir"), "TRY", 38.0, 500, payout=_BANK),
    "SR": Country("asia", ("Paramaribo",), "SRD", 38.0, 500, payout=_BANK),
    "GH": Country("west", ("Kumasi", "Accra"), "GHS", 16.0, 50, payout=(("wallet", 0.75), ("bank", 0.25))),
    "NG": Country("west", ("Lagos", "Benin City"), "NGN", 1_650.0, 5_000),
    "CI": Country("west", ("Abidjan",), "XOF", 656.0, 5_000, payout=(("wallet", 0.9), ("cash_pickup", 0.1))),
    "UA": Country("east", ("Lviv", "Odesa"), "UAH", 45.0, 500),
    "CN": Country("asia", ("Yiwu",), "CNY", 7.8, 50),
}  # fmt: skip

NOT_INSTANT = ("PL", "RO")
"""Reached by euro batches; their banks take no instant euro payments."""


def by_partner(country: str) -> bool:
    """Whether the partner, and not the clearing house, carries a payment there."""
    return COUNTRIES[country].iban is None
