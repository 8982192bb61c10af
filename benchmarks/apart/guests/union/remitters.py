"""The three members of the association, and what each holds about a payment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Remitter:
    """A member: where its customers live, how it numbers them, which facts it keeps, what one payment may be at most.

    `cap` is in US dollars and binds customers who showed no paper: more than that goes out as several payments.
    """

    name: str
    share: float
    homes: Mapping[str, float]
    currency: str
    handles: frozenset[str]
    payer_id: str
    receiver_id: str
    holds: frozenset[str]
    cap: float
    reference_kept: float


REMITTERS: Final = {
    "au": Remitter(
        name="Wattlebird Transfer",
        share=0.42,
        homes={"AU": 82, "NZ": 12, "GB": 6},
        currency="AUD",
        handles=frozenset({"AUD", "NZD", "GBP"}),
        payer_id="WB{:07d}",
        receiver_id="WBR-{:06d}",
        holds=frozenset(
            {"birth_date", "phone", "device", "city", "zone", "receiver_phone", "receiver_city", "purpose", "rail"}
        ),
        cap=650.0,
        reference_kept=0.45,
    ),
    "se": Remitter(
        name="Fjärdsänd",
        share=0.26,
        homes={"SE": 66, "NO": 11, "DK": 8, "FI": 6, "IE": 3, "GB": 6},
        currency="SEK",
        handles=frozenset({"SEK", "NOK", "DKK", "EUR", "GBP"}),
        payer_id="kund-{:06d}",
        receiver_id="m{:06d}",
        holds=frozenset({"birth_year", "phone", "city", "receiver_phone", "rail"}),
        cap=480.0,
        reference_kept=0.7,
    ),
    "ca": Remitter(
        name="Sugarbush Remit",
        share=0.32,
        homes={"CA": 78, "US": 15, "GB": 4, "IE": 3},
        currency="CAD",
        handles=frozenset({"CAD", "USD", "EUR"}),
        payer_id="SR-C-{:06d}",
        receiver_id="SR-P-{:06d}",
        # Its payout partner keeps the receiver's number and answers only whether two are the same.
        holds=frozenset({"birth_date", "email", "ip", "city", "receiver_city", "purpose", "rail"}),
        cap=730.0,
        reference_kept=0.0,
    ),
}

# Whom each member's migrants send to: the communities that its founders came from.
COMMUNITIES: Final[dict[str, dict[str, float]]] = {
    "au": {
        "PH": 38,
        "IN": 16,
        "VN": 12,
        "ID": 7,
        "TH": 4,
        "KE": 5,
        "NG": 4,
        "LB": 5,
        "CO": 4,
        "ET": 3,
        "GH": 2,
        "CI": 0.5,
    },
    "se": {
        "SO": 19,
        "TH": 15,
        "PH": 16,
        "RO": 11,
        "UA": 9,
        "LB": 7,
        "ET": 7,
        "NG": 5,
        "GH": 3,
        "CO": 4,
        "KE": 4,
        "CI": 1.5,
    },
    "ca": {
        "PH": 37,
        "IN": 11,
        "JM": 9,
        "CO": 8,
        "MX": 6,
        "DO": 4,
        "NG": 7,
        "GH": 5,
        "UA": 7,
        "RO": 3,
        "VN": 3,
        "CI": 2,
    },
}
