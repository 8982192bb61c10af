"""What people type in the free reference; harmless words serve every purpose alike, so they tell little."""

from __future__ import annotations

from typing import Final

from .dice import Dice

FAMILY: Final = (
    "family support",
    "for mum",
    "load",
    "school fees",
    "medical bills",
    "gift",
    "allowance",
    "groceries",
    "tuition",
    "hospital",
    "birthday",
    "help",
    "food",
    "house repair",
    "uniform",
    "love you all",
    "expenses",
)
WARM: Final = (
    "gift",
    "for you",
    "birthday",
    "love",
    "miss you",
    "expenses",
    "phone",
    "rent help",
    "visa",
    "treat",
    "dinner",
)
FRIENDS: Final = (
    "dinner",
    "beers",
    "petrol",
    "pizza",
    "thanks!",
    "tickets",
    "ta",
    "groceries",
    "your half",
    "bday",
    "bbq",
    "gift",
    "IOU",
    "fish n chips",
    "uber",
    "treat",
)
WORK: Final = ("invoice", "inv {n}", "week {w}", "hours", "design", "wages", "edits", "bonus", "milestone {w}", "fees")
LESSON: Final = ("lesson", "class {w}", "english", "guitar", "maths", "2 lessons", "fees", "tutoring")
TRADE: Final = (
    "order {n}",
    "cards",
    "parts",
    "deposit",
    "print",
    "records",
    "lot {w}",
    "thanks",
    "shipping",
    "item {n}",
)
TIP: Final = ("tip", "gift", "thanks", "great stream", "treat", "coffee", "request")
CAUSE: Final = ("donation", "koha", "monthly gift", "sponsor", "school lunch", "relief", "education", "uniforms")
COVER: Final = (
    "gift",
    "help",
    "load",
    "birthday",
    "school fees",
    "expenses",
    "family support",
    "medical bills",
    "treat",
    "thanks",
    "accommodation",
)
DEMAND: Final = ("gift", "shoes", "game", "thanks", "rent", "bro", "ticket", "phone")
POCKET: Final = ("lunch", "thanks", "treat", "for u", "gift", "bus", "clothes", "bday")


def said(dice: Dice, words: tuple[str, ...], share: float) -> str | None:
    """A reference or nothing; some people shout, some end with a full stop."""
    if not dice.chance(share):
        return None
    text = dice.pick(words).format(n=dice.whole(1000, 9999), w=dice.whole(1, 40))
    draw = dice.unit()
    return text.upper() if draw < 0.06 else text.capitalize() if draw < 0.4 else text
