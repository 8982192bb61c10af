"""The ledger: every payment as it is made, and the table that the operator would hand out."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from benchmarks.apart.guests.momo.accounts import Account, is_home
from benchmarks.apart.guests.momo.calendars import DAYS, START, moment
from benchmarks.apart.guests.momo.dice import Dice
from benchmarks.apart.guests.momo.sums import billed, typed
from benchmarks.apart.guests.momo.words import message

CRIMES = (
    "livestream_purchase", "facilitation", "extortion_victim", "extortion_collection", "material_purchase",
    "material_vendor", "minor_purchase", "minor_recipient",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """What a payment is, seen from both ends, and how people write about it."""

    payer: str
    receiver: str
    occasion: str


FAMILY = Kind("family_support", "family_receiver", "family")
EVERYDAY = Kind("ordinary", "ordinary", "friend")


@dataclass(frozen=True, slots=True)
class Entry:
    """One payment; `at` counts local seconds from the world's first midnight in the payer's zone."""

    payer: Account
    receiver: Account
    at: int
    amount: float
    reference: str
    rail: str
    kind: Kind


class Ledger:
    """Every payment of the world."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self.entries: list[Entry] = []

    def pay(  # noqa: PLR0917 -- who, to whom, what, when, how much: said at every call, in that order
        self,
        payer: Account,
        receiver: Account,
        kind: Kind,
        day: float,
        dollars: float,
        mood: str = "any",
        bill: bool = False,
    ) -> int:
        """Records a payment unless it falls outside the world's months; returns its moment."""
        at = moment(self._dice, mood, day)
        self.pay_at(payer, receiver, kind, at, dollars, bill)
        return at

    def pay_at(  # noqa: PLR0917 -- as `pay`
        self, payer: Account, receiver: Account, kind: Kind, at: int, dollars: float, bill: bool = False
    ) -> None:
        """Records a payment at a known local moment."""
        if not 0 <= at < DAYS * 86_400 or payer.person == receiver.person:
            return
        day, dice = at / 86_400, self._dice
        dollars = min(max(dollars, 0.4), 1_900.0)
        amount = billed(payer, dollars, day) if bill else typed(dice, payer, dollars, day)
        rail = "wallet"
        if is_home(receiver) and not is_home(payer):
            # Some receivers take the money over the counter of an agent: the wallet is full, the SIM is at home.
            rail = "cash_pickup" if dice.chance(0.08) else "wallet"
        elif is_home(payer) and dice.chance(0.05):
            rail = "bank"
        payer.paid_as[kind.payer] += 1
        receiver.received_as[kind.receiver] += 1
        self.entries.append(Entry(payer, receiver, at, amount, message(dice, kind.occasion, payer.terse), rail, kind))

    def frame(self) -> pl.DataFrame:
        """The payments in order of time, with a row number that stands for the operator's own."""
        entries = self.entries
        raw = pl.DataFrame(
            {
                "at": [e.at for e in entries],
                "zone": [e.payer.zone for e in entries],
                "text": [f"{e.amount:.2f}" for e in entries],
                "entry": range(len(entries)),
            }
        )
        local = pl.lit(START).cast(pl.Datetime("us")) + pl.duration(seconds=pl.col("at"))
        parts = []
        for (zone,), part in raw.with_columns(local=local).group_by(["zone"], maintain_order=True):
            # The hour that spring skips does not exist: who meant it pays an hour later.
            there = pl.col("local").dt.replace_time_zone(str(zone), ambiguous="earliest", non_existent="null")
            later = (pl.col("local") + pl.duration(hours=1)).dt.replace_time_zone(
                str(zone), ambiguous="earliest", non_existent="null"
            )
            parts.append(
                part.with_columns(
                    executed_at=pl.coalesce(there, later).dt.convert_time_zone("UTC").cast(pl.Datetime("us", "UTC"))
                )
            )
        return pl.concat(parts).sort("executed_at", "entry")
