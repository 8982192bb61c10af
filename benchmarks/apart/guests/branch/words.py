"""What the slip says: the message if there is one, the purpose the teller ticks, and what became of the payment."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from .ledger import LIFE

_COMMON = "family support|gift|help|food|rent|school fees|medicine|birthday|expenses|thank you"
_MESSAGES: Final[dict[str, str]] = {
    "family_receiver": f"{_COMMON}|for mama|allowance|house repair|hospital|tuition|groceries|load|nanay|Eid|Pasko",
    "collector": f"{_COMMON}|for my mother|village|share",
    "partner_receiver": f"{_COMMON}|love|for you|allowance|visa papers|flat|phone|kids school",
    "freelancer": "lesson|lessons|translation|invoice|work|website|wages|tutoring|job 2|@tutor_lina",
    "seller": "order|parts|stamps|invoice|carving|thank you|gift|item|@star_mia|upgrade|deposit|tip|treat",
    "charity": "donation|sponsor|children's meals|typhoon relief|church|school fees|help|roof",
    "student": "rent|tuition|semester|books|allowance|food|school fees",
    "hub": "loan|instalment|account|plot 12|invoice|booking|fees|top up|treatment|deposit",
    "romance_fraud_receiver": f"{_COMMON}|customs|ticket|hospital bill|love|lawyer|visa",
    "ordinary": f"{_COMMON}|debt|ticket|holiday|loan back|lost wallet|deposit",
    "facilitation": f"{_COMMON}|medical|education|uniform|treat|fees|family|accommodation|for jen_88|@rosie2",
    "extortion_collection": "gift|friend|family|help|payment|debt|phone|birthday|game",
}
_TICKED: Final[dict[str, str]] = {
    "family_receiver": "FAMILY FAMILY FAMILY FAMILY FAMILY FAMILY GIFT EDUCATION MEDICAL OTHER",
    "collector": "FAMILY FAMILY FAMILY FAMILY OTHER",
    "partner_receiver": "FAMILY FAMILY GIFT GIFT FRIEND OTHER",
    "freelancer": "SERVICES SERVICES SERVICES EDUCATION FRIEND OTHER",
    "seller": "GOODS GOODS GIFT FRIEND SERVICES OTHER",
    "charity": "DONATION DONATION DONATION GIFT FAMILY OTHER",
    "student": "EDUCATION EDUCATION FAMILY FAMILY OTHER",
    "hub": "LOAN SERVICES GOODS EDUCATION OTHER",
    "romance_fraud_receiver": "FAMILY FRIEND FRIEND GIFT OTHER MEDICAL",
    "ordinary": "FAMILY FRIEND FRIEND GIFT LOAN OTHER",
    "facilitation": "FAMILY FAMILY FRIEND FRIEND GIFT GIFT EDUCATION OTHER",
    "extortion_collection": "FRIEND FRIEND FAMILY GIFT GOODS OTHER",
}
MESSAGE_SHARE = 0.24
PURPOSE_SHARE = 0.78


def _drawn(rng: np.random.Generator, life: np.ndarray, lists: dict[str, list[str]], share: float) -> pl.Series:
    """For each payment a word from its life's list, or nothing."""
    words: list[str] = []
    starts, sizes = np.zeros(len(LIFE), np.int64), np.zeros(len(LIFE), np.int64)
    for name, position in LIFE.items():
        starts[position], sizes[position] = len(words), len(lists[name])
        words += lists[name]
    chosen = starts[life] + (rng.random(len(life)) * sizes[life]).astype(np.int64)
    silent = pl.Series(rng.random(len(life)) >= share)
    text = pl.Series(words).gather(chosen)
    return pl.select(pl.when(silent).then(None).otherwise(text)).to_series()


def messages(rng: np.random.Generator, life: np.ndarray) -> pl.Series:
    """Few write anything; what they write is much the same whatever the reason."""
    return _drawn(rng, life, {name: text.split("|") for name, text in _MESSAGES.items()}, MESSAGE_SHARE)


def purposes(rng: np.random.Generator, life: np.ndarray) -> pl.Series:
    """The teller's list on the screen. One in seven is ticked FAMILY because it is the first line."""
    ticked = _drawn(rng, life, {name: text.split() for name, text in _TICKED.items()}, PURPOSE_SHARE)
    hasty = pl.Series(rng.random(len(life)) < 0.14)
    return pl.select(pl.when(hasty & ticked.is_not_null()).then(pl.lit("FAMILY")).otherwise(ticked)).to_series()


def statuses(rng: np.random.Generator, life: np.ndarray) -> pl.Series:
    """Most is picked up. Parents who find out, or payers warned by the teller, cancel while the cash is still there."""
    luck = rng.random(len(life))
    cancelled = np.where(life == LIFE["extortion_collection"], 0.09, 0.018)
    state = np.where(luck < cancelled, 2, np.where(luck < cancelled + 0.012, 1, 0))
    return pl.Series(["PAID", "UNCLAIMED-RETURNED", "CANCELLED"]).gather(state)
