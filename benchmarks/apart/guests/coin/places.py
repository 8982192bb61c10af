"""Where people live: time zone, money, cities, and the names that are common there (all people are invented)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

USD_PER: Final = {
    "USD": 1.0, "EUR": 1.09, "GBP": 1.28, "AUD": 0.65, "CAD": 0.72, "SEK": 0.096, "AED": 0.272, "SGD": 0.75,
    "JPY": 0.0067, "PHP": 0.0174, "NGN": 0.00065, "XOF": 0.00166, "COP": 0.00024, "MXN": 0.053, "THB": 0.0295,
    "RON": 0.22, "UAH": 0.024, "KES": 0.0077, "INR": 0.0117, "BRL": 0.178, "GHS": 0.075, "DOP": 0.0165,
}  # fmt: skip
"""US dollars for one unit: people agree prices in their own money, whatever the wallet holds."""

LEDGER_MONEY: Final = ("USD", "EUR", "GBP", "AUD", "PHP", "MXN", "NGN")
"""What the wallet can hold. The dollar stablecoin is booked as USD: the books know no code for it."""

_NAMES: Final = {
    "en": ("Alan Brett Carol Dean Ellen Frank Gail Harvey Iris Jack Kyle Liam Megan Noel Owen Ruth Sean Tess",
           "Abbot Barlow Crane Dalton Eastman Fisher Garner Holt Ingram Kerr Lowry Mercer Norris Pratt Quill Rowe"),
    "de": ("Anke Bernd Clara Dirk Elke Falk Gerd Heike Ingo Jens Katja Lars Mona Nils Petra Rolf Silke Uwe",
           "Albers Brandt Dorn Ehlers Fuchs Gruber Hansen Jansen Keller Lorenz Maas Neumann Otto Peters Ritter"),
    "la": ("Ana Bruno Carla Diego Elena Felipe Gloria Hugo Ines Jorge Lucia Marco Nadia Oscar Paula Ramon Sofia Tomas",
           "Acosta Bravo Cano Duarte Escobar Ferrer Gallo Herrera Ibarra Leon Mora Nieto Ochoa Pardo Rossi Soto Vega"),
    "ph": ("Analyn Benjie Cherry Dodong Elsa Ferdie Grace Jhun Jocelyn Kristel Lito Marivic Nonoy Rowena Rodel Tess",
           "Abad Bautista Castro Dizon Escueta Flores Gatchalian Ilagan Lacson Manalo Navarro Ocampo Pascual Salonga"),
    "wa": ("Ade Bisi Chidi Dayo Efua Femi Ifeoma Kofi Kwame Ngozi Obi Sade Tunde Uche Yaw Zainab Amara Koffi",
           "Adeyemi Balogun Danso Eze Falola Ibeh Koffi Mensah Nwosu Okafor Owusu Sanni Toure Uzor Yeboah Bello"),
    "as": ("Anan Boon Dao Fah Kenji Lin Mali Naree Preecha Ravi Somchai Sunita Tara Vikram Yumi Arjun Meera Asha",
           "Anand Chai Das Ito Jain Kumar Mehta Mori Nair Patel Rao Saito Sharma Suk Tanaka Thong Wong Lim Tan"),
    "ee": ("Adrian Bogdan Cristina Dana Elena Florin Ioana Katya Mihai Nadia Oksana Pavlo Radu Taras Vlad Yana",
           "Albu Bondar Cojocaru Dima Enache Ionescu Kovalenko Lupu Melnyk Munteanu Popa Radu Shevchuk Stan Tkach"),
    "ea": ("Amina Baraka Cheptoo Dalmas Esther Faraj Grace Hamisi Juma Kamau Lilian Mwangi Njeri Otieno Wanjiru",
           "Abdi Chege Gitau Kariuki Kimani Kiprop Maina Mutua Ndegwa Ochieng Odhiambo Omondi Wafula Wekesa"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A country as the wallet meets it."""

    zone: str
    money: str
    names: str
    cities: tuple[str, ...]
    weight: float
    """Share of the payers who signed up here."""
    sends: bool
    """Whether people here mostly send abroad (else they mostly are sent to)."""

    @property
    def held(self) -> str:
        """Currency a wallet opened here starts with."""
        return self.money if self.money in LEDGER_MONEY else "USD"

    def given(self) -> list[str]:
        """Given names common here."""
        return _NAMES[self.names][0].split()

    def family(self) -> list[str]:
        """Family names common here."""
        return _NAMES[self.names][1].split()


def _place(zone: str, money: str, names: str, cities: str, *, weight: float, sends: bool) -> Place:
    return Place(zone, money, names, tuple(cities.split(", ")), weight, sends)


PLACES: Final = {
    "US": _place("America/New_York", "USD", "en", "New York, Tampa, Columbus, Raleigh, Detroit", weight=17, sends=True),
    "GB": _place("Europe/London", "GBP", "en", "London, Leeds, Cardiff, Bristol, Glasgow", weight=9, sends=True),
    "AU": _place("Australia/Sydney", "AUD", "en", "Sydney, Newcastle, Canberra, Wollongong", weight=7, sends=True),
    "CA": _place("America/Toronto", "CAD", "en", "Toronto, Ottawa, Hamilton, London", weight=5, sends=True),
    "DE": _place("Europe/Berlin", "EUR", "de", "Berlin, Bremen, Kassel, Leipzig, Ulm", weight=7, sends=True),
    "NL": _place("Europe/Amsterdam", "EUR", "de", "Utrecht, Breda, Zwolle, Almere", weight=3, sends=True),
    "SE": _place("Europe/Stockholm", "SEK", "de", "Stockholm, Malmö, Uppsala", weight=3, sends=True),
    "FR": _place("Europe/Paris", "EUR", "la", "Lyon, Nantes, Lille, Nice", weight=4, sends=True),
    "ES": _place("Europe/Madrid", "EUR", "la", "Madrid, Sevilla, Bilbao, Vigo", weight=4, sends=True),
    "AE": _place("Asia/Dubai", "AED", "as", "Dubai, Sharjah, Ajman", weight=6, sends=True),
    "SG": _place("Asia/Singapore", "SGD", "as", "Singapore", weight=3, sends=True),
    "JP": _place("Asia/Tokyo", "JPY", "as", "Tokyo, Nagoya, Kobe", weight=3, sends=True),
    "PH": _place(
        "Asia/Manila", "PHP", "ph", "Cebu City, Bacolod, Davao, Iligan, Taguig, Cavite", weight=8, sends=False
    ),
    "NG": _place("Africa/Lagos", "NGN", "wa", "Lagos, Ibadan, Benin City, Abuja", weight=5, sends=False),
    "CI": _place("Africa/Abidjan", "XOF", "wa", "Abidjan, Bouaké", weight=1, sends=False),
    "GH": _place("Africa/Accra", "GHS", "wa", "Accra, Kumasi", weight=2, sends=False),
    "KE": _place("Africa/Nairobi", "KES", "ea", "Nairobi, Mombasa, Kisumu", weight=2, sends=False),
    "CO": _place("America/Bogota", "COP", "la", "Medellín, Cali, Bogotá, Cartagena", weight=3, sends=False),
    "MX": _place("America/Mexico_City", "MXN", "la", "Puebla, Mérida, León", weight=4, sends=False),
    "DO": _place("America/Santo_Domingo", "DOP", "la", "Santiago, La Romana", weight=1, sends=False),
    "BR": _place("America/Sao_Paulo", "BRL", "la", "Recife, Campinas, Curitiba", weight=2, sends=False),
    "TH": _place("Asia/Bangkok", "THB", "as", "Bangkok, Chiang Mai, Hat Yai", weight=2, sends=False),
    "IN": _place("Asia/Kolkata", "INR", "as", "Pune, Kochi, Jaipur", weight=4, sends=False),
    "RO": _place("Europe/Bucharest", "RON", "ee", "Iași, Bacău, Cluj", weight=2, sends=False),
    "UA": _place("Europe/Kyiv", "UAH", "ee", "Lviv, Odesa, Dnipro", weight=2, sends=False),
}

SENDING: Final = tuple(code for code, place in PLACES.items() if place.sends)
RECEIVING: Final = tuple(code for code, place in PLACES.items() if not place.sends)
RECEIVING_WEIGHTS: Final = (30, 9, 2, 4, 5, 8, 13, 4, 4, 4, 10, 4, 5)
"""How migrants' homelands, and the far end of most cross-border ties, spread over `RECEIVING`."""
