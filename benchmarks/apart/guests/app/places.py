"""Countries the app serves, countries it pays out to, and what money is called there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """One country: cities with the biggest first, the currency, euro rate, and the rails its receivers are paid by."""

    code: str
    currency: str
    per_euro: float
    dial: str
    towns: str
    ways: str

    @property
    def cities(self) -> tuple[str, ...]:
        """The cities, the biggest first."""
        return tuple(self.towns.split("/"))

    @property
    def rails(self) -> tuple[str, ...]:
        """The rails, as often as they are used."""
        return tuple(self.ways.split())


HOMES = (
    Country("SE", "SEK", 11.4, "46", "Stockholm/Göteborg/Malmö/Uppsala/Lund/Umeå", "wallet bank"),
    Country("DE", "EUR", 1.0, "49", "Berlin/Hamburg/München/Köln/Leipzig/Dresden/Bremen", "wallet bank"),
    Country("NL", "EUR", 1.0, "31", "Amsterdam/Rotterdam/Utrecht/Groningen/Eindhoven", "wallet bank"),
    Country("FR", "EUR", 1.0, "33", "Paris/Lyon/Marseille/Lille/Toulouse/Nantes", "wallet bank"),
    Country("GB", "GBP", 0.86, "44", "London/Manchester/Leeds/Bristol/Glasgow/Cardiff", "wallet bank"),
    Country("IE", "EUR", 1.0, "353", "Dublin/Cork/Galway/Limerick", "wallet bank"),
    Country("ES", "EUR", 1.0, "34", "Madrid/Barcelona/Valencia/Sevilla/Bilbao", "wallet bank"),
    Country("IT", "EUR", 1.0, "39", "Milano/Roma/Torino/Bologna/Napoli", "wallet bank"),
)
HOME_SHARES = (0.20, 0.20, 0.12, 0.14, 0.14, 0.05, 0.08, 0.07)

ABROAD = (
    Country("RO", "RON", 4.95, "40", "București/Cluj-Napoca/Iași/Timișoara/Bacău", "bank card"),
    Country("UA", "UAH", 41.0, "380", "Kyiv/Lviv/Odesa/Kharkiv/Dnipro", "card bank"),
    Country(
        "PH", "PHP", 60.5, "63", "Quezon City/Cebu City/Iligan/Angeles/Taguig/Cagayan de Oro", "wallet wallet bank"
    ),
    Country("CO", "COP", 4400.0, "57", "Bogotá/Medellín/Cali/Pereira/Cartagena", "wallet bank"),
    Country("MA", "MAD", 10.8, "212", "Casablanca/Tanger/Nador/Fès/Oujda", "bank"),
    Country("GH", "GHS", 14.5, "233", "Accra/Kumasi/Tamale/Takoradi", "wallet wallet bank"),
    Country("NG", "NGN", 1250.0, "234", "Lagos/Ibadan/Benin City/Abuja/Port Harcourt", "bank"),
    Country("CI", "XOF", 656.0, "225", "Abidjan/Bouaké/Daloa/Yamoussoukro", "wallet"),
)

COUNTRIES = HOMES + ABROAD
CODES = tuple(country.code for country in COUNTRIES)
INDEX = {code: number for number, code in enumerate(CODES)}
HOME_COUNT = len(HOMES)

ISLES = frozenset({"GB", "IE"})
"""Homes on western European time; the others keep central European time."""

TIMEZONES = (
    "Europe/Stockholm", "Europe/Berlin", "Europe/Amsterdam", "Europe/Paris",
    "Europe/London", "Europe/Dublin", "Europe/Madrid", "Europe/Rome",
)  # fmt: skip
