"""What a payment is for, and what that makes of its payer and its receiver.

The truth of an account is read from the kinds of its payments: a crime outweighs everything, being defrauded
outweighs habits, and otherwise an account is known for a purpose that makes at least a quarter of its payments.
"""

KINDS: dict[str, tuple[str, str]] = {
    "split": ("ordinary", "ordinary"),
    "rent": ("ordinary", "collector"),
    "gift": ("ordinary", "ordinary"),
    "kitty": ("ordinary", "collector"),
    "dues": ("ordinary", "collector"),
    "savings_circle": ("ordinary", "collector"),
    "loan": ("ordinary", "ordinary"),
    "bet": ("ordinary", "ordinary"),
    "odd_job": ("ordinary", "freelancer"),
    "market": ("ordinary", "seller"),
    "top_up": ("ordinary", "seller"),
    "shop": ("ordinary", "seller"),
    "travel": ("ordinary", "seller"),
    "hobby": ("hobby_purchase", "seller"),
    "game_item": ("hobby_purchase", "seller"),
    "tip": ("hobby_purchase", "seller"),
    "family": ("family_support", "family_receiver"),
    "allowance": ("family_support", "family_receiver"),
    "partner": ("partner_abroad", "partner_receiver"),
    "freelance": ("freelancer_employer", "freelancer"),
    "lesson": ("freelancer_employer", "freelancer"),
    "donation": ("donation", "charity"),
    "student": ("student_support", "student"),
    "hub": ("hub_payment", "hub"),
    "romance": ("romance_fraud_victim", "romance_fraud_receiver"),
    "forward": ("ordinary", "extortion_collection"),
    "livestream": ("livestream_purchase", "facilitation"),
    "extortion": ("extortion_victim", "extortion_collection"),
    "material": ("material_purchase", "material_vendor"),
    "minor": ("minor_purchase", "minor_recipient"),
}

NAMES = tuple(KINDS)
CODE = {name: number for number, name in enumerate(NAMES)}

PAYER_FIRST = ("extortion", "livestream", "minor", "material", "romance")
"""Kinds that decide the truth of a payer however few their payments, the weightiest first."""
RECEIVER_FIRST = ("livestream", "extortion", "forward", "minor", "material", "romance")
CRIMES = ("extortion", "forward", "livestream", "minor", "material")
