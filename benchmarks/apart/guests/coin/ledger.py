"""The ledger: payments as the platform books them, one call for one run of payments between two accounts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .accounts import Account
from .days import Days, Floats
from .kinds import Kind
from .places import LEDGER_MONEY, USD_PER
from .sums import priced

Notes = list[str | None]


@dataclass(slots=True)
class Run:
    """Some payments of one payer to one receiver."""

    payer: int
    payee: int
    when: Days
    """Local seconds since the start of the year, where the payer is."""
    usd: Floats
    amount: Floats
    currency: str
    kind: Kind
    rail: str
    where: str
    mcc: str | None
    notes: Notes
    paid: list[bool]


class Ledger:
    """All payments so far, and what each account has been paid (cash-outs follow from it)."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self.runs: list[Run] = []
        self._met: set[tuple[int, int]] = set()

    def pay(
        self,
        payer: Account,
        payee: Account,
        when: Days,
        usd: Floats,
        kind: Kind,
        *,
        agreed: str = "own",
        notes: Notes | None = None,
        mcc: str | None = None,
        where: str | None = None,
        fails: float = 0.01,
        trial: float = 0.06,
    ) -> None:
        """Book payments: `agreed` is in whose money the sum is round (own, theirs), or exact for a bill.

        People pay each other in the balance they hold; between two who share a home currency it is that one.
        """
        if self._is_new(payer, payee) and len(when) and self._rng.random() < trial:
            # A handle is easily mistyped, and money sent is gone: a few dollars first.
            before = when[:1] - int(self._rng.integers(200, 3_000))
            self.pay(payer, payee, before, self._rng.choice([1.0, 2.0, 5.0], 1), kind, where=where)
        keep = (when >= 0) & (when < 365 * 86_400) & (usd > 0.3)
        if not keep.any():
            return
        chosen = [note for note, kept in zip(notes or [None] * len(when), keep, strict=True) if kept]
        when, usd = when[keep], usd[keep]
        held = payer.held
        if payee.form == "address" or (payer.country != payee.country and self._rng.random() < 0.55):
            held = "USD"  # the stablecoin is what crosses borders most cheaply
        if agreed == "exact":
            amount = np.maximum(np.round(usd / USD_PER[held], 2), 0.01)
        else:
            money = payee.place_money if agreed == "theirs" else (payer.place_money if self._own_money(payer) else held)
            amount = priced(self._rng, usd, money, held)
        rail = {"wallet": "wallet", "address": "crypto", "bank": "bank", "shop": "card"}[payee.form]
        paid = list(self._rng.random(len(when)) >= fails)
        self.runs.append(
            Run(
                payer.index, payee.index, when, usd, amount, held, kind, rail, where or payer.country, mcc, chosen, paid
            )
        )

    def _is_new(self, payer: Account, payee: Account) -> bool:
        """Whether this is a first payment to somebody whom the books of another country keep."""
        pair = (payer.index, payee.index)
        if pair in self._met or payee.form in {"shop", "bank"}:
            return False
        self._met.add(pair)
        return payer.country != payee.country or payee.form == "address"

    def _own_money(self, payer: Account) -> bool:
        """Holders of a stablecoin whose own money the wallet does not hold think in it only now and then."""
        return payer.place_money in LEDGER_MONEY or self._rng.random() < 0.5

    def inflows(self) -> dict[int, list[Run]]:
        """Runs by receiving account."""
        found: dict[int, list[Run]] = {}
        for run in self.runs:
            found.setdefault(run.payee, []).append(run)
        return found
