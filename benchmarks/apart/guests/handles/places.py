# ruff: noqa: E501 -- a table reads better unbroken
"""Where the app works: countries, currencies, cities and their clocks."""

from __future__ import annotations

from typing import Final, NamedTuple


class Country(NamedTuple):
    """One country of the app; `per_usd` is a flat rate, `unit` the smallest sum people there call round."""

    currency: str
    per_usd: float
    unit: float
    utc: int
    dial: str
    culture: str
    cities: tuple[tuple[str, str], ...]


def _one_clock(zone: str, *cities: str) -> tuple[tuple[str, str], ...]:
    return tuple((city, zone) for city in cities)


COUNTRIES: Final[dict[str, Country]] = {
    "US": Country(
        "USD", 1.0, 5, -6, "+1", "english",
        _one_clock("America/New_York", "Columbus", "Tampa", "Albany", "Raleigh")
        + _one_clock("America/Chicago", "Tulsa", "Madison", "El Campo")
        + _one_clock("America/Los_Angeles", "Fresno", "Tacoma", "Reno"),
    ),
    "GB": Country("GBP", 0.79, 5, 0, "+44", "english",
                  _one_clock("Europe/London", "Leeds", "Bristol", "Dundee", "Swansea", "Hull")),
    "CA": Country("CAD", 1.38, 5, -5, "+1", "english",
                  _one_clock("America/Toronto", "Hamilton", "Ottawa", "Laval") + _one_clock("America/Edmonton", "Calgary")),
    "AU": Country("AUD", 1.54, 5, 10, "+61", "english",
                  _one_clock("Australia/Sydney", "Newcastle", "Wollongong")
                  + _one_clock("Australia/Brisbane", "Townsville") + _one_clock("Australia/Perth", "Perth")),
    "DE": Country("EUR", 0.92, 5, 1, "+49", "german",
                  _one_clock("Europe/Berlin", "Kassel", "Leipzig", "Bremen", "Ulm")),
    "SE": Country("SEK", 10.4, 50, 1, "+46", "nordic", _one_clock("Europe/Stockholm", "Umeå", "Malmö", "Örebro")),
    "FR": Country("EUR", 0.92, 5, 1, "+33", "french", _one_clock("Europe/Paris", "Lille", "Nantes", "Dijon")),
    "NL": Country("EUR", 0.92, 5, 1, "+31", "german", _one_clock("Europe/Amsterdam", "Breda", "Zwolle")),
    "PH": Country("PHP", 57.5, 100, 8, "+63", "filipino",
                  _one_clock("Asia/Manila", "Cebu City", "Angeles", "Iligan", "Cagayan de Oro", "Quezon City", "Bacolod")),
    "MX": Country("MXN", 18.9, 50, -6, "+52", "hispanic",
                  _one_clock("America/Mexico_City", "Puebla", "Morelia", "León", "Oaxaca")),
    "TH": Country("THB", 34.5, 100, 7, "+66", "thai", _one_clock("Asia/Bangkok", "Pattaya", "Udon Thani", "Chiang Rai")),
    "CO": Country("COP", 4150.0, 10000, -5, "+57", "hispanic", _one_clock("America/Bogota", "Cali", "Medellín", "Pereira")),
    "DO": Country("DOP", 60.0, 100, -4, "+1", "hispanic", _one_clock("America/Santo_Domingo", "Santiago", "Sosúa")),
    "RO": Country("RON", 4.6, 10, 2, "+40", "romanian", _one_clock("Europe/Bucharest", "Iași", "Craiova", "Bacău")),
    "NG": Country("NGN", 1550.0, 1000, 1, "+234", "nigerian", _one_clock("Africa/Lagos", "Ibadan", "Benin City", "Lagos")),
    "CI": Country("XOF", 605.0, 1000, 0, "+225", "ivorian", _one_clock("Africa/Abidjan", "Abidjan", "Bouaké")),
    "GH": Country("GHS", 15.5, 10, 0, "+233", "nigerian", _one_clock("Africa/Accra", "Accra", "Kumasi")),
    "IN": Country("INR", 84.5, 100, 5, "+91", "indian", _one_clock("Asia/Kolkata", "Kochi", "Ludhiana", "Surat")),
    "KE": Country("KES", 129.0, 100, 3, "+254", "nigerian", _one_clock("Africa/Nairobi", "Kisumu", "Nakuru")),
    "VN": Country("VND", 25400.0, 50000, 7, "+84", "vietnamese", _one_clock("Asia/Ho_Chi_Minh", "Can Tho", "Da Nang")),
}  # fmt: skip

HOMES: Final = {
    "US": 0.36, "GB": 0.14, "CA": 0.08, "AU": 0.09, "DE": 0.08, "SE": 0.04, "FR": 0.05, "NL": 0.03, "PH": 0.07, "MX": 0.06,
}  # fmt: skip
"""Where members who pay live: the app began in the US; PH and MX joined last and pay mostly at home."""

ORIGINS: Final = {
    "US": {"MX": 0.4, "PH": 0.16, "DO": 0.1, "CO": 0.1, "IN": 0.1, "NG": 0.05, "VN": 0.09},
    "GB": {"PH": 0.2, "RO": 0.24, "NG": 0.2, "IN": 0.24, "GH": 0.12},
    "CA": {"PH": 0.45, "IN": 0.4, "CO": 0.08, "NG": 0.07},
    "AU": {"PH": 0.45, "VN": 0.25, "IN": 0.2, "TH": 0.1},
    "DE": {"RO": 0.45, "VN": 0.2, "TH": 0.15, "GH": 0.1, "PH": 0.1},
    "SE": {"TH": 0.5, "PH": 0.3, "RO": 0.2},
    "FR": {"CI": 0.6, "RO": 0.25, "VN": 0.15},
    "NL": {"GH": 0.35, "CO": 0.2, "PH": 0.25, "RO": 0.2},
}
"""From where migrants came, by where they live now."""
