"""What people write beside a payment: optional, chatty, and by itself telling nothing.

Every word that goes with a crime also goes with something ordinary; `{nick}` stands for the receiver's nickname.
"""

from __future__ import annotations

from typing import Final

import numpy as np

FAMILY: Final = (
    "for the family", "school fees", "groceries", "love you all", "medicine for lola", "birthday", "for mum",
    "allowance", "rent this month", "uniform", "hospital", "happy birthday!", "for the kids", "merry christmas",
    "electric bill", "load", "tuition", "help with bills", "miss you", "for the house", "gift", "help", "expenses",
    "internet", "family", "treat", "medical", "same as last time", "thanks",
)  # fmt: skip
PARTNER: Final = (
    "for you x", "dinner", "miss you", "rent", "treat yourself", "visa fee", "flight", "birthday", "data", "love",
    "load", "internet", "help", "gift", "treat", "for you", "same as last time", "expenses", "groceries",
)  # fmt: skip
FRIENDS: Final = (
    "pizza", "thanks!", "uber", "half of groceries", "petrol", "drinks friday", "concert", "rent", "power bill",
    "lunch", "bday present for Sam", "netflix", "bbq", "here you go", "sorry late", "footy", "house stuff", "ok",
    "sent", "here", "done", "for Alex", "gift", "game", "thats all", "xx",
)  # fmt: skip
WORK: Final = (
    "invoice 14", "August hours", "week 22", "logo final", "editing", "milestone 2", "VA hours", "invoice", "bonus",
)  # fmt: skip
LESSON: Final = (
    "lesson", "maths tues", "4 lessons", "guitar", "conversation class", "thank you teacher", "lesson pack",
    "for @{nick}",
)  # fmt: skip
ORDER: Final = (
    "order", "order 2231", "from @{nick}", "postage incl", "2x sleeves", "lot 14", "thx for trade", "preorder",
    "yarn", "as asked",
)  # fmt: skip
GAME: Final = (
    "gems", "top up", "diamonds", "id {nick}", "skin", "coins", "500 pack", "thx bro", "account recharge", "done",
    "ok", "game", "friend",
)  # fmt: skip
TIP: Final = (
    "thanks", "great stream", "tip", "enjoy", "xx", "for coffee", "request", "nice one", "gift", "treat", "for you",
    "for @{nick}", "same as last time",
)  # fmt: skip
GIVING: Final = (
    "donation", "sponsor", "relief", "god bless", "school meals", "monthly gift", "for the appeal",
)  # fmt: skip
STUDENT: Final = (
    "allowance", "books", "rent", "semester 2", "food money", "be good", "bus pass", "fees", "groceries",
)  # fmt: skip
BILL: Final = (
    "rent", "bond", "invoice", "room 4", "tuition", "clinic", "booking", "term fee", "deposit",
)  # fmt: skip
LOAN: Final = (
    "repayment", "as agreed", "loan 5/12", "thanks again", "week 9", "thats all", "sent",
)  # fmt: skip
CIRCLE: Final = (
    "share", "paluwagan", "my turn next", "contribution", "fund", "class trip", "ball ticket", "team fees",
)  # fmt: skip
HARD_LUCK: Final = (
    "hospital", "customs fee", "for the ticket", "see you soon", "lawyer", "love", "visa",
)  # fmt: skip
COVER: Final = (
    "gift", "school fees", "treat", "birthday", "groceries", "medical", "family", "load", "thanks", "uniform",
    "for you", "help", "expenses", "internet", "for @{nick}", "same as last time",
)  # fmt: skip
DEMAND: Final = (
    "ok", "sent", "here", "done", "gift", "for Alex", "thats all", "game", "friend", "as asked",
)  # fmt: skip
FILES: Final = (
    "pack", "order", "download", "access", "files", "subscription", "renewal",
)  # fmt: skip
POCKET: Final = (
    "gift", "treat", "lunch", "xx", "for you", "thanks", "game", "thanks!",
)  # fmt: skip


def favourite(rng: np.random.Generator, pool: tuple[str, ...]) -> str:
    """What a payer writes most often to one receiver, capital or not."""
    word = pool[int(rng.integers(len(pool)))]
    return word.capitalize() if rng.random() < 0.3 else word


def written(
    rng: np.random.Generator, pool: tuple[str, ...], chance: float, *, usual: str, nick: str, count: int
) -> list[str | None]:
    """A reference for each payment, or none; to one receiver people mostly repeat the `usual` one."""
    picks = rng.integers(0, len(pool), count)
    draws = rng.random((count, 2))
    return [
        None if draws[i, 0] > chance else (usual if draws[i, 1] < 0.45 else pool[int(picks[i])]).replace("{nick}", nick)
        for i in range(count)
    ]
