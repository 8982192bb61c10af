"""The books: turns what people do into rows, the way that the remitter in between makes of it.

Every mechanism hands over times, dollars and words; the ledger chooses the account, numbers the receiver, applies the
limit for customers who showed no paper, and drops what falls outside the books or before an account was open.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.union.chance import Floats, Ints, pick, weighted, yes
from benchmarks.apart.guests.union.clock import DAY, DAYS, offsets
from benchmarks.apart.guests.union.names import as_typed
from benchmarks.apart.guests.union.people import Person
from benchmarks.apart.guests.union.places import COUNTRIES
from benchmarks.apart.guests.union.receivers import Receiver
from benchmarks.apart.guests.union.remitters import REMITTERS
from benchmarks.apart.guests.union.sums import booked

STATUSES = ("completed", "failed", "cancelled", "returned")


@dataclass(frozen=True, slots=True)
class Manner:
    """How the payments of one tie are made.

    `kind` is what they truly are; `box` the box that is filled in; `silent` the share without a message; `purpose` the
    entry chosen in the drop-down; `failing` the share that does not arrive; `mobile` whether a number was entered;
    `group` the true ring or household, if any; `guise` whether the payer imitates ordinary life.
    """

    kind: str
    words: tuple[str, ...] = ()
    box: str = "send"
    silent: float = 0.5
    purpose: str = ""
    failing: float = 0.02
    mobile: float = 0.93
    group: str = ""
    guise: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A receiver in one payer's list: which account, under which mobile number ("" for none), in what manner."""

    person: Person
    account: int
    receiver: Receiver
    phone: str
    manner: Manner


@dataclass(frozen=True, slots=True)
class Tie:
    """An entry as the remitter keeps it: the receiver's number, the name that was typed, the purpose chosen."""

    entry: Entry
    handle: int
    typed: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Payments of one tie: seconds since the first day in UTC, hundredths, references, status codes, countries."""

    tie: int
    at: Ints
    cents: Ints
    words: list[str]
    status: Ints
    abroad: list[str]


class Ledger:
    """Collects the payments of everybody."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._handles: dict[tuple[str, str], int] = {}
        self.ties: list[Tie] = []
        self.rows: list[Rows] = []

    def pay(self, person: Person, receiver: Receiver, at: Ints, dollars: Floats, manner: Manner) -> None:
        """Book payments meant for `at` (seconds of the payer's wall clock since the first day)."""
        within = (at >= 0) & (at < DAYS * DAY)
        at, dollars = at[within], dollars[within]
        days = at // DAY
        accounts = person.route(days, receiver.number)
        starts = np.array([start for start, _ in receiver.sims])
        sims = np.searchsorted(starts, days, side="right") - 1
        # A wallet is a mobile number; for the other ways of paying out some leave the box empty.
        by_mobile = receiver.rail == "wallet" or yes(self._rng, manner.mobile)
        for account, sim in sorted(set(zip(accounts.tolist(), sims.tolist(), strict=True))):
            if account < 0:
                continue
            here = (accounts == account) & (sims == sim)
            phone = receiver.sims[sim][1] if by_mobile else ""
            self._book(Entry(person, account, receiver, phone, manner), at[here], dollars[here])

    def _book(self, entry: Entry, at: Ints, dollars: Floats) -> None:
        rng, person, receiver, manner, phone = self._rng, entry.person, entry.receiver, entry.manner, entry.phone
        account = person.accounts[entry.account]
        member = REMITTERS[account.remitter]
        # Without a mobile number there is nothing to match: each customer's own entry gets a number of its own.
        key = phone or f"{person.number}:{receiver.number}"
        handle = self._handles.setdefault((account.remitter, key), len(self._handles))
        if account.unproven:
            pieces = np.maximum(np.ceil(dollars / member.cap - 0.05), 1).astype(np.int64)
            order = np.arange(pieces.sum()) - np.repeat(np.cumsum(pieces) - pieces, pieces)
            at = np.repeat(at, pieces) + order * 170 + rng.integers(0, 40, len(order)) * (order > 0)
            dollars = np.repeat(dollars / pieces, pieces)
        days = np.minimum(at // DAY, DAYS - 1)
        cents = booked(
            rng, dollars, days, sends=account.currency, gets=COUNTRIES[receiver.country].currency, box=manner.box
        )
        status = np.where(rng.random(len(at)) < manner.failing, rng.integers(1, 4, len(at)), 0)
        said = rng.random(len(at)) >= manner.silent if manner.words else np.zeros(len(at), dtype=bool)
        said &= rng.random(len(at)) < member.reference_kept
        words = [pick(rng, manner.words) if spoken else "" for spoken in said]
        typed = receiver.office or as_typed(rng, receiver.given, receiver.surname)
        # Most leave the drop-down where it stands, whatever the payment is for.
        purpose = weighted(rng, {"family": 0.5, manner.purpose or "family": 0.5})
        self.ties.append(Tie(entry, handle, typed, purpose))
        abroad = [next((where for a, b, where in person.trips if a <= day < b), "") for day in days.tolist()]
        self.rows.append(
            Rows(len(self.ties) - 1, at - offsets(person.zone)[days], cents, words, status.astype(np.int64), abroad)
        )
