"""The true kinds of a practice world's subjects: patterns, and the ordinary explanations."""

from __future__ import annotations

from typing import Final

PATTERNS: Final = {
    "originator": ("livestream_purchase", "material_purchase", "extortion_victim", "minor_purchase"),
    "beneficiary": ("facilitation", "extortion_collection", "minor_recipient"),
}
"""Patterns by role."""

ORDINARY: Final = {
    "originator": (
        "family_support", "partner_abroad", "freelancer_employer", "hobby_purchase", "donation", "student_support",
        "hub_payment", "romance_fraud_victim", "ordinary",
    ),
    "beneficiary": (
        "family_receiver", "partner_receiver", "freelancer", "seller", "hub", "collector", "romance_fraud_receiver",
        "charity", "student", "ordinary",
    ),
}  # fmt: skip
"""Ordinary explanations by role."""

APART: Final = {"material_vendor"}
"""Receivers that are not ordinary and that no pattern names: vendors of material. Counted neither way."""

VICTIMS: Final = ("extortion_victim", "romance_fraud_victim", "minor_recipient")
"""Kinds whose subjects are victims: never to be listed among subjects of review."""

REVIEW: Final = ("livestream_purchase", "material_purchase", "minor_purchase")
"""Patterns whose payers are subjects of review."""

ALL: Final = (*PATTERNS["originator"], *PATTERNS["beneficiary"], *ORDINARY["originator"][:-1], *ORDINARY["beneficiary"],
              *sorted(APART))  # fmt: skip
NUMBER: Final = {kind: number for number, kind in enumerate(ALL)}
"""Number of each kind."""
