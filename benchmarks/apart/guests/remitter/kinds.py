# ruff: noqa: E501 -- a table reads better unbroken
"""Kinds of payment, what each says about its two ends, and what people tick on the form."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Kind:
    """A reason to pay: the pattern of its payer and of its receiver, and the purposes that people tick for it."""

    payer: str
    receiver: str
    purposes: tuple[str, ...]
    notes: tuple[str, ...] = ()
    crime: bool = False


FAMILY, GIFT, BILL = "Family support", "Gift", "Bills and services"
STUDY, WORK, GOODS, HELP, TRAVEL, OTHER = "Education", "Wages", "Goods", "Charity", "Travel", "Other"

KINDS = {
    "family": Kind(
        "family_support", "family_receiver", (FAMILY,) * 8 + (BILL, STUDY, GIFT, OTHER),
        ("allowance", "for mama", "groceries", "school fees", "medicine", "happy birthday", "electric bill", "love you all",
         "tuition", "for the baby", "uniform", "hospital", "rent", "merry christmas"),
    ),
    "pooled": Kind("family_support", "collector", (FAMILY, FAMILY, OTHER), ("for everybody", "please give to Lola", "share")),
    "saving": Kind("ordinary", "collector", (OTHER, FAMILY, BILL), ("round 4", "my turn in june", "contribution")),
    "loan": Kind("ordinary", "collector", (BILL, OTHER, FAMILY), ("loan", "installment", "balance", "payment land")),
    "partner": Kind(
        "partner_abroad", "partner_receiver", (FAMILY, GIFT, GIFT, OTHER),
        ("love you", "rent", "for you babe", "see you soon", "allowance", "birthday", "visa fee", "treat yourself"),
    ),
    "work": Kind("freelancer_employer", "freelancer", (WORK, WORK, OTHER, BILL), ("invoice", "week 32", "hours", "lessons")),
    "hobby": Kind("hobby_purchase", "seller", (GOODS, GOODS, OTHER, GIFT), ("order", "thanks", "2 pairs", "shipping", "tip")),
    "charity": Kind("donation", "charity", (HELP, HELP, GIFT, OTHER), ("sponsor", "for the children", "feeding", "roof")),
    "student": Kind("student_support", "student", (STUDY, STUDY, FAMILY), ("tuition", "dorm", "books", "semester")),
    "bill": Kind("hub_payment", "hub", (BILL, BILL, STUDY, TRAVEL, OTHER), ("deposit", "unit 4B", "enrolment", "clinic")),
    "romance": Kind(
        "romance_fraud_victim", "romance_fraud_receiver", (FAMILY, GIFT, OTHER, TRAVEL),
        ("flight", "hospital", "customs fee", "my love", "phone"),
    ),
    "oddment": Kind("ordinary", "ordinary", (OTHER, GIFT, FAMILY, TRAVEL), ("as agreed", "thanks", "repay", "dinner")),
    "stream": Kind(
        "livestream_purchase", "facilitation", (FAMILY, FAMILY, GIFT, GIFT, OTHER, BILL),
        ("gift", "school fees", "for food", "birthday", "medicine", "treat", "uniform", "thanks"), crime=True,
    ),
    "extort": Kind(
        "extortion_victim", "extortion_collection", (OTHER, GIFT, GOODS, FAMILY), ("please stop", "last one", "done", "game"),
        crime=True,
    ),
}  # fmt: skip


def paperwork(dice: Random, kind: str, *, online: bool) -> tuple[str | None, str | None]:
    """Give purpose and message: clerks skip the first, few online payers write the second, hardly anyone at a counter."""
    known = KINDS[kind]
    purpose = dice.choice(known.purposes) if dice.random() < (0.9 if online else 0.6) else None
    writes = dice.random() < (0.14 if online else 0.02)
    return purpose, dice.choice(known.notes) if writes and known.notes else None
