"""Towns of the bank's customers, and the countries they pay to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .chance import weights

HOME: Final = "SE"
TOWNS: Final = ("Stockholm", "Göteborg", "Malmö", "Uppsala", "Västerås", "Örebro", "Linköping", "Helsingborg",
                "Jönköping", "Norrköping", "Lund", "Umeå", "Gävle", "Borås", "Sundsvall", "Eskilstuna", "Karlstad",
                "Växjö", "Luleå", "Kalmar", "Falun", "Skövde", "Visby", "Kiruna")  # fmt: skip
TOWN_WEIGHTS: Final = weights([90, 55, 34, 17, 12, 12, 11, 11, 10, 10, 9, 9, 8, 8, 6, 7, 6, 7, 5, 4, 4, 4, 3, 2])
EURO_KRONOR: Final = 11.2


@dataclass(frozen=True, slots=True)
class Country:
    """Where money goes: its currency in kronor, the notes people think in, towns, names and how it is paid out."""

    code: str
    kronor: float
    notes: tuple[float, ...]
    towns: tuple[str, ...]
    tongue: str
    sepa: bool = False
    wallets: float = 0.0
    cash: float = 0.0


_ALL: Final = (
    Country("PH", 0.18, (500, 1000), ("Cebu City", "Quezon City", "Iligan", "Angeles", "Davao City", "Taguig", "Bacoor",
            "Cagayan de Oro", "Lapu-Lapu"), "filipino", wallets=0.55, cash=0.3),
    Country("TH", 0.30, (500, 1000), ("Bangkok", "Udon Thani", "Pattaya", "Khon Kaen"), "thai", wallets=0.35, cash=0.3),
    Country("CO", 0.0025, (50_000, 100_000), ("Medellín", "Cali", "Bogotá"), "spanish", wallets=0.3, cash=0.3),
    Country("DO", 0.17, (500, 1000), ("Santo Domingo", "Sosúa", "Santiago"), "spanish", cash=0.6),
    Country("BR", 1.85, (50, 100), ("Recife", "Fortaleza", "São Paulo"), "spanish", wallets=0.5),
    Country("UA", 0.25, (500, 1000), ("Kharkiv", "Odesa", "Lviv", "Dnipro"), "slavic", wallets=0.3, cash=0.3),
    Country("RO", 2.2, (50, 100), ("Iași", "Craiova", "Bacău", "Galați"), "romanian", sepa=True, cash=0.15),
    Country("PL", 2.6, (50, 100), ("Gdańsk", "Łódź", "Poznań"), "slavic", sepa=True),
    Country("BA", 5.7, (50, 100), ("Tuzla", "Zenica", "Mostar"), "slavic", cash=0.2),
    Country("RS", 0.095, (1000, 5000), ("Novi Sad", "Niš", "Belgrade"), "slavic"),
    Country("NG", 0.0065, (10_000, 20_000), ("Lagos", "Benin City", "Ibadan"), "african", wallets=0.3),
    Country("CI", 0.017, (10_000, 25_000), ("Abidjan", "Bouaké"), "african", wallets=0.7),
    Country("GH", 0.75, (100, 200), ("Accra", "Kumasi"), "african", wallets=0.6),
    Country("KE", 0.078, (1000, 2000), ("Nairobi", "Kisumu", "Mombasa"), "african", wallets=0.7),
    Country("SO", 0.018, (5000, 10_000), ("Hargeisa", "Mogadishu"), "arabic", wallets=0.7),
    Country("IQ", 0.0077, (25_000, 50_000), ("Erbil", "Basra", "Duhok"), "arabic", cash=0.7),
    Country("LB", 10.1, (50, 100), ("Tripoli", "Beirut"), "arabic", cash=0.7),
    Country("TR", 0.27, (500, 1000), ("Konya", "Izmir", "Ankara"), "turkish"),
    Country("IN", 0.118, (1000, 5000), ("Pune", "Kochi", "Hyderabad"), "indian"),
    Country("PK", 0.036, (5000, 10_000), ("Lahore", "Karachi"), "indian", wallets=0.3),
    Country("LK", 0.034, (5000, 10_000), ("Colombo", "Kandy"), "indian"),
    Country("VN", 0.0004, (500_000, 1_000_000), ("Hanoi", "Da Nang"), "thai"),
    Country("DE", EURO_KRONOR, (10, 50), ("Berlin", "Hamburg", "Köln"), "western", sepa=True),
    Country("ES", EURO_KRONOR, (10, 50), ("Málaga", "Valencia", "Barcelona"), "spanish", sepa=True),
    Country("NL", EURO_KRONOR, (10, 50), ("Amsterdam", "Utrecht"), "western", sepa=True),
    Country("FR", EURO_KRONOR, (10, 50), ("Lyon", "Paris"), "western", sepa=True),
    Country("MT", EURO_KRONOR, (10, 50), ("Sliema",), "western", sepa=True),
    Country("GB", 13.2, (10, 50), ("London", "Leeds", "Edinburgh"), "western"),
    Country("US", 10.1, (10, 50), ("New York", "Austin", "Seattle"), "western"),
)  # fmt: skip
COUNTRIES: Final = {country.code: country for country in _ALL}
