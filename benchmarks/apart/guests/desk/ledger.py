"""The year's payments as they are made, before any institution writes them down in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.desk.clock import DAYS, Floats
from benchmarks.apart.guests.desk.people import Crowd, Payer, Receiver
from benchmarks.apart.guests.desk.places import DOLLARS

KINDS: Final = {
    "family": ("family_support", "family_receiver"),
    "collected": ("family_support", "collector"),
    "partner": ("partner_abroad", "partner_receiver"),
    "work": ("freelancer_employer", "freelancer"),
    "purchase": ("hobby_purchase", "seller"),
    "gift": ("donation", "charity"),
    "sponsor": ("donation", "family_receiver"),
    "study": ("student_support", "student"),
    "bill": ("hub_payment", "hub"),
    "romance": ("romance_fraud_victim", "romance_fraud_receiver"),
    "daily": ("ordinary", "ordinary"),
    "livestream": ("livestream_purchase", "facilitation"),
    "extortion": ("extortion_victim", "extortion_collection"),
    "minor": ("minor_purchase", "minor_recipient"),
}
"""What a payment is, as (label of the payer, label of the receiver)."""
KIND_NAMES: Final = tuple(KINDS)
CRIMES: Final = ("extortion", "livestream", "minor")
"""The order settles the rare account in two crimes: a victim stays a victim."""


def tender(payer: Payer, dollars: Floats) -> Floats:
    """What the payer types in: dollars turned into the payer's money and rounded as this person rounds.

    `payout` people think of what arrives (whole tens or fifties of lei), so that their own side is an odd sum.
    """
    rate = DOLLARS[payer.land.currency]
    own = dollars / rate
    unit = 10.0 if rate < 0.15 else 1.0
    if payer.habit == "exact":
        return np.maximum(np.round(own, 2), 1.0)
    if payer.habit == "payout":
        step = np.where(dollars > 55, 50.0, 10.0) * DOLLARS["RON"] / rate
    elif payer.habit == "tens":
        step = unit * np.select([own < 25 * unit, own < 250 * unit], [5.0, 10.0], 50.0)
    elif payer.habit == "fives":
        step = unit * np.where(own < 25 * unit, 1.0, 5.0)
    else:
        step = np.ones(len(own))
    return np.asarray(np.maximum(np.round(own / step), 1) * step, dtype=np.float64)


@dataclass(slots=True)
class Ledger:
    """Chunks of payments, one chunk a relation."""

    crowd: Crowd
    payers: list[int] = field(default_factory=list)
    receivers: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    mimics: list[bool] = field(default_factory=list)
    days: list[Floats] = field(default_factory=list)
    amounts: list[Floats] = field(default_factory=list)
    routes: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    payer_groups: dict[int, str] = field(default_factory=dict)
    receiver_groups: dict[int, str] = field(default_factory=dict)

    def pay(
        self,
        payer: Payer,
        receiver: Receiver,
        kind: str,
        days: Floats,
        dollars: Floats,
        *,
        words: Sequence[str] = (),
        mimic: bool = False,
        priced: bool = False,
    ) -> None:
        """Write one relation's payments (`days` in the payer's local time, from 0) that fall in the year.

        `priced` sums are asked for to the cent (in dollars) and are not rounded by the payer; `mimic` marks crime that
        takes the shape of ordinary life.
        """
        inside = (days >= 0) & (days < DAYS)
        days, dollars = days[inside], dollars[inside]
        n = len(days)
        if n == 0:
            return
        rng = self.crowd.rng
        own = np.round(dollars / DOLLARS[payer.land.currency], 2) if priced else tender(payer, dollars)
        self.payers.append(payer.index)
        self.receivers.append(receiver.index)
        self.kinds.append(KIND_NAMES.index(kind))
        self.sizes.append(n)
        self.mimics.append(mimic)
        self.days.append(days)
        self.amounts.append(np.maximum(np.round(own, 2), 0.5))
        self.routes.extend(self.crowd.route(payer, receiver, n))
        self.words.extend([words[int(i)] for i in rng.integers(0, len(words), n)] if words else [""] * n)

    def group(self, name: str, payers: Sequence[Payer], receivers: Sequence[Receiver]) -> None:
        """Note who belongs to one ring or household; the first membership stands."""
        for payer in payers:
            self.payer_groups.setdefault(payer.index, name)
        for receiver in receivers:
            self.receiver_groups.setdefault(receiver.index, name)
