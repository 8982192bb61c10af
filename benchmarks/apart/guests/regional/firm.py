"""The firm's books: accounts, one address book per account, and the payments ordered from it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from benchmarks.apart.guests.regional import people
from benchmarks.apart.guests.regional.clock import DAYS, Floats
from benchmarks.apart.guests.regional.names import as_typed
from benchmarks.apart.guests.regional.people import Payer, Receiver, digits
from benchmarks.apart.guests.regional.places import ABROAD
from benchmarks.apart.guests.regional.sums import DAILY_LIMIT, asked


@dataclass(slots=True)
class Entry:
    """A receiver as one customer recorded them; the firm gives every entry its own receiver id."""

    payer: int
    receiver: int
    rail: str
    name: str
    phone: str | None
    account: str | None
    city: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a payer pays a receiver: the truth's pattern of each side, and the kind of words that go with it."""

    payer: str
    receiver: str
    words: str


@dataclass(slots=True)
class Run:
    """Payments of one entry for one reason: local moments in days, sums in the payer's currency."""

    payer: int
    entry: int
    reason: Reason
    when: Floats
    sums: Floats


@dataclass(slots=True)
class Firm:
    """Everything that happens at the firm while the world runs."""

    rng: np.random.Generator
    senders: int
    accounts: list[Payer] = field(default_factory=list)
    receivers: list[Receiver] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    books: dict[tuple[int, int], int] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)

    def scaled(self, per_14000: float, least: int = 1) -> int:
        """A count that is stated for 14,000 customers, for the customers of this world."""
        return max(least, round(per_14000 * self.senders / 14_000))

    def enrol(self) -> Payer:
        """Open an account for a new person."""
        payer = people.customer(self.rng, len(self.accounts))
        payer.person = account_id(payer.index)
        self.accounts.append(payer)
        return payer

    def reopen(self, first: Payer, opened: float, same_device: float) -> Payer:
        """Open another account for a person who has one: after a lost phone, a lost password, or a closed account."""
        again = replace(first, index=len(self.accounts), opened=opened, until=float(DAYS), successor=None, group=None)
        again.person = first.person
        again.email = f"{first.name.split()[-1].lower()}{digits(self.rng, 4)}@example.org"
        if self.rng.random() < 0.35:
            again.phone = first.phone[:-4] + digits(self.rng, 4)
        if self.rng.random() > same_device:
            again.device = f"dv{digits(self.rng, 10)}"
        again.born = first.born if self.rng.random() < 0.93 else date(first.born.year, 1, 1)
        self.accounts.append(again)
        return again

    def meet(
        self,
        country: str,
        *,
        female: bool | None = None,
        family: str | None = None,
        city: str | None = None,
        rail: str | None = None,
    ) -> Receiver:
        """A person abroad who has not been paid before."""
        person = people.receiver(
            self.rng, len(self.receivers), country, female=female, family=family, city=city, rail=rail
        )
        self.receivers.append(person)
        return person

    def pay(
        self, payer: Payer, to: Receiver, when: Floats, usd: Floats, reason: Reason, *, whole: float | None = None
    ) -> None:
        """Order payments at local moments (days since the first day) of sums in US dollars."""
        inside = (when >= payer.opened) & (when < DAYS - 1)
        order = np.argsort(when[inside], kind="stable")
        when, usd = when[inside][order], usd[inside][order]
        parts = np.ceil(usd / DAILY_LIMIT).astype(np.int64)
        if len(parts) and parts.max() > 1:
            later = np.concatenate([np.arange(n, dtype=np.float64) for n in parts])
            when, usd = np.repeat(when, parts) + later * 1.01, np.repeat(usd / parts, parts)
            when, usd = when[when < DAYS], usd[when < DAYS]
        if payer.successor is not None:
            moved = when >= payer.successor.opened
            if moved.any():
                self.pay(payer.successor, to, when[moved], usd[moved], reason, whole=whole)
            when, usd = when[~moved], usd[~moved]
        if not len(when):
            return
        share = payer.whole_abroad if whole is None else whole
        sums = asked(self.rng, usd, when, (payer.currency, ABROAD[to.country].currency), share)
        entry = self.books.get((payer.index, to.index))
        if entry is None:
            entry = self._record(payer, to)
        # A new phone, a payout counter that closed or a misspelt name is mended by adding the person once more.
        cut = int(self.rng.integers(2, len(when))) if len(when) > 5 and self.rng.random() < 0.07 else len(when)
        self.runs.append(Run(payer.index, entry, reason, when[:cut], sums[:cut]))
        if cut < len(when):
            self.runs.append(Run(payer.index, self._record(payer, to), reason, when[cut:], sums[cut:]))

    def _record(self, payer: Payer, to: Receiver) -> int:
        rng = self.rng
        rail = to.rail if rng.random() < 0.88 else str(rng.choice(["cash_pickup", to.rail, "bank"]))
        # Cash needs only a name as on the identity card; the phone is for the text message and may be left out.
        knows_phone = rail == "wallet" or rng.random() < (0.68 if rail == "cash_pickup" else 0.42)
        typed = to.phone if rail == "wallet" or rng.random() < 0.8 else "0" + to.phone[-9:]
        account = to.bank if rail == "bank" else to.phone if rail == "wallet" else None
        city = rng.random() < {"cash_pickup": 0.85, "wallet": 0.12, "bank": 0.4}[rail]
        self.entries.append(
            Entry(
                payer=payer.index,
                receiver=to.index,
                rail=rail,
                name=as_typed(rng, to.name),
                phone=typed if knows_phone else None,
                account=account,
                city=to.city if city else None,
                email=f"{to.name.split()[0].lower()}{to.index}@example.net" if rng.random() < 0.07 else None,
            )
        )
        self.books[payer.index, to.index] = len(self.entries) - 1
        return len(self.entries) - 1


def account_id(index: int) -> str:
    """The firm's id of an account."""
    return f"CU{100_000 + index * 7}"


def entry_id(index: int) -> str:
    """The firm's id of an address-book entry."""
    return f"RC{2_000_000 + index * 3}"
