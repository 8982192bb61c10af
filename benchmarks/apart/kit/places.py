"""Countries: currency, US$ for one unit (constant, rounded), dialling code, culture of names, cities with zone and weight."""

# ruff: noqa: E501 -- a table reads better unbroken

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from benchmarks.apart.kit.dice import Dice, Table


@dataclass(frozen=True, slots=True)
class Country:
    """What the worlds know of a country."""

    code: str
    currency: str
    dial: str
    culture: str
    cities: Table[tuple[str, str]]


USD: Final[dict[str, float]] = {
    "USD": 1.0, "AUD": 0.65, "GBP": 1.27, "EUR": 1.08, "CAD": 0.73, "NZD": 0.6, "SEK": 0.094, "NOK": 0.093, "DKK": 0.145,
    "CHF": 1.12, "JPY": 0.0066, "KRW": 0.00073, "SGD": 0.74, "HKD": 0.128, "AED": 0.272, "SAR": 0.267, "PHP": 0.0175,
    "THB": 0.028, "RON": 0.217, "UAH": 0.025, "COP": 0.00024, "MXN": 0.055, "DOP": 0.0168, "GHS": 0.07, "NGN": 0.00065,
    "XOF": 0.00165, "KES": 0.0077, "INR": 0.0118, "VND": 0.00004, "KHR": 0.00025, "IDR": 0.000062, "JMD": 0.0064,
    "MAD": 0.1, "TRY": 0.03, "PLN": 0.25, "BRL": 0.19, "PEN": 0.27, "MDL": 0.056, "BTC": 65000.0, "USDT": 1.0, "LTC": 80.0,
}  # fmt: skip

_RAW: Final[dict[str, tuple[str, str, str, str]]] = {
    "AU": ("AUD", "61", "english", "Sydney@Australia/Sydney:30,Melbourne@Australia/Melbourne:28,Brisbane@Australia/Brisbane:15,Perth@Australia/Perth:12,Adelaide@Australia/Adelaide:8,Darwin@Australia/Darwin:3,Cairns@Australia/Brisbane:4"),
    "GB": ("GBP", "44", "english", "London@Europe/London:30,Manchester@Europe/London:12,Leeds@Europe/London:8,Glasgow@Europe/London:8,Bristol@Europe/London:7,Cardiff@Europe/London:4,Norwich@Europe/London:3"),
    "US": ("USD", "1", "english", "New York@America/New_York:25,Chicago@America/Chicago:14,Houston@America/Chicago:14,Los Angeles@America/Los_Angeles:25,San Diego@America/Los_Angeles:8,Phoenix@America/Phoenix:8,Tampa@America/New_York:8,Denver@America/Denver:6,Honolulu@Pacific/Honolulu:3"),
    "CA": ("CAD", "1", "english", "Toronto@America/Toronto:30,Vancouver@America/Vancouver:18,Calgary@America/Edmonton:12,Montreal@America/Toronto:15,Winnipeg@America/Winnipeg:8"),
    "NZ": ("NZD", "64", "english", "Auckland@Pacific/Auckland:20,Wellington@Pacific/Auckland:8,Christchurch@Pacific/Auckland:7"),
    "SE": ("SEK", "46", "nordic", "Stockholm@Europe/Stockholm:20,Göteborg@Europe/Stockholm:12,Malmö@Europe/Stockholm:8,Umeå@Europe/Stockholm:3"),
    "NO": ("NOK", "47", "nordic", "Oslo@Europe/Oslo:15,Bergen@Europe/Oslo:7,Tromsø@Europe/Oslo:2"),
    "DE": ("EUR", "49", "german", "Berlin@Europe/Berlin:20,Hamburg@Europe/Berlin:12,München@Europe/Berlin:12,Köln@Europe/Berlin:9,Leipzig@Europe/Berlin:5"),
    "FR": ("EUR", "33", "french", "Paris@Europe/Paris:25,Lyon@Europe/Paris:9,Marseille@Europe/Paris:9,Nantes@Europe/Paris:5"),
    "NL": ("EUR", "31", "german", "Amsterdam@Europe/Amsterdam:12,Rotterdam@Europe/Amsterdam:9,Utrecht@Europe/Amsterdam:6"),
    "IT": ("EUR", "39", "romance", "Milano@Europe/Rome:14,Roma@Europe/Rome:14,Torino@Europe/Rome:6"),
    "JP": ("JPY", "81", "english", "Tokyo@Asia/Tokyo:20,Osaka@Asia/Tokyo:9,Nagoya@Asia/Tokyo:6"),
    "KR": ("KRW", "82", "english", "Seoul@Asia/Seoul:20,Busan@Asia/Seoul:6"),
    "SG": ("SGD", "65", "english", "Singapore@Asia/Singapore:10"),
    "HK": ("HKD", "852", "english", "Hong Kong@Asia/Hong_Kong:10"),
    "AE": ("AED", "971", "english", "Dubai@Asia/Dubai:20,Abu Dhabi@Asia/Dubai:9"),
    "PH": ("PHP", "63", "filipino", "Manila@Asia/Manila:18,Quezon City@Asia/Manila:15,Cebu City@Asia/Manila:12,Davao City@Asia/Manila:10,Angeles City@Asia/Manila:6,Iligan City@Asia/Manila:4,Bacolod@Asia/Manila:6,Iloilo City@Asia/Manila:6,Cagayan de Oro@Asia/Manila:5,Baguio@Asia/Manila:4,Lapu-Lapu City@Asia/Manila:4,Olongapo@Asia/Manila:3,General Santos@Asia/Manila:4"),
    "TH": ("THB", "66", "thai", "Bangkok@Asia/Bangkok:25,Pattaya@Asia/Bangkok:9,Chiang Mai@Asia/Bangkok:8,Udon Thani@Asia/Bangkok:7,Phuket@Asia/Bangkok:6"),
    "RO": ("RON", "40", "romanian", "București@Europe/Bucharest:20,Iași@Europe/Bucharest:9,Cluj-Napoca@Europe/Bucharest:8,Galați@Europe/Bucharest:6,Bacău@Europe/Bucharest:5"),
    "UA": ("UAH", "380", "slavic", "Kyiv@Europe/Kyiv:20,Odesa@Europe/Kyiv:10,Lviv@Europe/Kyiv:9,Dnipro@Europe/Kyiv:8"),
    "MD": ("MDL", "373", "romanian", "Chișinău@Europe/Chisinau:10,Bălți@Europe/Chisinau:4"),
    "PL": ("PLN", "48", "slavic", "Warszawa@Europe/Warsaw:14,Kraków@Europe/Warsaw:8,Łódź@Europe/Warsaw:6"),
    "CO": ("COP", "57", "romance", "Bogotá@America/Bogota:20,Medellín@America/Bogota:14,Cali@America/Bogota:10,Cartagena@America/Bogota:6"),
    "MX": ("MXN", "52", "romance", "Guadalajara@America/Mexico_City:10,Ciudad de México@America/Mexico_City:18,Tijuana@America/Tijuana:6,Oaxaca@America/Mexico_City:6"),
    "DO": ("DOP", "1", "romance", "Santo Domingo@America/Santo_Domingo:18,Santiago@America/Santo_Domingo:8,Sosúa@America/Santo_Domingo:3"),
    "JM": ("JMD", "1", "english", "Kingston@America/Jamaica:10,Montego Bay@America/Jamaica:6"),
    "GH": ("GHS", "233", "akan", "Accra@Africa/Accra:15,Kumasi@Africa/Accra:10"),
    "NG": ("NGN", "234", "akan", "Lagos@Africa/Lagos:20,Ibadan@Africa/Lagos:8,Benin City@Africa/Lagos:6"),
    "CI": ("XOF", "225", "akan", "Abidjan@Africa/Abidjan:15,Bouaké@Africa/Abidjan:5"),
    "KE": ("KES", "254", "akan", "Nairobi@Africa/Nairobi:15,Mombasa@Africa/Nairobi:6"),
    "IN": ("INR", "91", "indic", "Kochi@Asia/Kolkata:10,Mumbai@Asia/Kolkata:15,Hyderabad@Asia/Kolkata:9,Ludhiana@Asia/Kolkata:6"),
    "VN": ("VND", "84", "viet", "Ho Chi Minh City@Asia/Ho_Chi_Minh:15,Hanoi@Asia/Ho_Chi_Minh:12,Da Nang@Asia/Ho_Chi_Minh:6"),
    "KH": ("KHR", "855", "thai", "Phnom Penh@Asia/Phnom_Penh:12,Siem Reap@Asia/Phnom_Penh:5"),
    "ID": ("IDR", "62", "thai", "Jakarta@Asia/Jakarta:20,Surabaya@Asia/Jakarta:9,Denpasar@Asia/Makassar:5"),
    "MA": ("MAD", "212", "akan", "Casablanca@Africa/Casablanca:12,Tanger@Africa/Casablanca:6"),
    "TR": ("TRY", "90", "slavic", "İstanbul@Europe/Istanbul:18,Ankara@Europe/Istanbul:8"),
    "PE": ("PEN", "51", "romance", "Lima@America/Lima:15,Arequipa@America/Lima:5"),
}  # fmt: skip  # noqa: RUF100


def _cities(raw: str) -> Table[tuple[str, str]]:
    table: dict[tuple[str, str], float] = {}
    for part in raw.split(","):
        place, weight = part.rsplit(":", 1)
        city, zone = place.split("@")
        table[city, zone] = float(weight)
    return Table(table)


COUNTRIES: Final = {
    code: Country(code, currency, dial, culture, _cities(cities))
    for code, (currency, dial, culture, cities) in _RAW.items()
}

ZONES: Final = tuple(sorted({zone for country in COUNTRIES.values() for _, zone in country.cities.values}))


def city_of(dice: Dice, code: str) -> tuple[str, str]:
    """Draw a city of a country and its time zone."""
    return COUNTRIES[code].cities.draw(dice)
