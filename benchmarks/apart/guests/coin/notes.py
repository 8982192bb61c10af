"""What people write in the memo line: mostly nothing, and mostly the same few words whatever the reason."""

from __future__ import annotations

from typing import Final

import numpy as np

from .ledger import Notes

_WORDS: Final = {
    "family": "allowance|for mama|food|medicine|family support|bills|school fees|load|rice|happy birthday|love you all"
    "|tuition|house repair|gift|for the kids|emergency|hospital",
    "storm": "for the roof|typhoon|stay safe|repairs|emergency|food",
    "partner": "for you|miss you|rent|gift|birthday|visa fee|ticket|groceries|internet|family support|love",
    "work": "invoice|milestone 1|week 12|logo|hours|transcripts|website|June|VA work|invoice 104|bonus",
    "tutor": "lesson|class|english lesson|2 lessons|math|thanks teacher|Saturday",
    "game": "skin|items|boost|gold|account|diamonds|top up|card lot",
    "art": "commission|sticker pack|print|pattern pdf|deposit|tip|album",
    "tips": "tip|thanks|gift|for the stream|goal|birthday|treat",
    "gift": "donation|monthly|for the children|roof fund|sponsorship|feeding program|school supplies|medical mission",
    "friend": "pizza|drinks|rent share|thanks|taxi|concert|gift|owe you|utilities|birthday|lunch",
    "fees": "school fees|rent|deposit|clinic|unit 4B|tuition term 2|uniform|exam fee|contribution",
    "student": "rent|allowance|books|tuition|food|be careful|deposit",
    "loan": "loan|back|part payment|thanks|utang|last part",
    "romance": "ticket|customs fee|hospital|for the visa|my love|rent|investment",
    "abroad": "gift|family support|medical bills|school fees|birthday|treat|expenses|accommodation|uniform|education"
    "|thanks|for internet|help",
    "demand": "pls|done|last one|ok|stop now|sent|gift|here",
    "chore": "babysitting|lawn|birthday|chores|lunch|well done|game|thanks",
}  # fmt: skip
_MARKS: Final = ("🙂", "❤️", "🙏", "👍", ".", "..", "ok", "1", "x")


def notes(rng: np.random.Generator, topic: str, count: int, filled: float = 0.4) -> Notes:
    """`count` memo lines, of which a share is `filled`; a fifth of those is only a mark."""
    words = _WORDS[topic].split("|")
    drawn = rng.random((count, 2))
    chosen = rng.integers(0, len(words), count)
    marks = rng.integers(0, len(_MARKS), count)
    return [
        None if share >= filled else _MARKS[mark] if mood < 0.2 else words[word]
        for (share, mood), word, mark in zip(drawn, chosen, marks, strict=True)
    ]
