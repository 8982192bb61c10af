"""The twelve countries where the platform opens accounts: currency, zones, paydays, names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A market of the platform.

    `per_usd` is one constant rate: sums matter here by size and roundness, not by the drift of a currency.
    Where the local currency is not offered, accounts are held in dollars or euros, as global wallets do.
    """

    code: str
    share: float
    currency: str
    per_usd: float
    zones: tuple[tuple[str, float, float], ...]
    payday: str
    wealth: float
    cities: tuple[str, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]


COUNTRIES: tuple[Country, ...] = (
    Country("US", 0.23, "USD", 1.0,
            (("America/New_York", -5, 0.5), ("America/Chicago", -6, 0.3), ("America/Los_Angeles", -8, 0.2)),
            "fortnight", 1.0, ("Tolland Falls", "Marrow Creek", "East Bellamy"),
            ("Carl", "Denise", "Tyler", "Brooke", "Glen", "Tanya", "Mason", "Alexis", "Wade", "Kristen"),
            ("Harlow", "Pickens", "Dorsey", "Whitt", "Lomax", "Strand", "Bexley", "Orton", "Quarles", "Tibbs")),
    Country("GB", 0.12, "GBP", 0.79, (("Europe/London", 0, 1.0),), "last", 0.9,
            ("Harrowby", "Stoke Linden", "Penmarsh"),
            ("Nigel", "Sandra", "Callum", "Jodie", "Graham", "Kelly", "Liam", "Megan", "Trevor", "Paula"),
            ("Ashdown", "Cribb", "Fairley", "Hallam", "Moxon", "Pyke", "Redfern", "Stott", "Tranter", "Wragg")),
    Country("DE", 0.11, "EUR", 0.92, (("Europe/Berlin", 1, 1.0),), "last", 0.95,
            ("Lindenau am See", "Oberkirchen", "Neuwalde"),
            ("Uwe", "Sabine", "Lukas", "Lena", "Holger", "Petra", "Jonas", "Marie", "Dieter", "Anke"),
            ("Brandl", "Eckert", "Fuhrmann", "Gerlach", "Hinz", "Kolbe", "Lorenz", "Rademacher", "Thiel", "Voss")),
    Country("AU", 0.10, "AUD", 1.5,
            (("Australia/Sydney", 10, 0.6), ("Australia/Brisbane", 10, 0.25), ("Australia/Perth", 8, 0.15)),
            "fortnight", 0.95, ("Wattle Bay", "Kurranda", "Port Emmet"),
            ("Bruce", "Narelle", "Jayden", "Tahlia", "Darren", "Leanne", "Cooper", "Ebony", "Wayne", "Cheryl"),
            ("Barwick", "Coulter", "Dunstan", "Fenner", "Gorrie", "Hoskin", "Kemble", "Lacey", "Mudge", "Rudd")),
    Country("CA", 0.06, "CAD", 1.36, (("America/Toronto", -5, 0.7), ("America/Vancouver", -8, 0.3)), "fortnight", 0.95,
            ("Lac Bernard", "North Selby"),
            ("Doug", "Lorraine", "Ethan", "Chloe", "Gordon", "Monique", "Owen", "Sophie"),
            ("Belliveau", "Carrick", "Duquette", "Fraser", "Hebert", "Lavoie", "Munro", "Tessier")),
    Country("PH", 0.11, "PHP", 56.0, (("Asia/Manila", 8, 1.0),), "halves", 0.3,
            ("San Roque Norte", "Bagong Ilog", "Sta. Elena", "Calinao"),
            ("Maricel", "Jomar", "Rowena", "Arnel", "Jhoanna", "Rodel", "Lovely", "Dennis", "Cherry", "Noel"),
            ("Abella", "Bantug", "Catapang", "Dimaano", "Evangelio", "Gatdula", "Ilagan", "Lacsamana", "Magtibay",
             "Panganiban", "Sumulong", "Villaruel")),
    Country("TH", 0.05, "THB", 35.0, (("Asia/Bangkok", 7, 1.0),), "last", 0.35,
            ("Ban Nong Sai", "Wiang Thong"),
            ("Somchai", "Ploy", "Nattapong", "Kanya", "Anong", "Wichai", "Mali", "Prasert"),
            ("Boonmee", "Chaiyasit", "Intharat", "Kaewsri", "Phromma", "Saelim", "Thongdee", "Wongsa")),
    Country("BR", 0.06, "BRL", 5.1, (("America/Sao_Paulo", -3, 0.85), ("America/Manaus", -4, 0.15)), "fifth", 0.4,
            ("Vila Serena", "Porto Amparo"),
            ("Adriana", "Thiago", "Luana", "Wagner", "Camila", "Rafael", "Jussara", "Caio"),
            ("Azevedo", "Bezerra", "Cordeiro", "Furtado", "Leite", "Moraes", "Peixoto", "Tavares")),
    Country("UA", 0.05, "USD", 1.0, (("Europe/Kyiv", 2, 1.0),), "halves", 0.35,
            ("Zelenyi Hai", "Stara Vyshnia"),
            ("Oksana", "Taras", "Iryna", "Bohdan", "Nadiia", "Yurii", "Daryna", "Pavlo"),
            ("Bilyk", "Danylko", "Hrytsak", "Koval", "Lysenko", "Moroz", "Palii", "Tkach")),
    Country("NG", 0.04, "USD", 1.0, (("Africa/Lagos", 1, 1.0),), "last", 0.3,
            ("Ikorun", "Abaji New Town"),
            ("Chidi", "Ngozi", "Tunde", "Amaka", "Emeka", "Yetunde", "Ibrahim", "Blessing"),
            ("Adeyeri", "Balogun", "Chukwu", "Danjuma", "Ekwueme", "Folarin", "Nwosu", "Okafor")),
    Country("MX", 0.05, "MXN", 17.5, (("America/Mexico_City", -6, 0.9), ("America/Tijuana", -8, 0.1)), "halves", 0.4,
            ("San Isidro Alto", "Villa Nopal"),
            ("Guadalupe", "Ramiro", "Yolanda", "Ernesto", "Ximena", "Hugo", "Rosario", "Ivan"),
            ("Arreola", "Ballesteros", "Cisneros", "Espino", "Galindo", "Montoya", "Quiroz", "Zepeda")),
    Country("CI", 0.02, "EUR", 0.92, (("Africa/Abidjan", 0, 1.0),), "last", 0.25,
            ("Grand-Akoro", "Tiassou"),
            ("Aya", "Kouassi", "Adjoua", "Yao", "Fatou", "Moussa"),
            ("Bamba", "Coulibaly", "Diarra", "Gbagba", "Kone", "Toure")),
)  # fmt: skip

CODES: tuple[str, ...] = tuple(country.code for country in COUNTRIES)
INDEX: dict[str, int] = {code: index for index, code in enumerate(CODES)}
RICH: tuple[int, ...] = tuple(INDEX[code] for code in ("US", "GB", "DE", "AU", "CA"))
ZONES: tuple[str, ...] = tuple(zone for country in COUNTRIES for zone, _, _ in country.zones)

ORIGINS: dict[str, float] = {"PH": 0.34, "MX": 0.2, "UA": 0.13, "NG": 0.12, "BR": 0.09, "TH": 0.08, "CI": 0.04}
"""Where the migrants of the rich countries come from, as shares."""

STORMS: tuple[tuple[str, float], ...] = (("PH", 112.0), ("PH", 168.0), ("MX", 482.0), ("PH", 495.0), ("PH", 861.0))
"""Typhoons and hurricanes: country and day since the first of July 2022, when the horizon begins."""
