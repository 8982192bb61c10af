"""What a payment is in truth: the payer's pattern and the receiver's, which belong together."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """Truth of a payment, seen from either end."""

    payer: str
    receiver: str


LIVESTREAM = Kind("livestream_purchase", "facilitation")
EXTORTION = Kind("extortion_victim", "extortion_collection")
MATERIAL = Kind("material_purchase", "material_vendor")
MINOR = Kind("minor_purchase", "minor_recipient")
FAMILY = Kind("family_support", "family_receiver")
PARTNER = Kind("partner_abroad", "partner_receiver")
FREELANCE = Kind("freelancer_employer", "freelancer")
HOBBY = Kind("hobby_purchase", "seller")
DONATION = Kind("donation", "charity")
STUDENT = Kind("student_support", "student")
HUB = Kind("hub_payment", "hub")
ROMANCE_FRAUD = Kind("romance_fraud_victim", "romance_fraud_receiver")
ORDINARY = Kind("ordinary", "ordinary")
COLLECTION = Kind("ordinary", "collector")
BILL = Kind("ordinary", "hub")
"""Rent and dues: everyone has them, so they do not make a payer a payer of hubs."""

CRIMES = (MINOR, EXTORTION, LIVESTREAM, MATERIAL)
"""An account with several takes the first: a child in danger before what an adult buys."""
PAYER_CRIMES = tuple(kind.payer for kind in CRIMES)
RECEIVER_CRIMES = tuple(kind.receiver for kind in CRIMES)
