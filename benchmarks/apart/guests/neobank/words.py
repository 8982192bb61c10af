"""What people write in the reference line: the innocuous words of many languages, and often nothing."""

from __future__ import annotations

from random import Random

_THEMES: dict[str, tuple[float, tuple[str, ...]]] = {
    "split": (
        0.25,
        ("🍕", "pizza", "taxi", "dinner", "🍻", "fredagsmys", "Kino", "groceries", "brunch", "resto", "lunch", "tack!",
         "Geschenk Lena", "festival", "uber", "course", "🎉", "film", "your half", "petrol", "concert", "IKEA", "☕"),
    ),
    "loan": (0.3, ("loan", "lån", "back to you", "rate 3", "danke nochmal", "as agreed", "owed", "merci")),
    "family": (
        0.42,
        ("family support", "school fees", "medicine", "allowance", "mama", "for mum", "gift", "padala", "house",
         "hospital", "food", "monthly", "utgifter", "Unterstützung", "para la casa", "rent home", "birthday",
         "uniform", "tuition", "help", "bills", "pang gastos", "medical bills", "for the roof", "Eid"),
    ),
    "teen": (0.35, ("pocket money", "veckopeng", "Taschengeld", "lunch", "school trip", "bus", "phone", "well done ❤️")),
    "partner": (
        0.45,
        ("love", "❤️", "for you", "rent", "food", "visa fee", "birthday", "allowance", "doctor", "miss you", "ticket",
         "expenses", "phone", "gift", "see you soon"),
    ),
    "work": (
        0.12,
        ("invoice", "logo", "lesson", "translation", "5 lessons", "VA hours", "design", "Rechnung", "tutoring",
         "English class", "editing", "week 2", "commission"),
    ),
    "hobby": (
        0.25,
        ("order", "keycaps", "photocards", "model kit", "skins", "card lot", "commission", "vinyl", "plant", "beads",
         "pattern", "account lvl 60", "coins", "figure", "postage", "deposit", "rest of order", "thx", "fan club"),
    ),
    "tip": (0.5, ("tip", "thanks", "❤️", "treat", "gift", "coffee", "song request", "birthday")),
    "resale": (0.3, ("pram", "bike", "jacket", "ticket", "shoes", "lamp", "PS5 game", "bord", "Tisch", "phone case")),
    "gift": (0.35, ("donation", "typhoon relief", "sponsor", "Spende", "gåva", "for the children's meals", "sadaqah")),
    "student": (0.35, ("tuition", "rent", "books", "semester fee", "food", "dorm", "exam fee")),
    "romance": (0.4, ("customs fee", "hospital", "flight", "my love", "documents", "lawyer", "for our house", "visa")),
    "fees": (0.15, ("subs", "kit", "cup fee", "training", "summer camp", "prom", "entry", "class trip")),
    "bill": (0.05, ("rent", "Miete", "hyra", "loyer", "membership", "el", "Strom", "clinic", "nursery")),
    "covert": (
        0.45,
        ("school", "gift", "food", "family", "medicine", "birthday", "help", "allowance", "uniform", "for you", "fees",
         "treat", "expenses", "accommodation", "thanks", "ok", "internet", "load", "support"),
    ),
    "demand": (0.66, ("gift", "stop", "done", "game", "ok", "shoes", "pay", "last one", "delete", "friend", "x")),
    "quiet": (0.68, ("🙂", "gift", "thx", "shopping", "treat", "x", "as said", "nails", "top up")),
}  # fmt: skip
"""For each theme how often the line stays empty, and what stands there otherwise."""

_HANDLES = ("luna", "kuya", "mika", "ace", "jay", "rose", "neo", "kit", "sky", "drei")


def reference(rng: Random, theme: str, *, handle: float = 0.0) -> str | None:
    """A reference of the theme, or none; with chance `handle` the name that the receiver bears in another app."""
    if rng.random() < handle:
        return f"@{rng.choice(_HANDLES)}{rng.choice(('_', '.', ''))}{rng.choice(_HANDLES)}{rng.randrange(100)}"
    empty, choices = _THEMES[theme]
    if rng.random() < empty:
        return None
    text = rng.choice(choices)
    if theme == "work" and rng.random() < 0.4:
        return f"{text} {rng.randrange(1, 400)}"
    return text.capitalize() if rng.random() < 0.3 else text
