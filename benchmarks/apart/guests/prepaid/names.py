"""Invented people: names by country, and what a payer types when the app asks "who is this?"."""

from __future__ import annotations

from typing import Final

from .chance import Chance

_SPANISH: Final = (
    ("Marisol", "Yesenia", "Luz", "Dario", "Camilo", "Wilmer", "Paola", "Ines", "Rocio", "Efrain", "Nayeli", "Tomas"),
    ("Quintero", "Batista", "Ocampo", "Rincon", "Zarate", "Polanco", "Villalba", "Cordero", "Mosquera", "Arroyave"),
)
_ENGLISH: Final = (
    ("Gareth", "Denise", "Kyle", "Tamsin", "Bradley", "Carol", "Owen", "Shanice", "Derek", "Paige", "Neil", "Jodie"),
    ("Hartwell", "Pickering", "Stanmore", "Loughran", "Dunmore", "Ashby", "Tindall", "Crowther", "Baxley", "Morrow"),
)
_WEST_AFRICAN: Final = (
    ("Kwabena", "Efua", "Chidi", "Ngozi", "Adjoa", "Tunde", "Awa", "Koffi", "Ifeoma", "Yaw", "Bisi", "Mamadou"),
    ("Boatemaa", "Okafor", "Adeyinka", "Mensima", "Kouame", "Diarra", "Eze", "Asantewa", "Balogun", "Nkansah"),
)
_EAST_AFRICAN: Final = (
    ("Wanjiru", "Otieno", "Achieng", "Mutua", "Nakato", "Kiprop", "Auma", "Njeri", "Okello", "Chebet"),
    ("Kamande", "Odhiambo", "Mwangi", "Ssempa", "Wafula", "Cherono", "Nyambura", "Ochola"),
)
_FILIPINO: Final = (
    ("Rowena", "Jhun", "Maricel", "Arnel", "Liezl", "Dodong", "Cherry", "Rodel", "Grace", "Jovelyn", "Nonoy", "Analyn"),
    ("Macaraeg", "Dimasupil", "Bautisa", "Calingo", "Salonga", "Tumulak", "Ybanez", "Pangan", "Labrador", "Cabrera"),
)
_BY_COUNTRY: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "NL": (
        ("Sanne", "Joost", "Marleen", "Bram", "Femke", "Ruud", "Anouk", "Wouter", "Lotte", "Henk", "Iris", "Daan"),
        ("Terpstra", "van Loon", "Hoekman", "Brinkhof", "de Wolde", "Postma", "Kuiken", "Verhage", "Schaap"),
    ),
    "GB": _ENGLISH,
    "US": _ENGLISH,
    "PH": _FILIPINO,
    "MX": _SPANISH, "CO": _SPANISH, "DO": _SPANISH, "PE": _SPANISH, "BR": _SPANISH,
    "NG": _WEST_AFRICAN, "GH": _WEST_AFRICAN, "CI": _WEST_AFRICAN, "SN": _WEST_AFRICAN,
    "KE": _EAST_AFRICAN, "UG": _EAST_AFRICAN,
    "MA": (
        ("Hanane", "Rachid", "Samira", "Younes", "Naima", "Karim", "Fouzia", "Driss"),
        ("El Amri", "Bouzidi", "Tahiri", "Ouali", "Benali", "Haddou"),
    ),
    "SR": (
        ("Ruben", "Anushka", "Clyde", "Sharmila", "Orlando", "Mavis", "Dewi", "Ricardo"),
        ("Ramdien", "Pinas", "Kartosen", "Sabajo", "Jubitana", "Mangal"),
    ),
    "RO": (
        ("Mihaela", "Sorin", "Ioana", "Bogdan", "Denisa", "Florin", "Alina", "Razvan"),
        ("Dumitrel", "Ciobanu", "Stanciu", "Moldovan", "Petcu", "Rusu"),
    ),
}  # fmt: skip
_ASIAN: Final = (
    ("Siti", "Anjali", "Somchai", "Ratna", "Priya", "Wayan", "Kanya", "Vikram", "Thuy", "Nirmala", "Budi", "Minh"),
    ("Saelim", "Raghavan", "Wibowo", "Patil", "Suksan", "Hartono", "Thapar", "Nguyen", "Iyengar", "Setiawan"),
)


def named(chance: Chance, country: str, last: str | None = None) -> tuple[str, str]:
    """A (first, last) name from the country; `last` keeps a family's name."""
    firsts, lasts = _BY_COUNTRY.get(country, _ASIAN)
    return chance.pick(firsts), last or chance.pick(lasts)


def typed(chance: Chance, name: tuple[str, str]) -> str:
    """What a payer types for a payee: seldom the full name, often a first name, in careless capitals."""
    first, last = name
    forms = (
        (f"{first} {last}", 4.0),
        (first, 4.0),
        (first.lower(), 2.0),
        (f"{first} {last[0]}", 1.5),
        (f"{last} {first}".upper(), 0.7),
        (f"{first[:4]}{first[-1]}", 0.6),
    )
    return chance.weighted(forms)
