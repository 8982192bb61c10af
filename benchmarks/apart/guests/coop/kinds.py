"""What a payment is in truth, seen from either end."""

from __future__ import annotations

from typing import Final, NamedTuple


class Kind(NamedTuple):
    """The payer's pattern and the receiver's."""

    payer: str
    receiver: str


LIVESTREAM: Final = Kind("livestream_purchase", "facilitation")
EXTORTION: Final = Kind("extortion_victim", "extortion_collection")
FORWARD: Final = Kind("ordinary", "extortion_collection")
"""What a lent account pays on to the crew."""
MINOR: Final = Kind("minor_purchase", "minor_recipient")
FAMILY: Final = Kind("family_support", "family_receiver")
PARTNER: Final = Kind("partner_abroad", "partner_receiver")
FREELANCE: Final = Kind("freelancer_employer", "freelancer")
HOBBY: Final = Kind("hobby_purchase", "seller")
DONATION: Final = Kind("donation", "charity")
STUDENT: Final = Kind("student_support", "student")
HUB: Final = Kind("hub_payment", "hub")
ROMANCE: Final = Kind("romance_fraud_victim", "romance_fraud_receiver")
ORDINARY: Final = Kind("ordinary", "ordinary")
KITTY: Final = Kind("ordinary", "collector")

CRIMES: Final = (MINOR, EXTORTION, LIVESTREAM)
PAYER_CRIMES: Final = tuple(kind.payer for kind in CRIMES)
RECEIVER_CRIMES: Final = tuple(kind.receiver for kind in CRIMES)
