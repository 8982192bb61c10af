"""The countries that money goes to: their cities, currency, value of it in Norwegian kroner, and dialling prefix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Country:
    """What the register's mechanisms need of a country."""

    currency: str
    prefix: str
    cities: tuple[str, ...]
    wallets: float = 0.0
    """Share of private receivers who are paid to a mobile wallet rather than a bank account."""


COUNTRIES: Final[dict[str, Country]] = {
    "PL": Country("PLN", "48", ("Gdańsk", "Kraków", "Białystok", "Szczecin", "Radom", "Olsztyn")),
    "LT": Country("EUR", "370", ("Vilnius", "Kaunas", "Klaipėda", "Panevėžys")),
    "RO": Country("RON", "40", ("Iași", "Bacău", "Cluj-Napoca", "Suceava", "Galați"), 0.1),
    "UA": Country("UAH", "380", ("Lviv", "Odesa", "Poltava", "Dnipro", "Kyiv"), 0.1),
    "PH": Country("PHP", "63", ("Davao", "Iloilo", "Cagayan de Oro", "Angeles", "Bacolod", "Quezon", "Lapu-Lapu"), 0.6),
    "TH": Country("THB", "66", ("Udon Thani", "Pattaya", "Buriram", "Chiang Mai", "Khon Kaen", "Phuket"), 0.3),
    "VN": Country("VND", "84", ("Da Nang", "Hue", "Can Tho", "Hai Phong"), 0.3),
    "PK": Country("PKR", "92", ("Kharian", "Gujrat", "Lahore", "Jhelum"), 0.2),
    "SO": Country("USD", "252", ("Mogadishu", "Hargeisa", "Bosaso", "Kismayo"), 0.9),
    "ET": Country("ETB", "251", ("Addis Ababa", "Mekelle", "Adigrat"), 0.3),
    "KE": Country("KES", "254", ("Nairobi", "Mombasa", "Kisumu", "Eldoret"), 0.9),
    "NG": Country("NGN", "234", ("Lagos", "Benin City", "Ibadan", "Warri", "Enugu"), 0.2),
    "GH": Country("GHS", "233", ("Accra", "Kumasi", "Takoradi"), 0.7),
    "CI": Country("XOF", "225", ("Abidjan", "Bouaké", "Yamoussoukro"), 0.8),
    "IN": Country("INR", "91", ("Kochi", "Ludhiana", "Pune", "Chennai"), 0.1),
    "ID": Country("IDR", "62", ("Denpasar", "Surabaya", "Medan", "Bandung"), 0.5),
    "MY": Country("MYR", "60", ("Kuala Lumpur", "Johor Bahru"), 0.2),
    "CO": Country("COP", "57", ("Medellín", "Cali", "Barranquilla", "Pereira"), 0.4),
    "DO": Country("DOP", "1809", ("Santo Domingo", "Sosúa", "Santiago"), 0.1),
    "BR": Country("BRL", "55", ("Recife", "Fortaleza", "Natal", "Curitiba"), 0.3),
    "TR": Country("TRY", "90", ("Alanya", "Konya", "Ankara", "Izmir"), 0.1),
    "MA": Country("MAD", "212", ("Nador", "Tangier", "Fès"), 0.1),
    "HU": Country("HUF", "36", ("Budapest", "Debrecen", "Pécs")),
    "GB": Country("GBP", "44", ("London", "Leeds", "Glasgow", "Bristol")),
    "DK": Country("DKK", "45", ("København", "Aarhus", "Aalborg")),
    "SE": Country("SEK", "46", ("Göteborg", "Stockholm", "Strömstad")),
    "DE": Country("EUR", "49", ("Hamburg", "Berlin", "Kiel")),
    "ES": Country("EUR", "34", ("Torrevieja", "Alicante", "Málaga", "Las Palmas")),
    "NL": Country("EUR", "31", ("Amsterdam", "Rotterdam", "Eindhoven")),
    "MT": Country("EUR", "356", ("Sliema", "St Julian's")),
    "US": Country("USD", "1", ("Austin", "Seattle", "Minneapolis", "Newark")),
    "SC": Country("USD", "248", ("Victoria",)),
}

KRONER: Final[dict[str, float]] = {
    "NOK": 1.0, "EUR": 11.6, "USD": 10.7, "GBP": 13.6, "PLN": 2.7, "RON": 2.33, "UAH": 0.26, "PHP": 0.187,
    "THB": 0.305, "VND": 0.00043, "PKR": 0.038, "ETB": 0.14, "KES": 0.081, "NGN": 0.0075, "GHS": 0.74, "XOF": 0.0177,
    "INR": 0.128, "IDR": 0.00067, "MYR": 2.35, "COP": 0.0026, "DOP": 0.18, "BRL": 1.98, "TRY": 0.32, "MAD": 1.07,
    "HUF": 0.0295, "DKK": 1.55, "SEK": 1.01,
}  # fmt: skip

HOME_CITIES: Final = (
    "Oslo", "Bergen", "Trondheim", "Stavanger", "Drammen", "Fredrikstad", "Kristiansand", "Tromsø", "Sandnes",
    "Ålesund", "Bodø", "Haugesund", "Hamar", "Skien", "Mo i Rana", "Førde",
)  # fmt: skip
HOME_STREETS: Final = ("Storgata", "Kirkeveien", "Skolegata", "Fjellveien", "Bekkefaret", "Solbakken", "Elvegata")


def value(currency: str, days: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give kroner per unit on each day: a slow swing, so that one price abroad is never one sum at home."""
    swing = 0.0 if currency == "NOK" else 0.03
    phase = sum(map(ord, currency)) % 7
    return np.asarray(KRONER[currency] * (1 + swing * np.sin(days / 63.0 + phase)))
