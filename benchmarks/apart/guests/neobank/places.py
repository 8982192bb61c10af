"""Where customers live and where money goes: currencies, clocks, cities, dialling codes, how the partner pays out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Home:
    """A country where the bank opens accounts. `share` is its part of the customers, `payday` a day of the month."""

    currency: str
    zone: str
    dial: str
    share: float
    payday: int
    cities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corridor:
    """A country the partner pays out in.

    `per_euro` is the rate at the start of the window, `step` the round sum in local money that people think in, and
    `payout` the parts of wallet, cash counter and bank account.
    """

    currency: str
    per_euro: float
    step: int
    dial: str
    payout: tuple[float, float, float]
    cities: tuple[str, ...]


HOMES = {
    "SE": Home("SEK", "Europe/Stockholm", "+46", 0.25, 25, ("Stockholm", "Göteborg", "Malmö", "Uppsala", "Umeå")),
    "GB": Home("GBP", "Europe/London", "+44", 0.24, 28, ("London", "Leeds", "Cardiff", "Glasgow", "Bristol", "Hull")),
    "DE": Home("EUR", "Europe/Berlin", "+49", 0.20, 29, ("Berlin", "Köln", "Leipzig", "Bremen", "Nürnberg")),
    "NL": Home("EUR", "Europe/Amsterdam", "+31", 0.09, 24, ("Rotterdam", "Utrecht", "Groningen")),
    "FR": Home("EUR", "Europe/Paris", "+33", 0.08, 28, ("Lyon", "Lille", "Nantes", "Paris")),
    "ES": Home("EUR", "Europe/Madrid", "+34", 0.06, 28, ("Valencia", "Madrid", "Sevilla")),
    "IE": Home("EUR", "Europe/Dublin", "+353", 0.05, 27, ("Dublin", "Cork")),
    "FI": Home("EUR", "Europe/Helsinki", "+358", 0.03, 15, ("Tampere", "Helsinki")),
}

CORRIDORS = {
    "PH": Corridor(
        "PHP",
        63.0,
        500,
        "+63",
        (0.55, 0.27, 0.18),
        ("Cebu City", "Iligan", "Naga", "Legazpi", "Bacolod", "Angeles", "Taguig", "Davao City", "Lapu-Lapu"),
    ),
    "TH": Corridor("THB", 37.5, 500, "+66", (0.15, 0.15, 0.70), ("Udon Thani", "Khon Kaen", "Chon Buri", "Bangkok")),
    "VN": Corridor("VND", 27000.0, 100000, "+84", (0.2, 0.2, 0.6), ("Vinh", "Da Nang", "Hai Phong")),
    "IN": Corridor("INR", 91.0, 1000, "+91", (0.2, 0.05, 0.75), ("Kochi", "Jalandhar", "Hyderabad", "Surat")),
    "PK": Corridor("PKR", 302.0, 5000, "+92", (0.35, 0.3, 0.35), ("Lahore", "Mirpur", "Gujrat", "Karachi")),
    "NG": Corridor("NGN", 1720.0, 10000, "+234", (0.25, 0.05, 0.70), ("Lagos", "Benin City", "Ibadan", "Enugu")),
    "GH": Corridor("GHS", 16.6, 50, "+233", (0.75, 0.15, 0.10), ("Kumasi", "Accra", "Tema")),
    "KE": Corridor("KES", 141.0, 500, "+254", (0.85, 0.05, 0.10), ("Nakuru", "Kisumu", "Nairobi", "Mombasa")),
    "CI": Corridor("XOF", 656.0, 5000, "+225", (0.8, 0.15, 0.05), ("Abidjan", "Bouaké")),
    "MA": Corridor("MAD", 10.7, 100, "+212", (0.1, 0.6, 0.3), ("Nador", "Fès", "Agadir")),
    "CO": Corridor("COP", 4450.0, 50000, "+57", (0.5, 0.3, 0.2), ("Cali", "Medellín", "Cartagena", "Pereira")),
    "DO": Corridor("DOP", 65.0, 500, "+1", (0.1, 0.55, 0.35), ("Santiago", "Sosúa", "La Romana")),
    "BR": Corridor("BRL", 6.2, 50, "+55", (0.1, 0.05, 0.85), ("Goiânia", "Recife", "Fortaleza")),
    "TR": Corridor("TRY", 38.0, 500, "+90", (0.1, 0.3, 0.6), ("Konya", "Kayseri", "Izmir")),
    "SY": Corridor("SYP", 14500.0, 100000, "+963", (0.0, 1.0, 0.0), ("Aleppo", "Homs")),
    "UA": Corridor("UAH", 45.0, 500, "+380", (0.05, 0.1, 0.85), ("Lviv", "Dnipro", "Odesa", "Kharkiv")),
    "RO": Corridor("RON", 4.98, 50, "+40", (0.15, 0.15, 0.70), ("Iași", "Bacău", "Craiova", "Suceava")),
    "PL": Corridor("PLN", 4.3, 50, "+48", (0.05, 0.05, 0.90), ("Rzeszów", "Lublin", "Łódź")),
}

ORIGINS = {
    "PL": 15, "RO": 13, "UA": 11, "TR": 8, "SY": 7, "IN": 11, "PK": 7, "NG": 7, "GH": 4, "KE": 3, "PH": 10, "TH": 4,
    "VN": 3, "CO": 5, "BR": 5, "DO": 2, "MA": 6,
}  # fmt: skip
"""Birth countries of customers born abroad, in parts."""

PER_EURO = {"EUR": 1.0, "GBP": 0.85, "SEK": 11.3}


def hours_ahead(home: str) -> int:
    """Hours that clocks in `home` are ahead of London's, all year."""
    return {"GB": 0, "IE": 0, "FI": 2}.get(home, 1)
