# ruff: noqa: E501 -- a table reads better unbroken
"""The short notes of a wallet: blank, an emoji, a word or two; tutors and landlords write more than lovers do."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.people import Ints

_EMOJI = ("❤️", "🍕", "🎮", "🙏", "😂", "🎁", "🍻", "👍", "🏠", "✨", "🌹", "💸", "☕", "🎶", "😘", "🔥")

_HANDLES = ("liwanag", "kitsune", "studio", "mysha", "drago", "vinyl", "teacher.j", "nightowl", "pixie", "zolota")
"""Receivers are addressed by the handle of another app, by buyers and pupils as by those who pay for worse."""

NOTES: dict[int, tuple[float, tuple[str, ...]]] = {
    Kind.LIVESTREAM: (0.62, ("gift", "for tonight", "🎁", "thanks", "help", "school fees", "birthday", "load", "❤️", "as agreed",
                             "internet bill", "food", "👍", "balance", "@", "for you")),
    Kind.STREAM_CUT: (0.7, ("salamat", "share", "👍", "utang", "load")),
    Kind.EXTORTION: (0.68, ("sent", "please", "last one", "🙏", "friends", "gift card", "here", "done", "for game",
                            "thats all i have", "gift", "xx")),
    Kind.MULE_FORWARD: (0.8, ("bro", "done", "👍", "part")),
    Kind.MATERIAL: (0.82, ("tokens", "pack", "tier 2", "vip", "renew", "order", "20")),
    Kind.MINOR: (0.5, ("🎁", "for you", "treat", "❤️", "lunch", "shoes", "😘", "phone credit", "birthday", "as promised")),
    Kind.FAMILY: (0.48, ("family", "food", "school fees", "medicine", "for mama", "birthday", "❤️", "rent", "uniform", "allowance",
                         "🙏", "kuryente", "gift", "para sa bahay", "load", "hospital", "internet bill", "salamat", "renda", "на ліки")),
    Kind.COLLECTED: (0.4, ("contribution", "club dues", "wake", "court", "for tita", "my share", "🙏", "abuloy")),
    Kind.PARTNER: (0.55, ("❤️", "😘", "miss you", "🌹", "for us", "rent", "food", "birthday", "visa fee", "gift", "internet", "baby")),
    Kind.FREELANCE: (0.25, ("invoice", "invoice 14", "week 32", "logo draft", "editing", "hours", "milestone 1", "deposit", "balance", "@", "final part",
                            "VA work", "bonus")),
    Kind.HOBBY: (0.45, ("order", "cards", "🎮", "item", "shipping", "lot 7", "@", "bro", "tip", "thanks", "✨")),
    Kind.DONATION: (0.5, ("donation", "sponsor", "keep it up", "🙏", "monthly", "for the kids", "thank you for the work", "relief")),
    Kind.STUDENT: (0.4, ("rent", "books", "term fees", "food", "emergency", "love mum", "❤️", "uni", "train ticket")),
    Kind.HUB: (0.2, ("rent", "room 4", "tuition", "checkup", "june fees", "deposit", "unit 2B", "school fees", "boarding")),
    Kind.ROMANCE: (0.4, ("for the hospital", "ticket", "my love", "customs fee", "❤️", "loan", "help", "see you soon", "papers")),
    Kind.SHOP: (0.9, ("order", "bill")),
    Kind.ORDINARY: (0.42, ("🍕", "🍻", "dinner", "taxi", "rent share", "tickets", "petrol", "groceries", "☕", "gift for Sam", "bday",
                           "sent", "last one", "please", "done", "here", "xx", "for game", "you know", "lol", "electric", "thanks!", "weekend", "🏠")),
    20: (0.45, ("allowance", "pocket money", "lunch", "🎁", "shoes", "as promised", "be good", "phone credit", "treat")),
    21: (0.35, ("lawn", "sitting", "babysitting fri", "maths lesson", "dog walk", "thanks!", "👍")),
    22: (0.35, ("commission", "avatar", "sketch", "half now", "rest", "art ✨", "as agreed", "gift art")),
    23: (0.4, ("loan", "pay back", "share", "utang", "thats all i have", "1/6", "owe you", "part", "thanks again")),
    24: (0.55, ("🎮", "gold", "boost", "raid", "skin", "lvl 60", "mount", "guild bank", "as agreed", "gg")),
    25: (0.5, ("tip", "❤️", "🎶", "🔥", "song request", "birthday", "for you", "private lesson", "great music", "for tonight", "tier 2", "vip", "renew", "pack", "20", "@", "tokens", "gift", "😘")),
    26: (0.35, ("lesson", "2 lessons", "english", "class tue", "homework help", "Unterricht", "lesson fee")),
    28: (0.4, ("typhoon relief", "relief", "🙏", "stay safe", "help", "for the families")),
    30: (0.3, ("booking", "flight", "itinerary")),
    32: (0.9, ("tokens", "top up", "pack")),
}  # fmt: skip
"""For each voice (a kind, or a finer manner of speaking from 20 on): how often blank, and the words otherwise."""

NOTES[27], NOTES[31] = NOTES[Kind.HOBBY], NOTES[Kind.SHOP]


def references(rng: np.random.Generator, voice: Ints, payer: Ints, payee: Ints) -> npt.NDArray[np.object_]:
    """A note or None for each payment; a payer who writes once tends to write again in the same words."""
    out = np.full(len(voice), None, dtype=object)
    terse = (payer * 7919) % 100 / 100.0
    favourite = (payer * 104_729) % 1009
    for key, (blank, words) in NOTES.items():
        here = np.flatnonzero(voice == key)
        silent = rng.random(len(here)) < np.clip(blank + (terse[here] - 0.5) * 0.7, 0.02, 0.98)
        speaks = here[~silent]
        habit = rng.random(len(speaks)) < 0.45
        pick = np.where(habit, favourite[speaks] % len(words), rng.integers(0, len(words), len(speaks)))
        text = np.array(words, dtype=object)[pick]
        emoji = rng.random(len(speaks)) < 0.16
        text[emoji] = np.array(_EMOJI, dtype=object)[rng.integers(0, len(_EMOJI), int(emoji.sum()))]
        handle = text == "@"
        text[handle] = [f"@{_HANDLES[who % len(_HANDLES)]}{who % 89}" for who in payee[speaks[handle]]]
        out[speaks] = text
    return out
