"""What a payment is, from each side: (pattern of the payer, pattern of the receiver)."""

from __future__ import annotations

from typing import Final

Kind = tuple[str, str]

ORDINARY: Final[Kind] = ("ordinary", "ordinary")
FAMILY: Final[Kind] = ("family_support", "family_receiver")
COLLECTED: Final[Kind] = ("family_support", "collector")
PARTNER: Final[Kind] = ("partner_abroad", "partner_receiver")
WORK: Final[Kind] = ("freelancer_employer", "freelancer")
HOBBY: Final[Kind] = ("hobby_purchase", "seller")
SHOP: Final[Kind] = ("ordinary", "seller")
BILL: Final[Kind] = ("ordinary", "hub")
HUB: Final[Kind] = ("hub_payment", "hub")
GIFT: Final[Kind] = ("donation", "charity")
STUDENT: Final[Kind] = ("student_support", "student")
ROMANCE: Final[Kind] = ("romance_fraud_victim", "romance_fraud_receiver")

LIVESTREAM: Final[Kind] = ("livestream_purchase", "facilitation")
EXTORTION: Final[Kind] = ("extortion_victim", "extortion_collection")
FORWARD: Final[Kind] = ("ordinary", "extortion_collection")
"""A mule hands on: the extorter's address collects; the mule as a payer shows no pattern of the list."""
MATERIAL: Final[Kind] = ("material_purchase", "material_vendor")
MINOR: Final[Kind] = ("minor_purchase", "minor_recipient")

CRIMES: Final = (
    "livestream_purchase", "facilitation", "extortion_victim", "extortion_collection",
    "minor_purchase", "minor_recipient", "material_purchase", "material_vendor",
)  # fmt: skip
"""In the order in which one account takes a label when it has several."""
