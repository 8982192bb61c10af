"""What a payment is in truth (payer, receiver), and the products in which it may be made."""

from __future__ import annotations

from typing import Final

Kind = tuple[str, str]

LIVESTREAM: Final[Kind] = ("livestream_purchase", "facilitation")
EXTORTION: Final[Kind] = ("extortion_victim", "extortion_collection")
PASSED_ON: Final[Kind] = ("ordinary", "extortion_collection")
MATERIAL: Final[Kind] = ("material_purchase", "material_vendor")
MINOR: Final[Kind] = ("minor_purchase", "minor_recipient")
FAMILY: Final[Kind] = ("family_support", "family_receiver")
PARTNER: Final[Kind] = ("partner_abroad", "partner_receiver")
FREELANCE: Final[Kind] = ("freelancer_employer", "freelancer")
HOBBY: Final[Kind] = ("hobby_purchase", "seller")
DONATION: Final[Kind] = ("donation", "charity")
STUDENT: Final[Kind] = ("student_support", "student")
HUB: Final[Kind] = ("hub_payment", "hub")
ROMANCE: Final[Kind] = ("romance_fraud_victim", "romance_fraud_receiver")
ORDINARY: Final[Kind] = ("ordinary", "ordinary")
RESELLER: Final[Kind] = ("ordinary", "collector")

PRIORITY: Final = (
    "minor_purchase", "extortion_victim", "livestream_purchase", "material_purchase",
    "minor_recipient", "extortion_collection", "facilitation", "material_vendor",
)  # fmt: skip
"""Of several patterns of one telephone the first counts: a child in danger before what an adult buys."""

AIRTIME: Final = "airtime"
WALLET: Final = "wallet"
VOUCHER: Final = "voucher"
