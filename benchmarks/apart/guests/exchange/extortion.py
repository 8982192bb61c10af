"""Financial sexual extortion of the young: a demand, a burst of payments to whichever collector is alive, a stop."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .desk import Desk, Tie
from .names import pick
from .people import Payer, Receiver, Registry
from .seasons import DAYS

EXTORTION = ("extortion_victim", "extortion_collection")

VICTIMS_PER_SENDER = 42 / 14_000


@dataclass(slots=True)
class Ring:
    """A crew and its collectors, each used until the profile is blocked or the helper asks for too much."""

    name: str
    collectors: list[Receiver]
    weight: float
    campaigns: list[int]
    """Days on which a script and a list of schools are worked through."""


class Extortion:
    """Rings of collectors and the days of their victims."""

    def __init__(
        self,
        rng: np.random.Generator,
        registry: Registry,
        desk: Desk,
        romance_crews: list[list[Receiver]],
        victims: int,
    ) -> None:
        self._rng = rng
        self._desk = desk
        self._rings: list[Ring] = []
        for number in range(max(2, round(victims / 6))):
            home = pick(rng, ("NG", "NG", "NG", "NG", "CI", "CI", "CI", "PH", "PH", "PH", "GH", "RO"))
            collectors: list[Receiver] = []
            day = -int(rng.random() * 40)
            while day < DAYS:
                lasts = 12 + int(rng.gamma(1.5, 40))
                same_trade = [crew for crew in romance_crews if crew[0].home == home]
                if same_trade and rng.random() < 0.08:
                    # Collectors serve whoever pays them a share, romance fraud included.
                    helper = pick(rng, pick(rng, same_trade))
                else:
                    helper = registry.receiver(home, woman=rng.random() < 0.4)
                helper.day_from, helper.day_to = day, day + lasts
                collectors.append(helper)
                day += int(lasts * float(rng.uniform(0.35, 0.9)))
            campaigns = [int(rng.random() * DAYS) for _ in range(1 + int(rng.random() * 3))]
            self._rings.append(Ring(f"ring-{number}", collectors, float(rng.pareto(1.3)) + 0.3, campaigns))

    def _alive(self, ring: Ring, day: int) -> list[Receiver]:
        alive = [helper for helper in ring.collectors if helper.day_from <= day < helper.day_to]
        return alive or ring.collectors[-1:]

    def burst(self, payer: Payer, *, borrowed: bool, fresh: bool) -> None:
        """One victim's payments.

        `borrowed` when a child uses a parent's account from the own telephone, `fresh` when the account is opened
        because of the demand.
        """
        rng = self._rng
        weight = np.array([ring.weight for ring in self._rings])
        ring = self._rings[int(rng.choice(len(self._rings), p=weight / weight.sum()))]
        first, last = max(0, payer.joined), min(payer.left, DAYS) - 8
        day = first + int(rng.random() * max(1, last - first))
        wave = pick(rng, ring.campaigns) + int(rng.random() * 25)
        if rng.random() < 0.7 and first <= wave < last:
            day = wave
        if fresh:
            payer.joined = day - int(rng.random() < 0.3)
        device = f"d{int(rng.integers(16**9, 16**10)):x}" if borrowed and rng.random() < 0.8 else None
        demands = 1 + int(rng.gamma(1.5, 1.9))
        self._demands(payer, ring, day, demands, device)
        if rng.random() < 0.27:
            # The promise is not kept: the same crew, or another that bought the list, comes back.
            again = self._rings[int(rng.random() * len(self._rings))] if rng.random() < 0.3 else ring
            self._demands(payer, again, day + 9 + int(rng.exponential(25)), 1 + int(rng.random() * 3), device)

    def _demands(self, payer: Payer, ring: Ring, day: int, demands: int, device: str | None) -> None:
        rng = self._rng
        alive = self._alive(ring, day)
        ties: dict[str, Tie] = {}
        helper = pick(rng, alive)
        # A third come after school, most at night, when nobody can be asked.
        hour = float(rng.normal(17.0, 1.5)) if rng.random() < 0.35 else float(rng.normal(22.8, 2.2))
        usd, left = float(np.clip(rng.lognormal(np.log(95), 0.6), 20, 265)), float(rng.uniform(250, 1500))
        for _ in range(demands):
            if rng.random() < 0.22:
                helper = pick(rng, alive)
            tie = ties.get(helper.person)
            if tie is None:
                wish = pick(rng, ("family", "gift", "goods", "other"))
                tie = self._desk.tie(payer, helper, EXTORTION, wish, group=ring.name, at_once=True, careful=True)
                ties[helper.person] = tie
            # What is in the account, to the last coin, or the round sum that was demanded.
            self._desk.pay(tie, day, hour, min(usd, left), exact=rng.random() < 0.4, device=device)
            left -= usd
            if left < 12:
                return
            usd *= float(rng.uniform(0.35, 1.6))
            hour += float(rng.exponential(9.0)) + 0.15
