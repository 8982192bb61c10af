"""What counter and app make of wishes: opening hours, limits, documents, caps on collectors, slips.

Limits shape sums. Whoever has no document on file stays just under the sum that needs one; whoever hits the day's most
comes back tomorrow with the rest; a collector with too many payouts is refused and somebody else's name is given.
"""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass, field

from . import sums
from .book import Book
from .days import DAY_MINUTES, DAYS, utc_offset
from .kinds import KINDS, paperwork
from .places import SENDING
from .world import Account, Payer, Receiver, Wish, World

OPENS, CLOSES = 8.6, 20.6
CAP = 10
"""Cash payouts to one person in thirty days after which another name is asked for."""


@dataclass(frozen=True, slots=True)
class Payment:
    """One slip: what the company keeps of a payment, and (for the truth) whose wish it was."""

    minute_utc: int
    cents: int
    payer: Payer
    account: Account
    receiver: Receiver
    beneficiary: str
    words: str
    rail: str
    purpose: str | None
    note: str | None
    status: str
    kind: str


@dataclass(slots=True)
class Counter:
    """The company at work: one queue of wishes in order of time, and what it remembers of customers."""

    world: World
    book: Book
    walks: dict[str, list[float]]
    spent: dict[tuple[str, int], float] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    payouts: dict[int, deque[int]] = field(default_factory=dict)
    queue: list[tuple[int, int, Wish]] = field(default_factory=list)
    order: int = 0

    def put(self, wish: Wish) -> None:
        """Queue a wish by its minute in UTC."""
        zone = self.world.payers[wish.payer].zone
        at = wish.minute - utc_offset(zone, wish.minute // DAY_MINUTES)
        heapq.heappush(self.queue, (at, self.order, wish))
        self.order += 1

    def _account(self, payer: Payer, day: int, hour: float) -> Account:
        """Choose among a person's accounts: the app when counters are closed, else by mood; the newest of two alike."""
        opened = [one for one in payer.accounts if one.since <= day] or payer.accounts[:1]
        if len(opened) == 1:
            return opened[0]
        if opened[0].online == opened[1].online:
            return opened[1]
        app = not OPENS <= hour <= CLOSES or self.world.dice.random() < 0.55
        return opened[0] if opened[0].online == app else opened[1]

    def _later(self, wish: Wish, days: int) -> None:
        """Come back on a later day within opening hours."""
        hour = min(max(self.world.dice.gauss(13, 3.2), OPENS), CLOSES)
        minute = (wish.minute // DAY_MINUTES + days) * DAY_MINUTES + int(hour * 60)
        if minute < DAYS * DAY_MINUTES:
            self.put(wish._replace(minute=minute))

    def _allowed(self, wish: Wish, payer: Payer, account: Account, day: int, sum_: float) -> float:
        """Cut a sum to what may be sent today; the rest may follow tomorrow. Zero when nothing may."""
        dice, place = self.world.dice, SENDING[payer.country]
        if sum_ >= place.papers_above and not payer.documented:
            if dice.random() < 0.7:
                sum_ = place.papers_above - dice.choice((1, 5, 10, 50, 50, 100)) * max(place.per_usd // 5, 1)
            else:
                payer.documented = True
        new = day - self.first.setdefault(account.subject, day if payer.joined >= 0 else -99) < 30
        most = place.first_most if new and not payer.documented else place.day_most
        room = most - self.spent.get((account.subject, day), 0.0)
        if sum_ <= room:
            return sum_
        rest = sum_ - max(room, 0.0)
        if rest > sum_ * 0.15 and dice.random() < 0.55:
            later = wish._replace(usd=rest / place.per_usd)
            self._later(later, 1)
        return room if room >= 10 * place.per_usd else 0.0

    def _collector(self, receiver: Receiver, day: int, *, cash: bool) -> Receiver:
        """Refuse a collector who has had too many payouts, when there is another to be named."""
        if not cash:
            return receiver
        recent = self.payouts.setdefault(receiver.index, deque())
        while recent and recent[0] <= day - 30:
            recent.popleft()
        if len(recent) >= CAP and receiver.mates:
            return self.world.receivers[self.world.dice.choice(receiver.mates)]
        recent.append(day)
        return receiver

    def _slip(self, wish: Wish) -> Payment | None:
        dice = self.world.dice
        payer, day = self.world.payers[wish.payer], wish.minute // DAY_MINUTES
        hour = wish.minute % DAY_MINUTES / 60
        account = self._account(payer, day, hour)
        if not account.online and not OPENS - 0.2 <= hour <= CLOSES + 0.2:
            self._later(wish, 0 if hour < OPENS else 1)
            return None
        receiver = self.world.receivers[wish.receiver]
        asked = sums.said(
            dice, wish.usd, wish.mind, country=payer.country, abroad=receiver.country, day=day, walks=self.walks
        )
        sum_ = self._allowed(wish, payer, account, day, asked)
        if sum_ < 3 * SENDING[payer.country].per_usd:
            return None
        deposit = receiver.banked != (dice.random() < 0.05)
        receiver = self._collector(receiver, day, cash=not deposit)
        rail = "bank" if deposit else "cash_pickup"
        if not deposit and account.online and receiver.country in {"PH", "KE", "GH"} and receiver.index % 4 == 0:
            rail = "wallet"
        beneficiary, words = self.book.entry(account, payer.index, receiver, bank=deposit)
        self.spent[account.subject, day] = self.spent.get((account.subject, day), 0.0) + sum_
        purpose, note = paperwork(dice, wish.kind, online=account.online)
        odds = (96.6, 1.1, 1.4, 0.9) if KINDS[wish.kind].payer != "extortion_victim" else (94, 3.5, 1.5, 1)
        status = dice.choices(("paid", "cancelled", "expired", "returned"), odds)[0]
        at = wish.minute - utc_offset(account.zone, day)
        return Payment(
            at, round(sum_ * 100), payer, account, receiver, beneficiary, words, rail, purpose, note, status, wish.kind
        )

    def serve(self) -> list[Payment]:
        """Serve every wish in order of time and give the slips."""
        for wish in self.world.wishes:
            self.put(wish)
        slips = []
        while self.queue:
            _, _, wish = heapq.heappop(self.queue)
            slip = self._slip(wish)
            if slip is not None:
                slips.append(slip)
        return sorted(slips, key=lambda each: each.minute_utc)
