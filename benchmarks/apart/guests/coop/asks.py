"""Nobody pays unasked: every payment answers an ask, out of what is left of the month.

An ask is a sum that somebody needs by a day. Who has it pays. Who has not borrows, pays a part now and the rest after
pay day, waits, or lets it pass. So the same shortage splits and delays innocent payments and others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from benchmarks.apart.kit import money
from benchmarks.apart.kit.clock import hour
from benchmarks.apart.kit.dice import Dice
from benchmarks.apart.kit.places import COUNTRIES

from .kinds import Kind
from .people import Member, Party, Register

PURPOSES: Final = {
    "family_support": "FAMI",
    "donation": "CHAR",
    "student_support": "EDUC",
    "freelancer_employer": "SUPP",
}


@dataclass(slots=True, eq=False)
class Ask:
    """Somebody asks for a sum; `stands` is an order that the society carries out at night whatever is left."""

    day: int
    to: Party
    usd: float
    kind: Kind
    words: str | None = None
    group: str | None = None
    hours: str = ""
    at: float = -1.0
    """A fixed local hour, which may pass midnight."""
    urgent: bool = False
    stands: bool = False
    rounding: str = ""


@dataclass(slots=True)
class Row:
    """A payment as it is booked."""

    at: int
    amount: float
    member: Member
    to: Party
    kind: Kind
    group: str | None
    words: str | None
    device: str | None
    status: str
    purpose: str | None


@dataclass(slots=True)
class Books:
    """All asks by member, and the payments that came of them."""

    dice: Dice
    register: Register
    asks: dict[Member, list[Ask]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def ask(self, member: Member, ask: Ask) -> None:
        """File an ask, unless it comes before the member joined or after the window."""
        if max(0, member.joined) <= ask.day < member.left and ask.to is not member.party:
            self.asks.setdefault(member, []).append(ask)

    def settle(self) -> None:
        """Let every member answer in order of time."""
        for member in self.register.members:
            found = sorted(self.asks.get(member, ()), key=lambda a: (a.day, a.at, a.to.id))
            self._answer(member, found)

    def _answer(self, member: Member, asks: list[Ask]) -> None:
        d, clock = self.dice, self.register.clock
        purse, through, owed = member.free, member.joined, 0.0
        for ask in asks:
            for day in range(through + 1, ask.day + 1):
                # What nobody asked for is saved: a purse never holds more than two months.
                if member.weekly and clock.weekday[day] == 4:
                    purse = min(purse + member.free / 4.3 - owed / 4.3, 2 * member.free)
                elif not member.weekly and clock.month_day[day] == member.payday:
                    purse = min(purse + member.free - owed, 2 * member.free)
                if clock.month[day] == 12 and clock.month_day[day] == 10:
                    purse += member.free * d.uniform(0.3, 1.5)  # the year's dividend is shared out
                    owed = 0.0
            through = max(through, ask.day)
            if ask.stands or ask.usd <= purse:
                purse -= ask.usd
                self._pay(member, ask, ask.day, ask.usd)
            elif d.chance(member.borrows * (2.0 if ask.urgent else 0.6)):
                purse += 2 * ask.usd
                owed += 0.18 * ask.usd
                self._pay(member, ask, ask.day + (0 if ask.urgent else d.randint(1, 4)), ask.usd)
            elif purse > 0.35 * ask.usd and d.chance(0.6):
                part = purse * d.uniform(0.7, 1.0)
                self._pay(member, ask, ask.day, part)
                purse -= part
                self._pay(member, ask, ask.day + self._wait(member, ask.day), ask.usd - part)
            elif d.chance(0.55):
                self._pay(member, ask, ask.day + self._wait(member, ask.day), ask.usd)

    def _wait(self, member: Member, day: int) -> int:
        if member.weekly:
            return (4 - self.register.clock.weekday[day]) % 7 + self.dice.choice([0, 0, 1])
        return self.register.clock.until_month_day(day, member.payday) + self.dice.choice([0, 0, 1, 2])

    def _pay(self, member: Member, ask: Ask, day: int, usd: float) -> None:
        d, clock, me = self.dice, self.register.clock, member.party
        if day >= min(clock.days - 1, member.left) or usd < 0.8:
            return
        own, theirs = COUNTRIES[me.country].currency, COUNTRIES[ask.to.country].currency
        habit = ask.rounding or ("own" if own == theirs or d.chance(0.62) else "theirs")
        amount = money.amount(d, usd, own, theirs, habit, day)
        local = ask.at if ask.at >= 0 else hour(d, ask.hours or member.habit)
        app = ask.stands or (member.app and usd <= member.society.limit)
        if ask.stands:
            local = d.uniform(2.0, 3.5)
        elif not app:  # a counter, shut in the evening and on Sundays
            day += 1 if local >= 17 else 0
            day += 1 if clock.weekday[min(day, clock.days - 1)] == 6 else 0
            local = d.uniform(9.2, 16.9)
        if member.society.clears and me.country != ask.to.country and not ask.stands:
            slot = 8.5 if local < 8.5 else 15.5 if local < 15.5 else 32.5
            local = slot + d.random() * 0.05
        day, local = day + int(local // 24), local % 24
        if day >= clock.days:
            return
        status = "booked" if d.chance(0.985) else d.choice(["returned", "rejected"])
        purpose = PURPOSES.get(ask.kind.payer, "FAMI") if me.country == "IT" and d.chance(0.5) else None
        seen = member.device if app and not ask.stands else None
        self.rows.append(
            Row(
                clock.instant(day, local, me.zone), amount, member, ask.to, ask.kind, ask.group, ask.words,
                seen, status, purpose,
            )
        )  # fmt: skip


def moment(seconds: int) -> datetime:
    """The instant of a row."""
    return datetime.fromtimestamp(seconds, UTC)
