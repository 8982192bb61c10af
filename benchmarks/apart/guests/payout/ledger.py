"""The ledger: every payment of the world, and from it what each account truly was."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final, NamedTuple

from benchmarks.apart.guests.payout.accounts import Payer, Receiver
from benchmarks.apart.guests.payout.places import COUNTRIES
from benchmarks.apart.guests.payout.seasons import DAYS

CRIMES: Final = (
    "livestream_purchase", "minor_purchase", "extortion_victim", "material_purchase",
    "facilitation", "extortion_collection", "minor_recipient", "material_vendor",
)  # fmt: skip
"""Where one account did several, the earlier of these names it."""
FEW: Final = 3


class Entry(NamedTuple):
    """One payment; `second` counts from the world's first midnight on the payer's own clock."""

    payer: str
    receiver: str
    second: int
    amount: float
    currency: str
    country: str
    zone: str
    receiver_country: str
    product: str
    note: str | None
    category: str | None
    status: str | None
    payer_pattern: str
    receiver_pattern: str


class Ledger:
    """Collects payments and knows who showed what."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.imitators: set[str] = set()

    def pay(  # noqa: PLR0917 -- who, whom, when and how much, in the order one says it
        self,
        payer: Payer,
        receiver: Receiver,
        day: int,
        hour: float,
        amount: float,
        patterns: tuple[str, str],
        *,
        product: str,
        note: str | None = None,
        category: str | None = None,
        status: str | None = None,
    ) -> None:
        """Enter one payment (hours past 24 run into the next day), unless an account was not open that day."""
        if not max(payer.opened, receiver.opened, 0) <= day < min(payer.closed, receiver.closed, DAYS):
            return
        country, zone = payer.country, payer.zone
        for start, end, elsewhere in payer.away:
            if start <= day <= end:
                country, zone = elsewhere, COUNTRIES[elsewhere].zones[0]
        self.entries.append(
            Entry(
                payer.id, receiver.id, int(day * 86400 + hour * 3600), amount, COUNTRIES[payer.country].currency,
                country, zone, receiver.country, product, note, category, status, *patterns,
            )
        )  # fmt: skip

    def kinds(self, role: str) -> dict[str, str]:
        """Each account's pattern: its crime if there is one, else what it did most."""
        seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for entry in self.entries:
            if role == "originator":
                seen[entry.payer][entry.payer_pattern] += 1
            else:
                seen[entry.receiver][entry.receiver_pattern] += 1
        return {
            subject: next((crime for crime in CRIMES if crime in counts), counts.most_common(1)[0][0])
            for subject, counts in seen.items()
        }

    def hard(self, role: str) -> set[str]:
        """Accounts of a crime that show little: few payments, nobody shared with others of it, or imitation."""
        per_subject: Counter[str] = Counter()
        partners: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        sharers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for entry in self.entries:
            mine, other = (entry.payer, entry.receiver) if role == "originator" else (entry.receiver, entry.payer)
            pattern = entry.payer_pattern if role == "originator" else entry.receiver_pattern
            if pattern in CRIMES:
                per_subject[mine] += 1
                partners[mine].add((pattern, other))
                sharers[pattern, other].add(mine)
        return {
            subject
            for subject, payments in per_subject.items()
            if payments <= FEW
            or subject in self.imitators
            or all(len(sharers[partner]) == 1 for partner in partners[subject])
        }
