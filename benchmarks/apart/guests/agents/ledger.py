"""The network's book: turns what people intend into rows as partners transmit them."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log10
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.agents.partners import PARTNERS, Partner
from benchmarks.apart.guests.agents.people import Account, Payer, Receiver
from benchmarks.apart.guests.agents.places import CORRIDORS, DAYS, SOURCES, WHOLE_UNITS, Floats, offsets
from benchmarks.apart.guests.agents.words import PHRASES, PURPOSES

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Story:
    """Why one person pays another: the true kinds of both ends, the tone of messages, the ring, whether it hides."""

    payer_kind: str
    receiver_kind: str
    theme: str
    group: str | None = None
    quiet: bool = False


@dataclass(slots=True)
class Ledger:
    """Chunks of rows, each a dict of arrays and constants, joined at the end."""

    rng: np.random.Generator
    chunks: list[dict[str, Any]] = field(default_factory=list)

    def pay(
        self, payer: Payer, receiver: Receiver, when: Floats, usd: Floats, story: Story, *, fixed: Floats | None = None
    ) -> None:
        """Book payments of `usd` dollars' worth at `when` (days in the payer's local time, with fraction).

        `fixed`, where given, are sums in the pay-out country's money that were asked for: whoever can choose the sum
        received sends exactly that.
        """
        inside = (when >= 0.3) & (when < DAYS - 1.2)
        when, usd = when[inside], usd[inside]
        asked = None if fixed is None else fixed[inside]
        if not len(when):
            return
        turn = np.zeros(len(when), dtype=np.int64)
        if len(payer.accounts) > 1:
            turn[when >= payer.switch] = 1
            stray = self.rng.random(len(when)) < 0.1
            turn[stray] = self.rng.integers(0, len(payer.accounts), size=int(stray.sum()))
        for which in range(len(payer.accounts)):
            mask = turn == which
            if not mask.any():
                continue
            self._book(
                payer,
                payer.accounts[which],
                receiver,
                story,
                when=when[mask],
                usd=usd[mask],
                asked=None if asked is None else asked[mask],
            )

    def _book(
        self,
        payer: Payer,
        account: Account,
        receiver: Receiver,
        story: Story,
        *,
        when: Floats,
        usd: Floats,
        asked: Floats | None,
    ) -> None:
        """Book what went through one account."""
        rng = self.rng
        partner = PARTNERS[account.partner]
        size = len(when)
        cents, money = self._sums(payer, receiver, partner, usd, asked)
        says = rng.random(size) < partner.messages
        phrases = PHRASES[story.theme]
        words = rng.integers(0, len(phrases), size=size)
        big = usd > CORRIDORS[receiver.country].wallet_cap_usd
        self.chunks.append(
            {
                "size": size,
                "second": self._instants(payer, partner, when),
                "cents": cents,
                "currency": money,
                "account": account.index,
                "receiver": receiver.index,
                "new_phone": when > receiver.phone_changed,
                "reference": [phrases[w] if s else None for w, s in zip(words, says, strict=True)],
                "purpose": (PURPOSES[story.theme] if rng.random() < 0.5 else "FAMILY MAINTENANCE")
                if partner.purposes
                else None,
                "to_counter": big | (rng.random(size) < 0.06),
                "story": story,
            }
        )

    def _instants(self, payer: Payer, partner: Partner, when: Floats) -> Ints:
        """UTC seconds since the start: thumb time for apps, opening hours for counters, two files a day for banks."""
        rng = self.rng
        if partner.style == "counter":
            day, hour = np.floor(when), when % 1.0
            # Who wants to pay at night goes next morning if it is past midnight, else just before the shop closes.
            late = hour > 20.4 / 24
            early = hour < 8.8 / 24
            hour = np.where(late, rng.uniform(17.5, 20.4, len(when)) / 24, hour)
            hour = np.where(early, rng.uniform(9.0, 12.5, len(when)) / 24, hour)
            when = day + hour
        ahead = offsets(payer.zone)[np.clip(when, 0, DAYS).astype(int)]
        utc = when - ahead / 24.0
        if partner.style == "bank":
            slot = np.ceil(utc * 2 - 0.4) / 2 + 0.2
            utc = slot + rng.uniform(0, 0.012, len(when))
        return np.asarray(np.maximum(utc * 86400, 0.0) + rng.integers(0, 60, len(when))).astype(np.int64)

    def _sums(
        self, payer: Payer, receiver: Receiver, partner: Partner, usd: Floats, asked: Floats | None
    ) -> tuple[Ints, str]:
        """Hundredths of the currency the partner reports, rounded as its screen and the payer's habit make them."""
        place = CORRIDORS[receiver.country]
        source = SOURCES[payer.country]
        size = len(usd)
        if partner.quotes == "receive":
            raw = usd * place.per_usd
            step = place.step * np.where(raw > place.step * 100, 10, np.where(raw > place.step * 20, 5, 1))
            money, value = place.currency, np.maximum(np.round(raw / step), 1) * step
            if asked is not None:
                value = asked
        else:
            raw = (usd if asked is None else asked / place.per_usd) * source.per_usd
            scale = 10.0 ** max(0, round(log10(source.per_usd)))
            step = np.where(raw < 4 * payer.rounding * scale, min(payer.rounding, 5.0), payer.rounding) * scale
            rounded = np.maximum(np.round(raw / step), 1) * step
            # Some let the asked sum stand and pay whatever it costs in their own money.
            exact = self.rng.random(size) < (0.1 if asked is None else 0.4)
            money, value = source.currency, np.where(exact, np.maximum(raw, 1.0), rounded)
            if partner.fee:
                value = np.maximum(value - partner.fee * scale, 1.0 * scale)
        if money in WHOLE_UNITS:
            value = np.maximum(np.round(value), 1.0)
        return np.round(value * 100).astype(np.int64), money
