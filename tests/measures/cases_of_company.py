"""Cases for whom a payer pays, who pays a receiver, and who else pays the same people."""

from __future__ import annotations

from case import Case, of_payer, of_receiver
from described import Payment, each, pay, times

NIGHT = "2024-02-02 23:00"
NAMES = ["Ana Abad", "Bea Bonifacio", "Celia Cayabyab", "Dina Dimaculangan", "Ester Ebora"]
CITIES = ["Cebu City", "Davao", "Manila", "Iloilo", "Baguio", "Angeles"]


def strangers(count: int, name: str = "Alan Wetherspoon") -> list[Payment]:
    """Payments of C to people of other surnames."""
    return [
        pay("2024-02-02 12:00", to=f"R{number}", originator_name=name, beneficiary_name=NAMES[number])
        for number in range(count)
    ]


def kin(count: int = 2, name: str = "Quintos", **columns: str | int) -> list[Payment]:
    """Payments of C to somebody of the same, uncommon surname."""
    return times(count, originator_name=f"Jose {name}", beneficiary_name=f"Rosa {name}", **columns)


def by(payers: int, to: str = "R", **columns: str | int) -> list[Payment]:
    """One payment each of other payers, D0 and on."""
    return [pay("2024-02-02 12:00", by=f"D{number}", to=to, **columns) for number in range(payers)]


def kin_of_d(name: str, other: str | None = None) -> list[Payment]:
    """D pays R, a stranger, and somebody else: kin of its own, or of the `other` name."""
    d = {"by": "D", "originator_name": f"Jose {name}"}
    return [
        pay("2024-02-02 12:00", beneficiary_name="Ana Dimaguiba", **d),
        pay("2024-02-03 12:00", to="K", beneficiary_name=f"Rosa {other or name}", **d),
    ]


def from_countries(*countries: str) -> list[Payment]:
    """One payment each of other payers from these countries."""
    return [pay("2024-02-02 12:00", by=country, originator_country=country) for country in countries]


OF_PAYERS: tuple[Case, ...] = (
    of_payer("receivers", (each("to", "ABCDEFG"), 7), (times(7), 1)),
    of_payer("unrelated_receivers", (strangers(5), 5), (kin(), 0)),
    of_payer("top_receiver_share", (times(4), 1), (each("to", "ABCDEFGHIJ"), 0.1), times(3)),
    of_payer("new_receiver_rate", (each("to", "ABCD"), 1), (times(20), 0.05), times(3)),
    of_payer("receivers_abroad", (each("to", "AB"), 1), (times(2, beneficiary_country="AU"), 0)),
    of_payer(
        "receiver_cities", ([pay("2024-02-02 12:00", to=city, beneficiary_city=city) for city in CITIES], 6),
        (each("to", "AB", beneficiary_city="Davao"), 1), times(3, beneficiary_city="Davao"),
    ),
    of_payer(
        "receivers_in_one_city", (each("to", "ABC", beneficiary_city="Davao"), 1),
        ([pay("2024-02-02 12:00", to=city, beneficiary_city=city) for city in CITIES], 1 / 6), each("to", "AB", beneficiary_city="Davao"),
    ),
    of_payer(
        "receivers_share_surname", ([pay("2024-02-02 12:00", to=name, beneficiary_name=f"{name} Lualhati") for name in ("Ana", "Bea", "Mia")], 1),
        (strangers(3), 0), [pay("2024-02-02 12:00", to=name, beneficiary_name=f"{name} Lualhati") for name in ("Ana", "Bea")],
    ),
    of_payer("kin_share", (kin(4), 1), (strangers(4), 0), times(4)),
    of_payer("fleeting_receivers", (each("to", "AB"), 1), ([*times(3, 30, to="A"), *times(3, 30, to="B")], 0), times(4)),
    of_payer(
        "to_organisations", (times(2, beneficiary_name="Bright Hope Foundation Inc"), 1), (times(2, beneficiary_name="Ana Abad"), 0), times(2),
    ),
    of_payer(
        "destinations", ([pay("2024-02-02 12:00", to=country, beneficiary_country=country) for country in ("PH", "TH", "CO", "RO")], 4),
        ([pay("2024-02-02 12:00", to=f"R{origin}", originator_country=origin) for origin in ("AU", "NZ")], 1),
    ),
    of_payer("shared_receivers", ([*times(2), *by(3)], 1), (times(2), 0), None),
    of_payer("others_per_receiver", ([*times(2), *by(3)], 3), (times(2), 0), None),
    of_payer("companions_receivers", ([*times(2), *by(1), *each("to", "VWXYZ", by="D0")], 6), ([*times(2), *by(1)], 1), times(2)),
    of_payer(
        "companions_countries",
        ([*times(2), *from_countries("GB", "US", "NZ")], 4),
        ([*times(2), *by(3)], 1), None,
    ),
    of_payer("companions_night", ([*times(2), *each("by", "DE", when=NIGHT)], 1), ([*times(2), *by(2)], 0), times(2)),
    of_payer("companions_age", ([*times(2), *by(2, originator_birth_year=1963)], 61), ([*times(2), *by(2, originator_birth_year=2006)], 18), [*times(2, originator_birth_year=1963), *by(2)]),
    of_payer("companions_loyalty", ([*times(2), *times(13, by="D")], 13), ([*times(2), *by(2)], 1), times(2)),
    of_payer("companions_usd", ([*times(2), *times(2, by="D", usd=450)], 450), ([*times(2), *times(2, by="D", usd=7)], 7), times(2)),
    of_payer("companions_family", ([*times(2), *kin_of_d("Macapagal")], 1), ([*times(2), *kin_of_d("Macapagal", "Abad")], 0), times(2)),
    of_payer("hub_share", ([*times(2), *by(40)], 1), ([*times(2), *by(5)], 0)),
    of_payer(
        "receivers_kin_elsewhere",
        ([*times(2, originator_name="Alan Wetherspoon", beneficiary_name="Rosa Quiambao"), pay("2024-02-02 12:00", by="K", originator_name="Jose Quiambao", beneficiary_name="Rosa Quiambao")], 1),
        ([*times(2, originator_name="Alan Wetherspoon", beneficiary_name="Rosa Abella"), pay("2024-02-02 12:00", by="K", originator_name="Hugh Okonkwo", beneficiary_name="Rosa Abella")], 0),
    ),
)  # fmt: skip

OF_RECEIVERS: tuple[Case, ...] = (
    of_receiver("unrelated_payers", (by(10), 10), (kin(2, "Macaraeg"), 0)),
    of_receiver("payer_countries", (from_countries("AU", "GB", "US", "NZ"), 4), (by(3), 1)),
    of_receiver("kin_payers", (kin(2, "Panganiban"), 1), (times(2, originator_name="Alan Wetherspoon", beneficiary_name="Ana Abad"), 0), times(2)),
    of_receiver("top_payer_share", (times(4), 1), (by(10), 0.1), times(3)),
    of_receiver("single_payment_payers", (by(5), 1), ([*times(2), *times(2, by="D")], 0), times(4)),
    of_receiver("payers_in_bursts", (times(3, 1), 1), (times(3, 30), 0)),
    of_receiver("payers_receivers", ([*times(1), *each("to", "VWXYZ")], 6), (times(2), 1)),
    of_receiver("broad_payers", ([*by(2), *each("to", "VW", by="D0"), *each("to", "VW", by="D1")], 1), (by(2), 0), times(4)),
    of_receiver("payers_with_family", (kin_of_d("Panganiban"), 1), (kin_of_d("Panganiban", "Abad"), 0), kin(2, "Lacsamana")),
    of_receiver("payments_per_payer", (times(13), 13), (by(3), 1), kin(2, "Lacsamana")),
    of_receiver("grown_payers", (by(3, originator_birth_year=1963), 1), (by(3, originator_birth_year=2006), 0), by(3)),
    of_receiver("payers_night", (each("by", "CD", when=NIGHT), 1), (by(2), 0)),
    of_receiver("from_abroad", (by(2), 1), (times(2, beneficiary_country="AU"), 0)),
    of_receiver("payers_in_a_month", (by(6), 6), ([pay("2024-02-02 12:00"), pay("2024-03-02 12:00", by="D")], 1)),
    of_receiver("new_payers_in_a_month", (by(4), 4), (times(6, 40), 1)),
)  # fmt: skip

CASES = (*OF_PAYERS, *OF_RECEIVERS)
