"""Where the operator has counters and where it pays out: cities, currencies, rates, dialling codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Town:
    """A town with counters: the branch's clock is the payer's clock, since the payer stands in it."""

    name: str
    country: str
    zone: str
    weight: float


@dataclass(frozen=True, slots=True)
class Sending:
    """A country with counters. `sunday` is false where only late shops take cash on a Sunday."""

    currency: str
    usd: float
    dialling: str
    culture: str
    sunday: bool
    youngest: int


@dataclass(frozen=True, slots=True)
class Payout:
    """A country of cash pick-up. `people` weighs how many of the customers come from there."""

    country: str
    currency: str
    usd: float
    dialling: str
    culture: str
    people: float
    wallets: float
    cities: tuple[str, ...]


SENDING: Final[dict[str, Sending]] = {
    "GB": Sending("GBP", 1.27, "+44", "anglo", sunday=True, youngest=16),
    "DE": Sending("EUR", 1.08, "+49", "german", sunday=False, youngest=18),
    "IT": Sending("EUR", 1.08, "+39", "italian", sunday=True, youngest=18),
    "SE": Sending("SEK", 0.095, "+46", "swedish", sunday=False, youngest=16),
    "AU": Sending("AUD", 0.655, "+61", "anglo", sunday=True, youngest=16),
    "CA": Sending("CAD", 0.73, "+1", "anglo", sunday=True, youngest=16),
    "US": Sending("USD", 1.0, "+1", "anglo", sunday=True, youngest=18),
    "AE": Sending("AED", 0.2723, "+971", "anglo", sunday=True, youngest=18),
}

TOWNS: Final[tuple[Town, ...]] = (
    Town("London", "GB", "Europe/London", 12),
    Town("Leeds", "GB", "Europe/London", 5),
    Town("Cardiff", "GB", "Europe/London", 3),
    Town("Hamburg", "DE", "Europe/Berlin", 6),
    Town("Leipzig", "DE", "Europe/Berlin", 3),
    Town("Milano", "IT", "Europe/Rome", 9),
    Town("Bari", "IT", "Europe/Rome", 4),
    Town("Malmö", "SE", "Europe/Stockholm", 4),
    Town("Stockholm", "SE", "Europe/Stockholm", 5),
    Town("Brisbane", "AU", "Australia/Brisbane", 6),
    Town("Perth", "AU", "Australia/Perth", 4),
    Town("Melbourne", "AU", "Australia/Melbourne", 6),
    Town("Toronto", "CA", "America/Toronto", 6),
    Town("Calgary", "CA", "America/Edmonton", 3),
    Town("Houston", "US", "America/Chicago", 8),
    Town("Newark", "US", "America/New_York", 8),
    Town("Sharjah", "AE", "Asia/Dubai", 8),
)

# Countries with people = 0 are where the operator also pays out at home: children on the road, mules, deposits.
PAYOUTS: Final[tuple[Payout, ...]] = (
    Payout(
        "PH", "PHP", 0.0174, "+63", "filipino", 24, 0.20, ("Cebu City", "Iligan", "Angeles", "Quezon City", "Davao")
    ),
    Payout("IN", "INR", 0.0119, "+91", "indian", 10, 0.0, ("Kochi", "Jalandhar", "Lucknow", "Hyderabad")),
    Payout("NP", "NPR", 0.0074, "+977", "indian", 6, 0.05, ("Pokhara", "Butwal", "Dharan")),
    Payout("BD", "BDT", 0.0088, "+880", "bengali", 6, 0.25, ("Sylhet", "Cumilla", "Dhaka")),
    Payout("PK", "PKR", 0.0036, "+92", "bengali", 5, 0.1, ("Gujrat", "Mirpur", "Lahore")),
    Payout("NG", "NGN", 0.00066, "+234", "nigerian", 8, 0.0, ("Lagos", "Ibadan", "Benin City", "Owerri")),
    Payout("GH", "GHS", 0.067, "+233", "nigerian", 5, 0.35, ("Accra", "Kumasi", "Tamale")),
    Payout("KE", "KES", 0.0076, "+254", "kenyan", 4, 0.55, ("Nairobi", "Mombasa", "Kisumu")),
    Payout("CI", "XOF", 0.00165, "+225", "ivorian", 4, 0.3, ("Abidjan", "Bouaké", "Daloa")),
    Payout("MA", "MAD", 0.1, "+212", "moroccan", 6, 0.0, ("Nador", "Fès", "Agadir")),
    Payout("CO", "COP", 0.00024, "+57", "latin", 6, 0.1, ("Cali", "Medellín", "Pereira", "Cartagena")),
    Payout("DO", "DOP", 0.0167, "+1809", "latin", 4, 0.0, ("Santiago", "Sosúa", "La Romana")),
    Payout("MX", "MXN", 0.054, "+52", "latin", 6, 0.0, ("Puebla", "Tijuana", "Morelia")),
    Payout("JM", "JMD", 0.0064, "+1876", "anglo", 3, 0.0, ("Kingston", "Montego Bay")),
    Payout("RO", "RON", 0.217, "+40", "romanian", 7, 0.0, ("Iași", "Galați", "Craiova", "Bacău")),
    Payout("UA", "UAH", 0.0245, "+380", "ukrainian", 5, 0.0, ("Lviv", "Odesa", "Dnipro")),
    Payout("TH", "THB", 0.0285, "+66", "thai", 3, 0.1, ("Pattaya", "Udon Thani", "Chiang Mai")),
    Payout("VN", "VND", 0.00004, "+84", "vietnamese", 4, 0.05, ("Vinh", "Hai Phong", "Can Tho")),
    Payout("GB", "GBP", 1.27, "+44", "anglo", 0, 0.0, ("Birmingham", "Luton", "Glasgow")),
    Payout("US", "USD", 1.0, "+1", "anglo", 0, 0.0, ("Atlanta", "Fresno", "Detroit")),
    Payout("AU", "AUD", 0.655, "+61", "anglo", 0, 0.0, ("Sydney", "Darwin")),
    Payout("IT", "EUR", 1.08, "+39", "italian", 0, 0.0, ("Torino", "Napoli")),
    Payout("ES", "EUR", 1.08, "+34", "latin", 0, 0.0, ("Murcia", "Valencia")),
)

PAYOUT_AT: Final = {place.country: position for position, place in enumerate(PAYOUTS)}
