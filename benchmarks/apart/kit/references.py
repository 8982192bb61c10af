"""References: what people write beside a payment. Only ordinary words, and the innocuous ones that regulators published."""

# ruff: noqa: E501 -- a table reads better unbroken

from __future__ import annotations

from typing import Final

from benchmarks.apart.kit.dice import Dice

WORDS: Final[dict[str, tuple[str, ...]]] = {
    "family": ("family support", "allowance", "monthly allowance", "for mama", "groceries", "support", "food", "rent",
               "Family Maintenance", "load", "for the kids", "bills", "ayuda", "padala", "house", "help"),
    "school": ("school fees", "tuition", "education", "uniform", "school project", "books", "enrolment", "School"),
    "medical": ("medical bills", "medicine", "hospital", "check up", "dentist", "Medical"),
    "gift": ("gift", "birthday", "happy birthday", "christmas", "treat", "graduation", "wedding", "Gift"),
    "partner": ("love", "gift", "support", "expenses", "for you", "visa", "ticket", "rent", "birthday", "food"),
    "work": ("invoice", "salary", "Invoice 0{n}", "week {n}", "VA services", "design work", "payment", "bonus", "milestone {n}",
             "fees", "expenses"),
    "hobby": ("order {n}", "cards", "game items", "shipping", "lesson", "coaching", "top up", "2 pcs", "gold {n}k", "account",
              "thanks", "deposit", "fees", "{n}"),
    "donation": ("donation", "sponsorship", "education", "school fees", "support", "tithe", "for the children", "mission", "gift"),
    "hub": ("rent", "tuition", "school fees", "accommodation", "deposit", "agent fees", "invoice {n}", "clinic", "booking {n}",
            "processing fees", "balance", "room"),
    "romance": ("help", "hospital", "ticket", "customs", "visa fee", "love", "loan", "lawyer", "emergency", "gift", "food"),
    "published": ("accommodation", "uniform", "medical bills", "school fees", "education", "gift", "family support", "birthday",
                  "treat", "expenses", "fees", "invoice"),
    "friends": ("dinner", "thanks", "taxi", "pizza", "tickets", "beer", "lunch", "rent", "trip", "concert", "fuel", "lol", "ok",
                "money", "stuff", "owed"),
    "teen": ("pls", "ok", "gift card", "sorry", "done", "here", "game", "last one", "stop", "thx"),
    "euro": ("Unterstützung Familie", "hyra", "Miete", "cadeau", "Geschenk", "ajutor", "skola", "Familj", "loyer", "salariu",
             "Mama", "Rechnung {n}", "mat", "présent", "bani"),
}  # fmt: skip


def write(dice: Dice, kind: str, blank: float) -> str | None:
    """Write a reference of a kind, or leave it blank."""
    if dice.chance(blank):
        return None
    words = dice.choice(WORDS[kind])
    if "{n}" in words:
        words = words.replace("{n}", str(dice.randint(1, 99)))
    roll = dice.random()
    if roll < 0.08:
        return words.upper()
    if roll < 0.12:
        return f"{words} {dice.choice(('jan', 'feb', 'march', 'april', 'may', 'june', 'aug', 'oct', 'dec'))}"
    return words


def handle(dice: Dice) -> str:
    """Write a made-up handle or phone number."""
    if dice.chance(0.5):
        return f"@{dice.choice(('sunny', 'blue', 'lucky', 'sam', 'star', 'jay'))}{dice.randrange(10, 9999)}"
    return f"09{dice.randrange(10**8, 10**9)}"
