"""Romance fraud: an older payer, a love never met, sums that grow until the savings are gone."""

from __future__ import annotations

import numpy as np

from . import hours
from .desk import Desk, Tie
from .names import pick
from .people import Payer, Receiver, Registry
from .seasons import DAYS

ROMANCE = ("romance_fraud_victim", "romance_fraud_receiver")


class Romance:
    """Crews with a few collectors; some of the same collectors take extorted money (see `extortion`)."""

    def __init__(self, rng: np.random.Generator, registry: Registry, desk: Desk, senders: int) -> None:
        self._rng = rng
        self._desk = desk
        self.crews: list[list[Receiver]] = []
        for _ in range(max(2, senders // 550)):
            home = pick(rng, ("NG", "NG", "GH", "GH", "CI", "PH", "TR", "UA"))
            self.crews.append([registry.receiver(home) for _ in range(1 + int(rng.poisson(1.3)))])

    def _tie(self, payer: Payer, collector: Receiver) -> Tie:
        return self._desk.tie(
            payer, collector, ROMANCE, pick(self._rng, ("gift", "family", "other", "medical")), careful=True
        )

    def fall_for(self, payer: Payer) -> None:
        """From a phone card to customs fees; the name of the receiver changes once or twice."""
        rng = self._rng
        crew = pick(rng, self.crews)
        tie = self._tie(payer, pick(rng, crew))
        day = float(rng.uniform(0, DAYS - 100))
        usd = payer.means * float(rng.lognormal(np.log(70), 0.5))
        growth = float(rng.normal(1.22, 0.08))
        for _ in range(3 + int(rng.gamma(2.0, 4.0))):
            hour = hours.conversation(rng) if rng.random() < 0.4 else hours.errand(rng)
            self._desk.pay(tie, int(day), hour, min(usd, 3800.0) * float(rng.lognormal(0, 0.3)))
            usd *= growth
            day += 1 + float(rng.gamma(1.4, 8.0))
            if rng.random() < 0.08:
                tie = self._tie(payer, pick(rng, crew))
