"""Countries of the three remitters' customers and receivers: cities, clocks and money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.union.chance import pick


@dataclass(frozen=True, slots=True)
class Country:
    """Where people pay from or are paid: its cities with their time zones, its money, the pool of its names."""

    currency: str
    names: str
    dial: str
    cities: tuple[tuple[str, str], ...]


def _one_clock(zone: str, *cities: str) -> tuple[tuple[str, str], ...]:
    return tuple((city, zone) for city in cities)


COUNTRIES: Final = {
    "AU": Country(
        "AUD",
        "english",
        "+614",
        (
            *_one_clock("Australia/Sydney", "Sydney", "Newcastle", "Wollongong", "Blacktown"),
            *_one_clock("Australia/Melbourne", "Melbourne", "Geelong", "Ballarat"),
            *_one_clock("Australia/Brisbane", "Brisbane", "Townsville", "Cairns"),
            *_one_clock("Australia/Perth", "Perth", "Bunbury"),
            *_one_clock("Australia/Adelaide", "Adelaide"),
        ),
    ),
    "NZ": Country("NZD", "english", "+6421", _one_clock("Pacific/Auckland", "Auckland", "Hamilton", "Christchurch")),
    "GB": Country("GBP", "english", "+447", _one_clock("Europe/London", "London", "Leeds", "Cardiff", "Glasgow")),
    "IE": Country("EUR", "english", "+3538", _one_clock("Europe/Dublin", "Dublin", "Cork", "Limerick")),
    "SE": Country(
        "SEK",
        "nordic",
        "+467",
        _one_clock("Europe/Stockholm", "Stockholm", "Göteborg", "Malmö", "Uppsala", "Örebro", "Luleå", "Växjö"),
    ),
    "NO": Country("NOK", "nordic", "+474", _one_clock("Europe/Oslo", "Oslo", "Bergen", "Tromsø")),
    "DK": Country("DKK", "nordic", "+452", _one_clock("Europe/Copenhagen", "København", "Aarhus", "Odense")),
    "FI": Country("EUR", "nordic", "+3584", _one_clock("Europe/Helsinki", "Helsinki", "Vaasa", "Turku")),
    "CA": Country(
        "CAD",
        "english",
        "+1647",
        (
            *_one_clock("America/Toronto", "Toronto", "Mississauga", "Ottawa", "Hamilton", "Montreal"),
            *_one_clock("America/Winnipeg", "Winnipeg"),
            *_one_clock("America/Edmonton", "Calgary", "Edmonton"),
            *_one_clock("America/Vancouver", "Vancouver", "Surrey"),
            *_one_clock("America/Halifax", "Halifax"),
        ),
    ),
    "US": Country(
        "USD",
        "english",
        "+1206",
        (
            *_one_clock("America/New_York", "Buffalo", "Queens", "Miami"),
            *_one_clock("America/Los_Angeles", "Seattle", "Daly City"),
        ),
    ),
    "PH": Country(
        "PHP",
        "filipino",
        "+639",
        _one_clock("Asia/Manila", "Iligan", "Cebu City", "Angeles", "Bacoor", "Tacloban", "Iloilo", "Naga", "Davao"),
    ),
    "IN": Country("INR", "south_asian", "+919", _one_clock("Asia/Kolkata", "Jalandhar", "Kochi", "Surat", "Mohali")),
    "VN": Country("VND", "vietnamese", "+849", _one_clock("Asia/Ho_Chi_Minh", "Hue", "Vinh", "Can Tho", "Hanoi")),
    "ID": Country("IDR", "indonesian", "+628", _one_clock("Asia/Jakarta", "Malang", "Bandung", "Medan", "Solo")),
    "TH": Country("THB", "thai", "+668", _one_clock("Asia/Bangkok", "Udon Thani", "Pattaya", "Khon Kaen", "Bangkok")),
    "NG": Country("NGN", "west_african", "+2348", _one_clock("Africa/Lagos", "Lagos", "Benin City", "Ibadan", "Warri")),
    "GH": Country("GHS", "west_african", "+2332", _one_clock("Africa/Accra", "Accra", "Kumasi", "Tema")),
    "CI": Country("XOF", "west_african", "+2250", _one_clock("Africa/Abidjan", "Abidjan", "Bouaké", "Daloa")),
    "KE": Country("KES", "east_african", "+2547", _one_clock("Africa/Nairobi", "Nairobi", "Mombasa", "Kisumu")),
    "SO": Country("USD", "east_african", "+2526", _one_clock("Africa/Mogadishu", "Mogadishu", "Hargeisa", "Garowe")),
    "ET": Country("ETB", "east_african", "+2519", _one_clock("Africa/Addis_Ababa", "Addis Ababa", "Adama")),
    "LB": Country("USD", "levantine", "+9613", _one_clock("Asia/Beirut", "Tripoli", "Saida", "Zahle")),
    "UA": Country("UAH", "eastern", "+3806", _one_clock("Europe/Kyiv", "Lviv", "Kharkiv", "Odesa", "Poltava")),
    "RO": Country("RON", "eastern", "+407", _one_clock("Europe/Bucharest", "Iași", "Bacău", "Cluj-Napoca", "Galați")),
    "CO": Country("COP", "hispanic", "+573", _one_clock("America/Bogota", "Cali", "Medellín", "Pereira", "Cartagena")),
    "MX": Country("MXN", "hispanic", "+5255", _one_clock("America/Mexico_City", "Puebla", "León", "Oaxaca")),
    "DO": Country("DOP", "hispanic", "+1809", _one_clock("America/Santo_Domingo", "Santiago", "Sosúa", "Higüey")),
    "JM": Country("JMD", "english", "+1876", _one_clock("America/Jamaica", "Kingston", "Montego Bay", "May Pen")),
}


def a_city(rng: np.random.Generator, country: str) -> tuple[str, str]:
    """A city of the country with its time zone; the first ones listed are the bigger half of the business."""
    cities = COUNTRIES[country].cities
    half = cities[: (len(cities) + 1) // 2]
    return pick(rng, half if rng.random() < 0.35 else cities)


def a_mobile(rng: np.random.Generator, country: str) -> str:
    """A mobile number; nine digits more than the prefix are enough that no two people share one by chance."""
    return f"{COUNTRIES[country].dial}{int(rng.integers(10**8, 10**9))}"
