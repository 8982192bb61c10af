"""The kinds of payments that the world's people make, and what each side of one is called in the truth."""

from __future__ import annotations

from typing import Final

KINDS: Final[dict[str, tuple[str, str]]] = {
    "livestream": ("livestream_purchase", "facilitation"),
    "extortion": ("extortion_victim", "extortion_collection"),
    "romance": ("romance_fraud_victim", "romance_fraud_receiver"),
    "family": ("family_support", "family_receiver"),
    "partner": ("partner_abroad", "partner_receiver"),
    "freelance": ("freelancer_employer", "freelancer"),
    "hobby": ("hobby_purchase", "seller"),
    "donation": ("donation", "charity"),
    "student": ("student_support", "student"),
    "hub": ("hub_payment", "hub"),
    "collection": ("ordinary", "collector"),
    "other": ("ordinary", "ordinary"),
}
"""Payer's and receiver's pattern by kind."""

CRIMES: Final = ("livestream", "extortion", "romance")
"""Kinds that name the account whatever else it does, in this order; all others by the number of payments."""

WORDS: Final[dict[str, tuple[str, ...]]] = {
    "family": (
        "family support", "allowance", "for nanay", "groceries", "medicine",
        "school fees", "birthday", "gift", "bills",
        "pang grocery", "baon", "tuition", "house", "load", "thank you", "ingat po", "rice", "emergency", "uniform",
    ),
    "partner": ("love", "for you", "rent", "gift", "groceries", "miss you", "allowance", "family support", "dress"),
    "romance": ("visa", "flight", "customs fee", "hospital", "love", "loan", "help", "family support"),
    "freelance": (
        "invoice", "week 12", "design work", "VA salary", "lessons", "english class", "editing", "March hours",
    ),
    "hobby": (
        "order", "item", "cards", "shipping", "account", "song request", "tip", "thanks for the stream", "live 14",
    ),
    "donation": ("donation", "sponsor child", "feeding program", "church", "relief", "for the kids", "monthly gift"),
    "student": ("tuition", "dorm", "allowance", "books", "school fees", "rent"),
    "hub": (
        "contract 4471", "SSS", "tuition", "hospital bill", "lot payment", "loan", "top up", "booking", "reg fee",
    ),
    "collection": ("hulog", "paluwagan", "abuloy", "fiesta", "contribution", "reunion", "my share"),
    "other": ("thanks", "deposit", "refund", "dinner", "hotel", "transfer", "tour", "test"),
    "livestream": (
        "birthday", "school fees", "gift", "uniform", "medicine", "family support", "load", "help", "for food",
    ),
    "extortion": ("gift", "friend", "pay", "please", "family support", "done", "last", "games"),
}  # fmt: skip
"""References that payers write; all of them innocuous, most of them common to several kinds."""

PURPOSES: Final[dict[str, tuple[str, ...]]] = {
    "family": ("FAMILY_SUPPORT", "FAMILY_SUPPORT", "FAMILY_SUPPORT", "EDUCATION", "MEDICAL", "GIFT"),
    "partner": ("FAMILY_SUPPORT", "GIFT", "LIVING_COSTS"),
    "romance": ("FAMILY_SUPPORT", "GIFT", "OTHER", "TRAVEL"),
    "freelance": ("SERVICES", "SERVICES", "OTHER"),
    "hobby": ("GOODS", "OTHER", "GIFT"),
    "donation": ("CHARITY", "CHARITY", "GIFT"),
    "student": ("EDUCATION", "EDUCATION", "FAMILY_SUPPORT"),
    "hub": ("BILLS", "EDUCATION", "PROPERTY", "OTHER"),
    "collection": ("FAMILY_SUPPORT", "OTHER", "GIFT"),
    "other": ("OTHER", "GIFT", "TRAVEL", "SERVICES"),
    "livestream": ("FAMILY_SUPPORT", "FAMILY_SUPPORT", "GIFT", "EDUCATION", "OTHER"),
    "extortion": ("OTHER", "GIFT", "FAMILY_SUPPORT", "GOODS"),
}
"""What they pick from the app's list, which opens on family support."""
