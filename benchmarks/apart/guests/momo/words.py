# ruff: noqa: E501 -- a table reads better unbroken
"""What is written in the message field, by the occasion. All of it is innocuous, whatever the payment is."""

from __future__ import annotations

from typing import Final

from benchmarks.apart.guests.momo.dice import Dice

WORDS: Final[dict[str, tuple[str, ...]]] = {
    "family": ("allowance", "family support", "pang gastos", "for mama", "padala", "groceries", "gamot ni tatay", "school fees", "tuition", "kuryente at tubig", "monthly", "love you nay", "baon", "birthday", "medical bills", "rent", "expenses"),
    "storm": ("bagyo", "for the roof", "emergency", "help after typhoon", "stay safe", "food"),
    "debt": ("utang", "bayad utang", "loan payment", "5/6", "hulog", "thank you po", "balance"),
    "savings": ("paluwagan", "paluwagan week", "hulog paluwagan", "sahod turn", "contribution"),
    "love": ("for you", "gift", "love", "load", "rent", "miss you", "birthday", "food", "for your mum", "hospital", "ticket", "treat", "wifi"),
    "crime": ("gift", "family support", "school fees", "medical bills", "birthday", "treat", "expenses", "uniform", "accommodation", "education", "food", "help", "invoice", "load", "for kids school", "thanks"),
    "work": ("invoice", "week 2", "hours", "salary", "VA services", "editing", "tutoring", "bonus", "milestone", "design work", "13th month", "fees"),
    "shop": ("order", "deposit", "shipping", "COD", "mine 24", "preloved bag", "balance order", "payment", "item 7", "commission sketch", "skin", "diamonds", "photocard", "GO payment", "box 3"),
    "tip": ("tip", "thanks", "gift", "song request", "for you", "great stream", "coffee", "treat"),
    "give": ("donation", "feeding program", "sponsorship", "relief", "love offering", "tithe", "school supplies", "education", "God bless", "build fund"),
    "study": ("tuition", "dorm", "allowance", "boarding house", "books", "misc fee", "exam fee", "living expenses"),
    "hub": ("tuition", "amortization", "rent", "clinic", "room", "dive course", "dues", "unit 4B", "booking", "consultation", "June", "deposit"),
    "friend": ("lunch", "gas", "share", "bayad", "load", "pabili", "ambag", "thanks", "birthday ambag", "videoke", "pamasahe"),
    "bet": ("load", "cash in", "credits", "top up", "id 8812", "points"),
    "fear": ("please", "thats all i have", "pls delete", "ok sent", "done", "payment", "rest later", "gift", "game"),
    "files": ("album", "pack", "access", "vip", "order", "premium", "photos"),
}  # fmt: skip


def message(dice: Dice, occasion: str, terse: bool) -> str:
    """What the payer wrote, mostly nothing."""
    if dice.chance(0.8 if terse else 0.35):
        return ""
    words = dice.pick(WORDS[occasion])
    if dice.chance(0.04):
        return f"{words} 09{dice.whole(100_000_000, 999_999_999)}"
    return words.upper() if dice.chance(0.08) else words.capitalize() if dice.chance(0.3) else words
