# ruff: noqa: E501 -- a table reads better unbroken
"""What people write beside a payment: emojis spelt out, jokes, plain words, most often little."""

from __future__ import annotations

from typing import Final

import numpy as np

_EMPTY_BY_THEME: Final = {"plea": 0.55, "private": 0.42, "tip": 0.35, "business": 0.1, "rent": 0.12}

THEMES: Final[dict[str, tuple[str, ...]]] = {
    "split": (
        "pizza emoji", "pizza emoji beer emoji", "beers", "taxi emoji", "uber home lol", "sushi emoji", "you know what you did",
        "groceries", "dinner", "brunch emoji coffee emoji", "gas money", "for being annoying", "ski trip", "airbnb", "tacos",
        "tickets", "concert emoji", "coffee emoji", "lunch", "your soul", "bribe", "cake emoji", "wifi", "legal fees (jk)",
        "movie emoji popcorn emoji", "thank u", "ty", "heart emoji", "fire emoji fire emoji", "birthday dinner", "lost the bet",
    ),
    "rent": ("rent", "house emoji", "rent + wifi", "bills", "electric lightbulb emoji", "utilities", "my half", "rent oct lol"),
    "family": (
        "for mama", "allowance", "school fees", "medicine", "food", "birthday cake emoji", "tuition", "house repair", "love you",
        "heart emoji", "family support", "for the kids", "uniform", "grocery", "hospital bill", "pasko", "load", "gift",
        "from kuya", "electric bill", "water + rent", "thank God", "baon", "treat", "happy birthday",
    ),
    "partner": (
        "heart emoji", "kiss emoji", "miss you", "for you my love", "dinner on me", "birthday", "rent help", "ticket", "visa fee",
        "hospital", "treat", "flowers emoji", "gift", "food", "see you soon plane emoji", "for the room", "phone", "good night",
    ),
    "private": (
        "gift", "for you", "help", "food", "heart emoji", "thanks", "birthday", "ok", "smiley emoji", "load", "school fees",
        "treat", "medicine", "rent", "as agreed", "hi", "wink emoji", "expenses", "family", "room", "uniform", "friend", ".",
    ),
    "shop": (
        "order", "shoes emoji", "vinyl", "lot 14", "cards", "shipping incl", "preorder", "commission", "size 9", "ty fast ship",
        "invoice", "photocard emoji", "deposit", "rest of order", "plushie", "print A3", "skins", "coins", "bike emoji", "custom",
    ),
    "game": ("coins", "skins", "gems emoji", "gg", "account lvl 40", "1000 coins", "boost", "trade", "dice emoji", "bonus", "one more"),
    "tip": (
        "tip", "great stream", "love your work", "coffee emoji", "fire emoji", "song request", "clap emoji", "for the goal",
        "thanks babe", "rose emoji", "custom", "sub", "member month", "happy bday queen", "wow",
    ),
    "work": ("invoice", "week 1", "hours", "logo", "lesson", "english class", "design", "payroll", "final payment", "edits",
             "milestone", "tutoring book emoji", "fees", "bonus", "thank you for the work"),
    "giving": ("donation", "for the roof", "rice", "dog emoji", "sponsor", "blessings", "for the kids", "relief goods", "typhoon",
               "monthly gift", "pray emoji", "church", "school supplies", "good luck", "team fund"),
    "pool": ("team fees", "gift pool", "trip", "paluwagan", "ball emoji", "jersey", "neighbours party", "bus", "week turn",
             "class fund", "wedding emoji", "bbq", "kit"),
    "hub": ("rent", "tuition", "consultation", "unit 4", "term 2", "dues", "acct 20331", "registration", "balance", "fees"),
    "student": ("books", "groceries", "uni emoji", "dorm", "allowance", "dont spend on beer", "train home", "for the month"),
    "pocket": ("allowance", "lunch", "chores", "bus", "movie emoji", "for mowing", "snacks", "shoes", "school trip", "heart emoji"),
    "loan": ("loan", "owed", "part 2", "thanks for the loan", "last part", "paying back", "car"),
    "plea": ("pls", "done", "ok", ".", "stop", "sorry", "last", "here", "all i have", "gift", "game", "shoes", "friend", "ticket",
             "sent", "for the phone", "thanks"),
    "ask": ("thx ill pay back", "pay u back friday", "urgent pls", "lunch", "spot me", "ty ty ty", "till friday"),
    "help": ("hospital", "customs fee", "for the flight", "medicine", "my love", "release fee", "heart emoji", "phone", "loan",
             "investment", "rent", "god bless", "gift cards back", "soon plane emoji"),
    "business": ("item", "access", "pack", "renewal", "order", "sub", "link", "month", "file", "vip", "thanks"),
}  # fmt: skip


def pick(rng: np.random.Generator, theme: str, count: int) -> list[str]:
    """`count` notes of one theme; about one in seven is empty, more where people have reason to say little."""
    words = THEMES[theme]
    empty = _EMPTY_BY_THEME.get(theme, 0.14)
    chosen = rng.integers(len(words), size=count)
    silent = rng.random(count) < empty
    return ["" if quiet else words[k] for k, quiet in zip(chosen.tolist(), silent.tolist(), strict=True)]
