"""The ledger: payments as the post bank's system holds them, each beside the mechanism that made it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import polars as pl

from benchmarks.apart.guests.postbank import partners as p
from benchmarks.apart.guests.postbank.money import chosen, rates
from benchmarks.apart.guests.postbank.people import Account, Payer
from benchmarks.apart.guests.postbank.places import COUNTRIES, PESOS_PER_USD
from benchmarks.apart.guests.postbank.seasons import Floats, Ints

PURPOSES: Final = {
    "family_support": "FAM",
    "student_support": "EDU",
    "freelancer_employer": "SAL",
    "hobby_purchase": "TRD",
    "donation": "DON",
    "hub_payment": "PAY",
}
FULL: Final = 20_000
_TEXTS: Final = (
    "originator_id", "beneficiary_id", "currency", "rail", "institution", "originator_device", "zone", "reference",
    "purpose_code", "payer_pattern", "receiver_pattern", "group",
)  # fmt: skip
_DAY: Final = {"day": pl.Int64(), "minute": pl.Int64(), "sum": pl.Float64()}
_MARKS: Final = ("batches", "imitates")
PAGE: Final = pl.Schema(
    [(name, pl.String()) for name in _TEXTS] + list(_DAY.items()) + [(name, pl.Boolean()) for name in _MARKS]
)
RAILS: Final = {"savings": "bank", "counter": "cash_pickup"}


@dataclass(frozen=True, slots=True)
class Story:
    """What a series of payments is in truth, and how it is paid and worded; `device` when another's is used."""

    payer: str
    receiver: str
    group: str | None = None
    imitates: bool = False
    even: float = 0.85
    pesos: float = 0.3
    texts: tuple[str, ...] = ()
    talk: float = 0.5
    device: str | None = None


@dataclass(slots=True)
class Ledger:
    """Columns of payments, and each originator id with what is known of it."""

    rng: np.random.Generator
    originators: dict[str, dict[str, object]] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    rows: dict[str, list[object]] = field(default_factory=dict)
    pages: list[pl.DataFrame] = field(default_factory=list)

    def pay(
        self, payer: Payer, to: Account, days: Ints, minutes: Ints, usd: Floats, *, story: Story, way: p.Partner | None
    ) -> None:
        """Enter one series of payments from a payer to one account by one partner (None: at home)."""
        n = days.size
        if n == 0 or payer.account is to:
            return
        self.accounts.setdefault(to.id, to)
        if way is None:
            assert payer.account is not None
            ids = [self._own(payer.account)] * n
            sums = chosen(self.rng, usd, days, PESOS_PER_USD, even=story.even, pesos=0.0)
            device = (story.device or payer.device) if payer.account.product == "wallet" else None
            currency, rail, talk, purpose = "PHP", RAILS.get(to.product, "wallet"), 0.8, 0.0
        else:
            device = None
            country = COUNTRIES[payer.city.country]
            ids = self._foreign(payer, to, days, way)
            sums = chosen(self.rng, usd, days, country.per_usd, even=story.even, pesos=story.pesos)
            sums, currency = _stated(way, sums, days, country.per_usd, country.currency)
            rail = RAILS.get(to.product, "wallet")
            talk, purpose = way.message, way.purpose
        wording: list[str | None] = [None] * n
        if story.texts:
            picks = self.rng.integers(0, len(story.texts), n)
            says = self.rng.random(n) < talk * story.talk * 2
            wording = [story.texts[i] if said else None for i, said in zip(picks.tolist(), says.tolist(), strict=True)]
        code = PURPOSES.get(story.payer, "FAM" if self.rng.random() < 0.7 else "OTH")
        purposes = [code if u < purpose else None for u in self.rng.random(n).tolist()]
        self._extend(
            originator_id=ids,
            beneficiary_id=[to.id] * n,
            day=days.tolist(),
            minute=minutes.tolist(),
            sum=sums.tolist(),
            currency=[currency] * n,
            rail=[rail] * n,
            institution=[way.name if way else p.KOREO] * n,
            batches=[way.batches if way else False] * n,
            originator_device=[device if known else None for known in (self.rng.random(n) < 0.93).tolist()],
            zone=[payer.city.zone] * n,
            reference=wording,
            purpose_code=purposes,
            payer_pattern=[story.payer] * n,
            receiver_pattern=[story.receiver] * n,
            group=[story.group] * n,
            imitates=[story.imitates] * n,
        )

    def _extend(self, **columns: object) -> None:
        for name, values in columns.items():
            assert isinstance(values, list)
            self.rows.setdefault(name, []).extend(values)
        if len(self.rows["day"]) > FULL:
            self.turn()

    def turn(self) -> None:
        """Turn the page: what is written becomes a frame, which takes a tenth of the room."""
        self.pages.append(pl.DataFrame({name: self.rows[name] for name in PAGE}, schema=PAGE))
        self.rows.clear()

    def _own(self, account: Account) -> str:
        """A payer at home is the account itself: the same id pays and receives."""
        if account.id not in self.originators:
            self.originators[account.id] = {
                "originator_name": account.name,
                "originator_birth_year": account.birth_year,
                "originator_phone": account.phone,
                "originator_city": account.city,
                "originator_account": account.number,
                "originator_country": "PH",
                "person": account.person,
            }
        return account.id

    def _foreign(self, payer: Payer, to: Account, days: Ints, way: p.Partner) -> list[str]:
        """The ids under which a partner reports a payer to this account, by day."""
        name, country = f"{payer.given} {payer.surname}", payer.city.country
        ids = []
        for renewed in (days >= p.RENEWAL).tolist():
            key = p.payer_id(way, payer.key, name, country, to.id, renewed=renewed)
            ids.append(key)
            if key not in self.originators:
                self.originators[key] = {
                    "originator_name": p.written(way, payer.given, payer.surname),
                    "originator_birth_year": payer.birth_year if self.rng.random() < way.birth else None,
                    "originator_phone": None,
                    "originator_city": payer.city.name if self.rng.random() < way.city else None,
                    "originator_account": None,
                    "originator_country": country,
                    "person": f"F{payer.key:06d}",
                }
            elif self.originators[key]["person"] != f"F{payer.key:06d}":
                self.originators[key]["person"] = key  # namesakes under one id: nobody can say which of them
        return ids


def _stated(way: p.Partner, sums: Floats, days: Ints, per_usd: float, currency: str) -> tuple[Floats, str]:
    """The sum as the partner's message states it: as sent, as settled in dollars, or as paid out in pesos."""
    if way.states == "sent":
        return sums, currency
    usd = sums / rates(days, per_usd)
    if way.states == "settled":
        return np.maximum(np.round(usd, 2), 0.01), "USD"
    pesos = usd * rates(days, PESOS_PER_USD)
    whole = np.round(pesos)
    return np.maximum(np.where(np.abs(pesos - whole) < 0.3, whole, np.round(pesos, 2)), 0.01), "PHP"
