"""The desk: saved receivers, and what the product makes of the wish to send a sum at an hour."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .ledger import Ledger
from .people import Payer, Receiver
from .places import HOMES, HOSTS
from .profiles import Profile, ProfileBook
from .purposes import purpose_code, reference, screen_name
from .seasons import DAYS

CARELESS_AFTER_CHANGE = 0.002
"""Chance at each payment that the receiver has got a new SIM or account and is entered again."""


@dataclass(slots=True)
class Tie:
    """A payer's saved receiver and the habits of paying this one."""

    payer: Payer
    receiver: Receiver
    payer_kind: str
    receiver_kind: str
    wish: str
    profile: Profile
    rail: str
    quotes_home_money: bool
    """The payer types the sum that shall arrive, so that this one is round."""
    group: str | None = None
    masked: bool = False
    at_once: bool = False
    """Somebody waits on the line: paid by card, so that nothing books late."""
    note: str | None = None
    """What the receiver wants to read in the reference."""


def _round_as_people_do(value: float, rng: np.random.Generator) -> float:
    """To one or one and a half leading digits; one in eight sums is a bill and stays as it is."""
    turn = rng.random()
    if turn < 0.12:
        return value
    magnitude = 10.0 ** math.floor(math.log10(value))
    step = magnitude if turn > 0.72 and value > 2 * magnitude else magnitude / (2 if turn > 0.3 else 10)
    return max(step, round(value / step) * step)


class Desk:
    """Opens ties and executes payments."""

    def __init__(self, rng: np.random.Generator, ledger: Ledger, book: ProfileBook) -> None:
        self.rng = rng
        self.ledger = ledger
        self.book = book

    def tie(
        self,
        payer: Payer,
        receiver: Receiver,
        kinds: tuple[str, str],
        wish: str,
        *,
        group: str | None = None,
        masked: bool = False,
        at_once: bool = False,
        careful: bool = False,
        rail: str | None = None,
        named: float = 0.0,
    ) -> Tie:
        """A payer saves a receiver.

        `kinds` are the truth about the payer's and about the receiver's side, `named` the chance that the receiver
        wants a screen name in the reference, to tell one payer or order from another.
        """
        home = HOMES[receiver.home]
        turn = self.rng.random()
        usual = "cash_pickup" if turn < home.pickup else "wallet" if turn < home.pickup + home.wallet else "bank"
        return Tie(
            payer=payer,
            receiver=receiver,
            payer_kind=kinds[0],
            receiver_kind=kinds[1],
            wish=wish,
            profile=self.book.enter(receiver, careful=careful),
            rail=rail or ("bank" if receiver.business and home.wallet < 0.5 else usual),
            quotes_home_money=self.rng.random() < 0.42,
            group=group,
            masked=masked,
            at_once=at_once,
            note=screen_name(receiver.name, self.rng) if self.rng.random() < named else None,
        )

    def _when(self, tie: Tie, day: int, hour: float) -> tuple[int, float]:
        """Day and local hour that the books show for a wish."""
        rng, payer = self.rng, tie.payer
        host = HOSTS[payer.host]
        day, hour = day + int(hour // 24), hour % 24
        if payer.counter:
            if not host.opens <= hour < host.closes:
                # The wish came after closing: most go next morning or in the next lunch hour.
                day += hour >= host.closes
                hour = host.opens + (host.closes - host.opens) * float(rng.beta(1.3, 1.6))
            if day % 7 == 6 and not host.sunday:
                day += 1
        elif payer.books_late and not (tie.at_once and rng.random() < 0.8):
            day, hour = day + 1, 6.0 + float(rng.gamma(2.0, 1.6))
            day += {5: 2, 6: 1}.get(day % 7, 0)
        return day, hour

    def pay(
        self,
        tie: Tie,
        day: int,
        hour: float,
        usd: float,
        *,
        exact: bool = False,
        device: str | None = None,
        status: str | None = None,
    ) -> None:
        """Send about `usd` dollars' worth; nothing happens outside the window or the payer's time as a customer."""
        rng, payer = self.rng, tie.payer
        day, hour = self._when(tie, day, hour)
        if not max(0, payer.joined) <= day < min(payer.left, DAYS):
            return
        if rng.random() < CARELESS_AFTER_CHANGE and not tie.receiver.business:
            tie.profile = self.book.enter(tie.receiver, careful=False)
        host, home = HOSTS[payer.host], HOMES[tie.receiver.home]
        rate = (
            home.per_usd / host.per_usd * (1 + 0.03 * math.sin(day / 47 + home.per_usd) + 0.004 * math.sin(day / 3.7))
        )
        sent = max(usd, 4.0) * host.per_usd
        if not exact:
            sent = (
                _round_as_people_do(sent * rate, rng) / rate
                if tie.quotes_home_money
                else _round_as_people_do(sent, rng)
            )
        if status is None:
            turn = rng.random()
            status = "completed" if turn < 0.972 else "cancelled" if turn < 0.985 else "returned"
        usual = payer.device if day < payer.device_from else payer.new_device
        self.ledger.write(
            tie=(payer, tie.profile, tie.payer_kind, tie.receiver_kind, tie.group, tie.masked),
            second=day * 86400 + int(hour * 3600) + int(rng.random() * 60),
            minor=max(1, round(sent * 10**host.digits)),
            details=(
                tie.rail,
                purpose_code(payer.host, tie.wish, payer.counter, rng),
                reference(tie.wish, tie.note, payer.counter, rng),
                status,
                None if payer.counter else device or usual,
            ),
        )
