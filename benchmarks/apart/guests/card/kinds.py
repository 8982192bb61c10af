"""What a payment is for, as the truth names it for the one who pays and for the one who receives."""

from __future__ import annotations

from enum import IntEnum


class Kind(IntEnum):
    """A purpose of payment; each has a name for either side in `PATTERNS`."""

    LIVESTREAM = 0
    STREAM_CUT = 1
    EXTORTION = 2
    MULE_FORWARD = 3
    MATERIAL = 4
    MINOR = 5
    FAMILY = 6
    COLLECTED = 7
    PARTNER = 8
    FREELANCE = 9
    HOBBY = 10
    DONATION = 11
    STUDENT = 12
    HUB = 13
    ROMANCE = 14
    SHOP = 15
    ORDINARY = 16


PATTERNS: dict[Kind, tuple[str, str]] = {
    Kind.LIVESTREAM: ("livestream_purchase", "facilitation"),
    Kind.STREAM_CUT: ("ordinary", "facilitation"),
    Kind.EXTORTION: ("extortion_victim", "extortion_collection"),
    Kind.MULE_FORWARD: ("ordinary", "extortion_collection"),
    Kind.MATERIAL: ("material_purchase", "material_vendor"),
    Kind.MINOR: ("minor_purchase", "minor_recipient"),
    Kind.FAMILY: ("family_support", "family_receiver"),
    Kind.COLLECTED: ("family_support", "collector"),
    Kind.PARTNER: ("partner_abroad", "partner_receiver"),
    Kind.FREELANCE: ("freelancer_employer", "freelancer"),
    Kind.HOBBY: ("hobby_purchase", "seller"),
    Kind.DONATION: ("donation", "charity"),
    Kind.STUDENT: ("student_support", "student"),
    Kind.HUB: ("hub_payment", "hub"),
    Kind.ROMANCE: ("romance_fraud_victim", "romance_fraud_receiver"),
    Kind.SHOP: ("ordinary", "seller"),
    Kind.ORDINARY: ("ordinary", "ordinary"),
}
"""Those who pass proceeds on are ordinary as payers: the truth has no paying side for a household's or a mule's cut."""

CRIME_ORDER: tuple[str, ...] = (
    "livestream_purchase",
    "facilitation",
    "extortion_victim",
    "extortion_collection",
    "minor_purchase",
    "minor_recipient",
    "material_purchase",
    "material_vendor",
)
"""Which crime names an account that shows two: the graver one first."""
