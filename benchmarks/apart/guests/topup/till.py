"""The till: presets, fees, limits, bonus days, and what the distributor keeps of a sale."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

from benchmarks.apart.kit.clock import Clock
from benchmarks.apart.kit.dice import Dice
from benchmarks.apart.kit.money import drift, unit
from benchmarks.apart.kit.places import COUNTRIES, USD

from .kinds import AIRTIME, VOUCHER, WALLET, Kind
from .phones import Directory, Payer, Phone

PRESETS: Final = (1, 2, 3, 5, 7, 10, 15, 20, 30, 50)
"""Steps of top-ups, each times the unit of the receiver's currency (pesos count in fifties)."""
CARDS: Final = (5, 10, 15, 20, 25, 50, 100)
"""Face values of vouchers in the payer's own currency."""


@dataclass(slots=True)
class Sale:
    """One payment."""

    at: int
    amount: float
    payer: Payer
    account: str
    phone: Phone
    product: str
    kind: Kind
    group: str | None
    words: str | None
    ip: str | None
    status: str


@dataclass(slots=True)
class Till:
    """Where every payment takes the product's shape."""

    dice: Dice
    clock: Clock
    book: Directory
    sales: list[Sale] = field(default_factory=list)
    spent: dict[tuple[str, int], float] = field(default_factory=dict)
    bonus: set[int] = field(default_factory=set)

    def hour(self, payer: Payer, wish: str) -> float:
        """A local hour: anywhere in the waking day of this payer, drawn towards its start, end or middle."""
        d = self.dice
        far = {"wake": d.gauss(4.2, 1.0), "mid": d.gauss(11, 3.0), "end": d.gauss(18.2, 1.8), "bed": d.gauss(20.3, 1.4)}
        return (payer.asleep + max(2.5, min(22.0, far[wish]))) % 24

    def wish(self) -> str:
        """What part of the day most people take out the telephone in."""
        return self.dice.choices(["wake", "mid", "end", "bed"], [1, 4, 4, 1.5])[0]

    def sell(
        self,
        payer: Payer,
        phone: Phone,
        day: float,
        usd: float,
        kind: Kind,
        *,
        product: str = AIRTIME,
        hour: float = -1.0,
        group: str | None = None,
        words: str | None = None,
    ) -> None:
        """Sell about `usd` to a number; wallets take 150 dollars a day from one payer, the rest follows next day."""
        d, clock = self.dice, self.clock
        date = int(day)
        if not max(0, payer.first) <= date < min(clock.days - 1, payer.last):
            return
        local = hour if hour >= 0 else self.hour(payer, self.wish())
        date, local = date + int(local // 24), local % 24
        if product == AIRTIME and date not in self.bonus and d.chance(payer.promo):
            ahead = [n for n in range(date, date + 4) if n in self.bonus]
            date = ahead[0] if ahead else date
        phone = phone.at(date)
        for part in self._parts(payer, phone, date, usd, product):
            if date >= clock.days - 1:
                return
            failed = d.chance(0.022)
            account = payer.twin if payer.twin and d.chance(0.4) else payer.id
            roams = d.chance(0.04)
            ip = f"100.{64 + d.randrange(64)}.{d.randrange(256)}.{d.randrange(256)}" if roams else None
            said = words if product == WALLET else None
            row = Sale(
                clock.instant(date, local, payer.zone),
                part,
                payer,
                account,
                phone,
                product,
                kind,
                group,
                said,
                ip,
                "failed" if failed else "delivered",
            )
            self.sales.append(row)
            if failed and d.chance(0.7):  # tried again at once
                self.sales.append(
                    Sale(
                        row.at + d.randint(30, 400),
                        part,
                        payer,
                        account,
                        phone,
                        product,
                        kind,
                        group,
                        said,
                        ip,
                        "delivered",
                    )
                )
            date += 1
            local = self.hour(payer, self.wish())

    def _parts(self, payer: Payer, phone: Phone, day: int, usd: float, product: str) -> list[float]:
        d = self.dice
        own, theirs = COUNTRIES[payer.country].currency, COUNTRIES[phone.country].currency
        if product == VOUCHER:
            face = usd / USD[own] / unit(own)
            return [min(CARDS, key=lambda c: abs(math.log(c / max(face, 0.1)))) * unit(own)]
        scale = unit(theirs)
        if product == AIRTIME:
            value = usd / USD[theirs] / scale
            preset = min(PRESETS, key=lambda c: abs(math.log(c / max(value, 0.1)))) * scale
            # The price of a preset is the operator's, in the payer's money, to the penny.
            fee = 0.0 if own == theirs else 0.35 / USD[own]
            return [round(preset * USD[theirs] / USD[own] * drift(theirs, day) * 1.06 + fee, 2)]
        parts = list[float]()
        while usd > 0.5 and len(parts) < 6:
            room = 150 - self.spent.get((payer.owner, day + len(parts)), 0.0)
            part = min(usd, max(20.0, room))
            key = payer.owner, day + len(parts)
            self.spent[key] = self.spent.get(key, 0.0) + part
            if d.chance(0.55) or own == theirs:
                step = (1 if part < 12 else 5 if part < 80 else 10) * unit(own)
                parts.append(max(step, round(part / USD[own] / step) * step))
            else:
                step = (1 if part / USD[theirs] / scale < 12 else 5) * scale
                wish = max(step, round(part / USD[theirs] / step) * step)
                parts.append(round(wish * USD[theirs] / USD[own] * drift(theirs, day) * 1.025 + 0.5 / USD[own], 2))
            usd -= part
        return parts
