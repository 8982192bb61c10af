"""What people write beside a payment. Every word here is innocuous; most of them serve several meanings."""

from __future__ import annotations

from random import Random
from typing import Final

_WORDS: Final = {
    "family": "for mama|allowance|padala|family support|food and bills|school fees|tuition|gamot|medical bills|"
    "house repair|birthday|merry christmas|for the kids|pang grocery|uniform|kuryente|hospital|love you all",
    "partner": "love you|for you mahal|allowance|gift|happy birthday|for your phone|ticket|rent|see you soon|hospital|"
    "for your mama|accommodation|treat|for tonight",
    "work": "invoice {n}|weekly pay|VA services|design work|milestone 2|salary 1-15|editing|lesson|english class|"
    "tutorial fee|logo|bookkeeping|fees",
    "trade": "order {n}|item {n}|preorder|shipping|2 sets|balance|deposit|account {h}|diamonds id {n}|rank boost {h}|"
    "fan kit|downpayment|thanks for the stream|song request|treat|tip {h}|"
    "subscription|vip|renewal|access|payment",
    "gift": "donation|feeding program|typhoon relief|God bless|monthly gift|scholar {n}|for the children|relief goods",
    "study": "allowance|tuition|dorm|books|project|school fees|thesis printing|baon|uniform",
    "hub": "rent {m}|unit {n}|tuition|OR {n}|loan {n}|amortization|clinic|condo dues|water bill|accommodation",
    "romance": "hospital bill|ticket|visa fee|customs|for us|loan|help|lawyer|love",
    "everyday": "lunch|share ko|bayad|utang|load|grab|food|thank you|pamasahe|grocery|ambag|meryenda|utang paid|gift|"
    "for tonight|here|ok|last one|all i have for now|.|friend",
    "circle": "paluwagan {m}|hulog|week {w}|ambag|contribution|batch {w}|class fund|concert {n}|slot {w}",
    "livestream": "family support|allowance|school fees|gift|birthday|medical bills|food|help|rent|for you|{h}|load|"
    "treat|expenses|for tonight|balance|uniform",
    "extortion": "here|all i have for now|{h}|friend|gift|payment|ok|last one|.|for games",
    "material": "order {n}|subscription|vip|access|{h}|payment|folder|renewal|gift",
    "minor": "load|gift|for u|treat|baon|thanks|{h}|diamonds|for your phone",
}
WORDS: Final = {kind: tuple(pool.split("|")) for kind, pool in _WORDS.items()}
_HANDLES: Final = ("mira", "kenji", "sunny", "jd", "bluebird", "ate", "rexx", "momo", "lia", "hunter", "nico", "sam")


def handle(random: Random) -> str:
    """Return a chat or player name."""
    return f"@{random.choice(_HANDLES)}{random.randrange(10, 9999)}"


def note(random: Random, kind: str, day: float, known_handle: str | None = None) -> str:
    """Return a message of that kind; `known_handle` is the contact's, when the payer knows the receiver by it."""
    text = random.choice(WORDS[kind])
    if "{" not in text:
        return text
    return text.format(
        n=random.randrange(100, 99999), h=known_handle or handle(random), m=int(day // 30.5) + 1, w=int(day // 7) + 1
    )
