"""What people write with a payment: often nothing, else something ordinary that proves nothing."""

from __future__ import annotations

from typing import Final

from benchmarks.apart.guests.payout.accounts import Receiver
from benchmarks.apart.guests.payout.dice import Dice

KIN: Final = (
    "family support", "school fees", "groceries", "medicine", "rent", "tuition", "allowance", "house repair",
    "birthday", "happy birthday", "load", "bills", "hospital", "pasko", "thank you", "uniform", "padala", "food",
)  # fmt: skip
FRIENDS: Final = (
    "pizza", "dinner", "taxi", "rent share", "tickets", "thx", "beers", "lunch", "gift for sam", "football",
    "petrol", "pls", "here", "ok", "last one", "sent", "done", "payment",
)  # fmt: skip
FANS: Final = (
    "thanks!", "loved it", "for coffee", "tip", "song request", "happy birthday", "keep going",
    "see you tonight", "<3", "gift",
)  # fmt: skip
TENDER: Final = (
    "love you", "for you", "gift", "rent", "happy birthday", "medicine", "dress", "phone load", "see you soon",
    "visa fee", "ticket",
)  # fmt: skip
WORK: Final = (
    "invoice", "milestone 1", "milestone 2", "logo", "week", "retainer", "editing", "bookkeeping",
    "final payment",
)  # fmt: skip
LESSONS: Final = (
    "lesson", "lessons", "4 lessons", "english class", "piano", "maths", "conversation class", "session",
)  # fmt: skip
BASKET: Final = (
    "order", "preorder", "shipping", "deposit", "item", "parcel 2", "balance", "custom order", "pack", "pack 2",
    "album", "vip", "access",
)  # fmt: skip
CAUSES: Final = (
    "donation", "monthly gift", "for the children", "sponsor", "relief", "typhoon help", "education",
)  # fmt: skip
STUDY: Final = (
    "rent", "books", "allowance", "tuition", "food", "exam fee",
)  # fmt: skip
OFFICE: Final = (
    "rent", "account", "unit 4", "appointment", "instalment", "fees", "deposit", "ref", "enrolment",
)  # fmt: skip
GAMES: Final = (
    "coins", "skin", "account", "gems", "boost", "key", "robux", "trade",
)  # fmt: skip


def note(dice: Dice, words: tuple[str, ...], silent: float, receiver: Receiver | None = None) -> str | None:
    """A word or nothing; with `receiver`, now and then its handle, as the page proposes."""
    if dice.chance(silent):
        return None
    if receiver and dice.chance(0.12):
        return receiver.handle
    word = dice.pick(words)
    if word in {"invoice", "order", "account", "ref", "week", "item"}:
        return f"{word} {dice.whole(1, 4800)}"
    return word.capitalize() if dice.chance(0.3) else word
