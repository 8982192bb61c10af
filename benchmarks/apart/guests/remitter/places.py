# ruff: noqa: E501 -- a table reads better unbroken
"""Where payers and receivers live, what their money is called, and what the company's counters allow there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sending:
    """A country with agents: its money, its share of payers, its towns with their zones, its limits.

    `papers_above` is the sum over which a clerk must copy a document; `day_most` the most of one day; `first_most` the
    most of one day in a customer's first month. All three are in the country's own money.
    """

    currency: str
    per_usd: float
    share: float
    dialling: str
    papers_above: int
    day_most: int
    first_most: int
    fee: float
    towns: tuple[tuple[str, str, int], ...]


SENDING = {
    "US": Sending(
        "USD", 1.0, 0.46, "+1 555 ", 1000, 2999, 500, 4.99,
        (
            ("Los Angeles", "America/Los_Angeles", 9), ("San Diego", "America/Los_Angeles", 4),
            ("Las Vegas", "America/Los_Angeles", 3), ("Seattle", "America/Los_Angeles", 3),
            ("Houston", "America/Chicago", 7), ("Dallas", "America/Chicago", 5), ("Chicago", "America/Chicago", 6),
            ("Phoenix", "America/Phoenix", 4), ("New York", "America/New_York", 10),
            ("Newark", "America/New_York", 4), ("Miami", "America/New_York", 6), ("Atlanta", "America/New_York", 4),
            ("Honolulu", "Pacific/Honolulu", 2), ("Columbus", "America/New_York", 2),
        ),
    ),
    "CA": Sending(
        "CAD", 1.37, 0.17, "+1 555 ", 1000, 3000, 700, 5.0,
        (
            ("Toronto", "America/Toronto", 9), ("Brampton", "America/Toronto", 5), ("Vancouver", "America/Vancouver", 5),
            ("Calgary", "America/Edmonton", 4), ("Winnipeg", "America/Winnipeg", 4), ("Halifax", "America/Halifax", 1),
        ),
    ),
    "AU": Sending(
        "AUD", 1.52, 0.19, "+61 491 57", 1000, 4000, 800, 5.0,
        (
            ("Sydney", "Australia/Sydney", 8), ("Melbourne", "Australia/Melbourne", 8),
            ("Brisbane", "Australia/Brisbane", 5), ("Perth", "Australia/Perth", 4), ("Darwin", "Australia/Darwin", 1),
            ("Townsville", "Australia/Brisbane", 1),
        ),
    ),
    "NZ": Sending(
        "NZD", 1.66, 0.07, "+64 21 555 ", 1000, 4000, 800, 6.0,
        (("Auckland", "Pacific/Auckland", 8), ("Christchurch", "Pacific/Auckland", 3), ("Hastings", "Pacific/Auckland", 2)),
    ),
    "NO": Sending(
        "NOK", 10.7, 0.11, "+47 415 5", 8000, 30000, 6000, 49.0,
        (("Oslo", "Europe/Oslo", 8), ("Bergen", "Europe/Oslo", 3), ("Stavanger", "Europe/Oslo", 2), ("Bodø", "Europe/Oslo", 1)),
    ),
}  # fmt: skip

CORRIDORS = {
    "US": {"MX": 32, "PH": 13, "DO": 12, "IN": 11, "CO": 10, "JM": 8, "GH": 4, "KE": 3, "RO": 3, "TH": 3},
    "CA": {"PH": 36, "IN": 29, "JM": 10, "MX": 6, "CO": 6, "GH": 4, "KE": 3, "RO": 5, "TH": 1},
    "AU": {"PH": 35, "IN": 29, "TH": 16, "KE": 5, "GH": 2, "CO": 10, "RO": 1, "MX": 2},
    "NZ": {"PH": 44, "IN": 40, "TH": 10, "KE": 2, "CO": 3, "GH": 1},
    "NO": {"PH": 29, "TH": 21, "RO": 19, "KE": 9, "GH": 8, "IN": 9, "CO": 4, "DO": 1},
}
"""Where a country's migrants come from."""

LEISURE = {"PH": 30, "TH": 17, "MX": 10, "CO": 12, "DO": 7, "RO": 6, "IN": 6, "KE": 5, "GH": 4, "JM": 3}
"""Where people without roots abroad get to know somebody: by journey, trade or chat."""


@dataclass(frozen=True, slots=True)
class Receiving:
    """A country of payout: its money, what a dollar is there, the share of deposits to banks, its towns."""

    currency: str
    per_usd: float
    banked: float
    towns: tuple[str, ...]


RECEIVING = {
    "PH": Receiving("PHP", 57.0, 0.35, ("Angeles", "Iligan", "Cebu", "Iloilo", "Tacloban", "Dagupan", "Caloocan", "Davao")),
    "MX": Receiving("MXN", 18.4, 0.35, ("Puebla", "Morelia", "Oaxaca", "León", "Tijuana", "Zacatecas")),
    "CO": Receiving("COP", 4100.0, 0.4, ("Cali", "Pereira", "Medellín", "Barranquilla", "Bogotá")),
    "DO": Receiving("DOP", 59.5, 0.3, ("Santiago", "Sosúa", "San Cristóbal", "La Romana", "Baní")),
    "TH": Receiving("THB", 34.6, 0.65, ("Udon Thani", "Pattaya", "Chiang Mai", "Khon Kaen", "Bangkok")),
    "GH": Receiving("GHS", 14.6, 0.3, ("Kumasi", "Accra", "Tema", "Takoradi")),
    "JM": Receiving("JMD", 156.0, 0.25, ("Montego Bay", "Kingston", "Mandeville", "Ocho Rios")),
    "RO": Receiving("RON", 4.6, 0.6, ("Iași", "Cluj", "Bacău", "Craiova", "Constanța")),
    "IN": Receiving("INR", 84.0, 0.85, ("Jalandhar", "Kochi", "Surat", "Ludhiana", "Hyderabad")),
    "KE": Receiving("KES", 131.0, 0.45, ("Nairobi", "Mombasa", "Kisumu", "Eldoret")),
}  # fmt: skip
