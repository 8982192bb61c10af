# ruff: noqa: E501 -- a table reads better unbroken
"""Where the group has counters, where the money goes, and how each end pays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Host:
    """A country with counters and the app."""

    code: str
    entity: str
    currency: str
    per_usd: float
    digits: int
    dial: str
    cities: tuple[str, ...]
    culture: str
    opens: float
    closes: float
    sunday: bool
    fee_usd: float
    late_funding: float
    """Share of app payers who fund by bank transfer that books on the next working day."""
    share: float
    migrants: float
    corridors: dict[str, float]


@dataclass(frozen=True, slots=True)
class Home:
    """A country where money is paid out."""

    code: str
    currency: str
    per_usd: float
    dial: str
    culture: str
    cities: tuple[str, ...]
    pickup: float
    wallet: float
    """Shares of cash pickup and wallet; the rest goes to bank accounts."""


HOSTS: Final[dict[str, Host]] = {
    host.code: host
    for host in (
        Host("JP", "Hato Exchange KK", "JPY", 150.0, 0, "+8170", ("Tokyo", "Nagoya", "Osaka", "Hamamatsu", "Oizumi",
             "Fukuoka", "Saitama", "Sapporo"), "japanese", 10.0, 19.0, True, 6.5, 0.25, 0.27, 0.62,
             {"PH": 0.32, "VN": 0.24, "NP": 0.13, "CN": 0.07, "ID": 0.08, "TH": 0.05, "BR": 0.08, "LK": 0.03}),
        Host("GB", "Hato Money Transfer Ltd", "GBP", 0.79, 2, "+4474", ("London", "Birmingham", "Leeds", "Leicester",
             "Manchester", "Glasgow", "Slough", "Cardiff"), "british", 9.0, 20.0, True, 2.5, 0.0, 0.27, 0.66,
             {"NG": 0.2, "GH": 0.1, "PK": 0.16, "IN": 0.16, "PH": 0.14, "RO": 0.1, "KE": 0.06, "BD": 0.08}),
        Host("DE", "Hato Zahlungsdienste GmbH", "EUR", 0.92, 2, "+49151", ("Berlin", "Hamburg", "Frankfurt", "Stuttgart",
             "Cologne", "Nuremberg", "Bremen"), "german", 9.0, 19.0, False, 3.2, 0.4, 0.19, 0.6,
             {"TR": 0.2, "RO": 0.14, "UA": 0.1, "PL": 0.08, "GH": 0.1, "NG": 0.07, "PH": 0.1, "VN": 0.08, "MA": 0.07,
              "TH": 0.06}),
        Host("AE", "Hato Exchange LLC", "AED", 3.6725, 2, "+9715", ("Dubai", "Abu Dhabi", "Sharjah", "Ajman", "Al Ain"),
             "gulf", 8.0, 23.0, True, 5.0, 0.0, 0.27, 0.88,
             {"IN": 0.32, "PK": 0.17, "PH": 0.2, "BD": 0.09, "NP": 0.08, "EG": 0.07, "LK": 0.05, "KE": 0.02}),
    )
}  # fmt: skip

HOMES: Final[dict[str, Home]] = {
    home.code: home
    for home in (
        Home("PH", "PHP", 57.0, "+6391", "filipino", ("Metro Manila", "Cebu City", "Davao", "Angeles", "Iligan",
             "Cagayan de Oro", "Naga", "Tuguegarao", "Iloilo", "Bacolod", "Olongapo", "Tacloban"), 0.5, 0.28),
        Home("VN", "VND", 25000.0, "+849", "vietnamese", ("Hanoi", "Ho Chi Minh City", "Hai Phong", "Vinh"), 0.25, 0.1),
        Home("NP", "NPR", 134.0, "+97798", "nepali", ("Kathmandu", "Pokhara", "Butwal", "Dharan"), 0.55, 0.15),
        Home("CN", "CNY", 7.2, "+86131", "chinese", ("Fuzhou", "Dalian", "Harbin", "Shanghai"), 0.1, 0.35),
        Home("ID", "IDR", 15900.0, "+628", "indonesian", ("Jakarta", "Surabaya", "Denpasar", "Medan"), 0.25, 0.2),
        Home("TH", "THB", 35.0, "+668", "thai", ("Bangkok", "Udon Thani", "Pattaya", "Chiang Mai"), 0.2, 0.2),
        Home("BR", "BRL", 5.4, "+55119", "latin", ("Sao Paulo", "Curitiba", "Londrina"), 0.2, 0.1),
        Home("CO", "COP", 4100.0, "+5731", "latin", ("Medellin", "Cartagena", "Cali", "Bogota"), 0.5, 0.25),
        Home("LK", "LKR", 300.0, "+947", "lankan", ("Colombo", "Kandy", "Negombo"), 0.4, 0.05),
        Home("NG", "NGN", 1450.0, "+23480", "nigerian", ("Lagos", "Benin City", "Ibadan", "Owerri", "Abuja"), 0.25, 0.1),
        Home("GH", "GHS", 14.5, "+2332", "ghanaian", ("Accra", "Kumasi", "Tamale"), 0.2, 0.6),
        Home("CI", "XOF", 605.0, "+22507", "ivorian", ("Abidjan", "Bouake", "Daloa"), 0.3, 0.65),
        Home("KE", "KES", 132.0, "+2547", "kenyan", ("Nairobi", "Mombasa", "Kisumu"), 0.1, 0.75),
        Home("PK", "PKR", 279.0, "+9230", "pakistani", ("Mirpur", "Lahore", "Karachi", "Peshawar"), 0.45, 0.1),
        Home("IN", "INR", 84.0, "+9198", "indian", ("Kochi", "Hyderabad", "Jalandhar", "Chennai", "Patna"), 0.15, 0.05),
        Home("BD", "BDT", 118.0, "+88017", "bengali", ("Sylhet", "Dhaka", "Cumilla", "Chattogram"), 0.4, 0.3),
        Home("RO", "RON", 4.6, "+407", "romanian", ("Bacau", "Iasi", "Cluj-Napoca", "Bucharest"), 0.4, 0.05),
        Home("PL", "PLN", 3.95, "+485", "polish", ("Lublin", "Wroclaw", "Opole"), 0.1, 0.05),
        Home("TR", "TRY", 34.0, "+9053", "turkish", ("Istanbul", "Ankara", "Gaziantep", "Izmir"), 0.35, 0.1),
        Home("UA", "UAH", 41.0, "+3806", "ukrainian", ("Kyiv", "Lviv", "Odesa", "Dnipro"), 0.3, 0.05),
        Home("MA", "MAD", 9.9, "+2126", "arab", ("Tangier", "Casablanca", "Nador"), 0.6, 0.1),
        Home("EG", "EGP", 48.0, "+2010", "arab", ("Cairo", "Alexandria", "Mansoura"), 0.4, 0.2),
        Home("GB", "GBP", 0.79, "+4477", "indian", ("London", "Manchester", "Coventry"), 0.0, 0.0),
        Home("DE", "EUR", 0.92, "+49160", "indian", ("Berlin", "Aachen", "Munich"), 0.0, 0.0),
        Home("MY", "MYR", 4.5, "+601", "indonesian", ("Kuala Lumpur", "Penang"), 0.1, 0.2),
    )
}  # fmt: skip
