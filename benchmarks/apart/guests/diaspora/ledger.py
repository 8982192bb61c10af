"""The app's ledger: how a wish to pay becomes a row, with the habits that the product gives its customers."""

from __future__ import annotations

import math
from itertools import accumulate
from typing import NamedTuple

from benchmarks.apart.guests.diaspora.days import DAYS, instant, usual_hour
from benchmarks.apart.guests.diaspora.dice import Dice
from benchmarks.apart.guests.diaspora.kinds import PURPOSES, WORDS
from benchmarks.apart.guests.diaspora.people import Account, Payer, Receiver

PICKUP_FEE = 2.5
"""Euros that the app adds to what the payer is charged for cash; wallets and banks are free."""


class Row(NamedTuple):
    """One payment as the ledger holds it; names and addresses are joined when the table is written."""

    at: int
    cents: int
    account_id: str
    receiver_id: str
    device: str
    ip: str | None
    reference: str | None
    purpose: str | None
    status: str
    kind: str


def tidy(amount: float, coarse: bool) -> float:
    """The sum a person would key in: one or two leading digits, or a five in the second."""
    step = 10.0 ** math.floor(math.log10(amount))
    step *= 0.5 if coarse else 0.1
    return max(step, round(amount / step) * step)


class Ledger:
    """Writes payments, and remembers what each payer last did: the app's *send again* button copies it."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.rows: list[Row] = []
        self._last: dict[tuple[str, str], tuple[int, str | None]] = {}
        # The payout rates drift together against the world's senders: ragged sums differ from month to month.
        self._drift = tuple(accumulate((dice.gauss(0.0, 0.003) for _ in range(DAYS)), initial=0.0))

    def pay(
        self,
        payer: Payer,
        receiver: Receiver,
        day: int,
        euros: float,
        kind: str,
        *,
        hour: float | None = None,
        asked_home: bool = False,
        again: float = 0.35,
        odd: bool = False,
    ) -> bool:
        """Pays, unless the payer is no customer on that day.

        Args:
            payer: Who pays.
            receiver: The account that is paid.
            day: Day of the world, in the payer's city.
            euros: What the payer has in mind, before rounding.
            kind: A key of `KINDS`.
            hour: Local hour; without it, one that suits the payer's daily life.
            asked_home: The receiver named the sum, so it is round in their currency.
            again: How readily the payer repeats the last sum to this receiver with one tap.
            odd: The payer sends what is left, to the cent.

        Returns:
            Whether the payment was made.
        """
        if not payer.joined <= day < min(payer.left, DAYS):
            return False
        dice = self.dice
        account = self._account(payer, day)
        key = (account.account_id, receiver.receiver_id)
        last = self._last.get(key)
        reference = dice.choice(WORDS[kind]) if dice.chance(payer.writes) else None
        cents = (
            round(euros * payer.abroad.per_euro * 100) if odd else self._cents(payer, receiver, day, euros, asked_home)
        )
        if last and 0.75 < cents / last[0] < 1.33 and dice.chance(again):
            cents, reference = last
        self._last[key] = (cents, reference)
        at = instant(day, usual_hour(dice, payer.clock) if hour is None else hour, payer.timezone)
        # The app asks for a purpose above 150 euros, and now and then below.
        asked = cents / 100 / payer.abroad.per_euro > 150 or dice.chance(0.12)
        self.rows.append(
            Row(
                at=at + dice.randrange(60) * 1_000_000,
                cents=cents,
                account_id=account.account_id,
                receiver_id=receiver.receiver_id,
                device=account.device,
                ip=self._ip(account),
                reference=reference,
                purpose=dice.choice(PURPOSES[kind]) if asked else None,
                status=dice.weighted(("completed", "returned", "uncollected"), (0.985, 0.009, 0.006)),
                kind=kind,
            )
        )
        return True

    def _account(self, payer: Payer, day: int) -> Account:
        open_by_then = [account for account in payer.accounts if account.since <= day]
        latest = open_by_then[-1]
        # The first registration still works, and some go back to it.
        return open_by_then[0] if len(open_by_then) > 1 and self.dice.chance(0.2) else latest

    def _cents(self, payer: Payer, receiver: Receiver, day: int, euros: float, asked_home: bool) -> int:
        per_euro, coarse = payer.abroad.per_euro, self.dice.chance(0.6)
        if asked_home or payer.thinks_home:
            rate = receiver.home.per_euro * math.exp(self._drift[day])
            amount = tidy(euros * rate, coarse) / rate * per_euro
        else:
            amount = tidy(euros * per_euro, coarse)
        if receiver.rail == "cash_pickup":
            amount += PICKUP_FEE * per_euro
        return max(100, round(amount * 100))

    def _ip(self, account: Account) -> str | None:
        if self.dice.chance(0.22):
            return None
        if self.dice.chance(0.68):
            return account.address
        return f"2001:db8:ffff:{self.dice.randrange(65536):x}::{self.dice.randrange(1, 9)}"
