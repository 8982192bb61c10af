"""The kinds of payments: what the truth table calls each side. An account takes the crime if there is one."""

from __future__ import annotations

from typing import Final, NamedTuple


class Kind(NamedTuple):
    """Pattern of the payer and of the receiver of one relation, and how much each of its payments says about them."""

    payer: str
    receiver: str
    weight: float = 1.0


LIVESTREAM: Final = Kind("livestream_purchase", "facilitation")
EXTORTION: Final = Kind("extortion_victim", "extortion_collection")
MATERIAL: Final = Kind("material_purchase", "material_vendor")
MINOR: Final = Kind("minor_purchase", "minor_recipient")
ONWARD: Final = Kind("ordinary", "extortion_collection")
"""Money handed on inside a ring: the one who hands it on is labelled as a receiver only."""

FAMILY: Final = Kind("family_support", "family_receiver")
VIA_COLLECTOR: Final = Kind("family_support", "collector")
DUES: Final = Kind("hub_payment", "collector", 0.8)
PARTNER: Final = Kind("partner_abroad", "partner_receiver")
EMPLOYER: Final = Kind("freelancer_employer", "freelancer")
HOBBY: Final = Kind("hobby_purchase", "seller")
DONATION: Final = Kind("donation", "charity")
STUDENT: Final = Kind("student_support", "student")
HUB: Final = Kind("hub_payment", "hub", 0.8)
ROMANCE_FRAUD: Final = Kind("romance_fraud_victim", "romance_fraud_receiver", 3.0)
DAILY: Final = Kind("ordinary", "hub", 0.3)
"""Top-ups, bills, shops: everybody has them, so they name nobody's main kind when there is another."""
FRIENDS: Final = Kind("ordinary", "ordinary", 0.4)

CRIMES: Final = frozenset(
    {
        "livestream_purchase",
        "facilitation",
        "extortion_victim",
        "extortion_collection",
        "material_purchase",
        "material_vendor",
        "minor_purchase",
        "minor_recipient",
    }
)
CRIME_RANK: Final = (
    "livestream_purchase",
    "facilitation",
    "extortion_victim",
    "extortion_collection",
    "minor_purchase",
    "minor_recipient",
    "material_purchase",
    "material_vendor",
)
"""Which crime names an account that has two."""
