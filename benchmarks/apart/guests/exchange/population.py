# ruff: noqa: E501 -- a table reads better unbroken
"""Who the customers are and which of life's reasons to pay each of them has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .false_offers import FalseOffers
from .families import Families
from .gatherings import Gatherings
from .names import pick
from .partners import Partners
from .people import Payer, Registry
from .places import HOSTS
from .romance import Romance
from .sundry import Sundry
from .trades import TRADES, Market

_ABROAD = ("PH", "PH", "PH", "TH", "VN", "NP", "IN", "KE", "GH", "TR", "RO", "ID", "UA")
"""Where residents know a charity, a landlady or a clinic."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One kind of payment and the share of each group who have it."""

    resident: float
    migrant: float
    youth: float
    act: Callable[[Payer], None]

    def share(self, payer: Payer) -> float:
        """Chance that this payer has the reason."""
        if payer.age < 24 and payer.home is None:
            return self.youth
        return self.resident if payer.home is None else self.migrant


@dataclass(frozen=True, slots=True)
class Life:
    """The ordinary mechanisms, wired together."""

    rng: np.random.Generator
    families: Families
    partners: Partners
    market: Market
    gatherings: Gatherings
    sundry: Sundry
    romance: Romance
    false_offers: FalseOffers

    def reasons(self) -> list[Reason]:
        """The menu of ordinary life; several apply to most people."""
        sundry, places = self.sundry, self.gatherings
        trades = {trade.name: trade for trade in TRADES}
        # Residents buy more than migrants; tutors are mostly a Japanese custom (see `_buys`).
        shares = {
            "tutor": (0.13, 0.015, 0.09), "assistant": (0.06, 0.015, 0.01), "designer": (0.07, 0.015, 0.04),
            "game items": (0.07, 0.03, 0.26), "commissions": (0.06, 0.01, 0.16), "fish and orchids": (0.05, 0.005, 0.01),
            "cards and parts": (0.08, 0.01, 0.09), "performer": (0.06, 0.012, 0.06), "readings and prayers": (0.025, 0.02, 0.01),
        }  # fmt: skip
        return [
            Reason(0.17, 0.035, 0.05, self.partners.lasting),
            Reason(0.04, 0.012, 0.02, self.partners.dating),
            *(Reason(*shares[name], self._buys(name)) for name in trades),
            Reason(0.15, 0.12, 0.01, lambda payer: places.hub(payer, self._where(payer))),
            Reason(0.16, 0.07, 0.03, lambda payer: places.give(payer, self._where(payer))),
            Reason(0.02, 0.05, 0.05, lambda payer: places.top_up(payer, self._where(payer))),
            Reason(0.0, 0.06, 0.0, lambda payer: places.join_club(payer, self._where(payer))),
            Reason(0.04, 0.16, 0.0, lambda payer: sundry.own_account(payer, self._where(payer))),
            Reason(0.06, 0.04, 0.0, lambda payer: sundry.student(payer, payer.home)),
            Reason(0.22, 0.2, 0.3, lambda payer: sundry.friend(payer, payer.home)),
            Reason(0.01, 0.09, 0.0, lambda payer: sundry.debt(payer, self._where(payer))),
            Reason(0.03, 0.005, 0.08, sundry.stranded),
            Reason(0.02, 0.012, 0.07, self.false_offers.believe),
        ]

    def _where(self, payer: Payer) -> str:
        return payer.home or pick(self.rng, _ABROAD)

    def _buys(self, name: str) -> Callable[[Payer], None]:
        trade = next(trade for trade in TRADES if trade.name == name)

        def act(payer: Payer) -> None:
            if name == "tutor" and payer.host != "JP" and self.rng.random() < 0.75:
                return
            self.market.buy(payer, trade)

        return act


def settle(senders: int, rng: np.random.Generator, registry: Registry, families: Families) -> list[Payer]:
    """The customers: migrants in clans, residents, and the young among them."""
    payers: list[Payer] = []
    codes = list(HOSTS)
    hosts = rng.choice(codes, size=senders, p=[HOSTS[code].share for code in codes])
    for host in map(str, hosts):
        if rng.random() < HOSTS[host].migrants:
            payers.append(families.migrant(host))
            continue
        young = rng.random() < 0.15
        age = float(rng.uniform(15.2, 23.5)) if young else float(np.clip(rng.normal(47, 14), 24, 84))
        payers.append(registry.payer(host, None, age))
    return payers


def live(payers: list[Payer], life: Life, paid: set[str]) -> None:
    """Everybody's ordinary payments; `paid` is kept by the ledger: the ids that have a payment."""
    menu = life.reasons()
    for payer in payers:
        if payer.home is not None:
            life.families.live(payer)
        for reason in menu:
            if life.rng.random() < reason.share(payer):
                reason.act(payer)
        # Fraudsters look for the lonely with savings.
        if payer.age >= 50 and life.rng.random() < (0.05 if payer.home is None else 0.015):
            life.romance.fall_for(payer)
        if payer.id not in paid:
            # Registered for one transfer.
            life.sundry.friend(payer, payer.home)
